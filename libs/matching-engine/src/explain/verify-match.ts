import type { Match, Problem } from '../problem.ts';
import type { ViolationCode } from './read-outcome.ts';
import { ruleCheck } from './verify-rules.ts';

/** A broken promise in indexes. */
export interface MatchViolation {
  code: ViolationCode;
  pupil?: number;
  occurrence?: number;
}

/** What the verifier counted for itself; per round and occurrence, round r (from 1) at (r - 1) * occurrences + a. */
export interface Tally {
  /** Seats left after the round. */
  left: Int32Array;
  /** Worst rank admitted: class * 2^24 + lottery, or -1 when nobody was. */
  worst: Float64Array;
}

const RANKS = 2 ** 24;
const WORST = 253;
const VETO = 254;

/**
 * Checks a match against the definition alone: it shares no code with the mechanism, only the two data types.
 *
 * - feasible: pins kept, wishes only, eligible, at most `placesPerPupil`, nothing twice, no clash, capacity;
 * - closing: closed ones are empty, the others reach their minimum or are pinned;
 * - stable in each round: where a pupil would rather be, too few seats stayed free (WASTE otherwise), and nobody was
 *   admitted with a worse key who needs as many seats (ENVY otherwise; see sizedAcceptance for units of several seats);
 *   an occurrence with reserves, slots, ceilings or a company would choose exactly its own (see `ruleCheck`).
 * It cannot see whether the closings were decided in the right order: that needs a second run.
 */
export function verifyMatch(problem: Problem, match: Match): { violations: MatchViolation[]; tally: Tally } {
  const violations: MatchViolation[] = [];
  const tally = count(problem, match, violations);
  checkPlaces(problem, match, violations);
  checkClosings(problem, match, tally, violations);
  checkStability(problem, match, tally, violations);
  return { violations, tally };
}

/** Class and lottery of a wish in one number, the smaller the better. */
function rankOf({ wishClass, wishOccurrence, lottery, lotteries }: Problem, pupil: number, wish: number): number {
  const drawnBy = lotteries === undefined ? -1 : lotteries.ofOccurrence[wishOccurrence[wish]!]!;
  return wishClass[wish]! * RANKS + (drawnBy < 0 ? lottery[pupil]! : lotteries!.ranks[drawnBy]![pupil]!);
}

function count(problem: Problem, match: Match, violations: MatchViolation[]): Tally {
  const { wishClass, capacity, size, lottery, lotteries, pinPupil, pinOccurrence } = problem;
  const { stride, occurrence, edge, round } = match;
  const occurrences = capacity.length;
  const taken = new Int32Array(occurrences * stride);
  const worst = new Float64Array(occurrences * stride).fill(-1);
  const start = capacity.slice();
  for (const closing of match.closings) start[closing.occurrence] = 0;
  pinPupil.forEach((pupil, i) => (start[pinOccurrence[i]!]! -= size[pupil]!));
  for (let p = 0, slot = 0; p < size.length; p++) {
    for (const end = slot + stride; slot < end; slot++) {
      if (occurrence[slot] === -1 || round[slot] === 0) continue;
      const at = (round[slot]! - 1) * occurrences + occurrence[slot]!;
      const rank = lotteries === undefined ? wishClass[edge[slot]!]! * RANKS + lottery[p]! : rankOf(problem, p, edge[slot]!);
      taken[at]! += size[p]!;
      if (rank > worst[at]!) worst[at] = rank;
    }
  }
  const left = new Int32Array(taken.length);
  for (let at = 0; at < taken.length; at++) {
    left[at] = (at < occurrences ? start[at]! : left[at - occurrences]!) - taken[at]!;
    if (left[at]! < 0 && taken[at]! > 0) violations.push({ code: 'CAPACITY', occurrence: at % occurrences });
  }
  return { left, worst };
}

function overlap(problem: Problem, a: number, b: number): boolean {
  if (a === b || (problem.activity[a]! >= 0 && problem.activity[a] === problem.activity[b])) return true;
  return Math.max(problem.startsAt[a]!, problem.startsAt[b]!) < Math.min(problem.endsAt[a]!, problem.endsAt[b]!);
}

