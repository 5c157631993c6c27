import { Logger } from '@nestjs/common';
import { randomBytes, randomUUID } from 'node:crypto';
import { FieldCrypto, type KeySettings } from './crypto';
import { describeTable } from './data-map';
import { Files } from './files';
import { KeyRotation } from './key-rotation';
import './platform.data-map';
import { aRegion, asActor, aUser, drainJobs, openTestDatabase, type TestDatabase } from './testing';

// What the features people and identity say of their tables, which the platform does not import.
describeTable('person_key', { retention: 'R-PUPIL', personal: { wrapped: { purpose: 'TAKING_PART', category: 'CREDENTIALS', dataClass: 'C5', rest: 'MASTER_KEY' } }, internal: [], keyedBy: 'person_id' });
describeTable('app_user', { retention: 'R-ACC', personal: { totp_secret: { purpose: 'ACCOUNT', category: 'CREDENTIALS', dataClass: 'C5', rest: 'MASTER_KEY' } }, internal: [] });

const secret = () => randomBytes(32).toString('base64');
const [oldKey, newKey, indexKey] = [secret(), secret(), secret()];
const cryptoWith = (MINTFORGE_MASTER_KEY: string, MINTFORGE_MASTER_KEY_PREVIOUS?: string) => {
  const settings: KeySettings = { MINTFORGE_MASTER_KEY, MINTFORGE_MASTER_KEY_PREVIOUS, MINTFORGE_INDEX_KEY: indexKey };
  return new FieldCrypto(settings);
};
const before = cryptoWith(oldKey);
const during = cryptoWith(newKey, oldKey);
const after = cryptoWith(newKey);
const people = 1203;

let database: TestDatabase;
let rotation: KeyRotation;
const regions: string[] = [];
const persons: { id: string; name: Buffer }[] = [];
let user: string;
let file: string;

const as = <T>(work: () => Promise<T>): Promise<T> => asActor({ userId: null, sessionId: null, role: 'COORDINATOR', regionId: regions[0]! }, work);
const wrappedOf = async (id: string) => (await database.admin.query<{ wrapped: Buffer }>('select wrapped from person_key where person_id = $1', [id])).rows[0]!.wrapped;
const nameOf = async (crypto: FieldCrypto, { id, name }: { id: string; name: Buffer }) => crypto.openFields(await wrappedOf(id), 'pupil', id, { name }).name;
const standing = async () => {
  const sums = new Map<string, number>();
  for (const { standing: at, table, values } of await as(() => rotation.status())) sums.set(`${at} ${table}`, (sums.get(`${at} ${table}`) ?? 0) + values);
  return Object.fromEntries(sums);
};

beforeAll(async () => {
  database = await openTestDatabase();
  rotation = new KeyRotation(database.db, during, database.jobs);
  rotation.onModuleInit();
  for (const _ of [1, 2]) regions.push((await aRegion(database)).id);
  for (const regionId of regions) {
    const made = Array.from({ length: people }, () => {
      const id = randomUUID();
      const wrapped = before.newPersonKey(regionId, id);
      return { id, wrapped, name: before.sealFields(wrapped, 'pupil', id, { name: `Name ${id}` }).name! };
    });
    await database.admin.query('insert into person_key (region_id, person_id, wrapped) select $1, * from unnest($2::uuid[], $3::bytea[])', [regionId, made.map(({ id }) => id), made.map(({ wrapped }) => wrapped)]);
    persons.push(...made);
  }
  user = (await aUser(database, regions[0]!)).userId!;
  await database.admin.query('update app_user set totp_secret = $2 where id = $1', [user, before.sealSecret({ table: 'app_user', column: 'totp_secret', id: user }, 'JBSWY3DP')]);
  file = (await as(() => new Files(database.db, before).store('liste.csv', Buffer.from('Vorname;Nachname')))).id;
});
afterAll(() => database.close());

describe('the change of the master key', () => {
  it('begins with an inventory of what stands under which key', async () => {
    expect(await standing()).toEqual({ 'PREVIOUS app_user': 1, 'PREVIOUS file': 1, 'PREVIOUS person_key': 2 * people });
  });

  it('may be stopped on its way and begun again; everything can be read at any moment', async () => {
    const heard: number[] = [];
    const stopped = as(() => rotation.rotate(async (progress) => {
      heard.push(Math.floor(progress));
      expect(await nameOf(during, persons[0]!)).toBe(`Name ${persons[0]!.id}`);
      expect(await nameOf(during, persons.at(-1)!)).toBe(`Name ${persons.at(-1)!.id}`);
      if (heard.length === 4) throw new Error('the process ends here');
    }));
    await expect(stopped).rejects.toThrow('the process ends here');
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    const { 'CURRENT person_key': done = 0, 'PREVIOUS person_key': waiting = 0 } = await standing();
    expect([done > 0, waiting > 0, done + waiting]).toEqual([true, true, 2 * people]);
  });

  it('is a watched job that ends with nothing left under the previous key', async () => {
    const jobId = await as(() => rotation.start());
    await drainJobs(database);
    const { rows } = await database.admin.query<{ state: string; progress: number; result: { rewrapped: number; left: number } }>('select state, progress, result from job where id = $1', [jobId]);
    expect(rows[0]).toMatchObject({ state: 'DONE', progress: 100, result: { left: 0 } });
    expect(await standing()).toEqual({ 'CURRENT app_user': 1, 'CURRENT file': 1, 'CURRENT person_key': 2 * people });
  });

  it('leaves every value readable by the new key alone', async () => {
    for (const person of [persons[0]!, persons[people]!, persons.at(-1)!]) expect(await nameOf(after, person)).toBe(`Name ${person.id}`);
    const { rows } = await database.admin.query<{ totp_secret: Buffer }>('select totp_secret from app_user where id = $1', [user]);
    expect(after.openSecret({ table: 'app_user', column: 'totp_secret', id: user }, rows[0]!.totp_secret)).toBe('JBSWY3DP');
    expect((await as(() => new Files(database.db, after).load(file))).content.toString()).toBe('Vorname;Nachname');
    await expect(nameOf(before, persons[0]!)).rejects.toThrow('not configured');
  });

  it('changes nothing when it is run once more', async () => {
    const kept = await wrappedOf(persons[0]!.id);
    expect(await as(() => rotation.rotate(() => Promise.resolve()))).toEqual({ rewrapped: 0, left: 0 });
    expect((await wrappedOf(persons[0]!.id)).equals(kept)).toBe(true);
  });

  it('leaves what it cannot open and says how much that is', async () => {
    Logger.overrideLogger(false);
    const [moved, lost] = [randomUUID(), randomUUID()];
    await database.admin.query('insert into person_key (region_id, person_id, wrapped) values ($1, $2, $3), ($1, $4, $5)', [
      regions[1], moved, before.newPersonKey(regions[1]!, randomUUID()), lost, cryptoWith(secret()).newPersonKey(regions[1]!, lost),
    ]);
    expect(await as(() => rotation.rotate(() => Promise.resolve()))).toEqual({ rewrapped: 0, left: 2 });
    expect(await standing()).toMatchObject({ 'PREVIOUS person_key': 1, 'UNKNOWN person_key': 1 });
  });

  it('finds no key in the row of another region', async () => {
    const id = randomUUID();
    await expect(database.admin.query('insert into person_key (region_id, person_id, wrapped) values ($1, $2, $3)', [regions[1], id, before.newPersonKey(regions[0]!, id)])).rejects.toThrow('person_key_region');
  });
});
