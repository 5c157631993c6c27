import { berlinDay, type Day } from '../kernel';

/** A stretch of time between two UTC instants, its end not included. */
export interface Span {
  startsAt: Date;
  endsAt: Date;
}

const dayMs = 86_400_000;
const noon = (day: Day) => Date.parse(`${day}T12:00:00Z`);

/** The calendar day `count` days after (or before, when negative) a day. */
export const addDays = (day: Day, count: number): Day => new Date(noon(day) + count * dayMs).toISOString().slice(0, 10);

/** Every calendar day from the first to the last, both included; none when they are the wrong way round. */
export function daysBetween(first: Day, last: Day): Day[] {
  const count = Math.round((noon(last) - noon(first)) / dayMs) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(first, index));
}

/** The calendar days in Berlin that a span touches; one ending at midnight does not touch the day that begins then. */
export const daysOf = ({ startsAt, endsAt }: Span): Day[] => daysBetween(berlinDay(startsAt), berlinDay(new Date(Math.max(startsAt.getTime(), endsAt.getTime() - 1))));

/** Whether two spans share any moment; touching ends do not overlap. */
export const overlaps = (one: Span, other: Span): boolean => one.startsAt < other.endsAt && other.startsAt < one.endsAt;
