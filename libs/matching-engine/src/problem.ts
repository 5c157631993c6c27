/**
 * The typed-array door: one matching problem as flat arrays, pupils and occurrences as indexes.
 * A "pupil" (Schüler:in) is one unit that asks for seats: a person (size 1) or a whole class booked by head count (size n).
 * An "occurrence" (Termin) is what has seats.
 */
export interface Problem {
  /** Length pupils + 1: the wishes of pupil p are the edges wishStart[p] .. wishStart[p + 1] - 1, best first. */
  wishStart: Int32Array;
  /** Per edge: index of the occurrence wished. */
  wishOccurrence: Int32Array;
  /** Per edge: priority class, 0 = best, up to WORST_CLASS; VETOED or NOT_ELIGIBLE bar the pair. */
  wishClass: Uint8Array;
  /** Per pupil: seats needed, >= 1. */
  size: Int32Array;
  /** Per pupil: lottery rank, a permutation of 0 .. pupils - 1, smaller is better. */
  lottery: Int32Array;
  /** Per occurrence: seats. */
  capacity: Int32Array;
  /** Per occurrence: seats that must be taken for it to run; 0 = always runs. */
  minimum: Int32Array;
  /** Per occurrence: first minute and first minute after the end; NO_START and NO_END when it has no time. */
  startsAt: Int32Array;
  endsAt: Int32Array;
  /** Per occurrence: occurrences of the same activity (>= 0) exclude one another for one pupil; -1 = alone. */
  activity: Int32Array;
  /** Pairs the office has fixed (pins): they take their seats before anybody proposes. */
  pinPupil: Int32Array;
  pinOccurrence: Int32Array;
  /** How many occurrences one pupil may hold at most. */
  placesPerPupil: number;
  /** Reserves, slots and ceilings by trait; absent = every occurrence takes its best keys (`plain`). */
  choices?: Choices;
  /** Capacities of companies over several occurrences; absent = none. */
  companies?: { capacity: Int32Array; ofOccurrence: Int32Array };
  /** Several lotteries (MTB): per occurrence an index into `ranks`; absent = `lottery` rules everywhere. */
  lotteries?: { ofOccurrence: Int32Array; ranks: Int32Array[] };
  /** Per edge: how well the two fit, 0 .. 1,000,000; read by the score objectives only. */
  score?: Int32Array;
}

/** How an occurrence with traits chooses among those who ask. */
export const Rule = { PLAIN: 0, MINIMUM_GUARANTEE: 1, SLOTS: 2 } as const;

/** Rows of occurrence a: start[a] .. start[a + 1] - 1. */
export interface TraitRows {
  start: Int32Array;
  /** Index of a trait (bit of `traits`), or -1 = open. */
  trait: Int32Array;
  seats: Int32Array;
}

/** The choice rules of all occurrences. */
export interface Choices {
  /** Per pupil: bit t is set when the pupil holds trait t; at most 31 traits in all. */
  traits: Int32Array;
  /** Per occurrence one of `Rule`. */
  rule: Uint8Array;
  /** Reserves (MINIMUM_GUARANTEE, at most 8 a row) or the slots in their order (SLOTS). */
  seats: TraitRows;
  ceilings: TraitRows;
}

/** What `match` returns; every pupil has `stride` slots, filled from the left: pins first, then one place per round. */
export interface Match {
  stride: number;
  /** Per slot: occurrence, or -1. */
  occurrence: Int32Array;
  /** Per slot: edge of the wish fulfilled, or -1 (empty, or pinned outside the wishes). */
  edge: Int32Array;
  /** Per slot: round that gave the place, 0 = pinned. */
  round: Uint8Array;
  /** Occurrences closed below their minimum, in the order of closing, with the seats taken at that moment. */
  closings: { occurrence: number; taken: number }[];
}

export const NOT_ELIGIBLE = 255;
export const VETOED = 254;
export const WORST_CLASS = 253;
export const NO_START = 2 ** 31 - 1;
export const NO_END = -(2 ** 31);
/** A key packs class and lottery rank into 32 bits, so the rank has 24 of them. */
export const MOST_PUPILS = 2 ** 24;
export const MOST_PLACES = 100;

export function pupilCount(problem: Problem): number {
  return problem.lottery.length;
}

export function occurrenceCount(problem: Problem): number {
  return problem.capacity.length;
}

/**
 * The key of a pair: class first, lottery rank second, as one signed 32-bit integer. Smaller is better; keys at one
 * occurrence are distinct because lottery ranks are.
 */
