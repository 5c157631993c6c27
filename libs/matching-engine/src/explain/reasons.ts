import { ledgerOf, NOBODY } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { limitAt } from './limits.ts';
import type { Limits } from './limits.ts';
import { Kind } from '../stable/cells.ts';
import { OPEN, SHUT } from '../stable/choice.ts';
import type { Lookup } from '../stable/guaranteed-acceptance.ts';
import { NOT_ELIGIBLE, VETOED, allSingle, clashes, classOfKey, keyOf, occurrenceCount, pupilCount, rankAt } from '../problem.ts';
import type { Match, Problem } from '../problem.ts';

/** Why a wish was not fulfilled, as one byte per edge; NONE where nothing needs saying (a worse wish, or all places filled). */
export const Reason = {
  NONE: 0,
  PLACED: 1,
  NOT_ELIGIBLE: 2,
  VETOED: 3,
  CLOSED: 4,
  CLASH: 5,
  FULL: 6,
  OUTRANKED_BY_PRIORITY: 7,
  OUTRANKED_BY_LOTTERY: 8,
  DOES_NOT_FIT: 9,
  PLACES_PINNED: 10,
  DISPLACED_BY_GUARANTEE: 11,
  CEILING: 12,
  COMPANY_FULL: 13,
} as const;

/** Per edge the reason and the round in which it was decided (0 where no round decided it). */
export interface Reasons {
  code: Uint8Array;
  round: Uint8Array;
}

/**
 * Finds for every wish better than what was received, and for all wishes of pupils with places left, why not.
 *
 * A stable outcome is described by its cutoffs (Azevedo & Leshno 2016), so one comparison a wish is enough:
 * - in each round a pupil goes down the list to the place received; a wish passed over was barred, clashed with a place
 *   held before the round, or went to keys up to the round's cutoff;
 * - FULL: no seat was left for any key, for pins or an earlier round had taken them;
 * - OUTRANKED_BY_PRIORITY or _LOTTERY: the key is behind the cutoff, by its class or by its number within the class;
 * - DISPLACED_BY_GUARANTEE: somebody with a worse key has a seat reserved for a trait, or a slot of it, that this pupil
 *   lacks; or all seats went that way. OUTRANKED means behind everybody who could have given way;
 * - CEILING: as many as may count for the ceiling have better keys, and the seats are not all gone to better keys;
 * - COMPANY_FULL: seats are left there, but not with the company;
 * - DOES_NOT_FIT: a unit of several seats, passed over by smaller ones, or larger than the capacity.
 * O(E) plus the clashes tested.
 */
export function reasonsFor(problem: Problem, match: Match): Reasons {
  const code = new Uint8Array(problem.wishOccurrence.length);
  const decided = new Uint8Array(problem.wishOccurrence.length);
  const ledger = ledgerOf(problem, match);
  const lookup = ledger.limits?.lookup;
  if (match.stride === 1 && lookup) explainGuarantees(problem, match, { ledger, limits: ledger.limits!, lookup }, { code, round: decided });
  else if (match.stride === 1 && allSingle(problem)) explainSingle(problem, match, ledger, { code, round: decided });
  else explainRounds(problem, match, ledger, { code, round: decided });
  return { code, round: decided };
}

/** One place each: nothing held before, so nothing clashes, and the cutoff decides. */
function explainSingle(problem: Problem, match: Match, ledger: Ledger, reasons: Reasons): void {
  const { wishStart, wishOccurrence, wishClass } = problem;
  const { occurrence, edge, round } = match;
  const { code, round: decided } = reasons;
  const { before, last, closed } = ledger;
  const byRule = ledger.limits ? refusals(problem, ledger, ledger.limits) : undefined;
  for (let p = 0; p < occurrence.length; p++) {
    const placed = edge[p]!;
    if (occurrence[p] !== -1 && round[p] === 0) {
      explainPinned(problem, match, p, code);
      continue;
    }
    const end = placed === -1 ? wishStart[p + 1]! : placed;
    for (let e = wishStart[p]!; e < end; e++) {
      const priority = wishClass[e]!;
      const a = wishOccurrence[e]!;
      if (priority >= VETOED) code[e] = priority === NOT_ELIGIBLE ? Reason.NOT_ELIGIBLE : Reason.VETOED;
      else if (closed[a]) code[e] = Reason.CLOSED;
      else {
        decided[e] = 1;
        if (before[a]! < 1) code[e] = Reason.FULL;
        else if (byRule) code[e] = byRule(p, e, 1);
        else code[e] = priority > classOfKey(last[a]!) ? Reason.OUTRANKED_BY_PRIORITY : Reason.OUTRANKED_BY_LOTTERY;
      }
    }
    if (placed === -1) continue;
    code[placed] = Reason.PLACED;
    decided[placed] = 1;
  }
}

