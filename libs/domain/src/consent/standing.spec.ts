import fc from 'fast-check';
import { Refusal } from '../kernel';
import { checkRelease, checkWordings, decide, isAsked, nextVersion, standardPurposes, standardRules, standardWordings, standing, type ConsentEvent, type Custody, type PastEvent, type RequiredSigners, type Signer } from '.';

const one: RequiredSigners = { guardians: 1, pupil: false };
const all: RequiredSigners = { guardians: 2, pupil: true };
const self: RequiredSigners = { guardians: 0, pupil: true };
const event = (act: ConsentEvent['act'], signer: Signer | null, day: string, more: Partial<ConsentEvent> = {}): ConsentEvent => ({
  act, signer, at: new Date(`${day}T12:00:00Z`), series: 1, required: one, validUntil: act === 'GIVEN' ? '2027-10-31' : null, lapsesOn: null, renewOn: null, ...more,
});
const stateOf = (...events: ConsentEvent[]) => standing(events).state;

describe('a consent', () => {
  it('is not asked, requested, given, in this order', () => {
    expect(standing([])).toMatchObject({ state: 'NOT_ASKED' });
    expect(standing([event('REQUESTED', null, '2026-09-01')])).toMatchObject({ state: 'REQUESTED', missing: ['GUARDIAN_1'] });
    expect(standing([event('REQUESTED', null, '2026-09-01'), event('GIVEN', 'GUARDIAN_2', '2026-09-02')])).toMatchObject({ state: 'GIVEN', missing: [], validUntil: '2027-10-31' });
  });

  it('waits for every signer it takes and names who is missing', () => {
    const [first, second, pupil] = [event('GIVEN', 'GUARDIAN_1', '2026-09-01', { required: all }), event('GIVEN', 'GUARDIAN_2', '2026-09-02', { required: all }), event('GIVEN', 'PUPIL', '2026-09-03', { required: all })];
    expect(standing([first])).toMatchObject({ state: 'REQUESTED', missing: ['GUARDIAN_2', 'PUPIL'] });
    expect(standing([second, pupil])).toMatchObject({ state: 'REQUESTED', missing: ['GUARDIAN_1'] });
    expect(standing([first, second, pupil])).toMatchObject({ state: 'GIVEN' });
  });

  it('ends with a refusal of the pupil whose yes it takes', () => {
    expect(stateOf(event('GIVEN', 'GUARDIAN_1', '2026-09-01', { required: all }), event('REFUSED', 'PUPIL', '2026-09-02', { required: all }))).toBe('REFUSED');
  });

  it('is disputed when guardians disagree, until they agree', () => {
    const [yes, no] = [event('GIVEN', 'GUARDIAN_1', '2026-09-01'), event('REFUSED', 'GUARDIAN_2', '2026-09-02')];
    expect(stateOf(yes, no)).toBe('DISPUTED');
    expect(stateOf(yes, no, event('GIVEN', 'GUARDIAN_2', '2026-09-05'))).toBe('GIVEN');
    expect(stateOf(yes, no, event('REFUSED', 'GUARDIAN_1', '2026-09-05'))).toBe('REFUSED');
  });

  it('is withdrawn by one guardian alone, and disputed by a later yes of the other', () => {
    const withdrawn = [event('GIVEN', 'GUARDIAN_1', '2026-09-01'), event('GIVEN', 'GUARDIAN_2', '2026-09-02'), event('WITHDRAWN', 'GUARDIAN_1', '2026-09-10')];
    expect(stateOf(...withdrawn)).toBe('WITHDRAWN');
    expect(stateOf(...withdrawn, event('GIVEN', 'GUARDIAN_2', '2026-09-12'))).toBe('DISPUTED');
    expect(stateOf(...withdrawn, event('GIVEN', 'GUARDIAN_1', '2026-09-12'))).toBe('GIVEN');
  });

  it('follows the later dated decision whichever arrived first, and on one day the withdrawal', () => {
    const [paper, online] = [event('GIVEN', 'GUARDIAN_1', '2026-09-01'), event('WITHDRAWN', 'GUARDIAN_1', '2026-09-03')];
    expect(stateOf(online, paper)).toBe('WITHDRAWN');
    const sameDay = event('GIVEN', 'GUARDIAN_1', '2026-09-03', { at: new Date('2026-09-03T18:00:00Z') });
    expect(stateOf(online, sameDay)).toBe('WITHDRAWN');
    expect(stateOf(sameDay, online)).toBe('WITHDRAWN');
  });

  it('is asked anew in the next series of the text', () => {
    const old = event('GIVEN', 'GUARDIAN_1', '2026-09-01');
    expect(stateOf(old, event('REQUESTED', null, '2026-10-01', { series: 2 }))).toBe('REQUESTED');
    expect(stateOf(old, event('GIVEN', 'GUARDIAN_2', '2026-10-02', { series: 2 }))).toBe('GIVEN');
  });

  it('counts no longer, nor anything before, once the office voided it', () => {
    const voided = [event('GIVEN', 'GUARDIAN_1', '2026-09-01'), event('INVALIDATED', null, '2026-09-02')];
    expect(stateOf(...voided)).toBe('INVALIDATED');
    expect(stateOf(...voided, event('GIVEN', 'GUARDIAN_1', '2026-08-30'))).toBe('GIVEN');
  });

  it('of guardians is the pupil’s own once the pupil decides alone', () => {
    const guardians = event('GIVEN', 'GUARDIAN_1', '2026-05-01', { lapsesOn: '2026-07-01' });
    expect(standing([guardians])).toMatchObject({ state: 'GIVEN', lapsesOn: '2026-07-01' });
    expect(standing([guardians, event('GIVEN', 'PUPIL', '2026-06-15', { required: self })])).toMatchObject({ state: 'GIVEN', lapsesOn: null });
    expect(stateOf(guardians, event('WITHDRAWN', 'GUARDIAN_1', '2026-06-15', { required: self }))).toBe('WITHDRAWN');
  });

  it('of guardians stands in the grace and names the pupil as who renews it; a yes beside them is not yet the pupil’s own', () => {
    const beside: RequiredSigners = { guardians: 1, pupil: true };
    const both = [event('GIVEN', 'GUARDIAN_1', '2026-05-01', { required: beside, lapsesOn: '2026-07-01', renewOn: '2026-06-01' }), event('GIVEN', 'PUPIL', '2026-05-02', { required: beside })];
    expect(standing(both)).toMatchObject({ state: 'GIVEN', missing: [], lapsesOn: '2026-07-01', renewOn: '2026-06-01' });
    expect(standing([...both, event('REQUESTED', null, '2026-06-01', { required: self })])).toMatchObject({ state: 'GIVEN', missing: ['PUPIL'], lapsesOn: '2026-07-01', renewOn: null });
    expect(standing([...both, event('REQUESTED', null, '2026-07-01', { required: self })])).toMatchObject({ state: 'REQUESTED', missing: ['PUPIL'], lapsesOn: null });
    expect(stateOf(...both, event('WITHDRAWN', 'GUARDIAN_1', '2026-06-10', { required: self }))).toBe('WITHDRAWN');
  });

  it('does not end because a later day would take one more', () => {
    const guardian = event('GIVEN', 'GUARDIAN_1', '2026-05-01');
    expect(standing([guardian, event('GIVEN', 'GUARDIAN_2', '2026-06-01', { required: { guardians: 1, pupil: true } })])).toMatchObject({ state: 'GIVEN', missing: [] });
    expect(stateOf(guardian, event('REFUSED', 'PUPIL', '2026-06-01', { required: { guardians: 1, pupil: true } }))).toBe('REFUSED');
  });
});

