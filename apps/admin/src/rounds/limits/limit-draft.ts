import type { LimitInput, WorkingTimeLimit } from './verbs';

const hoursOf = ['minutesPerDay', 'minutesPerWeek', 'shiftMinutes'] as const;
const clocksOf = ['earliest', 'latest', 'latestOnEves'] as const;
const countsOf = ['daysPerYear', 'lastGrade'] as const;

type TypedField = (typeof hoursOf)[number] | (typeof clocksOf)[number] | (typeof countsOf)[number];

/** Limits as their form holds them: durations in hours, times of day as the clock shows them, empty for no limit. */
export type LimitDraft = Record<TypedField, string> & Pick<WorkingTimeLimit, 'case' | 'validFrom' | 'source' | 'allowed' | 'weekends' | 'publicHolidays'>;

/** `360` -> `06:00`. */
export const clockOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const each = <Field extends TypedField, Value>(fields: readonly Field[], write: (field: Field) => Value) => Object.fromEntries(fields.map((field) => [field, write(field)])) as Record<Field, Value>;
const unless = (value: number | null, write: (value: number) => string) => (value === null ? '' : write(value));

/** The form of a known row, the base of a new one. */
export function draftOf(limit: WorkingTimeLimit): LimitDraft {
  const { case: kind, validFrom, source, allowed, weekends, publicHolidays } = limit;
  return {
    case: kind, validFrom, source, allowed, weekends, publicHolidays,
    ...each(hoursOf, (field) => unless(limit[field], (minutes) => String(minutes / 60))),
    ...each(clocksOf, (field) => unless(limit[field], clockOf)),
    ...each(countsOf, (field) => unless(limit[field], String)),
  };
}

const minutesOfClock = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

/** What the API is given for a draft; the last grade of compulsory schooling belongs to K1 alone. */
export function draftInput(draft: LimitDraft): LimitInput {
  const { case: kind, validFrom, source, allowed, weekends, publicHolidays } = draft;
  const orNull = (text: string, read: (text: string) => number) => (text === '' ? null : read(text));
  return {
    case: kind, validFrom, source: source.trim(), allowed, weekends, publicHolidays,
    ...each(hoursOf, (field) => orNull(draft[field], (hours) => Math.round(Number(hours) * 60))),
    ...each(clocksOf, (field) => orNull(draft[field], minutesOfClock)),
    ...each(countsOf, (field) => (field === 'lastGrade' && kind !== 'K1' ? null : orNull(draft[field], Number))),
  };
}
