import { packagesOf } from './packages.ts';
import { placingOf } from './placing.ts';
import type { Placing } from './placing.ts';
import { seatPrices } from './seat-prices.ts';
import { allSingle, pupilCount } from '../problem.ts';
import type { Match, Problem } from '../problem.ts';

export interface DaysOptions {
  /** Per wish what it is worth to fulfil it, a whole number from 0; a wish worth 0 is not fulfilled. */
  value: Int32Array;
  /** Worth once for every pupil who has any place, beside the wishes; above 0, as many pupils as possible get one. Default 0. */
  firstPlace?: number;
  /** Ends when the certified gap is no larger; default 0.005. */
  gap?: number;
  /** Ends after so many rounds of prices; default 200. */
  rounds?: number;
}

/** An outcome with its proof: no outcome is worth more than `bound`, so this one is at most `gap` below the best. */
export interface DaysOutcome {
  match: Match;
  worth: number;
  bound: number;
  /** (bound - worth) / bound, 0 = proven best. */
  gap: number;
}

/** Rounds before the first whole outcome is made, and between two. */
const ROUNDS_BETWEEN = 10;

/**
 * M3, variant optimal: several days with the largest sum of values, by prices of seats (see `seatPrices`) and a whole
 * outcome made from them (see `placingOf`). Nobody gets two places that overlap or belong to one activity.
 *
 * Promised: a feasible outcome that keeps pins; `bound` holds for every feasible outcome; with a `firstPlace` above 0, no
 * outcome gives more pupils a first day. Not promised: the optimum itself (the problem is
 * NP-hard when companies must not repeat), stability, or that honest lists are best. The same arrays give the same result.
 * Minimum sizes are not looked at; priority classes only bar (NOT_ELIGIBLE, VETOED).
 *
 * @throws RangeError for units of several seats, traits and companies, which this variant does not know.
 */
export function optimalDays(problem: Problem, { value, firstPlace = 0, gap = 0.005, rounds = 200 }: DaysOptions): DaysOutcome {
  if (!allSingle(problem) || problem.choices || problem.companies) throw new RangeError('days: no units of several seats, traits or companies');
  if (value.length !== problem.wishOccurrence.length || value.some((worth) => worth < 0)) throw new RangeError('days: one value from 0 per wish');
  const seats = problem.capacity.slice();
  const first = new Int32Array(pupilCount(problem)).fill(firstPlace);
  problem.pinPupil.forEach((pupil, i) => {
    first[pupil] = 0;
    seats[problem.pinOccurrence[i]!]!--;
  });
  const packages = packagesOf(problem);
  const worth = { value, first };
  const prices = seatPrices(problem, packages, seats, worth);
  let best: Placing = { held: [], worth: -1 };
  const gapNow = (): number => (prices.bound <= 0 ? 0 : Math.max(0, (wholeBound(prices.bound) - best.worth) / prices.bound));
  for (let round = 1, going = true; going && round <= rounds && (best.worth < 0 || gapNow() > gap); round++) {
    going = prices.adjust(best.worth < 0 ? prices.bound * 0.95 : best.worth);
    if (round % ROUNDS_BETWEEN !== 0 && going && round < rounds) continue;
    const placing = placingOf(problem, packages, seats, worth, prices.share);
    if (placing.worth > best.worth) best = placing;
  }
  return { match: matchOf(problem, best), worth: best.worth, bound: wholeBound(prices.bound), gap: gapNow() };
}

/** Worths are whole, so a bound may be rounded down; a little is added first for what sums of fractions lose. */
function wholeBound(bound: number): number {
  return Math.floor(bound * (1 + 1e-12) + 1e-6);
}

function matchOf({ wishStart, wishOccurrence, pinPupil, pinOccurrence, lottery }: Problem, { held }: Placing): Match {
  const pins: number[][] = Array.from(lottery, () => []);
  pinPupil.forEach((pupil, i) => pins[pupil]!.push(pinOccurrence[i]!));
  const stride = pins.reduce((most, own, p) => Math.max(most, own.length + held[p]!.length), 1);
  const occurrence = new Int32Array(lottery.length * stride).fill(-1);
  const edge = new Int32Array(lottery.length * stride).fill(-1);
  const round = new Uint8Array(lottery.length * stride);
  pins.forEach((own, p) => {
    own.forEach((a, i) => {
      const at = wishOccurrence.subarray(wishStart[p]!, wishStart[p + 1]!).indexOf(a);
      occurrence[p * stride + i] = a;
      edge[p * stride + i] = at === -1 ? -1 : wishStart[p]! + at;
    });
    [...held[p]!]
      .sort((x, y) => x - y)
      .forEach((wish, i) => {
        const slot = p * stride + own.length + i;
        occurrence[slot] = wishOccurrence[wish]!;
        edge[slot] = wish;
        round[slot] = own.length + i + 1;
      });
  });
  return { stride, occurrence, edge, round, closings: [] };
}
