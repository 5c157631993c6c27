import type { FrozenInput, InputProblem, MatchingInput } from '../input/input.ts';
import { forecast } from '../outcome/forecast.ts';
import type { ForecastRow, ForecastRule } from '../outcome/forecast.ts';
import { solveExplained } from '../solve.ts';
import type { Solved, Stage } from '../solve.ts';

/** What a worker is asked to do: plain data only, for it is copied from thread to thread. */
export type Task =
  | { kind: 'SOLVE'; input: MatchingInput }
  | { kind: 'FORECAST'; input: FrozenInput; seed: string; rules?: readonly ForecastRule[]; labels?: ReadonlyMap<string, string> };

/** What a worker says: how far it is, and at the end what it found or that the input is bad. */
export type Message =
  | { kind: 'PROGRESS'; stage: Stage }
  | { kind: 'SOLVED'; result: Solved }
  | { kind: 'FORECAST'; result: ForecastRow[] }
  | { kind: 'INVALID'; problems: readonly InputProblem[] };

export function perform(task: Task, report: (stage: Stage) => void): Message {
  if (task.kind === 'FORECAST') return { kind: 'FORECAST', result: forecast(task.input, task.seed, task) };
  return { kind: 'SOLVED', result: solveExplained(task.input, report) };
}
