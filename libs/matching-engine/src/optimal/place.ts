import { pupilCount } from '../problem.ts';
import type { Match, Problem } from '../problem.ts';
import { costsOf, wordsOf } from './levels.ts';
import type { Level, Word } from './levels.ts';
import { networkOf } from './network.ts';
import type { Network, Restriction } from './network.ts';
import { simplexOn } from './simplex.ts';
import type { GoesOn, Simplex } from './simplex.ts';

/** What proves an optimum, for `checkOptimum` and for the price of a wish. */
export interface Certificate {
  /** What is least, the first first. */
  levels: Level[];
  /**
   * Per level and house (occurrences, then the rows of `choices.seats`, those of `choices.ceilings`, companies): by how
   * much the total of the level changes when one seat fewer is there.
   */
  prices: Float64Array[];
  /** Per pupil: the row of `choices.seats` whose seat he or she fills, or -1. */
  row: Int32Array;
  /** WORST_SCORE_FIRST: the best worst score, and the proof that a better one would leave more without a place (none when no score is better). */
  leastScore?: number;
  above?: Placing & { leastScore: number };
}

/** Where everybody goes, with its proof. */
export interface Placing extends Omit<Match, 'closings'> {
  certificate: Certificate;
}

/** The optimum of some levels. */
export function place(problem: Problem, levels: Level[], restriction: Restriction): Placing {
  const network = networkOf(problem, restriction);
  const simplex = simplexOn(network);
  for (const word of wordsOf(levels, network)) solveWord(network, simplex, word);
  return placingOf(network, simplex, levels);
}

/** Optimises one word among the optima of those before it; false when `goesOn` ended it. */
export function solveWord(network: Network, simplex: Simplex, word: Word, goesOn?: GoesOn): boolean {
  const costs = costsOf(network, word);
  const done = simplex.run(costs, goesOn);
  if (done) simplex.keepOptima(costs, network.wish);
  return done;
}

/** Where the simplex has everybody now, with prices in every level. */
export function placingOf(network: Network, simplex: Simplex, levels: Level[]): Placing {
  const prices = levels.map((level) => {
    simplex.measure(costsOf(network, { levels: [level], weights: [1] }));
    return simplex.potential.slice(0, network.layout.root);
  });
  return placesOf(network, simplex.assigned, levels, prices);
}

/** The places that arcs, one per pupil of the network, come to. */
export function placesOf({ problem, pupil, head, wish, above, layout }: Network, assigned: Int32Array, levels: Level[], prices: Float64Array[]): Placing {
  const { firstRow, firstCeiling, root } = layout;
  const pupils = pupilCount(problem);
  const occurrence = new Int32Array(pupils).fill(-1);
  const edge = new Int32Array(pupils).fill(-1);
  const round = new Uint8Array(pupils);
  const row = new Int32Array(pupils).fill(-1);
  for (let i = 0; i < pupils; i++) {
    const p = pupil[i]!;
    const house = head[assigned[i]!]!;
    if (house === root) continue;
    occurrence[p] = house < firstRow ? house : above[house]!;
    edge[p] = wish[assigned[i]!]!;
    round[p] = 1;
    if (house >= firstRow && house < firstCeiling) row[p] = house - firstRow;
  }
  for (const p of problem.pinPupil) round[p] = 0;
  return { stride: 1, occurrence, edge, round, certificate: { levels, prices, row } };
}
