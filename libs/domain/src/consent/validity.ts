import { schoolYearOf, type Day } from '../kernel';

/** From where a validity (Gültigkeit) counts: the end of the school year of the decision, or the decision. */
export const validityStarts = ['SCHOOL_YEAR_END', 'DECISION'] as const;
export type ValidityStart = (typeof validityStarts)[number];

export interface Validity {
  from: ValidityStart;
  /** 0 to 60. */
  months: number;
}

/** The same day so many months later, or the last of that month where it has no such day. */
function plusMonths(day: Day, months: number): Day {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, Number(day.slice(8))];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The last day on which a consent of `day` holds; it is never prolonged in silence. */
export function validUntil({ from, months }: Validity, day: Day): Day {
  if (from === 'DECISION') return plusMonths(day, months);
  return plusMonths(`${Number(schoolYearOf(day).slice(0, 4)) + 1}-07-31`, months);
}
