/** A pass reads this many words of waiting bits in the time one pupil's wishes take to come from memory (measured, coarse). */
const WORDS_WORTH_ONE_MISS = 16;
const NOBODY = -1;

/**
 * Those without a place who still have wishes to ask for.
 *
 * The outcome does not depend on the order of proposals (McVitie & Wilson 1970), so whoever is without a place waits as
 * one bit and is taken in row order, pass by pass, which keeps the wishes in the cache; when few wait, a pass would cost
 * more than it saves, and each chain of displacements is followed to its end.
 */
export interface Waiting {
  bits: Int32Array;
  count: number;
  /** The word of bits the pass has come to. */
  word: number;
  inChains: boolean;
  /** Next in the chain, or NOBODY. */
  next: number;
}

/** `pupils` in all, of whom the participants wait. */
export function waitingOf(pupils: number, participants: Int32Array): Waiting {
  const bits = new Int32Array((pupils >> 5) + 1);
  for (let i = 0; i < participants.length; i++) bits[participants[i]! >> 5]! |= 1 << (participants[i]! & 31);
  return { bits, count: participants.length, word: bits.length, inChains: false, next: NOBODY };
}

/** Takes out whose turn it is; -1 when nobody waits any more. */
export function takeNext(waiting: Waiting): number {
  const { bits, next } = waiting;
  if (next !== NOBODY) {
    waiting.next = NOBODY;
    return next;
  }
  if (waiting.count === 0) return NOBODY;
  let word = waiting.word;
  for (;;) {
    if (word === bits.length) {
      word = 0;
      waiting.inChains = waiting.count * WORDS_WORTH_ONE_MISS <= bits.length;
    }
    if (bits[word] !== 0) break;
    word++;
  }
  const row = bits[word]!;
  bits[word] = row & (row - 1);
  waiting.word = word;
  waiting.count--;
  return (word << 5) + 31 - Math.clz32(row & -row);
}

/** Lets a displaced pupil wait for another turn. */
export function putBack(waiting: Waiting, pupil: number): void {
  if (waiting.inChains) waiting.next = pupil;
  else {
    waiting.bits[pupil >> 5]! |= 1 << (pupil & 31);
    waiting.count++;
  }
}
