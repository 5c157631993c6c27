import fc from 'fast-check';
import { addDays, berlinDay, type Day } from '../kernel';
import { checkSignerRule, decide, requiredSigners, ruleHistory, standardRules, type ConsentCase, type Custody, type PastEvent, type RuleSwitch, type Signer, type SignerRule, type Standing } from '.';

const [S1, S2] = standardRules;
const dated = (rule: SignerRule, code: string, validFrom: Day, material = false) => ({ bands: rule.bands, graceDays: rule.graceDays, code, validFrom, material });
const base = [dated(S1!, 'S1', '2018-05-25'), dated(S2!, 'S2', '2018-05-25')];
const switched = (validFrom: Day, before: string | null, material: boolean): RuleSwitch => ({ validFrom, before, material });
const noon = (day: Day) => new Date(`${day}T12:00:00Z`);
const given = (signer: Signer, day: Day): PastEvent => ({ act: 'GIVEN', signer, at: noon(day), series: 1, validUntil: '2031-12-31' });

type History = ReturnType<typeof ruleHistory<(typeof base)[number]>>;
const caseOf = ({ ruleOn, renewals }: History, birthDate: Day | null, ledger: readonly PastEvent[], custody: Custody = 'JOINT'): ConsentCase =>
  ({ ruleOn: (day) => ruleOn(day) ?? base[0]!, renewals, validity: { from: 'DECISION', months: 24 }, birthDate, custody, ledger });
/** Where a consent stands when all of it is judged on a day. */
const judgedOn = (day: Day, known: ConsentCase): Standing => decide(known, { act: 'RULE_CHANGED', signer: null, at: noon(day), series: 1 }).standing;
/** What the view of current consents says of a stored standing on a day. */
const counts = ({ state, validUntil, lapsesOn }: Standing, day: Day): boolean => state === 'GIVEN' && (validUntil === null || validUntil >= day) && (lapsesOn === null || lapsesOn > day);

describe('the rules of a purpose through time', () => {
  it('are those of their days, whatever rule the purpose stands under now', () => {
    const { ruleOn, renewals } = ruleHistory('S2', [...base, dated(S1!, 'S1', '2026-08-01', true), dated(S2!, 'S2', '2027-02-01', true)], [switched('2026-03-01', null, false), switched('2026-11-01', 'S1', true)]);
    expect(['2026-10-31', '2026-11-01', '2027-01-31', '2027-02-01'].map((day) => [ruleOn(day)!.code, ruleOn(day)!.validFrom])).toEqual([['S1', '2026-08-01'], ['S2', '2018-05-25'], ['S2', '2018-05-25'], ['S2', '2027-02-01']]);
    expect(renewals).toEqual(['2026-08-01', '2026-11-01', '2027-02-01']);
    expect(ruleHistory('S1', base, [])).toMatchObject({ renewals: [] });
    expect(ruleHistory('S1', [dated(S1!, 'S1', '2018-05-25')], []).ruleOn('2018-05-24')).toBeUndefined();
  });
});

describe('a consent under a rule that changed', () => {
  const ledger = [given('GUARDIAN_1', '2026-09-10')];
  const child = '2015-03-03';

  it('stands when the change was not marked as material, though the rule of today would take more', () => {
    expect(judgedOn('2026-11-21', caseOf(ruleHistory('S2', base, [switched('2026-11-01', 'S1', false)]), child, ledger))).toMatchObject({ state: 'GIVEN', missing: [], lapsesOn: '2031-05-01' });
  });

  it('is asked anew where it does not satisfy a material one, and only whose yes is missing', () => {
    const history = ruleHistory('S2', base, [switched('2026-11-01', 'S1', true)]);
    expect(judgedOn('2026-10-31', caseOf(history, child, ledger))).toMatchObject({ state: 'GIVEN', lapsesOn: '2026-11-01', renewOn: '2026-11-01' });
    expect(judgedOn('2026-11-01', caseOf(history, child, ledger))).toMatchObject({ state: 'REQUESTED', missing: ['GUARDIAN_2'] });
    expect(judgedOn('2026-11-01', caseOf(history, child, ledger, 'SOLE'))).toMatchObject({ state: 'GIVEN', missing: [] });
    expect(judgedOn('2026-12-01', caseOf(history, child, [...ledger, given('GUARDIAN_2', '2026-11-05')]))).toMatchObject({ state: 'GIVEN' });
    expect(judgedOn('2026-10-31', caseOf(history, child, [...ledger, given('GUARDIAN_2', '2026-10-05')]))).toMatchObject({ state: 'GIVEN', renewOn: '2033-03-16' });
  });

  it('given before by paper and entered after its first day lapsed on that day', () => {
    const history = ruleHistory('S2', base, [switched('2026-11-01', 'S1', true)]);
    const { standing } = decide(caseOf(history, child, []), { act: 'GIVEN', signer: 'GUARDIAN_1', at: noon('2026-10-20'), series: 1 });
    expect([counts(standing, '2026-10-31'), counts(standing, '2026-11-01')]).toEqual([true, false]);
  });
});

