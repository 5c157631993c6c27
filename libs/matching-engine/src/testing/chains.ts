import fc from 'fast-check';
import { NO_END, NO_START, Rule, VETOED, keyOf } from '../problem.ts';
import type { Match, Problem } from '../problem.ts';

/**
 * Choice, stability and a new run by their definitions, trying every set of holders; for the tests of what happens after
 * a run. One place a pupil, all of size 1, rules plain and minimum-guarantee.
 */

export interface TypedKind {
  pupils: number;
  occurrences?: number;
  traits?: number;
}

/** Small typed problems with scarce seats; with `traits`, some occurrences guarantee seats to overlapping traits. */
export function arbitraryProblem({ pupils, occurrences = 4, traits = 0 }: TypedKind): fc.Arbitrary<Problem> {
  const wishes = fc.uniqueArray(fc.record({ a: fc.nat(occurrences - 1), priority: fc.constantFrom(0, 0, 1, 2, 255) }), { selector: ({ a }) => a, maxLength: occurrences });
  const row = fc.record({ capacity: fc.nat(3), guarantee: fc.boolean(), reserves: fc.array(fc.nat(2), { minLength: traits, maxLength: traits }) });
  return fc
    .record({
      lists: fc.array(wishes, { minLength: pupils, maxLength: pupils }),
      rows: fc.array(row, { minLength: occurrences, maxLength: occurrences }),
      order: fc.shuffledSubarray([...Array(pupils).keys()], { minLength: pupils }),
      masks: fc.array(fc.nat(2 ** traits - 1), { minLength: pupils, maxLength: pupils }),
    })
    .map(({ lists, rows, order, masks }) => {
      const column = (value: number): Int32Array => new Int32Array(occurrences).fill(value);
      const capacity = Int32Array.from(rows, (a) => a.capacity);
      const reserves = rows.map((a) => (a.guarantee ? withinCapacity(a.reserves, a.capacity) : []));
      const start = Int32Array.from([0, ...reserves.map((_, a) => reserves.slice(0, a + 1).flat().length)]);
      return {
        wishStart: Int32Array.from([0, ...lists.map((_, p) => lists.slice(0, p + 1).flat().length)]),
        wishOccurrence: Int32Array.from(lists.flat(), ({ a }) => a),
        wishClass: Uint8Array.from(lists.flat(), ({ priority }) => priority),
        size: new Int32Array(pupils).fill(1),
        lottery: Int32Array.from(order),
        capacity,
        minimum: column(0),
        startsAt: column(NO_START),
        endsAt: column(NO_END),
        activity: column(-1),
        pinPupil: new Int32Array(),
        pinOccurrence: new Int32Array(),
        placesPerPupil: 1,
        ...(traits > 0
          ? {
              choices: {
                traits: Int32Array.from(masks),
                rule: Uint8Array.from(reserves, (list) => (list.length > 0 ? Rule.MINIMUM_GUARANTEE : Rule.PLAIN)),
                seats: { start, trait: Int32Array.from(reserves.flatMap((list) => list.map((_, t) => t))), seats: Int32Array.from(reserves.flat()) },
                ceilings: { start: new Int32Array(occurrences + 1), trait: new Int32Array(), seats: new Int32Array() },
              },
            }
          : {}),
      };
    });
}

function withinCapacity(reserves: number[], capacity: number): number[] {
  let left = capacity;
  return reserves.map((seats) => {
    const kept = Math.min(seats, left);
    left -= kept;
    return kept;
  });
}

export function edgeTo({ wishStart, wishOccurrence }: Problem, pupil: number, a: number): number {
  for (let edge = wishStart[pupil]!; edge < wishStart[pupil + 1]!; edge++) if (wishOccurrence[edge] === a) return edge;
  return -1;
}

