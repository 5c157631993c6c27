import { addDays, daysBetween, occurrenceFaults } from '@mintforge/domain/activities';
import { fromBerlinClock, toBerlinClock } from '@mintforge/ui-kit';
import type { Activity, ActivityOccurrence, Holidays, NewOccurrence } from '../types';

/** When one occurrence is, as it is typed: days `YYYY-MM-DD` and Berlin wall-clock times. */
export interface DayPlan {
  day: string;
  start: string;
  end: string;
  /** Empty when it ends on the day it begins. */
  lastDay: string;
}

/** One or several occurrences as they are typed: the same place and size on different days. */
export interface OccurrencesDraft {
  days: DayPlan[];
  /** Undefined until chosen: the host's main site is meant then; null is none. */
  siteId: string | null | undefined;
  place: string;
  capacity: string;
  minimum: string;
}

export type OccurrenceFault = 'afterStart' | 'sameDay' | 'tooLong' | 'aboveCapacity';

const usualTimes = { start: '09:00', end: '13:00' };

export const emptyDraft = (capacity: number | null = null): OccurrencesDraft => ({ days: [], siteId: undefined, place: '', capacity: capacity === null ? '20' : String(capacity), minimum: '' });

/** The draft with one more day: a week after the last one, at the same time. */
export function withNextDay(draft: OccurrencesDraft): OccurrencesDraft {
  const last = draft.days.at(-1);
  const later = (day: string) => (day ? addDays(day, 7) : '');
  const next = last ? { ...last, day: later(last.day), lastDay: later(last.lastDay) } : { ...usualTimes, day: '', lastDay: '' };
  return { ...draft, days: [...draft.days, next] };
}

/** A planned occurrence as a form shows it. */
export function draftOf({ startsAt, endsAt, siteId, place, capacity, minimum }: ActivityOccurrence): OccurrencesDraft {
  const [day = '', start = ''] = toBerlinClock(startsAt).split('T');
  const [lastDay = '', end = ''] = toBerlinClock(endsAt).split('T');
  return { days: [{ day, start, end, lastDay: lastDay === day ? '' : lastDay }], siteId, place, capacity: String(capacity), minimum: minimum > 0 ? String(minimum) : '' };
}

const isWhole = (text: string, least: number) => /^\d+$/.test(text) && Number(text) >= least;

/** Whether everything needed is typed. */
export const isComplete = ({ days, capacity, minimum }: OccurrencesDraft): boolean =>
  days.every(({ day, start, end }) => day && start && end) && (days.length === 0 || isWhole(capacity, 1)) && (minimum === '' || isWhole(minimum, 0));

/** The occurrences a complete draft means. */
export const newOccurrences = ({ days, siteId, place, capacity, minimum }: OccurrencesDraft): NewOccurrence[] =>
  days.map(({ day, start, end, lastDay }) => ({
    startsAt: fromBerlinClock(`${day}T${start}`),
    endsAt: fromBerlinClock(`${lastDay || day}T${end}`),
    siteId: siteId ?? null,
    place: place.trim(),
    capacity: Number(capacity),
    minimum: Number(minimum || 0),
  }));

/** Which rule of its format each day breaks, by its position; the first one only. */
export function faultsOf(format: Activity['format'], draft: OccurrencesDraft): (OccurrenceFault | undefined)[] {
  if (!isComplete(draft)) return [];
  return newOccurrences(draft).map(({ startsAt, endsAt, capacity, minimum }) =>
    Object.values(occurrenceFaults(format, { startsAt: new Date(startsAt), endsAt: new Date(endsAt), capacity, minimum: minimum ?? 0 }))[0] as OccurrenceFault | undefined);
}

/** First and last day of a draft, to ask for its holidays; undefined without any. */
export function spanOf({ days }: OccurrencesDraft): { from: string; to: string } | undefined {
  const all = days.flatMap(({ day, lastDay }) => [day, lastDay]).filter(Boolean).sort();
  const [from, to] = [all[0], all.at(-1)];
  return from && to ? { from, to } : undefined;
}

/** What a planned stretch of days meets: names of public and school holidays, and whether it touches a weekend. */
export function hintsOf({ day, lastDay }: DayPlan, holidays: Holidays): { publicHolidays: string[]; schoolHolidays: string[]; weekend: boolean } {
  const last = lastDay || day;
  // A term of months meets every holiday; that says nothing.
  const days = day && daysBetween(day, last).length <= 7 ? daysBetween(day, last) : [];
  const weekday = (one: string) => new Date(`${one}T12:00:00Z`).getUTCDay();
  return {
    publicHolidays: holidays.publicHolidays.filter((holiday) => days.includes(holiday.day)).map(({ name }) => name),
    schoolHolidays: holidays.schoolHolidays.filter(({ firstDay, lastDay: end }) => days.some((one) => firstDay <= one && one <= end)).map(({ name }) => name),
    weekend: days.some((one) => weekday(one) % 6 === 0),
  };
}
