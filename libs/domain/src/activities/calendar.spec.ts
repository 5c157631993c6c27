import fc from 'fast-check';
import { calendarDays, isLand, laender, publicHolidays, type Land } from './calendar';
import { publishedSchoolHolidays } from './school-holidays';
import { addDays, daysBetween } from './time';

const easterMondays: Record<number, string> = { 2025: '2025-04-21', 2026: '2026-04-06', 2027: '2027-03-29', 2028: '2028-04-17', 2035: '2035-03-26', 2049: '2049-04-19' };
const nationwide = (year: number) => [`${year}-01-01`, addDays(easterMondays[year]!, -3), easterMondays[year]!, `${year}-05-01`, addDays(easterMondays[year]!, 38), addDays(easterMondays[year]!, 49), `${year}-10-03`, `${year}-12-25`, `${year}-12-26`].sort();
const daysOfYear = (land: Land, year: number) => publicHolidays(land, `${year}-01-01`, `${year}-12-31`).map(({ day }) => day);

describe('public holidays', () => {
  it('of every Land hold the nine of all Germany, for years to come', () => {
    for (const land of laender) for (const year of Object.keys(easterMondays).map(Number)) expect(daysOfYear(land, year)).toEqual(expect.arrayContaining(nationwide(year)));
  });

  it('of Mecklenburg-Vorpommern, Sachsen and Rheinland-Pfalz are these, no more', () => {
    const own = (land: Land, year: number) => daysOfYear(land, year).filter((day) => !nationwide(year).includes(day));
    expect([2026, 2027].flatMap((year) => own('DE-MV', year))).toEqual(['2026-03-08', '2026-10-31', '2027-03-08', '2027-10-31']);
    expect([2026, 2027].flatMap((year) => own('DE-SN', year))).toEqual(['2026-10-31', '2026-11-18', '2027-10-31', '2027-11-17']);
    expect([2026, 2027].flatMap((year) => own('DE-RP', year))).toEqual(['2026-06-04', '2026-11-01', '2027-05-27', '2027-11-01']);
  });

  it('are named in both languages and cut to the days asked for', () => {
    expect(publicHolidays('DE-MV', '2026-12-26', '2027-01-01', 'en')).toEqual([{ day: '2026-12-26', name: 'Boxing Day' }, { day: '2027-01-01', name: "New Year's Day" }]);
    expect(publicHolidays('DE-MV', '2026-03-08', '2026-03-08')).toEqual([{ day: '2026-03-08', name: 'Weltfrauentag' }]);
  });

  it('belong to a Land we know', () => {
    expect(['DE-MV', 'DE-XX', 'MV', 'AT-1'].map(isLand)).toEqual([true, false, false, false]);
  });
});

describe('calendar days', () => {
  const holidays = [{ name: 'Osterferien', firstDay: '2026-03-30', lastDay: '2026-04-08' }];

  it('say what each day is to a school', () => {
    const days = calendarDays('DE-MV', '2026-04-04', '2026-04-09', holidays);
    expect(days[0]).toEqual({ day: '2026-04-04', weekend: true, publicHoliday: null, schoolHoliday: 'Osterferien' });
    expect(days[2]).toEqual({ day: '2026-04-06', weekend: false, publicHoliday: 'Ostermontag', schoolHoliday: 'Osterferien' });
    expect(days[5]).toEqual({ day: '2026-04-09', weekend: false, publicHoliday: null, schoolHoliday: null });
  });

  it('come one after the other, and two of seven are a weekend, whatever week is asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12_000 }), fc.constantFrom(...laender), (offset, land) => {
        const from = addDays('2020-01-01', offset);
        const days = calendarDays(land, from, addDays(from, 6), []);
        return days.length === 7 && days.filter(({ weekend }) => weekend).length === 2 && days.every(({ day }, index) => day === addDays(from, index));
      }),
    );
  });

  it('of no stretch are none', () => {
    expect(daysBetween('2026-04-02', '2026-04-01')).toEqual([]);
  });
});

describe('published school holidays', () => {
  it('follow one another without overlapping and cover three school years of each Land kept here', () => {
    for (const land of ['DE-MV', 'DE-SN', 'DE-RP'] as const) {
      const spans = publishedSchoolHolidays(land);
      for (const [index, { firstDay, lastDay }] of spans.entries()) {
        expect(firstDay <= lastDay).toBe(true);
        expect(index === 0 || spans[index - 1]!.lastDay < firstDay).toBe(true);
      }
      expect(spans.filter(({ name }) => name === 'Sommerferien').map(({ firstDay }) => firstDay.slice(0, 4))).toEqual(['2026', '2027', '2028']);
    }
    expect(publishedSchoolHolidays('DE-BY')).toEqual([]);
  });

  it('in summer last six weeks, as the Länder agreed', () => {
    for (const land of ['DE-MV', 'DE-SN', 'DE-RP'] as const)
      for (const { firstDay, lastDay, name } of publishedSchoolHolidays(land)) if (name === 'Sommerferien') expect(daysBetween(firstDay, lastDay).length).toBeGreaterThanOrEqual(40);
  });
});
