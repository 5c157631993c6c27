import type { FrozenInput } from '../input/input.ts';
import { ingestFrozen } from '../input/ingest.ts';
import type { Ingested } from '../input/ingest.ts';
import { hashOf } from '../input/input-hash.ts';
import { optimumReasons } from './explain-optimum.ts';
import type { OptimumReason } from './explain-optimum.ts';
import { ledgerOf, neededFor } from './ledger.ts';
import type { KeyRecord, Ledger } from './ledger.ts';
import type { Optimum } from '../optimal/optimum.ts';
import { certificateOf } from '../outcome/optimum-record.ts';
import type { Outcome, PlaceRecord } from '../outcome/outcome.ts';
import { clashes } from '../problem.ts';
import type { Match, Problem } from '../problem.ts';
import { readOutcome } from './read-outcome.ts';
import { Reason, reasonsFor } from './reasons.ts';

/** Code and values of one wish not fulfilled; the words are the caller's. */
export type WishReason =
  | { code: 'NOT_ELIGIBLE'; params: { rule: string } }
  | { code: 'VETOED'; params: Record<string, never> }
  /** Too few took part; `seatsTaken` when it was closed. */
  | { code: 'CLOSED'; params: { minimum: number; seatsTaken: number } }
  | { code: 'CLASH'; params: { with: string; cause: 'TIME' | 'SAME_ACTIVITY' } }
  /** No seat was to be had with any key. */
  | { code: 'FULL'; params: { round: number; takenBy: 'NO_SEATS' | 'PINS' | 'EARLIER_ROUND' } }
  /** `cutoff` is the key of the last one admitted: the one to beat. */
  | { code: 'OUTRANKED_BY_PRIORITY' | 'OUTRANKED_BY_LOTTERY'; params: { round: number; own: KeyRecord; cutoff: KeyRecord } }
  /** Somebody with a worse key had a seat guaranteed to the trait; `cutoff` null = all seats went that way, no key would have done. */
  | { code: 'DISPLACED_BY_GUARANTEE'; params: { round: number; own: KeyRecord; cutoff: KeyRecord | null; trait: string } }
  /** As many as may count for the ceiling of the trait have better keys; `cutoff` null = none may. */
  | { code: 'CEILING'; params: { round: number; own: KeyRecord; cutoff: KeyRecord | null; trait: string } }
  /** Seats were left there, but not with the company; `cutoff` null = it had none for this round. */
  | { code: 'COMPANY_FULL'; params: { round: number; own: KeyRecord; cutoff: KeyRecord | null; company: string } }
  | { code: 'DOES_NOT_FIT'; params: { size: number; seatsFree: number; capacity: number } }
  /** The office has filled all places of this pupil. */
  | { code: 'PLACES_PINNED'; params: { places: string[] } }
  | OptimumReason;

export type RefusedWish = { occurrence: string; rank: number } & WishReason;

export interface PupilExplanation {
  id: string;
  /** `code` WISH: the best wish in reach in its round; PINNED: fixed by the office. */
  received: (Pick<PlaceRecord, 'occurrence' | 'rank' | 'round'> & { code: 'WISH' | 'PINNED' })[];
  /** Every wish better than what was received; all wishes not fulfilled where a place stayed empty. By rank. */
  refused: RefusedWish[];
}

/** Thrown when an outcome does not belong to the input it is to be explained by. */
export class ForeignOutcomeError extends Error {
  constructor() {
    super('the outcome was not made from this input');
    this.name = 'ForeignOutcomeError';
  }
}

/**
 * Explains an outcome to everybody: why this place, why not a better wish. By pupil id.
 *
 * @throws InvalidInputError for a bad input, ForeignOutcomeError when the outcome is not of this input.
 */
export function explain(input: FrozenInput, outcome: Outcome): PupilExplanation[] {
  const ingested = ingestFrozen(input);
  if (hashOf(ingested) !== outcome.inputHash) throw new ForeignOutcomeError();
  const reading = readOutcome(ingested, outcome);
  if (reading.violations.length > 0) throw new ForeignOutcomeError();
  const { problem, match } = reading;
  return explanationsOf(ingested, problem, outcome.optimum ? { ...match, certificate: certificateOf(problem, outcome.optimum) } : match, outcome);
}

/** `explain` for a match as the mechanism gave it, or as a record was read. */
export function explanationsOf(ingested: Ingested, problem: Problem, match: Match | Optimum, outcome: Outcome): PupilExplanation[] {
  return 'certificate' in match ? explainOptimum(ingested, problem, match, outcome) : explainMatch(ingested, problem, match, outcome);
}

