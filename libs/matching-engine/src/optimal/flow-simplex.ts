import { treeOf } from './tree.ts';

/** A network of nodes 0 .. n - 1 and the root n, which takes whatever arrives. */
export interface FlowNetwork {
  /** Per node: what starts there, >= 0. */
  supply: Int32Array;
  /** Arcs; the first n lead from node v to the root and must hold all of `supply[v]` with room for one more. */
  from: Int32Array;
  to: Int32Array;
  capacity: Float64Array;
  cost: Float64Array;
}

export interface Flow {
  flow: Float64Array;
  /** Per node, and 0 for the root: the least by which the cost grows when one unit more starts there. */
  potential: Float64Array;
}

const ARCS_A_BLOCK = 64;

/**
 * The cheapest flow of all supplies to the root: network simplex with bounded arcs on strongly feasible trees (Cunningham
 * 1976): an arc of the tree that points to the root has room left, one that points away carries something. The last arc
 * on the cycle that blocks leaves, which keeps this so and rules out cycling. Costs are integers; sums along a path stay
 * below 2^53 by the caller's care.
 */
export function cheapestFlow({ supply, from, to, capacity, cost }: FlowNetwork): Flow {
  const root = supply.length;
  const flow = new Float64Array(cost.length);
  flow.set(supply);
  const potential = new Float64Array(root + 1);
  /** Per arc: 1 = may take more, -1 = full and may give back, 0 = in the tree. */
  const side = new Int8Array(cost.length).fill(1);
  side.fill(0, 0, root);
  /** Per node: the arc to its parent in the tree. */
  const link = Int32Array.from({ length: root }, (_, node) => node);
  const { parent, depth, hang, visit } = treeOf(root, () => root);
  for (let node = 0; node < root; node++) potential[node] = cost[node]!;

  const pointsUp = (node: number): boolean => from[link[node]!] === node;
  const roomUp = (node: number): number => (pointsUp(node) ? capacity[link[node]!]! - flow[link[node]!]! : flow[link[node]!]!);
  const roomDown = (node: number): number => (pointsUp(node) ? flow[link[node]!]! : capacity[link[node]!]! - flow[link[node]!]!);

  function potentialFromParent(node: number): number {
    const arc = link[node]!;
    return potential[parent[node]!]! + (pointsUp(node) ? cost[arc]! : -cost[arc]!);
  }

  /** Sends what fits round the cycle that an arc closes: away from `giving`, into `taking`. */
  function enter(arc: number): void {
    const giving = side[arc] === 1 ? from[arc]! : to[arc]!;
    const taking = side[arc] === 1 ? to[arc]! : from[arc]!;
    let amount = side[arc] === 1 ? capacity[arc]! - flow[arc]! : flow[arc]!;
    let cut = -1;
    let cutGives = false;
    let g = giving;
    let t = taking;
    // From the arc up the giving side the first that blocks is the last on the cycle; up the taking side it is the highest.
    for (; g !== t; ) {
      if (depth[g]! > depth[t]!) {
        if (roomDown(g) < amount) {
          amount = roomDown(g);
          cut = g;
          cutGives = true;
        }
        g = parent[g]!;
      } else {
        t = parent[t]!;
      }
    }
    const meeting = g;
    for (t = taking; t !== meeting; t = parent[t]!) {
      if (roomUp(t) <= amount) {
        amount = roomUp(t);
        cut = t;
        cutGives = false;
      }
    }
    if (amount > 0) {
      for (g = giving; g !== meeting; g = parent[g]!) flow[link[g]!]! += pointsUp(g) ? -amount : amount;
      for (t = taking; t !== meeting; t = parent[t]!) flow[link[t]!]! += pointsUp(t) ? amount : -amount;
      flow[arc]! += side[arc]! * amount;
    }
    if (cut === -1) {
      side[arc] = -side[arc]! as 1 | -1;
      return;
    }
    const leaving = link[cut]!;
    side[leaving] = flow[leaving] === 0 ? 1 : -1;
    side[arc] = 0;
    rehang(cutGives ? giving : taking, cut, cutGives ? taking : giving, arc);
  }

  function rehang(first: number, top: number, by: number, arc: number): void {
    for (let node = first; ; ) {
      const before = { parent: parent[node]!, arc: link[node]! };
      hang(node, by);
      link[node] = arc;
      if (node === top) break;
      by = node;
      node = before.parent;
      arc = before.arc;
    }
    const change = potentialFromParent(first) - potential[first]!;
    visit(first, (node) => {
      potential[node]! += change;
      depth[node] = depth[parent[node]!]! + 1;
    });
  }

  const blocks = Math.ceil(cost.length / ARCS_A_BLOCK);
  for (let block = 0, idle = 0; idle < blocks; block = block + 1 === blocks ? 0 : block + 1) {
    let best = 0;
    let entering = -1;
    for (let arc = block * ARCS_A_BLOCK, end = Math.min(arc + ARCS_A_BLOCK, cost.length); arc < end; arc++) {
      const gain = side[arc]! * (potential[from[arc]!]! - cost[arc]! - potential[to[arc]!]!);
      if (gain > best) {
        best = gain;
        entering = arc;
      }
    }
    if (entering === -1) idle++;
    else {
      idle = 0;
      enter(entering);
    }
  }
  return { flow, potential };
}
