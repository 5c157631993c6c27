import { NO_END, NO_START, Rule } from '../problem.ts';
import type { Choices, Problem } from '../problem.ts';

/** One goal measured: a row of the table that `npm run bench` prints. */
export interface BenchRow {
  bench: string;
  goal: string;
  size: string;
  unit: string;
  value: number;
  target: number;
  held: boolean;
}

export interface Size {
  name: 'S1' | 'S2' | 'S3' | 'S4';
  pupils: number;
  occurrences: number;
  wishes: number;
}

/** S1 is a school, S2 a region, S3 a state, S4 a country. */
export const SIZES: Record<Size['name'], Size> = {
  S1: { name: 'S1', pupils: 1_000, occurrences: 100, wishes: 5 },
  S2: { name: 'S2', pupils: 10_000, occurrences: 1_000, wishes: 10 },
  S3: { name: 'S3', pupils: 100_000, occurrences: 2_000, wishes: 10 },
  S4: { name: 'S4', pupils: 1_000_000, occurrences: 20_000, wishes: 10 },
};

const SEATS_PER_PUPIL = 0.95;
const CLASSES = 4;
/** Share of the pupils with each trait, drawn independently, so that traits overlap. */
const HOLDERS = [0.5, 0.2, 0.25, 0.1, 0.3];
/** Share of the seats reserved for each trait, with three traits and with five. */
const RESERVED = { 3: [0.3, 0.1, 0.1], 5: [0.2, 0.1, 0.1, 0.05, 0.1] };
const SHARE_WITH_RESERVES = 2 / 3;

/**
 * A synthetic problem: pupils and occurrences live along a road; wishes are near ones, the popular drawn earlier and more
 * often; 95 seats for 100 pupils, 4 priority classes, one lottery. With `traits`, two thirds of the occurrences guarantee
 * seats to 3 or 5 overlapping traits. The same numbers on every machine; `seed` gives another draw.
 */
export function generate({ pupils, occurrences, wishes }: Size, { traits, seed = 20_261_121 }: { traits?: 3 | 5; seed?: number } = {}): Problem {
  const random = randomFrom(seed);
  const popularity = Float64Array.from({ length: occurrences }, () => random() ** 2);
  const wishOccurrence = new Int32Array(pupils * wishes);
  const reach = Math.min(occurrences, Math.max(40, Math.floor(occurrences / 20)));
  for (let p = 0; p < pupils; p++) {
    const home = Math.floor(random() * occurrences);
    const list = new Set<number>();
    while (list.size < wishes) {
      const near = (home + Math.floor((random() - 0.5) * reach) + occurrences) % occurrences;
      if (random() < 0.2 + popularity[near]!) list.add(near);
    }
    wishOccurrence.set([...list], p * wishes);
  }
  const weights = Float64Array.from({ length: occurrences }, () => 0.5 + random());
  const perWeight = (pupils * SEATS_PER_PUPIL) / weights.reduce((sum, weight) => sum + weight, 0);
  const column = (value: number): Int32Array => new Int32Array(occurrences).fill(value);
  const capacity = Int32Array.from(weights, (weight) => Math.max(1, Math.round(weight * perWeight)));
  return {
    wishStart: Int32Array.from({ length: pupils + 1 }, (_, p) => p * wishes),
    wishOccurrence,
    wishClass: Uint8Array.from(wishOccurrence, () => Math.floor(random() * CLASSES)),
    size: new Int32Array(pupils).fill(1),
    lottery: shuffled(pupils, random),
    capacity,
    minimum: column(0),
    startsAt: column(NO_START),
    endsAt: column(NO_END),
    activity: column(-1),
    pinPupil: new Int32Array(),
    pinOccurrence: new Int32Array(),
    placesPerPupil: 1,
    ...(traits ? { choices: reserves(pupils, capacity, traits, random) } : {}),
  };
}

function reserves(pupils: number, capacity: Int32Array, traits: 3 | 5, random: () => number): Choices {
  const shares = RESERVED[traits];
  const rule = Uint8Array.from(capacity, () => (random() < SHARE_WITH_RESERVES ? Rule.MINIMUM_GUARANTEE : Rule.PLAIN));
  const start = new Int32Array(capacity.length + 1);
  rule.forEach((kind, a) => (start[a + 1] = start[a]! + (kind === Rule.PLAIN ? 0 : traits)));
  const rows = start[capacity.length]!;
  const seats = { start, trait: Int32Array.from({ length: rows }, (_, row) => row % traits), seats: new Int32Array(rows) };
  capacity.forEach((all, a) => {
    for (let row = start[a]!; row < start[a + 1]!; row++) seats.seats[row] = Math.floor(all * shares[row - start[a]!]!);
  });
  return {
    traits: Int32Array.from({ length: pupils }, () => HOLDERS.slice(0, traits).reduce((mask, share, t) => (random() < share ? mask | (1 << t) : mask), 0)),
    rule,
    seats,
    ceilings: { start: new Int32Array(capacity.length + 1), trait: new Int32Array(), seats: new Int32Array() },
  };
}

/** The unit U of a problem: one native sort of its edges, packed in a Float64Array, in this process. */
export function unitOf({ wishOccurrence, wishClass }: Problem): () => unknown {
  const packed = Float64Array.from(wishOccurrence, (a, e) => a * 2 ** 32 + wishClass[e]! * 2 ** 24 + ((e * 2654435761) % 2 ** 24));
  return () => packed.slice().sort();
}

/**
 * How many times as long as `unit` the `work` takes, to three digits after the point: the median of `runs` ratios, in
 * turns, so that a busy machine slows both.
 */
export function medianRatio(runs: number, work: () => unknown, unit: () => unknown): number {
  const ratio = (): number => timed(work) / timed(unit);
  for (let warm = 0; warm < Math.max(2, runs / 4); warm++) ratio();
  const median = Array.from({ length: runs }, ratio).sort((x, y) => x - y)[runs >> 1]!;
  return Math.round(median * 1000) / 1000;
}

/** Milliseconds `work` takes once. */
export function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Small sizes need many runs until the runtime has compiled the code and the clock is fine enough. */
export function runsFor({ name, pupils }: Size): number {
  return name === 'S4' ? 3 : Math.max(9, Math.min(201, Math.floor(600_000 / pupils)));
}

/** The ranks 0 .. count - 1 in an order drawn from `random`. */
export function shuffled(count: number, random: () => number): Int32Array {
  const ranks = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [ranks[i], ranks[j]] = [ranks[j]!, ranks[i]!];
  }
  return ranks;
}

/** mulberry32: numbers from 0 to below 1, small, seeded, the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
