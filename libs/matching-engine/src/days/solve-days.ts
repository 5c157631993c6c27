import { optimalDays } from './optimal-days.ts';
import type { DaysOptions } from './optimal-days.ts';
import { ingest } from '../input/ingest.ts';
import type { Ingested } from '../input/ingest.ts';
import { hashOf } from '../input/input-hash.ts';
import { InvalidInputError } from '../input/input.ts';
import type { InputProblem, MatchingInput } from '../input/input.ts';
import { drawnBy } from '../input/lottery.ts';
import { outcomeOf } from '../outcome/outcome.ts';
import type { PupilRecord } from '../outcome/outcome.ts';
import type { Problem } from '../problem.ts';

/** Several days as people read them, with the proof of how good they are. */
export interface DaysRecord {
  inputHash: string;
  /** By id; places in the order of the wishes, pins first. */
  pupils: Pick<PupilRecord, 'id' | 'places'>[];
  /** Pupils with a day at all; no outcome gives more when `firstDayFirst`. */
  withFirstDay: number;
  /** Sum of values, of this outcome and at most of any (that gives as many a first day, when `firstDayFirst`); `gap` = (bound - worth) / bound. */
  worth: number;
  bound: number;
  gap: number;
}

/** `SCORE`: the score of each wish; `RANK`: one more than the number of wishes behind it in the pupil's list. */
export interface SolveDaysOptions extends Pick<DaysOptions, 'gap' | 'rounds'> {
  value: 'SCORE' | 'RANK';
  /** Whether as many pupils as possible get a first day, before anything else counts. */
  firstDayFirst: boolean;
}

/**
 * The objects door of the optimal variant for several days (see `optimalDays` for what is promised). It reads the same
 * input as the rounds do; the lottery plays no part, and neither do minimum sizes.
 *
 * @throws InvalidInputError with every problem, also for what this variant does not know: groups, traits, companies.
 */
export function solveDays(input: MatchingInput, { value, firstDayFirst, ...limits }: SolveDaysOptions): DaysRecord {
  const ingested = ingest(input);
  refuseUnknown(ingested);
  const problem = drawnBy(input.seed, ingested);
  const values = value === 'SCORE' ? (problem.score ?? new Int32Array(problem.wishOccurrence.length)) : byRank(problem);
  const firstPlace = firstDayFirst ? aboveEveryPackage(problem, values) : 0;
  const inputHash = hashOf(ingested);
  const found = optimalDays(problem, { value: values, firstPlace, ...limits });
  const pupils = outcomeOf(ingested, problem, found.match, input, inputHash).pupils.map(({ id, places }) => ({ id, places }));
  const firstDays = pupils.filter(({ places }) => places.length > 0 && !places.some(({ pinned }) => pinned)).length * firstPlace;
  const worth = found.worth - firstDays;
  const bound = found.bound - firstDays;
  return { inputHash, pupils, withFirstDay: pupils.filter(({ places }) => places.length > 0).length, worth, bound, gap: bound > 0 ? (bound - worth) / bound : 0 };
}

function byRank({ wishStart, wishOccurrence }: Problem): Int32Array {
  const value = new Int32Array(wishOccurrence.length);
  for (let p = 0; p + 1 < wishStart.length; p++) for (let e = wishStart[p]!; e < wishStart[p + 1]!; e++) value[e] = wishStart[p + 1]! - e;
  return value;
}

function aboveEveryPackage({ placesPerPupil }: Problem, value: Int32Array): number {
  return placesPerPupil * value.reduce((highest, worth) => Math.max(highest, worth), 0) + 1;
}

function refuseUnknown({ problem: { size, choices, companies } }: Ingested): void {
  const problems: InputProblem[] = [];
  const refuse = (path: string): void => void problems.push({ code: 'NOT_COMBINED', path, params: { with: 'OPTIMAL' } });
  if (size.some((seats) => seats > 1)) refuse('pupils');
  if (choices) refuse('occurrences');
  if (companies) refuse('companies');
  if (problems.length > 0) throw new InvalidInputError(problems);
}
