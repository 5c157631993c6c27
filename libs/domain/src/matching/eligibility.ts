import { overlaps, type AccessibilityProvision } from '../activities';
import { ageOn, berlinDay, type Day } from '../kernel';
import { missingReadiness, readinessNeeded, type ActivityFormat, type Readiness, type ReadinessKind } from '../partners';
import type { Place } from './reach';
import type { RoundRules } from './settings';
import { isWorkedAt, workingTimeBar, type WorkCalendar, type WorkingTimeLimit } from './working-time';

/** A place held outside the round: by the pupil, or by the group the pupil is in. */
export interface HeldPlace {
  occurrenceId: string;
  activityId: string;
  hostId: string;
  format: ActivityFormat;
  startsAt: Date;
  endsAt: Date;
}

/** A participant (pupil, or group by head count) with ranked wishes: occurrence ids, best first. */
export interface RoundParticipant {
  id: string;
  seats: number;
  grade: number | null;
  birthDate: Day | null;
  interests: readonly string[];
  wishes: readonly string[];
  /** What the consent gate says: GIVEN, or the code of what is wrong. */
  consent: string;
  /** Provisions a place must have for this participant; never why. */
  needs: readonly AccessibilityProvision[];
  /** The school, where the way begins. */
  school: Place;
  held: readonly HeldPlace[];
}

export interface RoundOccurrence {
  id: string;
  activityId: string;
  hostId: string;
  format: ActivityFormat;
  topics: readonly string[];
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  taken: number;
  minimum: number;
  open: boolean;
  grades: readonly number[];
  minimumAge: number | null;
  provisions: readonly AccessibilityProvision[];
  /** Whether its equipment asks for a briefing. */
  withBriefing: boolean;
  /** Proofs of the host. */
  readiness: readonly Readiness[];
  /** Where it takes place. */
  site: Place;
}

/** What eligibility reads beside the pair: the round's rules, the limits of working time, the calendar, the ways. */
export interface RoundWorld {
  rules: RoundRules;
  limits: readonly WorkingTimeLimit[];
  calendar: WorkCalendar;
  /** One way in the unit of the reach rule; null = unknown. Asked only where there is such a rule. */
  way(from: Place, to: Place): number | null;
}

/** Stable codes of what bars, in the order the rules are asked. */
export const eligibilityCodes = [
  'NOT_OPEN', 'CONSENT', 'GRADE', 'MINIMUM_AGE', 'WORK_NOT_ALLOWED', 'WORK_HOURS_OF_DAY', 'WORK_HOURS_OF_WEEK', 'WORK_SHIFT', 'WORK_TIME_OF_DAY', 'WORK_EVE',
  'WORK_WEEKEND', 'WORK_PUBLIC_HOLIDAY', 'WORK_DAYS_OF_YEAR', 'TIME_CLASH', 'SAME_ACTIVITY', 'TOO_FAR', 'PROVISIONS', 'HOST_NOT_READY', 'TOO_FEW_SEATS',
] as const;
export type EligibilityCode = (typeof eligibilityCodes)[number];

/** What bars a participant from an occurrence, with the values its words need. */
export interface EligibilityBar {
  code: EligibilityCode;
  params: Record<string, string | number>;
}

interface Asked {
  participant: RoundParticipant;
  occurrence: RoundOccurrence;
  world: RoundWorld;
}

interface EligibilityRule {
  /** Where the rule comes from. */
  source: string;
  /** Whether the round uses it; absent = always. */
  used?: (rules: RoundRules) => boolean;
  bar: (asked: Asked) => EligibilityBar | null;
}

const barIf = (barred: boolean, code: EligibilityCode, params: EligibilityBar['params'] = {}): EligibilityBar | null => (barred ? { code, params } : null);

/**
 * The rules in the order they are asked; the first that bars is the one that is told. What is unknown (grade, birth date,
 * coordinates) does not bar: it is a finding the office looks at.
 */