function explainOptimum(ingested: Ingested, problem: Problem, optimum: Optimum, outcome: Outcome): PupilExplanation[] {
  const reasonFor = optimumReasons(ingested, problem, optimum);
  const { wishStart, wishOccurrence } = problem;
  return outcome.pupils.map(({ id, places }, p) => {
    const until = optimum.edge[p] === -1 ? wishStart[p + 1]! : optimum.edge[p]!;
    const refused = Array.from({ length: until - wishStart[p]! }, (_, i): RefusedWish => {
      const edge = wishStart[p]! + i;
      return { occurrence: ingested.occurrenceIds[wishOccurrence[edge]!]!, rank: i + 1, ...reasonFor(p, edge) };
    });
    return { id, received: receivedOf(places), refused };
  });
}

function explainMatch(ingested: Ingested, problem: Problem, match: Match, outcome: Outcome): PupilExplanation[] {
  const reasons = reasonsFor(problem, match);
  const describe = describer(ingested, problem, match, ledgerOf(problem, match));
  return outcome.pupils.map(({ id, places }, p) => {
    const refused: RefusedWish[] = [];
    for (let e = problem.wishStart[p]!; e < problem.wishStart[p + 1]!; e++) {
      const code = reasons.code[e]!;
      if (code === Reason.NONE || code === Reason.PLACED) continue;
      const occurrence = ingested.occurrenceIds[problem.wishOccurrence[e]!]!;
      refused.push({ occurrence, rank: e - problem.wishStart[p]! + 1, ...describe(p, e, code, reasons.round[e]!) });
    }
    return { id, received: receivedOf(places), refused };
  });
}

function receivedOf(places: readonly PlaceRecord[]): PupilExplanation['received'] {
  return places.map(({ occurrence, rank, round, pinned }) => ({ occurrence, rank, round, code: pinned ? 'PINNED' : 'WISH' }));
}

function describer({ rules, occurrenceIds, companyIds, traits }: Ingested, problem: Problem, match: Match, ledger: Ledger) {
  const { wishOccurrence, size, capacity, minimum, companies } = problem;
  const occurrences = occurrenceIds.length;
  const heldBy = (pupil: number): number[] => [...match.occurrence.subarray(pupil * match.stride, (pupil + 1) * match.stride)].filter((a) => a !== -1);
  const takenWhenClosed = new Map(match.closings.map(({ occurrence, taken }) => [occurrence, taken]));

  return (pupil: number, edge: number, code: number, round: number): WishReason => {
    const a = wishOccurrence[edge]!;
    const at = (round - 1) * occurrences + a;
    switch (code) {
      case Reason.NOT_ELIGIBLE:
        return { code: 'NOT_ELIGIBLE', params: { rule: rules.get(edge)! } };
      case Reason.VETOED:
        return { code: 'VETOED', params: {} };
      case Reason.CLOSED:
        return { code: 'CLOSED', params: { minimum: minimum[a]!, seatsTaken: takenWhenClosed.get(a)! } };
      case Reason.CLASH: {
        const other = heldBy(pupil).find((held) => clashes(problem, held, a))!;
        return { code: 'CLASH', params: { with: occurrenceIds[other]!, cause: clashes(problem, other, a)! } };
      }
      case Reason.FULL: {
        const takenBy = capacity[a] === 0 ? 'NO_SEATS' : capacity[a]! - ledger.pinned[a]! < size[pupil]! ? 'PINS' : 'EARLIER_ROUND';
        return { code: 'FULL', params: { round, takenBy } };
      }
      case Reason.DOES_NOT_FIT:
        return { code: 'DOES_NOT_FIT', params: { size: size[pupil]!, seatsFree: ledger.after[at]!, capacity: capacity[a]! } };
      case Reason.PLACES_PINNED:
        return { code: 'PLACES_PINNED', params: { places: heldBy(pupil).map((held) => occurrenceIds[held]!) } };
      default: {
        const { own, cutoff, trait } = neededFor(problem, ledger, pupil, edge, round);
        if (code === Reason.COMPANY_FULL) return { code: 'COMPANY_FULL', params: { round, own, cutoff, company: companyIds[companies!.ofOccurrence[a]!]! } };
        if (code === Reason.CEILING) return { code: 'CEILING', params: { round, own, cutoff, trait: traits[trait]! } };
        if (code === Reason.DISPLACED_BY_GUARANTEE) return { code: 'DISPLACED_BY_GUARANTEE', params: { round, own, cutoff, trait: traits[trait]! } };
        return { code: code === Reason.OUTRANKED_BY_PRIORITY ? 'OUTRANKED_BY_PRIORITY' : 'OUTRANKED_BY_LOTTERY', params: { round, own, cutoff: cutoff! } };
      }
    }
  };
}
