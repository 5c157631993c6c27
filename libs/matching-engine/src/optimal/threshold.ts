import type { Problem } from '../problem.ts';
import { levelsOf } from './levels.ts';
import type { Level } from './levels.ts';
import { place } from './place.ts';
import type { Placing } from './place.ts';

/**
 * WORST_SCORE_FIRST: the highest threshold at which as many are placed and as many guarantees met as without one, found by
 * halving the distinct scores; then the best sum of scores among wishes at or above it. (Bottleneck first, then sum: the
 * scores between are not compared one by one.) Pinned pupils count for no threshold.
 *
 * About log2(distinct scores) runs on the first levels alone.
 */
export function placeWorstScoreFirst(problem: Problem, closed: Uint8Array): Placing {
  const levels = levelsOf(problem, 'WORST_SCORE_FIRST');
  const first = levels.filter(({ of }) => of !== 'SCORE' && of !== 'LOTTERY');
  const scores = [...new Set(problem.score ?? [])].sort((x, y) => x - y);
  const target = totals(place(problem, first, { closed }), first);
  let low = 0;
  let high = scores.length;
  let above: Placing | undefined;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const tried = place(problem, first, { closed, leastScore: scores[middle]! });
    if (totals(tried, first) === target) low = middle;
    else {
      high = middle;
      above = tried;
    }
  }
  const leastScore = scores[low] ?? 0;
  const placing = place(problem, levels, { closed, ...(problem.score ? { leastScore } : {}) });
  return { ...placing, certificate: { ...placing.certificate, leastScore, ...(above ? { above: { ...above, leastScore: scores[high]! } } : {}) } };
}

/** Places and guaranteed seats; with fewer wishes neither can be better. */
function totals({ occurrence, certificate }: Placing, levels: Level[]): string {
  const placed = occurrence.reduce((sum, a) => sum + (a === -1 ? 0 : 1), 0);
  const filled = certificate.row.reduce((sum, row) => sum + (row === -1 ? 0 : 1), 0);
  return `${placed} ${levels.some(({ of }) => of === 'GUARANTEES') ? filled : 0}`;
}
