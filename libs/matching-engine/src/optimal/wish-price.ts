import { VETOED } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { costOf } from './levels.ts';
import type { Arc, Level } from './levels.ts';
import { doorsOf, layoutOf } from './network.ts';
import type { Optimum } from './optimum.ts';

/** By how much the total of one level would be worse at least. */
export interface Loss {
  level: Level;
  loss: number;
}

/**
 * What it would have cost the whole to fulfil a wish (an edge of the pupil): for each level of the certificate, how much
 * worse its total would be at least, were the pupil there and everybody else placed as well as possible. Losses of levels
 * after the first that is not 0 may be negative: they only say what came back in return. These are reduced costs:
 * the true loss for a pupil without a place (the tree is strongly feasible, so a price is what one unit more really
 * costs), a lower bound for one whose own seat would become free.
 *
 * @returns undefined where no seat was open to the pupil at all: vetoed, not eligible, closed, no seats, below the least
 *   score, or the pupil is pinned.
 */
export function wishPrice(problem: Problem, { occurrence, edge, round, closings, certificate }: Optimum, pupil: number, wish: number): Loss[] | undefined {
  const { wishStart, wishOccurrence, wishClass, score, lottery } = problem;
  const a = wishOccurrence[wish]!;
  const pinned = occurrence[pupil] !== -1 && round[pupil] === 0;
  const below = certificate.leastScore !== undefined && (score?.[wish] ?? 0) < certificate.leastScore;
  if (pinned || below || wishClass[wish]! >= VETOED || problem.capacity[a] === 0 || closings.some((closing) => closing.occurrence === a)) return undefined;
  const layout = layoutOf(problem);
  const arcTo = (e: number, house: number): Arc => ({
    placed: house !== layout.root,
    pinned: false,
    guaranteed: house >= layout.firstRow && house < layout.firstCeiling,
    rank: e === -1 ? 0 : e - wishStart[pupil]!,
    score: e === -1 ? 0 : (score?.[e] ?? 0),
    wishes: wishStart[pupil + 1]! - wishStart[pupil]!,
    weight: lottery.length - lottery[pupil]!,
  });
  const total = (level: number, e: number, house: number): number => costOf(certificate.levels[level]!, arcTo(e, house)) + (certificate.prices[level]![house] ?? 0);
  const row = certificate.row[pupil]!;
  const held = occurrence[pupil]!;
  const used = held === -1 ? layout.root : row === -1 ? doorsOf(problem, pupil, held).at(-1)! : layout.firstRow + row;
  const losses = Array.from(doorsOf(problem, pupil, a), (house) => certificate.levels.map((level, l): Loss => ({ level, loss: total(l, wish, house) - total(l, edge[pupil]!, used) })));
  return losses.length === 0 ? undefined : losses.reduce((least, other) => (isLess(other, least) ? other : least));
}

function isLess(one: Loss[], other: Loss[]): boolean {
  const differs = one.findIndex(({ loss }, i) => loss !== other[i]!.loss);
  return differs !== -1 && one[differs]!.loss < other[differs]!.loss;
}