describe('an answer', () => {
  const [rule] = standardRules;
  const known = (birthDate: string | null, ledger: PastEvent[] = []) => ({ ruleOn: () => rule!, renewals: [], validity: { from: 'SCHOOL_YEAR_END' as const, months: 3 }, birthDate, custody: 'JOINT' as const, ledger });
  const answer = (act: 'GIVEN' | 'REFUSED' | 'WITHDRAWN', who: Signer, day = '2026-05-10') => ({ act, signer: who, at: new Date(`${day}T12:00:00Z`), series: 1 });

  it('counts from who decides at that age; on the 16th birthday that is the pupil alone', () => {
    expect(decide(known('2010-05-11'), answer('GIVEN', 'GUARDIAN_1')).standing).toMatchObject({ state: 'REQUESTED', missing: ['PUPIL'] });
    expect(decide(known('2010-05-10'), answer('GIVEN', 'PUPIL')).standing).toMatchObject({ state: 'GIVEN', validUntil: '2026-10-31', lapsesOn: null });
    expect(() => decide(known('2010-05-10'), answer('GIVEN', 'GUARDIAN_1'))).toThrow(Refusal);
    expect(() => decide(known('2013-05-10'), answer('GIVEN', 'PUPIL'))).toThrow(Refusal);
  });

  it('is taken back by who gave it, even when the pupil took over since', () => {
    const given = decide(known('2010-05-11'), answer('GIVEN', 'GUARDIAN_1')).event;
    expect(decide(known('2010-05-11', [given]), answer('WITHDRAWN', 'GUARDIAN_1', '2026-05-20')).standing.state).toBe('WITHDRAWN');
    expect(() => decide(known('2010-05-11', [given]), answer('WITHDRAWN', 'GUARDIAN_2', '2026-05-20'))).toThrow(Refusal);
  });

  it('of the past is judged anew by custody and a corrected birth date as they are known now', () => {
    const pictures = (birthDate: string, custody: Custody, ledger: PastEvent[] = []) => ({ ...known(birthDate, ledger), ruleOn: () => standardRules[1]!, custody });
    const one = decide(pictures('2014-05-10', 'SOLE'), answer('GIVEN', 'GUARDIAN_1'));
    expect(one.standing.state).toBe('GIVEN');
    expect(decide(pictures('2014-05-10', 'JOINT', [one.event]), { ...answer('GIVEN', 'PUPIL', '2026-05-20'), act: 'CUSTODY', signer: null }).standing).toMatchObject({ state: 'REQUESTED', missing: ['GUARDIAN_2'] });
    const rectified = (to: string, ledger: PastEvent[]) => decide(known(to, ledger), { ...answer('GIVEN', 'PUPIL', '2026-05-20'), act: 'RECTIFIED', signer: null }).standing;
    const alone = decide(known('2010-05-10'), answer('GIVEN', 'PUPIL')).event;
    expect(rectified('2011-05-10', [alone])).toMatchObject({ state: 'REQUESTED', missing: ['GUARDIAN_1'] });
    expect(rectified('2009-05-10', [alone])).toMatchObject({ state: 'GIVEN', lapsesOn: null });
    const child = decide(known('2013-05-10'), answer('GIVEN', 'GUARDIAN_1')).event;
    expect(rectified('2009-05-10', [child])).toMatchObject({ state: 'REQUESTED', missing: ['PUPIL'] });
    expect(rectified('2010-06-10', [child])).toMatchObject({ state: 'REQUESTED', missing: ['PUPIL'] });
  });

  it('is given anew after the last one ran out, by whichever guardian', () => {
    const old = decide(known('2013-05-10'), answer('GIVEN', 'GUARDIAN_2', '2025-05-10')).event;
    expect(decide(known('2013-05-10', [old]), answer('GIVEN', 'GUARDIAN_1')).standing).toMatchObject({ state: 'GIVEN', validUntil: '2026-10-31' });
  });
});

