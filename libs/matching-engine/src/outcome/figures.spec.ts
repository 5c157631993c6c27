import { compareOutcomes } from './compare.ts';
import { figures } from './figures.ts';
import type { MatchingInput } from '../input/input.ts';
import { solve } from '../solve.ts';

const wishes = (...ids: string[]) => ids.map((occurrence) => ({ occurrence }));
const input: MatchingInput = {
  seed: '1',
  occurrences: [{ id: 'x', capacity: 1 }, { id: 'y', capacity: 1 }, { id: 'z', capacity: 9 }],
  pupils: [
    { id: 'a', wishes: [{ occurrence: 'x' }, { occurrence: 'y' }] },
    { id: 'b', wishes: [{ occurrence: 'x', priority: 1 }, { occurrence: 'y' }] },
    { id: 'c', wishes: [{ occurrence: 'y', priority: 1 }] },
    { id: 'd', wishes: [] },
  ],
};

describe('the figures of an outcome', () => {
  it('count places and ranks', () => {
    expect(figures(solve({ ...input, pins: [{ pupil: 'd', occurrence: 'z' }] }))).toEqual({
      pupils: 4,
      placed: 3,
      unplaced: 1,
      places: 3,
      seatsTaken: 3,
      byRank: [1, 1],
      outsideWishes: 1,
      firstWishShare: 0.25,
      topThreeShare: 0.5,
      meanRank: 1.5,
      closed: 0,
      seatsGuaranteed: 0,
      guaranteesMet: 0,
    });
  });

  it('count each pupil once by the best place, and the seats of groups', () => {
    const group: MatchingInput = { seed: '1', occurrences: input.occurrences, pupils: [{ id: 'club', size: 4, wishes: wishes('x', 'z') }, { id: 'e', wishes: wishes('x', 'z') }], settings: { placesPerPupil: 2 } };
    expect(figures(solve(group))).toMatchObject({ placed: 2, places: 3, seatsTaken: 6, byRank: [1, 1], meanRank: 1.5 });
  });

  it('count the guaranteed seats that holders of the trait fill', () => {
    const reserved: MatchingInput = {
      seed: '1',
      occurrences: [{ id: 'x', capacity: 3, reserves: [{ trait: 'girl', seats: 2 }] }, { id: 'y', capacity: 1 }],
      pupils: [{ id: 'a', traits: ['girl'], wishes: wishes('x') }, { id: 'b', wishes: wishes('x') }],
    };
    const outcome = solve(reserved);
    expect(outcome.occurrences.map(({ guarantees }) => guarantees)).toEqual([[{ trait: 'girl', seats: 2, filled: 1 }], []]);
    expect(figures(outcome)).toMatchObject({ seatsGuaranteed: 2, guaranteesMet: 1 });
  });

  it('are all nought for nobody', () => {
    expect(figures(solve({ seed: '1', pupils: [], occurrences: [] }))).toMatchObject({ placed: 0, firstWishShare: 0, meanRank: null });
  });
});

describe('the comparison of two outcomes', () => {
  it('says who gained, lost and stayed when the office pins a pair', () => {
    const compared = compareOutcomes(solve(input), solve({ ...input, pins: [{ pupil: 'c', occurrence: 'y' }] }));
    expect(compared).toMatchObject({ sameInput: false, gained: 1, lost: 1, moved: 0, unchanged: 2 });
    expect(compared.changes).toEqual([
      { id: 'b', change: 'LOST', before: [{ occurrence: 'y', rank: 2 }], after: [] },
      { id: 'c', change: 'GAINED', before: [], after: [{ occurrence: 'y', rank: 1 }] },
    ]);
  });

  it('tells pupils who moved at the same rank from those who came or went', () => {
    const other: MatchingInput = { ...input, pupils: [{ id: 'a', wishes: wishes('z') }, ...input.pupils.slice(1, 3), { id: 'e', wishes: [] }] };
    const compared = compareOutcomes(solve(input), solve(other));
    expect(compared.changes.map(({ id, change }) => [id, change])).toEqual([['a', 'MOVED'], ['b', 'GAINED'], ['c', 'GAINED'], ['d', 'LEFT'], ['e', 'JOINED']]);
  });

  it('finds no change between two runs of the same input', () => {
    expect(compareOutcomes(solve(input), solve(input))).toMatchObject({ sameInput: true, changes: [], unchanged: 4 });
  });
});
