import fc from 'fast-check';
import { explain } from './explain.ts';
import { verify } from './verify.ts';
import { OBJECTIVES } from '../input/input.ts';
import type { MatchingInput, Objective } from '../input/input.ts';
import type { Outcome } from '../outcome/outcome.ts';
import { solve, solveExplained } from '../solve.ts';

const best = (objective: Objective): MatchingInput['settings'] => ({ mechanism: { kind: 'OPTIMAL', objective } });

/** Two seats, three pupils; only ada can be nowhere else. */
const input: MatchingInput = {
  seed: '1',
  occurrences: [{ id: 'lab', capacity: 1 }, { id: 'mill', capacity: 1 }, { id: 'none', capacity: 0 }],
  pupils: [
    { id: 'ada', wishes: [{ occurrence: 'lab', score: 5 }] },
    { id: 'ben', wishes: [{ occurrence: 'none' }, { occurrence: 'lab', score: 9 }, { occurrence: 'mill', score: 3 }] },
  ],
  settings: best('RANK_SUM'),
};

const found = (outcome: Outcome, of = input): string[] => verify(of, outcome).map(({ code, pupil, occurrence }) => [code, pupil, occurrence].filter(Boolean).join(' '));

/** Small inputs with everything an optimum knows. */
const arbitraryInput: fc.Arbitrary<MatchingInput> = fc
  .record({
    objective: fc.constantFrom(...OBJECTIVES),
    seats: fc.array(fc.record({ capacity: fc.integer({ min: 0, max: 2 }), minimum: fc.integer({ min: 0, max: 1 }), kind: fc.constantFrom('PLAIN', 'RESERVES', 'SLOTS', 'CEILINGS', 'COMPANY') }), { minLength: 3, maxLength: 3 }),
    pupils: fc.array(fc.record({ traits: fc.subarray(['s', 't']), wishes: fc.shuffledSubarray([0, 1, 2]), scores: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }), barred: fc.integer({ min: 0, max: 9 }) }), { maxLength: 5 }),
    pinned: fc.boolean(),
    seed: fc.integer().map(String),
  })
  .map(({ objective, seats, pupils, pinned, seed }) => ({
    seed,
    occurrences: seats.map(({ capacity, minimum, kind }, a) => ({
      id: `o${a}`,
      capacity,
      minimum: Math.min(minimum, capacity),
      ...(kind === 'RESERVES' ? { reserves: [{ trait: 's', seats: Math.min(1, capacity) }] } : {}),
      ...(kind === 'SLOTS' ? { slots: [{ trait: 't', seats: Math.min(1, capacity) }, { trait: null, seats: Math.max(0, capacity - 1) }] } : {}),
      ...(kind === 'CEILINGS' ? { ceilings: [{ trait: 's', seats: 1 }, { trait: 't', seats: 0 }] } : {}),
      ...(kind === 'COMPANY' ? { company: 'acme' } : {}),
    })),
    companies: [{ id: 'acme', capacity: 2 }],
    pupils: pupils.map(({ traits, wishes, scores, barred }, p) => ({ id: `p${p}`, traits, wishes: wishes.map((a, i) => ({ occurrence: `o${a}`, score: scores[i]!, ...(barred === i ? { notEligible: 'AGE' } : {}) })) })),
    pins: pinned && pupils[0]?.barred === 9 && seats[0]!.capacity > 0 ? [{ pupil: 'p0', occurrence: 'o0' }] : [],
    settings: best(objective),
  }));

describe('an optimum as a record', () => {
  it('states what was best, its value and what proves it', () => {
    const outcome = solve(input);
    expect(outcome.mechanism).toBe('exact-optimum/1');
    expect(outcome.pupils.map(({ places }) => places.map(({ occurrence, rank }) => `${occurrence} ${rank}`))).toEqual([['lab 1'], ['mill 3']]);
    expect(outcome.optimum!.criteria.slice(0, 2)).toEqual([{ of: 'UNPLACED', value: 0 }, { of: 'RANK_SUM', value: 2 }]);
    expect(outcome.occurrences.flatMap(({ cutoffs }) => cutoffs)).toEqual([]);
    expect(solve({ ...input, settings: best('SCORE') }).optimum!.criteria[1]).toEqual({ of: 'SCORE', value: 8 });
    expect(solve({ ...input, settings: {} }).optimum).toBeNull();
  });

  it('says what a better wish would have cost the whole', () => {
    const scarce: MatchingInput = { ...input, occurrences: [{ id: 'lab', capacity: 1 }, { id: 'none', capacity: 0 }], pupils: [input.pupils[0]!, { id: 'cem', wishes: [{ occurrence: 'none' }, { occurrence: 'lab' }] }] };
    expect(explain(scarce, solve(scarce))[1]?.refused).toEqual([
      { occurrence: 'none', rank: 1, code: 'FULL', params: { round: 1, takenBy: 'NO_SEATS' } },
      { occurrence: 'lab', rank: 2, code: 'COSTS_THE_WHOLE', params: { of: 'RANK_SUM', loss: 1 } },
    ]);
    const equal: MatchingInput = { ...scarce, pupils: ['ada', 'cem'].map((id) => ({ id, wishes: [{ occurrence: 'lab' }] })) };
    const refused = explain(equal, solve(equal)).flatMap((each) => each.refused);
    expect(refused).toMatchObject([{ occurrence: 'lab', code: 'COSTS_THE_WHOLE', params: { of: 'LOTTERY' } }]);
  });

  it('is verified by its proof, survives being written down, and does not depend on the order of rows', () => {
    fc.assert(
      fc.property(arbitraryInput, (any) => {
        const outcome = solve(any);
        const read = JSON.parse(JSON.stringify(outcome)) as Outcome;
        expect(read).toEqual(outcome);
        expect(verify(any, read)).toEqual([]);
        const turned = { ...any, pupils: [...any.pupils].reverse(), occurrences: [...any.occurrences].reverse() };
        expect(JSON.stringify(solve(turned))).toBe(JSON.stringify(outcome));
        const explanations = explain(any, read);
        expect(solveExplained(any).explanations).toEqual(explanations);
        for (const { id, received, refused } of explanations) {
          const wishes = any.pupils.find((pupil) => pupil.id === id)!.wishes.map(({ occurrence }) => occurrence);
          const until = received.length === 0 ? wishes.length : received[0]!.rank === null ? wishes.length : received[0]!.rank - 1;
          expect(refused.map(({ occurrence }) => occurrence)).toEqual(wishes.slice(0, until));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is refused by the verifier when it is not the best, or says it is better than it is', () => {
    const outcome = solve(input);
    const [ada, ben] = outcome.pupils;
    const place = (occurrence: string, rank: number) => ({ occurrence, rank, round: 1, pinned: false });
    expect(found({ ...outcome, pupils: [{ ...ada!, places: [] }, { ...ben!, places: [place('lab', 2)] }] })).toEqual(expect.arrayContaining(['BETTER_EXISTS ben', 'OPTIMUM_FIGURES']));
    expect(found({ ...outcome, optimum: { ...outcome.optimum!, criteria: [{ of: 'UNPLACED', value: 1 }] } })).toEqual(['OPTIMUM_FIGURES']);
    expect(found({ ...outcome, optimum: null })).toEqual(['WRONG_SHAPE']);
    expect(found({ ...outcome, optimum: { ...outcome.optimum!, certificate: { prices: [], row: [] } } })).toContain('WRONG_SHAPE');
    expect(found(outcome, { ...input, settings: best('SCORE') })).toEqual(expect.arrayContaining(['SETTINGS', 'INPUT_HASH', 'WRONG_SHAPE']));
  });
});
