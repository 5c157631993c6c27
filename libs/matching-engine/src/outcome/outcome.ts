import type { Ingested } from '../input/ingest.ts';
import { ledgerOf, keyRecord, NOBODY } from '../explain/ledger.ts';
import type { KeyRecord, Ledger } from '../explain/ledger.ts';
import { VETOED } from '../problem.ts';
import type { Match, Problem } from '../problem.ts';

/** Name and version of the mechanism; another number may give other places for the same input. */
export const MECHANISM = 'deferred-acceptance/1';

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
  /** Per round in which seats ran out, the key of the last one admitted: the one a newcomer would have had to beat. */
  cutoffs: (KeyRecord & { round: number })[];
}

/** What a run records: plain JSON, the same bytes for the same input and seed. */
export interface Outcome {
  mechanism: typeof MECHANISM;
  inputHash: string;
  seed: string;
  settings: { placesPerPupil: number };
  /** By id. */
  pupils: PupilRecord[];
  occurrences: OccurrenceRecord[];
  /** Closed below their minimum, in the order of closing, with the seats taken when that was decided. */
  closed: { occurrence: string; seatsTaken: number; minimum: number }[];
}

/** Puts a match into words; `inputHash` is handed through. */
export function outcomeOf(ingested: Ingested, problem: Problem, match: Match, seed: string, inputHash: string): Outcome {
  const { pupilIds, occurrenceIds } = ingested;
  return {
    mechanism: MECHANISM,
    inputHash,
    seed,
    settings: { placesPerPupil: problem.placesPerPupil },
    pupils: pupilIds.map((id, p) => ({ id, size: problem.size[p]!, lottery: problem.lottery[p]! + 1, places: placesOf(ingested, problem, match, p) })),
    occurrences: occurrenceRecords(ingested, problem, match),
    closed: match.closings.map(({ occurrence, taken }) => ({
      occurrence: occurrenceIds[occurrence]!,
      seatsTaken: taken,
      minimum: problem.minimum[occurrence]!,
    })),
  };
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
function occurrenceRecords({ occurrenceIds }: Ingested, problem: Problem, match: Match): OccurrenceRecord[] {
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
      cutoffs: cutoffsOf(ledger, a, occurrences, largest),
    };
  });
}

function cutoffsOf({ last, after }: Ledger, a: number, occurrences: number, largest: number): OccurrenceRecord['cutoffs'] {
  const cutoffs: OccurrenceRecord['cutoffs'] = [];
  for (let at = a, round = 1; at < last.length; at += occurrences, round++) {
    if (last[at] !== NOBODY && after[at]! < largest) cutoffs.push({ round, ...keyRecord(last[at]!) });
  }
  return cutoffs;
}
