import { FieldCrypto, type Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { randomBytes, randomUUID } from 'node:crypto';
import { rebuildBlindIndexes } from './blind-indexes';
import { GuardianIdentities } from './guardian-identities';
import { aSchool, peopleOf } from './testing';

const secret = () => randomBytes(32).toString('base64');
const master = secret();
const cryptoWith = (indexKey: string) => new FieldCrypto({ MINTFORGE_MASTER_KEY: master, MINTFORGE_MASTER_KEY_PREVIOUS: undefined, MINTFORGE_INDEX_KEY: indexKey });

let test: TestDatabase;
let coordinator: Actor;
let before: ReturnType<typeof peopleOf>;
let after: ReturnType<typeof peopleOf>;
let contacts: GuardianIdentities;
let pupil: string;

const as = <T>(work: () => Promise<T>) => asActor(coordinator, work);
const found = async (people: ReturnType<typeof peopleOf>, q: string) => (await as(() => people.pupilReads.list({ page: 1, perPage: 10, sort: 'PSEUDONYM_ASC', filter: { q } }))).items.map(({ id }) => id);

beforeAll(async () => {
  test = await openTestDatabase();
  const region = await aRegion(test);
  coordinator = await aUser(test, region.id);
  const next = cryptoWith(secret());
  before = peopleOf({ db: test.db, crypto: cryptoWith(secret()) });
  after = peopleOf({ db: test.db, crypto: next });
  contacts = new GuardianIdentities(next);
  const school = await aSchool(test, region.id);
  pupil = await as(() => before.pupils.create({ organisationId: school, firstName: 'Ottilie', lastName: 'Wechselfeld', birthDate: '2012-05-04' }, randomUUID()));
  await as(() => before.guardians.add({ pupilId: pupil, slot: 'GUARDIAN_1', input: { name: 'Gerda Wechselfeld', email: 'gerda@wechsel.example' }, idempotencyKey: randomUUID() }));
});
afterAll(() => test.close());

describe('a new key of the blind indexes', () => {
  it('finds nobody by name or address until the indexes are computed anew', async () => {
    expect(await found(before, 'wechsel')).toEqual([pupil]);
    expect(await found(after, 'wechsel')).toEqual([]);
    expect(await as(() => after.guardianReads.byMail('gerda@wechsel.example'))).toEqual([]);
  });

  it('finds everybody again afterwards, and the old key nobody any more', async () => {
    expect(await as(() => rebuildBlindIndexes(test.db, after.identities, contacts, coordinator.regionId!))).toBe(2);
    expect(await found(after, 'ottilie wechselfeld')).toEqual([pupil]);
    expect((await as(() => after.guardianReads.byMail('gerda@wechsel.example'))).map(({ name }) => name)).toEqual(['Gerda Wechselfeld']);
    expect(await found(before, 'wechsel')).toEqual([]);
  });

  it('is harmless a second time', async () => {
    const tokens = async () => (await test.admin.query('select * from pupil_token order by field, token')).rows;
    const [known] = [await tokens()];
    await as(() => rebuildBlindIndexes(test.db, after.identities, contacts, coordinator.regionId!));
    expect(await tokens()).toEqual(known);
  });
});
