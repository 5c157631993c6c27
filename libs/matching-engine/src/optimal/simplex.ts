import { BASIC, DOWN, EMPTY, LINK, UP, treeOfHouses, type Arcs } from './houses.ts';

const PUPILS_A_BLOCK = 8;
const HOUSES_A_BLOCK = 512;

/** Asked after each pivot; false ends the run at the feasible flow reached. */
export type GoesOn = () => boolean;

export interface Simplex {
  /** Per pupil: the arc that carries the unit. */
  assigned: Int32Array;
  /** Per house, and 0 for the root: the least by which the total grows when one unit more enters there. */
  potential: Float64Array;
  /** Makes the total of these costs least, from wherever the last run ended; false when `goesOn` ended it. */
  run(cost: Float64Array, goesOn?: GoesOn): boolean;
  /** Computes `potential` under other costs, for the tree as it stands. */
  measure(cost: Float64Array): void;
  /**
   * After a run: takes out every arc that no optimum uses, with its entry of `wish`, and fixes which houses are full or
   * empty in every optimum, so that a next run decides among optima only.
   */
  keepOptima(cost: Float64Array, wish: Int32Array): void;
}

/**
 * Network simplex for pupils with one unit each, on strongly feasible trees (Cunningham 1976; for assignment problems the
 * alternating bases of Barr, Glover & Klingman 1977), which cannot cycle.
 *
 * In such a tree a pupil has one arc, or exactly two: the one used, which goes down to a house, and an idle one up to
 * another house ("could move there"). So the tree is kept among the houses alone: a full house hangs on a pupil who would
 * move on, any other on its own arc. The potential of a pupil is cost plus potential of the arc used and is never stored.
 * A pivot walks the houses that change sides, a handful; pricing takes the best arc of a block of 8 pupils.
 * Costs are integers in doubles; the caller sees to it that sums along a path stay below 2^53. `start` and `head` are taken over.
 */
export function simplexOn({ start, head, above, capacity }: Arcs): Simplex {
  const pupils = start.length - 1;
  const root = capacity.length;
  const assigned = Int32Array.from({ length: pupils }, (_, p) => start[p + 1]! - 1);
  const { potential, kind, state, flow, parent, depth, linkPupil, linkArc, measure, cycle, shift, dropArcAbove, rehang } = treeOfHouses({ start, head, above, capacity }, assigned);
  const fixed = new Uint8Array(root);
  let cost: Float64Array = new Float64Array();

  function enterPupilArc(pupil: number, arc: number): void {
    const used = assigned[pupil]!;
    const giving = head[used]!;
    const taking = head[arc]!;
    if (giving !== root && kind[giving] === LINK && linkPupil[giving] === pupil) {
      turnLink(pupil, giving, taking, arc);
      return;
    }
    const { stuck, tight, meeting } = cycle(giving, taking);
    if (stuck !== -1) {
      dropArcAbove(stuck);
      rehang(giving, stuck, taking, LINK, pupil, arc);
      return;
    }
    shift(giving, taking, meeting);
    assigned[pupil] = arc;
    if (tight === -1) return;
    dropArcAbove(tight);
    rehang(taking, tight, giving, LINK, pupil, used);
  }

  /** The pupil on whom house `giving` hangs would rather move to `taking`, or, if that hangs below, does move. */
  function turnLink(pupil: number, giving: number, taking: number, arc: number): void {
    let house = taking;
    while (depth[house]! > depth[giving]!) house = parent[house]!;
    if (house !== giving) {
      rehang(giving, giving, taking, LINK, pupil, arc);
      return;
    }
    const idle = linkArc[giving]!;
    const by = parent[giving]!;
    shift(giving, taking, giving);
    assigned[pupil] = arc;
    rehang(taking, giving, by, LINK, pupil, idle);
  }

  function enterHouseArc(house: number): void {
    const fills = state[house] === EMPTY;
    const giving = fills ? house : above[house]!;
    const taking = fills ? above[house]! : house;
    const { stuck, tight, meeting } = cycle(giving, taking);
    if (stuck === -1) {
      shift(giving, taking, meeting);
      flow[house]! += fills ? 1 : -1;
    }
    const cut = stuck === -1 ? tight : stuck;
    const branch = stuck === -1 ? taking : giving;
    dropArcAbove(cut);
    state[house] = BASIC;
    rehang(branch, cut, branch === house ? above[house]! : house, branch === house ? UP : DOWN, -1, -1);
  }

  function priceHouses(from: number, to: number): boolean {
    let best = 0;
    let entering = -1;
    for (let house = from; house < to; house++) {
      if (state[house] === BASIC || fixed[house] === 1 || capacity[house] === 0) continue;
      const reduced = potential[above[house]!]! - potential[house]!;
      const gain = state[house] === EMPTY ? -reduced : reduced;
      if (gain > best) {
        best = gain;
        entering = house;
      }
    }
    if (entering !== -1) enterHouseArc(entering);
    return entering !== -1;
  }

  function pricePupils(from: number, to: number): boolean {
    let best = 0;
    let entering = -1;
    let mover = -1;
    let arc = start[from]!;
    for (let p = from; p < to; p++) {
      const used = assigned[p]!;
      const now = cost[used]! + potential[head[used]!]!;
      let least = now - best;
      for (const end = start[p + 1]!; arc < end; arc++) {
        const price = cost[arc]! + potential[head[arc]!]!;
        if (price < least) {
          least = price;
          entering = arc;
          mover = p;
        }
      }
      best = now - least;
    }
    if (entering !== -1) enterPupilArc(mover, entering);
    return entering !== -1;
  }

  function run(costs: Float64Array, goesOn?: GoesOn): boolean {
    cost = costs;
    measure(costs);
    const pupilBlocks = Math.ceil(pupils / PUPILS_A_BLOCK);
    const blocks = pupilBlocks + Math.ceil(root / HOUSES_A_BLOCK);
    for (let block = 0, idle = 0; idle < blocks; block = block + 1 === blocks ? 0 : block + 1) {
      const from = block < pupilBlocks ? block * PUPILS_A_BLOCK : (block - pupilBlocks) * HOUSES_A_BLOCK;
      const moved = block < pupilBlocks ? pricePupils(from, Math.min(from + PUPILS_A_BLOCK, pupils)) : priceHouses(from, Math.min(from + HOUSES_A_BLOCK, root));
      if (!moved) idle++;
      else {
        idle = 0;
        if (goesOn && !goesOn()) return false;
      }
    }
    return true;
  }

  function keepOptima(costs: Float64Array, wish: Int32Array): void {
    let kept = 0;
    for (let p = 0, arc = 0; p < pupils; p++) {
      const used = assigned[p]!;
      const now = costs[used]! + potential[head[used]!]!;
      const holder = head[used]!;
      const links = holder !== root && kind[holder] === LINK && linkPupil[holder] === p;
      const idle = links ? linkArc[holder]! : -1;
      const end = start[p + 1]!;
      start[p] = kept;
      for (; arc < end; arc++) {
        if (costs[arc]! + potential[head[arc]!]! > now) continue;
        if (arc === used) assigned[p] = kept;
        if (arc === idle) linkArc[holder] = kept;
        head[kept] = head[arc]!;
        wish[kept++] = wish[arc]!;
      }
    }
    start[pupils] = kept;
    for (let house = 0; house < root; house++) if (potential[above[house]!] !== potential[house]) fixed[house] = 1;
  }

  return { assigned, potential, run, measure, keepOptima };
}
