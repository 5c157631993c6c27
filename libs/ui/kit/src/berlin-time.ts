const zone = 'Europe/Berlin';
const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });

/** A UTC instant as the wall clock in Berlin shows it, for `<input type="datetime-local">`: `2026-03-12T09:00`. */
export const toBerlinClock = (instant: string | Date): string => parts.format(new Date(instant)).replace(' ', 'T');

/**
 * The UTC instant of a Berlin wall-clock time. In the hour that autumn repeats the earlier one is meant; a time that
 * spring skips moves on by the hour.
 */
export function fromBerlinClock(clock: string): string {
  const asUtc = Date.parse(`${clock}:00Z`);
  const [summer, winter] = [2, 1].map((offset) => new Date(asUtc - offset * 3_600_000)) as [Date, Date];
  return (toBerlinClock(summer) === clock ? summer : winter).toISOString();
}

/** `12. März 2026, 09:00` in the given language, always on the Berlin clock. */
export const berlinDateTime = (instant: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));

/** `Do., 12. März 2026, 09:00–11:30` in the given language, always on the Berlin clock. */
export const berlinPeriod = (start: string, end: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).formatRange(new Date(start), new Date(end));

/** A calendar day (`YYYY-MM-DD`) in the given language; a day has no time zone, so none shifts it. */
export const dayText = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' }).format(new Date(`${day}T00:00:00Z`));
