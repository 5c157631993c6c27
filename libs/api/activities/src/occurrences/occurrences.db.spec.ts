import { openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { anOffice, occurrenceOn } from '../testing';
import type { OccurrenceFilter } from './occurrences.inputs';

let database: TestDatabase;
let office: Awaited<ReturnType<typeof anOffice>>;

beforeAll(async () => {
  database = await openTestDatabase();
  office = await anOffice(database);
});
afterAll(() => database.close());

const aPupil = async () =>
  (await database.admin.query<{ id: string }>('insert into pupil (region_id, organisation_id, pseudonym) values ($1, $2, $3) returning id', [office.region.id, office.host, randomUUID()])).rows[0]!.id;
const place = async (occurrenceId: string) =>
  database.admin.query('insert into placement (region_id, occurrence_id, pupil_id) values ($1, $2, $3)', [office.region.id, occurrenceId, await aPupil()]);
const anOccurrence = async (given = {}, day = '2099-06-10', activity = {}) => (await office.occurrencesOf(await office.anActivity({ occurrences: [occurrenceOn(day, given)], ...activity })))[0]!;
const warnings = async (id: string) => (await office.as(() => office.occurrenceReads.warnings([id])))[0]?.warnings;
const list = (filter: OccurrenceFilter) => office.as(() => office.occurrenceReads.list({ page: 1, perPage: 25, sort: 'STARTS_AT_ASC', filter })).then(({ items }) => items.map((row) => row.id));

describe('occurrences', () => {
  it('are added many at once, all or none', async () => {
    const activityId = await office.anActivity();
    const add = (days: string[], given = {}) => office.as(() => office.occurrences.add(activityId, days.map((day) => occurrenceOn(day, given)), randomUUID()));
    expect(await add(['2099-06-10', '2099-06-11', '2099-06-12'])).toHaveLength(3);
    await expect(add(['2099-07-01', '2099-07-02'], { endsAt: new Date('2099-07-01T08:00:00Z') })).rejects.toMatchObject({ fields: { 'input.1.endsAt': 'afterStart' } });
    expect(await office.occurrencesOf(activityId)).toHaveLength(3);
  });

  it('keep as many seats as are given away', async () => {
    const { id } = await anOccurrence({ capacity: 3 });
    await place(id);
    await place(id);
    await expect(office.as(() => office.occurrences.update(id, 1, { capacity: 1 }))).rejects.toMatchObject({ code: 'CAPACITY_BELOW_TAKEN', params: { taken: 2 }, fields: { capacity: 'belowTaken' } });
    await office.as(() => office.occurrences.update(id, 1, { capacity: 2 }));
    expect(await office.as(() => office.occurrenceReads.one(id))).toMatchObject({ capacity: 2, taken: 2, version: 2 });
    await expect(place(id)).rejects.toMatchObject({ constraint: 'occurrence_seats' });
  });

  it('lose no seat to a placement that comes at the same moment as a smaller capacity', async () => {
    const { id } = await anOccurrence({ capacity: 2 });
    await place(id);
    await Promise.allSettled([office.as(() => office.occurrences.update(id, 1, { capacity: 1 })), place(id)]);
    const { capacity, taken } = await office.as(() => office.occurrenceReads.one(id));
    expect(taken).toBeLessThanOrEqual(capacity);
  });

  it('are deleted only while nothing depends on them', async () => {
    const placed = await anOccurrence();
    await place(placed.id);
    await expect(office.as(() => office.occurrences.delete(placed.id))).rejects.toMatchObject({ code: 'STILL_IN_USE' });
    const free = await anOccurrence();
    await office.as(() => office.occurrences.delete(free.id));
    await expect(office.as(() => office.occurrenceReads.one(free.id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('once called off do not change any more', async () => {
    const { id } = await anOccurrence();
    await office.as(() => office.occurrences.cancel(id, 1, 'WEATHER', 'Sturmflut'));
    expect(await office.as(() => office.occurrenceReads.one(id))).toMatchObject({ state: 'CANCELLED', cancelReason: 'WEATHER', cancelNote: 'Sturmflut' });
    await expect(office.as(() => office.occurrences.update(id, 2, { capacity: 5 }))).rejects.toMatchObject({ code: 'OCCURRENCE_CANCELLED' });
    await expect(office.as(() => office.occurrences.cancel(id, 2, 'WEATHER', null))).rejects.toMatchObject({ code: 'OCCURRENCE_CANCELLED' });
  });

  it('are found by time, activity, words, and by seats left in what is published', async () => {
    const activityId = await office.anActivity({ title: 'Tauchroboter', occurrences: [occurrenceOn('2098-03-01', { capacity: 1 }), occurrenceOn('2098-03-02')] });
    const [full, free] = (await office.occurrencesOf(activityId)).map((row) => row.id) as [string, string];
    expect(await list({ from: new Date('2098-03-01T08:00:00Z'), to: new Date('2098-03-02T00:00:00Z') })).toEqual([full]);
    expect(await list({ q: 'tauchrob' })).toEqual([full, free]);
    expect(await list({ activityId, free: true })).toEqual([]);
    await place(full);
    await office.as(() => office.activities.publish(activityId, 1));
    expect(await list({ activityId, free: true })).toEqual([free]);
  });

  it('tell other features their title and what matching needs', async () => {
    const { id } = await anOccurrence({ minimum: 4 }, '2099-02-02', { minimumAge: 14, title: 'Robotik' });
    expect(await office.as(() => database.db.read((tx) => office.occurrenceReads.occurrencesForRound(tx, [id])))).toMatchObject([
      { id, title: 'Robotik', capacity: 12, taken: 0, minimum: 4, state: 'PLANNED', activityState: 'DRAFT', grades: [7, 8], minimumAge: 14, organisationId: office.host },
    ]);
    expect(await office.as(() => database.db.read((tx) => office.occurrenceReads.occurrenceTitles(tx, [id])))).toEqual([{ id, title: 'Robotik', startsAt: new Date('2099-02-02T07:00:00Z') }]);
  });
});

describe('warnings before an occurrence', () => {
  it('name public holidays of the Land, school holidays of the region and weekends', async () => {
    await database.admin.query(`insert into school_holiday (region_id, name, first_day, last_day) values ($1, 'Osterferien', '2026-03-30', '2026-04-08')`, [office.region.id]);
    expect(await warnings((await anOccurrence({}, '2026-03-08')).id)).toEqual(['PUBLIC_HOLIDAY', 'WEEKEND']);
    expect(await warnings((await anOccurrence({}, '2026-04-07')).id)).toEqual(['SCHOOL_HOLIDAY']);
    expect(await warnings((await anOccurrence({}, '2026-04-09')).id)).toEqual([]);
    const saxony = await anOffice(database, 'DE-SN');
    const [elsewhere] = await saxony.occurrencesOf(await saxony.anActivity({ occurrences: [occurrenceOn('2026-11-18')] }));
    expect(await saxony.as(() => saxony.occurrenceReads.warnings([elsewhere!.id]))).toEqual([{ id: elsewhere!.id, warnings: ['PUBLIC_HOLIDAY'] }]);
  });

  it('name clashes of host, equipment and place with what is planned at the same time', async () => {
    const host = await office.anOrganisation('Lasertechnik');
    const equipmentId = (await database.admin.query<{ id: string }>(`insert into equipment (region_id, organisation_id, name, capacity) values ($1, $2, 'Lasercutter', 12) returning id`, [office.region.id, host])).rows[0]!.id;
    const first = await anOccurrence({ place: 'Raum 5' }, '2099-05-05', { organisationId: host, equipmentId });
    expect(await warnings(first.id)).toEqual([]);
    const second = await anOccurrence({ place: 'raum 5' }, '2099-05-05', { equipmentId });
    expect(await warnings(first.id)).toEqual(['EQUIPMENT_CLASH', 'PLACE_CLASH']);
    const third = await anOccurrence({ place: 'Hof' }, '2099-05-05', { organisationId: host });
    expect(await warnings(first.id)).toEqual(['HOST_CLASH', 'EQUIPMENT_CLASH', 'PLACE_CLASH']);
    await office.as(() => office.occurrences.cancel(second.id, 1, 'OTHER', null));
    await office.as(() => office.occurrences.cancel(third.id, 1, 'OTHER', null));
    expect(await warnings(first.id)).toEqual([]);
  });
});
