import fc from 'fast-check';
import { berlinDay, type Day } from '../kernel';
import { checkSignerRule, decide, guardiansEndAge, isEntitled, renewalDay, lapseDay, requiredSigners, standardRules, type Custody, type PastEvent, type Signer, type SignerBand } from '.';

/*
 * What the rules must say, written a second time from the reference (privacy-security section 2) and the calendar, with
 * nothing of the code it judges: days are counted one by one, summer time by its law, the table by hand.
 */

const dayMs = 86_400_000;
const iso = (at: number): Day => new Date(at).toISOString().slice(0, 10);

/** Birthdays had by a day, by counting them: a calendar that knows no 29 February takes the next day. */
function ageByCounting(birth: Day, day: Day): number {
  const [year, month, date] = birth.split('-').map(Number) as [number, number, number];
  let age = -1;
  while (Date.UTC(year + age + 1, month - 1, date) <= Date.parse(day)) age++;
  return age;
}

/** The day in Germany: an hour ahead of UTC, two between the last Sundays of March and October, changed at 1:00 UTC. */
function germanDay(at: number): Day {
  const year = new Date(at).getUTCFullYear();
  const lastSunday = (month: number) => {
    const last = new Date(Date.UTC(year, month + 1, 0, 1));
    return last.getTime() - last.getUTCDay() * dayMs;
  };
  return iso(at + (at >= lastSunday(2) && at < lastSunday(9) ? 2 : 1) * 3_600_000);
}

/** Whose yes it takes, as the table of the reference says. */
function signersByTable(code: 'S1' | 'S2', age: number, custody: Custody): Signer[] {
  const all: Signer[] = custody === 'JOINT' ? ['GUARDIAN_1', 'GUARDIAN_2'] : ['GUARDIAN_1'];
  if (age >= 18) return ['PUPIL'];
  if (code === 'S2') return age >= 14 ? [...all, 'PUPIL'] : all;
  if (age >= 16) return ['PUPIL'];
  return age >= 14 ? ['GUARDIAN_1', 'PUPIL'] : ['GUARDIAN_1'];
}

const rule = (code: 'S1' | 'S2') => standardRules.find((known) => known.code === code)!;
const code = fc.constantFrom('S1' as const, 'S2' as const);
const custody = fc.constantFrom<Custody>('JOINT', 'SOLE', 'AUTHORISED');
const turning = fc.constantFrom(14, 16, 18);
/** Birth dates of 28 years, every tenth on 29 February or a day beside it. */
const births = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 28 * 366 }).map((days) => iso(Date.UTC(1996, 0, 1) + days * dayMs)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(1996, 2000, 2004, 2008, 2012), fc.constantFrom('02-28', '02-29', '03-01')).map(([year, day]) => `${year}-${day}`) },
);
/** Instants within two days of a birthday, most of them within an hour of midnight in Germany. */
const moments = fc.tuple(births, turning, fc.oneof(fc.integer({ min: -48 * 60, max: 48 * 60 }), fc.integer({ min: -60, max: 60 }))).map(([birth, age, minutes]) => {
  const [year, month, date] = birth.split('-').map(Number) as [number, number, number];
  const birthday = Date.UTC(year + age, month - 1, date);
  const offset = germanDay(birthday - 2 * 3_600_000) === iso(birthday) ? 2 : 1;
  return { birth, at: birthday - offset * 3_600_000 + minutes * 60_000 };
});
const runs = { numRuns: 600 };

