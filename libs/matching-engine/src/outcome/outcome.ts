import { optimumRecord } from './optimum-record.ts';
import type { OptimumRecord } from './optimum-record.ts';
import { guaranteesOf } from './guarantees.ts';
import type { Guarantees } from './guarantees.ts';
import type { Ingested } from '../input/ingest.ts';
import type { MatchingInput, Mechanism } from '../input/input.ts';
import { ledgerOf, keyRecord, NOBODY } from '../explain/ledger.ts';
import type { Ledger } from '../explain/ledger.ts';
import type { Limits } from '../explain/limits.ts';
import { VETOED } from '../problem.ts';
import type { Optimum } from '../optimal/optimum.ts';
import type { Match, Problem } from '../problem.ts';
import { Kind } from '../stable/cells.ts';
import { OPEN, SHUT } from '../stable/choice.ts';

/** Name and version of each mechanism; another number may give other places for the same input. */
export const MECHANISMS = { STABLE: 'deferred-acceptance/1', OPTIMAL: 'exact-optimum/1' } as const;

/** One placement (Zuteilung). */
export interface PlaceRecord {
  occurrence: string;
  /** Rank of the wish it fulfils, 1 = first; null = pinned outside the wishes. */
  rank: number | null;
  /** Round that gave it, 1 = first; 0 = pinned. */
  round: number;
  pinned: boolean;
}

export interface PupilRecord {
  id: string;
  size: number;
  /** Lottery number, 1 goes first. */
  lottery: number;
  /** The numbers in the lotteries that have a name, where there are any. */
  lotteries?: Record<string, number>;
  /** Pins first, then in the order of rounds; empty = unplaced. */
  places: PlaceRecord[];
}

export interface OccurrenceRecord {
  id: string;
  capacity: number;
  minimum: number;
  /** Pupils who wish it and may attend, and how many of them name it first. */
  applicants: number;
  firstWishes: number;
  /** Pupils placed, and the seats they take (more than pupils where groups are booked by head count). */
  placed: number;
  seatsTaken: number;
  seatsFree: number;
  minimumReached: boolean;
  closed: boolean;
  /** Seats guaranteed to holders of a trait, by trait, and how many of them holders fill (see guaranteesOf). */
  guarantees: GuaranteeRecord[];
  /** Per round in which seats ran out, the key of the last one admitted: the one a newcomer would have had to beat. An optimum has none. */
  cutoffs: CutoffRecord[];
}

/** A key to beat in a round; null = no key would have done. */
export interface CutoffRecord {
  round: number;
  /** Of the traits the occurrence speaks of those a newcomer holds; with ceilings the one he or she counts for. */
  traits: string[];
  priority: number | null;
  lottery: number | null;
}

export interface GuaranteeRecord {
  trait: string;
  seats: number;
  filled: number;
}

export interface CompanyRecord {
  id: string;
  capacity: number;
  /** Over all its occurrences. */
  seatsTaken: number;
  seatsFree: number;
}

/** What a run records: plain JSON, the same bytes for the same input and seed. */
export interface Outcome {
  mechanism: (typeof MECHANISMS)[keyof typeof MECHANISMS];
  inputHash: string;
  seed: string;
  /** Where the seed came from, in the caller's words. */
  seedSource: string | null;
  settings: { placesPerPupil: number; mechanism: Mechanism };
  /** By id. */
  pupils: PupilRecord[];
  occurrences: OccurrenceRecord[];
  companies: CompanyRecord[];
  /** What was best and what proves it; null for a stable outcome. */
  optimum: OptimumRecord | null;
  /** Closed below their minimum, in the order of closing, with the seats taken when that was decided. */
  closed: { occurrence: string; seatsTaken: number; minimum: number }[];
}

/** Puts a match into words; `inputHash` is handed through. */
export function outcomeOf(ingested: Ingested, problem: Problem, match: Match | Optimum, { seed, seedSource }: Pick<MatchingInput, 'seed' | 'seedSource'>, inputHash: string): Outcome {
  const { occurrenceIds, mechanism } = ingested;
  return {
    mechanism: MECHANISMS[mechanism.kind],
    inputHash,
    seed,
    seedSource: seedSource ?? null,
    settings: { placesPerPupil: problem.placesPerPupil, mechanism },
    pupils: pupilRecords(ingested, problem, match),
    occurrences: occurrenceRecords(ingested, problem, match),
    companies: companyRecords(ingested, problem, match),
    optimum: mechanism.kind === 'OPTIMAL' && 'certificate' in match ? optimumRecord(problem, mechanism.objective, match) : null,
    closed: match.closings.map(({ occurrence, taken }) => ({
      occurrence: occurrenceIds[occurrence]!,
      seatsTaken: taken,
      minimum: problem.minimum[occurrence]!,
    })),
  };
}

function pupilRecords(ingested: Ingested, problem: Problem, match: Match): PupilRecord[] {
  const { pupilIds, lotteryNames } = ingested;
  const { size, lottery, lotteries } = problem;
  return pupilIds.map((id, p) => {
    const places = placesOf(ingested, problem, match, p);
    if (!lotteries) return { id, size: size[p]!, lottery: lottery[p]! + 1, places };
    const numbers = Object.fromEntries(lotteryNames.map((name, i) => [name, lotteries.ranks[i]![p]! + 1]));
    return { id, size: size[p]!, lottery: lottery[p]! + 1, lotteries: numbers, places };
  });
}

