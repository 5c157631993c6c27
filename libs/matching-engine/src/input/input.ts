/** A wish (Wunsch): the order in the pupil's list is its rank. */
export interface WishInput {
  occurrence: string;
  /** Priority class given by the office's rules, 0 = best (default) to 253; where both sides rank, the position in the occurrence's own list. */
  priority?: number;
  /** How well the two fit, a whole number from 0 to 1,000,000, higher is better; read by the score objectives only, default 0. */
  score?: number;
  /** The caller's code of the rule that bars this pupil from this occurrence; absent = eligible. */
  notEligible?: string;
}

/** A pupil (Schüler:in), or a whole group (Klasse) booked by head count. */
export interface PupilInput {
  id: string;
  /** Best first. */
  wishes: readonly WishInput[];
  /** Seats needed; default 1. */
  size?: number;
  /** Names of the traits that reserves, slots and ceilings speak of; no other rule reads them. */
  traits?: readonly string[];
}

/** Seats for holders of one trait. */
export interface TraitSeats {
  trait: string;
  seats: number;
}

/** A stretch of slots in the sequence of an occurrence: for holders of the trait, or open to all (null). */
export interface SlotInput {
  trait: string | null;
  seats: number;
}

/** An occurrence (Termin) of an activity. */
export interface OccurrenceInput {
  id: string;
  /** Seats. */
  capacity: number;
  /** Seats that must be taken for it to run; default 0. */
  minimum?: number;
  /** UTC instants (ISO 8601 with zone), both or neither; whole minutes count, seconds are cut off. */
  startsAt?: string;
  endsAt?: string;
  /** Occurrences of one activity exclude one another for one pupil; absent = stands alone. */
  activity?: string;
  /** Minimum guarantees: so many of the seats go to holders of the trait first, as far as any ask; at most 8 traits. */
  reserves?: readonly TraitSeats[];
  /** All seats as a sequence of slots, filled in this order; instead of reserves. */
  slots?: readonly SlotInput[];
  /** At most so many holders of the trait. Ceilings can hurt everybody (Hafalir, Yenmez & Yildirim 2013). */
  ceilings?: readonly TraitSeats[];
  /** The company behind it, when companies have a capacity of their own. */
  company?: string;
  /** Name of the lottery it draws by, without line feeds; absent = the one lottery of all. */
  lottery?: string;
}

/** A company that takes at most so many pupils over all its occurrences. */
export interface CompanyInput {
  id: string;
  capacity: number;
}

/** What an optimum is best in, after the most pupils are placed and the fewest guarantees stay unfilled. */
export const OBJECTIVES = ['RANK_SUM', 'RANK_MAXIMAL', 'GREEDY', 'GENEROUS', 'SCORE', 'WORST_SCORE_FIRST'] as const;
export type Objective = (typeof OBJECTIVES)[number];

/** How places are given: stable (the default), or the exact optimum of an objective. */
export type Mechanism = { kind: 'STABLE' } | { kind: 'OPTIMAL'; objective: Objective };

/** One pupil at one occurrence. */
export interface PairInput {
  pupil: string;
  occurrence: string;
}

/** Everything a run depends on except its lottery seed: what is frozen, hashed and published before the draw. */
export interface FrozenInput {
  pupils: readonly PupilInput[];
  occurrences: readonly OccurrenceInput[];
  /** Pairs the office has fixed; also outside the pupil's wishes. */
  pins?: readonly PairInput[];
  /** Pairs the office has forbidden. */
  vetoes?: readonly PairInput[];
  companies?: readonly CompanyInput[];
  settings?: {
    /** How many occurrences one pupil may hold; default 1. */
    placesPerPupil?: number;
    mechanism?: Mechanism;
  };
}

export interface MatchingInput extends FrozenInput {
  /** Text that fixes the lottery. */
  seed: string;
  /** Where the seed came from, in the office's words ("drand round 5,120,000, announced on 2 March"); stands in the record, decides nothing. */
  seedSource?: string;
}

export type InputProblemCode =
  | 'WRONG_TYPE'
  | 'EMPTY_TEXT'
  | 'ILL_FORMED_TEXT'
  | 'NOT_A_WHOLE_NUMBER'
  | 'OUT_OF_RANGE'
  | 'NOT_AN_INSTANT'
  | 'TIME_INCOMPLETE'
  | 'ENDS_BEFORE_START'
  | 'MINIMUM_ABOVE_CAPACITY'
  | 'TOO_MANY_PUPILS'
  | 'TOO_MANY_TRAITS'
  | 'TOO_MANY_LOTTERIES'
  | 'DUPLICATE_TRAIT'
  | 'RESERVES_AND_SLOTS'
  | 'RESERVES_EXCEED_CAPACITY'
  | 'SLOTS_DIFFER_FROM_CAPACITY'
  | 'UNKNOWN_COMPANY'
  | 'COMPANY_ORDERS_DIFFER'
  | 'COMPANY_LOTTERIES_DIFFER'
  | 'LINE_FEED'
  | 'UNKNOWN_MECHANISM'
  | 'UNKNOWN_OBJECTIVE'
  | 'NOT_COMBINED'
  | 'DUPLICATE_ID'
  | 'DUPLICATE_WISH'
  | 'DUPLICATE_PAIR'
  | 'UNKNOWN_PUPIL'
  | 'UNKNOWN_OCCURRENCE'
  | 'UNKNOWN_NEED'
  | 'UNKNOWN_OFFER'
  | 'PINNED_AND_VETOED'
  | 'PIN_NOT_ELIGIBLE'
  | 'PINS_CLASH'
  | 'PINS_EXCEED_CAPACITY'
  | 'PINS_EXCEED_COMPANY'
  | 'PINS_EXCEED_PLACES';

/** One fault of the input: a stable code, where it is (`pupils[3].wishes[0].occurrence`), and the values needed to say it. */
export interface InputProblem {
  code: InputProblemCode;
  path: string;
  params: Record<string, string | number>;
}

/** Thrown instead of an outcome; `problems` lists every fault found, in the order of the input. */
export class InvalidInputError extends Error {
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super(`the matching input has ${problems.length} problem(s): ${problems.slice(0, 3).map(({ code, path }) => `${code} at ${path}`).join(', ')}`);
    this.name = 'InvalidInputError';
    this.problems = problems;
  }
}
