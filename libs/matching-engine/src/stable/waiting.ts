/** A pass reads this many words of waiting bits in the time one pupil's wishes take to come from memory (measured, coarse). */
const WORDS_WORTH_ONE_MISS = 16;

/**
 * Lets everybody propose until nobody without a place has a wish left. `propose` lets one pupil ask on down the list and
 * returns whom that displaced, or -1.
 *
 * The outcome does not depend on the order of proposals (McVitie & Wilson 1970), so whoever is without a place waits as
 * one bit and is taken in row order, pass by pass, which keeps the wishes in the cache; when few wait, a pass would cost
 * more than it saves, and each chain of displacements is followed to its end.
 */
export function proposeAll(pupils: number, participants: Int32Array, propose: (pupil: number) => number): void {
  const waiting = new Int32Array((pupils >> 5) + 1);
  for (let i = 0; i < participants.length; i++) waiting[participants[i]! >> 5]! |= 1 << (participants[i]! & 31);
  for (let left = participants.length; left > 0; ) {
    const inChains = left * WORDS_WORTH_ONE_MISS <= waiting.length;
    for (let word = 0; word < waiting.length; word++) {
      for (let bits = waiting[word]!; bits !== 0; bits = waiting[word]!) {
        waiting[word] = bits & (bits - 1);
        left--;
        let displaced = propose((word << 5) + 31 - Math.clz32(bits & -bits));
        if (inChains) {
          while (displaced !== -1) displaced = propose(displaced);
        } else if (displaced !== -1) {
          waiting[displaced >> 5]! |= 1 << (displaced & 31);
          left++;
        }
      }
    }
  }
}
