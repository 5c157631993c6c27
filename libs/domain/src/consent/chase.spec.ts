import fc from 'fast-check';
import { addDays } from '../kernel';
import { approachChannels, askedInstead, chaseStanding, standardChase, type Approach, type ChaseRules, type OpenAsking } from './chase';
import type { Signer } from './vocabularies';

const asked = '2026-09-01';
const approach = (on: string, given: Partial<Approach> = {}): Approach => ({ channel: 'MAIL', on, reminder: true, failed: false, ...given });
const open = (given: Partial<OpenAsking> = {}): OpenAsking => ({ askedOn: asked, approaches: [approach(asked, { reminder: false })], canMail: true, hasPhone: false, ...given });
const on = (days: number, asking: OpenAsking, rules: Partial<ChaseRules> = {}) => chaseStanding(asking, { ...standardChase, ...rules }, addDays(asked, days));

describe('chasing an answer', () => {
  it('waits for the days of the region, reminds by mail, and hands over to the office after the last reminder', () => {
    expect(on(6, open())).toEqual({ step: 'WAIT', dueOn: '2026-09-08', reminders: 0, unreachable: false });
    expect(on(7, open())).toMatchObject({ step: 'MAIL', unreachable: false });
    const once = open({ approaches: [...open().approaches, approach('2026-09-08')] });
    expect(on(10, once, { thenEveryDays: 3 })).toMatchObject({ step: 'MAIL', dueOn: '2026-09-11', reminders: 1 });
    const twice = { ...once, approaches: [...once.approaches, approach('2026-09-15')] };
    expect(on(20, twice)).toMatchObject({ step: 'WAIT' });
    expect(on(21, twice)).toMatchObject({ step: 'SLIP', reminders: 2, unreachable: true });
    expect(on(21, { ...twice, hasPhone: true })).toMatchObject({ step: 'CALL', unreachable: true });
  });

  it('calls where there is no address, and goes from slip to teacher to a way of its own where there is no number either', () => {
    expect(on(7, open({ canMail: false, hasPhone: true, approaches: [] }))).toMatchObject({ step: 'CALL', unreachable: false });
    const nothing = open({ canMail: false, approaches: [] });
    expect(on(3, nothing)).toMatchObject({ step: 'WAIT', unreachable: false });
    expect(on(7, nothing)).toMatchObject({ step: 'SLIP', unreachable: true });
    const slip = { ...nothing, approaches: [approach('2026-09-08', { channel: 'SLIP' })] };
    expect(on(14, slip)).toMatchObject({ step: 'TEACHER' });
    expect(on(21, { ...slip, approaches: [...slip.approaches, approach('2026-09-15', { channel: 'TEACHER' })] })).toMatchObject({ step: 'OFFICE', unreachable: true });
  });

  it('does not count a mail that came to nobody, and takes another way at once until a newer one is delivered', () => {
    const bounced = open({ approaches: [approach(asked, { reminder: false, failed: true })], hasPhone: true });
    expect(on(0, bounced)).toMatchObject({ step: 'CALL', dueOn: asked, reminders: 0 });
    expect(on(2, open({ approaches: [...bounced.approaches, approach('2026-09-02')] }))).toMatchObject({ step: 'WAIT', reminders: 1 });
  });

  it('never reminds more often than the region says nor before its days, whatever happened', () => {
    const approaches = fc.array(fc.record({ channel: fc.constantFrom(...approachChannels), on: fc.integer({ min: 0, max: 40 }).map((days) => addDays(asked, days)), reminder: fc.boolean(), failed: fc.boolean() }), { maxLength: 6 });
    const rules = fc.record({ firstAfterDays: fc.integer({ min: 1, max: 60 }), thenEveryDays: fc.integer({ min: 1, max: 60 }), mostReminders: fc.integer({ min: 0, max: 10 }) });
    fc.assert(fc.property(approaches, rules, fc.boolean(), fc.boolean(), fc.integer({ min: 0, max: 120 }), (made, given, canMail, hasPhone, days) => {
      const sorted = made.toSorted((a, b) => a.on.localeCompare(b.on));
      const { step, dueOn, reminders, unreachable } = on(days, { askedOn: asked, approaches: sorted, canMail, hasPhone }, given);
      if (step === 'MAIL') expect(canMail && reminders < given.mostReminders).toBe(true);
      expect(step === 'WAIT').toBe(addDays(asked, days) < dueOn);
      if (step === 'WAIT') expect(unreachable).toBe(false);
      if (step !== 'WAIT' && !canMail && !hasPhone) expect(unreachable).toBe(true);
    }));
  });
});

describe('who is asked', () => {
  const instead = (missing: Signer, requiredGuardians: number, custody: 'JOINT' | 'SOLE', reachable: readonly Signer[]) => askedInstead(missing, { requiredGuardians, custody, canMail: (signer) => reachable.includes(signer) });

  it('is the other guardian where one will do and only they have an address', () => {
    expect(instead('GUARDIAN_1', 1, 'JOINT', ['GUARDIAN_2'])).toBe('GUARDIAN_2');
    expect(instead('GUARDIAN_1', 1, 'JOINT', ['GUARDIAN_1', 'GUARDIAN_2'])).toBe('GUARDIAN_1');
    expect(instead('GUARDIAN_1', 1, 'JOINT', [])).toBe('GUARDIAN_1');
  });

  it('is nobody else where both sign, custody is sole or the pupil is asked', () => {
    expect(instead('GUARDIAN_1', 2, 'JOINT', ['GUARDIAN_2'])).toBe('GUARDIAN_1');
    expect(instead('GUARDIAN_1', 1, 'SOLE', ['GUARDIAN_2'])).toBe('GUARDIAN_1');
    expect(instead('PUPIL', 1, 'JOINT', ['GUARDIAN_2'])).toBe('PUPIL');
  });
});
