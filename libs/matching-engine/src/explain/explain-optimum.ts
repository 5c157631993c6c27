import type { Ingested } from '../input/ingest.ts';
import type { Optimum } from '../optimal/optimum.ts';
import { wishPrice } from '../optimal/wish-price.ts';
import { criterionOf } from '../outcome/optimum-record.ts';
import type { CriterionRecord } from '../outcome/optimum-record.ts';
import { NOT_ELIGIBLE, VETOED } from '../problem.ts';
import type { Problem } from '../problem.ts';

/** Why an optimum did not fulfil a wish. */
export type OptimumReason =
  | { code: 'NOT_ELIGIBLE'; params: { rule: string } }
  | { code: 'VETOED'; params: Record<string, never> }
  | { code: 'CLOSED'; params: { minimum: number; seatsTaken: number } }
  | { code: 'FULL'; params: { round: number; takenBy: 'NO_SEATS' | 'PINS' } }
  | { code: 'PLACES_PINNED'; params: { places: string[] } }
  /** The score is below the worst one the optimum had to accept. */
  | { code: 'BELOW_LEAST_SCORE'; params: { score: number; leastScore: number } }
  /** The first criterion that would be worse, and by how much at least; `of` LOTTERY: only the lottery told the two apart. */
  | { code: 'COSTS_THE_WHOLE'; params: CriterionLoss };

export interface CriterionLoss {
  of: CriterionRecord['of'];
  rank?: number;
  /** More pupils without a place, fewer guaranteed seats filled or pupils at the rank (GENEROUS: more), more steps, less score. */
  loss: number;
}

/** Says for one wish (edge) of a pupil why an optimum did not fulfil it. */
export function optimumReasons({ rules, occurrenceIds }: Ingested, problem: Problem, optimum: Optimum): (pupil: number, edge: number) => OptimumReason {
  const { wishOccurrence, wishClass, capacity, minimum, score } = problem;
  const { occurrence, round, closings, certificate } = optimum;
  const takenWhenClosed = new Map(closings.map((closing) => [closing.occurrence, closing.taken]));
  const pinned = new Int32Array(capacity.length);
  for (const a of problem.pinOccurrence) pinned[a]!++;
  return (pupil, edge): OptimumReason => {
    const a = wishOccurrence[edge]!;
    if (wishClass[edge] === NOT_ELIGIBLE) return { code: 'NOT_ELIGIBLE', params: { rule: rules.get(edge)! } };
    if (wishClass[edge] === VETOED) return { code: 'VETOED', params: {} };
    if (occurrence[pupil] !== -1 && round[pupil] === 0) return { code: 'PLACES_PINNED', params: { places: [occurrenceIds[occurrence[pupil]!]!] } };
    if (takenWhenClosed.has(a)) return { code: 'CLOSED', params: { minimum: minimum[a]!, seatsTaken: takenWhenClosed.get(a)! } };
    if (certificate.leastScore !== undefined && (score?.[edge] ?? 0) < certificate.leastScore) return { code: 'BELOW_LEAST_SCORE', params: { score: score?.[edge] ?? 0, leastScore: certificate.leastScore } };
    const loss = pinned[a]! < capacity[a]! ? wishPrice(problem, optimum, pupil, edge)?.find((level) => level.loss !== 0) : undefined;
    if (!loss) return { code: 'FULL', params: { round: 1, takenBy: capacity[a] === 0 ? 'NO_SEATS' : 'PINS' } };
    const { of, rank } = criterionOf(loss.level, 0);
    return { code: 'COSTS_THE_WHOLE', params: { of, ...(rank === undefined ? {} : { rank }), loss: loss.loss } };
  };
}
