import type { Network } from './network.ts';

/** Who holds which arc, and the price of a seat in each house. */
export interface Bids {
  assigned: Int32Array;
  price: Float64Array;
}

/** Three quarters of a rank for lists of ten: in a hundred steps of rank about one is lost. */
const STEP = 1 / 15;

/**
 * A near optimum for a start (Bertsekas 1988): whoever has no place bids for the arc that is cheapest at the prices of the
 * moment, as much as it is better than the second best, and `step` on top; a full house lets its lowest bid go, and what
 * is then its lowest is its price. Who would pay more than to be without a place stays without. In the end nobody fares
 * worse than `step` above the best at these prices and free seats cost nothing, so the whole is within `step` times the
 * pupils of the optimum, and mostly far closer.
 *
 * Only for networks without rows, ceilings and companies, where every house lies below the root. `spread` is the largest
 * cost less the smallest, `step` a share of it. Ends when `goesOn` says no; then some are without a place who need not be.
 * Cost: a bid reads one list and mends one heap; there are at most seats times spread over step of them.
 */
export function auction({ pupil, start, head, capacity, layout: { root } }: Network, costs: Float64Array, spread: number, goesOn: () => boolean): Bids {
  const step = spread * STEP;
  const first = new Int32Array(root + 1);
  for (let house = 0; house < root; house++) first[house + 1] = first[house]! + Math.min(capacity[house]!, pupil.length);
  const bid = new Float64Array(first[root]!);
  const bidder = new Int32Array(first[root]!);
  const count = new Int32Array(root);
  const price = new Float64Array(root + 1);
  const assigned = Int32Array.from(pupil, (_, i) => (head[start[i + 1]! - 1] === root ? start[i + 1]! - 1 : -1));
  const waiting = Int32Array.from(pupil, (_, i) => pupil.length - 1 - i);

  /** Puts a bid into the heap of a house, the lowest on top; returns whom it drives out, or -1. */
  function place(house: number, offer: number, by: number): number {
    const from = first[house]!;
    const held = count[house]!;
    let at: number;
    let out = -1;
    if (held < first[house + 1]! - from) {
      count[house] = held + 1;
      for (at = held; at > 0; at = (at - 1) >> 1) {
        const above = from + ((at - 1) >> 1);
        if (bid[above]! <= offer) break;
        bid[from + at] = bid[above]!;
        bidder[from + at] = bidder[above]!;
      }
    } else {
      out = bidder[from]!;
      for (at = 0; ; ) {
        let below = 2 * at + 1;
        if (below >= held) break;
        if (below + 1 < held && bid[from + below + 1]! < bid[from + below]!) below++;
        if (bid[from + below]! >= offer) break;
        bid[from + at] = bid[from + below]!;
        bidder[from + at] = bidder[from + below]!;
        at = below;
      }
    }
    bid[from + at] = offer;
    bidder[from + at] = by;
    if (count[house] === first[house + 1]! - from) price[house] = bid[from]!;
    return out;
  }

  for (let left = waiting.length; left > 0; ) {
    const i = waiting[--left]!;
    let best = Infinity;
    let second = Infinity;
    let chosen = -1;
    for (let arc = start[i]!; arc < start[i + 1]!; arc++) {
      const cost = costs[arc]! + price[head[arc]!]!;
      if (cost < best) {
        second = best;
        best = cost;
        chosen = arc;
      } else if (cost < second) second = cost;
    }
    assigned[i] = chosen;
    const house = head[chosen]!;
    if (house === root) continue;
    const out = place(house, price[house]! + Math.min(second - best, 4 * spread) + step, i);
    if (out !== -1) {
      waiting[left++] = out;
      assigned[out] = start[out + 1]! - 1;
    }
    if (!goesOn()) break;
  }
  // Costs are whole numbers, and so are the best prices.
  return { assigned, price: price.subarray(0, root).map(Math.floor) };
}
