import fc from 'fast-check';
import { berlinDateTime, berlinPeriod, dayText, fromBerlinClock, toBerlinClock } from './berlin-time';

describe('the Berlin clock', () => {
  it('is one hour ahead of UTC in winter and two in summer', () => {
    expect(toBerlinClock('2026-01-15T08:00:00Z')).toBe('2026-01-15T09:00');
    expect(toBerlinClock('2026-07-15T08:00:00Z')).toBe('2026-07-15T10:00');
    expect(fromBerlinClock('2026-07-15T10:00')).toBe('2026-07-15T08:00:00.000Z');
  });
  it('reads the repeated hour of autumn as the earlier one and moves the skipped hour of spring on', () => {
    expect(fromBerlinClock('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(toBerlinClock(fromBerlinClock('2026-03-29T02:30'))).toBe('2026-03-29T03:30');
  });
  it('gives back every minute that exists once', () => {
    const minutes = fc.date({ min: new Date('2020-01-01T00:00Z'), max: new Date('2040-01-01T00:00Z'), noInvalidDate: true });
    fc.assert(fc.property(minutes, (instant) => {
      const clock = toBerlinClock(instant);
      expect(toBerlinClock(fromBerlinClock(clock))).toBe(clock);
    }));
  });
  it('speaks German and English', () => {
    expect(berlinDateTime('2026-03-12T08:00:00Z', 'de')).toBe('12.03.2026, 09:00');
    expect(berlinPeriod('2026-03-12T08:00:00Z', '2026-03-12T10:30:00Z', 'de')).toContain('09:00–11:30');
    expect(dayText('2026-03-12', 'en')).toBe('Mar 12, 2026');
  });
});