/**
 * `explainSingle` where every occurrence is plain or guarantees seats: what decides is one number per cell, below which a
 * guarantee stood in the way, and behind it the class of the cutoff.
 */
function explainGuarantees(problem: Problem, match: Match, { ledger, limits, lookup }: { ledger: Ledger; limits: Limits; lookup: Lookup }, { code, round: decided }: Reasons): void {
  const { wishStart, wishOccurrence, wishClass, lottery } = problem;
  const { occurrence, edge, round } = match;
  const { before, closed } = ledger;
  const { start } = limits.cells;
  const { kind, from, cell } = lookup;
  const displacedBelow = guaranteeBounds(ledger, limits);
  for (let p = 0; p < occurrence.length; p++) {
    const placed = edge[p]!;
    if (occurrence[p] !== -1 && round[p] === 0) {
      explainPinned(problem, match, p, code);
      continue;
    }
    const end = placed === -1 ? wishStart[p + 1]! : placed;
    const own = kind[p]!;
    const rank = lottery[p]!;
    for (let e = wishStart[p]!; e < end; e++) {
      const priority = wishClass[e]!;
      const a = wishOccurrence[e]!;
      if (priority >= VETOED) code[e] = priority === NOT_ELIGIBLE ? Reason.NOT_ELIGIBLE : Reason.VETOED;
      else if (closed[a]) code[e] = Reason.CLOSED;
      else {
        decided[e] = 1;
        const at = start[a]! + cell[from[a]! + own]!;
        if (before[a]! < 1) code[e] = Reason.FULL;
        else if (keyOf(priority, rank) < displacedBelow[at]!) code[e] = Reason.DISPLACED_BY_GUARANTEE;
        else code[e] = priority > classOfKey(limits.key[at]!) ? Reason.OUTRANKED_BY_PRIORITY : Reason.OUTRANKED_BY_LOTTERY;
      }
    }
    if (placed === -1) continue;
    code[placed] = Reason.PLACED;
    decided[placed] = 1;
  }
}

/** Per cell the key below which a refusal is due to a guarantee, by the rule of `refusals`. */
function guaranteeBounds({ last, after }: Ledger, { cells, key, trait }: Limits): Int32Array {
  const bounds = new Int32Array(key.length).fill(SHUT);
  for (let a = 0; a < cells.kind.length; a++) {
    for (let at = cells.start[a]!; at < cells.start[a + 1]!; at++) {
      if (trait[at] !== -1) bounds[at] = after[a]! < 1 && key[at] !== SHUT ? last[a]! + 1 : OPEN;
    }
  }
  return bounds;
}

function explainRounds(problem: Problem, match: Match, ledger: Ledger, { code, round: decided }: Reasons): void {
  const { wishStart } = problem;
  const { stride, occurrence, edge, round } = match;
  const decide = decisions(problem, match, ledger);
  for (let p = 0; p < pupilCount(problem); p++) {
    const first = p * stride;
    const last = first + stride;
    let slot = first;
    while (slot < last && occurrence[slot] !== -1 && round[slot] === 0) slot++;
    if (slot === last) {
      explainPinned(problem, match, p, code);
      continue;
    }
    const end = wishStart[p + 1]!;
    for (let e = wishStart[p]!; e < end && slot < last; e++) {
      if (edge[slot] === e) {
        code[e] = Reason.PLACED;
        decided[e] = round[slot++]!;
      } else {
        const inRound = slot - first + 1;
        const reason = decide(p, e, slot, inRound);
        code[e] = reason;
        if (reason > Reason.CLOSED) decided[e] = inRound;
      }
    }
    for (let held = first; held < slot; held++) if (edge[held] !== -1) code[edge[held]!] = Reason.PLACED;
  }
}

