import fc from 'fast-check';
import { alertKinds, glassMinutes, glassState, glassWaitsHours, judgeAlerts, standardAlertRules, type AlertRule, type Sighting } from '.';

const now = new Date('2026-11-21T12:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const bulk: AlertRule = { kind: 'BULK_READING', threshold: 201, windowMinutes: 60, source: 'test' };
const read = (minutes: number, from: number, to: number, actorId = 'a'): Sighting => ({ kind: 'BULK_READING', actorId, at: ago(minutes), count: to - from, ids: Array.from({ length: to - from }, (_, at) => `p${from + at}`) });

describe('an alert of bulk reading', () => {
  it('is raised by the 201st pupil within an hour, not by the 200th', () => {
    expect(judgeAlerts([bulk], [read(50, 0, 100), read(10, 100, 200)], [], now)).toEqual([]);
    expect(judgeAlerts([bulk], [read(50, 0, 100), read(10, 100, 201)], [], now)).toEqual([{ kind: 'BULK_READING', actorId: 'a', counted: 201, firstAt: ago(50), lastAt: ago(10) }]);
  });

  it('is not raised by looking at one class again and again, nor by two people together, nor by what is longer ago', () => {
    expect(judgeAlerts([bulk], Array.from({ length: 40 }, (_, at) => read(at, 0, 28)), [], now)).toEqual([]);
    expect(judgeAlerts([bulk], [read(5, 0, 150, 'a'), read(5, 150, 300, 'b')], [], now)).toEqual([]);
    expect(judgeAlerts([bulk], [read(61, 0, 150), read(5, 150, 300)], [], now)).toEqual([]);
  });

  it('trusts the number of an act that kept not all of its ids', () => {
    expect(judgeAlerts([bulk], [{ ...read(5, 0, 200), count: 900 }], [], now)).toMatchObject([{ counted: 900 }]);
  });

  it('that was looked at is not raised again by what it had counted, and is by as much again', () => {
    const looked = [{ kind: 'BULK_READING' as const, actorId: 'a', lastAt: ago(10), open: false }];
    expect(judgeAlerts([bulk], [read(20, 0, 150), read(10, 150, 300), read(5, 300, 310)], looked, now)).toEqual([]);
    expect(judgeAlerts([bulk], [read(20, 0, 150), read(5, 300, 501)], looked, now)).toMatchObject([{ counted: 201 }]);
    expect(judgeAlerts([bulk], [read(20, 0, 150), read(10, 150, 300)], [{ ...looked[0]!, open: true }], now)).toMatchObject([{ counted: 300 }]);
  });
});

describe('the alert rules', () => {
  it('name every kind once, with a source', () => {
    expect(standardAlertRules.map(({ kind }) => kind)).toEqual([...alertKinds]);
    expect(standardAlertRules.every(({ source, threshold, windowMinutes }) => source.length > 0 && threshold > 0 && windowMinutes > 0)).toBe(true);
  });

  it('never raise less for more sightings', () => {
    const sighting = fc.record({ kind: fc.constantFrom(...alertKinds), actorId: fc.constantFrom('a', 'b', null), at: fc.integer({ min: 0, max: 90 }).map(ago), count: fc.integer({ min: 1, max: 60 }) });
    fc.assert(fc.property(fc.array(sighting), sighting, (sightings, one) => {
      const counted = (list: Sighting[]) => judgeAlerts(standardAlertRules, list, [], now).reduce((sum, alert) => sum + alert.counted, 0);
      return counted([...sightings, one]) >= counted(sightings);
    }));
  });
});

describe('a break-glass', () => {
  const asked = { askedAt: ago(30), allowed: null, endsAt: null, endedAt: null };
  const allowed = { ...asked, allowed: true, endsAt: ago(-glassMinutes) };

  it('waits a day for the second person, no longer', () => {
    expect(glassState(asked, now)).toBe('ASKED');
    expect(glassState({ ...asked, askedAt: ago(glassWaitsHours * 60) }, now)).toBe('LAPSED');
  });

  it('is open until its end, which belongs no longer to it', () => {
    expect(glassState(allowed, now)).toBe('OPEN');
    expect(glassState(allowed, new Date(allowed.endsAt.getTime() - 1))).toBe('OPEN');
    expect(glassState(allowed, allowed.endsAt)).toBe('ENDED');
    expect(glassState({ ...allowed, endedAt: now }, now)).toBe('ENDED');
    expect(glassState({ ...asked, allowed: false }, now)).toBe('REFUSED');
  });
});
