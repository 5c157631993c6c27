import { Refusal } from '@mintforge/domain/kernel';
import type { Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { Partnership } from '../cooperation/cooperation.entities';
import type { OrganisationInput } from '../organisations/organisations.inputs';
import { anOrganisation, partnersOf } from '../testing';

let database: TestDatabase;
let coordinator: Actor;
let partners: ReturnType<typeof partnersOf>;

beforeAll(async () => {
  database = await openTestDatabase();
  partners = partnersOf(database);
  partners.references.register('pupil_group', 'organisation_id');
});
beforeEach(async () => {
  coordinator = await aUser(database, (await aRegion(database)).id);
});
afterAll(() => database.close());

const here = <T>(work: () => Promise<T>) => asActor(coordinator, work);
const make = (input: Partial<OrganisationInput>) => here(() => partners.organisations.create(anOrganisation(input)));
const gymnasium: Partial<OrganisationInput> = { name: 'Gymnasium am Warnowufer Rostock', roles: ['SCHOOL'], officialNumber: '75130999', email: 'post@warnowufer.example', address: { postcode: '18057', town: 'Rostock', street: 'Ufer 1' } };
const again: Partial<OrganisationInput> = { name: 'Gym. Warnowufer', roles: ['SCHOOL'], email: 'sekretariat@warnowufer.example', phone: '0381 7', tags: ['mint'], address: { postcode: '18057', town: 'Rostock', street: 'Uferweg 1' } };
const pairs = async (filter: { verdict?: 'CERTAIN' | 'LIKELY' } = {}) => (await here(() => partners.duplicates.pairs({ page: 1, perPage: 50, ...filter }))).items;

describe('duplicates', () => {
  it('are shown at entry, with reasons, before the second record exists', async () => {
    await make(gymnasium);
    await make({ name: 'Werner-von-Siemens-Schule', roles: ['SCHOOL'], address: { postcode: '18057', town: 'Rostock' } });
    const hints = await here(() => partners.duplicates.hints({ name: 'Gym. Warnowufer', postcode: '18057', email: 'x@warnowufer.example' }));
    expect(hints.map(({ organisation, verdict }) => [organisation.name, verdict])).toEqual([['Gymnasium am Warnowufer Rostock', 'LIKELY']]);
    expect(hints[0]!.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['SIMILAR_NAME', 'SAME_POSTCODE', 'SAME_DOMAIN']));
    expect(await here(() => partners.duplicates.hints({ name: 'Konditorei Zucker' }))).toEqual([]);
  });

  it('are listed by number, mail domain, name in other words and other names, the surest first; dismissed ones stay away', async () => {
    const [a, b] = [await make(gymnasium), await make(again)];
    const [c, d] = [await make({ name: 'Siemens AG', address: { postcode: '18055', town: 'Rostock' } }), await make({ name: 'Fa. SIEMENS', address: { postcode: '18055', town: 'Rostock' } })];
    await make({ name: '35. Grundschule', address: { postcode: '04109', town: 'Leipzig' } });
    await make({ name: '36. Grundschule', address: { postcode: '04109', town: 'Leipzig' } });
    const found = await pairs();
    expect(found.map(({ first, second, verdict }) => [[first.id, second.id].sort(), verdict])).toEqual([[[c, d].sort(), 'CERTAIN'], [[a, b].sort(), 'LIKELY']]);
    expect(await pairs({ verdict: 'CERTAIN' })).toHaveLength(1);
    await here(() => partners.merges.dismiss(d, c));
    expect((await pairs()).map(({ verdict }) => verdict)).toEqual(['LIKELY']);
  });

  it('are found among 3,000 organisations: the same firm without an address, a double of a school, two entries of one mail domain', async () => {
    await database.admin.query(
      `with made as (insert into organisation (region_id, name, name_key, body_key, roles, official_number)
         select $1, w || ' ' || n, w || ' ' || n, w || n, '{COMPANY}', 'N' || n from (select n, substr(md5(n::text), 1, 7) || ' ' || (array['holzbau', 'metallbau', 'grundschule', 'pflegedienst'])[n % 4 + 1] as w from generate_series(1, 3000) n) g
         returning id, official_number)
       insert into site (region_id, organisation_id, postcode, town) select $1, id, (18000 + right(official_number, 2)::int)::text, 'Rostock' from made where official_number ~ '\\d\\d$'`, [coordinator.regionId]);
    const double = await make({ name: 'Grundschule Lütt Matten', officialNumber: 'N77', address: { postcode: '18077' } });
    const [firm, same] = [await make({ name: 'Liebherr MCCtec Rostock' }), await make({ name: 'Liebherr MCC-tec Rostock GmbH', address: { postcode: '18147' } })];
    const [one, two] = [await make({ name: 'Planet AI', email: 'a@planet-ai.example', address: { postcode: '18055' } }), await make({ name: 'Planet artificial intelligence', email: 'b@planet-ai.example', address: { postcode: '18057' } })];
    const found = (await pairs()).map(({ first, second }) => [first.id, second.id].sort());
    expect(found).toEqual(expect.arrayContaining([[firm, same].sort(), [one, two].sort()]));
    expect(found.filter((pair) => pair.includes(double))).toHaveLength(1);
  });
});

