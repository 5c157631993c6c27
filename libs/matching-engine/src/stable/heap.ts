/** Max-heaps (worst key on top) inside one shared Int32Array; every heap is the stretch from `base`, `count` long. */

/** Moves the key at `at` down until both children are better. */
export function siftDown(keys: Int32Array, base: number, count: number, at: number): void {
  const key = keys[base + at]!;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= count) break;
    let childKey = keys[base + child]!;
    if (child + 1 < count) {
      const other = keys[base + child + 1]!;
      if (other > childKey) {
        child++;
        childKey = other;
      }
    }
    if (childKey <= key) break;
    keys[base + at] = childKey;
    at = child;
  }
  keys[base + at] = key;
}

/** Makes a heap of any stretch of keys in linear time. */
export function heapify(keys: Int32Array, base: number, count: number): void {
  for (let at = (count >> 1) - 1; at >= 0; at--) siftDown(keys, base, count, at);
}

/** Adds a key; the caller counts. */
export function push(keys: Int32Array, base: number, count: number, key: number): void {
  let at = count;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const parentKey = keys[base + parent]!;
    if (parentKey >= key) break;
    keys[base + at] = parentKey;
    at = parent;
  }
  keys[base + at] = key;
}

/** Takes the worst key out; the caller counts. */
export function popWorst(keys: Int32Array, base: number, count: number): number {
  const worst = keys[base]!;
  keys[base] = keys[base + count - 1]!;
  siftDown(keys, base, count - 1, 0);
  return worst;
}