describe('who signs around a birthday', () => {
  it('is what the table says, on the day that it is in Germany, also a minute before and after midnight and for 29 February', () => {
    fc.assert(fc.property(moments, code, custody, ({ birth, at }, of, held) => {
      const day = berlinDay(new Date(at));
      expect(day).toBe(germanDay(at));
      const required = requiredSigners(rule(of), birth, day, held);
      const wanted = signersByTable(of, ageByCounting(birth, day), held);
      expect([required.guardians, required.pupil]).toEqual([wanted.filter((signer) => signer !== 'PUPIL').length, wanted.includes('PUPIL')]);
    }), runs);
  });

  it('alone may answer: everybody the table names, the other guardian in their place, nobody else', () => {
    fc.assert(fc.property(moments, code, custody, fc.constantFrom<Signer>('PUPIL', 'GUARDIAN_1', 'GUARDIAN_2'), ({ birth, at }, of, held, signer) => {
      const wanted = signersByTable(of, ageByCounting(birth, germanDay(at)), held);
      const may = wanted.includes(signer) || (signer === 'GUARDIAN_2' && held !== 'SOLE' && wanted.includes('GUARDIAN_1'));
      const answered = () => decide({ ruleOn: () => rule(of), renewals: [], validity: { from: 'DECISION', months: 24 }, birthDate: birth, custody: held, ledger: [] }, { act: 'GIVEN', signer, at: new Date(at), series: 1 });
      if (may) expect(answered().event.required.pupil).toBe(wanted.includes('PUPIL'));
      else expect(answered).toThrow('SIGNER_NOT_ENTITLED');
      expect(isEntitled(signer, requiredSigners(rule(of), birth, germanDay(at), held), held)).toBe(may);
    }), runs);
  });
});

/** Everybody the table asks says yes at a moment. */
function allSayYes(birth: Day, of: 'S1' | 'S2', held: Custody, at: number) {
  const known = { ruleOn: () => rule(of), renewals: [], validity: { from: 'DECISION' as const, months: 60 }, birthDate: birth, custody: held };
  const ledger: PastEvent[] = [];
  for (const signer of signersByTable(of, ageByCounting(birth, germanDay(at)), held)) ledger.push(decide({ ...known, ledger }, { act: 'GIVEN', signer, at: new Date(at), series: 1 }).event);
  return { known, ledger, standingOn: (day: number) => decide({ ...known, ledger }, { act: 'REQUESTED', signer: null, at: new Date(day), series: 1 }).standing };
}

describe('a consent that everybody gave whom its day takes', () => {
  it('stands until the pupil takes over, then in the grace with the pupil as who is missing, and never past sixty days', () => {
    fc.assert(fc.property(moments, code, custody, fc.integer({ min: 0, max: 400 }), ({ birth, at }, of, held, later) => {
      const { standingOn } = allSayYes(birth, of, held, at);
      const day = at + later * dayMs;
      const standing = standingOn(day);
      const [then, now] = [ageByCounting(birth, germanDay(at)), ageByCounting(birth, germanDay(day))];
      const takesOver = of === 'S1' ? [16, 18] : [18];
      const turned = signersByTable(of, then, held).includes('GUARDIAN_1') ? takesOver.find((age) => then < age && now >= age) : undefined;
      if (turned === undefined) return expect([standing.state, standing.missing]).toEqual(['GIVEN', []]);
      const [year, month, date] = birth.split('-').map(Number) as [number, number, number];
      const since = (Date.parse(germanDay(day)) - Date.UTC(year + turned, month - 1, date)) / dayMs;
      if (since > 60) expect(standing.state).toBe('REQUESTED');
      else expect(['GIVEN', 'REQUESTED']).toContain(standing.state);
      expect(standing.missing).toEqual(['PUPIL']);
      const renewed = decide({ ...allSayYes(birth, of, held, at).known, ledger: allSayYes(birth, of, held, at).ledger }, { act: 'GIVEN', signer: 'PUPIL', at: new Date(day), series: 1 }).standing;
      expect([renewed.state, renewed.missing, renewed.lapsesOn]).toEqual(['GIVEN', [], null]);
    }), { numRuns: 300 });
  });

  it('keeps days that hide the birthday: asked on a first or sixteenth within sixteen days of it, over on a first within sixty', () => {
    fc.assert(fc.property(moments, code, custody, ({ birth, at }, of, held) => {
      const day = germanDay(at);
      const required = requiredSigners(rule(of), birth, day, held);
      const [asked, over] = [renewalDay(rule(of), birth, day, required), lapseDay(rule(of), birth, day, required)];
      if (required.guardians === 0) return expect([asked, over]).toEqual([null, null]);
      const [year, month, date] = birth.split('-').map(Number) as [number, number, number];
      const birthday = Date.UTC(year + (of === 'S1' ? 16 : 18), month - 1, date);
      expect(asked!.slice(8)).toMatch(/^(01|16)$/);
      expect(over!.slice(8)).toBe('01');
      expect((Date.parse(asked!) - birthday) / dayMs).toBeGreaterThanOrEqual(0);
      expect((Date.parse(asked!) - birthday) / dayMs).toBeLessThanOrEqual(16);
      expect(Date.parse(over!)).toBeGreaterThan(Date.parse(asked!));
      expect((Date.parse(over!) - birthday) / dayMs).toBeLessThanOrEqual(60);
    }), runs);
  });
});

