import { daysOf, type Span } from '../activities';
import { addDays, ageOn, berlinDay, type Day } from '../kernel';
import type { ActivityFormat } from '../partners';

/**
 * Cases of the working-time rules (facts/privacy.md section 2): K1 placement of a school during full-time schooling, K2 15
 * to 17 after it, K3 voluntary work of children, K4 15 to 17 in full-time schooling in school holidays, K5 under 13
 * outside a school placement, K6 adults.
 */
export const workingTimeCases = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6'] as const;
export type WorkingTimeCase = (typeof workingTimeCases)[number];

/** Limits of one case from a day on; times of day and durations in minutes, working time without breaks. */
export interface WorkingTimeLimit {
  case: WorkingTimeCase;
  validFrom: Day;
  /** Where it stands in the law. */
  source: string;
  allowed: boolean;
  minutesPerDay: number | null;
  minutesPerWeek: number | null;
  /** Longest presence of a day with its breaks. */
  shiftMinutes: number | null;
  earliest: number | null;
  latest: number | null;
  /** Latest end on 24 and 31 December. */
  latestOnEves: number | null;
  weekends: boolean;
  publicHolidays: boolean;
  /** Most days of a calendar year. */
  daysPerYear: number | null;
  /** Last grade of full-time compulsory schooling (Vollzeitschulpflicht); read from the rows of K1. */
  lastGrade: number | null;
}

export type WorkingTimeCode =
  | 'WORK_NOT_ALLOWED' | 'WORK_HOURS_OF_DAY' | 'WORK_HOURS_OF_WEEK' | 'WORK_SHIFT' | 'WORK_TIME_OF_DAY' | 'WORK_EVE' | 'WORK_WEEKEND' | 'WORK_PUBLIC_HOLIDAY' | 'WORK_DAYS_OF_YEAR';

/** Days on which the limits look: public holidays of the Land, school holidays of the region. */
export interface WorkCalendar {
  isPublicHoliday(day: Day): boolean;
  isSchoolHoliday(day: Day): boolean;
}

/** Breaks the law asks for (§ 11 JArbSchG): up to so many minutes of work, so many of break. */
const breakSteps = [{ upTo: 270, minutes: 0 }, { upTo: 360, minutes: 30 }, { upTo: Infinity, minutes: 60 }] as const;

/** The most working time a presence of so many minutes allows when the breaks of the law are taken. */
export const workedMinutes = (presence: number): number => Math.max(...breakSteps.map(({ upTo, minutes }) => Math.min(presence - minutes, upTo)));

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' });
const minuteOfDay = (instant: Date): number => {
  const [hours, minutes] = clock.format(instant).split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
};
const weekday = (day: Day) => new Date(`${day}T12:00:00Z`).getUTCDay();
const isWeekend = (day: Day) => weekday(day) % 6 === 0;
const mondayOf = (day: Day) => addDays(day, -((weekday(day) + 6) % 7));

/** One day of an occurrence in Berlin, from and to in minutes of the day. */
export interface WorkDay {
  day: Day;
  from: number;
  to: number;
}

/**
 * The days an occurrence is worked on: one of several days has the same hours every day, and nobody means the weekends
 * and public holidays between its first and its last day. One that runs past midnight ends its day at midnight.
 */
export function workDays(span: Span, calendar: WorkCalendar): WorkDay[] {
  const days = daysOf(span);
  const [from, end] = [minuteOfDay(span.startsAt), minuteOfDay(span.endsAt)];
  const to = end > from ? end : 1440;
  const meant = days.filter((day, at) => at === 0 || at === days.length - 1 || !(isWeekend(day) || calendar.isPublicHoliday(day)));
  return meant.map((day) => ({ day, from, to }));
}

/** Formats that put a young person to work, and those that are school events of learning; the others are visits nobody works at. */
const worked: Partial<Record<ActivityFormat, 'PLACEMENT' | 'SCHOOL_EVENT'>> = { JOB_SHADOWING: 'PLACEMENT', RESEARCH_PROJECT: 'SCHOOL_EVENT', MENTORING: 'SCHOOL_EVENT' };
const longestSchoolEventDays = 5;

/** Whether the limits speak of an occurrence; a term of mentoring or research names no hours, so nothing can be checked. */
export const isWorkedAt = (occurrence: Span & { format: ActivityFormat }): boolean => {
  const kind = worked[occurrence.format];
  return kind === 'PLACEMENT' || (kind === 'SCHOOL_EVENT' && daysOf(occurrence).length <= longestSchoolEventDays);
};

/** The row of a case on a day: the latest valid one; null before any. */
export function limitOn(limits: readonly WorkingTimeLimit[], wanted: WorkingTimeCase, day: Day): WorkingTimeLimit | null {
  return limits.filter((limit) => limit.case === wanted && limit.validFrom <= day).reduce<WorkingTimeLimit | null>((best, limit) => (best === null || limit.validFrom >= best.validFrom ? limit : best), null);
}

