import fc from 'fast-check';
import { SIZES, generate } from '../bench/generate.ts';
import { runs } from '../testing/runs.ts';
import { arbitraryProblem } from '../testing/typed-problems.ts';
import { optimumWithin } from './anytime.ts';
import { checkOptimum } from './check-optimum.ts';
import { optimum } from './optimum.ts';

describe('the watched optimum', () => {
  const school = generate(SIZES.S1, { traits: 3 });
  const seats = (occurrence: Int32Array): number[] => [...school.capacity.keys()].map((a) => occurrence.filter((held) => held === a).length);

  it('is the optimum when nobody ends it', () => {
    fc.assert(
      fc.property(arbitraryProblem, fc.constantFrom('RANK_SUM', 'RANK_MAXIMAL', 'GREEDY', 'GENEROUS', 'SCORE'), (problem, objective) => {
        const watched = optimumWithin(problem, objective, () => true);
        expect([watched.gap, watched.proven, checkOptimum(problem, objective, watched)]).toEqual([0, true, []]);
      }),
      { numRuns: runs(100) },
    );
  });

  it('reports a gap that never hides a better outcome, and is feasible wherever it ends', () => {
    const rankSum = ({ occurrence, edge }: { occurrence: Int32Array; edge: Int32Array }): number =>
      occurrence.reduce((sum, a, p) => sum + (a === -1 ? 6 : edge[p]! - school.wishStart[p]!), 0);
    const plain = { ...school, choices: undefined };
    const best = rankSum(optimum(plain, 'RANK_SUM'));
    for (const calls of [1, 2, 3, 5]) {
      let left = calls;
      const reached = optimumWithin(plain, 'RANK_SUM', () => --left > 0);
      expect(seats(reached.occurrence).every((taken, a) => taken <= school.capacity[a]!)).toBe(true);
      expect(rankSum(reached) * (1 - reached.gap)).toBeLessThanOrEqual(best + 1e-6);
    }
  });

  it('keeps pins and capacities when it is ended at once', () => {
    const pinned = { ...school, choices: undefined, pinPupil: Int32Array.of(3, 700), pinOccurrence: Int32Array.of(5, 5) };
    const { occurrence, round, proven } = optimumWithin(pinned, 'SCORE', () => false);
    expect([occurrence[3], occurrence[700], round[3], round[700], proven]).toEqual([5, 5, 0, 0, false]);
    expect(seats(occurrence).every((taken, a) => taken <= school.capacity[a]!)).toBe(true);
  });

  it('ends at the gap asked for', () => {
    const gaps: number[] = [];
    const reached = optimumWithin(school, 'RANK_SUM', ({ gap }) => {
      gaps.push(gap);
      return gap > 0.5;
    });
    expect(reached.proven || reached.gap <= 0.5).toBe(true);
    expect(gaps).toEqual([...gaps].sort((x, y) => y - x));
  });
});
