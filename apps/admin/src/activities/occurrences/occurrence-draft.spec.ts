import { draftOf, emptyDraft, faultsOf, hintsOf, isComplete, newOccurrences, withNextDay, type OccurrencesDraft } from './occurrence-draft';

const draft = (change: Partial<OccurrencesDraft> = {}): OccurrencesDraft => ({ ...emptyDraft(12), days: [{ day: '2027-03-01', start: '09:00', end: '12:30', lastDay: '' }], siteId: 'site', place: ' Labor 2 ', ...change });

describe('occurrences as they are typed', () => {
  it('become instants of the Berlin clock, on both sides of the change to summer time', () => {
    const days = [{ day: '2027-03-01', start: '09:00', end: '12:30', lastDay: '' }, { day: '2027-04-05', start: '09:00', end: '12:30', lastDay: '' }];
    expect(newOccurrences(draft({ days, minimum: '8' }))).toEqual([
      { startsAt: '2027-03-01T08:00:00.000Z', endsAt: '2027-03-01T11:30:00.000Z', siteId: 'site', place: 'Labor 2', capacity: 12, minimum: 8 },
      { startsAt: '2027-04-05T07:00:00.000Z', endsAt: '2027-04-05T10:30:00.000Z', siteId: 'site', place: 'Labor 2', capacity: 12, minimum: 8 },
    ]);
  });
  it('continue a week later at the same time', () => {
    expect(withNextDay(draft()).days).toEqual([draft().days[0], { day: '2027-03-08', start: '09:00', end: '12:30', lastDay: '' }]);
  });
  it('come back as they were typed', () => {
    const typed = draft({ days: [{ day: '2027-03-01', start: '22:00', end: '06:00', lastDay: '2027-03-02' }], minimum: '5', place: 'Labor 2' });
    const [planned] = newOccurrences(typed);
    if (!planned) throw new Error('nothing planned');
    const saved = { id: 'o', version: 1, activityId: 'a', format: 'TECH_WORKSHOP', organisationId: 'h', siteAddress: null, taken: 0, state: 'PLANNED', cancelReason: null, cancelNote: null, warnings: [], ...planned } as Parameters<typeof draftOf>[0];
    expect(draftOf(saved)).toEqual(typed);
  });
  it('are not complete without a time or with half a seat', () => {
    expect([draft(), draft({ days: [{ day: '2027-03-01', start: '', end: '12:00', lastDay: '' }] }), draft({ capacity: '0.5' }), draft({ capacity: '' })].map(isComplete)).toEqual([true, false, false, false]);
  });
  it('break the rules of their format one by one', () => {
    const days = [{ day: '2027-03-01', start: '12:00', end: '09:00', lastDay: '' }, { day: '2027-03-01', start: '09:00', end: '12:00', lastDay: '2027-03-02' }];
    expect(faultsOf('COMPANY_VISIT', draft({ days }))).toEqual(['afterStart', 'sameDay']);
    expect(faultsOf('TECH_WORKSHOP', draft({ minimum: '13' }))).toEqual(['aboveCapacity']);
  });
});

describe('what the calendar says to a day', () => {
  const holidays = { publicHolidays: [{ day: '2027-03-26', name: 'Karfreitag' }], schoolHolidays: [{ name: 'Osterferien', firstDay: '2027-03-24', lastDay: '2027-04-02' }] };
  it('names public and school holidays and weekends', () => {
    expect(hintsOf({ day: '2027-03-26', start: '', end: '', lastDay: '2027-03-27' }, holidays)).toEqual({ publicHolidays: ['Karfreitag'], schoolHolidays: ['Osterferien'], weekend: true });
  });
  it('is silent on a term of months', () => {
    expect(hintsOf({ day: '2027-03-01', start: '', end: '', lastDay: '2027-06-30' }, holidays)).toEqual({ publicHolidays: [], schoolHolidays: [], weekend: false });
  });
});
