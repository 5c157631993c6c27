import { VETOED, keyOf, lotteryOfKey, occurrenceCount, pupilCount } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { heapify, popWorst, push } from '../stable/heap.ts';
import { pupilsByLottery } from '../stable/deferred-acceptance.ts';

/**
 * Everybody who wishes an occurrence and may attend, by occurrence and, where its rule looks at traits, by the traits it
 * looks at. Each stretch holds first those who wait, as a heap with the best key on top, and behind them the others, so
 * that whoever stops waiting stays findable.
 */
export interface Applicants {
  /** Groups of occurrence a: groupStart[a] .. groupStart[a + 1] - 1; the offset in it is the mask of `traitsAt[a]`. */
  groupStart: Int32Array;
  traitsAt: readonly (readonly number[])[];
  /** Per group the stretch of `keys`, and how many of it wait. */
  base: Int32Array;
  waiting: Int32Array;
  /** Complements of keys, for the heaps of the engine keep the largest number on top. */
  keys: Int32Array;
  /** The group of a pupil at an occurrence. */
  groupOf(pupil: number, a: number): number;
  pupilOf(a: number, key: number): number;
  keyOf(pupil: number, edge: number): number;
}

const NONE: readonly number[] = [];

/** Sorts all wishes into their stretches; `waits` says who waits at the start. O(E). */
export function applicantsOf(problem: Problem, waits: (pupil: number, edge: number) => boolean): Applicants {
  const { wishStart, wishOccurrence, wishClass, lottery, lotteries, choices } = problem;
  const occurrences = occurrenceCount(problem);
  const traitsAt = Array.from({ length: occurrences }, (_, a) => traitsSpokenOf(problem, a));
  const groupStart = new Int32Array(occurrences + 1);
  for (let a = 0; a < occurrences; a++) groupStart[a + 1] = groupStart[a]! + (1 << traitsAt[a]!.length);
  const ranks = [lottery, ...(lotteries?.ranks ?? [])];
  const drawn = ranks.map((rank) => pupilsByLottery({ ...problem, lottery: rank }));
  const lotteryAt = (a: number): number => (lotteries ? lotteries.ofOccurrence[a]! + 1 : 0);
  const groupOf = (pupil: number, a: number): number => {
    const traits = traitsAt[a]!;
    let group = groupStart[a]!;
    for (let i = 0; i < traits.length; i++) group += ((choices!.traits[pupil]! >> traits[i]!) & 1) << i;
    return group;
  };
  const base = new Int32Array(groupStart[occurrences]! + 1);
  const groups = new Int32Array(wishOccurrence.length);
  for (let p = 0; p < pupilCount(problem); p++) {
    for (let e = wishStart[p]!; e < wishStart[p + 1]!; e++) {
      if (wishClass[e]! >= VETOED) continue;
      const group = groupOf(p, wishOccurrence[e]!);
      groups[e] = group;
      base[group + 1]!++;
    }
  }
  for (let group = 1; group < base.length; group++) base[group]! += base[group - 1]!;
  const waiting = new Int32Array(base.length - 1);
  const end = base.slice(1);
  const keys = new Int32Array(base[base.length - 1]!);
  const key = (pupil: number, edge: number): number => keyOf(wishClass[edge]!, ranks[lotteryAt(wishOccurrence[edge]!)]![pupil]!);
  for (let p = 0; p < pupilCount(problem); p++) {
    for (let e = wishStart[p]!; e < wishStart[p + 1]!; e++) {
      if (wishClass[e]! >= VETOED) continue;
      const group = groups[e]!;
      const at = waits(p, e) ? base[group]! + waiting[group]!++ : --end[group]!;
      keys[at] = ~key(p, e);
    }
  }
  for (let group = 0; group < waiting.length; group++) if (waiting[group]! > 1) heapify(keys, base[group]!, waiting[group]!);
  return { groupStart, traitsAt, base, waiting, keys, groupOf, pupilOf: (a, of) => drawn[lotteryAt(a)]![lotteryOfKey(of)]!, keyOf: key };
}

/** The best key that waits in a group that has some. */
export function bestWaiting({ keys, base }: Applicants, group: number): number {
  return ~keys[base[group]!]!;
}

/** The best of a group waits no longer. */
export function dropBest({ keys, base, waiting }: Applicants, group: number): void {
  const count = waiting[group]!--;
  const best = popWorst(keys, base[group]!, count);
  keys[base[group]! + count - 1] = best;
}

/** A pupil waits (again) for a wish. */
export function awaitAgain({ keys, base, waiting, groupOf, keyOf: key }: Applicants, { wishOccurrence }: Problem, pupil: number, edge: number): void {
  const group = groupOf(pupil, wishOccurrence[edge]!);
  const own = ~key(pupil, edge);
  const idle = base[group]! + waiting[group]!;
  const at = keys.subarray(idle, base[group + 1]!).indexOf(own);
  if (at === -1) return;
  keys[idle + at] = keys[idle]!;
  push(keys, base[group]!, waiting[group]!++, own);
}

function traitsSpokenOf({ choices }: Problem, a: number): readonly number[] {
  if (!choices) return NONE;
  const spoken = new Set<number>();
  for (const { start, trait } of [choices.seats, choices.ceilings]) {
    for (let row = start[a]!; row < start[a + 1]!; row++) if (trait[row] !== -1) spoken.add(trait[row]!);
  }
  return spoken.size === 0 ? NONE : [...spoken].sort((x, y) => x - y);
}