export function keyOf(priority: number, lottery: number): number {
  return ((priority - 128) << 24) | lottery;
}

export function classOfKey(key: number): number {
  return (key >> 24) + 128;
}

export function lotteryOfKey(key: number): number {
  return key & 0xffffff;
}

/** Whether one pupil cannot attend both: the times overlap, or both are occurrences of one activity. Touching times do not clash. */
export function clashes(problem: Pick<Problem, 'startsAt' | 'endsAt' | 'activity'>, a: number, b: number): 'TIME' | 'SAME_ACTIVITY' | undefined {
  const activity = problem.activity[a]!;
  if (activity >= 0 && activity === problem.activity[b]!) return 'SAME_ACTIVITY';
  return problem.startsAt[a]! < problem.endsAt[b]! && problem.startsAt[b]! < problem.endsAt[a]! ? 'TIME' : undefined;
}

/**
 * Checks the shape of a typed problem in one pass over the edges and throws RangeError at the first fault. It guards
 * against a caller's programming errors; the objects door reports faults of data, all at once.
 */
export function checkProblem(problem: Problem): void {
  const { wishStart, wishOccurrence, wishClass, size, lottery, capacity, minimum, startsAt, endsAt, activity, pinPupil, pinOccurrence } = problem;
  const pupils = lottery.length;
  const occurrences = capacity.length;
  const must = (holds: boolean, what: string): void => {
    if (!holds) throw new RangeError(`typed problem: ${what}`);
  };
  must(pupils <= MOST_PUPILS, `more than ${MOST_PUPILS} pupils`);
  must(wishStart.length === pupils + 1 && size.length === pupils, 'wishStart and size must fit the number of pupils');
  must(wishClass.length === wishOccurrence.length, 'one class per wish');
  must([minimum, startsAt, endsAt, activity].every((column) => column.length === occurrences), 'one row per occurrence in every column');
  must(pinPupil.length === pinOccurrence.length, 'pins are pairs');
  must(Number.isInteger(problem.placesPerPupil) && problem.placesPerPupil >= 1 && problem.placesPerPupil <= MOST_PLACES, 'placesPerPupil out of range');
  must(wishStart[0] === 0 && wishStart[pupils] === wishOccurrence.length, 'wishStart must cover all wishes');
  const drawn = new Uint8Array(pupils);
  for (let p = 0; p < pupils; p++) {
    const rank = lottery[p]!;
    if (drawn[rank] !== 0) throw new RangeError('typed problem: lottery must be a permutation of the pupils');
    drawn[rank] = 1;
    if (size[p]! < 1) throw new RangeError('typed problem: sizes are at least 1');
    if (wishStart[p]! > wishStart[p + 1]!) throw new RangeError('typed problem: wishStart must not fall');
  }
  checkWishes(problem);
  for (let a = 0; a < occurrences; a++) must(capacity[a]! >= 0 && minimum[a]! >= 0, 'capacity and minimum are not negative');
  checkPins(problem);
}

function checkWishes({ wishStart, wishOccurrence, lottery, capacity }: Problem): void {
  const pupils = lottery.length;
  const occurrences = capacity.length;
  const wishedBy = new Int32Array(occurrences).fill(-1);
  for (let p = 0; p < pupils; p++) {
    const end = wishStart[p + 1]!;
    for (let e = wishStart[p]!; e < end; e++) {
      const a = wishOccurrence[e]!;
      if (a < 0 || a >= occurrences || wishedBy[a] === p) throw new RangeError('typed problem: a wish names an unknown occurrence or one twice');
      wishedBy[a] = p;
    }
  }
}

function checkPins({ size, capacity, pinPupil, pinOccurrence, placesPerPupil }: Problem): void {
  const places = new Map<number, Set<number>>();
  const seats = capacity.slice();
  pinPupil.forEach((pupil, i) => {
    const a = pinOccurrence[i]!;
    if (!(pupil in size) || !(a in capacity)) throw new RangeError('typed problem: a pin names nobody');
    const held = places.get(pupil) ?? new Set();
    if (held.has(a) || held.size === placesPerPupil) throw new RangeError('typed problem: a pin stands twice or a pupil has too many');
    places.set(pupil, held.add(a));
    seats[a]! -= size[pupil]!;
    if (seats[a]! < 0) throw new RangeError('typed problem: pins take more seats than there are');
  });
}
