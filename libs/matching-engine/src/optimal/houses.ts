import { treeOf } from './tree.ts';

/** What the simplex needs of a network: pupils with arcs into houses, houses with capacities one above the other. */
export interface Arcs {
  start: Int32Array;
  head: Int32Array;
  above: Int32Array;
  capacity: Int32Array;
}

/** How a house hangs in the tree: on its own arc, on a pupil who could move away, or on the arc of a house below it. */
export const UP = 0;
export const LINK = 1;
export const DOWN = 2;

/** State of a house's own arc. */
export const BASIC = 0;
export const EMPTY = 1;
export const FULL = 2;

/** The houses of a strongly feasible tree, with their flows, and what a pivot does to them; `assigned` is shared with the caller. */
export interface Houses {
  potential: Float64Array;
  kind: Uint8Array;
  /** Per house: the state of its own arc. */
  state: Uint8Array;
  flow: Int32Array;
  parent: Int32Array;
  depth: Int32Array;
  /** Of a house that hangs on a pupil: the pupil and the idle arc. */
  linkPupil: Int32Array;
  linkArc: Int32Array;
  /** Computes all potentials under these costs, which hold from now on. */
  measure(costs: Float64Array): void;
  cycle(giving: number, taking: number): Cycle;
  shift(giving: number, taking: number, meeting: number): void;
  dropArcAbove(house: number): void;
  rehang(from: number, top: number, by: number, how: number, pupil: number, arc: number): void;
}

/** Where the ways up from two houses meet, and what is in the way of one unit from one to the other. */
export interface Cycle {
  meeting: number;
  /** On the giving side the lowest house that nothing can come down to, or -1; then nothing moves. */
  stuck: number;
  /** On the taking side the highest house whose way up just fits one unit, or -1. */
  tight: number;
}

export function treeOfHouses({ above, capacity }: Arcs, assigned: Int32Array): Houses {
  const root = capacity.length;
  const potential = new Float64Array(root + 1);
  const kind = new Uint8Array(root);
  const state = new Uint8Array(root);
  const flow = new Int32Array(root);
  const linkPupil = new Int32Array(root).fill(-1);
  const linkArc = new Int32Array(root).fill(-1);
  const { parent, depth, hang, visit } = treeOf(root, (house) => above[house]!);
  const found: Cycle = { meeting: 0, stuck: -1, tight: -1 };
  let cost: Float64Array = new Float64Array();

  function potentialFromParent(house: number): number {
    const up = potential[parent[house]!]!;
    return kind[house] === LINK ? up + cost[linkArc[house]!]! - cost[assigned[linkPupil[house]!]!]! : up;
  }

  function settleBranch(top: number): void {
    const change = potentialFromParent(top) - potential[top]!;
    visit(top, (house) => {
      potential[house]! += change;
      depth[house] = depth[parent[house]!]! + 1;
    });
  }

  /** Cuts the branch above `top`, turns it round so that `from` is on top, and hangs it below `by`. */
  function rehang(from: number, top: number, by: number, how: number, pupil: number, arc: number): void {
    let house = from;
    for (;;) {
      const before = { parent: parent[house]!, kind: kind[house]!, pupil: linkPupil[house]!, arc: linkArc[house]! };
      hang(house, by);
      kind[house] = how;
      linkPupil[house] = pupil;
      linkArc[house] = arc;
      if (house === top) break;
      by = house;
      house = before.parent;
      how = before.kind === LINK ? LINK : before.kind === UP ? DOWN : UP;
      pupil = before.pupil;
      arc = before.arc;
    }
    settleBranch(from);
  }

  /** How much more can go up from a house in the tree; at least 1, which is what strongly feasible means. */
  function roomUp(house: number): number {
    const how = kind[house]!;
    return how === LINK ? 1 : how === UP ? capacity[house]! - flow[house]! : flow[parent[house]!]!;
  }

  function roomDown(house: number): number {
    const how = kind[house]!;
    return how === LINK ? 0 : how === UP ? flow[house]! : capacity[parent[house]!]! - flow[parent[house]!]!;
  }

  function cycle(giving: number, taking: number): Cycle {
    found.stuck = -1;
    found.tight = -1;
    while (giving !== taking) {
      if (depth[giving]! > depth[taking]!) {
        if (roomDown(giving) === 0) {
          found.stuck = giving;
          return found;
        }
        giving = parent[giving]!;
      } else {
        if (roomUp(taking) === 1) found.tight = taking;
        taking = parent[taking]!;
      }
    }
    found.meeting = giving;
    return found;
  }

  /** One unit less comes up from `giving`, one more from `taking`; pupils on the way move on. */
  function shift(giving: number, taking: number, meeting: number): void {
    for (; giving !== meeting; giving = parent[giving]!) {
      if (kind[giving] === UP) flow[giving]!--;
      else flow[parent[giving]!]!++;
    }
    for (; taking !== meeting; taking = parent[taking]!) {
      if (kind[taking] === UP) flow[taking]!++;
      else if (kind[taking] === DOWN) flow[parent[taking]!]!--;
      else {
        const used = assigned[linkPupil[taking]!]!;
        assigned[linkPupil[taking]!] = linkArc[taking]!;
        linkArc[taking] = used;
      }
    }
  }

  /** The arc above a house leaves the tree. */
  function dropArcAbove(house: number): void {
    if (kind[house] === UP) state[house] = flow[house] === 0 ? EMPTY : FULL;
    else if (kind[house] === DOWN) state[parent[house]!] = flow[parent[house]!] === 0 ? EMPTY : FULL;
  }

  function measure(costs: Float64Array): void {
    cost = costs;
    visit(root, (house) => (potential[house] = potentialFromParent(house)));
  }

  return { potential, kind, state, flow, parent, depth, linkPupil, linkArc, measure, cycle, shift, dropArcAbove, rehang };
}
