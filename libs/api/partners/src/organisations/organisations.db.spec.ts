import { Refusal } from '@mintforge/domain/kernel';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import type { Actor } from '@mintforge/platform';
import type { OrganisationFilter } from './organisations.inputs';
import { anOrganisation, partnersOf } from '../testing';

let database: TestDatabase;
let coordinator: Actor;
let partners: ReturnType<typeof partnersOf>;

beforeAll(async () => {
  database = await openTestDatabase();
  coordinator = await aUser(database, (await aRegion(database)).id);
  partners = partnersOf(database);
});
afterAll(() => database.close());

const here = <T>(work: () => Promise<T>) => asActor(coordinator, work);
const names = async (filter: OrganisationFilter, sort = 'NAME_ASC') => (await here(() => partners.reads.list({ page: 1, perPage: 100, sort, filter }))).items.map(({ name }) => name);

describe('organisations', () => {
  it('are created with their first site and found again by a misspelt name, a town, a number or another name', async () => {
    const school = await here(() =>
      partners.organisations.create(
        anOrganisation({ name: 'Gymnasium am Wasserturm', roles: ['SCHOOL'], schoolKinds: ['GRAMMAR'], officialNumber: '75130999', email: 'Post@Wasserturm.example', address: { postcode: '18055', town: 'Rostock', lat: 54.09, lon: 12.14 } }),
      ),
    );
    await here(() => partners.organisations.addAlias(school, 'GaW Südstadt'));
    expect(await names({ q: 'gymnasium am waserturm' })).toEqual(['Gymnasium am Wasserturm']);
    expect(await names({ q: 'wasserturm', town: 'rost', postcode: '180' })).toHaveLength(1);
    expect(await names({ q: '75130999' })).toHaveLength(1);
    expect(await names({ q: 'gaw suedstadt' })).toHaveLength(1);
    expect(await names({ q: 'Sparkasse' })).toEqual([]);
    const found = await here(() => partners.reads.one(school));
    expect(found).toMatchObject({ email: 'post@wasserturm.example', version: 1, mainSite: { town: 'Rostock', coordinateCheck: 'UNCHECKED' } });
  });

  it('are listed by German alphabet, filtered by role, stage and tag', async () => {
    const other = await aUser(database, (await aRegion(database)).id);
    const made = [anOrganisation({ name: 'Zeppelin', tags: ['holz'] }), anOrganisation({ name: 'Ähre', stage: 'ACTIVE' }), anOrganisation({ name: 'Bäckerei', roles: ['COMPANY', 'ASSOCIATION'] })];
    await asActor(other, async () => {
      for (const input of made) await partners.organisations.create(input);
      const list = async (filter: OrganisationFilter) => (await partners.reads.list({ page: 1, perPage: 2, sort: 'NAME_ASC', filter })).items.map(({ name }) => name);
      expect(await list({})).toEqual(['Ähre', 'Bäckerei']);
      expect(await list({ roles: ['ASSOCIATION', 'SCHOOL'] })).toEqual(['Bäckerei']);
      expect(await list({ stage: 'ACTIVE' })).toEqual(['Ähre']);
      expect(await list({ tag: 'holz' })).toEqual(['Zeppelin']);
      const { total, hasNext } = await partners.reads.list({ page: 1, perPage: 2, sort: 'STAGE_DESC' });
      expect(hasNext).toBe(true);
      expect(typeof total === 'function' && (await total())).toBe(3);
    });
  });

  it('keep what a patch leaves out, clear what it sets to null, and write a new stage into the history', async () => {
    const id = await here(() => partners.organisations.create(anOrganisation({ phone: '0381 1', website: 'https://werft.example' })));
    await here(() => partners.organisations.update(id, 1, { phone: null, stage: 'CONTACTED' }));
    expect(await here(() => partners.reads.one(id))).toMatchObject({ phone: null, website: 'https://werft.example', stage: 'CONTACTED', version: 2 });
    await here(() => partners.organisations.logContact({ organisationId: id, kind: 'CALL', summary: 'Rückruf vereinbart', at: new Date('2026-01-05T09:00:00Z') }));
    const { items } = await here(() => partners.reads.history(id, { page: 1, perPage: 10 }));
    expect(items.map(({ kind, details }) => [kind, details])).toEqual([['STAGE', { from: 'NEW', to: 'CONTACTED' }], ['CALL', {}]]);
  });

  it('refuse an update from an old version', async () => {
    const id = await here(() => partners.organisations.create(anOrganisation()));
    await here(() => partners.organisations.update(id, 1, { tags: ['neu'] }));
    await expect(here(() => partners.organisations.update(id, 1, { tags: [] }))).rejects.toEqual(new Refusal('VERSION_CONFLICT', { version: 2 }));
  });

  it('are created once when the same request comes twice', async () => {
    const input = anOrganisation();
    const [first, second] = [await here(() => partners.organisations.create(input, 'key-of-the-form')), await here(() => partners.organisations.create(input, 'key-of-the-form'))];
    expect(second).toBe(first);
  });

  it('of another region cannot be seen', async () => {
    const id = await here(() => partners.organisations.create(anOrganisation()));
    const stranger = await aUser(database, (await aRegion(database)).id);
    await expect(asActor(stranger, () => partners.reads.one(id))).rejects.toEqual(new Refusal('NOT_FOUND'));
    await expect(asActor(stranger, () => partners.organisations.update(id, 1, { notes: 'x' }))).rejects.toEqual(new Refusal('NOT_FOUND'));
  });

  it('close with a successor, but never in a circle', async () => {
    const [old, heir] = [await here(() => partners.organisations.create(anOrganisation())), await here(() => partners.organisations.create(anOrganisation()))];
    await here(() => partners.organisations.close(old, 1, { closedOn: '2026-07-31', successorId: heir }));
    expect(await here(() => partners.reads.one(old))).toMatchObject({ closedOn: '2026-07-31', successorId: heir });
    await expect(here(() => partners.organisations.close(heir, 1, { closedOn: '2026-07-31', successorId: old }))).rejects.toEqual(new Refusal('INVALID_INPUT', {}, { successorId: 'circle' }));
    await expect(here(() => partners.organisations.delete(heir))).rejects.toEqual(new Refusal('STILL_IN_USE', { what: 'organisation' }));
  });

  it('without any use can be deleted', async () => {
    const id = await here(() => partners.organisations.create(anOrganisation({ address: { town: 'Wismar' } })));
    await here(() => partners.organisations.delete(id));
    await expect(here(() => partners.reads.one(id))).rejects.toEqual(new Refusal('NOT_FOUND'));
  });
});
