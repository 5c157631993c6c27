import { explanationsOf } from './explain/explain.ts';
import type { PupilExplanation } from './explain/explain.ts';
import { drawnBy } from './input/lottery.ts';
import { ingest } from './input/ingest.ts';
import { hashOf } from './input/input-hash.ts';
import type { Mechanism, MatchingInput } from './input/input.ts';
import { optimum } from './optimal/optimum.ts';
import type { Optimum } from './optimal/optimum.ts';
import type { Match, Problem } from './problem.ts';
import { matchSound } from './stable/match.ts';
import { outcomeOf } from './outcome/outcome.ts';
import type { Outcome } from './outcome/outcome.ts';

/** What a run is at; PLACING takes longest for an optimum, READING and RECORDING for a stable outcome. */
export type Stage = 'READING' | 'DRAWING' | 'PLACING' | 'RECORDING' | 'EXPLAINING';

/**
 * The objects door: validates, draws the lottery, places, records.
 *
 * Pure and deterministic to the byte: the order of pupils, occurrences, pins and vetoes in the input does not matter,
 * only the order of wishes within a pupil's list does.
 *
 * @param report called when a stage begins.
 * @throws InvalidInputError with every problem of the input; then there is no outcome.
 */
export function solve(input: MatchingInput, report: (stage: Stage) => void = () => undefined): Outcome {
  return solved(input, report).outcome;
}

/** An outcome with everybody's explanation, as `explain` gives it, without reading the input twice. Throws as `solve` does. */
export function solveExplained(input: MatchingInput, report: (stage: Stage) => void = () => undefined): Solved {
  const { ingested, problem, match, outcome } = solved(input, report);
  report('EXPLAINING');
  return { outcome, explanations: explanationsOf(ingested, problem, match, outcome) };
}

/** An outcome and why it is so. */
export interface Solved {
  outcome: Outcome;
  explanations: PupilExplanation[];
}

function solved(input: MatchingInput, report: (stage: Stage) => void) {
  report('READING');
  const ingested = ingest(input);
  report('DRAWING');
  const problem = drawnBy(input.seed, ingested);
  report('PLACING');
  const match = placedBy(ingested.mechanism, problem);
  report('RECORDING');
  return { ingested, problem, match, outcome: outcomeOf(ingested, problem, match, input, hashOf(ingested)) };
}

/** The places a mechanism gives on a sound problem. */
export function placedBy(mechanism: Mechanism, problem: Problem): Match | Optimum {
  return mechanism.kind === 'OPTIMAL' ? optimum(problem, mechanism.objective) : matchSound(problem);
}
