import type { Objective } from '../input/input.ts';
import { costOf, levelsOf } from '../optimal/levels.ts';
import type { Level } from '../optimal/levels.ts';
import type { Optimum } from '../optimal/optimum.ts';
import type { Certificate } from '../optimal/place.ts';
import type { Problem } from '../problem.ts';

/** One criterion of an optimum and its value: what is least or most comes first and decides before all that follow. */
export interface CriterionRecord {
  of: Level['of'];
  /** For RANK: 1 = first wish. */
  rank?: number;
  /** Pupils without a place, guaranteed seats filled, steps down the lists, pupils at the rank, sum of scores, lottery numbers weighed by steps. */
  value: number;
}

/** What an optimum is and what proves it; the bound that is proven is the value itself. */
export interface OptimumRecord {
  objective: Objective;
  criteria: CriterionRecord[];
  certificate: CertificateRecord;
}

/** The prices and rows of `Certificate` as plain lists, for `checkOptimum`. */
export interface CertificateRecord {
  prices: number[][];
  row: number[];
  leastScore?: number;
  /** WORST_SCORE_FIRST: that a better least score leaves more without a place; by pupil the occurrence (-1 = none), edge and round. */
  above?: { leastScore: number; occurrence: number[]; edge: number[]; round: number[]; prices: number[][]; row: number[] };
}

export function optimumRecord(problem: Problem, objective: Objective, optimum: Optimum): OptimumRecord {
  const { prices, row, leastScore, above } = optimum.certificate;
  const plain = (columns: readonly Float64Array[]): number[][] => columns.map((column) => Array.from(column, (price) => price + 0));
  return {
    objective,
    criteria: optimum.certificate.levels.map((level) => criterionOf(level, totalOf(problem, optimum, level))),
    certificate: {
      prices: plain(prices),
      row: [...row],
      ...(leastScore === undefined ? {} : { leastScore }),
      ...(above ? { above: { leastScore: above.leastScore, occurrence: [...above.occurrence], edge: [...above.edge], round: [...above.round], prices: plain(above.certificate.prices), row: [...above.certificate.row] } } : {}),
    },
  };
}

/** The certificate of a record for the checks on typed problems. Whether it proves anything is for them to say. */
export function certificateOf(problem: Problem, { objective, certificate }: OptimumRecord): Certificate {
  const { prices, row, leastScore, above } = certificate;
  const levels = levelsOf(problem, objective);
  const typed = (columns: readonly number[][]): Float64Array[] => columns.map((column) => Float64Array.from(column));
  return {
    levels,
    prices: typed(prices),
    row: Int32Array.from(row),
    ...(leastScore === undefined ? {} : { leastScore }),
    ...(above
      ? {
          above: {
            stride: 1,
            leastScore: above.leastScore,
            occurrence: Int32Array.from(above.occurrence),
            edge: Int32Array.from(above.edge),
            round: Uint8Array.from(above.round),
            certificate: { levels, prices: typed(above.prices), row: Int32Array.from(above.row) },
          },
        }
      : {}),
  };
}

/** A total of costs in the words of people: what costs less than nothing is counted as gained. */
export function criterionOf(level: Level, cost: number): CriterionRecord {
  const value = level.of === 'GUARANTEES' || level.of === 'SCORE' || (level.of === 'RANK' && level.sign === -1) ? 0 - cost : cost;
  return level.of === 'RANK' ? { of: level.of, rank: level.rank + 1, value } : { of: level.of, value };
}

function totalOf({ wishStart, lottery, score }: Problem, { occurrence, edge, round, certificate }: Optimum, level: Level): number {
  let total = 0;
  for (let p = 0; p < lottery.length; p++) {
    const placed = occurrence[p] !== -1;
    const pinned = placed && round[p] === 0;
    const wish = pinned ? -1 : edge[p]!;
    total += costOf(level, {
      placed,
      pinned,
      guaranteed: certificate.row[p] !== -1,
      rank: wish === -1 ? 0 : wish - wishStart[p]!,
      score: wish === -1 ? 0 : (score?.[wish] ?? 0),
      wishes: wishStart[p + 1]! - wishStart[p]!,
      weight: lottery.length - lottery[p]!,
    });
  }
  return total;
}
