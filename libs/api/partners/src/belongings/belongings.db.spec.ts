import { Refusal } from '@mintforge/domain/kernel';
import type { Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { Contact } from './contacts.entities';
import { Partnership } from '../cooperation/cooperation.entities';
import { Site } from './places.entities';
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
const company = () => here(() => partners.organisations.create(anOrganisation()));
const school = () => here(() => partners.organisations.create(anOrganisation({ roles: ['SCHOOL'] })));
const sitesOf = (id: string) => here(() => partners.belongings.sitesOf([id]));

describe('sites', () => {
  it('have exactly one main site, whatever is added, changed or deleted', async () => {
    const organisationId = await company();
    const first = await here(() => partners.places.createSite({ organisationId, town: 'Rostock' }));
    const second = await here(() => partners.places.createSite({ organisationId, town: 'Wismar', name: 'Werk 2' }));
    expect((await sitesOf(organisationId)).map(({ id, isMain }) => [id, isMain])).toEqual([[first, true], [second, false]]);
    await here(() => partners.places.updateSite(second, 1, { isMain: true }));
    expect((await sitesOf(organisationId)).map(({ id, isMain }) => [id, isMain])).toEqual([[second, true], [first, false]]);
    await expect(here(() => partners.places.updateSite(second, 2, { isMain: false }))).rejects.toEqual(new Refusal('INVALID_INPUT', {}, { isMain: 'required' }));
    await here(() => partners.places.deleteSite(second));
    expect((await sitesOf(organisationId)).map(({ id, isMain }) => [id, isMain])).toEqual([[first, true]]);
  });

  it('are corrected by the middle of their postcode where it is known', async () => {
    for (const [lat, lon] of [[54.2, 12.3], [54.3, 12.5], [51, 13.7]] as const) await here(async () => partners.places.createSite({ organisationId: await company(), postcode: '18181', lat, lon }));
    expect(await here(() => partners.belongings.centreOf('18181'))).toEqual({ lat: 54.2, lon: 12.5 });
    expect(await here(() => partners.belongings.centreOf('99998'))).toBeNull();
  });

  it('are flagged when they lie far from their postcode, judged by the other sites of the same postcode', async () => {
    const near = [[54.0, 12.1], [54.01, 12.11], [54.02, 12.09]] as const;
    for (const [lat, lon] of near) await here(async () => partners.places.createSite({ organisationId: await company(), postcode: '18199', lat, lon }));
    const organisationId = await company();
    const astray = await here(() => partners.places.createSite({ organisationId, postcode: '18199', lat: 51, lon: 13.7 }));
    const read = () => here(() => partners.belongings.one(Site, astray));
    expect(await read()).toMatchObject({ coordinateCheck: 'FAR_FROM_POSTCODE', lat: 51 });
    const { items } = await here(() => partners.reads.list({ page: 1, perPage: 10, sort: 'NAME_ASC', filter: { hasFlaggedCoordinates: true } }));
    expect(items.map(({ id }) => id)).toEqual([organisationId]);
    await here(() => partners.places.updateSite(astray, 1, { lat: 54.01, lon: 12.1 }));
    expect((await read()).coordinateCheck).toBe('OK');
  });
});

describe('contacts', () => {
  it('hand over to a new person, who gets their roles, and the history tells it', async () => {
    const organisationId = await school();
    const leaving = await here(() => partners.contacts.create({ organisationId, name: 'Frau Alt', roles: ['MAIN', 'STEM'] }));
    const heir = await here(() => partners.contacts.handOver(leaving, 1, { leftOn: '2026-07-31', successor: { name: 'Herr Neu', email: 'neu@schule.example', roles: ['CAREERS'] } }));
    expect(await here(() => partners.belongings.one(Contact, leaving))).toMatchObject({ leftOn: '2026-07-31', successorId: heir, version: 2 });
    expect((await here(() => partners.belongings.one(Contact, heir))).roles.toSorted()).toEqual(['CAREERS', 'MAIN', 'STEM']);
    const { items } = await here(() => partners.reads.history(organisationId, { page: 1, perPage: 5 }));
    expect(items).toMatchObject([{ kind: 'HAND_OVER', contactId: leaving, details: { successorId: heir } }]);
    const found = await here(() => partners.belongings.contacts({ page: 1, perPage: 5, sort: 'NAME_ASC', filter: { q: 'neu', left: false } }));
    expect(found.items.map(({ id }) => id)).toEqual([heir]);
  });

  it('do not hand over to nobody, nor to somebody of another house', async () => {
    const leaving = await here(async () => partners.contacts.create({ organisationId: await school(), name: 'Frau Alt' }));
    const stranger = await here(async () => partners.contacts.create({ organisationId: await company(), name: 'Herr Fremd' }));
    await expect(here(() => partners.contacts.handOver(leaving, 1, { leftOn: '2026-07-31' }))).rejects.toEqual(new Refusal('INVALID_INPUT', {}, { successorId: 'required' }));
    await expect(here(() => partners.contacts.handOver(leaving, 1, { leftOn: '2026-07-31', successorId: stranger }))).rejects.toEqual(new Refusal('INVALID_INPUT', {}, { successorId: 'foreign' }));
  });
});

describe('needs and offers', () => {
  it('are found by format, topic, grade, state and the name of their organisation', async () => {
    const organisationId = await here(() => partners.organisations.create(anOrganisation({ name: 'Solarwerk Güstrow' })));
    const offer = await here(() => partners.cooperation.createOffer({ organisationId, title: 'Löten', format: 'TECH_WORKSHOP', topics: ['ELECTRONICS', 'ENERGY'], grades: [9, 7, 8] }));
    const other = await here(() => partners.cooperation.createOffer({ organisationId, title: 'Führung', format: 'COMPANY_VISIT', state: 'CLOSED' }));
    const found = async (filter: object) => (await here(() => partners.belongings.offers({ page: 1, perPage: 10, sort: 'TITLE_ASC', filter }))).items.map(({ id }) => id);
    expect(await found({ topic: 'ENERGY', grade: 8 })).toEqual([offer]);
    expect(await found({ format: 'COMPANY_VISIT' })).toEqual([other]);
    expect(await found({ state: 'CLOSED' })).toEqual([other]);
    expect(await found({ q: 'solarwerk guest' })).toEqual([other, offer]);
    const need = await here(async () => partners.cooperation.createNeed({ organisationId: await school(), title: 'Etwas mit Strom', format: 'TECH_WORKSHOP', size: 24 }));
    await here(() => partners.cooperation.updateNeed(need, 1, { state: 'MET' }));
    const needs = await here(() => partners.belongings.needs({ page: 1, perPage: 10, sort: 'CREATED_AT_DESC', filter: { state: 'MET' } }));
    expect(needs.items.map(({ id }) => id)).toEqual([need]);
  });

  it('refuse a period that ends before it starts and equipment of somebody else', async () => {
    const [mine, theirs] = [await company(), await company()];
    const lathe = await here(() => partners.places.createEquipment({ organisationId: theirs, name: 'Drehbank', capacity: 4 }));
    const offer = { organisationId: mine, title: 'Drehen', format: 'TECH_WORKSHOP' as const };
    await expect(here(() => partners.cooperation.createOffer({ ...offer, periodFrom: '2026-12-24', periodTo: '2026-12-01' }))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(here(() => partners.cooperation.createOffer({ ...offer, equipmentId: lathe }))).rejects.toEqual(new Refusal('INVALID_INPUT', {}, { equipmentId: 'foreign' }));
  });
});

describe('partnerships', () => {
  it('are agreed once between a school and a partner, seen from both sides, ended with a reason and renewed without', async () => {
    const [schoolId, partnerId] = [await school(), await company()];
    const id = await here(() => partners.cooperation.createPartnership({ schoolId, partnerId, since: '2024-08-01' }));
    await expect(here(() => partners.cooperation.createPartnership({ schoolId, partnerId }))).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    await expect(here(() => partners.cooperation.createPartnership({ schoolId: partnerId, partnerId: schoolId }))).rejects.toEqual(new Refusal('INVALID_INPUT', {}, { schoolId: 'role' }));
    await here(() => partners.cooperation.endPartnership(id, 1, { until: '2026-07-31', reason: 'CONTACT_LEFT' }));
    const read = () => here(() => partners.belongings.one(Partnership, id));
    expect(await read()).toMatchObject({ state: 'ENDED', endReason: 'CONTACT_LEFT', until: '2026-07-31' });
    await here(() => partners.cooperation.updatePartnership(id, 2, { state: 'ACTIVE', until: null }));
    expect(await read()).toMatchObject({ state: 'ACTIVE', endReason: null, until: null });
    const sides = await here(() => partners.belongings.partnershipsOf([schoolId, partnerId]));
    expect(sides.map((row) => [row.of, row.id])).toEqual(expect.arrayContaining([[schoolId, id], [partnerId, id]]));
    await expect(here(() => partners.organisations.delete(partnerId))).rejects.toEqual(new Refusal('STILL_IN_USE', { what: 'partnership' }));
  });
});
