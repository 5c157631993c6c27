import { peopleOf, aSchool } from '@mintforge/people/testing';
import type { Actor } from '@mintforge/platform';
import { Clock } from '@mintforge/platform';
import { aRegion, asActor, aUser, copyOf, openTestDatabase, withoutGate, type TestDatabase } from '@mintforge/platform/testing';
import { Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rightsOf } from '../requests/rights.testing';

const folder = mkdtempSync(join(tmpdir(), 'mintforge-keys-'));
let database: TestDatabase;
let coordinator: Actor;
let school: string;

const rightsAt = (at: TestDatabase) => rightsOf(at, { folder, clock: new Clock() });
const as = <T>(work: () => Promise<T>) => asActor(coordinator, work);
const aPupil = (at = database) =>
  withoutGate(at, () => as(() => peopleOf(at).pupils.create({ organisationId: school, firstName: 'Mara', lastName: randomUUID(), birthDate: '2012-05-04', provisions: ['STEP_FREE'] }, randomUUID())));
const forget = (id: string, at = database) => as(() => at.db.write((tx) => peopleOf(at).identities.forgetNeeds(tx, [id])));
const needsOf = async (id: string, at: TestDatabase) => (await withoutGate(at, () => as(() => peopleOf(at).pupilReads.needs(id, 'CARE')))).provisions;
const minutesLater = (at = database) => at.jobs.runRound('erasures.keys', new Date());
const entries = () => rightsAt(database).ledger.read(coordinator.regionId!).filter(({ kind }) => kind === 'NEEDS_KEY');

beforeAll(async () => {
  Logger.overrideLogger(false);
  database = await openTestDatabase();
  const region = (await aRegion(database)).id;
  coordinator = await aUser(database, region);
  school = await aSchool(database, region);
  await rightsAt(database).replay.onModuleInit();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

describe('a destroyed key of needs', () => {
  it('stands in the erasure ledger within minutes, once, by a hash that names nobody', async () => {
    const id = await aPupil();
    const { rows: [key] } = await database.admin.query<{ id: string }>('select id from needs_key where person_id = $1', [id]);
    await forget(id);
    expect(entries()).toEqual([]);
    await minutesLater();
    await minutesLater();
    expect(entries().map(({ erasure }) => erasure)).toEqual([key!.id]);
    expect((await database.admin.query('select from shredded_key')).rowCount).toBe(0);
    expect(readFileSync(join(folder, `${coordinator.regionId}.jsonl`), 'utf8')).not.toContain(id);
  });

  it('that comes back with an older backup is destroyed again before anybody is let in; needs given since stay', async () => {
    const [withdrawn, untouched] = [await aPupil(), await aPupil()];
    const backup = await copyOf(database);
    try {
      await forget(withdrawn);
      await minutesLater();
      expect(await needsOf(withdrawn, backup)).toEqual(['STEP_FREE']);
      const restored = rightsAt(backup);
      await restored.replay.onModuleInit();
      expect(restored.replay.atStart).toEqual([{ regionId: coordinator.regionId, replayed: 1, rewritten: 0 }]);
      expect([await needsOf(withdrawn, backup), await needsOf(untouched, backup)]).toEqual([[], ['STEP_FREE']]);
      expect((await backup.admin.query('select from needs_key where person_id = $1', [withdrawn])).rowCount).toBe(0);
      expect(await restored.replay.run()).toEqual([]);
      const anew = await aPupil(backup);
      await withoutGate(backup, () => as(async () => peopleOf(backup).pupils.update(withdrawn, (await peopleOf(backup).pupilReads.one(withdrawn)).version, { provisions: ['STEP_FREE'] })));
      expect(await restored.replay.run()).toEqual([]);
      expect([await needsOf(anew, backup), await needsOf(withdrawn, backup)]).toEqual([['STEP_FREE'], ['STEP_FREE']]);
    } finally {
      await backup.close();
    }
  });
});