function checkPlaces(problem: Problem, match: Match, violations: MatchViolation[]): void {
  const { wishStart, wishOccurrence, wishClass, capacity, placesPerPupil } = problem;
  const { stride, occurrence, edge, round } = match;
  const pins = new Set(Array.from(problem.pinPupil, (pupil, i) => pupil * capacity.length + problem.pinOccurrence[i]!));
  for (let p = 0; p < problem.size.length; p++) {
    let places = 0;
    for (let i = 0; i < stride; i++) {
      const slot = p * stride + i;
      const a = occurrence[slot]!;
      if (a === -1) continue;
      const wish = edge[slot]!;
      const pinned = round[slot] === 0;
      if (places++ < i || (!pinned && round[slot] !== i + 1)) violations.push({ code: 'WRONG_ROUND', pupil: p, occurrence: a });
      if (pinned && !pins.delete(p * capacity.length + a)) violations.push({ code: 'NOT_PINNED', pupil: p, occurrence: a });
      if (!pinned || wish !== -1) {
        const own = wish >= wishStart[p]! && wish < wishStart[p + 1]! && wishOccurrence[wish] === a;
        if (!own) violations.push({ code: 'NOT_WISHED', pupil: p, occurrence: a });
        else if (wishClass[wish]! > WORST) violations.push({ code: wishClass[wish] === VETO ? 'VETOED' : 'NOT_ELIGIBLE', pupil: p, occurrence: a });
      }
      for (let other = p * stride; other < slot; other++) {
        if (occurrence[other] !== -1 && overlap(problem, occurrence[other]!, a)) violations.push({ code: 'CLASH', pupil: p, occurrence: a });
      }
    }
    if (places > placesPerPupil) violations.push({ code: 'TOO_MANY_PLACES', pupil: p });
  }
  for (const pin of pins) {
    violations.push({ code: 'PIN_MISSING', pupil: Math.floor(pin / capacity.length), occurrence: pin % capacity.length });
  }
}

function checkClosings(problem: Problem, match: Match, { left }: Tally, violations: MatchViolation[]): void {
  const closed = new Set(match.closings.map(({ occurrence }) => occurrence));
  const pinned = new Set(problem.pinOccurrence);
  const lastRound = (match.stride - 1) * problem.capacity.length;
  for (let a = 0; a < problem.capacity.length; a++) {
    if (closed.has(a)) {
      if (match.occurrence.includes(a)) violations.push({ code: 'CLOSED_BUT_PLACED', occurrence: a });
    } else if (problem.capacity[a]! - left[lastRound + a]! < problem.minimum[a]! && !pinned.has(a)) {
      violations.push({ code: 'BELOW_MINIMUM', occurrence: a });
    }
  }
}

function checkStability(problem: Problem, match: Match, tally: Tally, violations: MatchViolation[]): void {
  const { wishStart, wishOccurrence, wishClass, size, lottery, lotteries, capacity, placesPerPupil } = problem;
  const { left, worst } = tally;
  const { stride, occurrence, edge, round } = match;
  const rules = ruleCheck(problem, match, tally, (pupil, wish) => rankOf(problem, pupil, wish));
  const closed = new Uint8Array(capacity.length);
  for (const { occurrence: a } of match.closings) closed[a] = 1;
  for (let p = 0; p < size.length; p++) {
    const first = p * stride;
    for (let slot = first; slot < first + stride && slot - first < placesPerPupil; slot++) {
      const failed = occurrence[slot] === -1;
      if (!failed && round[slot] === 0) continue;
      const until = failed ? wishStart[p + 1]! : edge[slot]!;
      for (let e = wishStart[p]!; e < until; e++) {
        const a = wishOccurrence[e]!;
        if (wishClass[e]! > WORST || closed[a]) continue;
        const rank = lotteries === undefined ? wishClass[e]! * RANKS + lottery[p]! : rankOf(problem, p, e);
        const at = (slot - first) * capacity.length + a;
        const roomLeft = left[at]! >= size[p]!;
        const byRule = rules !== undefined && rules.governs(a);
        if (!byRule && !roomLeft && worst[at]! <= rank) continue;
        if (heldBefore(problem, match, first, slot, a)) continue;
        if (byRule) {
          const code = rules.refused(p, a, slot - first + 1, rank);
          if (code) violations.push({ code, pupil: p, occurrence: a });
        } else if (roomLeft) violations.push({ code: 'WASTE', pupil: p, occurrence: a });
        else if (size[p] === 1 || passedByAsLarge(problem, match, p, e, slot - first + 1)) violations.push({ code: 'ENVY', pupil: p, occurrence: a });
      }
      if (failed) break;
    }
  }
  if (rules) violations.push(...rules.settle());
}

function heldBefore(problem: Problem, { occurrence }: Match, first: number, slot: number, a: number): boolean {
  for (let held = first; held < slot; held++) if (overlap(problem, occurrence[held]!, a)) return true;
  return false;
}

/** Whether somebody who needs at least as many seats was admitted there in that round with a worse key. */
function passedByAsLarge(problem: Problem, match: Match, pupil: number, wish: number, inRound: number): boolean {
  const { wishOccurrence, size } = problem;
  const own = rankOf(problem, pupil, wish);
  return match.edge.some((edge, slot) => {
    if (edge === -1 || match.round[slot] !== inRound || wishOccurrence[edge] !== wishOccurrence[wish]) return false;
    const other = Math.floor(slot / match.stride);
    return size[other]! >= size[pupil]! && rankOf(problem, other, edge) > own;
  });
}
