import { foldName, type Day } from '../kernel';
import type { CalendarDay } from './calendar';
import { daysOf, overlaps, type Span } from './time';
import { occurrenceWarnings, type OccurrenceWarning } from './vocabularies';

/** An occurrence as far as it may stand in another's way: its host, what it uses and where it is. */
export interface Engagement extends Span {
  id: string;
  organisationId: string;
  equipmentId: string | null;
  siteId: string | null;
  place: string;
}

const schoolWeek = 5;

/** The days of a span that warnings look at: all of up to a school week, else the first and the last. */
export function daysToWatch(span: Span): Day[] {
  const days = daysOf(span);
  return days.length <= schoolWeek ? days : [days[0] as Day, days.at(-1) as Day];
}

/** An occurrence longer than a school week names a term, not an hour: it takes no place and clashes with nobody. */
const isTerm = (span: Span) => daysOf(span).length > schoolWeek;

/** The same room: the same words at the same site; two rooms of one site are two places. */
const placeKey = ({ siteId, place }: Engagement) => `${siteId ?? ''}|${foldName(place)}`;

/** Why two occurrences cannot both take place without care; none when they do not overlap. The relation is symmetric. */
export function clashesOf(one: Engagement, other: Engagement): OccurrenceWarning[] {
  if (one.id === other.id || isTerm(one) || isTerm(other) || !overlaps(one, other)) return [];
  const clashes: OccurrenceWarning[] = [];
  if (one.organisationId === other.organisationId) clashes.push('HOST_CLASH');
  if (one.equipmentId !== null && one.equipmentId === other.equipmentId) clashes.push('EQUIPMENT_CLASH');
  if (placeKey(one) !== '|' && placeKey(one) === placeKey(other)) clashes.push('PLACE_CLASH');
  return clashes;
}

/** What to warn of before an occurrence: the kind of its days, then clashes with other planned ones, each once, in the vocabulary's order. */
export function warningsOf(occurrence: Engagement, calendar: ReadonlyMap<Day, CalendarDay>, others: readonly Engagement[]): OccurrenceWarning[] {
  const days = daysToWatch(occurrence).flatMap((day) => calendar.get(day) ?? []);
  const found = new Set<OccurrenceWarning>(others.flatMap((other) => clashesOf(occurrence, other)));
  if (days.some(({ publicHoliday }) => publicHoliday !== null)) found.add('PUBLIC_HOLIDAY');
  if (days.some(({ schoolHoliday }) => schoolHoliday !== null)) found.add('SCHOOL_HOLIDAY');
  if (days.some(({ weekend }) => weekend)) found.add('WEEKEND');
  return occurrenceWarnings.filter((warning) => found.has(warning));
}
