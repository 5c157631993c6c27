import type { RefusedWish, RunResult } from '../types';

/** A text key below `app.rounds.reason` and its values. */
export interface ReasonWords {
  key: string;
  values: Record<string, string | number>;
}

/** What the engine tells beside the code; which of them are there depends on it. */
interface ReasonParams {
  rule?: string;
  minimum?: number;
  seatsTaken?: number;
  with?: string;
  cause?: 'TIME' | 'SAME_ACTIVITY';
  takenBy?: 'NO_SEATS' | 'PINS' | 'EARLIER_ROUND';
  own?: { lottery: number };
  cutoff?: { lottery: number };
  size?: number;
  seatsFree?: number;
  capacity?: number;
  score?: number;
  leastScore?: number;
  /** Of an optimum: what would be worse, and by how much at least. */
  of?: string;
  rank?: number;
  loss?: number;
}

/**
 * Puts a refused wish into plain words: the key of a sentence and its values (`whole` writes numbers). An occurrence a
 * reason refers to is always one the participant holds, so its title is found among the places.
 */
export function reasonWords({ code, params: json }: Pick<RefusedWish, 'code' | 'params'>, places: Pick<RunResult, 'places'>['places'], whole: (count: number) => string): ReasonWords {
  const params = JSON.parse(json) as ReasonParams;
  const titleOf = (id: string | undefined) => places.find(({ occurrenceId }) => occurrenceId === id)?.title ?? '';
  switch (code) {
    case 'NOT_ELIGIBLE':
      return { key: `NOT_ELIGIBLE.${params.rule ?? 'OTHER'}`, values: {} };
    case 'CLOSED':
      return { key: code, values: { taken: whole(params.seatsTaken ?? 0), minimum: whole(params.minimum ?? 0) } };
    case 'CLASH':
      return { key: `CLASH.${params.cause ?? 'TIME'}`, values: { title: titleOf(params.with) } };
    case 'FULL':
      return { key: `FULL.${params.takenBy ?? 'NO_SEATS'}`, values: {} };
    case 'OUTRANKED_BY_LOTTERY':
      return { key: code, values: { cutoff: whole(params.cutoff?.lottery ?? 0), own: whole(params.own?.lottery ?? 0) } };
    case 'DOES_NOT_FIT': {
      const tooLarge = (params.size ?? 0) > (params.capacity ?? 0);
      return { key: tooLarge ? 'TOO_LARGE' : code, values: { size: whole(params.size ?? 0), free: whole(params.seatsFree ?? 0), capacity: whole(params.capacity ?? 0) } };
    }
    case 'BELOW_LEAST_SCORE':
      return { key: code, values: { score: whole(params.score ?? 0), least: whole(params.leastScore ?? 0) } };
    case 'COSTS_THE_WHOLE':
      return { key: `${code}.${params.of ?? 'LOTTERY'}`, values: { smart_count: params.loss ?? 0, loss: whole(params.loss ?? 0), rank: params.rank ?? 0 } };
    case 'PLACES_PINNED':
      return { key: code, values: { titles: places.map(({ title }) => title).join(', ') } };
    default:
      return { key: code, values: {} };
  }
}
