import { hash } from 'node:crypto';
import type { Ingested } from './ingest.ts';
import type { Problem } from '../problem.ts';

/**
 * Draws a lottery: pupil i gets the rank of SHA-256(UTF-8 seed, line feed, UTF-8 id), ascending, so anybody can recompute
 * it. When pupils join or leave, the order of all others stays as it was.
 *
 * A lottery with a name hashes seed, line feed, name, line feed, id. Neither names nor ids hold a line feed there (the
 * objects door sees to it), so behind seed and line feed the text tells by its line feeds, one or none, which lottery it
 * is of, and no two of a run hash the same text.
 *
 * @param seed any text; best a public random value fixed after the wishes were frozen.
 * @param ids one text per pupil, all different.
 * @returns ranks 0 .. n - 1 in the order of `ids`; 0 goes first.
 */
export function drawLottery(seed: string, ids: readonly string[], name?: string): Int32Array {
  const before = name === undefined ? `${seed}\n` : `${seed}\n${name}\n`;
  // One character a byte, so that the order of digests is the order of these texts.
  const digestOf = (row: number): string => hash('sha256', before + ids[row]!, 'binary');
  const indexRange = 2 ** Math.max(1, Math.ceil(Math.log2(ids.length + 1)));
  const cut = Math.max(1, (indexRange * 2 ** 40) / 2 ** 53);
  // A digest's first bits and the row in one double: the native sort of numbers is several times faster than one by comparison.
  const packed = new Float64Array(ids.length);
  for (let row = 0; row < ids.length; row++) packed[row] = Math.floor(fiveBytes(digestOf(row)) / cut) * indexRange + row;
  packed.sort();
  const prefix = (at: number): number => Math.floor(packed[at]! / indexRange);
  const order = new Int32Array(packed.map((value, at) => value - prefix(at) * indexRange));
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && prefix(to) === prefix(from)) to++;
    if (to - from > 1) order.subarray(from, to).sort((x, y) => (digestOf(x) < digestOf(y) ? -1 : 1));
    from = to;
  }
  const ranks = new Int32Array(ids.length);
  order.forEach((row, rank) => (ranks[row] = rank));
  return ranks;
}

/** The problem of an input with all its lotteries drawn. */
export function drawnBy(seed: string, { problem, pupilIds, lotteryNames, lotteryOf }: Ingested): Problem {
  const lottery = drawLottery(seed, pupilIds);
  if (lotteryNames.length === 0) return { ...problem, lottery };
  return { ...problem, lottery, lotteries: { ofOccurrence: lotteryOf, ranks: lotteryNames.map((name) => drawLottery(seed, pupilIds, name)) } };
}

function fiveBytes(digest: string): number {
  const high = (digest.charCodeAt(0) << 16) | (digest.charCodeAt(1) << 8) | digest.charCodeAt(2);
  return high * 2 ** 16 + ((digest.charCodeAt(3) << 8) | digest.charCodeAt(4));
}
