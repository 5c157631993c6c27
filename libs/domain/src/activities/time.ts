import { addDays, berlinDay, daysUntil, type Day } from '../kernel';

export { addDays };

/** A stretch of time between two UTC instants, its end not included. */
export interface Span {
  startsAt: Date;
  endsAt: Date;
}

/** Every calendar day from the first to the last, both included; none when they are the wrong way round. */
export function daysBetween(first: Day, last: Day): Day[] {
  const count = daysUntil(first, last) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(first, index));
}

/** The calendar days in Berlin that a span touches; one ending at midnight does not touch the day that begins then. */
export const daysOf = ({ startsAt, endsAt }: Span): Day[] => daysBetween(berlinDay(startsAt), berlinDay(new Date(Math.max(startsAt.getTime(), endsAt.getTime() - 1))));

/** Whether two spans share any moment; touching ends do not overlap. */
export const overlaps = (one: Span, other: Span): boolean => one.startsAt < other.endsAt && other.startsAt < one.endsAt;
