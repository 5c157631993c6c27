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

/**
 * The objects door: validates, draws the lottery, places, records.
 *
 * Pure and deterministic to the byte: the order of pupils, occurrences, pins and vetoes in the input does not matter,
 * only the order of wishes within a pupil's list does.
 *
 * @throws InvalidInputError with every problem of the input; then there is no outcome.
 */
export function solve(input: MatchingInput): Outcome {
  const ingested = ingest(input);
  const problem = drawnBy(input.seed, ingested);
  return outcomeOf(ingested, problem, placedBy(ingested.mechanism, problem), input, hashOf(ingested));
}

/** The places a mechanism gives on a sound problem. */
export function placedBy(mechanism: Mechanism, problem: Problem): Match | Optimum {
  return mechanism.kind === 'OPTIMAL' ? optimum(problem, mechanism.objective) : matchSound(problem);
}
