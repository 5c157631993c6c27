import { Refusal } from '../kernel';
import type { ActivityFormat } from '../partners';
import { daysOf, type Span } from './time';

/** What an occurrence promises: when, how many seats, how many must come for it to take place. */
export interface OccurrencePlan extends Span {
  capacity: number;
  minimum: number;
}

/**
 * Calendar days one occurrence of a format may last. A visit is over the same day and a workshop within a school week;
 * shadowing may fill a placement of three weeks; mentoring and research run through a school year. Mostly this catches
 * a mistyped date.
 */
export const longestDays: Record<ActivityFormat, number> = {
  COMPANY_VISIT: 1,
  TECH_WORKSHOP: 5,
  JOB_SHADOWING: 19,
  MENTORING: 366,
  RESEARCH_PROJECT: 366,
};

/** Checks an occurrence by its format; gives the faulty fields with the rule each breaks, none when all is well. */
export function occurrenceFaults(format: ActivityFormat, plan: OccurrencePlan): Record<string, string> {
  const faults: Record<string, string> = {};
  if (plan.endsAt <= plan.startsAt) faults['endsAt'] = 'afterStart';
  else if (daysOf(plan).length > longestDays[format]) faults['endsAt'] = longestDays[format] === 1 ? 'sameDay' : 'tooLong';
  if (plan.minimum > plan.capacity) faults['minimum'] = 'aboveCapacity';
  return faults;
}

/** Refuses INVALID_INPUT naming the faulty fields of the first faulty plan, as `path.field` when a path of it is given. */
export function checkOccurrences(format: ActivityFormat, plans: readonly OccurrencePlan[], path?: (index: number) => string): void {
  for (const [index, plan] of plans.entries()) {
    const faults = Object.entries(occurrenceFaults(format, plan)).map(([field, rule]) => [path ? `${path(index)}.${field}` : field, rule]);
    if (faults.length > 0) throw new Refusal('INVALID_INPUT', {}, Object.fromEntries(faults));
  }
}

/** Refuses CAPACITY_BELOW_TAKEN when fewer seats would be left than are given away. */
export function checkCapacity(capacity: number, taken: number): void {
  if (capacity < taken) throw new Refusal('CAPACITY_BELOW_TAKEN', { taken }, { capacity: 'belowTaken' });
}
