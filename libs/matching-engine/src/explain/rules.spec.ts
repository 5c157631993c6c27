import fc from 'fast-check';
import { explain } from './explain.ts';
import { verify } from './verify.ts';
import type { MatchingInput } from '../input/input.ts';
import type { Outcome } from '../outcome/outcome.ts';
import { solve, solveExplained } from '../solve.ts';

const kinds = ['PLAIN', 'RESERVES', 'SLOTS', 'CEILINGS', 'COMPANY', 'LOTTERY'] as const;

/** Small inputs in which every occurrence chooses by another rule. */
const arbitraryInput: fc.Arbitrary<MatchingInput> = fc
  .record({
    seats: fc.array(fc.record({ capacity: fc.integer({ min: 0, max: 3 }), minimum: fc.integer({ min: 0, max: 1 }), kind: fc.constantFrom(...kinds) }), { minLength: 4, maxLength: 4 }),
    pupils: fc.array(fc.record({ traits: fc.subarray(['s', 't']), wishes: fc.shuffledSubarray([0, 1, 2, 3]), priority: fc.integer({ min: 0, max: 2 }) }), { maxLength: 7 }),
    pinned: fc.boolean(),
    placesPerPupil: fc.integer({ min: 1, max: 2 }),
    seed: fc.integer().map(String),
  })
  .map(({ seats, pupils, pinned, placesPerPupil, seed }) => ({
    seed,
    occurrences: seats.map(({ capacity, minimum, kind }, a) => ({
      id: `o${a}`,
      capacity,
      minimum: Math.min(minimum, capacity),
      ...(kind === 'RESERVES' ? { reserves: [{ trait: 's', seats: Math.min(1, capacity) }, { trait: 't', seats: Math.min(1, capacity - Math.min(1, capacity)) }] } : {}),
      ...(kind === 'SLOTS' ? { slots: [{ trait: 't', seats: Math.min(1, capacity) }, { trait: null, seats: Math.max(0, capacity - 1) }] } : {}),
      ...(kind === 'CEILINGS' ? { ceilings: [{ trait: 's', seats: 1 }, { trait: 't', seats: 0 }] } : {}),
      ...(kind === 'COMPANY' ? { company: 'acme' } : {}),
      ...(kind === 'LOTTERY' ? { lottery: 'arts' } : {}),
    })),
    companies: [{ id: 'acme', capacity: 2 }],
    pupils: pupils.map(({ traits, wishes, priority }, p) => ({ id: `p${p}`, traits, wishes: wishes.map((a) => ({ occurrence: `o${a}`, priority })) })),
    pins: pinned && pupils.length > 0 && seats[0]!.capacity > 0 ? [{ pupil: 'p0', occurrence: 'o0' }] : [],
    settings: { placesPerPupil },
  }));

describe('an outcome by rules of traits, companies and lotteries', () => {
  it('is verified as a record, cutoffs and guarantees too, whatever the order of rows', () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const outcome = solve(input);
        const read = JSON.parse(JSON.stringify(outcome)) as Outcome;
        expect(verify(input, read)).toEqual([]);
        expect(read).toEqual(outcome);
        expect(JSON.stringify(solve({ ...input, pupils: [...input.pupils].reverse(), occurrences: [...input.occurrences].reverse() }))).toBe(JSON.stringify(outcome));
      }),
      { numRuns: 300 },
    );
  });

  it('is explained to everybody, with the trait, the company and the key to beat', () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const { outcome, explanations } = solveExplained(input);
        expect(explain(input, outcome)).toEqual(explanations);
        for (const { refused } of explanations) {
          for (const { code, params } of refused) {
            if (!('cutoff' in params) || params.cutoff === null) continue;
            const { own, cutoff } = params;
            expect([code, own.priority > cutoff.priority || (own.priority === cutoff.priority && own.lottery > cutoff.lottery)]).toEqual([code, true]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  const scarce: MatchingInput = {
    seed: '1',
    occurrences: [{ id: 'lab', capacity: 1, reserves: [{ trait: 'far away', seats: 1 }] }],
    pupils: [{ id: 'ada', wishes: [{ occurrence: 'lab' }] }, { id: 'ben', traits: ['far away'], wishes: [{ occurrence: 'lab', priority: 1 }] }],
  };

  it('says that a guarantee displaced somebody with a better key, and what each would have needed', () => {
    const outcome = solve(scarce);
    expect(explain(scarce, outcome)[0]?.refused).toMatchObject([{ occurrence: 'lab', code: 'DISPLACED_BY_GUARANTEE', params: { trait: 'far away', cutoff: null } }]);
    const { lottery } = outcome.pupils[1]!;
    expect(outcome.occurrences[0]?.cutoffs).toEqual([
      { round: 1, traits: [], priority: null, lottery: null },
      { round: 1, traits: ['far away'], priority: 1, lottery },
    ]);
  });

  it('does not verify with other cutoffs, guarantees or companies than the places say', () => {
    const outcome = solve(scarce);
    const [lab] = outcome.occurrences;
    const found = (change: object) => verify(scarce, { ...outcome, occurrences: [{ ...lab!, ...change }] }).map(({ code }) => code);
    expect(found({ cutoffs: [] })).toEqual(['CUTOFFS']);
    expect(found({ cutoffs: lab!.cutoffs.map((cutoff) => ({ ...cutoff, priority: null })) })).toEqual(['CUTOFFS']);
    expect(found({ guarantees: [{ trait: 'far away', seats: 1, filled: 0 }] })).toEqual(['FIGURES']);
    expect(verify(scarce, { ...outcome, companies: [{ id: 'acme', capacity: 1, seatsTaken: 0, seatsFree: 1 }] })).toEqual([{ code: 'COMPANY_FIGURES' }]);
  });
});
