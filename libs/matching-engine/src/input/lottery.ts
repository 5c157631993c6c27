import { hash } from 'node:crypto';

/**
 * Draws the one lottery of a run: pupil i gets the rank of SHA-256(UTF-8 seed, line feed, UTF-8 id), ascending, so
 * anybody can recompute it. When pupils join or leave, the order of all others stays as it was.
 *
 * @param seed any text; best a public random value fixed after the wishes were frozen.
 * @param ids one text per pupil, all different.
 * @returns ranks 0 .. n - 1 in the order of `ids`; 0 goes first.
 */
export function drawLottery(seed: string, ids: readonly string[]): Int32Array {
  const digests = ids.map((id) => hash('sha256', `${seed}\n${id}`));
  const indexBits = Math.max(1, Math.ceil(Math.log2(ids.length + 1)));
  const indexRange = 2 ** indexBits;
  const prefixDigits = Math.floor((53 - indexBits) / 4);
  // A digest's first digits and the row in one double: the native sort of numbers is several times faster than one by comparison.
  const packed = Float64Array.from(digests, (digest, row) => Number.parseInt(digest.slice(0, prefixDigits), 16) * indexRange + row).sort();
  const order = Array.from(packed, (value) => value % indexRange);
  const prefix = (at: number): number => Math.floor(packed[at]! / indexRange);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && prefix(to) === prefix(from)) to++;
    if (to - from > 1) {
      const tied = order.slice(from, to).sort((x, y) => (digests[x]! < digests[y]! ? -1 : 1));
      order.splice(from, tied.length, ...tied);
    }
    from = to;
  }
  const ranks = new Int32Array(ids.length);
  order.forEach((row, rank) => (ranks[row] = rank));
  return ranks;
}
