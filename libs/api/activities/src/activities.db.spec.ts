import { openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { activityInput, anOffice, occurrenceOn } from './testing';

const distant = '2099-06-10';
const page = { page: 1, perPage: 25 };

let database: TestDatabase;
let office: Awaited<ReturnType<typeof anOffice>>;

beforeAll(async () => {
  database = await openTestDatabase();
  office = await anOffice(database);
});
afterAll(() => database.close());

const one = (id: string) => office.as(() => office.reads.one(id));
const events = async (event: string) => (await database.admin.query<{ payload: { activityId: string; occurrenceIds: string[] } }>('select payload from outbox where event = $1 order by id', [event])).rows.map((row) => row.payload);

describe('activities', () => {
  it('begin as drafts with their occurrences and know what is planned of them', async () => {
    const id = await office.anActivity({ occurrences: [occurrenceOn('2099-06-10'), occurrenceOn('2099-06-03', { capacity: 8 })] });
    expect(await one(id)).toMatchObject({ state: 'DRAFT', organisationName: 'Werft Nord', occurrenceCount: 2, capacity: 20, taken: 0, nextAt: new Date('2099-06-03T07:00:00Z'), version: 1 });
  });

  it('are created once per idempotency key', async () => {
    const key = randomUUID();
    const create = () => office.as(() => office.activities.create(activityInput(office.host, { title: 'Einmal' }), key));
    expect(await create()).toBe(await create());
  });

  it('create nothing when one of their occurrences is faulty', async () => {
    const given = { title: 'Verkehrt', occurrences: [occurrenceOn(distant), occurrenceOn(distant, { minimum: 13 })] };
    await expect(office.anActivity(given)).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { 'occurrences.1.minimum': 'aboveCapacity' } });
    expect((await office.as(() => office.reads.list({ ...page, sort: 'TITLE_ASC', filter: { q: 'Verkehrt' } }))).items).toEqual([]);
  });

  it('are found by words of title or host, topic, grade, format, state, host and school year, and sorted by what comes next', async () => {
    const host = await office.anOrganisation('Sternwarte Süd');
    const late = await office.anActivity({ organisationId: host, title: 'Teleskop', format: 'COMPANY_VISIT', topics: ['EARTH_AND_SPACE'], grades: [11], schoolYear: '2030/31', occurrences: [occurrenceOn('2099-09-09')] });
    const soon = await office.anActivity({ organisationId: host, title: 'Spektrum', format: 'COMPANY_VISIT', topics: ['EARTH_AND_SPACE', 'PHYSICS'], grades: [11, 12], schoolYear: '2030/31', occurrences: [occurrenceOn('2099-01-09')] });
    const found = async (filter: object) => (await office.as(() => office.reads.list({ ...page, sort: 'NEXT_AT_ASC', filter }))).items.map((row) => row.id);
    expect(await found({ q: 'sternwarte' })).toEqual([soon, late]);
    expect(await found({ topic: 'PHYSICS', organisationId: host })).toEqual([soon]);
    expect(await found({ grade: 12, schoolYear: '2030/31' })).toEqual([soon]);
    expect(await found({ format: 'COMPANY_VISIT', state: 'DRAFT' })).toEqual([soon, late]);
    expect(await found({ ids: [late] })).toEqual([late]);
  });

  it('are published only when nothing is missing, and stay whole afterwards', async () => {
    const id = await office.anActivity({ description: '', topics: [] });
    await expect(office.as(() => office.activities.publish(id, 1))).rejects.toMatchObject({ code: 'ACTIVITY_NOT_PUBLISHABLE', params: { missing: 'DESCRIPTION, TOPICS, OCCURRENCE' } });
    await office.as(() => office.occurrences.add(id, [occurrenceOn(distant)], randomUUID()));
    await office.as(() => office.activities.update(id, 1, { description: 'Drucken', topics: ['ROBOTICS'] }));
    await office.as(() => office.activities.publish(id, 2));
    expect(await one(id)).toMatchObject({ state: 'PUBLISHED', version: 3 });
    await expect(office.as(() => office.activities.update(id, 3, { grades: [] }))).rejects.toMatchObject({ code: 'ACTIVITY_NOT_PUBLISHABLE', params: { missing: 'GRADES' } });
    await expect(office.as(() => office.occurrences.add(id, [occurrenceOn(distant, { place: ' ' })], randomUUID()))).rejects.toMatchObject({ code: 'ACTIVITY_NOT_PUBLISHABLE', params: { missing: 'PLACE' } });
    await expect(office.as(() => office.activities.delete(id))).rejects.toMatchObject({ code: 'ACTIVITY_NOT_DRAFT' });
  });

  it('refuse a change that somebody else was faster with', async () => {
    const id = await office.anActivity();
    await office.as(() => office.activities.update(id, 1, { title: 'Zuerst' }));
    await expect(office.as(() => office.activities.update(id, 1, { title: 'Zu spät' }))).rejects.toMatchObject({ code: 'VERSION_CONFLICT', params: { version: 2 } });
    expect(await one(id)).toMatchObject({ title: 'Zuerst' });
  });

  it('do not change to a format their occurrences are too long for', async () => {
    const id = await office.anActivity({ occurrences: [occurrenceOn('2099-06-08', { endsAt: new Date('2099-06-10T13:00:00Z') })] });
    await expect(office.as(() => office.activities.update(id, 1, { format: 'COMPANY_VISIT' }))).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { 'format.endsAt': 'sameDay' } });
  });

  it('called off take their planned occurrences along, keep the reason, and tell the other features', async () => {
    const id = await office.anActivity({ occurrences: [occurrenceOn('2099-06-10'), occurrenceOn('2099-06-11')] });
    const [first, second] = await office.occurrencesOf(id);
    await office.as(() => office.occurrences.cancel(first!.id, 1, 'ILLNESS', null));
    await office.as(() => office.activities.cancel(id, 1, 'HOST_UNAVAILABLE', 'Halle gesperrt'));
    expect(await one(id)).toMatchObject({ state: 'CANCELLED', cancelReason: 'HOST_UNAVAILABLE', cancelNote: 'Halle gesperrt', occurrenceCount: 0 });
    expect(await office.occurrencesOf(id)).toMatchObject([{ state: 'CANCELLED', cancelReason: 'ILLNESS' }, { state: 'CANCELLED', cancelReason: 'HOST_UNAVAILABLE' }]);
    expect((await events('activities.cancelled')).filter(({ activityId }) => activityId === id)).toMatchObject([{ occurrenceIds: [first!.id] }, { occurrenceIds: [second!.id] }]);
    await expect(office.as(() => office.activities.publish(id, 2))).rejects.toMatchObject({ code: 'ACTIVITY_CANCELLED' });
    await expect(office.as(() => office.occurrences.add(id, [occurrenceOn(distant)], randomUUID()))).rejects.toMatchObject({ code: 'ACTIVITY_CANCELLED' });
  });

  it('of another region are as if they were not there', async () => {
    const other = await anOffice(database);
    const id = await office.anActivity({ occurrences: [occurrenceOn(distant)] });
    const [occurrence] = await office.occurrencesOf(id);
    expect((await other.as(() => other.reads.list({ ...page, sort: 'TITLE_ASC' }))).items).toEqual([]);
    await expect(other.as(() => other.reads.one(id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(other.as(() => other.activities.update(id, 1, { title: 'Meins' }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(other.as(() => other.occurrences.cancel(occurrence!.id, 1, 'OTHER', null))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(other.anActivity({ organisationId: office.host })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('activities made of offers', () => {
  const anOffer = async (state = 'OPEN') =>
    (
      await database.admin.query<{ id: string }>(
        `insert into offer (region_id, organisation_id, title, description, format, topics, grades, minimum_age, accessibility, state)
          values ($1, $2, 'Ein Tag im Windpark', 'Mit Aufstieg', 'COMPANY_VISIT', '{ENERGY}', '{9,10}', 14, '{STEP_FREE,UNKNOWN}', $3) returning id`,
        [office.region.id, office.host, state],
      )
    ).rows[0]!.id;
  const stateOf = async (offerId: string) => (await database.admin.query<{ state: string }>('select state from offer where id = $1', [offerId])).rows[0]!.state;
  const take = (offerId: string, key: string = randomUUID()) => office.as(() => office.activities.createFromOffer(offerId, { schoolYear: '2026/27', occurrences: [occurrenceOn(distant)] }, key));

  it('take over what the offer says and mark it as taken up', async () => {
    const offerId = await anOffer();
    const id = await take(offerId);
    expect(await one(id)).toMatchObject({
      title: 'Ein Tag im Windpark', description: 'Mit Aufstieg', format: 'COMPANY_VISIT', topics: ['ENERGY'], grades: [9, 10], minimumAge: 14, accessibility: ['STEP_FREE'], organisationId: office.host, offerId, state: 'DRAFT', occurrenceCount: 1,
    });
    expect(await stateOf(offerId)).toBe('IN_ACTIVITY');
  });

  it('come of one offer once, however many try at the same time', async () => {
    const offerId = await anOffer();
    const attempts = await Promise.allSettled([take(offerId), take(offerId), take(offerId)]);
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [(attempt.reason as { code: string }).code] : []))).toEqual(['OFFER_NOT_OPEN', 'OFFER_NOT_OPEN']);
    await expect(take(await anOffer('CLOSED'))).rejects.toMatchObject({ code: 'OFFER_NOT_OPEN' });
  });

  it('free their offer again when the draft is deleted', async () => {
    const offerId = await anOffer();
    const id = await take(offerId);
    await office.as(() => office.activities.delete(id));
    expect(await stateOf(offerId)).toBe('OPEN');
    await expect(one(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