const days = (from: Day, to: number) => fc.integer({ min: 0, max: to }).map((count) => addDays(from, count));
const bands = fc.tuple(fc.integer({ min: 10, max: 15 }), fc.integer({ min: 15, max: 18 }), fc.constantFrom('ONE' as const, 'ALL' as const), fc.constantFrom('ONE' as const, 'ALL' as const), fc.boolean())
  .map(([joins, takes, young, older, pupil]) => [
    { fromAge: 0, guardians: young, pupil: false, takesOver: false }, ...(joins < takes ? [{ fromAge: joins, guardians: older, pupil, takesOver: false }] : []), { fromAge: takes, guardians: 'NONE' as const, pupil: true, takesOver: true },
  ]);
const rules = fc.record({ bands, graceDays: fc.integer({ min: 31, max: 120 }) });
const births = fc.option(days('2006-01-01', 8 * 365), { nil: null });
const custodies = fc.constantFrom<Custody>('JOINT', 'SOLE', 'AUTHORISED');
/** Everybody whom the rule of a day asks says yes on it, some of them or all. */
const yeses = fc.array(fc.tuple(days('2025-09-01', 400), fc.subarray<Signer>(['GUARDIAN_1', 'GUARDIAN_2', 'PUPIL'], { minLength: 1 })), { minLength: 1, maxLength: 4 });

it('stands after a release as if all of it were judged from scratch, on the day of the release, until the first day of the rule and on it', () => {
  const release = '2026-11-21';
  fc.assert(fc.property(rules, rules, births, custodies, yeses, days(release, 60), fc.boolean(), fc.boolean(), (old, fresh, birthDate, custody, said, first, material, bySwitch) => {
    for (const rule of [old, fresh]) checkSignerRule(rule);
    const was = [dated(old, 'A', '2018-05-25'), dated(fresh, 'B', '2018-05-25')];
    const before = ruleHistory('A', was, []);
    const after = bySwitch ? ruleHistory('B', was, [switched(first, 'A', material)]) : ruleHistory('A', [...was, dated(fresh, 'A', first, material)], []);
    const ledger = said.flatMap(([day, signers]) => signers.filter((signer) => {
      const { guardians, pupil } = requiredSigners(before.ruleOn(day)!, birthDate, day, custody);
      return signer === 'PUPIL' ? pupil : guardians > 0;
    }).map((signer) => given(signer, day))).sort((a, b) => a.at.getTime() - b.at.getTime());
    // A release judges what is given; what is missing waits for the next act.
    const [last] = ledger.slice(-1);
    if (!last || !counts(judgedOn(berlinDay(last.at), caseOf(before, birthDate, ledger, custody)), release)) return;
    const stored = judgedOn(release, caseOf(after, birthDate, ledger, custody));
    if (stored.state !== 'GIVEN') return;
    const scratch = (day: Day) => judgedOn(day, caseOf(after, birthDate, ledger, custody)).state === 'GIVEN';
    for (const day of [release, addDays(release, 9), addDays(first, -1)]) if (day >= release && day < first) expect([day, counts(stored, day)]).toEqual([day, scratch(day)]);
    // What ended by itself before the rule's first day does not come to life again by it.
    expect([first, counts(stored, first)]).toEqual([first, scratch(first) && (first === release || counts(stored, addDays(first, -1)))]);
    for (const later of [40, 200, 700].map((count) => addDays(first, count))) if (counts(stored, later)) expect([later, scratch(later)]).toEqual([later, true]);
    if (!material) expect(stored).toEqual(judgedOn(release, caseOf(first === release ? after : before, birthDate, ledger, custody)));
  }), { numRuns: 1000 });
});
