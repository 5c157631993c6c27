import { activityFormats } from '../partners';
import fc from 'fast-check';
import { checkCapacity, checkOccurrences, longestDays, occurrenceFaults, type OccurrencePlan } from './occurrence-rules';
import { addDays, daysOf, overlaps, type Span } from './time';

const plan = (startsAt: string, endsAt: string, more: Partial<OccurrencePlan> = {}): OccurrencePlan => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt), capacity: 10, minimum: 0, ...more });
const instant = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 0) }).map((ms) => new Date(ms));
const span = fc.tuple(instant, fc.integer({ min: 1, max: 400 * 3_600_000 })).map(([startsAt, ms]): Span => ({ startsAt, endsAt: new Date(startsAt.getTime() + ms) }));

describe('an occurrence', () => {
  it('ends after it starts', () => {
    expect(occurrenceFaults('MENTORING', plan('2026-06-10T08:00:00Z', '2026-06-10T08:00:00Z'))).toEqual({ endsAt: 'afterStart' });
  });

  it('of a visit is over the same day in Berlin, though UTC has two', () => {
    expect(occurrenceFaults('COMPANY_VISIT', plan('2026-06-09T22:30:00Z', '2026-06-10T12:00:00Z'))).toEqual({});
    expect(occurrenceFaults('COMPANY_VISIT', plan('2026-06-10T20:00:00Z', '2026-06-10T22:00:00Z'))).toEqual({});
    expect(occurrenceFaults('COMPANY_VISIT', plan('2026-06-10T20:00:00Z', '2026-06-10T22:30:00Z'))).toEqual({ endsAt: 'sameDay' });
  });

  it('may last as long as its format allows and not a day longer', () => {
    for (const format of activityFormats) {
      const lasting = (days: number) => plan('2026-02-02T08:00:00Z', `${addDays('2026-02-02', days - 1)}T12:00:00Z`);
      expect(occurrenceFaults(format, lasting(longestDays[format]))).toEqual({});
      expect(occurrenceFaults(format, lasting(longestDays[format] + 1))).toHaveProperty('endsAt');
    }
  });

  it('asks for no more people than it has seats', () => {
    expect(occurrenceFaults('TECH_WORKSHOP', plan('2026-06-10T08:00:00Z', '2026-06-10T10:00:00Z', { minimum: 11 }))).toEqual({ minimum: 'aboveCapacity' });
  });

  it('among many is named by its place in the form', () => {
    const good = plan('2026-06-10T08:00:00Z', '2026-06-10T10:00:00Z');
    const bad = plan('2026-06-10T08:00:00Z', '2026-06-09T10:00:00Z');
    expect(() => checkOccurrences('TECH_WORKSHOP', [good, bad], (index) => `occurrences.${index}`)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', fields: { 'occurrences.1.endsAt': 'afterStart' } }));
    expect(() => checkOccurrences('TECH_WORKSHOP', [good])).not.toThrow();
  });

  it('keeps the seats that are given away', () => {
    expect(() => checkCapacity(4, 5)).toThrow(expect.objectContaining({ code: 'CAPACITY_BELOW_TAKEN', params: { taken: 5 } }));
    expect(() => checkCapacity(5, 5)).not.toThrow();
  });
});

describe('overlaps', () => {
  it('are symmetric, and everything overlaps itself', () => {
    fc.assert(fc.property(span, span, (one, other) => overlaps(one, other) === overlaps(other, one)));
    fc.assert(fc.property(span, (one) => overlaps(one, one)));
  });

  it('mean that some moment is in both', () => {
    fc.assert(
      fc.property(span, span, (one, other) => {
        const latestStart = new Date(Math.max(one.startsAt.getTime(), other.startsAt.getTime()));
        return overlaps(one, other) === [one, other].every(({ startsAt, endsAt }) => startsAt <= latestStart && latestStart < endsAt);
      }),
    );
  });

  it('do not begin where one follows the other', () => {
    expect(overlaps(plan('2026-06-10T08:00:00Z', '2026-06-10T10:00:00Z'), plan('2026-06-10T10:00:00Z', '2026-06-10T12:00:00Z'))).toBe(false);
  });

  it('share a calendar day', () => {
    fc.assert(fc.property(span, span, (one, other) => !overlaps(one, other) || daysOf(one).some((day) => daysOf(other).includes(day))));
  });
});
