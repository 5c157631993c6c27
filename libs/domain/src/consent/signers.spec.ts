import fc from 'fast-check';
import { ageOn, isDay, type Day } from '../kernel';
import { birthdayOf, isEntitled, lapseDay, requiredSigners, standardRules, validUntil, type Custody, type SignerRule } from '.';

const rule = (code: string): SignerRule => standardRules.find((known) => known.code === code)!;
const [S1, S2] = [rule('S1'), rule('S2')];
const required = (of: SignerRule, birthDate: Day | null, day: Day, custody: Custody = 'JOINT') => requiredSigners(of, birthDate, day, custody);

const days = fc.integer({ min: 0, max: 12_000 }).map((offset) => new Date(Date.UTC(2000, 0, 1 + offset)).toISOString().slice(0, 10));
/** Birth dates whose 14th, 16th or 18th birthday lies within three days of the decision, 29 February among them. */
const near = fc.tuple(days, fc.constantFrom(14, 16, 18), fc.integer({ min: -3, max: 3 }), fc.boolean()).map(([day, age, shift, leap]) => {
  const around = new Date(`${day}T00:00:00Z`);
  around.setUTCFullYear(around.getUTCFullYear() - age);
  around.setUTCDate(around.getUTCDate() + shift);
  return leap ? { day: `${Number(day.slice(0, 4))}-${shift < 0 ? '02-28' : '03-01'}`, birthDate: `${Math.floor((Number(day.slice(0, 4)) - age) / 4) * 4}-02-29` } : { day, birthDate: around.toISOString().slice(0, 10) };
});
const custody = fc.constantFrom<Custody>('JOINT', 'SOLE', 'AUTHORISED');

describe('who signs for data', () => {
  it('is one guardian below 14, one and the pupil at 14 and 15, the pupil alone from 16 on', () => {
    expect(required(S1, '2012-05-10', '2026-05-09')).toEqual({ guardians: 1, pupil: false });
    expect(required(S1, '2012-05-10', '2026-05-10')).toEqual({ guardians: 1, pupil: true });
    expect(required(S1, '2010-05-10', '2026-05-09')).toEqual({ guardians: 1, pupil: true });
    expect(required(S1, '2010-05-10', '2026-05-10')).toEqual({ guardians: 0, pupil: true });
  });

  it('holds for every birth date around 14, 16 and 18 and every custody', () => {
    fc.assert(fc.property(near, custody, ({ birthDate, day }, held) => {
      const age = ageOn(birthDate, day);
      expect(required(S1, birthDate, day, held)).toEqual({ guardians: age < 16 ? 1 : 0, pupil: age >= 14 });
    }));
  });
});

describe('who signs for pictures', () => {
  it('is every guardian below 14, every guardian and the pupil up to 17, the adult alone; a sole or authorised guardian stands for both', () => {
    fc.assert(fc.property(near, custody, ({ birthDate, day }, held) => {
      const age = ageOn(birthDate, day);
      expect(required(S2, birthDate, day, held)).toEqual({ guardians: age >= 18 ? 0 : held === 'JOINT' ? 2 : 1, pupil: age >= 14 });
    }));
  });
});

describe('a signer', () => {
  it('has no say where the rule does not ask them, and a second guardian none under sole custody', () => {
    fc.assert(fc.property(near, custody, fc.constantFrom(S1, S2), ({ birthDate, day }, held, of) => {
      const wanted = required(of, birthDate, day, held);
      expect(isEntitled('PUPIL', wanted, held)).toBe(ageOn(birthDate, day) >= 14);
      expect(isEntitled('GUARDIAN_1', wanted, held)).toBe(wanted.guardians > 0);
      expect(isEntitled('GUARDIAN_2', wanted, held)).toBe(wanted.guardians > 0 && held !== 'SOLE');
    }));
  });

  it('of unknown or impossible age is joined by everybody whom any age would ask', () => {
    fc.assert(fc.property(near, custody, fc.constantFrom(S1, S2), ({ birthDate, day }, held, of) => {
      const known = required(of, birthDate, day, held);
      for (const unknown of [required(of, null, day, held), required(of, '2099-01-01', day, held)]) {
        expect(unknown.guardians).toBeGreaterThanOrEqual(known.guardians);
        expect(unknown.pupil || !known.pupil).toBe(true);
      }
    }));
  });
});

describe('a birthday', () => {
  it('is the first day on which the age is reached: 1 March for 29 February in common years', () => {
    expect(birthdayOf('2008-02-29', 16)).toBe('2024-02-29');
    expect(birthdayOf('2008-02-29', 18)).toBe('2026-03-01');
    fc.assert(fc.property(near, fc.integer({ min: 1, max: 30 }), ({ birthDate }, age) => {
      const day = birthdayOf(birthDate, age);
      const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
      expect([ageOn(birthDate, day), ageOn(birthDate, before)]).toEqual([age, age - 1]);
    }));
  });
});

describe('a consent of guardians', () => {
  it('lapses on a first of a month within sixty days after the pupil took over, never before the birthday', () => {
    expect(lapseDay(S1, '2010-05-10', '2026-01-15', required(S1, '2010-05-10', '2026-01-15'))).toBe('2026-07-01');
    fc.assert(fc.property(near, custody, fc.constantFrom(S1, S2), ({ birthDate, day }, held, of) => {
      const lapse = lapseDay(of, birthDate, day, required(of, birthDate, day, held));
      const takesOver = of === S1 ? 16 : 18;
      if (ageOn(birthDate, day) >= takesOver) return expect(lapse).toBeNull();
      const birthday = birthdayOf(birthDate, takesOver);
      expect(lapse).toMatch(/-01$/);
      expect(lapse! > birthday).toBe(true);
      expect(Date.parse(lapse!) - Date.parse(birthday)).toBeLessThanOrEqual(60 * 86_400_000);
    }));
  });
});

describe('a validity', () => {
  it('ends three months after the school year, or so many months after the decision, on a real day', () => {
    expect(validUntil({ from: 'SCHOOL_YEAR_END', months: 3 }, '2026-07-31')).toBe('2026-10-31');
    expect(validUntil({ from: 'SCHOOL_YEAR_END', months: 3 }, '2026-08-01')).toBe('2027-10-31');
    expect(validUntil({ from: 'DECISION', months: 24 }, '2024-02-29')).toBe('2026-02-28');
    fc.assert(fc.property(days, fc.integer({ min: 0, max: 60 }), fc.constantFrom('SCHOOL_YEAR_END' as const, 'DECISION' as const), (day, months, from) => {
      const end = validUntil({ from, months }, day);
      expect(isDay(end) && end >= day).toBe(true);
    }));
  });
});
