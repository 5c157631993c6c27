import fc from 'fast-check';
import { breachDeadline, breachRisk, countAffected, dataClasses, requestSubjects, type AffectedPerson } from '.';

const people: fc.Arbitrary<AffectedPerson[]> = fc.uniqueArray(fc.record({ kind: fc.constantFrom(...requestSubjects), id: fc.uuid(), classes: fc.subarray([...dataClasses], { minLength: 1 }) }), { selector: ({ id }) => id });

describe('a breach', () => {
  it('must be known to the authority 72 hours after we became aware of it, over weekends and the change of clocks', () => {
    expect(breachDeadline(new Date('2026-10-23T15:30:00Z'))).toEqual(new Date('2026-10-26T15:30:00Z'));
  });

  it('counts everybody once, under the highest class', () => {
    fc.assert(fc.property(people, (affected) => {
      const counts = countAffected(affected);
      expect(counts.reduce((sum, count) => sum + count.people, 0)).toBe(affected.length);
      for (const count of counts) expect(count.byClass.reduce((sum, part) => sum + part.people, 0)).toBe(count.people);
    }));
    expect(countAffected([{ kind: 'PUPIL', id: '1', classes: ['C3', 'C4'] }, { kind: 'PUPIL', id: '2', classes: ['C3'] }])).toEqual([{ kind: 'PUPIL', people: 2, byClass: [{ dataClass: 'C3', people: 1 }, { dataClass: 'C4', people: 1 }] }]);
  });

  it('is a high risk as soon as special data or credentials of one person got away, and never less for more people', () => {
    fc.assert(fc.property(people, people, (some, more) => {
      const order = ['NONE', 'RISK', 'HIGH'];
      expect(order.indexOf(breachRisk([...some, ...more]))).toBeGreaterThanOrEqual(order.indexOf(breachRisk(some)));
      expect(breachRisk(some) === 'HIGH').toBe(some.some(({ classes }) => classes.includes('C4') || classes.includes('C5')));
    }));
    expect(breachRisk([])).toBe('NONE');
  });
});