/**
 * The case of a pupil on a day, or null where neither grade nor birth date tells. An unknown grade below 18 counts as
 * full-time schooling, the stricter case. A placement in school holidays is no school placement: it is voluntary work.
 */
export function workingTimeCase(who: { grade: number | null; birthDate: Day | null }, format: ActivityFormat, day: Day, inHolidays: boolean, lastGrade: number): WorkingTimeCase | null {
  const age = who.birthDate === null ? null : ageOn(who.birthDate, day);
  if (age !== null && age >= 18) return 'K6';
  if (age === null && who.grade === null) return null;
  const inSchooling = who.grade === null || who.grade <= lastGrade || (age !== null && age < 15);
  if (!inSchooling) return 'K2';
  if (worked[format] !== 'PLACEMENT' || !inHolidays) return 'K1';
  if (age === null) return 'K1';
  return age >= 15 ? 'K4' : age >= 13 ? 'K3' : 'K5';
}

export interface WorkingTimeBar {
  code: WorkingTimeCode;
  params: Record<string, string | number>;
}

const hours = (minutes: number) => Math.round(minutes / 6) / 10;

/**
 * The first limit an occurrence breaks for a pupil, or null. `held` are the pupil's other worked occurrences: hours of one
 * week are added over all companies (§ 4 JArbSchG). Params name the case and the values in hours for the words.
 */
export function workingTimeBar(
  who: { grade: number | null; birthDate: Day | null },
  occurrence: Span & { format: ActivityFormat },
  held: readonly Span[],
  limits: readonly WorkingTimeLimit[],
  calendar: WorkCalendar,
): WorkingTimeBar | null {
  if (!isWorkedAt(occurrence)) return null;
  const first = berlinDay(occurrence.startsAt);
  const lastGrade = limitOn(limits, 'K1', first)?.lastGrade ?? 9;
  const kind = workingTimeCase(who, occurrence.format, first, calendar.isSchoolHoliday(first), lastGrade);
  const limit = kind && limitOn(limits, kind, first);
  if (!limit) return null;
  if (!limit.allowed) return { code: 'WORK_NOT_ALLOWED', params: { case: limit.case } };
  const days = workDays(occurrence, calendar);
  return barOfDays(limit, days, calendar) ?? barOfSums(limit, days, held.flatMap((span) => workDays(span, calendar)));
}

function barOfDays(limit: WorkingTimeLimit, days: readonly WorkDay[], calendar: WorkCalendar): WorkingTimeBar | null {
  const bar = (code: WorkingTimeCode, params: Record<string, string | number> = {}): WorkingTimeBar => ({ code, params: { case: limit.case, ...params } });
  for (const { day, from, to } of days) {
    if (!limit.publicHolidays && calendar.isPublicHoliday(day)) return bar('WORK_PUBLIC_HOLIDAY', { day });
    if (!limit.weekends && isWeekend(day)) return bar('WORK_WEEKEND', { day });
    if ((limit.earliest !== null && from < limit.earliest) || (limit.latest !== null && to > limit.latest)) return bar('WORK_TIME_OF_DAY', { from: hours(limit.earliest ?? 0), to: hours(limit.latest ?? 1440) });
    if (limit.latestOnEves !== null && (day.endsWith('-12-24') || day.endsWith('-12-31')) && to > limit.latestOnEves) return bar('WORK_EVE', { to: hours(limit.latestOnEves) });
    if (limit.shiftMinutes !== null && to - from > limit.shiftMinutes) return bar('WORK_SHIFT', { most: hours(limit.shiftMinutes) });
    if (limit.minutesPerDay !== null && workedMinutes(to - from) > limit.minutesPerDay) return bar('WORK_HOURS_OF_DAY', { hours: hours(workedMinutes(to - from)), most: hours(limit.minutesPerDay) });
  }
  return null;
}

function barOfSums(limit: WorkingTimeLimit, days: readonly WorkDay[], heldDays: readonly WorkDay[]): WorkingTimeBar | null {
  const bar = (code: WorkingTimeCode, params: Record<string, string | number>): WorkingTimeBar => ({ code, params: { case: limit.case, ...params } });
  const all = [...days, ...heldDays];
  const most = limit.minutesPerWeek;
  for (const week of most === null ? [] : new Set(days.map(({ day }) => mondayOf(day)))) {
    const sum = all.filter(({ day }) => mondayOf(day) === week).reduce((minutes, { from, to }) => minutes + workedMinutes(to - from), 0);
    if (most !== null && sum > most) return bar('WORK_HOURS_OF_WEEK', { hours: hours(sum), most: hours(most) });
  }
  for (const year of limit.daysPerYear === null ? [] : new Set(days.map(({ day }) => day.slice(0, 4)))) {
    const count = new Set(all.filter(({ day }) => day.startsWith(year)).map(({ day }) => day)).size;
    if (limit.daysPerYear !== null && count > limit.daysPerYear) return bar('WORK_DAYS_OF_YEAR', { days: count, most: limit.daysPerYear });
  }
  return null;
}
