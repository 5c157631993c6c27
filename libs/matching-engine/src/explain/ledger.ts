import { classOfKey, keyOf, lotteryOfKey, occurrenceCount } from '../problem.ts';
import type { Match, Problem } from '../problem.ts';

/** Seats and last keys per round and occurrence; round r (from 1) at occurrence a is at (r - 1) * occurrences + a. */
export interface Ledger {
  /** Seats free before and after the round. */
  before: Int32Array;
  after: Int32Array;
  /** Worst key admitted in the round, or NOBODY. */
  last: Int32Array;
  /** Per occurrence the seats its pins take. */
  pinned: Int32Array;
  /** 1 per closed occurrence. */
  closed: Uint8Array;
}

export const NOBODY = 2 ** 31 - 1;

/** A key in words: priority class (0 = best) and lottery number (1 goes first). */
export interface KeyRecord {
  priority: number;
  lottery: number;
}

export function keyRecord(key: number): KeyRecord {
  return { priority: classOfKey(key), lottery: lotteryOfKey(key) + 1 };
}

/** Reads seats and cutoffs off a match; needs nothing the mechanism knew on its way. O(places). */
export function ledgerOf(problem: Problem, match: Match): Ledger {
  const { capacity, size, lottery, wishClass } = problem;
  const { stride, occurrence, edge, round, closings } = match;
  const occurrences = occurrenceCount(problem);
  const taken = new Int32Array(stride * occurrences);
  const last = new Int32Array(stride * occurrences).fill(NOBODY);
  const pinned = new Int32Array(occurrences);
  for (let slot = 0, p = 0; p < lottery.length; p++) {
    for (const end = slot + stride; slot < end; slot++) {
      const a = occurrence[slot]!;
      if (a === -1) continue;
      const inRound = round[slot]!;
      if (inRound === 0) {
        pinned[a]! += size[p]!;
        continue;
      }
      const at = (inRound - 1) * occurrences + a;
      const key = keyOf(wishClass[edge[slot]!]!, lottery[p]!);
      taken[at]! += size[p]!;
      if (last[at] === NOBODY || key > last[at]!) last[at] = key;
    }
  }
  const closed = new Uint8Array(occurrences);
  for (const { occurrence: a } of closings) closed[a] = 1;
  const before = new Int32Array(stride * occurrences);
  const after = new Int32Array(stride * occurrences);
  for (let a = 0; a < occurrences; a++) {
    let free = closed[a] ? 0 : capacity[a]! - pinned[a]!;
    for (let at = a; at < before.length; at += occurrences) {
      before[at] = free;
      free -= taken[at]!;
      after[at] = free;
    }
  }
  return { before, after, last, pinned, closed };
}
