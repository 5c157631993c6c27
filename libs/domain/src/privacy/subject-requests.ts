import type { LegalBasis } from '../consent';
import { addDays, addMonths, daysUntil, type Day } from '../kernel';

/** What a person asks for (Betroffenenanfrage): the rights of Articles 15 to 18, 20 and 21 GDPR. */
export const requestKinds = ['ACCESS', 'RECTIFICATION', 'ERASURE', 'RESTRICTION', 'OBJECTION', 'PORTABILITY'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** Whose data it is about; kinds of the data map. */
export const requestSubjects = ['PUPIL', 'GUARDIAN', 'CONTACT', 'USER'] as const;
export type RequestSubject = (typeof requestSubjects)[number];

/** Who asks: the person, a guardian or somebody they authorised; OFFICE = nobody, the office finds that its own duty demands it. */
export const requesters = ['SELF', 'GUARDIAN', 'REPRESENTATIVE', 'OFFICE'] as const;
export type Requester = (typeof requesters)[number];

/** How a request reached us (Weg). */
export const requestChannels = ['WEB', 'MAIL', 'PAPER', 'PHONE'] as const;
export type RequestChannel = (typeof requestChannels)[number];

/** What made us sure who asks (Art. 12(6)): no more than the doubt needs, and no copy of an identity document is kept. */
export const identityChecks = ['KNOWN_ADDRESS', 'LINK', 'SCHOOL_LETTER_CODE', 'SCHOOL_CONFIRMED', 'CALL_BACK', 'IN_PERSON', 'OWN_DUTY'] as const;
export type IdentityCheck = (typeof identityChecks)[number];

/** RECEIVED = identity open, EXAMINED = known who asks; the others are ends. */
export const requestStates = ['RECEIVED', 'EXAMINED', 'ANSWERED', 'REFUSED', 'WITHDRAWN'] as const;
export type RequestState = (typeof requestStates)[number];
export const openStates = ['RECEIVED', 'EXAMINED'] as const satisfies readonly RequestState[];
export const isOpen = (state: RequestState): boolean => (openStates as readonly RequestState[]).includes(state);

/** Why more time is needed (Art. 12(3) sentence 2). */
export const extensionReasons = ['COMPLEX', 'MANY_REQUESTS'] as const;
export type ExtensionReason = (typeof extensionReasons)[number];

/** Why a request is refused (Art. 11(2), 12(4) and (5), 15(4), 17(3), 18, 21(1)). */
export const refusalReasons = ['NOT_IDENTIFIED', 'NOT_ENTITLED', 'UNFOUNDED', 'EXCESSIVE', 'RIGHTS_OF_OTHERS', 'LEGAL_DUTY', 'COMPELLING_GROUNDS', 'CORRECT_ALREADY'] as const;
export type RequestRefusal = (typeof refusalReasons)[number];

/** Grounds of erasing (Löschgründe, Art. 17(1)): a to f, or that the period of a retention class ended. */
export const erasureGrounds = ['NO_LONGER_NEEDED', 'CONSENT_WITHDRAWN', 'OBJECTION', 'UNLAWFUL', 'LEGAL_OBLIGATION', 'CHILD_ONLINE', 'RETENTION'] as const;
export type ErasureGround = (typeof erasureGrounds)[number];

/** The days of the clock of a request. */
export interface RequestClock {
  receivedOn: Day;
  /** Whether the two further months were taken. */
  extended: boolean;
}

/**
 * The last day for the answer: one month after the day of receipt, three when extended (Art. 12(3)). Counted by calendar
 * months; the 31st ends on the last day of a shorter month. Weekends do not prolong it: we answer before them.
 */
export const dueOn = ({ receivedOn, extended }: RequestClock): Day => addMonths(receivedOn, extended ? 3 : 1);

/** Whether the two further months may still be taken on a day: the reason must be told within the first month. */
export const mayExtend = ({ receivedOn, extended }: RequestClock, today: Day): boolean => !extended && today <= addMonths(receivedOn, 1);

/** Days after receipt on which the office is reminded; of an extended request also so many days before its end. */
const reminderDays = { afterReceipt: [14, 25], beforeExtendedEnd: [14, 6] };

/** How many reminders are due by a day, 0 to 2, or to 4 when extended; never fewer on a later day. */
export function remindersBy(clock: RequestClock, today: Day): number {
  const days = reminderDays.afterReceipt.map((count) => addDays(clock.receivedOn, count));
  if (clock.extended) days.push(...reminderDays.beforeExtendedEnd.map((count) => addDays(dueOn(clock), -count)));
  return days.filter((day) => day <= today).length;
}

/** How pressing a request is (Ampel): red = over or within 5 days, amber = within 14, green = later; none when ended. */
export type Urgency = 'OVERDUE' | 'RED' | 'AMBER' | 'GREEN' | 'NONE';

/** The traffic light of a request by the days left. */
export function urgencyOf(state: RequestState, due: Day, today: Day): Urgency {
  if (!isOpen(state)) return 'NONE';
  const left = daysUntil(today, due);
  if (left < 0) return 'OVERDUE';
  return left <= 5 ? 'RED' : left <= 14 ? 'AMBER' : 'GREEN';
}

/**
 * Whether somebody may ask on behalf of a pupil: guardians until the 18th birthday (DSR-7), a pupil alone from 14
 * (SchulG M-V § 55(4)); TO_JUDGE = a person looks, as for whoever comes with a mandate, where the age is unknown, or for a
 * guardian while the guardians disagree (`disputed`).
 */
export function standingOf(requester: Requester, age: number | null, disputed: boolean): 'ENTITLED' | 'TO_JUDGE' | 'NOT_ENTITLED' {
  if (requester === 'OFFICE') return 'ENTITLED';
  if (requester === 'REPRESENTATIVE' || age === null) return 'TO_JUDGE';
  if (requester === 'GUARDIAN') return age >= 18 ? 'NOT_ENTITLED' : disputed ? 'TO_JUDGE' : 'ENTITLED';
  return age >= 14 ? 'ENTITLED' : 'TO_JUDGE';
}

/** What the requests of a person do to the use of their data while they stand: hidden as a whole, or closed for purposes. */
export interface Limits {
  restricted: boolean;
  objections: string[];
}

/** Limits by all requests of a person whose effect stands: a restriction (Art. 18), and objections to purposes (Art. 21). */
export const limitsBy = (standing: readonly { kind: RequestKind; purposes: readonly string[] }[]): Limits => ({
  restricted: standing.some(({ kind }) => kind === 'RESTRICTION'),
  objections: [...new Set(standing.flatMap(({ kind, purposes }) => (kind === 'OBJECTION' ? purposes : [])))].sort(),
});

/**
 * What a family may ask for by its link (Art. 15 to 18, 21): a copy, a correction, erasure, a restriction, an objection. The
 * data for other programs (Art. 20) lie in every copy.
 */
export const askedByLink = ['ACCESS', 'RECTIFICATION', 'ERASURE', 'RESTRICTION', 'OBJECTION'] as const satisfies readonly RequestKind[];
export type AskedByLink = (typeof askedByLink)[number];

/** Whether a person may object to a purpose (Art. 21(1)): it rests on a public task or a legitimate interest. */
export const mayObjectTo = (basis: LegalBasis): boolean => basis === 'PUBLIC_TASK' || basis === 'LEGITIMATE_INTEREST';

/** How many corrections of one person may be open at once by a link; of every other kind one is enough. */
export const mostOpenCorrections = 5;

/** Kinds that are answered with a copy of the data. */
export const asksForCopy = (kind: RequestKind): boolean => kind === 'ACCESS' || kind === 'PORTABILITY';

/** Kinds whose effect begins as soon as we know who asks, and stays while it is examined. */
export const limitsUse = (kind: RequestKind): boolean => kind === 'RESTRICTION' || kind === 'OBJECTION';
