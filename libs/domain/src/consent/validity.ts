import { addMonths, schoolYearEnd, type Day } from '../kernel';

/** From where a validity (Gültigkeit) counts: the end of the school year of the decision, or the decision. */
export const validityStarts = ['SCHOOL_YEAR_END', 'DECISION'] as const;
export type ValidityStart = (typeof validityStarts)[number];

export interface Validity {
  from: ValidityStart;
  /** 0 to 60. */
  months: number;
}

/** The last day on which a consent of `day` holds; it is never prolonged in silence. */
export function validUntil({ from, months }: Validity, day: Day): Day {
  if (from === 'DECISION') return addMonths(day, months);
  return addMonths(schoolYearEnd(day), months);
}
