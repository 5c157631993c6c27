import { calendarDays, publishedSchoolHolidays, schoolHolidaySource } from '@mintforge/domain/activities';
import { schoolYearOf } from '@mintforge/domain/kernel';
import type { Tx } from '@mintforge/platform';
import { insertRows, newId } from './bulk';
import type { Chance } from './chance';
import type { SeededHost } from './organisations';
import { activityTexts } from './words';

export interface SeededOccurrence {
  id: string;
  topics: readonly string[];
  grades: readonly number[];
  format: string;
  capacity: number;
}

const dayMs = 86_400_000;
const land = 'DE-MV';
/** Least and most seats by format; scarce as in life, so that a round has something to decide. */
const seats = { TECH_WORKSHOP: [4, 10], MENTORING: [1, 3], JOB_SHADOWING: [1, 3], RESEARCH_PROJECT: [2, 5], COMPANY_VISIT: [6, 14] } as const;
const gradeSpans = [[7, 8, 9], [8, 9, 10], [9, 10, 11, 12], [8, 9, 10, 11, 12], [7, 8, 9, 10]];

/** Makes the school holidays, offers, needs, activities and their occurrences on school days of the coming months; one in ten stays a draft. */
export async function seedActivities(tx: Tx, chance: Chance, hosts: readonly SeededHost[], schoolIds: readonly string[], counts: { activities: number; occurrences: number }, today: Date): Promise<SeededOccurrence[]> {
  const offers: Record<string, unknown>[] = [];
  const activities: Record<string, unknown>[] = [];
  const occurrences: Record<string, unknown>[] = [];
  const seeded: SeededOccurrence[] = [];
  const stamp = { version: 1, created_at: 'now', updated_at: 'now' };
  const days = schoolDays(today);
  const perActivity = Math.max(1, Math.round(counts.occurrences / counts.activities));

  for (let at = 0; at < counts.activities; at++) {
    const host = hosts[at % hosts.length]!;
    const format = chance.pick(host.formats);
    const topics = chance.some(host.topics, chance.whole(1, 2));
    const grades = chance.pick(gradeSpans);
    const [offerId, id] = [newId(), newId()];
    const { title, description } = chance.pick(activityTexts[format]);
    const [least, most] = seats[format];
    const capacity = chance.whole(least, most);
    const draft = at % 10 === 9;
    const shared = { organisation_id: host.id, title, description, format, topics, grades, accessibility: chance.next() < 0.4 ? ['STEP_FREE'] : [] };
    offers.push({ id: offerId, ...shared, capacity, requirements: '', state: 'IN_ACTIVITY', ...stamp });
    activities.push({
      id, ...shared, offer_id: offerId, minimum_age: format === 'JOB_SHADOWING' ? 14 : null, sdgs: [chance.pick([4, 7, 9, 13, 14])], digital_skills: [],
      school_year: schoolYearOf(today.toISOString().slice(0, 10)), state: draft ? 'DRAFT' : 'PUBLISHED', published_at: draft ? null : 'now', ...stamp,
    });
    for (let number = 0; number < perActivity; number++) {
      const starts = new Date(`${chance.pick(days)}T${chance.pick(['08', '09', '13'])}:00:00Z`);
      const occurrenceId = newId();
      occurrences.push({
        id: occurrenceId, activity_id: id, site_id: host.siteId, place: '', starts_at: starts.toISOString(), ends_at: new Date(starts.getTime() + chance.whole(3, 6) * 3_600_000).toISOString(),
        capacity, minimum: capacity > 6 ? chance.whole(2, 3) : 0, taken: 0, state: 'PLANNED', ...stamp,
      });
      if (!draft) seeded.push({ id: occurrenceId, topics, grades, format, capacity });
    }
  }
  for (const host of chance.some(hosts, Math.floor(hosts.length / 6))) {
    offers.push({ id: newId(), organisation_id: host.id, ...chance.pick(activityTexts.COMPANY_VISIT), format: 'COMPANY_VISIT', topics: host.topics.slice(0, 2), grades: [8, 9, 10], accessibility: [], capacity: 20, requirements: '', state: 'OPEN', ...stamp });
  }
  const needs = chance.some(schoolIds, Math.floor(schoolIds.length / 2)).map((organisationId) => {
    const format = chance.pick(['TECH_WORKSHOP', 'COMPANY_VISIT', 'RESEARCH_PROJECT'] as const);
    return { id: newId(), organisation_id: organisationId, title: chance.pick(activityTexts[format]).title, format, topics: [chance.pick(hosts).topics[0]], grades: [8, 9], size: chance.whole(18, 28), requirements: '', state: 'OPEN', ...stamp };
  });
  await insertRows(tx, 'school_holiday', publishedSchoolHolidays(land).map(({ name, firstDay, lastDay, checked }) => ({ id: newId(), name, first_day: firstDay, last_day: lastDay, source: schoolHolidaySource, checked, ...stamp })));
  await insertRows(tx, 'offer', offers);
  await insertRows(tx, 'need', needs);
  await insertRows(tx, 'activity', activities);
  await insertRows(tx, 'occurrence', occurrences);
  return seeded;
}

/** The days of the coming six months on which schools of the Land have lessons. */
function schoolDays(today: Date): string[] {
  const later = (days: number) => new Date(today.getTime() + days * dayMs).toISOString().slice(0, 10);
  return calendarDays(land, later(10), later(190), publishedSchoolHolidays(land)).flatMap(({ day, weekend, publicHoliday, schoolHoliday }) => (weekend || publicHoliday || schoolHoliday ? [] : [day]));
}
