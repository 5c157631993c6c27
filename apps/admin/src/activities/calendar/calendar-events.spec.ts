import { calendarEvents, standingOf, terms } from './calendar-events';
import type { CalendarContent } from '../types';

type Planned = CalendarContent['occurrences'][number];
const planned = (change: Partial<Planned> = {}): Planned => ({
  id: 'o', activityId: 'a', activityTitle: 'Roboterarm', activityState: 'PUBLISHED', format: 'TECH_WORKSHOP', organisationName: 'Werft', startsAt: '2027-03-01T08:00:00Z', endsAt: '2027-03-01T11:00:00Z', capacity: 12, taken: 3, state: 'PLANNED', ...change,
});
const content = (change: Partial<CalendarContent>): CalendarContent => ({ occurrences: [], publicHolidays: [], schoolHolidays: [], ...change });

describe('the calendar', () => {
  it('says of an occurrence first that it is off, then that it is a draft, then that it is full', () => {
    const changes: Partial<Planned>[] = [{}, { taken: 12 }, { activityState: 'DRAFT', taken: 12 }, { state: 'CANCELLED', activityState: 'DRAFT' }, { activityState: 'CANCELLED' }];
    expect(changes.map((change) => standingOf(planned(change)))).toEqual(['OPEN', 'FULL', 'DRAFT', 'CANCELLED', 'CANCELLED']);
  });
  it('names in the title what colour alone would say', () => {
    const events = calendarEvents(content({ occurrences: [planned(), planned({ id: 'p', taken: 12 })] }), (standing) => standing.toLowerCase());
    expect(events.map(({ title }) => title)).toEqual(['Roboterarm', 'Roboterarm (full)']);
  });
  it('draws holidays behind the occurrences, their last day included', () => {
    const events = calendarEvents(content({ publicHolidays: [{ day: '2027-03-26', name: 'Karfreitag' }], schoolHolidays: [{ id: 's', name: 'Osterferien', firstDay: '2027-03-24', lastDay: '2027-04-02', checked: true }] }), String);
    expect(events.map(({ title, start, end, background }) => ({ title, start, end, background }))).toEqual([
      { title: 'Osterferien', start: '2027-03-24', end: '2027-04-03', background: true },
      { title: 'Karfreitag', start: '2027-03-26', end: '2027-03-27', background: true },
    ]);
  });
  it('keeps what runs for months out of the weeks', () => {
    const year = planned({ id: 'm', endsAt: '2027-06-30T10:00:00Z' });
    expect(terms([planned(), year])).toEqual([year]);
    expect(calendarEvents(content({ occurrences: [planned(), year] }), String).map(({ id }) => id)).toEqual(['o']);
  });
});