function placesOf({ occurrenceIds }: Ingested, { wishStart }: Problem, { stride, occurrence, edge, round }: Match, pupil: number): PlaceRecord[] {
  const places: PlaceRecord[] = [];
  for (let slot = pupil * stride; slot < (pupil + 1) * stride && occurrence[slot] !== -1; slot++) {
    const wish = edge[slot]!;
    places.push({
      occurrence: occurrenceIds[occurrence[slot]!]!,
      rank: wish === -1 ? null : wish - wishStart[pupil]! + 1,
      round: round[slot]!,
      pinned: round[slot] === 0,
    });
  }
  return places;
}

/** The rows per occurrence, all of them counted from the placements. */
function occurrenceRecords({ occurrenceIds, traits, mechanism }: Ingested, problem: Problem, match: Match): OccurrenceRecord[] {
  const { wishStart, wishOccurrence, wishClass, capacity, minimum } = problem;
  const occurrences = occurrenceIds.length;
  const applicants = new Int32Array(occurrences);
  const firstWishes = new Int32Array(occurrences);
  for (let p = 0; p + 1 < wishStart.length; p++) {
    for (let e = wishStart[p]!; e < wishStart[p + 1]!; e++) {
      if (wishClass[e]! >= VETOED) continue;
      applicants[wishOccurrence[e]!]!++;
      if (e === wishStart[p]) firstWishes[wishOccurrence[e]!]!++;
    }
  }
  const placed = new Int32Array(occurrences);
  for (const a of match.occurrence) if (a !== -1) placed[a]!++;
  const guarantees = problem.choices && guaranteesOf(problem.choices, match);
  const ledger = ledgerOf(problem, match);
  // A round refuses nobody where as many seats stay free as the largest unit needs.
  const largest = problem.size.reduce((most, seats) => Math.max(most, seats), 1);
  return occurrenceIds.map((id, a) => {
    const free = ledger.after[(match.stride - 1) * occurrences + a]!;
    const seatsFree = ledger.closed[a] ? capacity[a]! : free;
    const seatsTaken = capacity[a]! - seatsFree;
    return {
      id,
      capacity: capacity[a]!,
      minimum: minimum[a]!,
      applicants: applicants[a]!,
      firstWishes: firstWishes[a]!,
      placed: placed[a]!,
      seatsTaken,
      seatsFree,
      minimumReached: seatsTaken >= minimum[a]!,
      closed: ledger.closed[a] === 1,
      guarantees: guarantees ? guaranteeRecords(guarantees, traits, a) : [],
      cutoffs: mechanism.kind === 'OPTIMAL' ? [] : ledger.limits && ledger.limits.cells.kind[a] !== Kind.PLAIN ? limitsOf(ledger.limits, traits, a, match.stride) : cutoffsOf(ledger, a, occurrences, largest),
    };
  });
}

function guaranteeRecords({ start, trait, seats, filled }: Guarantees, traits: readonly string[], a: number): GuaranteeRecord[] {
  return Array.from({ length: start[a + 1]! - start[a]! }, (_, i) => {
    const row = start[a]! + i;
    return { trait: traits[trait[row]!]!, seats: seats[row]!, filled: filled[row]! };
  });
}

function companyRecords({ companyIds, companySeats }: Ingested, { companies, size }: Problem, { stride, occurrence }: Match): CompanyRecord[] {
  const taken = new Int32Array(companyIds.length);
  if (companies) {
    occurrence.forEach((a, slot) => {
      const company = a === -1 ? -1 : companies.ofOccurrence[a]!;
      if (company !== -1) taken[company]! += size[Math.floor(slot / stride)]!;
    });
  }
  return companyIds.map((id, c) => ({ id, capacity: companySeats[c]!, seatsTaken: taken[c]!, seatsFree: companySeats[c]! - taken[c]! }));
}

function cutoffsOf({ last, after }: Ledger, a: number, occurrences: number, largest: number): OccurrenceRecord['cutoffs'] {
  const cutoffs: OccurrenceRecord['cutoffs'] = [];
  for (let at = a, round = 1; at < last.length; at += occurrences, round++) {
    if (last[at] !== NOBODY && after[at]! < largest) cutoffs.push({ round, traits: [], ...keyRecord(last[at]!) });
  }
  return cutoffs;
}

/** The cutoffs of an occurrence with a rule of its own: one per combination of traits it can tell apart, none where anybody would have got in. */
function limitsOf({ cells, key }: Limits, traits: readonly string[], a: number, rounds: number): CutoffRecord[] {
  const { start, kind, traitStart, trait } = cells;
  const all = start[start.length - 1]!;
  const spokenOf = Array.from(trait.subarray(traitStart[a], traitStart[a + 1]), (t) => traits[t]!);
  const cutoffs: CutoffRecord[] = [];
  for (let round = 1; round <= rounds; round++) {
    for (let cell = 0; cell < start[a + 1]! - start[a]!; cell++) {
      const needed = key[(round - 1) * all + start[a]! + cell]!;
      if (needed === OPEN) continue;
      const held = spokenOf.filter((_, i) => (kind[a] === Kind.CEILINGS ? cell === i + 1 : (cell >> i) & 1));
      cutoffs.push({ round, traits: held, ...(needed === SHUT ? { priority: null, lottery: null } : keyRecord(needed)) });
    }
  }
  return cutoffs;
}
