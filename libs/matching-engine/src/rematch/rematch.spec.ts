import fc from 'fast-check';
import { rematch, waitingLists } from './rematch.ts';
import { ForeignOutcomeError } from '../explain/explain.ts';
import { verify } from '../explain/verify.ts';
import { InvalidInputError } from '../input/input.ts';
import { solve } from '../solve.ts';
import type { Outcome } from '../outcome/outcome.ts';
import { arbitraryInput } from '../testing/arbitraries.ts';
import { runs } from '../testing/runs.ts';

const one = (occurrence: string, priority = 0) => [{ occurrence, priority }];
const placeOf = ({ pupils }: Outcome, id: string): string | undefined => pupils.find((pupil) => pupil.id === id)?.places[0]?.occurrence;
const rankOf = ({ pupils }: Outcome, id: string): number => pupils.find((pupil) => pupil.id === id)?.places[0]?.rank ?? Number.POSITIVE_INFINITY;
const numbersInOrder = ({ pupils }: Outcome): string[] => [...pupils].sort((x, y) => x.lottery - y.lottery).map(({ id }) => id);

/** Robotics has one seat: Ada has it, Ben waits in welding, Cem waits for welding. */
const robotics = {
  seed: '1',
  occurrences: [{ id: 'robotics', capacity: 1 }, { id: 'welding', capacity: 1 }],
  pupils: [
    { id: 'ada', wishes: one('robotics', 0) },
    { id: 'ben', wishes: [...one('robotics', 1), ...one('welding', 0)] },
    { id: 'cem', wishes: one('welding', 1) },
  ],
};
const published = solve(robotics);

