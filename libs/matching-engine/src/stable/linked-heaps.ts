/**
 * Heaps with the worst key on top, their nodes linked by index (skew heaps, Sleator & Tarjan 1986). All heaps of one owner
 * share its stretch of nodes, so the room needed is one node a seat, however the seats divide among the heaps. A heap is
 * the index of its top node, or EMPTY; who takes a node out uses it for the key that comes in.
 */
export interface LinkedHeaps {
  /** The nodes of owner i begin at base[i]. */
  base: Int32Array;
  key: Int32Array;
  left: Int32Array;
  right: Int32Array;
}

export const EMPTY = -1;

/** `rooms`: the nodes each owner needs. */
export function linkedHeaps(rooms: Int32Array): LinkedHeaps {
  const base = new Int32Array(rooms.length + 1);
  for (let i = 0; i < rooms.length; i++) base[i + 1] = base[i]! + rooms[i]!;
  const nodes = base[rooms.length]!;
  return { base, key: new Int32Array(nodes), left: new Int32Array(nodes), right: new Int32Array(nodes) };
}

/** Puts a node with this key into a heap and returns the new top; O(log n) amortised. */
export function pushNode(heaps: LinkedHeaps, top: number, node: number, key: number): number {
  heaps.key[node] = key;
  heaps.left[node] = EMPTY;
  heaps.right[node] = EMPTY;
  return top === EMPTY ? node : joined(heaps, top, node);
}

/** Takes the top out of a heap and returns the new top; the caller goes on with the node. */
export function popNode(heaps: LinkedHeaps, top: number): number {
  const left = heaps.left[top]!;
  const right = heaps.right[top]!;
  return left === EMPTY ? right : right === EMPTY ? left : joined(heaps, left, right);
}

/** Walks down the right sides of both, the worse key above; every node on the way swaps its sides, which keeps them short. */
function joined({ key, left, right }: LinkedHeaps, one: number, other: number): number {
  const top = key[one]! > key[other]! ? one : other;
  let above = top;
  let below = top === one ? other : one;
  for (;;) {
    const next = right[above]!;
    right[above] = left[above]!;
    if (next === EMPTY) {
      left[above] = below;
      return top;
    }
    if (key[next]! > key[below]!) {
      left[above] = next;
      above = next;
    } else {
      left[above] = below;
      above = below;
      below = next;
    }
  }
}
