import type { Ingested } from '../input/ingest.ts';
import { checkOptimum } from '../optimal/check-optimum.ts';
import { certificateOf } from '../outcome/optimum-record.ts';
import type { CriterionRecord, OptimumRecord } from '../outcome/optimum-record.ts';
import type { Match, Problem } from '../problem.ts';
import type { Violation } from './read-outcome.ts';

/** Checks the proof of a recorded optimum, and counts the values of its criteria again. */
export function verifyOptimum({ mechanism, pupilIds, occurrenceIds }: Ingested, problem: Problem, match: Match, record: OptimumRecord | null): Violation[] {
  if (mechanism.kind !== 'OPTIMAL') return record === null ? [] : [{ code: 'MECHANISM' }];
  const { objective } = mechanism;
  if (!isRecord(record) || record.objective !== objective) return [{ code: 'WRONG_SHAPE' }];
  const certificate = certificateOf(problem, record);
  const proof = checkOptimum(problem, objective, { ...match, certificate }).map(({ code, pupil, house }): Violation => {
    const named = house === undefined ? undefined : occurrenceIds[house];
    return { code, ...(pupil === undefined ? {} : { pupil: pupilIds[pupil]! }), ...(named === undefined ? {} : { occurrence: named }) };
  });
  const counted = countCriteria(problem, match, certificate.row);
  const holds = record.criteria.every((criterion) => counted.get(nameOf(criterion)) === criterion.value);
  return holds ? proof : [...proof, { code: 'OPTIMUM_FIGURES' }];
}

/** Whether a record of any origin has the lists that are read from it. */
function isRecord(record: OptimumRecord | null): record is OptimumRecord {
  const { certificate, criteria } = record ?? {};
  const lists = [criteria, certificate?.prices, certificate?.row, ...(certificate?.prices ?? [])];
  const above = certificate?.above;
  const proof = above ? [above.occurrence, above.edge, above.round, above.row, above.prices, ...(above.prices ?? [])] : [];
  return [...lists, ...proof].every(Array.isArray);
}

function nameOf({ of, rank }: Pick<CriterionRecord, 'of' | 'rank'>): string {
  return rank === undefined ? of : `${of} ${rank}`;
}

/** Every criterion there is, counted pupil by pupil. Pins are placed, but fulfil no wish. */
function countCriteria({ wishStart, lottery, score, pinPupil }: Problem, { occurrence, edge }: Match, row: Int32Array): Map<string, number> {
  const pinned = new Set(pinPupil);
  const counted = new Map<string, number>([['PINS_BROKEN', 0], ['UNPLACED', 0], ['GUARANTEES', 0], ['RANK_SUM', 0], ['SCORE', 0], ['LOTTERY', 0]]);
  const add = (name: string, value: number): unknown => counted.set(name, (counted.get(name) ?? 0) + value);
  const longest = lottery.reduce((most, _, p) => Math.max(most, wishStart[p + 1]! - wishStart[p]!), 0);
  for (let rank = 1; rank <= longest; rank++) add(`RANK ${rank}`, 0);
  for (let p = 0; p < lottery.length; p++) {
    const placed = occurrence[p] !== -1;
    const steps = pinned.has(p) || !placed ? 0 : edge[p]! - wishStart[p]!;
    if (!placed) add('UNPLACED', 1);
    if (pinned.has(p) && !placed) add('PINS_BROKEN', 1);
    if (row[p] !== -1) add('GUARANTEES', 1);
    add('RANK_SUM', steps);
    if (placed) add(`RANK ${steps + 1}`, 1);
    if (placed && !pinned.has(p)) add('SCORE', score?.[edge[p]!] ?? 0);
    add('LOTTERY', (lottery.length - lottery[p]!) * (placed ? steps : wishStart[p + 1]! - wishStart[p]!));
  }
  return counted;
}
