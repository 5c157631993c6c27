import fc from 'fast-check';
import type { Problem } from '../problem.ts';
import { match } from '../stable/match.ts';
import { runs } from '../testing/runs.ts';
import { problemOf } from '../testing/typed-problems.ts';
import { optimum } from './optimum.ts';

const MENTORS = 3;
const PUPILS = 5;

/** Pupils rank the mentors (the order of wishes), mentors rank the pupils (the class: 0 = whom the mentor likes best). */
const twoSided = fc
  .record({
    lists: fc.array(fc.shuffledSubarray([0, 1, 2]), { minLength: PUPILS, maxLength: PUPILS }),
    orders: fc.array(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: PUPILS }), { minLength: MENTORS, maxLength: MENTORS }),
    most: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: MENTORS, maxLength: MENTORS }),
  })
  .map(({ lists, orders, most }) => problemOf({ seats: most, wishes: lists, classes: lists.map((list, p) => list.map((mentor) => orders[mentor]!.indexOf(p))) }));

/** Pairs that would both rather have one another. */
function blockingPairs({ wishStart, wishOccurrence, wishClass, capacity }: Problem, edges: readonly number[]): number[] {
  return [...wishOccurrence.keys()].filter((wish) => {
    const pupil = wishStart.findIndex((_, p) => wish < wishStart[p + 1]!);
    const mentor = wishOccurrence[wish]!;
    const mentees = edges.filter((held) => held !== -1 && wishOccurrence[held] === mentor);
    const wanted = mentees.length < capacity[mentor]! || mentees.some((held) => wishClass[held]! > wishClass[wish]!);
    return wanted && (edges[pupil] === -1 || wish < edges[pupil]!);
  });
}

describe('mentoring pairs', () => {
  it('by ranks of both sides leave no pupil and mentor who would rather have one another, with one mentee or several', () => {
    fc.assert(
      fc.property(twoSided, (problem) => {
        expect(blockingPairs(problem, [...match(problem).edge])).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });

  it('by scores pair as many as possible, then as well as possible', () => {
    const problem = problemOf({ seats: [1, 1, 1], wishes: [[0, 1], [0], [1, 2]], scores: [[900, 100], [400], [800, 300]] });
    expect([...optimum(problem, 'SCORE').occurrence]).toEqual([1, 0, 2]);
  });

  it('by scores fill a mentor of several with the best fits', () => {
    const problem = problemOf({ seats: [2, 1], wishes: [[0, 1], [0, 1], [0, 1]], scores: [[500, 400], [600, 100], [700, 650]] });
    expect([...optimum(problem, 'SCORE').occurrence]).toEqual([0, 0, 1]);
  });

  it('by the worst score first spare everybody the worst fit', () => {
    const problem = problemOf({ seats: [2, 1], wishes: [[0, 1], [0, 1], [0, 1]], scores: [[300, 400], [310, 100], [700, 900]] });
    expect([...optimum(problem, 'SCORE').occurrence]).toEqual([0, 0, 1]);
    const fair = optimum(problem, 'WORST_SCORE_FIRST');
    expect([...fair.occurrence]).toEqual([1, 0, 0]);
    expect(fair.certificate.leastScore).toBe(310);
  });
});