export const eligibilityRules: readonly EligibilityRule[] = [
  { source: 'planned and published occurrences only', bar: ({ occurrence }) => barIf(!occurrence.open, 'NOT_OPEN') },
  { source: 'GDPR Art 6(1)(a), 8: a valid consent to matching', used: (rules) => rules.consent, bar: ({ participant: { consent } }) => barIf(consent !== 'GIVEN', 'CONSENT', { state: consent }) },
  { source: 'grades the activity is for', bar: ({ participant: { grade }, occurrence: { grades } }) => barIf(grade !== null && grades.length > 0 && !grades.includes(grade), 'GRADE', { grade: grade ?? 0 }) },
  {
    source: 'minimum age of the activity, on the Berlin day it starts',
    bar: ({ participant: { birthDate }, occurrence: { minimumAge, startsAt } }) => barIf(birthDate !== null && minimumAge !== null && ageOn(birthDate, berlinDay(startsAt)) < minimumAge, 'MINIMUM_AGE', { age: minimumAge ?? 0 }),
  },
  {
    source: 'JArbSchG; the rows of working time name their sections',
    used: (rules) => rules.workingTime,
    bar: ({ participant, occurrence, world }) => workingTimeBar(participant, occurrence, participant.held.filter(isWorkedAt), world.limits, world.calendar),
  },
  { source: 'nobody is at two places at once', bar: ({ participant: { held }, occurrence }) => barIf(held.some((place) => overlaps(place, occurrence)), 'TIME_CLASH') },
  {
    source: 'the round: nobody goes twice to one activity',
    used: (rules) => rules.onceOnly,
    bar: ({ participant: { held }, occurrence: { activityId } }) => barIf(held.some((place) => place.activityId === activityId), 'SAME_ACTIVITY'),
  },
  {
    source: 'the round: how far participants may be sent',
    used: (rules) => rules.reach !== null,
    bar: ({ participant: { school }, occurrence: { site }, world }) => {
      const most = world.rules.reach?.most ?? Infinity;
      const way = world.way(school, site);
      return barIf(way !== null && way > most, 'TOO_FAR', { way: way ?? 0, most, by: world.rules.reach?.by ?? '' });
    },
  },
  {
    source: 'provisions a participant needs (never why)',
    used: (rules) => rules.provisions,
    bar: ({ participant: { needs }, occurrence: { provisions } }) => barIf(needs.some((need) => !provisions.includes(need)), 'PROVISIONS'),
  },
  {
    source: 'JArbSchG § 28a, SGB VIII § 72a: proofs of the host valid to the last day',
    used: (rules) => rules.hostReadiness,
    bar: ({ occurrence }) => {
      const missing = notReady(occurrence);
      return barIf(missing.length > 0, 'HOST_NOT_READY', { missing: missing.join(', ') });
    },
  },
  {
    source: 'a group stays together: its head count must fit the free seats',
    bar: ({ participant: { seats }, occurrence: { capacity, taken } }) => barIf(seats > 1 && seats > capacity - taken, 'TOO_FEW_SEATS', { seats, free: Math.max(0, capacity - taken) }),
  },
];

/** The proofs the host of an occurrence lacks for it. */
export const notReady = ({ format, withBriefing, readiness, endsAt }: RoundOccurrence): ReadinessKind[] => missingReadiness(readinessNeeded(format, withBriefing), readiness, berlinDay(endsAt));

/** What bars a participant from an occurrence by the rules of the round; null = may attend. */
export function eligibilityBar(participant: RoundParticipant, occurrence: RoundOccurrence, world: RoundWorld): EligibilityBar | null {
  for (const { used, bar } of eligibilityRules) {
    const found = used && !used(world.rules) ? null : bar({ participant, occurrence, world });
    if (found) return found;
  }
  return null;
}

/**
 * The code that results show to everybody who may read them. What would tell of a person's needs or consent is told as
 * OTHER; only who prepares the round sees the cause.
 */
export const shownCode = (code: EligibilityCode): EligibilityCode | 'OTHER' => (code === 'PROVISIONS' || code === 'CONSENT' ? 'OTHER' : code);
