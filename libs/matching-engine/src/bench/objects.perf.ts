import type { MatchingInput, Problem, TraitRows } from '../index.ts';
import { reasonsFor } from '../explain/reasons.ts';
import { ingest } from '../input/ingest.ts';
import { hashOf } from '../input/input-hash.ts';
import { drawnBy } from '../input/lottery.ts';
import { outcomeOf } from '../outcome/outcome.ts';
import { matchSound } from '../stable/match.ts';
import { SIZES, generate, medianRatio, runsFor, unitOf } from './generate.ts';
import type { BenchRow } from './generate.ts';

/**
 * Measures the objects door in units of U: plain objects with string ids in; validation, lottery, hash, places, the outcome
 * record with its cutoffs and the codes of all wishes not fulfilled out.
 */
export async function bench({ full }: { json: boolean; full: boolean }): Promise<BenchRow[]> {
  return (full ? [SIZES.S3, SIZES.S4] : [SIZES.S3]).flatMap((size) =>
    ([undefined, 3] as const).map((traits) => {
      const problem = generate(size, traits ? { traits } : {});
      const input = asObjects(problem);
      const target = size === SIZES.S4 ? 5 : 3;
      const value = medianRatio(runsFor(size), () => through(input), unitOf(problem));
      return { bench: 'objects', goal: `G3 objects to outcome, cutoffs and all codes, ${traits ?? 'no'} traits`, size: size.name, unit: 'U', value, target, held: value <= target };
    }),
  );
}

function through(input: MatchingInput): unknown {
  const ingested = ingest(input);
  const problem = drawnBy(input.seed, ingested);
  const match = matchSound(problem);
  return [outcomeOf(ingested, problem, match, input, hashOf(ingested)), reasonsFor(problem, match)];
}

/** The same problem as a service would hand it over: plain objects with string ids in no order, flat in memory as a parser makes them. */
function asObjects({ wishStart, wishOccurrence, wishClass, capacity, lottery, choices }: Problem): MatchingInput {
  const ids = (kind: string, count: number): string[] =>
    JSON.parse(JSON.stringify(Array.from({ length: count }, (_, i) => `${(Math.imul(i + 1, 2654435761) >>> 0).toString(16).padStart(8, '0')}-${kind}-${i}`))) as string[];
  const occurrenceIds = ids('occurrence', capacity.length);
  const pupilIds = ids('pupil', lottery.length);
  return {
    seed: 'bench',
    occurrences: occurrenceIds.map((id, a) => ({ id, capacity: capacity[a]!, ...(choices ? { reserves: reservesAt(choices.seats, a) } : {}) })),
    pupils: pupilIds.map((id, p) => ({
      id,
      ...(choices ? { traits: TRAITS.filter((_, t) => (choices.traits[p]! >> t) & 1) } : {}),
      wishes: Array.from(wishOccurrence.subarray(wishStart[p], wishStart[p + 1]), (a, i) => ({ occurrence: occurrenceIds[a]!, priority: wishClass[wishStart[p]! + i]! })),
    })),
  };
}

const TRAITS = ['far away', 'girl', 'new here'];

function reservesAt({ start, trait, seats }: TraitRows, a: number): { trait: string; seats: number }[] {
  return Array.from(seats.subarray(start[a], start[a + 1]), (count, i) => ({ trait: TRAITS[trait[start[a]! + i]!]!, seats: count }));
}
