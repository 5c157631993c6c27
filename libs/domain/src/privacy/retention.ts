import { addDays, addMonths, daysUntil, schoolYearEnd, type Day } from '../kernel';
import type { RetentionClass } from './retention-classes';

/** From where a period counts: the day of the event, or the end of the school year or calendar year it falls in ("YE"). */
export const retentionStarts = ['EVENT', 'SCHOOL_YEAR_END', 'YEAR_END'] as const;
export type RetentionStart = (typeof retentionStarts)[number];

export const retentionUnits = ['DAYS', 'MONTHS', 'YEARS'] as const;
export type RetentionUnit = (typeof retentionUnits)[number];

/** A period (Löschfrist). */
export interface RetentionTerm {
  from: RetentionStart;
  /** 0 to 600. */
  count: number;
  unit: RetentionUnit;
}

/**
 * What happens at the end: the row goes, the person's identity and key go, the link to the person goes, a random
 * pseudonym takes the person's place, the trail is cut at a signed anchor, a view closes, two persons release the
 * deletion, what stays holds no person any more; KEEP = no end.
 */
export const retentionActions = ['DELETE', 'ERASE', 'ANONYMISE', 'PSEUDONYMISE', 'CUT', 'CLOSE', 'RELEASE', 'ARCHIVE', 'KEEP'] as const;
export type RetentionAction = (typeof retentionActions)[number];

/** A rule (Löschregel) of a class: when and how it ends, and the law or practice that says so. */
export interface RetentionRule {
  retentionClass: RetentionClass;
  term: RetentionTerm;
  action: RetentionAction;
  source: string;
}

/** The latest terms that the law allows to a class; what is absent is open. */
export interface RetentionBounds {
  shortest?: RetentionTerm;
  longest?: RetentionTerm;
}

/** The day after which a term counts. */
const anchorOf = ({ from }: RetentionTerm, start: Day): Day => ({ EVENT: start, SCHOOL_YEAR_END: schoolYearEnd(start), YEAR_END: `${start.slice(0, 4)}-12-31` })[from];

/**
 * The last day (Europe/Berlin) on which something may be kept whose event fell on `start`: the day of the event does not
 * count, a month without such a day ends on its last (§§ 187, 188 BGB).
 */
function lastDay(term: RetentionTerm, start: Day): Day {
  const [anchor, { count, unit }] = [anchorOf(term, start), term];
  return unit === 'DAYS' ? addDays(anchor, count) : addMonths(anchor, unit === 'MONTHS' ? count : count * 12);
}

/** The first day on which it is gone. Later events never end earlier. */
export const endOfRetention = (term: RetentionTerm, start: Day): Day => addDays(lastDay(term, start), 1);

/** Days before `today` in which every event has ended that could end today. */
const longest = (unit: RetentionUnit, count: number): number => ({ DAYS: 1, MONTHS: 31, YEARS: 366 })[unit] * count + 800;

/**
 * The latest day of an event whose period is over on `today`: `endOfRetention(term, start) <= today` holds for exactly the
 * starts up to it. So a whole table is asked by one comparison, whatever the rule.
 */
export function latestEndedStart(term: RetentionTerm, today: Day): Day {
  let [ended, running] = [addDays(today, -longest(term.unit, term.count)), today];
  while (daysUntil(ended, running) > 1) {
    const middle = addDays(ended, Math.floor(daysUntil(ended, running) / 2));
    if (endOfRetention(term, middle) <= today) ended = middle;
    else running = middle;
  }
  return ended;
}

/** Every start of four years, a leap day among them. */
const someStarts: readonly Day[] = Array.from({ length: 1461 }, (_, day) => addDays('2024-01-01', day));

/** Whether a term keeps within the bounds, for whatever start: `tooShort`, `tooLong`, or null when it does. */
export function outOfBounds(term: RetentionTerm, { shortest, longest: most }: RetentionBounds): 'tooShort' | 'tooLong' | null {
  for (const start of someStarts) {
    const end = endOfRetention(term, start);
    if (shortest && end < endOfRetention(shortest, start)) return 'tooShort';
    if (most && end > endOfRetention(most, start)) return 'tooLong';
  }
  return null;
}

/** A stop of the period of evidence, from its first day to its last (null = it lasts still). */
export interface Interruption {
  from: Day;
  until: Day | null;
}

/**
 * The first day on which evidence of a grant may go: the term counts from the last payment (null = not paid yet, so never),
 * and each day of an interruption within the period is added once, however many overlap; null while one lasts. Source: Art. 82 Abs. 2
 * VO (EU) 2021/1060 (legal proceedings, or a duly justified request of the Commission).
 */
export function endOfEvidence(term: RetentionTerm, lastPaidOn: Day | null, interruptions: readonly Interruption[]): Day | null {
  if (lastPaidOn === null || interruptions.some(({ until }) => until === null)) return null;
  let end = endOfRetention(term, lastPaidOn);
  let counted = anchorOf(term, lastPaidOn);
  for (const { from, until } of [...interruptions].sort((a, b) => a.from.localeCompare(b.from))) {
    const first = from > counted ? from : addDays(counted, 1);
    if (until === null || until < first || first >= end) continue;
    end = addDays(end, daysUntil(first, until) + 1);
    counted = until;
  }
  return end;
}