describe('a merge', () => {
  it('keeps the chosen fields, moves everything of every feature, leads old ids and names to the survivor, and can be undone', async () => {
    const [survivorId, absorbedId] = [await make(gymnasium), await make(again)];
    const [company, other] = [await make({}), await make({})];
    const shared = await here(() => partners.cooperation.createPartnership({ schoolId: survivorId, partnerId: company }));
    const doubled = await here(() => partners.cooperation.createPartnership({ schoolId: absorbedId, partnerId: company }));
    const moving = await here(() => partners.cooperation.createPartnership({ schoolId: absorbedId, partnerId: other }));
    await here(() => partners.contacts.create({ organisationId: absorbedId, name: 'Frau Lehrerin' }));
    await here(() => partners.organisations.logContact({ organisationId: absorbedId, kind: 'CALL', summary: 'Anruf' }));
    const { rows } = await database.admin.query<{ id: string }>(`insert into pupil_group (region_id, organisation_id, name, school_year, head_count, grade) values ($1, $2, '7a', '2026/27', 24, 7) returning id`, [coordinator.regionId, absorbedId]);
    const groupOwner = async () => (await database.admin.query<{ o: string }>('select organisation_id as o from pupil_group where id = $1', [rows[0]!.id])).rows[0]!.o;

    const mergeId = await here(() => partners.merges.merge({ survivorId, absorbedId, survivorVersion: 1, absorbedVersion: 1, choices: [{ field: 'email', from: 'ABSORBED' }] }));
    const survivor = await here(() => partners.reads.one(absorbedId));
    expect(survivor).toMatchObject({ id: survivorId, name: gymnasium.name, email: again.email, phone: again.phone, officialNumber: '75130999', tags: ['mint'], mainSite: { street: 'Ufer 1' } });
    expect((await here(() => partners.reads.list({ page: 1, perPage: 10, sort: 'NAME_ASC', filter: { q: 'gym warnowufer' } }))).items.map(({ id }) => id)).toEqual([survivorId]);
    expect(await here(async () => [(await partners.belongings.sitesOf([survivorId])).length, (await partners.belongings.contactsOf([survivorId])).length, (await partners.belongings.partnershipsOf([survivorId])).map(({ id }) => id).sort()]))
      .toEqual([2, 1, [shared, moving].sort()]);
    expect(await groupOwner()).toBe(survivorId);
    expect((await here(() => partners.reads.history(survivorId, { page: 1, perPage: 5 }))).items.map(({ kind }) => kind)).toEqual(['MERGE', 'CALL']);

    await here(() => partners.merges.undo(mergeId));
    expect(await here(() => partners.reads.one(absorbedId))).toMatchObject({ id: absorbedId, name: again.name, mainSite: { street: 'Uferweg 1' } });
    expect(await here(() => partners.reads.one(survivorId))).toMatchObject({ email: gymnasium.email, phone: null, tags: [], mainSite: { street: 'Ufer 1' } });
    expect(await groupOwner()).toBe(absorbedId);
    expect(await here(async () => [(await partners.belongings.one(Partnership, doubled)).schoolId, (await partners.belongings.one(Partnership, moving)).schoolId, (await partners.reads.aliasesOf([survivorId])).length])).toEqual([absorbedId, absorbedId, 0]);
    await expect(here(() => partners.merges.undo(mergeId))).rejects.toMatchObject({ code: 'MERGE_CHANGED_SINCE' });
  });

  it('cannot be undone once a field it set was edited', async () => {
    const [survivorId, absorbedId] = [await make(gymnasium), await make(again)];
    const mergeId = await here(() => partners.merges.merge({ survivorId, absorbedId, survivorVersion: 1, absorbedVersion: 1 }));
    await here(async () => partners.organisations.update(survivorId, (await partners.reads.one(survivorId)).version, { phone: '0381 8' }));
    await expect(here(() => partners.merges.undo(mergeId))).rejects.toEqual(new Refusal('MERGE_CHANGED_SINCE', { what: 'phone' }));
  });

  it('is refused with itself, from an old version and twice', async () => {
    const [survivorId, absorbedId] = [await make(gymnasium), await make(again)];
    const input = { survivorId, absorbedId, survivorVersion: 1, absorbedVersion: 1 };
    await expect(here(() => partners.merges.merge({ ...input, absorbedId: survivorId }))).rejects.toEqual(new Refusal('MERGE_WITH_ITSELF'));
    await expect(here(() => partners.merges.merge({ ...input, survivorVersion: 7 }))).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    await here(() => partners.merges.merge(input));
    await expect(here(() => partners.merges.merge({ ...input, survivorVersion: 2, absorbedVersion: 2 }))).rejects.toEqual(new Refusal('NOT_FOUND'));
  });
});

describe('the overview', () => {
  it('counts open organisations by role and stage, and maps only places that are believed', async () => {
    const school = await make({ roles: ['SCHOOL', 'ASSOCIATION'], address: { postcode: '18055', town: 'Rostock', lat: 54.1, lon: 12.1 } });
    await make({ stage: 'ACTIVE', address: { postcode: '18055', lat: 12.1, lon: 54.1 } });
    const closed = await make({});
    await here(() => partners.organisations.close(closed, 1, { closedOn: '2026-07-31' }));
    expect(await here(() => partners.overview.overview())).toMatchObject({
      organisations: 2, byRole: [{ role: 'ASSOCIATION', count: 1 }, { role: 'COMPANY', count: 1 }, { role: 'SCHOOL', count: 1 }], byStage: [{ stage: 'ACTIVE', count: 1 }, { stage: 'NEW', count: 1 }], flaggedSites: 1,
    });
    expect(await here(() => partners.overview.mapPoints())).toMatchObject([{ id: school, role: 'SCHOOL', lat: 54.1, lon: 12.1 }]);
  });
});
