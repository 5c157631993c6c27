import { addDays, berlinDay } from '@mintforge/domain/kernel';
import { peopleOf } from '@mintforge/people/testing';
import { Tasks, type Actor } from '@mintforge/platform';
import { advisoryLock, aRegion, asActor, aUser, openTestDatabase, StandingClock, whileHeld, type TestDatabase } from '@mintforge/platform/testing';
import { Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../requests/requests.data-map';
import { Holds } from '../retention/holds.service';
import { rightsOf } from '../testing';

const folder = mkdtempSync(join(tmpdir(), 'mintforge-races-'));
const clock = new StandingClock();
let test: TestDatabase;
let region: string;
let [coordinator, second]: Actor[] = [];
let rights: ReturnType<typeof rightsOf>;
let people: ReturnType<typeof peopleOf>;
let school: string;
const as = <T>(work: () => Promise<T>, actor = coordinator!) => asActor(actor, work);

beforeAll(async () => {
  Logger.overrideLogger(false);
  test = await openTestDatabase();
  region = (await aRegion(test)).id;
  [coordinator, second] = [await aUser(test, region), await aUser(test, region)];
  people = peopleOf(test);
  rights = rightsOf(test, { folder, clock });
  school = (await test.admin.query<{ id: string }>(`insert into organisation (region_id, name, name_key, roles) values ($1, 'Schule', 'schule', '{SCHOOL}') returning id`, [region])).rows[0]!.id;
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

/** A request of somebody whom we know. */
async function requested(kind: 'ERASURE' | 'ACCESS', subjectId: string): Promise<string> {
  const id = await as(() => rights.requests.register({ input: { kind, subjectKind: 'PUPIL', subjectId, requester: 'SELF', channel: 'MAIL', receivedOn: berlinDay(clock.now()) }, idempotencyKey: randomUUID() }));
  await as(() => rights.requests.identify({ id, version: 1, check: 'CALL_BACK' }));
  return id;
}

/** A pupil whose erasure waits for a second person. */
async function proposed() {
  const pupilId = await as(() => people.pupils.create({ organisationId: school, firstName: 'Mara', lastName: `Recht${randomUUID().slice(0, 8)}`, birthDate: '2011-05-04', interests: [] }, randomUUID()));
  const id = await requested('ERASURE', pupilId);
  await as(() => rights.erasures.propose({ id, version: 2, ground: 'NO_LONGER_NEEDED' }));
  return { pupilId, erasure: (await as(() => rights.reads.page(id))).erasure!.id };
}
const execute = (erasure: string) => as(() => rights.erasures.execute(erasure), second!);

describe('an erasure under way', () => {
  it('is no lost one to a process that starts meanwhile: what went and who decided it stays on record', async () => {
    const { erasure } = await proposed();
    // Its entry stands in the ledger, its commit waits for the chain of the audit.
    await whileHeld(test, advisoryLock(`audit${region}`), async (waiting) => {
      const erasing = execute(erasure);
      await waiting(1, erasing);
      expect(rights.ledger.read(region).map((entry) => entry.erasure)).toContain(erasure);
      const begun = Promise.all([erasing, rights.replay.run()]);
      await waiting(2, begun);
      return { begun };
    });
    const { rows } = await test.admin.query<{ removed: unknown[] }>('select replayed_at, executed_by, removed from erasure where id = $1', [erasure]);
    expect(rows).toMatchObject([{ replayed_at: null, executed_by: second!.userId }]);
    expect(rows[0]!.removed.length).toBeGreaterThan(1);
  });

  it('takes along the copy of the data that is being made meanwhile', async () => {
    const { pupilId, erasure } = await proposed();
    const access = await requested('ACCESS', pupilId);
    // What stands in the copy is read, its file waits for whoever is its maker.
    await whileHeld(test, `select from app_user where id = '${coordinator!.userId}' for update`, async (waiting) => {
      const copying = as(() => rights.copies.make({ id: access, version: 2 }));
      await waiting(1, copying);
      const erasing = execute(erasure);
      await waiting(2, erasing);
      return { begun: Promise.all([copying, erasing]) };
    });
    expect((await test.admin.query(`select id from file where region_id = $1 and kind = 'EXPORT'`, [region])).rows).toEqual([]);
  });

  it('is over before a hold stands that came while it ran, or else does not happen', async () => {
    const { pupilId, erasure } = await proposed();
    const holds = new Holds(test.db, new Tasks(), clock);
    const today = berlinDay(clock.now());
    const order: string[] = [];
    await whileHeld(test, advisoryLock(`erasure ledger ${region}`), async (waiting) => {
      const erasing = execute(erasure).then(() => order.push('erased'));
      await waiting(1, erasing);
      const holding = as(() => holds.place({ reason: 'LEGAL_CLAIM', reference: 'AZ 1', subjectKind: 'PUPIL', subjectId: pupilId, reviewOn: addDays(today, 30), expiresOn: addDays(today, 60) }, randomUUID())).then(() => order.push('held'));
      await waiting(2, holding);
      return { begun: Promise.all([erasing, holding]) };
    });
    expect(order).toEqual(['erased', 'held']);
  });
});
