import { Files } from '@mintforge/platform';
import type { TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { GroupReads } from './groups.reads';
import type { GroupInput } from './groups.inputs';
import { Groups } from './groups.service';
import { PeopleReads } from './people.reads';
import { PupilIdentities } from './pupil-identities';
import { PupilReads } from './pupils.reads';
import { Pupils } from './pupils.service';

/** The services of the feature by hand, as its module would wire them. */
export function peopleOf({ db, crypto }: Pick<TestDatabase, 'db' | 'crypto'>) {
  const identities = new PupilIdentities(crypto);
  return {
    identities,
    groups: new Groups(db),
    groupReads: new GroupReads(db),
    pupils: new Pupils(db, identities),
    pupilReads: new PupilReads(db, identities),
    people: new PeopleReads(identities),
    files: new Files(db, crypto),
  };
}

/** A school, made past the wall. */
export async function aSchool({ admin }: TestDatabase, regionId: string, name = `Schule ${randomUUID().slice(0, 8)}`): Promise<string> {
  const { rows } = await admin.query<{ id: string }>(`insert into organisation (region_id, name, name_key, roles) values ($1, $2, lower($2), '{SCHOOL}') returning id`, [regionId, name]);
  return rows[0]!.id;
}

/** A valid group of a school. */
export const aGroup = (organisationId: string, name: string, given: Partial<GroupInput> = {}): GroupInput => ({ organisationId, name, grade: 7, schoolYear: '2026/27', headCount: 28, ...given });
