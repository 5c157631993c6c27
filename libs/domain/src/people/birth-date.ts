import { ageOn, foldName, isDay, tidy, type Day } from '../kernel';

export type BirthDateProblem = 'BIRTH_DATE_UNREADABLE' | 'BIRTH_DATE_AMBIGUOUS' | 'BIRTH_DATE_IMPLAUSIBLE';

/** Which part comes first where slashes separate them: day (as here) or month (as an American spreadsheet writes). */
export type SlashOrder = 'DAY_FIRST' | 'MONTH_FIRST' | null;

/** Pupils are between these ages, in full years; whatever lies outside is a mistyped year or another date. */
const ages = { youngest: 4, oldest: 25 };

const months = ['jan', 'feb', 'maerz|mrz|mar', 'apr', 'mai|may', 'jun', 'jul', 'aug', 'sep', 'okt|oct', 'nov', 'dez|dec'].map((start) => new RegExp(`^(${start})`));
const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/;

const dayOf = (year: number, month: number, day: number): Day => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** A year of two digits is the latest such year that is not in the future. */
function fullYear(text: string, today: Day): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return 2000 + year <= Number(today.slice(0, 4)) ? 2000 + year : 1900 + year;
}

/** Days since 1899-12-30, as a spreadsheet counts. */
const dayOfSerial = (serial: number): Day => new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);

/** What a column of slashed dates agrees on: some value has a part above 12. Null when none has, or they contradict. */
export function slashOrderOf(values: readonly string[]): SlashOrder {
  const parts = values.flatMap((value) => [slashed.exec(tidy(value)) ?? []]).filter((match) => match.length > 0);
  const [dayFirst, monthFirst] = [parts.some(([, first]) => Number(first) > 12), parts.some(([, , second]) => Number(second) > 12)];
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'DAY_FIRST' : 'MONTH_FIRST';
}

function readDay(text: string, today: Day, order: SlashOrder): Day | 'BIRTH_DATE_AMBIGUOUS' | null {
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})$/.exec(text) ?? /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text);
  if (dotted) return dayOf(fullYear(dotted[3]!, today), Number(dotted[2]), Number(dotted[1]));
  const slash = slashed.exec(text);
  if (slash) {
    if (order === null && slash[1] !== slash[2]) return 'BIRTH_DATE_AMBIGUOUS';
    const [day, month] = order === 'MONTH_FIRST' ? [slash[2], slash[1]] : [slash[1], slash[2]];
    return dayOf(fullYear(slash[3]!, today), Number(month), Number(day));
  }
  const worded = /^(\d{1,2}) ([a-z]+) (\d{4})$/.exec(foldName(text));
  const month = worded ? months.findIndex((start) => start.test(worded[2]!)) : -1;
  if (worded && month >= 0) return dayOf(Number(worded[3]), month + 1, Number(worded[1]));
  return /^\d{5}$/.test(text) ? dayOfSerial(Number(text)) : null;
}

/**
 * Reads a birth date as German lists write it: `3.4.2012`, `03.04.12`, `2012-04-03`, `20120403`, `3. April 2012`, a
 * spreadsheet's serial number, a time of day behind it ignored; slashes only in the order the column agrees on. An
 * empty cell is null. Answers a problem for no real day, an open order, or an age outside 4 to 25 on `today`.
 */
export function readBirthDate(cell: string, today: Day, order: SlashOrder = null): { day: Day | null } | { problem: BirthDateProblem } {
  const text = tidy(cell).replace(/[T ]\d{1,2}:\d{2}(:\d{2})?.*$/, '');
  if (text === '') return { day: null };
  const day = readDay(text, today, order);
  if (day === 'BIRTH_DATE_AMBIGUOUS') return { problem: day };
  if (day === null || !isDay(day)) return { problem: 'BIRTH_DATE_UNREADABLE' };
  return checkBirthDate(day, today) ? { day } : { problem: 'BIRTH_DATE_IMPLAUSIBLE' };
}

/** Whether a birth date can be that of a pupil on `today`: 4 to 25 full years old. */
export function checkBirthDate(birthDate: Day, today: Day): boolean {
  const age = ageOn(birthDate, today);
  return age >= ages.youngest && age <= ages.oldest;
}
