import fc from 'fast-check';
import type { Objective } from '../input/input.ts';
import { VETOED } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { bestStanding, standingOf } from '../testing/best-outcomes.ts';
import { runs } from '../testing/runs.ts';
import { arbitraryProblem, problemOf } from '../testing/typed-problems.ts';
import { checkOptimum } from './check-optimum.ts';
import { optimum } from './optimum.ts';
import type { Optimum } from './optimum.ts';
import { wishPrice } from './wish-price.ts';

const OBJECTIVES: Objective[] = ['RANK_SUM', 'RANK_MAXIMAL', 'GREEDY', 'GENEROUS', 'SCORE', 'WORST_SCORE_FIRST'];

const placesOf = (problem: Problem, objective: Objective): number[] => [...optimum(problem, objective).occurrence];

describe.each(OBJECTIVES)('the optimum by %s', (objective) => {
  it('is as good as the best of all outcomes, and its certificate proves it', () => {
    fc.assert(
      fc.property(arbitraryProblem, (problem) => {
        const result = optimum(problem, objective);
        expect(standingOf(problem, objective, [...result.occurrence])).toEqual(bestStanding(problem, objective));
        expect(checkOptimum(problem, objective, result)).toEqual([]);
      }),
      { numRuns: runs(250) },
    );
  });

  it('is the same for every order of the rows', () => {
    fc.assert(
      fc.property(arbitraryProblem, (problem) => {
        const last = problem.lottery.length - 1;
        expect(placesOf(backwards(problem), objective)).toEqual(placesOf(problem, objective).map((_, p, places) => places[last - p]!));
      }),
      { numRuns: runs(60) },
    );
  });

  it('is not proven by a certificate when somebody has been moved', () => {
    fc.assert(
      fc.property(arbitraryProblem, fc.nat(), (problem, nat) => {
        const result = optimum(problem, objective);
        const pupil = nat % problem.lottery.length;
        if (result.round[pupil] === 0) return;
        const { occurrence, edge, round } = result;
        const first = problem.wishStart[pupil]!;
        if (first === problem.wishStart[pupil + 1]!) return;
        const moved = edge[pupil] === -1 ? first : -1;
        const forged = {
          ...result,
          occurrence: occurrence.with(pupil, moved === -1 ? -1 : problem.wishOccurrence[moved]!),
          edge: edge.with(pupil, moved),
          round: round.with(pupil, moved === -1 ? 0 : 1),
        };
        expect(checkOptimum(problem, objective, forged)).not.toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  });
});

/** The same pupils in the opposite order of rows, with their lottery numbers. */
function backwards(problem: Problem): Problem {
  const { wishStart, lottery, choices, pinPupil } = problem;
  const pupils = [...lottery.keys()].reverse();
  const edges = pupils.flatMap((p) => Array.from({ length: wishStart[p + 1]! - wishStart[p]! }, (_, i) => wishStart[p]! + i));
  const start = new Int32Array(wishStart.length);
  pupils.forEach((p, i) => (start[i + 1] = start[i]! + wishStart[p + 1]! - wishStart[p]!));
  return {
    ...problem,
    wishStart: start,
    wishOccurrence: Int32Array.from(edges, (e) => problem.wishOccurrence[e]!),
    wishClass: Uint8Array.from(edges, (e) => problem.wishClass[e]!),
    score: Int32Array.from(edges, (e) => problem.score![e]!),
    lottery: lottery.toReversed(),
    pinPupil: pinPupil.map((p) => lottery.length - 1 - p),
    ...(choices ? { choices: { ...choices, traits: choices.traits.toReversed() } } : {}),
  };
}

describe('the optimum', () => {
  it('gives the rank profile before the number placed only when asked for rank-maximal', () => {
    const problem = problemOf({ seats: [1, 1, 1], wishes: [[0, 1], [1, 2], [0]] });
    expect(placesOf(problem, 'RANK_MAXIMAL')).toEqual([0, 1, -1]);
    expect(placesOf(problem, 'GREEDY')).toEqual([1, 2, 0]);
  });

  it('has more first wishes when greedy, no last wishes when generous', () => {
    const problem = problemOf({ seats: [1, 1, 1], wishes: [[0, 1, 2], [0, 1], [1, 2]] });
    expect(placesOf(problem, 'GREEDY')).toEqual([2, 0, 1]);
    expect(placesOf(problem, 'GENEROUS')).toEqual([0, 1, 2]);
  });

  it('solves the job shop assignment of Hillier and Lieberman at its known cost of 29', () => {
    const cost = [[13, 16, 12, 11], [15, 99, 13, 20], [5, 7, 10, 6]];
    const problem = problemOf({ seats: [1, 1, 1, 1], wishes: cost.map(() => [0, 1, 2, 3]), scores: cost.map((row) => row.map((value) => 100 - value)) });
    const places = placesOf(problem, 'SCORE');
    expect(places).toEqual([3, 2, 0]);
    expect(places.reduce((sum, a, p) => sum + cost[p]![a]!, 0)).toBe(29);
  });

  it('raises the worst score before it looks at the sum', () => {
    const problem = problemOf({ seats: [1, 1], wishes: [[0, 1], [0, 1]], scores: [[1000, 500], [500, 1]] });
    expect(placesOf(problem, 'SCORE')).toEqual([0, 1]);
    expect(placesOf(problem, 'WORST_SCORE_FIRST')).toEqual([1, 0]);
    expect(optimum(problem, 'WORST_SCORE_FIRST').certificate.leastScore).toBe(500);
  });

  it('lets the better lottery number decide between equals', () => {
    const wishes = [[0, 1], [0, 1], [0, 1]];
    expect(placesOf(problemOf({ seats: [1, 1], wishes, lottery: [2, 1, 0] }), 'RANK_SUM')).toEqual([-1, 1, 0]);
    expect(placesOf(problemOf({ seats: [1, 1], wishes, lottery: [0, 2, 1] }), 'RANK_SUM')).toEqual([0, -1, 1]);
  });

  it('closes the occurrence furthest below its minimum and optimises what is left', () => {
    const problem = problemOf({ seats: [2, 2], minimum: [2, 2], wishes: [[0, 1], [0], [1, 0]] });
    const result = optimum(problem, 'RANK_SUM');
    expect(result.closings).toEqual([{ occurrence: 1, taken: 1 }]);
    expect([...result.occurrence]).toEqual([0, 0, -1]);
    expect(checkOptimum(problem, 'RANK_SUM', result)).toEqual([]);
  });

  it('refuses units of several seats and several places', () => {
    const problem = problemOf({ seats: [2], wishes: [[0]] });
    expect(() => optimum({ ...problem, size: Int32Array.of(2) }, 'RANK_SUM')).toThrow(RangeError);
    expect(() => optimum({ ...problem, placesPerPupil: 2 }, 'RANK_SUM')).toThrow(RangeError);
  });

  it('places nobody when there is nobody', () => {
    expect(placesOf(problemOf({ seats: [1], wishes: [] }), 'GENEROUS')).toEqual([]);
    expect(placesOf(problemOf({ seats: [], wishes: [[], []] }), 'RANK_SUM')).toEqual([-1, -1]);
  });
});

describe('the price of a wish', () => {
  it('is what the whole would lose, exactly for a pupil without a place', () => {
    const problem = problemOf({ seats: [1, 0], wishes: [[1, 0], [0]] });
    const result = optimum(problem, 'RANK_SUM');
    expect([...result.occurrence]).toEqual([-1, 0]);
    expect(wishPrice(problem, result, 0, 1)!.slice(0, 2)).toEqual([
      { level: { of: 'UNPLACED' }, loss: 0 },
      { level: { of: 'RANK_SUM' }, loss: 1 },
    ]);
  });

  it('does not exist where no seat was open to the pupil', () => {
    const problem = problemOf({ seats: [1, 0, 1], minimum: [0, 0, 1], wishes: [[1, 0], [0, 2]], classes: [[0, 0], [VETOED, 0]] });
    const result = optimum(problem, 'RANK_SUM');
    expect([wishPrice(problem, result, 0, 0), wishPrice(problem, result, 1, 2)]).toEqual([undefined, undefined]);
  });

  it('never exceeds the true loss, found by pinning the pupil there', () => {
    fc.assert(
      fc.property(arbitraryProblem, fc.constantFrom(...OBJECTIVES), (problem, objective) => {
        const result = optimum(problem, objective);
        if (objective === 'WORST_SCORE_FIRST' || problem.pinPupil.length > 0) return;
        for (let p = 0; p < problem.lottery.length; p++) {
          for (let e = problem.wishStart[p]!; e < problem.wishStart[p + 1]!; e++) {
            const price = wishPrice(problem, result, p, e);
            const forced = { ...problem, wishClass: problem.wishClass.map((own, at) => (at >= problem.wishStart[p]! && at < problem.wishStart[p + 1]! && at !== e ? VETOED : own)) };
            const best = optimum(forced, objective);
            if (price === undefined || best.occurrence[p] === -1) continue;
            const standing = ({ occurrence }: Optimum): number[] => {
              const all = standingOf(problem, objective, [...occurrence]);
              return price.some(({ level }) => level.of === 'GUARANTEES') ? all : all.toSpliced(objective === 'RANK_MAXIMAL' ? 0 : 1, 1);
            };
            const [before, after] = [standing(result), standing(best)];
            const order = price.map(({ loss }, level) => Math.sign(after[level]! - before[level]! - loss)).find((sign) => sign !== 0);
            expect(order ?? 1).toBe(1);
            if (result.occurrence[p] === -1) expect(order).toBeUndefined();
          }
        }
      }),
      { numRuns: runs(40) },
    );
  });
});
