import type { Choices, Match, TraitRows } from '../problem.ts';

/** Seats guaranteed per occurrence and trait, in the order of traits, and how many of them the pupils placed there fill. */
export interface Guarantees extends TraitRows {
  filled: Int32Array;
}

/**
 * Counts the seats guaranteed by reserves or trait slots that holders of the trait fill, pins included. One pupil fills at
 * most one of them, whatever number of traits he or she holds; as many as possible are counted, and of the ways to do
 * that the one best for the first trait, then for the second, and so on.
 *
 * The numbers filled are the rank of a matroid (Sonmez & Yenmez 2022): of a set S of traits the least, over all T within
 * S, of the seats guaranteed to T and the holders with a trait in S outside T. O(K places + occurrences K 2^K).
 */
export function guaranteesOf({ traits, seats: rows }: Choices, { stride, occurrence }: Match): Guarantees {
  const occurrences = rows.start.length - 1;
  const seatsAt = Array.from({ length: occurrences }, (_, a) => seatsByTrait(rows, a));
  const holders = seatsAt.map(({ length }) => new Int32Array(2 ** length));
  for (let slot = 0; slot < occurrence.length; slot++) {
    const a = occurrence[slot]!;
    if (a === -1 || seatsAt[a]!.length === 0) continue;
    const held = traits[stride === 1 ? slot : Math.floor(slot / stride)]!;
    let mask = 0;
    seatsAt[a]!.forEach(([trait], bit) => (mask |= ((held >> trait) & 1) << bit));
    holders[a]![mask]!++;
  }
  const start = new Int32Array(occurrences + 1);
  seatsAt.forEach(({ length }, a) => (start[a + 1] = start[a]! + length));
  return {
    start,
    trait: Int32Array.from(seatsAt.flat(), ([trait]) => trait),
    seats: Int32Array.from(seatsAt.flat(), ([, seats]) => seats),
    filled: Int32Array.from(seatsAt.flatMap((reserved, a) => filledInOrder(reserved.map(([, seats]) => seats), holders[a]!))),
  };
}

function seatsByTrait({ start, trait, seats }: TraitRows, a: number): [trait: number, seats: number][] {
  const reserved = new Map<number, number>();
  for (let row = start[a]!; row < start[a + 1]!; row++) if (trait[row] !== -1) reserved.set(trait[row]!, (reserved.get(trait[row]!) ?? 0) + seats[row]!);
  return [...reserved].sort(([x], [y]) => x - y);
}

function filledInOrder(reserved: readonly number[], holders: Int32Array): number[] {
  const within = holders.slice();
  for (let bit = 1; bit < within.length; bit <<= 1) for (let mask = 0; mask < within.length; mask++) if (mask & bit) within[mask]! += within[mask ^ bit]!;
  const all = within.length - 1;
  /** Holders with a trait of the set. */
  const withAny = (set: number): number => within[all]! - within[all ^ set]!;
  const rank = (set: number): number => {
    let least = withAny(set);
    for (let bound = set; bound > 0; bound = (bound - 1) & set) {
      let filled = withAny(set ^ bound);
      reserved.forEach((seats, bit) => (filled += (bound >> bit) & 1 ? seats : 0));
      least = Math.min(least, filled);
    }
    return least;
  };
  let before = 0;
  return reserved.map((_, bit) => {
    const upTo = rank(2 ** (bit + 1) - 1);
    const filled = upTo - before;
    before = upTo;
    return filled;
  });
}