describe('after an outcome was published', () => {
  it('a withdrawal moves everybody who gains by it, in a chain', () => {
    const { moves, outcome, input } = rematch(robotics, published, { withdrawn: ['ada'] }, 'CHAIN');
    expect(moves).toEqual([{ pupil: 'ben', from: 'welding', to: 'robotics' }, { pupil: 'cem', from: null, to: 'welding' }]);
    expect(verify(input, outcome)).toEqual([]);
  });

  it('a pupil who accepted stays, and the seat goes down the list', () => {
    expect(rematch(robotics, published, { withdrawn: ['ada'] }, 'CHAIN', ['ben']).moves).toEqual([]);
    expect(rematch(robotics, published, { withdrawn: ['ada'] }, 'WAITING_LIST').moves).toEqual([]);
    expect(rematch(robotics, published, { withdrawn: ['ben'] }, 'WAITING_LIST').moves).toEqual([{ pupil: 'cem', from: null, to: 'welding' }]);
  });

  it('a late applicant gets what is free, puts nobody out, and changes nobody else\'s place in the lottery', () => {
    const late = { id: 'dana', wishes: [...one('robotics', 0), ...one('welding', 0)] };
    const { outcome, moves } = rematch(robotics, published, { added: [late], seats: [{ id: 'welding', capacity: 3 }] }, 'CHAIN');
    expect(moves).toEqual(expect.arrayContaining([{ pupil: 'dana', from: null, to: 'welding' }, { pupil: 'cem', from: null, to: 'welding' }]));
    expect(placeOf(outcome, 'ada')).toBe('robotics');
    expect(numbersInOrder(outcome).filter((id) => id !== 'dana')).toEqual(numbersInOrder(published));
  });

  it('names the claims left open: of late applicants and of pupils who keep what they accepted', () => {
    const calm = { ...robotics, pupils: robotics.pupils.map(({ id, wishes }) => ({ id, wishes: wishes.map(({ occurrence, priority }) => ({ occurrence, priority: priority! + 1 })) })) };
    const late = { id: 'dana', wishes: one('welding', 0) };
    expect(rematch(calm, solve(calm), { added: [late] }, 'CHAIN').openClaims).toEqual([{ pupil: 'dana', occurrence: 'welding' }]);
    expect(rematch(robotics, published, { withdrawn: ['ada'] }, 'CHAIN', ['ben']).openClaims).toEqual([{ pupil: 'ben', occurrence: 'robotics' }]);
    expect(rematch(robotics, published, { withdrawn: ['ada'] }, 'CHAIN').openClaims).toEqual([]);
  });

  it('a lost seat costs the place of the last one admitted, who may take what is free', () => {
    const { moves } = rematch(robotics, published, { seats: [{ id: 'robotics', capacity: 0 }, { id: 'welding', capacity: 2 }] }, 'CHAIN');
    expect(moves).toEqual(expect.arrayContaining([{ pupil: 'ada', from: 'robotics', to: null }, { pupil: 'cem', from: null, to: 'welding' }]));
  });

  it('a full new run says who gained, lost and moved against what was published', () => {
    const late = { id: 'dana', wishes: one('welding', 0) };
    const { moves, comparison, outcome, input } = rematch(robotics, published, { withdrawn: ['ada'], added: [late] }, 'FULL');
    expect(outcome).toEqual(solve(input));
    expect(moves).toEqual([{ pupil: 'ben', from: 'welding', to: 'robotics' }, { pupil: 'dana', from: null, to: 'welding' }]);
    expect(comparison.changes.map(({ id, change }) => [id, change])).toEqual([['ada', 'LEFT'], ['ben', 'GAINED'], ['dana', 'JOINED']]);
  });

  it('names who waits, next first, with the key that decides', () => {
    expect(waitingLists(robotics, published)).toMatchObject([
      { occurrence: 'robotics', waiting: [{ pupil: 'ben', rank: 1, key: { priority: 1 } }] },
      { occurrence: 'welding', waiting: [{ pupil: 'cem', rank: 1, key: { priority: 1 } }] },
    ]);
  });

  it('refuses changes that name nobody, and outcomes of another input', () => {
    const problems = (change: Parameters<typeof rematch>[2]): unknown => {
      try {
        return rematch(robotics, published, change, 'CHAIN');
      } catch (error) {
        return (error as InvalidInputError).problems;
      }
    };
    expect(problems({ withdrawn: ['ada', 'eve'] })).toEqual([{ code: 'UNKNOWN_PUPIL', path: 'change.withdrawn[1]', params: { pupil: 'eve' } }]);
    expect(problems({ seats: [{ id: 'yoga', capacity: 1 }] })).toEqual([{ code: 'UNKNOWN_OCCURRENCE', path: 'change.seats[0]', params: { occurrence: 'yoga' } }]);
    expect(problems({ added: [{ id: 'ada', wishes: [] }] })).toMatchObject([{ code: 'DUPLICATE_ID' }]);
    expect(() => rematch({ ...robotics, seed: '2' }, published, {}, 'CHAIN')).toThrow(ForeignOutcomeError);
  });

  it('keeps every promise of a stable outcome after withdrawals, hurts nobody, and moves at most whom a new run moves', () => {
    fc.assert(
      fc.property(arbitraryInput({ pupils: 7, vetoes: true }), fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 3 }), (input, who) => {
        const before = solve(input);
        const change = { withdrawn: who.map((i) => `p${i}`) };
        const chained = rematch(input, before, change, 'CHAIN');
        const anew = rematch(input, before, change, 'FULL');
        expect(verify(chained.input, chained.outcome)).toEqual([]);
        expect(chained.openClaims).toEqual([]);
        for (const { id } of chained.outcome.pupils) expect(rankOf(chained.outcome, id)).toBeLessThanOrEqual(rankOf(before, id));
        expect(anew.moves.map(({ pupil }) => pupil)).toEqual(expect.arrayContaining(chained.moves.map(({ pupil }) => pupil)));
      }),
      { numRuns: runs(200) },
    );
  });

  it('changes no other lottery number\'s order, and nothing at all without a change, for every kind of problem', () => {
    const everything = arbitraryInput({ pupils: 6, groups: true, minimums: true, times: true, vetoes: true, pins: true, places: 3 });
    fc.assert(
      fc.property(everything, fc.integer({ min: 0, max: 3 }), (input, wished) => {
        const before = solve(input);
        expect(rematch(input, before, {}, 'CHAIN')).toMatchObject({ moves: [], outcome: before });
        const { outcome } = rematch(input, before, { added: [{ id: 'late', wishes: one(`o${wished}`) }] }, 'CHAIN');
        expect(numbersInOrder(outcome).filter((id) => id !== 'late')).toEqual(numbersInOrder(before));
      }),
      { numRuns: runs(200) },
    );
  });
});
