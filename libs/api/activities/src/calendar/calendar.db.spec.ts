import { publishedSchoolHolidays } from '@mintforge/domain/activities';
import { runInContext } from '@mintforge/platform';
import { openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { CalendarReads } from './calendar.reads';
import { SchoolHolidays } from './school-holidays.service';
import { anOffice, occurrenceOn } from '../testing';

let database: TestDatabase;
let office: Awaited<ReturnType<typeof anOffice>>;
let reads: CalendarReads;
let holidays: SchoolHolidays;

beforeAll(async () => {
  database = await openTestDatabase();
  office = await anOffice(database);
  reads = new CalendarReads(database.db, office.occurrenceReads);
  holidays = new SchoolHolidays(database.db);
});
afterAll(() => database.close());

const days = (given = {}) => ({ name: 'Ferien', firstDay: '2031-02-03', lastDay: '2031-02-14', ...given });

describe('the calendar', () => {
  it('shows occurrences, public holidays of the Land and school holidays of a stretch of days', async () => {
    const activityId = await office.anActivity({ occurrences: [occurrenceOn('2031-05-01'), occurrenceOn('2031-05-20'), occurrenceOn('2031-06-01')] });
    await office.as(() => holidays.create(days({ name: 'Pfingstferien', firstDay: '2031-05-30', lastDay: '2031-06-03' }), randomUUID()));
    const may = await office.as(() => reads.calendar('2031-05-01', '2031-05-31'));
    expect(may.occurrences.map((row) => [row.activityId, row.startsAt.toISOString()])).toEqual([[activityId, '2031-05-01T07:00:00.000Z'], [activityId, '2031-05-20T07:00:00.000Z']]);
    expect(may.publicHolidays.map(({ day, name }) => `${day} ${name}`)).toEqual(['2031-05-01 Tag der Arbeit', '2031-05-22 Christi Himmelfahrt']);
    expect(may.schoolHolidays).toMatchObject([{ name: 'Pfingstferien', firstDay: '2031-05-30', lastDay: '2031-06-03', checked: true }]);
  });

  it('counts days as Berlin does: what begins after midnight there is of the new day', async () => {
    await office.anActivity({ occurrences: [occurrenceOn('2032-07-01', { startsAt: new Date('2032-06-30T22:30:00Z') })] });
    expect((await office.as(() => reads.calendar('2032-06-30', '2032-06-30'))).occurrences).toEqual([]);
    expect((await office.as(() => reads.calendar('2032-07-01', '2032-07-01'))).occurrences).toHaveLength(1);
  });

  it('speaks the language of the request', async () => {
    const english = await runInContext({ requestId: randomUUID(), locale: 'en', actor: office.coordinator }, () => reads.calendar('2031-01-01', '2031-01-01'));
    expect(english.publicHolidays).toEqual([{ day: '2031-01-01', name: "New Year's Day" }]);
  });

  it('refuses more than a year at once and days the wrong way round', async () => {
    await expect(office.as(async () => reads.calendar('2031-01-01', '2033-01-01'))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(office.as(async () => reads.calendar('2031-02-01', '2031-01-01'))).rejects.toMatchObject({ fields: { to: 'range' } });
  });
});

describe('school holidays', () => {
  it('are filled in from what the Land published, twice without a difference, and never over a correction', async () => {
    const other = await anOffice(database);
    const published = publishedSchoolHolidays('DE-MV');
    await other.as(() => holidays.create(days({ name: 'Herbstferien', firstDay: '2026-10-19', lastDay: '2026-10-24' }), randomUUID()));
    expect(await other.as(() => holidays.fill())).toBe(published.length - 1);
    expect(await other.as(() => holidays.fill())).toBe(0);
    const { items } = await other.as(() => reads.schoolHolidays({ page: 1, perPage: 100, sort: 'FIRST_DAY_ASC', filter: { from: '2026-10-01', to: '2026-10-31' } }));
    expect(items).toMatchObject([{ firstDay: '2026-10-19', source: '' }]);
    const unchecked = await other.as(() => reads.schoolHolidays({ page: 1, perPage: 100, sort: 'FIRST_DAY_ASC', filter: { checked: false } }));
    expect(unchecked.items.every(({ source }) => source === 'KMK Ferienregelung')).toBe(true);
    expect(unchecked.items.length).toBe(published.filter(({ checked }) => !checked).length - 1);
  });

  it('are corrected and removed by the office', async () => {
    const id = await office.as(() => holidays.create(days(), randomUUID()));
    await office.as(() => holidays.update(id, 1, { lastDay: '2031-02-15', checked: true }));
    expect(await office.as(() => reads.schoolHoliday(id))).toMatchObject({ firstDay: '2031-02-03', lastDay: '2031-02-15', version: 2 });
    await expect(office.as(() => holidays.update(id, 2, { lastDay: '2031-02-01' }))).rejects.toMatchObject({ fields: { lastDay: 'beforeFirst' } });
    await office.as(() => holidays.delete(id));
    await expect(office.as(() => reads.schoolHoliday(id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the figures of the dashboard', () => {
  it('count activities by state and occurrences by month, format and state', async () => {
    const other = await anOffice(database);
    const published = await other.anActivity({ occurrences: [occurrenceOn('2099-09-01'), occurrenceOn('2099-09-02'), occurrenceOn('2099-10-01')] });
    await other.as(() => other.activities.publish(published, 1));
    const [first] = await other.occurrencesOf(published);
    await other.as(() => other.occurrences.cancel(first!.id, 1, 'WEATHER', null));
    await other.anActivity({ format: 'MENTORING', occurrences: [occurrenceOn('2099-09-03')] });
    expect(await other.as(() => reads.figures('2099-08-01', '2100-07-31'))).toEqual({
      drafts: 1, published: 1, cancelled: 0, attendanceOpen: 0,
      months: [
        { month: '2099-09', format: 'MENTORING', state: 'DRAFT', occurrences: 1, capacity: 12, taken: 0 },
        { month: '2099-09', format: 'TECH_WORKSHOP', state: 'CANCELLED', occurrences: 1, capacity: 12, taken: 0 },
        { month: '2099-09', format: 'TECH_WORKSHOP', state: 'PUBLISHED', occurrences: 1, capacity: 12, taken: 0 },
        { month: '2099-10', format: 'TECH_WORKSHOP', state: 'PUBLISHED', occurrences: 1, capacity: 12, taken: 0 },
      ],
    });
  });
});
