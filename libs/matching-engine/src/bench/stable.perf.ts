import { reasonsFor, verifyMatch } from '../index.ts';
import { matchSound } from '../stable/match.ts';
import { SIZES, generate, medianRatio, runsFor, unitOf } from './generate.ts';
import type { BenchRow } from './generate.ts';

/**
 * Measures the stable side in units of U. The goals are set for S3 and, when `full`, S4; below, fixed costs rule.
 */
export async function bench({ full }: { json: boolean; full: boolean }): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const size of full ? [SIZES.S3, SIZES.S4] : [SIZES.S3]) {
    const problem = generate(size);
    const unit = unitOf(problem);
    const add = (goal: string, target: number, work: () => unknown): void => {
      const value = medianRatio(runsFor(size), work, unit);
      rows.push({ bench: 'stable', goal, size: size.name, unit: 'U', value, target, held: value <= target });
    };
    const result = matchSound(problem);
    add('G1 plain M1', size === SIZES.S4 ? 0.6 : 0.25, () => matchSound(problem));
    add('G10 explain everyone', 0.1, () => reasonsFor(problem, result));
    add('G10 independent verify', 0.1, () => verifyMatch(problem, result));
    for (const traits of [3, 5] as const) {
      const reserved = generate(size, { traits });
      add(`G2 M1 with ${traits} overlapping reserves`, size === SIZES.S4 ? 1.2 : traits === 3 ? 0.6 : 1, () => matchSound(reserved));
    }
  }
  return rows;
}
