import { Refusal } from '../kernel';

/** What of an activity publishing looks at. */
export interface PublishableActivity {
  description: string;
  topics: readonly string[];
  grades: readonly number[];
}

/** What of its planned occurrences publishing looks at. */
export interface PublishableOccurrence {
  endsAt: Date;
  siteId: string | null;
  place: string;
}

/** What an activity may lack to be published (fehlende Angaben). */
export type MissingToPublish = 'DESCRIPTION' | 'TOPICS' | 'GRADES' | 'OCCURRENCE' | 'PLACE';

/**
 * What is missing before an activity may be published, in the order of the form: pupils must be able to read what it
 * is, the catalogue to find it, matching to know who may come, and at least one planned occurrence must lie ahead,
 * each with its place. Take `planned` without the cancelled ones.
 */
export function missingToPublish(activity: PublishableActivity, planned: readonly PublishableOccurrence[], now: Date): MissingToPublish[] {
  const ahead = planned.filter(({ endsAt }) => endsAt > now);
  const missing: [MissingToPublish, boolean][] = [
    ['DESCRIPTION', activity.description.trim() === ''],
    ['TOPICS', activity.topics.length === 0],
    ['GRADES', activity.grades.length === 0],
    ['OCCURRENCE', ahead.length === 0],
    ['PLACE', ahead.some(({ siteId, place }) => siteId === null && place.trim() === '')],
  ];
  return missing.flatMap(([what, isMissing]) => (isMissing ? [what] : []));
}

/** Where in the form each missing thing is entered. */
const fieldOf: Record<MissingToPublish, string> = { DESCRIPTION: 'description', TOPICS: 'topics', GRADES: 'grades', OCCURRENCE: 'occurrences', PLACE: 'occurrences' };

/** Refuses ACTIVITY_NOT_PUBLISHABLE with what is missing and the fields it belongs to, but for what was missing `before` already: a change to something else stays possible. */
export function refuseMissing(now: readonly MissingToPublish[], before: readonly MissingToPublish[] = []): void {
  const missing = now.filter((what) => !before.includes(what));
  if (missing.length > 0) throw new Refusal('ACTIVITY_NOT_PUBLISHABLE', { missing: missing.join(', ') }, Object.fromEntries(missing.map((what) => [fieldOf[what], 'missing'])));
}
