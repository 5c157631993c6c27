import fc from 'fast-check';
import { explain, ForeignOutcomeError } from './explain.ts';
import type { MatchingInput } from '../input/input.ts';
import { solve } from '../solve.ts';
import { arbitraryInput } from '../testing/arbitraries.ts';
import { runs } from '../testing/runs.ts';

const refusedOf = (input: MatchingInput, pupil: string) => explain(input, solve(input)).find(({ id }) => id === pupil)?.refused;
const one = (occurrence: string, priority = 0) => [{ occurrence, priority }];

describe('why not a better wish', () => {
  it('names the number to beat when the lottery decided', () => {
    const pupils = ['a', 'b'].map((id) => ({ id, wishes: one('x') }));
    const input = { seed: '1', pupils, occurrences: [{ id: 'x', capacity: 1 }] };
    const loser = solve(input).pupils.find(({ places }) => places.length === 0)!;
    expect(refusedOf(input, loser.id)).toEqual([
      { occurrence: 'x', rank: 1, code: 'OUTRANKED_BY_LOTTERY', params: { round: 1, own: { priority: 0, lottery: 2 }, cutoff: { priority: 0, lottery: 1 } } },
    ]);
  });

  it('names the class to beat when the priority decided', () => {
    const input = { seed: '1', pupils: [{ id: 'a', wishes: one('x', 0) }, { id: 'b', wishes: one('x', 2) }], occurrences: [{ id: 'x', capacity: 1 }] };
    expect(refusedOf(input, 'b')).toMatchObject([{ code: 'OUTRANKED_BY_PRIORITY', params: { own: { priority: 2 }, cutoff: { priority: 0 } } }]);
  });

  it('names the rule, the veto, the closing, the seats that never were', () => {
    const input: MatchingInput = {
      seed: '1',
      occurrences: [{ id: 'age', capacity: 5 }, { id: 'closed', capacity: 5, minimum: 2 }, { id: 'none', capacity: 0 }, { id: 'veto', capacity: 5 }],
      pupils: [{ id: 'a', wishes: [{ occurrence: 'age', notEligible: 'MINIMUM_AGE' }, ...['veto', 'closed', 'none'].flatMap((id) => one(id))] }],
      vetoes: [{ pupil: 'a', occurrence: 'veto' }],
    };
    expect(refusedOf(input, 'a')).toEqual([
      { occurrence: 'age', rank: 1, code: 'NOT_ELIGIBLE', params: { rule: 'MINIMUM_AGE' } },
      { occurrence: 'veto', rank: 2, code: 'VETOED', params: {} },
      { occurrence: 'closed', rank: 3, code: 'CLOSED', params: { minimum: 2, seatsTaken: 1 } },
      { occurrence: 'none', rank: 4, code: 'FULL', params: { round: 1, takenBy: 'NO_SEATS' } },
    ]);
  });

  it('names the place held that a further wish clashes with, and seats taken by pins', () => {
    const at = { startsAt: '2026-03-02T08:00Z', endsAt: '2026-03-02T10:00Z' };
    const input: MatchingInput = {
      seed: '1',
      occurrences: [{ id: 'x', capacity: 5, ...at }, { id: 'y', capacity: 5, ...at }, { id: 'z', capacity: 1 }],
      pupils: [{ id: 'a', wishes: [...one('x'), ...one('y'), ...one('z')] }, { id: 'b', wishes: [] }],
      pins: [{ pupil: 'b', occurrence: 'z' }],
      settings: { placesPerPupil: 2 },
    };
    expect(refusedOf(input, 'a')).toEqual([
      { occurrence: 'y', rank: 2, code: 'CLASH', params: { with: 'x', cause: 'TIME' } },
      { occurrence: 'z', rank: 3, code: 'FULL', params: { round: 2, takenBy: 'PINS' } },
    ]);
  });

  it('says that the office filled all places, for every better wish', () => {
    const input: MatchingInput = {
      seed: '1',
      occurrences: ['x', 'y', 'z'].map((id) => ({ id, capacity: 5 })),
      pupils: [{ id: 'a', wishes: ['x', 'y', 'z'].flatMap((id) => one(id)) }],
      pins: [{ pupil: 'a', occurrence: 'y' }],
    };
    const [explanation] = explain(input, solve(input));
    expect(explanation?.received).toEqual([{ occurrence: 'y', rank: 2, round: 0, code: 'PINNED' }]);
    expect(explanation?.refused).toEqual([{ occurrence: 'x', rank: 1, code: 'PLACES_PINNED', params: { places: ['y'] } }]);
  });

  it('says that a class does not fit where smaller groups had the seats left over', () => {
    const input: MatchingInput = {
      seed: '1',
      occurrences: [{ id: 'lab', capacity: 30 }],
      pupils: [{ id: '7a', size: 20, wishes: one('lab') }, { id: '7b', size: 25, wishes: one('lab', 1) }, { id: 'club', size: 8, wishes: one('lab', 2) }],
    };
    expect(refusedOf(input, '7b')).toEqual([{ occurrence: 'lab', rank: 1, code: 'DOES_NOT_FIT', params: { size: 25, seatsFree: 2, capacity: 30 } }]);
  });

  it('names the trait a seat was guaranteed to, the ceiling reached, the company that is full', () => {
    const pupils = [{ id: 'a', wishes: one('x', 0) }, { id: 'b', traits: ['s'], wishes: one('x', 2) }];
    const guaranteed = { seed: '1', pupils, occurrences: [{ id: 'x', capacity: 1, reserves: [{ trait: 's', seats: 1 }] }] };
    expect(refusedOf(guaranteed, 'a')).toMatchObject([{ code: 'DISPLACED_BY_GUARANTEE', params: { round: 1, own: { priority: 0 }, cutoff: null, trait: 's' } }]);
    const capped = { ...guaranteed, occurrences: [{ id: 'x', capacity: 2, ceilings: [{ trait: 's', seats: 0 }] }] };
    expect(refusedOf(capped, 'b')).toMatchObject([{ code: 'CEILING', params: { cutoff: null, trait: 's' } }]);
    const company = { ...guaranteed, companies: [{ id: 'acme', capacity: 1 }], occurrences: [{ id: 'x', capacity: 2, company: 'acme' }] };
    expect(refusedOf(company, 'b')).toMatchObject([{ code: 'COMPANY_FULL', params: { own: { priority: 2 }, cutoff: { priority: 0 }, company: 'acme' } }]);
  });

  it('explains every wish better than the place received, and none that was fulfilled', () => {
    fc.assert(
      fc.property(arbitraryInput({ pupils: 7, groups: true, minimums: true, times: true, vetoes: true, pins: true, places: 3 }), (input) => {
        const places = input.settings?.placesPerPupil ?? 1;
        for (const { id, received, refused } of explain(input, solve(input))) {
          const wishes = input.pupils.find((pupil) => pupil.id === id)!.wishes.map(({ occurrence }) => occurrence);
          const got = received.map(({ occurrence }) => occurrence);
          const asked = received.filter(({ code }) => code === 'WISH').map(({ rank }) => rank!);
          const upTo = received.length < places ? wishes.length : Math.max(0, ...asked);
          const named = refused.map(({ occurrence }) => occurrence);
          expect(named).toEqual(expect.arrayContaining(wishes.slice(0, upTo).filter((wish) => !got.includes(wish))));
          expect(named.filter((occurrence) => got.includes(occurrence))).toEqual([]);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('agrees with the cutoffs: everybody outranked has a key behind the one to beat', () => {
    fc.assert(
      fc.property(arbitraryInput({ pupils: 8, times: true, places: 2 }), (input) => {
        for (const { refused } of explain(input, solve(input))) {
          for (const reason of refused) {
            expect(reason.code).not.toBe('DOES_NOT_FIT');
            if (reason.code !== 'OUTRANKED_BY_LOTTERY' && reason.code !== 'OUTRANKED_BY_PRIORITY') continue;
            const { own, cutoff } = reason.params;
            if (reason.code === 'OUTRANKED_BY_LOTTERY') expect([own.priority, own.lottery > cutoff.lottery]).toEqual([cutoff.priority, true]);
            else expect(own.priority).toBeGreaterThan(cutoff.priority);
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('refuses to explain an outcome by another input', () => {
    const input: MatchingInput = { seed: '1', pupils: [{ id: 'a', wishes: one('x') }], occurrences: [{ id: 'x', capacity: 1 }] };
    expect(() => explain({ ...input, occurrences: [{ id: 'x', capacity: 2 }] }, solve(input))).toThrow(ForeignOutcomeError);
  });
});
