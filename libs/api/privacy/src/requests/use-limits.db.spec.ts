import { aPurposeOfLaw, consentOf } from '@mintforge/consent/testing';
import { peopleOf } from '@mintforge/people/testing';
import type { Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, StandingClock, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import './requests.data-map';
import { rightsOf } from '../testing';

const folder = mkdtempSync(join(tmpdir(), 'mintforge-limits-'));
let test: TestDatabase;
let region: string;
let coordinator: Actor;
let rights: ReturnType<typeof rightsOf>;
let people: ReturnType<typeof peopleOf>;
let school: string;
let gate: ReturnType<typeof consentOf>['gate'];
const as = <T>(work: () => Promise<T>) => asActor(coordinator, work);

beforeAll(async () => {
  test = await openTestDatabase();
  region = (await aRegion(test)).id;
  coordinator = await aUser(test, region);
  people = peopleOf(test);
  ({ gate } = consentOf(test));
  rights = rightsOf(test, { folder, clock: new StandingClock() });
  school = (await test.admin.query<{ id: string }>(`insert into organisation (region_id, name, name_key, roles) values ($1, 'Schule', 'schule', '{SCHOOL}') returning id`, [region])).rows[0]!.id;
  await aPurposeOfLaw(test, region, 'MATCHING');
  rights.uses.register({ purpose: 'MATCHING', impact: () => Promise.resolve([]), end: async (tx, ids) => void (await tx.query('update pupil set stated_wishes = null where region_id = $1 and id = any($2)', [region, ids])) });
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

describe('an objection', () => {
  it('that comes while somebody uses the data waits for them, and ends what they did', async () => {
    const id = await as(() => people.pupils.create({ organisationId: school, firstName: 'Mara', lastName: 'Einspruch', birthDate: '2011-05-04', interests: [] }, randomUUID()));
    const request = await as(() => rights.requests.register({ input: { kind: 'OBJECTION', subjectKind: 'PUPIL', subjectId: id, requester: 'SELF', channel: 'MAIL', receivedOn: '2026-11-21', purposes: ['MATCHING'] }, idempotencyKey: randomUUID() }));
    const [asked, decided] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const using = as(() =>
      test.db.write(async (tx) => {
        await gate.require(tx, 'MATCHING', [id]);
        asked.resolve();
        await decided.promise;
        await tx.query(`update pupil set stated_wishes = '\\x00' where region_id = $1 and id = $2`, [region, id]);
      }));
    await asked.promise;
    let told = false;
    const objecting = as(() => rights.requests.identify({ id: request, version: 1, check: 'CALL_BACK' })).then(() => (told = true));
    const waits = async () => (await test.admin.query(`select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())`)).rowCount! > 0;
    while (!told && !(await waits())) await pause(10);
    decided.resolve();
    await Promise.all([using, objecting]);
    const { rows } = await test.admin.query<{ kept: boolean }>('select stated_wishes is not null as kept from pupil where id = $1', [id]);
    expect(rows).toEqual([{ kept: false }]);
  });
});
