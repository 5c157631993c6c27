import { checkProblem } from '../check-problem.ts';
import type { Objective } from '../input/input.ts';
import type { Match, Problem } from '../problem.ts';
import { closingBelowMinimum } from '../stable/match.ts';
import { levelsOf } from './levels.ts';
import { checkIsFlow } from './network.ts';
import { place } from './place.ts';
import type { Placing } from './place.ts';
import { placeWorstScoreFirst } from './threshold.ts';

export type Optimum = Placing & Match;

/**
 * The exact optimum of an objective: most placed, then most guaranteed seats filled by holders, then the objective (see
 * `levelsOf`; RANK_MAXIMAL sets the rank profile before the number placed). Whoever is pinned stays, vetoes and rules of
 * eligibility hold, as do capacities of companies and ceilings; priority classes play no part, and nothing here is
 * strategy-proof or stable.
 *
 * Of several optima, the one in which the better lottery numbers do better: least sum over all of steps down the own list
 * (without a place: as many as wishes) times (pupils - lottery rank). `lottery` decides, also where occurrences draw by
 * lotteries of their own. What is still equal is settled by computing on the pupils in the order of the lottery: the order
 * of input rows has no say, and a fair lottery makes the choice fair.
 *
 * Minimum sizes: as in `match`, the occurrence furthest below is closed and all is computed anew. The result is optimal
 * for the occurrences left; which to close best is NP-hard.
 *
 * Cost: network simplex, in practice close to O(E log E). Throws RangeError on a malformed problem, on units of several
 * seats and on several places a pupil.
 */
export function optimum(problem: Problem, objective: Objective): Optimum {
  checkProblem(problem);
  checkIsFlow(problem);
  return closingBelowMinimum(problem, (closed) =>
    objective === 'WORST_SCORE_FIRST' ? placeWorstScoreFirst(problem, closed) : place(problem, levelsOf(problem, objective), { closed }),
  );
}
