import { Files } from '@mintforge/platform';
import type { TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { BirthDateUses } from './birth-date-uses';
import { ClassLists } from './class-lists.service';
import { GroupReads } from './groups.reads';
import type { GroupInput } from './groups.inputs';
import { Groups } from './groups.service';
import { GuardianIdentities } from './guardian-identities';
import { GuardianReads } from './guardians.reads';
import { Guardians } from './guardians.service';
import { PeopleReads } from './people.reads';
import { PupilIdentities } from './pupil-identities';
import { PupilReads } from './pupils.reads';
import { Pupils } from './pupils.service';

/** The services of the feature by hand, as its module would wire them. */
export function peopleOf({ db, crypto }: Pick<TestDatabase, 'db' | 'crypto'>) {
  const identities = new PupilIdentities(crypto);
  const files = new Files(db, crypto);
  const birthDates = new BirthDateUses();
  const people = new PeopleReads(identities);
  const contacts = new GuardianIdentities(crypto);
  const guardians = new Guardians(db, contacts, identities);
  return {
    identities,
    birthDates,
    groups: new Groups(db),
    groupReads: new GroupReads(db),
    pupils: new Pupils(db, identities, birthDates),
    pupilReads: new PupilReads(db, identities),
    people,
    guardians,
    guardianReads: new GuardianReads(db, contacts, people),
    files,
    lists: new ClassLists(db, files, identities, birthDates, guardians),
  };
}

/** A school, made past the wall. */
export async function aSchool({ admin }: TestDatabase, regionId: string, name = `Schule ${randomUUID().slice(0, 8)}`): Promise<string> {
  const { rows } = await admin.query<{ id: string }>(`insert into organisation (region_id, name, name_key, roles) values ($1, $2, lower($2), '{SCHOOL}') returning id`, [regionId, name]);
  return rows[0]!.id;
}

/** A valid group of a school. */
export const aGroup = (organisationId: string, name: string, given: Partial<GroupInput> = {}): GroupInput => ({ organisationId, name, grade: 7, schoolYear: '2026/27', headCount: 28, ...given });

/** Leaves of a pupil what the data map leaves of an erased one in the tables of this feature; erasing itself is the act of the feature for people's rights. */
export async function anErasedPupil({ admin }: TestDatabase, id: string): Promise<void> {
  for (const table of ['guardianship', 'pupil_contact', 'pupil_token']) await admin.query(`delete from ${table} where pupil_id = $1`, [id]);
  for (const table of ['person_key', 'needs_key']) await admin.query(`delete from ${table} where person_id = $1`, [id]);
  await admin.query(`update pupil set first_name = null, last_name = null, birth_date = null, stated_wishes = null, provisions = null, shield = null, interests = '{}', erased_on = current_date, version = version + 1 where id = $1`, [id]);
}

/** Tables of the whole database with a row that holds a word in whatever case, as text, in JSON, or as bytes of any column. */
export async function tablesHolding({ admin }: TestDatabase, word: string): Promise<string[]> {
  const tables = await admin.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
  const bytes = [...word].map((letter) => `(${Buffer.from(letter.toLowerCase()).toString('hex')}|${Buffer.from(letter.toUpperCase()).toString('hex')})`).join('');
  const holding: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await admin.query(`select 1 from ${name} as r where strpos(lower(r::text), lower($1)) > 0 or r::text ~ $2 limit 1`, [word, bytes]);
    if (rows.length > 0) holding.push(name);
  }
  return holding;
}