/** The set an occurrence chooses: of all sets of the right size those that fill most reserved seats, of these the best by key. */
export function chosen(problem: Problem, a: number, applicants: readonly number[]): number[] {
  const key = (pupil: number): number => keyOf(problem.wishClass[edgeTo(problem, pupil, a)]!, problem.lottery[pupil]!);
  const sorted = [...applicants].sort((x, y) => key(x) - key(y));
  const size = Math.min(problem.capacity[a]!, sorted.length);
  // Subsets come in lexicographic order of keys, so the first of those that fill most is the best.
  return subsets(sorted, size).reduce<{ set: number[]; filled: number }>(
    (best, set) => {
      const filled = reservedFilled(problem, a, set);
      return filled > best.filled ? { set, filled } : best;
    },
    { set: [], filled: -1 },
  ).set;
}

function subsets(of: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return of.flatMap((first, i) => subsets(of.slice(i + 1), size - 1).map((rest) => [first, ...rest]));
}

function reservedFilled({ choices }: Problem, a: number, set: readonly number[]): number {
  if (!choices || choices.rule[a] === Rule.PLAIN) return 0;
  const { start, trait, seats } = choices.seats;
  const reserved = Array.from({ length: start[a + 1]! - start[a]! }, (_, i) => Array<number>(seats[start[a]! + i]!).fill(trait[start[a]! + i]!)).flat();
  const best = (pupils: readonly number[], open: readonly number[]): number => {
    const [pupil, ...others] = pupils;
    if (pupil === undefined) return 0;
    const options = open.flatMap((t, i) => ((choices.traits[pupil]! >> t) & 1 ? [1 + best(others, open.toSpliced(i, 1))] : []));
    return Math.max(best(others, open), ...options);
  };
  return best(set, reserved);
}

/** A literal run: whoever has no place asks on, and every occurrence keeps what it chooses. */
export function literalRun(problem: Problem, taking: (pupil: number) => boolean = () => true): Match {
  const held = new Int32Array(problem.lottery.length).fill(-1);
  const next = Int32Array.from(problem.lottery, (_, p) => problem.wishStart[p]!);
  for (let asked = true; asked; ) {
    asked = false;
    for (let p = 0; p < held.length; p++) {
      if (held[p] !== -1 || !taking(p)) continue;
      while (next[p]! < problem.wishStart[p + 1]! && problem.wishClass[next[p]!]! >= VETOED) next[p]!++;
      if (next[p] === problem.wishStart[p + 1]) continue;
      const a = problem.wishOccurrence[next[p]!]!;
      const stay = chosen(problem, a, [...holdersOf(problem, held, a), p]);
      for (const q of [...holdersOf(problem, held, a), p]) held[q] = stay.includes(q) ? edgeTo(problem, q, a) : -1;
      next[p]!++;
      asked = true;
    }
  }
  return asMatch(problem, held);
}

export function asMatch(problem: Problem, held: Int32Array): Match {
  const occurrence = held.map((edge) => (edge === -1 ? -1 : problem.wishOccurrence[edge]!));
  return { stride: 1, occurrence, edge: held, round: Uint8Array.from(held, (edge) => (edge === -1 ? 0 : 1)), closings: [] };
}

/** Whether every occurrence would choose exactly its own among all who hold it or would rather. */
export function isStable(problem: Problem, { edge }: Match, counts: (pupil: number) => boolean): boolean {
  return Array.from(problem.capacity).every((_, a) => {
    const own = holdersOf(problem, edge, a);
    const wanting = Array.from(edge.keys()).filter((p) => {
      const wish = edgeTo(problem, p, a);
      return counts(p) && wish !== -1 && problem.wishClass[wish]! < VETOED && (edge[p] === -1 || wish < edge[p]!);
    });
    const choice = chosen(problem, a, [...own, ...wanting]);
    return choice.length === own.length && own.every((p) => choice.includes(p));
  });
}

function holdersOf({ wishOccurrence }: Problem, held: Int32Array, a: number): number[] {
  return Array.from(held.keys()).filter((p) => held[p] !== -1 && wishOccurrence[held[p]!] === a);
}
