/** A rooted tree over the nodes 0 .. nodes - 1 and the root `nodes`, whose branches can be moved. */
export interface Tree {
  parent: Int32Array;
  depth: Int32Array;
  /** Takes a node from its parent and hangs it, with its branch, below another; `depth` is up to the caller. */
  hang(node: number, by: number): void;
  /** Visits `top` and everything below, parents first. The root itself is not visited. */
  visit(top: number, each: (node: number) => void): void;
}

/** Every node starts directly below `parentOf(node)`. */
export function treeOf(nodes: number, parentOf: (node: number) => number): Tree {
  const parent = new Int32Array(nodes).fill(-1);
  const depth = new Int32Array(nodes + 1);
  const firstChild = new Int32Array(nodes + 1).fill(-1);
  const next = new Int32Array(nodes).fill(-1);
  const previous = new Int32Array(nodes).fill(-1);

  function hang(node: number, by: number): void {
    const right = next[node]!;
    const left = previous[node]!;
    if (right !== -1) previous[right] = left;
    if (left !== -1) next[left] = right;
    else if (parent[node] !== -1) firstChild[parent[node]!] = right;
    const first = firstChild[by]!;
    parent[node] = by;
    next[node] = first;
    previous[node] = -1;
    if (first !== -1) previous[first] = node;
    firstChild[by] = node;
  }

  function visit(top: number, each: (node: number) => void): void {
    if (top !== nodes) each(top);
    let node = firstChild[top]!;
    while (node !== -1) {
      each(node);
      let onward = firstChild[node]!;
      while (onward === -1 && node !== top) {
        onward = next[node]!;
        if (onward === -1) {
          node = parent[node]!;
          if (node === top) return;
        }
      }
      node = onward;
    }
  }

  for (let node = 0; node < nodes; node++) hang(node, parentOf(node));
  visit(nodes, (node) => (depth[node] = depth[parent[node]!]! + 1));
  return { parent, depth, hang, visit };
}
