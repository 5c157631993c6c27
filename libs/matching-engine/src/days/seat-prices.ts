import { chooserOf } from './packages.ts';
import type { Packages } from './packages.ts';
import { occurrenceCount, pupilCount } from '../problem.ts';
import type { Problem } from '../problem.ts';

/** What is to be made most: `value` per wish, whole numbers from 0, and per pupil `first` once for having any place. */
export interface Worth {
  value: Int32Array;
  first: Int32Array;
}

/** Prices of seats as they settle. */
export interface SeatPrices {
  /** No outcome is worth more. */
  bound: number;
  /** Per wish how often it was lately in its pupil's best package at the prices, 0 .. 1: a fractional outcome near the best. */
  share: Float64Array;
  /** One more round; false = every pupil has the best package at prices that clear, so there is nothing left to gain. */
  adjust(reached: number): boolean;
}

/** Weight of one round in `share`. */
const FRESH = 0.08;
/** How much of its last direction a price keeps, which damps its swings. */
const MOMENTUM = 0.6;
/** After so many rounds without a bound better by this share, steps get shorter by this factor. */
const PATIENCE = 8;
const NOTICEABLE = 0.0005;
const SHORTER = 1.6;

/**
 * Lagrangian relaxation of the seats (Held, Wolfe & Crowder 1974; Barahona & Anbil 2000): every seat has a price, every
 * pupil takes the best package at these prices, whoever else does; prices rise where too many come and fall where seats
 * stay. At any prices from 0, the sum of all seats at their price and of all packages after paying is an upper bound of
 * every outcome, because packages are found exactly. A round costs O(wishes) and the searches for packages.
 */
export function seatPrices(problem: Problem, packages: Packages, seats: Int32Array, { value, first }: Worth): SeatPrices {
  const { wishOccurrence } = problem;
  const occurrences = occurrenceCount(problem);
  const price = pricesToBegin(packages, wishOccurrence, seats, value);
  const demand = new Int32Array(occurrences);
  const direction = new Float64Array(occurrences);
  const chooser = chooserOf(problem, packages, (edge) => value[edge]! - price[wishOccurrence[edge]!]!);
  const share = new Float64Array(value.length);
  let boldness = 1;
  let unmoved = 0;

  const roundAtPrices = (): number => {
    demand.fill(0);
    for (let edge = 0; edge < share.length; edge++) share[edge]! *= 1 - FRESH;
    let total = 0;
    for (let a = 0; a < occurrences; a++) total += price[a]! * seats[a]!;
    for (let p = 0; p < pupilCount(problem); p++) {
      chooser.choose(p, first[p]!);
      total += chooser.worth;
      for (let i = 0; i < chooser.count; i++) {
        const edge = chooser.chosen[i]!;
        demand[wishOccurrence[edge]!]!++;
        share[edge]! += FRESH;
      }
    }
    return total;
  };

  const prices: SeatPrices = {
    bound: Number.POSITIVE_INFINITY,
    share,
    adjust(reached) {
      const total = roundAtPrices();
      unmoved = total < prices.bound * (1 - NOTICEABLE) ? 0 : unmoved + 1;
      prices.bound = Math.min(prices.bound, total);
      if (unmoved > PATIENCE) {
        boldness /= SHORTER;
        unmoved = 0;
      }
      let norm = 0;
      for (let a = 0; a < occurrences; a++) {
        const excess = demand[a]! - seats[a]!;
        direction[a] = (excess < 0 && price[a] === 0 ? Math.max(0, direction[a]!) : excess) + MOMENTUM * direction[a]!;
        norm += direction[a]! * direction[a]!;
      }
      if (norm === 0) return false;
      // Polyak's step to what can be reached at least; never so short that nothing moves.
      const length = (boldness * Math.max(total - (reached < total ? reached : total * 0.95), total * 0.001)) / norm;
      for (let a = 0; a < occurrences; a++) price[a] = Math.max(0, price[a]! + length * direction[a]!);
      return true;
    },
  };
  return prices;
}

/** Half of what the first one left out would give where more wish a seat than there are. */
function pricesToBegin({ edges }: Packages, wishOccurrence: Int32Array, seats: Int32Array, value: Int32Array): Float64Array {
  const wished: number[][] = Array.from(seats, () => []);
  for (const edge of edges) wished[wishOccurrence[edge]!]!.push(value[edge]!);
  return Float64Array.from(wished, (values, a) => (values.length > seats[a]! ? values.sort((x, y) => y - x)[seats[a]!]! / 2 : 0));
}
