import { Mails, Tasks } from '@mintforge/platform';
import { testConfig, type TestDatabase } from '@mintforge/platform/testing';
import { SecurityAlerts } from './alerts.service';
import { AuditReads } from './audits.reads';
import { BreakGlasses } from './break-glass.service';

/** The services of oversight on a test database, wired as the module does, at an instant that the test may move. */
export function oversightOn({ db, jobs, crypto, url }: TestDatabase, clock = { now: () => new Date() }) {
  const mails = new Mails(db, jobs, testConfig(url), crypto);
  const tasks = new Tasks();
  const services = { glasses: new BreakGlasses(db, mails, tasks, clock), alerts: new SecurityAlerts(db, jobs, mails, tasks), audits: new AuditReads(db) };
  services.glasses.onModuleInit();
  services.alerts.onModuleInit();
  return services;
}

/** A pupil past the wall, as far as these tests look: in a school, under a pseudonym, found by a name. */
export async function aPupilRow({ admin }: TestDatabase, regionId: string, pseudonym: string): Promise<string> {
  const school = await admin.query<{ id: string }>(`insert into organisation (region_id, name, name_key, roles) values ($1, $2, $2, '{SCHOOL}') returning id`, [regionId, pseudonym]);
  const pupil = await admin.query<{ id: string }>('insert into pupil (region_id, organisation_id, pseudonym) values ($1, $2, $3) returning id', [regionId, school.rows[0]?.id, pseudonym]);
  await admin.query(`insert into pupil_token (region_id, pupil_id, field, token) values ($1, $2, 'NAME', '\\x00')`, [regionId, pupil.rows[0]?.id]);
  return pupil.rows[0]?.id ?? '';
}
