import { checkProblem } from '../check-problem.ts';
import type { Objective } from '../input/input.ts';
import type { Problem } from '../problem.ts';
import { closingBelowMinimum } from '../stable/match.ts';
import { costsOf, gentle, levelsOf, wordsOf } from './levels.ts';
import type { Word } from './levels.ts';
import { checkIsFlow, networkOf } from './network.ts';
import type { Network } from './network.ts';
import type { Optimum } from './optimum.ts';
import { placingOf, solveWord } from './place.ts';
import { simplexOn } from './simplex.ts';
import type { Pause, Simplex } from './simplex.ts';

/** Told now and then how far a run is; false ends it with what there is. */
export type Watch = (progress: { pivots: number; gap: number }) => boolean;

/**
 * The optimum of `optimum`, watched and possibly ended early. What is returned is feasible at any moment: pins are kept,
 * capacities held; `gap` says how far from the best it can be at most.
 *
 * The gap is a share: of all that pupils together fare worse than if each had the cheapest thing thinkable (the first
 * wish, the best score), that which could at most be saved, certified by the prices of the moment (linear duality). For
 * the gap, to be without a place counts one step more than the last wish, and levels weigh so that an earlier one decides
 * for a single pupil. At 0 it stays 0 while levels are put in their strict order and ties are settled. A run that was
 * never ended returns exactly what `optimum` returns, by another way: with `proven`, and gap 0.
 *
 * Throws RangeError as `optimum` does, and for WORST_SCORE_FIRST, which is a search of many runs.
 */
export function optimumWithin(problem: Problem, objective: Objective, watch: Watch): Optimum & { gap: number; proven: boolean } {
  checkProblem(problem);
  checkIsFlow(problem);
  if (objective === 'WORST_SCORE_FIRST') throw new RangeError('optimum: the worst score first is no single run to be watched');
  const levels = levelsOf(problem, objective);
  return closingBelowMinimum(problem, (closed) => {
    const network = networkOf(problem, { closed });
    const simplex = simplexOn(network);
    const reached = solveWatched(network, simplex, wordsOf(levels, network), watch);
    return { ...placingOf(network, simplex, levels), ...reached };
  });
}

const REPORTS_A_RUN = 40;

/** The first word in its gentle form until the gap is closed, then all words as they are. */
function solveWatched(network: Network, simplex: Simplex, words: Word[], watch: Watch): { gap: number; proven: boolean } {
  const every = Math.max(1000, Math.ceil(network.head.length / REPORTS_A_RUN));
  const first = costsOf(network, gentle(words[0]!, network.problem));
  let bound = -Infinity;
  const measure = (): number => {
    const now = lossAndBound(network, simplex, first);
    bound = Math.max(bound, now.bound);
    return now.loss === 0 ? 0 : Math.max(0, (now.loss - bound) / now.loss);
  };
  let gap = 1;
  const pause: Pause = (pivots) => pivots % every !== 0 || watch({ pivots, gap: (gap = measure()) });
  if (!simplex.run(first, pause)) return { gap, proven: false };
  const further: Pause = (pivots) => pivots % every !== 0 || watch({ pivots, gap: 0 });
  return { gap: 0, proven: words.every((word) => solveWord(network, simplex, word, further)) };
}

/**
 * How much worse than the cheapest arc thinkable all pupils together fare, and the least of it by linear duality at the
 * prices of the tree: each pupil takes the cheapest arc at these prices, each house gives up its price for every seat.
 */
function lossAndBound({ start, head, above, capacity }: Network, { assigned, potential }: Simplex, costs: Float64Array): { loss: number; bound: number } {
  const cheapest = costs.reduce((least, cost) => Math.min(least, cost), Infinity);
  let loss = 0;
  let bound = 0;
  for (let p = 0; p < assigned.length; p++) {
    let least = Infinity;
    for (let arc = start[p]!; arc < start[p + 1]!; arc++) least = Math.min(least, costs[arc]! + Math.max(0, potential[head[arc]!]!));
    loss += costs[assigned[p]!]! - cheapest;
    bound += least - cheapest;
  }
  for (let house = 0; house < capacity.length; house++) bound -= capacity[house]! * Math.max(0, Math.max(0, potential[house]!) - Math.max(0, potential[above[house]!]!));
  return { loss, bound };
}

