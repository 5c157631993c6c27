import { checkProblem } from '../check-problem.ts';
import type { Objective } from '../input/input.ts';
import type { Problem } from '../problem.ts';
import { closingBelowMinimum } from '../stable/match.ts';
import { auction } from './auction.ts';
import { costsOf, gentle, levelsOf, wordsOf } from './levels.ts';
import type { Level } from './levels.ts';
import { checkIsFlow, networkOf } from './network.ts';
import type { Network } from './network.ts';
import type { Optimum } from './optimum.ts';
import { placesOf, placingOf, solveWord } from './place.ts';
import type { Placing } from './place.ts';
import { simplexOn } from './simplex.ts';

/** Told now and then how far a run is: bids and pivots so far, and the gap certified; false ends it with what there is. */
export type Watch = (progress: { steps: number; gap: number }) => boolean;

interface Reached {
  gap: number;
  proven: boolean;
}

/**
 * The optimum of `optimum`, watched and possibly ended early. What is returned is feasible at any moment: pins are kept,
 * capacities held; `gap` says how far from the best it can be at most.
 *
 * The gap is a share: of all that pupils together fare worse than if each had the cheapest thing thinkable (the first
 * wish, the best score), that which could at most be saved, certified by the prices of the moment (linear duality). For
 * the gap, to be without a place counts one step more than the last wish, levels weigh so that an earlier one decides for
 * a single pupil, and ties do not count. First an auction brings the gap down to about one in a hundred (where neither
 * traits nor companies play a part), then the simplex closes it; at 0 it stays 0 while levels are put in their strict
 * order and ties are settled. A run that was never ended is `proven` and as good as what `optimum` returns; one that was
 * has no certificate.
 *
 * Throws RangeError as `optimum` does, and for WORST_SCORE_FIRST, which is a search of many runs.
 */
export function optimumWithin(problem: Problem, objective: Objective, watch: Watch): Optimum & Reached {
  checkProblem(problem);
  checkIsFlow(problem);
  if (objective === 'WORST_SCORE_FIRST') throw new RangeError('optimum: the worst score first is no single run to be watched');
  const levels = levelsOf(problem, objective);
  return closingBelowMinimum(problem, (closed) => watched(networkOf(problem, { closed }), levels, watch));
}

const REPORTS_A_RUN = 40;

function watched(network: Network, levels: Level[], watch: Watch): Placing & Reached {
  const simplex = simplexOn(network);
  const isPin = ({ of }: Level): boolean => of === 'PINS_BROKEN';
  // Pins stand before anybody may end the run.
  for (const word of wordsOf(levels.filter(isPin), network)) solveWord(network, simplex, word);
  const free = levels.filter((level) => !isPin(level));
  const costs = costsOf(network, gentle(free.filter(({ of }) => of !== 'LOTTERY'), network.problem));
  const [cheapest, dearest] = extremes(costs);
  const every = Math.max(1000, Math.ceil(network.head.length / REPORTS_A_RUN));
  const ended = (assigned: Int32Array, gap: number): Placing & Reached => ({ ...placesOf(network, assigned, [], []), gap, proven: false });
  let steps = 0;
  let gap = 1;
  let loss = Infinity;
  let bound = 0;
  let best = simplex.assigned;
  const report = (): boolean => ++steps % every !== 0 || watch({ steps, gap });
  const measure = (assigned: Int32Array, price: Float64Array): void => {
    const now = lossAndBound(network, assigned, price, costs, cheapest);
    bound = Math.max(bound, now.bound);
    if (now.loss < loss) {
      loss = now.loss;
      best = assigned;
    }
    gap = loss === 0 ? 0 : Math.max(0, (loss - bound) / loss);
  };

  if (network.layout.root === network.layout.firstRow) {
    let goesOn = true;
    const { assigned, price } = auction(network, costs, dearest - cheapest, () => (goesOn = report()));
    measure(assigned, price);
    if (!goesOn || !watch({ steps, gap })) return ended(assigned, gap);
  }
  const closed = simplex.run(costs, () => {
    if (++steps % every !== 0) return true;
    measure(simplex.assigned, simplex.potential);
    return watch({ steps, gap });
  });
  if (!closed) return ended(best, gap);
  gap = 0;
  const proven = wordsOf(free, network).every((word) => solveWord(network, simplex, word, report));
  return proven ? { ...placingOf(network, simplex, levels), gap, proven } : ended(simplex.assigned, gap);
}

function extremes(costs: Float64Array): [least: number, most: number] {
  let least = Infinity;
  let most = -Infinity;
  for (let arc = 0; arc < costs.length; arc++) {
    least = Math.min(least, costs[arc]!);
    most = Math.max(most, costs[arc]!);
  }
  return [least, most];
}

/**
 * How much worse than the cheapest arc thinkable all pupils together fare, and the least of it by linear duality at these
 * prices, whatever they are: each pupil takes the cheapest arc, each house gives up its price for every seat.
 */
function lossAndBound({ start, head, above, capacity, layout: { root } }: Network, assigned: Int32Array, price: Float64Array, costs: Float64Array, cheapest: number): { loss: number; bound: number } {
  const at = new Float64Array(root + 1);
  for (let house = 0; house < root; house++) at[house] = Math.max(0, price[house]!);
  let loss = 0;
  let bound = 0;
  for (let p = 0; p < assigned.length; p++) {
    let least = Infinity;
    for (let arc = start[p]!; arc < start[p + 1]!; arc++) least = Math.min(least, costs[arc]! + at[head[arc]!]!);
    loss += costs[assigned[p]!]! - cheapest;
    bound += least - cheapest;
  }
  for (let house = 0; house < root; house++) bound -= capacity[house]! * Math.max(0, at[house]! - at[above[house]!]!);
  return { loss, bound };
}
