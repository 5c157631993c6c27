import { reasonsFor, solve, verifyMatch } from '../index.ts';
import type { MatchingInput, Problem } from '../index.ts';
import { matchSound } from '../stable/match.ts';
import { NO_END, NO_START } from '../problem.ts';

interface Row {
  bench: string;
  goal: string;
  size: string;
  unit: string;
  value: number;
  target: number;
  held: boolean;
}

interface Size {
  name: string;
  pupils: number;
  occurrences: number;
  wishes: number;
}

const SIZES: Size[] = [
  { name: 'S1', pupils: 1_000, occurrences: 100, wishes: 5 },
  { name: 'S2', pupils: 10_000, occurrences: 1_000, wishes: 10 },
  { name: 'S3', pupils: 100_000, occurrences: 2_000, wishes: 10 },
];
const LARGEST: Size = { name: 'S4', pupils: 1_000_000, occurrences: 20_000, wishes: 10 };
const SEATS_PER_PUPIL = 0.95;
const CLASSES = 4;

/**
 * Measures the engine in units of U: the native sort of the problem's edges, packed in a Float64Array, in this process.
 * Work and unit in turns, the median of the ratios; S4 only when `full`. Prints a table, or one JSON line per goal. The
 * goals are set for S3 and S4; below, fixed costs rule, so S1 and S2 stand in the table for information.
 */
export async function bench({ json, full }: { json: boolean; full: boolean }): Promise<Row[]> {
  const rows: Row[] = [];
  const measured: Omit<Row, 'bench' | 'target' | 'held'>[] = [];
  for (const size of full ? [...SIZES, LARGEST] : SIZES) {
    // Small sizes need many runs until the runtime has compiled the code and the clock is fine enough.
    const runs = Math.max(size === LARGEST ? 3 : 9, Math.min(201, Math.floor(600_000 / size.pupils)));
    const problem = generate(size);
    const packed = Float64Array.from(problem.wishOccurrence, (a, e) => a * 2 ** 32 + problem.wishClass[e]! * 2 ** 24 + ((e * 2654435761) % 2 ** 24));
    const sort = (): unknown => packed.slice().sort();
    const add = (goal: string, target: number, most: number, work: () => unknown): void => {
      const value = Math.round(medianRatio(Math.min(runs, most), work, sort) * 1000) / 1000;
      const measurement = { goal, size: size.name, unit: 'U', value };
      measured.push(measurement);
      if (size.pupils >= 100_000) rows.push({ bench: 'engine', ...measurement, target, held: value <= target });
    };
    const result = matchSound(problem);
    add('G1 plain M1', size === LARGEST ? 0.6 : 0.25, runs, () => matchSound(problem));
    add('G10 explain everyone', 0.1, runs, () => reasonsFor(problem, result));
    add('G10 independent verify', 0.1, runs, () => verifyMatch(problem, result));
    const input = asObjects(problem);
    add('objects door, lottery and hash included', size === LARGEST ? 5 : 3, 25, () => solve(input));
  }
  if (json) for (const row of rows) console.log(JSON.stringify(row));
  else {
    console.table(measured);
    console.table(rows);
  }
  return rows;
}

/** In turns, so that a busy machine slows both. */
function medianRatio(runs: number, work: () => unknown, unit: () => unknown): number {
  const ratio = (): number => timed(work) / timed(unit);
  for (let warm = 0; warm < Math.max(2, runs / 4); warm++) ratio();
  return Array.from({ length: runs }, ratio).sort((x, y) => x - y)[runs >> 1]!;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Pupils and occurrences live along a road; wishes are near ones, the popular drawn earlier and more often. */
function generate({ pupils, occurrences, wishes }: Size): Problem {
  const random = generator(20_261_121);
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
  return {
    wishStart: Int32Array.from({ length: pupils + 1 }, (_, p) => p * wishes),
    wishOccurrence,
    wishClass: Uint8Array.from(wishOccurrence, () => Math.floor(random() * CLASSES)),
    size: new Int32Array(pupils).fill(1),
    lottery: shuffled(pupils, random),
    capacity: Int32Array.from(weights, (weight) => Math.max(1, Math.round(weight * perWeight))),
    minimum: column(0),
    startsAt: column(NO_START),
    endsAt: column(NO_END),
    activity: column(-1),
    pinPupil: new Int32Array(),
    pinOccurrence: new Int32Array(),
    placesPerPupil: 1,
  };
}

/** The same problem as a service would hand it over: plain objects with string ids in no order, flat in memory as a parser makes them. */
function asObjects({ wishStart, wishOccurrence, wishClass, capacity, lottery }: Problem): MatchingInput {
  const ids = (kind: string, count: number): string[] =>
    JSON.parse(JSON.stringify(Array.from({ length: count }, (_, i) => `${(Math.imul(i + 1, 2654435761) >>> 0).toString(16).padStart(8, '0')}-${kind}-${i}`))) as string[];
  const occurrenceIds = ids('occurrence', capacity.length);
  const pupilIds = ids('pupil', lottery.length);
  return {
    seed: 'bench',
    occurrences: occurrenceIds.map((id, a) => ({ id, capacity: capacity[a]! })),
    pupils: pupilIds.map((id, p) => ({
      id,
      wishes: Array.from(wishOccurrence.subarray(wishStart[p], wishStart[p + 1]), (a, i) => ({ occurrence: occurrenceIds[a]!, priority: wishClass[wishStart[p]! + i]! })),
    })),
  };
}

function shuffled(count: number, random: () => number): Int32Array {
  const ranks = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [ranks[i], ranks[j]] = [ranks[j]!, ranks[i]!];
  }
  return ranks;
}

/** mulberry32: small, seeded, the same numbers everywhere. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
