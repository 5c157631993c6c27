import type { Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import type { ActivityInput } from './activities.inputs';
import { ActivityReads } from './activities.reads';
import { Activities } from './activities.service';
import type { OccurrenceInput } from './occurrences/occurrences.inputs';
import { OccurrenceReads } from './occurrences/occurrences.reads';
import { Occurrences } from './occurrences/occurrences.service';

/** An office with one host, and the services of the feature as its module would wire them. */
export async function anOffice(database: TestDatabase, land = 'DE-MV') {
  const { db, jobs, admin } = database;
  const region = await aRegion(database, { land });
  const coordinator = await aUser(database, region.id);
  const anOrganisation = async (name: string, role = 'COMPANY'): Promise<string> =>
    (await admin.query<{ id: string }>('insert into organisation (region_id, name, name_key, roles) values ($1, $2, lower($2), array[$3]) returning id', [region.id, name, role])).rows[0]!.id;
  const host = await anOrganisation('Werft Nord');
  const reads = new ActivityReads(db);
  const activities = new Activities(db, jobs, reads);
  const occurrences = new Occurrences(db, jobs);
  const occurrenceReads = new OccurrenceReads(db);
  const as = <T>(work: () => Promise<T>, actor: Actor = coordinator) => asActor(actor, work);
  const anActivity = (given: Partial<ActivityInput> = {}) => as(() => activities.create(activityInput(host, given), randomUUID()));
  const occurrencesOf = (activityId: string) => as(() => occurrenceReads.ofActivities([activityId]));
  return { region, coordinator, host, reads, activities, occurrences, occurrenceReads, as, anActivity, anOrganisation, occurrencesOf };
}

/** A complete activity, ready to be published once it has an occurrence. */
export const activityInput = (organisationId: string, given: Partial<ActivityInput> = {}): ActivityInput => ({
  organisationId, title: 'Schiffe aus dem Drucker', description: 'Vom Entwurf zum Bauteil', format: 'TECH_WORKSHOP', topics: ['ADDITIVE_MANUFACTURING'], grades: [7, 8], schoolYear: '2026/27', occurrences: [], ...given,
});

/** An occurrence of two hours in the morning of a day, Berlin time in summer. */
export const occurrenceOn = (day: string, given: Partial<OccurrenceInput> = {}): OccurrenceInput => ({
  startsAt: new Date(`${day}T07:00:00Z`), endsAt: new Date(`${day}T09:00:00Z`), place: 'Labor 1', capacity: 12, ...given,
});
