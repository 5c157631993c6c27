import fc from 'fast-check';
import { countAttendance, markableStates } from './attendance';
import { calendarDays } from './calendar';
import { missingToPublish, refuseMissing } from './publishing';
import { attendanceStates } from './vocabularies';
import { clashesOf, daysToWatch, warningsOf, type Engagement } from './warnings';

const engagement = (given: Partial<Engagement> = {}): Engagement => ({
  id: 'a', startsAt: new Date('2026-06-10T08:00:00Z'), endsAt: new Date('2026-06-10T10:00:00Z'), organisationId: 'host', equipmentId: null, siteId: null, place: '', ...given,
});
const other = (given: Partial<Engagement> = {}) => engagement({ id: 'b', organisationId: 'other', ...given });

const start = fc.integer({ min: 0, max: 200 }).map((hours) => Date.UTC(2026, 5, 1) + hours * 3_600_000);
const arbitrary = fc
  .record({ id: fc.constantFrom('a', 'b', 'c'), from: start, hours: fc.integer({ min: 1, max: 300 }), organisationId: fc.constantFrom('h', 'i'), equipmentId: fc.constantFrom(null, 'e', 'f'), siteId: fc.constantFrom(null, 's', 't'), place: fc.constantFrom('', 'Labor', 'labor ', 'Hof') })
  .map(({ from, hours, ...rest }): Engagement => ({ ...rest, startsAt: new Date(from), endsAt: new Date(from + hours * 3_600_000) }));

describe('clashes', () => {
  it('are symmetric', () => {
    fc.assert(fc.property(arbitrary, arbitrary, (one, two) => expect(clashesOf(one, two)).toEqual(clashesOf(two, one))));
  });

  it('name the host, the equipment and the room that both want', () => {
    expect(clashesOf(engagement(), other())).toEqual([]);
    expect(clashesOf(engagement(), other({ organisationId: 'host' }))).toEqual(['HOST_CLASH']);
    expect(clashesOf(engagement({ equipmentId: 'laser' }), other({ equipmentId: 'laser' }))).toEqual(['EQUIPMENT_CLASH']);
    expect(clashesOf(engagement({ siteId: 's', place: 'Labor 1' }), other({ siteId: 's', place: ' labor 1' }))).toEqual(['PLACE_CLASH']);
    expect(clashesOf(engagement({ siteId: 's', place: 'Labor 1' }), other({ siteId: 's', place: 'Labor 2' }))).toEqual([]);
    expect(clashesOf(engagement({ siteId: 's' }), other({ siteId: 's' }))).toEqual(['PLACE_CLASH']);
  });

  it('are none of an occurrence with itself, nor of a term that runs for months', () => {
    expect(clashesOf(engagement(), engagement())).toEqual([]);
    expect(clashesOf(engagement(), other({ organisationId: 'host', startsAt: new Date('2026-02-01T08:00:00Z'), endsAt: new Date('2026-07-01T08:00:00Z') }))).toEqual([]);
  });
});

describe('warnings', () => {
  const calendar = new Map(calendarDays('DE-MV', '2026-03-01', '2026-06-30', [{ name: 'Osterferien', firstDay: '2026-03-30', lastDay: '2026-04-08' }]).map((day) => [day.day, day]));
  const on = (first: string, last = first) => engagement({ startsAt: new Date(`${first}T08:00:00Z`), endsAt: new Date(`${last}T12:00:00Z`) });

  it('come in the order of the vocabulary, each once', () => {
    expect(warningsOf({ ...on('2026-04-06') }, calendar, [{ ...on('2026-04-06'), id: 'b' }, { ...on('2026-04-06'), id: 'c' }])).toEqual(['PUBLIC_HOLIDAY', 'SCHOOL_HOLIDAY', 'HOST_CLASH']);
    expect(warningsOf(on('2026-03-08'), calendar, [])).toEqual(['PUBLIC_HOLIDAY', 'WEEKEND']);
  });

  it('look at every day of a week, and only at both ends of a term', () => {
    expect(warningsOf(on('2026-04-30', '2026-05-04'), calendar, [])).toEqual(['PUBLIC_HOLIDAY', 'WEEKEND']);
    expect(daysToWatch(on('2026-03-02', '2026-06-12'))).toEqual(['2026-03-02', '2026-06-12']);
    expect(warningsOf(on('2026-03-02', '2026-06-12'), calendar, [])).toEqual([]);
  });
});

describe('publishing', () => {
  const complete = { description: 'Was wir tun', topics: ['ROBOTICS'], grades: [7] };
  const ahead = { endsAt: new Date('2026-06-10T10:00:00Z'), siteId: null, place: 'Labor' };
  const now = new Date('2026-06-01T00:00:00Z');

  it('asks for description, topics, grades and an occurrence ahead with its place', () => {
    expect(missingToPublish(complete, [ahead], now)).toEqual([]);
    expect(missingToPublish({ description: ' ', topics: [], grades: [] }, [], now)).toEqual(['DESCRIPTION', 'TOPICS', 'GRADES', 'OCCURRENCE']);
    expect(missingToPublish(complete, [{ ...ahead, place: '' }], now)).toEqual(['PLACE']);
    expect(missingToPublish(complete, [{ ...ahead, place: '', siteId: 's' }], now)).toEqual([]);
    expect(missingToPublish(complete, [{ ...ahead, endsAt: now }], now)).toEqual(['OCCURRENCE']);
  });
});

describe('refusing to publish', () => {
  it('names what is missing and where it is entered, but not what was missing before', () => {
    expect(() => refuseMissing(['TOPICS', 'PLACE'])).toThrow(expect.objectContaining({ code: 'ACTIVITY_NOT_PUBLISHABLE', params: { missing: 'TOPICS, PLACE' }, fields: { topics: 'missing', occurrences: 'missing' } }));
    expect(() => refuseMissing(['TOPICS'], ['TOPICS', 'GRADES'])).not.toThrow();
  });
});

describe('attendance', () => {
  it('counts heads, a group by its size, and every head once', () => {
    expect(countAttendance([{ state: 'PRESENT', headCount: 24 }, { state: 'PRESENT', headCount: 1 }, { state: 'EXCUSED', headCount: 1 }])).toMatchObject({ PRESENT: 25, EXCUSED: 1, UNEXCUSED: 0 });
    fc.assert(
      fc.property(fc.array(fc.record({ state: fc.constantFrom(...attendanceStates), headCount: fc.integer({ min: 1, max: 500 }) })), (rows) =>
        Object.values(countAttendance(rows)).reduce((sum, count) => sum + count, 0) === rows.reduce((sum, { headCount }) => sum + headCount, 0)),
    );
  });

  it('is never marked as withdrawn by hand: a withdrawal is not an absence', () => {
    expect(markableStates).not.toContain('WITHDRAWN');
    expect(markableStates).toHaveLength(attendanceStates.length - 1);
  });
});
