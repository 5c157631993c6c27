import type { Tone } from '@mintforge/ui-kit';
import type { Activity, ActivityOccurrence } from './types';

export const activityTones: Record<Activity['state'], Tone> = { DRAFT: 'info', PUBLISHED: 'success', CANCELLED: 'error' };
export const occurrenceTones: Record<ActivityOccurrence['state'], Tone> = { PLANNED: 'neutral', CANCELLED: 'error' };

/** Grades as one says them: `5–7, 10`. */
export function gradesText(grades: readonly number[]): string {
  const stretches: [number, number][] = [];
  for (const grade of [...grades].sort((one, other) => one - other)) {
    const last = stretches.at(-1);
    if (last && last[1] === grade - 1) last[1] = grade;
    else stretches.push([grade, grade]);
  }
  return stretches.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}

/** Where an occurrence is: the room, then the address of the site. */
export const placeText = ({ place, siteAddress }: Pick<ActivityOccurrence, 'place' | 'siteAddress'>): string => [place, siteAddress].filter(Boolean).join(', ');
