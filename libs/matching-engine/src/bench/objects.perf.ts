import { solve } from '../index.ts';
import type { MatchingInput, Problem } from '../index.ts';
import { SIZES, generate, medianRatio, runsFor, unitOf } from './generate.ts';
import type { BenchRow } from './generate.ts';

/** Measures the objects door in units of U: plain objects with string ids in, the outcome record out, lottery and hash included. */
export async function bench({ full }: { json: boolean; full: boolean }): Promise<BenchRow[]> {
  return (full ? [SIZES.S3, SIZES.S4] : [SIZES.S3]).map((size) => {
    const problem = generate(size);
    const input = asObjects(problem);
    const target = size === SIZES.S4 ? 5 : 3;
    const value = medianRatio(runsFor(size), () => solve(input), unitOf(problem));
    return { bench: 'objects', goal: 'G3 objects door, lottery and hash included', size: size.name, unit: 'U', value, target, held: value <= target };
  });
}

/** The same problem as a service would hand it over: plain objects with string ids in no order, flat in memory as a parser makes them. */
function asObjects({ wishStart, wishOccurrence, wishClass, capacity, lottery }: Problem): MatchingInput {
  const ids = (kind: string, count: number): string[] =>
    JSON.parse(JSON.stringify(Array.from({ length: count }, (_, i) => `${(Math.imul(i + 1, 2654435761) >>> 0).toString(16).padStart(8, '0')}-${kind}-${i}`))) as string[];
  const occurrenceIds = ids('occurrence', capacity.length);
  const pupilIds = ids('pupil', lottery.length);
  return {
    seed: 'bench',
    occurrences: occurrenceIds.map((id, a) => ({ id, capacity: capacity[a]! })),
    pupils: pupilIds.map((id, p) => ({
      id,
      wishes: Array.from(wishOccurrence.subarray(wishStart[p], wishStart[p + 1]), (a, i) => ({ occurrence: occurrenceIds[a]!, priority: wishClass[wishStart[p]! + i]! })),
    })),
  };
}
