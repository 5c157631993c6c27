import type { Day, Locale } from '../kernel';
import { getHolidays } from 'feiertagejs';
import { daysBetween } from './time';

/** A public holiday (gesetzlicher Feiertag) of a Land. */
export interface PublicHoliday {
  day: Day;
  name: string;
}

/** A stretch of school holidays (Schulferien), both days included; a single day off school is one too. */
export interface SchoolHolidaySpan {
  name: string;
  firstDay: Day;
  lastDay: Day;
}

/** What a calendar day is to a school: names of holidays that fall on it, and whether it is Saturday or Sunday. */
export interface CalendarDay {
  day: Day;
  weekend: boolean;
  publicHoliday: string | null;
  schoolHoliday: string | null;
}

const landKeys = ['BW', 'BY', 'BE', 'BB', 'HB', 'HE', 'HH', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH'] as const;
type LandKey = (typeof landKeys)[number];

/** The Länder by their ISO 3166-2 codes, e.g. `DE-MV`. */
export const laender = landKeys.map((key) => `DE-${key}` as const);
export type Land = `DE-${LandKey}`;

/** Whether text is the ISO 3166-2 code of a Land. */
export const isLand = (text: string): text is Land => (laender as string[]).includes(text);

const keyOf = (land: Land) => land.slice(3) as LandKey;

/** The public holidays of a Land between two days, both included, in order, named in the given language. */
export function publicHolidays(land: Land, from: Day, to: Day, locale: Locale = 'de'): PublicHoliday[] {
  const years = Array.from({ length: Math.max(0, Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1) }, (_, index) => Number(from.slice(0, 4)) + index);
  return years
    .flatMap((year) => getHolidays(year, keyOf(land)))
    .map((holiday) => ({ day: holiday.dateString, name: holiday.translate(locale) ?? holiday.name }))
    .filter(({ day }) => from <= day && day <= to)
    .sort((one, other) => one.day.localeCompare(other.day));
}

const weekday = (day: Day) => new Date(`${day}T12:00:00Z`).getUTCDay();

/** Every day between two days, both included, with what it is to the schools of a Land. */
export function calendarDays(land: Land, from: Day, to: Day, schoolHolidays: readonly SchoolHolidaySpan[], locale: Locale = 'de'): CalendarDay[] {
  const named = new Map(publicHolidays(land, from, to, locale).map(({ day, name }) => [day, name]));
  return daysBetween(from, to).map((day) => ({
    day,
    weekend: weekday(day) === 0 || weekday(day) === 6,
    publicHoliday: named.get(day) ?? null,
    schoolHoliday: schoolHolidays.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)?.name ?? null,
  }));
}
