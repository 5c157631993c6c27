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
  /** Capacities of companies over several occurrences: per occurrence an index into `capacity`, or -1 = of no company. */
  companies?: { capacity: Int32Array; ofOccurrence: Int32Array };
  /**
   * Several lotteries (MTB): per occurrence an index into `ranks`, or -1 = drawn by `lottery`; absent = `lottery` rules
   * everywhere. Each of `ranks` is a permutation of the pupils as `lottery` is.
   */
  lotteries?: { ofOccurrence: Int32Array; ranks: Int32Array[] };
  /** Per edge: how well the two fit, 0 .. 1,000,000; read by the score objectives only. */
  score?: Int32Array;
}

/**
 * How an occurrence with traits chooses among those who ask. Whoever already has a seat there (a pin, a place of an earlier
 * round) keeps it and counts in every rule.
 *
 * - PLAIN: the best keys; with ceilings, in the order of keys, whoever is still under the ceiling. A pupil counts for one
 *   ceiling only, the lowest of his or her traits (of equals the first row): more holders than its ceiling has a trait only
 *   by those who count for a lower one. Counting twice would make the outcome depend on the order of proposals.
 * - MINIMUM_GUARANTEE (Sonmez & Yenmez 2022): as many as there are seats; among such sets those that fill most reserved
 *   seats, where a pupil with several traits fills at most one; among those the best by key.
 * - SLOTS (Kominers & Sonmez 2016): one slot after the other takes, of those left, the best key among the holders of its
 *   trait, and when there is none the best key of all; an open slot takes the best key. So no slot stays empty.
 *   Those who already have a seat, best lottery number first, take the first slot that is open or for a trait of theirs;
 *   whoever finds none takes the last slot left.
 */
export const Rule = { PLAIN: 0, MINIMUM_GUARANTEE: 1, SLOTS: 2 } as const;

/** Rows of occurrence a: start[a] .. start[a + 1] - 1. */
export interface TraitRows {
  start: Int32Array;
  /** Index of a trait (bit of `traits`), or -1 = open (slots only). */
  trait: Int32Array;
  seats: Int32Array;
}

/** The choice rules of all occurrences. */
export interface Choices {
  /** Per pupil: bit t is set when the pupil holds trait t; at most 31 traits in all. */
  traits: Int32Array;
  /** Per occurrence one of `Rule`. */
  rule: Uint8Array;
  /** Reserves (MINIMUM_GUARANTEE) or the slots in their order (SLOTS); at most MOST_TRAITS traits an occurrence. */
  seats: TraitRows;
  /** With PLAIN only. */
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
/** Traits one occurrence may reserve for: the work grows with the number of their combinations. */
export const MOST_TRAITS = 8;

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

/** The lottery rank of a pupil at an occurrence, by the lottery it draws by. */
export function rankAt({ lottery, lotteries }: Pick<Problem, 'lottery' | 'lotteries'>, pupil: number, a: number): number {
  const drawnBy = lotteries ? lotteries.ofOccurrence[a]! : -1;
  return drawnBy === -1 ? lottery[pupil]! : lotteries!.ranks[drawnBy]![pupil]!;
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

/** Whether everybody asks for one seat; other units go with the plain rule and the one lottery only. */
export function allSingle({ size }: Problem): boolean {
  for (let p = 0; p < size.length; p++) if (size[p] !== 1) return false;
  return true;
}
