/** A calendar day without time, ISO 8601 (`2026-11-21`). */
export type Day = string;

const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The calendar day in Europe/Berlin of a UTC instant: every German deadline and age is counted by it. */
export const berlinDay = (instant: Date): Day => berlin.format(instant);

/** Whether text is a real calendar day in ISO form. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/**
 * Age in full years on a day. A person born on 29 February turns a year older on 1 March of common years
 * (facts/privacy.md section 1; §§ 187, 188 BGB).
 */
export function ageOn(birth: Day, day: Day): number {
  const [birthYear, birthRest] = [Number(birth.slice(0, 4)), birth.slice(5)];
  const [year, rest] = [Number(day.slice(0, 4)), day.slice(5)];
  return year - birthYear - (rest < birthRest ? 1 : 0);
}

/** The German school year (1 August to 31 July) a day falls in, as `2026/27`. */
export function schoolYearOf(day: Day): string {
  const start = Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0);
  return `${start}/${String((start + 1) % 100).padStart(2, '0')}`;
}

const dayMs = 86_400_000;
const noon = (day: Day) => Date.parse(`${day}T12:00:00Z`);

/** The calendar day `count` days after (or before, when negative) a day. */
export const addDays = (day: Day, count: number): Day => new Date(noon(day) + count * dayMs).toISOString().slice(0, 10);

/** The same day so many months later, or the last of that month where it has no such day (§ 188 Abs. 2 und 3 BGB). */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, Number(day.slice(8))];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The last day of the school year a day falls in. */
export const schoolYearEnd = (day: Day): Day => `${Number(schoolYearOf(day).slice(0, 4)) + 1}-07-31`;

/** Whole calendar days from one day to another; negative when the other is earlier. */
export const daysUntil = (from: Day, to: Day): number => Math.round((noon(to) - noon(from)) / dayMs);

/** The instant at which a calendar day begins in Berlin. */
export function berlinMidnight(day: Day): Date {
  const summer = new Date(`${day}T00:00:00+02:00`);
  return berlinDay(summer) === day ? summer : new Date(`${day}T00:00:00+01:00`);
}
