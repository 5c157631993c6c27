import { addDays, berlinDay, berlinMidnight, daysUntil, Refusal } from '../kernel';

/**
 * The life of a placement (Zuteilung). PLACED = given, no acceptance asked; OFFERED = to be accepted by a deadline;
 * LAPSED = the deadline passed; LATE_WITHDRAWN = withdrawn with fewer days left than the office needs to fill the seat;
 * CANCELLED_BY_HOST = the occurrence was called off; MOVED = gave way to a better wish that became free.
 */
export const placementStates = ['PLACED', 'OFFERED', 'ACCEPTED', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'LATE_WITHDRAWN', 'CANCELLED_BY_HOST', 'MOVED'] as const;
export type PlacementStatus = (typeof placementStates)[number];

export const placementActs = ['ACCEPT', 'DECLINE', 'LAPSE', 'WITHDRAW', 'CANCEL_BY_HOST', 'MOVE'] as const;
export type PlacementAct = (typeof placementActs)[number];

export interface PlacementToStep {
  state: PlacementStatus;
  /** Instant by which an offer must be accepted; null = none asked. */
  acceptBy: Date | null;
  startsAt: Date;
}

/** Days before an occurrence within which a withdrawal counts as late, unless the round says otherwise. */
export const usualLateDays = 3;

/** Whether a placement in this state takes its seats. Mirrored by `app.holds_seat` of the database. */
export const holdsSeat = (state: PlacementStatus): boolean => state === 'PLACED' || state === 'OFFERED' || state === 'ACCEPTED';

const ended = (state: PlacementStatus) => new Refusal('PLACEMENT_ENDED', { state });

/**
 * The state a placement has after an act at an instant. The same act again changes nothing, and what the calendar or
 * the host brings about (LAPSE, CANCEL_BY_HOST) leaves alone what it does not concern, so both are harmless when repeated.
 * A withdrawal is late with fewer than `lateDays` Berlin days left.
 * Refuses PLACEMENT_ENDED for an act on a placement that has ended otherwise, OFFER_LAPSED for accepting after the
 * deadline, PLACEMENT_NOT_OFFERED for declining what was not offered, PLACEMENT_ACCEPTED for moving what was accepted.
 */
export function nextState(placement: PlacementToStep, act: PlacementAct, now: Date, lateDays: number = usualLateDays): PlacementStatus {
  const { state, acceptBy, startsAt } = placement;
  switch (act) {
    case 'ACCEPT':
      if (state === 'OFFERED' && acceptBy !== null && now >= acceptBy) throw new Refusal('OFFER_LAPSED');
      if (!holdsSeat(state)) throw ended(state);
      return state === 'OFFERED' ? 'ACCEPTED' : state;
    case 'DECLINE':
      if (state === 'PLACED' || state === 'ACCEPTED') throw new Refusal('PLACEMENT_NOT_OFFERED', { state });
      if (state !== 'OFFERED' && state !== 'DECLINED') throw ended(state);
      return 'DECLINED';
    case 'LAPSE':
      return state === 'OFFERED' && acceptBy !== null && now >= acceptBy ? 'LAPSED' : state;
    case 'WITHDRAW':
      if (state === 'WITHDRAWN' || state === 'LATE_WITHDRAWN') return state;
      if (!holdsSeat(state)) throw ended(state);
      return daysUntil(berlinDay(now), berlinDay(startsAt)) < lateDays ? 'LATE_WITHDRAWN' : 'WITHDRAWN';
    case 'CANCEL_BY_HOST':
      return holdsSeat(state) ? 'CANCELLED_BY_HOST' : state;
    case 'MOVE':
      if (state === 'ACCEPTED') throw new Refusal('PLACEMENT_ACCEPTED');
      if (state !== 'MOVED' && !holdsSeat(state)) throw ended(state);
      return 'MOVED';
  }
}

/**
 * How a seat given at an instant begins: PLACED without acceptance (`acceptanceDays` 0), else OFFERED until the end of
 * the Berlin day so many days later, at the latest until the occurrence starts.
 */
export function newPlacement(acceptanceDays: number, startsAt: Date, now: Date): { state: 'PLACED' | 'OFFERED'; acceptBy: Date | null } {
  if (acceptanceDays === 0) return { state: 'PLACED', acceptBy: null };
  const endOfDay = berlinMidnight(addDays(berlinDay(now), acceptanceDays + 1));
  return { state: 'OFFERED', acceptBy: startsAt < endOfDay ? startsAt : endOfDay };
}

/** When the school is reminded of offers of one deadline still open: half of the days given before it; null when that leaves no whole day, or is past. */
export function remindAt(acceptBy: Date, acceptanceDays: number, now: Date): Date | null {
  const reminder = new Date(acceptBy.getTime() - Math.floor(acceptanceDays / 2) * 86_400_000);
  return acceptanceDays >= 2 && reminder > now ? reminder : null;
}
