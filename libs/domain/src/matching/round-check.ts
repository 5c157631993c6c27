import { addDays, berlinDay } from '../kernel';
import { notReady, type EligibilityCode, type RoundOccurrence } from './eligibility';
import { classWarnings } from './priorities';
import { freeSeats, stillNeeded, type BarredPair, type RoundMember, type RoundState } from './round-input';

/**
 * What the office looks at before a run, in the order it is shown. The first two leave participants out of the run, the
 * next leave a rule unasked for want of a fact; then occurrences and hosts; then the round itself.
 */
export const findingCodes = [
  'NO_WISHES', 'NO_ELIGIBLE_WISH', 'CONSENT_MISSING', 'BIRTH_DATE_MISSING', 'GRADE_MISSING', 'SCHOOL_COORDINATES_MISSING', 'SITE_COORDINATES_MISSING', 'PIN_BARRED',
  'NOT_OPEN', 'NO_APPLICANTS', 'BELOW_MINIMUM', 'HOST_NOT_READY', 'IN_SCHOOL_HOLIDAYS', 'CLASSES_MANY', 'CLASSES_LARGE',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** One finding: about a participant, an occurrence, or (neither) the round. `rules` bar every wish, or are missing proofs. */
export interface RoundFinding {
  code: FindingCode;
  participantId: string | null;
  occurrenceId: string | null;
  rules: string[];
  params: Record<string, string | number>;
}

const ofParticipant = (code: FindingCode, participantId: string, rules: string[] = []): RoundFinding => ({ code, participantId, occurrenceId: null, rules, params: {} });
const ofOccurrence = (code: FindingCode, occurrenceId: string, params: RoundFinding['params'] = {}, rules: string[] = []): RoundFinding => ({ code, participantId: null, occurrenceId, rules, params });

/** Everybody and everything a run would leave out or could not judge, with the reason: nobody is left out silently. */
export function roundFindings(state: RoundState, barred: readonly BarredPair[]): RoundFinding[] {
  const { members, occurrences } = state;
  const known = new Set(occurrences.map(({ id }) => id));
  const barsOf = Map.groupBy(barred, ({ participantId }) => participantId);
  const applicants = new Map(occurrences.map(({ id }) => [id, 0]));
  const findings: RoundFinding[] = [];
  for (const member of members) {
    const bars = barsOf.get(member.id) ?? [];
    const barredIds = new Set(bars.map(({ occurrenceId }) => occurrenceId));
    const wished = member.wishes.filter((id) => known.has(id));
    for (const id of wished) if (!barredIds.has(id)) applicants.set(id, (applicants.get(id) ?? 0) + member.seats);
    findings.push(...memberFindings(state, member, wished, bars));
  }
  for (const occurrence of occurrences) findings.push(...occurrenceFindings(state, occurrence, applicants.get(occurrence.id) ?? 0));
  const warnings = classWarnings(state.settings.usePriorities ? state.classes : [], members.map(({ classId, history }) => ({ assignedId: classId, history })));
  findings.push(...warnings.map(({ code, params }): RoundFinding => ({ code, participantId: null, occurrenceId: null, rules: [], params })));
  const order = new Map(findingCodes.map((code, at) => [code, at]));
  return findings.sort((a, b) => (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0));
}

function memberFindings({ world, occurrences }: RoundState, { id, grade, birthDate, consent, school, seats }: RoundMember, wished: readonly string[], bars: readonly BarredPair[]): RoundFinding[] {
  const { rules } = world;
  const causes = new Set<EligibilityCode>(bars.filter(({ rank }) => rank !== null).map(({ code }) => code));
  const everyWishBarred = wished.length > 0 && new Set(bars.filter(({ rank }) => rank !== null).map(({ occurrenceId }) => occurrenceId)).size === wished.length;
  // Groups go by head count: nobody knows one birth date of a class.
  const ageMatters = seats === 1 && (rules.workingTime || occurrences.some(({ minimumAge }) => minimumAge !== null));
  const found: [FindingCode, boolean, string[]?][] = [
    ['NO_WISHES', wished.length === 0],
    ['NO_ELIGIBLE_WISH', everyWishBarred, [...causes].sort()],
    ['CONSENT_MISSING', rules.consent && consent !== 'GIVEN', [consent]],
    ['BIRTH_DATE_MISSING', ageMatters && birthDate === null],
    ['GRADE_MISSING', grade === null],
    ['SCHOOL_COORDINATES_MISSING', rules.reach !== null && school.point === null],
    ['PIN_BARRED', bars.some(({ rank }) => rank === null), bars.flatMap(({ rank, code }) => (rank === null ? [code] : []))],
  ];
  return found.flatMap(([code, applies, why]) => (applies ? [ofParticipant(code, id, why)] : []));
}

function occurrenceFindings({ settings, world }: RoundState, occurrence: RoundOccurrence, applicants: number): RoundFinding[] {
  const { id, open, site, startsAt, endsAt } = occurrence;
  if (!open) return [ofOccurrence('NOT_OPEN', id)];
  const needed = settings.closeBelowMinimum ? stillNeeded(occurrence) : 0;
  const missing = world.rules.hostReadiness ? notReady(occurrence) : [];
  const found: [RoundFinding, boolean][] = [
    [ofOccurrence('SITE_COORDINATES_MISSING', id), world.rules.reach !== null && site.point === null],
    [ofOccurrence('NO_APPLICANTS', id, { seats: freeSeats(occurrence) }), applicants === 0],
    [ofOccurrence('BELOW_MINIMUM', id, { applicants, needed }), applicants > 0 && applicants < needed],
    [ofOccurrence('HOST_NOT_READY', id, {}, missing), missing.length > 0],
    [ofOccurrence('IN_SCHOOL_HOLIDAYS', id), [berlinDay(startsAt), berlinDay(new Date(endsAt.getTime() - 1))].some((day) => world.calendar.isSchoolHoliday(day))],
  ];
  return found.flatMap(([finding, applies]) => (applies ? [finding] : []));
}

/** The days the calendar of a round must know: from the first start to the last end, with a week to either side; null when there are none. */
export function calendarSpan(occurrences: readonly RoundOccurrence[], held: readonly { startsAt: Date; endsAt: Date }[]): { from: string; to: string } | null {
  const days = [...occurrences, ...held].flatMap(({ startsAt, endsAt }) => [berlinDay(startsAt), berlinDay(endsAt)]).sort();
  const [from, to] = [days[0], days.at(-1)];
  return from !== undefined && to !== undefined ? { from: addDays(from, -7), to: addDays(to, 7) } : null;
}
