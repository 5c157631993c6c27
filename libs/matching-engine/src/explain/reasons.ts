import { ledgerOf, NOBODY } from './ledger.ts';
import { NOT_ELIGIBLE, VETOED, clashes, classOfKey, keyOf, occurrenceCount, pupilCount } from '../problem.ts';
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
 * - DOES_NOT_FIT: a unit of several seats, passed over by smaller ones, or larger than the capacity.
 * O(E) plus the clashes tested.
 */
export function reasonsFor(problem: Problem, match: Match): Reasons {
  const { wishStart, wishOccurrence } = problem;
  const { stride, occurrence, edge, round } = match;
  const code = new Uint8Array(wishOccurrence.length);
  const decided = new Uint8Array(wishOccurrence.length);
  const decide = decisions(problem, match);
  for (let p = 0; p < pupilCount(problem); p++) {
    const first = p * stride;
    let slot = first;
    while (slot < first + stride && occurrence[slot] !== -1 && round[slot] === 0) slot++;
    const end = wishStart[p + 1]!;
    if (slot === first + stride) {
      explainPinned(problem, match, p, code);
      continue;
    }
    const last = first + stride;
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
  return { code, round: decided };
}

/** All places are pins: nothing was asked for, so every wish better than the worst pin is explained by them. */
function explainPinned({ wishStart }: Problem, { stride, edge }: Match, pupil: number, code: Uint8Array): void {
  const pinned = edge.subarray(pupil * stride, (pupil + 1) * stride);
  const until = pinned.includes(-1) ? wishStart[pupil + 1]! : Math.max(...pinned);
  code.fill(Reason.PLACES_PINNED, wishStart[pupil]!, until);
  for (const wish of pinned) if (wish !== -1) code[wish] = Reason.PLACED;
}

function decisions(problem: Problem, match: Match): (pupil: number, edge: number, slot: number, inRound: number) => number {
  const { wishOccurrence, wishClass, lottery, size, capacity } = problem;
  const { stride, occurrence } = match;
  const occurrences = occurrenceCount(problem);
  const { before, last, closed } = ledgerOf(problem, match);
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
    const cutoff = last[at]!;
    if (cutoff === NOBODY || keyOf(priority, lottery[pupil]!) < cutoff) return Reason.DOES_NOT_FIT;
    return priority > classOfKey(cutoff) ? Reason.OUTRANKED_BY_PRIORITY : Reason.OUTRANKED_BY_LOTTERY;
  };
}
