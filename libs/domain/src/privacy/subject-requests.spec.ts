import fc from 'fast-check';
import { addDays, daysUntil, isDay, type Day } from '../kernel';
import { dueOn, limitsBy, mayExtend, remindersBy, standingOf, urgencyOf, type RequestClock } from '.';

const day = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('2000-01-01', count));
const clock: fc.Arbitrary<RequestClock> = fc.record({ receivedOn: day, extended: fc.boolean() });
const due = (receivedOn: Day, extended = false) => dueOn({ receivedOn, extended });

describe('the deadline of a request', () => {
  it('is the same day of the next month, or its last day where there is none', () => {
    expect([due('2026-03-15'), due('2026-01-31'), due('2028-01-31'), due('2026-12-31'), due('2026-02-28')]).toEqual(['2026-04-15', '2026-02-28', '2028-02-29', '2027-01-31', '2026-03-28']);
  });

  it('is counted from the receipt when extended, not from the shorter month in between', () => {
    expect([due('2026-01-31', true), due('2026-11-30', true), due('2027-11-30', true)]).toEqual(['2026-04-30', '2027-02-28', '2028-02-29']);
  });

  it('is 28 to 31 days away, 89 to 92 when extended, and never runs backwards', () => {
    fc.assert(fc.property(clock, (given) => {
      const days = daysUntil(given.receivedOn, dueOn(given));
      expect(isDay(dueOn(given))).toBe(true);
      expect(days).toBeGreaterThanOrEqual(given.extended ? 89 : 28);
      expect(days).toBeLessThanOrEqual(given.extended ? 92 : 31);
      expect(dueOn({ ...given, receivedOn: addDays(given.receivedOn, 1) }) >= dueOn(given)).toBe(true);
    }));
  });

  it('can be prolonged through its last day of the first month, once, and not later', () => {
    fc.assert(fc.property(day, (receivedOn) => {
      const [open, end] = [{ receivedOn, extended: false }, due(receivedOn)];
      expect([mayExtend(open, receivedOn), mayExtend(open, end), mayExtend(open, addDays(end, 1))]).toEqual([true, true, false]);
      expect(mayExtend({ receivedOn, extended: true }, receivedOn)).toBe(false);
    }));
  });
});

describe('reminders', () => {
  it('come on day 14 and day 25, and for an extended request 14 and 6 days before its end', () => {
    const receivedOn = '2026-03-01';
    const by = (extended: boolean, today: Day) => remindersBy({ receivedOn, extended }, today);
    expect(['2026-03-14', '2026-03-15', '2026-03-25', '2026-03-26', '2026-06-01'].map((today) => by(false, today))).toEqual([0, 1, 1, 2, 2]);
    expect(['2026-05-17', '2026-05-18', '2026-05-25', '2026-05-26'].map((today) => by(true, today))).toEqual([2, 3, 3, 4]);
  });

  it('never become fewer, and the last comes before the deadline', () => {
    fc.assert(fc.property(clock, fc.nat(120), (given, days) => {
      const today = addDays(given.receivedOn, days);
      expect(remindersBy(given, addDays(today, 1))).toBeGreaterThanOrEqual(remindersBy(given, today));
      expect(remindersBy(given, addDays(dueOn(given), -1))).toBe(given.extended ? 4 : 2);
    }));
  });
});

describe('the traffic light', () => {
  it('turns amber two weeks before the end, red five days before, and is off for what has ended', () => {
    const light = (today: Day) => urgencyOf('EXAMINED', '2026-05-31', today);
    expect(['2026-05-16', '2026-05-17', '2026-05-25', '2026-05-26', '2026-05-31', '2026-06-01'].map(light)).toEqual(['GREEN', 'AMBER', 'AMBER', 'RED', 'RED', 'OVERDUE']);
    expect(urgencyOf('ANSWERED', '2026-05-31', '2026-06-30')).toBe('NONE');
  });
});

describe('who may ask for a pupil', () => {
  it('is a guardian until the 18th birthday and the pupil from 14 on; all else is for a person to judge', () => {
    expect([13, 14, 17, 18].map((age) => standingOf('SELF', age, false))).toEqual(['TO_JUDGE', 'ENTITLED', 'ENTITLED', 'ENTITLED']);
    expect([13, 17, 18].map((age) => standingOf('GUARDIAN', age, false))).toEqual(['ENTITLED', 'ENTITLED', 'NOT_ENTITLED']);
    expect([standingOf('GUARDIAN', null, false), standingOf('REPRESENTATIVE', 15, false), standingOf('OFFICE', null, false)]).toEqual(['TO_JUDGE', 'TO_JUDGE', 'ENTITLED']);
    expect([standingOf('GUARDIAN', 13, true), standingOf('GUARDIAN', 18, true), standingOf('SELF', 15, true)]).toEqual(['TO_JUDGE', 'NOT_ENTITLED', 'ENTITLED']);
  });
});

describe('limits of use', () => {
  it('are those of all requests that stand: one ending leaves what another asked for', () => {
    const [first, second] = [{ kind: 'OBJECTION', purposes: ['ESF_INDICATORS', 'PLACEMENT_COMPULSORY'] }, { kind: 'OBJECTION', purposes: ['PLACEMENT_COMPULSORY'] }] as const;
    expect(limitsBy([first, second, { kind: 'RESTRICTION', purposes: [] }])).toEqual({ restricted: true, objections: ['ESF_INDICATORS', 'PLACEMENT_COMPULSORY'] });
    expect(limitsBy([second])).toEqual({ restricted: false, objections: ['PLACEMENT_COMPULSORY'] });
    expect(limitsBy([{ kind: 'ACCESS', purposes: ['ESF_INDICATORS'] }])).toEqual({ restricted: false, objections: [] });
  });
});