const signer = fc.constantFrom<Signer>('PUPIL', 'GUARDIAN_1', 'GUARDIAN_2');
const wanted = fc.record({ guardians: fc.constantFrom(0, 1, 2), pupil: fc.boolean() }).filter(({ guardians, pupil }) => guardians > 0 || pupil) as fc.Arbitrary<RequiredSigners>;
/** Histories of one kind of need, an event a day at most, so that the clock alone orders them. */
const histories = wanted.chain((required) =>
  fc.uniqueArray(fc.record({ day: fc.integer({ min: 1, max: 28 }), act: fc.constantFrom('GIVEN' as const, 'REFUSED' as const, 'WITHDRAWN' as const, 'REQUESTED' as const), who: signer, series: fc.integer({ min: 1, max: 2 }) }), { selector: ({ day }) => day, maxLength: 8 }).map((acts) => ({
    required,
    events: acts.map(({ day, act, who, series }) => event(act, act === 'REQUESTED' ? null : who, `2026-09-${String(day).padStart(2, '0')}`, { required, series })),
  })),
);

describe('any history', () => {
  it('permits nothing while somebody whose yes it takes has not said it last', () => {
    fc.assert(fc.property(histories, ({ required, events }) => {
      if (standing(events).state !== 'GIVEN') return;
      const byDay = [...events].sort((a, b) => a.at.getTime() - b.at.getTime());
      const last = (who: Signer) => byDay.findLast((one) => one.signer === who)?.act;
      expect(['GUARDIAN_1', 'GUARDIAN_2'].filter((who) => last(who as Signer) === 'GIVEN').length).toBeGreaterThanOrEqual(required.guardians);
      if (required.pupil) expect(last('PUPIL')).toBe('GIVEN');
      if (required.guardians > 0) expect([last('GUARDIAN_1'), last('GUARDIAN_2')]).not.toContain('REFUSED');
    }));
  });

  it('stands the same in whatever order it was recorded', () => {
    fc.assert(fc.property(histories, fc.infiniteStream(fc.nat()), ({ events }, dice) => {
      const shuffled = events.map((one) => ({ one, at: dice.next().value as number })).sort((a, b) => a.at - b.at).map(({ one }) => one);
      expect(standing(shuffled)).toEqual(standing(events));
    }));
  });

  it('ends with a withdrawal by anybody whose yes it took', () => {
    fc.assert(fc.property(histories, signer, ({ required, events }, who) => {
      if (who === 'PUPIL' ? !required.pupil : required.guardians === 0) return;
      expect(['WITHDRAWN', 'DISPUTED', 'REFUSED']).toContain(standing([...events, event('WITHDRAWN', who, '2026-10-01', { required, series: 2 })]).state);
    }));
  });
});

