import fc from 'fast-check';
import { addDays, addMonths, daysUntil, type Day } from '../kernel';
import { endOfEvidence, endOfRetention, latestEndedStart, outOfBounds, retentionClasses, retentionStarts, retentionUnits, standardRetentionRules, type Interruption, type RetentionTerm } from '.';

const days = fc.integer({ min: 0, max: 12_000 }).map((offset) => addDays('2020-01-01', offset));
/** Days at which calendars break: ends of years, school years and February, a leap one among them. */
const edges = fc.constantFrom('2023-12-31', '2024-01-01', '2024-02-28', '2024-02-29', '2024-03-01', '2024-07-31', '2024-08-01', '2024-12-31', '2025-02-28', '2026-01-31', '2026-08-31');
const starts = fc.oneof(days, edges);
const terms: fc.Arbitrary<RetentionTerm> = fc.record({ from: fc.constantFrom(...retentionStarts), count: fc.integer({ min: 0, max: 40 }), unit: fc.constantFrom(...retentionUnits) });
const term = (from: RetentionTerm['from'], count: number, unit: RetentionTerm['unit']): RetentionTerm => ({ from, count, unit });
const yearEnd = term('YEAR_END', 5, 'YEARS');

describe('the end of a period', () => {
  it('is the day after the last one on which the thing may be kept', () => {
    expect(endOfRetention(term('EVENT', 14, 'DAYS'), '2026-12-24')).toBe('2027-01-08');
    expect(endOfRetention(term('EVENT', 0, 'DAYS'), '2026-12-31')).toBe('2027-01-01');
    expect(endOfRetention(term('SCHOOL_YEAR_END', 3, 'MONTHS'), '2026-11-21')).toBe('2027-11-01');
    expect(endOfRetention(term('SCHOOL_YEAR_END', 3, 'MONTHS'), '2027-07-31')).toBe('2027-11-01');
    expect(endOfRetention(term('SCHOOL_YEAR_END', 3, 'MONTHS'), '2027-08-01')).toBe('2028-11-01');
    expect(endOfRetention(term('YEAR_END', 3, 'YEARS'), '2026-01-01')).toBe('2030-01-01');
    expect(endOfRetention(term('YEAR_END', 3, 'YEARS'), '2026-12-31')).toBe('2030-01-01');
  });

  it('falls on the last day of a month that has no such day, 29 February included', () => {
    expect(endOfRetention(term('EVENT', 1, 'MONTHS'), '2026-01-31')).toBe('2026-03-01');
    expect(endOfRetention(term('EVENT', 1, 'MONTHS'), '2024-01-31')).toBe('2024-03-01');
    expect(endOfRetention(term('EVENT', 1, 'YEARS'), '2024-02-29')).toBe('2025-03-01');
    expect(endOfRetention(term('EVENT', 4, 'YEARS'), '2024-02-29')).toBe('2028-03-01');
  });

  it('never comes on or before the day of the event, and never earlier for a later event', () => {
    fc.assert(fc.property(terms, starts, starts, (of, a, b) => {
      const [early, late] = a <= b ? [a, b] : [b, a];
      expect(endOfRetention(of, early) > early).toBe(true);
      expect(endOfRetention(of, early) <= endOfRetention(of, late)).toBe(true);
    }));
  });

  it('splits all events at one day into those whose period is over and those whose period runs', () => {
    fc.assert(fc.property(terms, starts, (of, today) => {
      const latest = latestEndedStart(of, today);
      expect(endOfRetention(of, latest) <= today).toBe(true);
      expect(endOfRetention(of, addDays(latest, 1)) > today).toBe(true);
    }));
  });

  it('begins on the first of January where it counts from the end of a year, whatever day the event fell on', () => {
    fc.assert(fc.property(starts, fc.integer({ min: 0, max: 10 }), (start, count) => {
      expect(endOfRetention(term('YEAR_END', count, 'YEARS'), start)).toBe(`${Number(start.slice(0, 4)) + count + 1}-01-01`);
    }));
  });
});

describe('standard rules', () => {
  it('are one for each class that has an end, with a source, within what the law leaves open', () => {
    expect(standardRetentionRules.map(({ retentionClass }) => retentionClass).sort()).toEqual(retentionClasses.filter((name) => name !== 'CONFIG').sort());
    for (const { retentionClass, term: standard, bounds, source } of standardRetentionRules) {
      expect(source.length).toBeGreaterThan(5);
      expect([retentionClass, outOfBounds(standard, bounds)]).toEqual([retentionClass, null]);
    }
  });

  it('refuse a term that some day of some year would make too long or too short', () => {
    const bounds = { shortest: term('YEAR_END', 3, 'YEARS'), longest: term('YEAR_END', 10, 'YEARS') };
    expect(outOfBounds(term('EVENT', 3, 'YEARS'), bounds)).toBe('tooShort');
    expect(outOfBounds(term('EVENT', 4, 'YEARS'), bounds)).toBeNull();
    expect(outOfBounds(term('YEAR_END', 121, 'MONTHS'), bounds)).toBe('tooLong');
    expect(outOfBounds(term('EVENT', 92, 'DAYS'), { longest: term('EVENT', 3, 'MONTHS') })).toBe('tooLong');
  });
});

describe('evidence of a grant', () => {
  it('is kept five years from the end of the year of the last payment, and without end before it', () => {
    expect(endOfEvidence(yearEnd, '2026-03-01', [])).toBe('2032-01-01');
    expect(endOfEvidence(yearEnd, null, [])).toBeNull();
  });

  it('has no end while proceedings or a request last, and each of their days is added once', () => {
    expect(endOfEvidence(yearEnd, '2026-03-01', [{ from: '2028-01-01', until: null }])).toBeNull();
    expect(endOfEvidence(yearEnd, '2026-03-01', [{ from: '2028-01-01', until: '2028-01-10' }])).toBe('2032-01-11');
    expect(endOfEvidence(yearEnd, '2026-03-01', [{ from: '2028-01-01', until: '2028-01-10' }, { from: '2028-01-05', until: '2028-01-12' }])).toBe('2032-01-13');
    expect(endOfEvidence(yearEnd, '2026-03-01', [{ from: '2033-01-01', until: '2033-01-10' }])).toBe('2032-01-01');
    expect(endOfEvidence(yearEnd, '2026-03-01', [{ from: '2026-02-01', until: '2026-04-01' }])).toBe('2032-01-01');
  });

  it('is never kept shorter than without interruptions, nor longer than all of their days', () => {
    const interruption = fc.tuple(days, fc.integer({ min: 0, max: 400 })).map(([from, length]): Interruption => ({ from, until: addDays(from, length) }));
    fc.assert(fc.property(days, fc.array(interruption, { maxLength: 5 }), (paid: Day, stops) => {
      const added = daysUntil(endOfRetention(yearEnd, paid), endOfEvidence(yearEnd, paid, stops)!);
      expect(added).toBeGreaterThanOrEqual(0);
      expect(added).toBeLessThanOrEqual(stops.reduce((sum, { from, until }) => sum + daysUntil(from, until!) + 1, 0));
    }));
  });

  it('counts months as they are counted elsewhere', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  });
});