describe('a signer rule of a region', () => {
  const band = (fromAge: number, guardians: SignerBand['guardians'], pupil: boolean, takesOver = false): SignerBand => ({ fromAge, guardians, pupil, takesOver });
  const any = fc.record({ fromAge: fc.integer({ min: -1, max: 20 }), guardians: fc.constantFrom('NONE' as const, 'ONE' as const, 'ALL' as const), pupil: fc.boolean(), takesOver: fc.boolean() });
  const adult = fc.record({ fromAge: fc.constantFrom(14, 16, 18), guardians: fc.constant('NONE' as const), pupil: fc.constant(true), takesOver: fc.constant(true) });
  /** Bands of any kind between a first and an adult's one; about every fifth list can be applied. */
  const bands = fc.tuple(any, fc.array(any, { maxLength: 2 }), adult).map(([first, between, last]) => [{ ...first, fromAge: 0 }, ...between, last]);

  it('that is accepted asks somebody at every age and custody, guardians of no adult, and hands over to the pupil alone', () => {
    let accepted = 0;
    fc.assert(fc.property(bands, fc.integer({ min: 20, max: 130 }), custody, births, fc.integer({ min: 0, max: 9000 }), (some, graceDays, held, birth, days) => {
      const sorted = some.toSorted((a, b) => a.fromAge - b.fromAge);
      try {
        checkSignerRule({ bands: sorted, graceDays });
      } catch {
        return;
      }
      accepted++;
      const day = iso(Date.parse(birth) + days * dayMs);
      const required = requiredSigners({ bands: sorted, graceDays }, birth, day, held);
      expect(required.guardians > 0 || required.pupil).toBe(true);
      if (ageByCounting(birth, day) >= 18) expect(required.guardians).toBe(0);
      expect(guardiansEndAge([{ bands: sorted, graceDays }])).toBeLessThanOrEqual(18);
      const over = lapseDay({ bands: sorted, graceDays }, birth, day, required);
      if (required.guardians > 0) expect(over).not.toBeNull();
    }), { numRuns: 2000 });
    expect(accepted).toBeGreaterThan(50);
  });

  it('is refused when ages do not ascend from 0, somebody is missing, a hand-over is not marked, the adult does not decide, or the grace is out of range', () => {
    const good = [band(0, 'ONE', false), band(16, 'NONE', true, true)];
    expect(() => checkSignerRule({ bands: good, graceDays: 60 })).not.toThrow();
    for (const bad of [[], good.slice(1), [band(0, 'ONE', false), band(19, 'NONE', true, true)], [band(0, 'ONE', false), band(0, 'NONE', true, true)], [band(0, 'NONE', false), good[1]!], [good[0]!, band(16, 'NONE', true)], [good[0]!], [band(0, 'ONE', false, true), good[1]!]]) {
      expect(() => checkSignerRule({ bands: bad, graceDays: 60 })).toThrow('INVALID_INPUT');
    }
    for (const graceDays of [30, 121, 60.5]) expect(() => checkSignerRule({ bands: good, graceDays })).toThrow('INVALID_INPUT');
    expect(guardiansEndAge(standardRules)).toBe(18);
  });
});
