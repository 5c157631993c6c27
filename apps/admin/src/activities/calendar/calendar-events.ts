import { addDays } from '@mintforge/domain/activities';
import type { CalendarEvent, Tone } from '@mintforge/ui-kit';
import type { CalendarContent } from '../types';

type Planned = CalendarContent['occurrences'][number];

/** How an occurrence stands in the calendar: called off, not offered yet, all seats given away, or open. */
export const standings = ['OPEN', 'FULL', 'DRAFT', 'CANCELLED'] as const;
export type Standing = (typeof standings)[number];

export const standingTones: Record<Standing, Tone> = { OPEN: 'neutral', FULL: 'success', DRAFT: 'info', CANCELLED: 'error' };

export function standingOf({ state, activityState, taken, capacity }: Pick<Planned, 'state' | 'activityState' | 'taken' | 'capacity'>): Standing {
  if (state === 'CANCELLED' || activityState === 'CANCELLED') return 'CANCELLED';
  if (activityState === 'DRAFT') return 'DRAFT';
  return taken >= capacity ? 'FULL' : 'OPEN';
}

const dayMs = 86_400_000;
const isTerm = ({ startsAt, endsAt }: Planned) => Date.parse(endsAt) - Date.parse(startsAt) > 7 * dayMs;

/** Occurrences that run for weeks or months; in the calendar they would fill every week. */
export const terms = (occurrences: readonly Planned[]): Planned[] => occurrences.filter(isTerm);

/** Occurrences of hours or days as events, `words` naming how each stands; holidays behind them. */
export function calendarEvents({ occurrences, publicHolidays, schoolHolidays }: CalendarContent, words: (standing: Standing) => string): CalendarEvent[] {
  const days = publicHolidays.map(({ day, name }) => ({ id: `public ${day}`, title: name, start: day, end: addDays(day, 1), background: true }));
  const stretches = schoolHolidays.map(({ id, name, firstDay, lastDay }) => ({ id: `school ${id}`, title: name, start: firstDay, end: addDays(lastDay, 1), background: true }));
  const planned = occurrences.filter((occurrence) => !isTerm(occurrence)).map((occurrence) => {
    const standing = standingOf(occurrence);
    const { id, activityTitle, startsAt, endsAt } = occurrence;
    return { id, title: standing === 'OPEN' ? activityTitle : `${activityTitle} (${words(standing)})`, start: startsAt, end: endsAt, tone: standingTones[standing] };
  });
  return [...stretches, ...days, ...planned];
}
