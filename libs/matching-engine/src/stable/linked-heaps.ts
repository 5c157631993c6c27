/**
 * Heaps with the worst key on top, their nodes linked by index (skew heaps, Sleator & Tarjan 1986). All heaps of one owner
 * share its stretch of nodes, so the room needed is one node a seat, however the seats divide among the heaps. A heap is
 * where its top node begins, or EMPTY; who takes a node out uses it for the key that comes in.
 */
export interface LinkedHeaps {
  /** The nodes of owner i begin at base[i], NODE numbers apart. */
  base: Int32Array;
  /** Key, left and right side of each node and one number of its owner's, together, for they are read together. */
  nodes: Int32Array;
}

export const EMPTY = -1;
export const NODE = 4;
const LEFT = 1;
const RIGHT = 2;
/** The number that is its owner's: heaps leave it as it is. */
export const OWN = 3;

/** `rooms`: the nodes each owner needs. */
export function linkedHeaps(rooms: Int32Array): LinkedHeaps {
  const base = new Int32Array(rooms.length + 1);
  for (let i = 0; i < rooms.length; i++) base[i + 1] = base[i]! + NODE * rooms[i]!;
  return { base, nodes: new Int32Array(base[rooms.length]!) };
}

/** Puts a node with this key into a heap and returns the new top; O(log n) amortised. */
export function pushNode(nodes: Int32Array, top: number, node: number, key: number): number {
  nodes[node] = key;
  nodes[node + LEFT] = EMPTY;
  nodes[node + RIGHT] = EMPTY;
  return top === EMPTY ? node : joined(nodes, top, node);
}

/** Takes the top out of a heap and returns the new top; the caller goes on with the node. */
export function popNode(nodes: Int32Array, top: number): number {
  const left = nodes[top + LEFT]!;
  const right = nodes[top + RIGHT]!;
  return left === EMPTY ? right : right === EMPTY ? left : joined(nodes, left, right);
}

/** Walks down the right sides of both, the worse key above; every node on the way swaps its sides, which keeps them short. */
function joined(nodes: Int32Array, one: number, other: number): number {
  const top = nodes[one]! > nodes[other]! ? one : other;
  let above = top;
  let below = top === one ? other : one;
  for (;;) {
    const next = nodes[above + RIGHT]!;
    nodes[above + RIGHT] = nodes[above + LEFT]!;
    if (next === EMPTY) {
      nodes[above + LEFT] = below;
      return top;
    }
    if (nodes[next]! > nodes[below]!) {
      nodes[above + LEFT] = next;
      above = next;
    } else {
      nodes[above + LEFT] = below;
      above = below;
      below = next;
    }
  }
}
