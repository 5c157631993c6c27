import { match } from './match.ts';
import { stableAssignments } from '../testing/oracle.ts';
import { problemOf } from '../testing/typed-problems.ts';
import type { Sketch } from '../testing/typed-problems.ts';

const NOT_RANKED = 255;

/** Strict lists on both sides, as the books have them: the class is the position in the occurrence's own list. */
function bothSides(wishes: number[][], ranking: number[][], seats: number[]): Sketch {
  return { wishes, seats, classes: wishes.map((list, p) => list.map((a) => (ranking[a]!.includes(p) ? ranking[a]!.indexOf(p) : NOT_RANKED))) };
}

const places = (sketch: Sketch): number[] => [...match(problemOf(sketch)).occurrence];

describe('textbook markets', () => {
  it('gives each man his first choice in the second example of Gale and Shapley', () => {
    expect(places(bothSides([[0, 1, 2], [1, 2, 0], [2, 0, 1]], [[1, 2, 0], [2, 0, 1], [0, 1, 2]], [1, 1, 1]))).toEqual([0, 1, 2]);
  });

  it('finds the only stable set of marriages in the third example of Gale and Shapley', () => {
    const wishes = [[0, 1, 2, 3], [0, 3, 2, 1], [1, 0, 2, 3], [3, 1, 2, 0]];
    const ranking = [[3, 2, 0, 1], [1, 3, 0, 2], [3, 0, 1, 2], [2, 1, 0, 3]];
    expect(places(bothSides(wishes, ranking, [1, 1, 1, 1]))).toEqual([2, 3, 0, 1]);
  });

  it('fills the hospitals of the residency match example, leaving out the one nobody ranks', () => {
    // Applicants Arthur, Sunny, Joseph, Latha, Darrius; programmes Mercy, City, General with two seats each.
    const ranking = [[4, 2], [4, 0, 1, 3, 2], [4, 0, 2, 3]];
    expect(places(bothSides([[1], [1, 0], [1, 2, 0], [0, 1, 2], [1, 0, 2]], ranking, [2, 2, 2]))).toEqual([1, -1, 2, 2, 1]);
  });

  it('finds the only stable outcome of the college example of Roth (1985), though all colleges would like another better', () => {
    const market = bothSides([[2, 0, 1], [1, 0, 2], [0, 2, 1], [0, 1, 2]], [[0, 1, 2, 3], [0, 1, 2, 3], [2, 0, 1, 3]], [2, 1, 1]);
    expect(places(market)).toEqual([2, 1, 0, 0]);
    expect(stableAssignments(problemOf(market))).toHaveLength(1);
  });

  it('sends a rural hospital the same residents in every stable outcome (Roth 1986)', () => {
    // Two hospitals in town that residents and hospitals rank against each other, one outside with two seats and one applicant.
    const market = bothSides([[0, 1], [1, 0], [0, 2]], [[1, 0, 2], [0, 1], [2]], [1, 1, 2]);
    const stable = stableAssignments(problemOf(market));
    expect(stable).toHaveLength(2);
    expect(stable.map((assignment) => assignment[2])).toEqual([1, 1]);
    expect(places(market)).toEqual([0, 1, 2]);
  });
});

describe('textbook choices', () => {
  it('a ceiling for the majority makes nobody better off and the minority worse, a reserve does not (Kojima 2012; Hafalir, Yenmez & Yildirim 2013)', () => {
    // Pupils 0 and 1 are of the majority (trait 0), pupil 2 of the minority (trait 1).
    const market = { ...bothSides([[0], [0, 1], [1, 0]], [[0, 1, 2], [1, 2]], [2, 1]), traits: [1, 1, 2] };
    expect(places(market)).toEqual([0, 0, 1]);
    expect(places({ ...market, ceilings: [[[0, 1]]] })).toEqual([0, 1, 0]);
    expect(places({ ...market, reserves: [[[1, 1]]] })).toEqual([0, 0, 1]);
  });

  it('one who could fill either reserved seat leaves the one that another can fill (Sonmez & Yenmez 2022)', () => {
    // Two seats, one reserved for each trait: pupil 0 holds both traits, 1 none, 2 the first only.
    const market = { wishes: [[0], [0], [0]], seats: [2], lottery: [0, 1, 2], traits: [3, 0, 1], reserves: [[[0, 1], [1, 1]] as const] };
    expect(places(market)).toEqual([0, -1, 0]);
    expect(places({ ...market, traits: [3, 0, 0] })).toEqual([0, 0, -1]);
  });

  it('the order of slots decides who gains by them (Kominers & Sonmez 2016; Dur, Kominers, Pathak & Sonmez 2018)', () => {
    const market = { wishes: [[0], [0], [0]], seats: [2], lottery: [0, 1, 2], traits: [1, 0, 1] };
    expect(places({ ...market, slots: [[[0, 1], [-1, 1]]] })).toEqual([0, 0, -1]);
    expect(places({ ...market, slots: [[[-1, 1], [0, 1]]] })).toEqual([0, -1, 0]);
  });

  it('a company with fewer places than its occurrences keeps its best over all of them (Abraham, Irving & Manlove 2007)', () => {
    const market = { wishes: [[0, 1], [1, 0], [0, 2]], seats: [1, 1, 1], lottery: [2, 0, 1], companies: { seats: [1], of: [0, 0, -1] } };
    expect(places(market)).toEqual([-1, 1, 2]);
  });
});