describe('purposes and texts', () => {
  it('are asked for only where the basis is consent, and then have a signer rule and words to begin with', () => {
    for (const { code, basis, signerRule } of standardPurposes) {
      expect([code, signerRule !== null]).toEqual([code, isAsked(basis)]);
      expect([code, standardWordings(code).length]).toEqual([code, isAsked(basis) ? 3 : 0]);
      if (isAsked(basis)) expect(() => checkWordings(standardWordings(code))).not.toThrow();
    }
  });

  it('count versions up; only a material change begins a new series', () => {
    expect(nextVersion(null, 'EDITORIAL')).toEqual({ number: 1, series: 1 });
    expect(nextVersion({ number: 1, series: 1 }, 'EDITORIAL')).toEqual({ number: 2, series: 1 });
    expect(nextVersion({ number: 2, series: 1 }, 'MATERIAL')).toEqual({ number: 3, series: 2 });
  });

  it('are released by a second person, once, not into the past', () => {
    const release = (by: string | null, from = '2026-10-01', releasedAt: Date | null = null) => () => checkRelease({ number: 1, proposedBy: 'u1', releasedAt }, by, from, '2026-10-01', null);
    expect(release('u2')).not.toThrow();
    for (const bad of [release('u1'), release(null), release('u2', '2026-09-30'), release('u2', '2026-10-01', new Date(0))]) expect(bad).toThrow(Refusal);
  });

  it('are released in the order of their versions, none from a day before the last one', () => {
    const release = (number: number, from: string) => () => checkRelease({ number, proposedBy: 'u1', releasedAt: null }, 'u2', from, '2026-10-01', { number: 3, validFrom: '2026-12-01' });
    expect(release(4, '2026-12-01')).not.toThrow();
    expect(release(2, '2026-12-02')).toThrow(expect.objectContaining({ fields: { number: 'overtaken' } }) as Refusal);
    expect(release(4, '2026-11-30')).toThrow(expect.objectContaining({ fields: { validFrom: 'beforeReleased' } }) as Refusal);
  });

  it('speak German, normal and plain, each language once', () => {
    const german = [false, true].map((plain) => ({ language: 'de', plain, title: 't', body: 'b' }));
    expect(() => checkWordings(german)).not.toThrow();
    expect(() => checkWordings(german.slice(1))).toThrow(Refusal);
    expect(() => checkWordings([...german, ...german.slice(1)])).toThrow(Refusal);
  });
});
