import type { Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, withoutGate, type TestDatabase } from '@mintforge/platform/testing';
import { Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import './people.data-map';
import { NeedsResealing } from './needs-resealing';
import { anErasedPupil, aSchool, peopleOf } from './testing';

let database: TestDatabase;
let people: ReturnType<typeof peopleOf>;
let coordinator: Actor;
let school: string;

const as = <T>(work: () => Promise<T>) => asActor(coordinator, work);
const aPupil = (provisions: 'STEP_FREE'[] = ['STEP_FREE']) =>
  withoutGate(database, () => as(() => people.pupils.create({ organisationId: school, firstName: 'Mara', lastName: randomUUID(), birthDate: '2012-05-04', provisions }, randomUUID())));
const needsOf = async (id: string) => (await withoutGate(database, () => as(() => people.pupilReads.needs(id, 'CARE')))).provisions;
const enter = async (id: string, provisions: 'STEP_FREE'[]) => withoutGate(database, () => as(async () => people.pupils.update(id, (await people.pupilReads.one(id)).version, { provisions })));
const forget = (id: string) => as(() => database.db.write((tx) => people.identities.forgetNeeds(tx, [id])));
const keysOf = async (id: string) => (await database.admin.query<{ id: string; wrapped: Buffer }>('select id, wrapped from needs_key where person_id = $1', [id])).rows;
const rowOf = async (id: string) => (await database.admin.query<{ provisions: Buffer | null; wrapped: Buffer }>('select p.provisions, k.wrapped from pupil p join person_key k on k.person_id = p.id where p.id = $1', [id])).rows[0]!;
/** Puts an older copy of the row's needs back, as somebody who kept it would. */
const putBack = (id: string, provisions: Buffer | null) => database.admin.query('update pupil set provisions = $2 where id = $1', [id, provisions]);

beforeAll(async () => {
  Logger.overrideLogger(false);
  database = await openTestDatabase();
  people = peopleOf(database);
  const region = (await aRegion(database)).id;
  coordinator = await aUser(database, region);
  school = await aSchool(database, region);
});
afterAll(() => database.close());

describe('the needs of a pupil', () => {
  it('rest under a key of their own, made with the first of them and kept while some are left', async () => {
    const id = await aPupil([]);
    expect(await keysOf(id)).toEqual([]);
    await enter(id, ['STEP_FREE']);
    const [key] = await keysOf(id);
    await enter(id, ['STEP_FREE']);
    expect(await keysOf(id)).toEqual([key]);
    expect(await needsOf(id)).toEqual(['STEP_FREE']);
  });

  it('are sealed against whoever holds the key of the person', async () => {
    const id = await aPupil();
    const { wrapped, provisions } = await rowOf(id);
    expect(() => database.crypto.openFields(wrapped, 'pupil', id, { provisions })).toThrow();
    expect(() => database.crypto.openFields(wrapped, 'pupil', id, { provisions }, 'needs_key')).toThrow();
  });

  it.each([
    ['withdrawn', forget],
    ['taken out by the office', (id: string) => enter(id, [])],
    ['erased with the pupil', async (id: string) => anErasedPupil(database, id)],
  ])('once %s cannot be opened from an older copy of the row with every key that lives', async (_, end) => {
    const id = await aPupil();
    const { provisions } = await rowOf(id);
    await end(id);
    expect(await keysOf(id)).toEqual([]);
    await database.admin.query('update pupil set erased_on = null where id = $1', [id]);
    await putBack(id, provisions);
    expect(await needsOf(id)).toEqual([]);
    const living = [...(await database.admin.query<{ wrapped: Buffer }>('select wrapped from person_key union all select wrapped from needs_key')).rows];
    for (const { wrapped } of living) for (const keys of ['person_key', 'needs_key'] as const) expect(() => database.crypto.openFields(wrapped, 'pupil', id, { provisions }, keys)).toThrow();
  });

  it('given anew get a new key, which opens nothing of before', async () => {
    const id = await aPupil();
    const [before, { provisions }] = [await keysOf(id), await rowOf(id)];
    await forget(id);
    await enter(id, ['STEP_FREE']);
    expect((await keysOf(id))[0]!.id).not.toBe(before[0]!.id);
    await putBack(id, provisions);
    expect(await needsOf(id)).toEqual([]);
  });

  it('keep their key when the withdrawal fails', async () => {
    const id = await aPupil();
    await expect(as(() => database.db.write(async (tx) => {
      await people.identities.forgetNeeds(tx, [id]);
      throw new Error('the decision failed');
    }))).rejects.toThrow('the decision failed');
    expect(await needsOf(id)).toEqual(['STEP_FREE']);
    expect((await database.admin.query('select from shredded_key k join needs_key n on n.id = k.id')).rowCount).toBe(0);
  });

  it('leave of a destroyed key its id alone, for the erasure ledger', async () => {
    const id = await aPupil();
    const [key] = await keysOf(id);
    await forget(id);
    expect((await database.admin.query('select * from shredded_key where id = $1', [key!.id])).rows).toEqual([{ region_id: coordinator.regionId, id: key!.id, created_at: expect.any(Date) }]);
  });
});

describe('needs from before they had a key of their own', () => {
  it('are sealed again when a process starts, once, and can be read by the key of the person no longer', async () => {
    const [old, altered] = [await aPupil([]), await aPupil([])];
    const sealed = async (id: string) => database.crypto.sealFields((await rowOf(id)).wrapped, 'pupil', id, { provisions: '["STEP_FREE"]' }).provisions;
    await putBack(old, await sealed(old));
    await putBack(altered, await sealed(old));
    expect(await needsOf(old)).toEqual([]);
    const resealing = new NeedsResealing(database.db, database.crypto, people.identities);
    await resealing.onModuleInit();
    expect([await needsOf(old), await needsOf(altered)]).toEqual([['STEP_FREE'], []]);
    const [key] = await keysOf(old);
    await resealing.onModuleInit();
    expect(await keysOf(old)).toEqual([key]);
    const { wrapped, provisions } = await rowOf(old);
    expect(() => database.crypto.openFields(wrapped, 'pupil', old, { provisions })).toThrow();
  });
});
