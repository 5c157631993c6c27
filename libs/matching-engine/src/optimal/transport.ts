import { cheapestFlow } from './flow-simplex.ts';

/** School needs and company offers by index, and the pairs that may meet. */
export interface TransportProblem {
  /** Seats each need asks for, and each offer has. */
  needSeats: Int32Array;
  offerSeats: Int32Array;
  /** Per pair: need, offer, most seats it may carry, and cost of one seat (a whole number, also below 0). */
  pairNeed: Int32Array;
  pairOffer: Int32Array;
  pairCap: Int32Array;
  pairCost: Int32Array;
}

export interface Transport {
  /** Per pair: seats given. */
  seats: Int32Array;
  met: number;
  cost: number;
  /**
   * The proof, checked by `checkTransport`: by how much seats met and cost would change, were one seat more put into a need
   * from outside, or offered.
   */
  prices: { need: [met: Float64Array, cost: Float64Array]; offer: [met: Float64Array, cost: Float64Array] };
}

/**
 * Needs x offers (Hitchcock's transportation problem with capacities per pair): most seats met, then least cost; exact.
 * Of several optima the one found depends on the order of the rows; `allocate` orders them by id.
 *
 * Throws RangeError on a malformed problem, and where costs are so large that exact doubles do not hold a path of them.
 */
export function transport(problem: TransportProblem): Transport {
  const { needSeats, offerSeats, pairNeed, pairOffer, pairCap, pairCost } = problem;
  checkTransportProblem(problem);
  const needs = needSeats.length;
  const offers = offerSeats.length;
  const nodes = needs + offers;
  const most = pairCost.reduce((largest, cost) => Math.max(largest, Math.abs(cost)), 0);
  // A path visits needs and offers in turns; one seat more outweighs whatever the costs along a cycle can change.
  const hops = 2 * Math.min(needs, offers) + 2;
  const perSeat = 1 + 2 * most * hops;
  if (perSeat * 2 * hops > Number.MAX_SAFE_INTEGER / 4) throw new RangeError('transport: costs too large to add exactly');
  const pairs = pairNeed.length;
  const open = (pair: number): number => (needSeats[pairNeed[pair]!] === 0 ? 0 : pairCap[pair]!);
  const supply = new Int32Array(nodes);
  supply.set(offerSeats, needs);
  const network = {
    supply,
    from: Int32Array.from({ length: nodes + pairs }, (_, arc) => (arc < nodes ? arc : needs + pairOffer[arc - nodes]!)),
    to: Int32Array.from({ length: nodes + pairs }, (_, arc) => (arc < nodes ? nodes : pairNeed[arc - nodes]!)),
    capacity: Float64Array.from({ length: nodes + pairs }, (_, arc) => (arc < needs ? needSeats[arc]! : arc < nodes ? Infinity : open(arc - nodes))),
    cost: Float64Array.from({ length: nodes + pairs }, (_, arc) => (arc < nodes ? 0 : pairCost[arc - nodes]! - perSeat)),
  };
  const { flow, potential } = cheapestFlow(network);
  const seats = Int32Array.from(flow.subarray(nodes));
  // A potential is a sum of at most `nodes` costs in either unit, so it splits without remainder into seats and cost.
  const met = potential.map((value) => 0 - Math.round(value / perSeat));
  const cost = potential.map((value, node) => value + met[node]! * perSeat);
  return {
    seats,
    met: seats.reduce((sum, count) => sum + count, 0),
    cost: seats.reduce((sum, count, pair) => sum + count * pairCost[pair]!, 0),
    prices: { need: [met.slice(0, needs), cost.slice(0, needs)], offer: [met.slice(needs, nodes), cost.slice(needs, nodes)] },
  };
}

/**
 * Checks by linear duality, sharing nothing with the solver, that no other plan meets more seats, and none that meets as
 * many costs less. Says what is wrong with the first fault found; undefined = proven.
 */
export function checkTransport({ needSeats, offerSeats, pairNeed, pairOffer, pairCap, pairCost }: TransportProblem, { seats, prices }: Transport): string | undefined {
  const sign = (met: number, cost: number): number => (met === 0 ? Math.sign(cost) : -Math.sign(met));
  const takenBy = new Float64Array(needSeats.length);
  const givenBy = new Float64Array(offerSeats.length);
  for (let pair = 0; pair < seats.length; pair++) {
    const [need, offer, count] = [pairNeed[pair]!, pairOffer[pair]!, seats[pair]!];
    if (count < 0 || count > pairCap[pair]!) return `pair ${pair} carries ${count}`;
    takenBy[need]! += count;
    givenBy[offer]! += count;
    if (needSeats[need] === 0) continue;
    const worth = sign(1 + prices.need[0][need]! - prices.offer[0][offer]!, pairCost[pair]! + prices.need[1][need]! - prices.offer[1][offer]!);
    if ((count < pairCap[pair]! && worth < 0) || (count > 0 && worth > 0)) return `pair ${pair} could do better`;
  }
  for (let need = 0; need < needSeats.length; need++) {
    const worth = sign(-prices.need[0][need]!, -prices.need[1][need]!);
    if (takenBy[need]! > needSeats[need]!) return `need ${need} gets too much`;
    if (needSeats[need]! > 0 && ((takenBy[need]! < needSeats[need]! && worth < 0) || (takenBy[need]! > 0 && worth > 0))) return `need ${need} has no sound price`;
  }
  for (let offer = 0; offer < offerSeats.length; offer++) {
    const worth = sign(-prices.offer[0][offer]!, -prices.offer[1][offer]!);
    if (givenBy[offer]! > offerSeats[offer]!) return `offer ${offer} gives too much`;
    if (worth < 0 || (givenBy[offer]! < offerSeats[offer]! && worth > 0)) return `offer ${offer} has no sound price`;
  }
  return undefined;
}

function checkTransportProblem({ needSeats, offerSeats, pairNeed, pairOffer, pairCap, pairCost }: TransportProblem): void {
  const must = (holds: boolean, what: string): void => {
    if (!holds) throw new RangeError(`transport: ${what}`);
  };
  must([pairOffer, pairCap, pairCost].every((column) => column.length === pairNeed.length), 'one row per pair in every column');
  must([needSeats, offerSeats, pairCap].every((seats) => seats.every((count) => count >= 0)), 'seats are not negative');
  must(pairNeed.every((need) => need >= 0 && need < needSeats.length) && pairOffer.every((offer) => offer >= 0 && offer < offerSeats.length), 'a pair names nobody');
}
