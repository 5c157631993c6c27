import { parseArgs } from 'node:util';
import { inputProblems } from '../input/ingest.ts';
import type { MatchingInput } from '../input/input.ts';
import type { Outcome } from '../outcome/outcome.ts';
import { solve } from '../solve.ts';
import { recompute } from './recompute.ts';

/** What a command needs from the world around it. */
export interface Surroundings {
  /** The text of a file; of standard input without a name or with "-". May throw. */
  read(file: string | undefined): string;
  print(text: string): unknown;
  complain(text: string): unknown;
}

/** 0 = sound or identical, 1 = problems or differences, 2 = nothing could be said. */
export type ExitCode = 0 | 1 | 2;

const USAGE = `matching-engine recompute [record.json]   recompute an exported record { input, outcome } and compare
matching-engine check [input.json]        list every problem of an input
matching-engine solve [input.json] [--seed TEXT] [--seed-source TEXT]
                                          draw, place and print the record { input, outcome }

Without a file, or with "-", standard input is read. Exit code: 0 = identical or sound, 1 = differences or problems,
2 = nothing could be read.`;

/** Runs one command; what stands in files is only ever read. */
export function run(args: readonly string[], surroundings: Surroundings): ExitCode {
  try {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options: { seed: { type: 'string' }, 'seed-source': { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
    const [command, file, ...more] = positionals;
    if (values.help) {
      surroundings.print(USAGE);
      return 0;
    }
    if (more.length > 0 || !isCommand(command)) {
      surroundings.complain(USAGE);
      return 2;
    }
    const given: unknown = JSON.parse(surroundings.read(file));
    if (command === 'recompute') return recomputeRecord(given, surroundings);
    const seed = { ...(values.seed === undefined ? {} : { seed: values.seed }), ...(values['seed-source'] === undefined ? {} : { seedSource: values['seed-source'] }) };
    return command === 'check' ? check(given, surroundings) : solveInput(isObject(given) ? { ...given, ...seed } : given, surroundings);
  } catch (error) {
    surroundings.complain(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

function isCommand(command: string | undefined): command is 'recompute' | 'check' | 'solve' {
  return command === 'recompute' || command === 'check' || command === 'solve';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function recomputeRecord(given: unknown, { print, complain }: Surroundings): ExitCode {
  if (!isObject(given) || !('input' in given) || !('outcome' in given) || !isObject(given.input) || !isObject(given.outcome)) {
    complain('A record is an object with "input" and "outcome".');
    return 2;
  }
  const { lines, verdict } = recompute(given.input as MatchingInput, given.outcome as Outcome);
  for (const line of lines) print(line);
  return verdict === 'IDENTICAL' ? 0 : verdict === 'DIFFERENT' ? 1 : 2;
}

/** An input without a seed is what is frozen before the draw; that it has none yet is no problem. */
function check(given: unknown, { print }: Surroundings): ExitCode {
  const frozen = isObject(given) && !('seed' in given) ? { ...given, seed: 'none yet' } : given;
  const problems = problemsOf(frozen);
  for (const problem of problems) print(problem);
  print(problems.length === 0 ? 'The input is sound.' : `${problems.length} problem(s).`);
  return problems.length === 0 ? 0 : 1;
}

function solveInput(given: unknown, { print, complain }: Surroundings): ExitCode {
  const problems = problemsOf(given);
  for (const problem of problems) complain(problem);
  if (problems.length > 0) return 1;
  print(JSON.stringify({ input: given, outcome: solve(given as MatchingInput) }));
  return 0;
}

function problemsOf(given: unknown): string[] {
  return inputProblems(given as MatchingInput).map(({ code, path, params }) => {
    const values = Object.entries(params).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
    return [path, code, ...values].join(' ');
  });
}
