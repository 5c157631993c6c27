import { limitAt, limitsOf } from './limits.ts';
import type { Limits } from './limits.ts';
import { SHUT } from '../stable/choice.ts';
import { choosesByRule } from '../stable/chosen-acceptance.ts';
import { classOfKey, keyOf, lotteryOfKey, occurrenceCount, rankAt } from '../problem.ts';
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
  /** Absent where every occurrence takes its best keys by one lottery: then `last` says it all. */
  limits?: Limits;
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
  const { capacity, size, lottery, lotteries, wishClass } = problem;
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
      const key = keyOf(wishClass[edge[slot]!]!, lotteries ? rankAt(problem, p, a) : lottery[p]!);
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
  const ledger = { before, after, last, pinned, closed };
  return choosesByRule(problem) ? { ...ledger, limits: limitsOf(problem, match, before) } : ledger;
}

/** What a refused wish lacked: the own key, the key to beat (null = no key would have done), and the trait in the way (-1 = none). */
export interface Needed {
  own: KeyRecord;
  cutoff: KeyRecord | null;
  trait: number;
}

/** For a wish OUTRANKED, DISPLACED_BY_GUARANTEE, at a CEILING or COMPANY_FULL in the round given by `reasonsFor`. */
export function neededFor(problem: Problem, ledger: Ledger, pupil: number, edge: number, round: number): Needed {
  const a = problem.wishOccurrence[edge]!;
  const own = keyRecord(keyOf(problem.wishClass[edge]!, rankAt(problem, pupil, a)));
  if (!ledger.limits) return { own, cutoff: keyRecord(ledger.last[(round - 1) * occurrenceCount(problem) + a]!), trait: -1 };
  const at = limitAt(ledger.limits, problem, pupil, a, round);
  const key = ledger.limits.key[at]!;
  return { own, cutoff: key === SHUT ? null : keyRecord(key), trait: ledger.limits.trait[at]! };
}
