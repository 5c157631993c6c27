import { PupilIdentities } from '@mintforge/people';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { ConsentUses } from './consent-uses';
import { NeedsConsent } from './needs-consent';

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

describe('a consent to hold needs that ends', () => {
  it('says before whose needs it empties, and empties them in its own transaction: both happen or neither', async () => {
    const region = await aRegion(database);
    const actor = await aUser(database, region.id);
    const identities = new PupilIdentities(database.crypto);
    const uses = new ConsentUses();
    new NeedsConsent(uses, identities).onModuleInit();
    const { rows } = await database.admin.query<{ id: string }>(`insert into organisation (region_id, name, name_key, roles) values ($1, 'Schule', 'schule', '{SCHOOL}') returning id`, [region.id]);
    const pupil = { lastName: 'Rampe', birthDate: null, organisationId: rows[0]!.id, groupId: null, grade: 7, interests: [], statedWishes: [] };
    const as = <T>(work: () => Promise<T>) => asActor(actor, work);
    const [mara, ole] = await as(() => database.db.write((tx) => identities.add(tx, [{ ...pupil, firstName: 'Mara', provisions: ['STEP_FREE'] }, { ...pupil, firstName: 'Ole' }])));
    const ids = [mara!.id, ole!.id];
    const needy = async () => (await database.admin.query('select id from pupil where id = any($1) and provisions is not null', [ids])).rowCount;

    expect(await as(() => database.db.read((tx) => uses.impact(tx, 'NEEDS_PROCESS', ids)))).toEqual([{ what: 'needs', id: mara!.id, pupilId: mara!.id, title: mara!.pseudonym, startsAt: null }]);
    await expect(as(() => database.db.write(async (tx) => {
      await uses.end(tx, 'NEEDS_PROCESS', ids);
      throw new Error('the decision failed');
    }))).rejects.toThrow('the decision failed');
    expect(await needy()).toBe(1);
    await as(() => database.db.write((tx) => uses.end(tx, 'NEEDS_PROCESS', ids)));
    expect(await needy()).toBe(0);
    expect(await as(() => database.db.read((tx) => uses.impact(tx, 'NEEDS_PROCESS', ids)))).toEqual([]);
  });
});