/** All places are pins: nothing was asked for, so every wish better than the worst pin is explained by them. */
function explainPinned({ wishStart }: Problem, { stride, edge }: Match, pupil: number, code: Uint8Array): void {
  const pinned = edge.subarray(pupil * stride, (pupil + 1) * stride);
  const until = pinned.includes(-1) ? wishStart[pupil + 1]! : Math.max(...pinned);
  code.fill(Reason.PLACES_PINNED, wishStart[pupil]!, until);
  for (const wish of pinned) if (wish !== -1) code[wish] = Reason.PLACED;
}

function decisions(problem: Problem, match: Match, ledger: Ledger): (pupil: number, edge: number, slot: number, inRound: number) => number {
  const { wishOccurrence, wishClass, size, capacity } = problem;
  const { stride, occurrence } = match;
  const occurrences = occurrenceCount(problem);
  const { before, last, closed } = ledger;
  const byRule = ledger.limits ? refusals(problem, ledger, ledger.limits) : undefined;
  return (pupil, edge, slot, inRound) => {
    const a = wishOccurrence[edge]!;
    const priority = wishClass[edge]!;
    if (priority >= VETOED) return priority === NOT_ELIGIBLE ? Reason.NOT_ELIGIBLE : Reason.VETOED;
    const at = (inRound - 1) * occurrences + a;
    const noSeat = before[at]! < size[pupil]!;
    if (noSeat && closed[a]) return Reason.CLOSED;
    for (let held = pupil * stride; held < slot; held++) {
      if (clashes(problem, occurrence[held]!, a)) return Reason.CLASH;
    }
    if (noSeat) return capacity[a]! > 0 && size[pupil]! > capacity[a]! ? Reason.DOES_NOT_FIT : Reason.FULL;
    if (byRule) return byRule(pupil, edge, inRound);
    const cutoff = last[at]!;
    if (cutoff === NOBODY || keyOf(priority, problem.lottery[pupil]!) < cutoff) return Reason.DOES_NOT_FIT;
    return priority > classOfKey(cutoff) ? Reason.OUTRANKED_BY_PRIORITY : Reason.OUTRANKED_BY_LOTTERY;
  };
}

/** Why an occurrence with a rule of its own refused a wish for which it had seats when the round began. */
function refusals(problem: Problem, { last, after }: Ledger, limits: Limits): (pupil: number, edge: number, inRound: number) => number {
  const { wishOccurrence, wishClass, lottery, lotteries } = problem;
  const { cells, key, trait } = limits;
  const { kind } = cells;
  const occurrences = kind.length;
  return (pupil, edge, inRound) => {
    const a = wishOccurrence[edge]!;
    const priority = wishClass[edge]!;
    const at = (inRound - 1) * occurrences + a;
    const limit = limitAt(limits, problem, pupil, a, inRound);
    const cutoff = key[limit]!;
    const inTheWay = trait[limit] !== -1;
    const isBehindAll = after[at]! < 1 && keyOf(priority, lotteries ? rankAt(problem, pupil, a) : lottery[pupil]!) > last[at]!;
    if (kind[a] === Kind.COMPANY && after[at]! > 0) return Reason.COMPANY_FULL;
    if (kind[a] === Kind.CEILINGS && inTheWay && !isBehindAll) return Reason.CEILING;
    if (kind[a] !== Kind.CEILINGS && inTheWay && (!isBehindAll || cutoff === SHUT)) return Reason.DISPLACED_BY_GUARANTEE;
    return priority > classOfKey(cutoff) ? Reason.OUTRANKED_BY_PRIORITY : Reason.OUTRANKED_BY_LOTTERY;
  };
}
