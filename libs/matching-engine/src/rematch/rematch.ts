import { chain } from './chain.ts';
import type { Move } from './chain.ts';
import { changedInput, checkNamed } from './changed-input.ts';
import type { RematchChange } from './changed-input.ts';
import { ForeignOutcomeError } from '../explain/explain.ts';
import { keyRecord } from '../explain/ledger.ts';
import type { KeyRecord } from '../explain/ledger.ts';
import { readOutcome } from '../explain/read-outcome.ts';
import { verifyMatch } from '../explain/verify-match.ts';
import { ingest } from '../input/ingest.ts';
import type { Ingested } from '../input/ingest.ts';
import { hashOf } from '../input/input-hash.ts';
import type { MatchingInput } from '../input/input.ts';
import { drawnBy } from '../input/lottery.ts';
import { compareOutcomes } from '../outcome/compare.ts';
import type { OutcomeComparison } from '../outcome/compare.ts';
import { outcomeOf } from '../outcome/outcome.ts';
import type { Outcome } from '../outcome/outcome.ts';
import { keyOf } from '../problem.ts';
import type { Match, Problem } from '../problem.ts';
import { placedBy } from '../solve.ts';

/**
 * CHAIN: free seats go to whoever would rather have them, and theirs to the next; everybody else stays.
 * WAITING_LIST: nobody gives up a place; free seats go to those who can take them beside what they hold.
 * FULL: everything is placed anew with the same lottery.
 */
export type RematchMode = 'CHAIN' | 'WAITING_LIST' | 'FULL';

/** One pupil's way from one occurrence to another; null = from or to the waiting list. */
export interface RematchMove {
  pupil: string;
  from: string | null;
  to: string | null;
}

export interface Rematch {
  /** The input after the change: what the outcome belongs to. */
  input: MatchingInput;
  outcome: Outcome;
  /** By CHAIN and WAITING_LIST in their order, by FULL in that of ids; without those who withdrew. */
  moves: RematchMove[];
  comparison: OutcomeComparison;
  /**
   * Claims that a new stable run would meet and this outcome does not, each a wish of a pupil with a better right than
   * somebody seated: of late applicants, of pupils who keep an accepted place, of larger groups. `verify` names them as
   * ENVY or WASTE. Empty for several places and after an optimum, where no such claim is promised.
   */
  openClaims: { pupil: string; occurrence: string }[];
}

/**
 * What becomes of a published outcome when pupils withdraw, come late, or seats change. See `chain` for what is promised;
 * a late applicant draws the number of his or her id in the same lottery, so the others keep their order. After an
 * optimum, CHAIN and WAITING_LIST go by the keys, and the record carries no proof any more.
 *
 * @param accepted ids of pupils who keep what they hold under CHAIN (they accepted, or attended already).
 * @throws InvalidInputError when the change names what is not there or leads to an input that cannot be solved;
 *   ForeignOutcomeError when the outcome is not of this input.
 */
export function rematch(input: MatchingInput, outcome: Outcome, change: RematchChange, mode: RematchMode, accepted: readonly string[] = []): Rematch {
  read(input, outcome);
  checkNamed('accepted', accepted, input.pupils, (pupil) => ({ code: 'UNKNOWN_PUPIL', params: { pupil } }));
  const changed = changedInput(input, change);
  const ingested = ingest(changed);
  const problem = drawnBy(changed.seed, ingested);
  const recordOf = (match: Match): Outcome => outcomeOf(ingested, problem, match, changed, hashOf(ingested));
  if (mode === 'FULL') {
    const after = recordOf(placedBy(ingested.mechanism, problem));
    const comparison = compareOutcomes(outcome, after);
    return { input: changed, outcome: after, moves: movesBetween(comparison), comparison, openClaims: [] };
  }
  const keep = new Set(accepted);
  const frozen = Uint8Array.from(ingested.pupilIds, (id) => (mode === 'WAITING_LIST' || keep.has(id) ? 1 : 0));
  const following = chain(problem, carriedOver(ingested, problem, outcome), { frozen });
  const moves = netMoves(following.settle()).map(({ pupil, from, to }) => ({ pupil: ingested.pupilIds[pupil]!, from: ingested.occurrenceIds[from] ?? null, to: ingested.occurrenceIds[to] ?? null }));
  const match = following.match();
  const after = recordOf(match);
  return { input: changed, outcome: after, moves, comparison: compareOutcomes(outcome, after), openClaims: openClaims(ingested, problem, match) };
}

function openClaims({ mechanism, pupilIds, occurrenceIds }: Ingested, problem: Problem, match: Match): Rematch['openClaims'] {
  if (mechanism.kind !== 'STABLE' || problem.placesPerPupil > 1) return [];
  const unmet = verifyMatch(problem, match).violations.filter(({ code }) => code === 'ENVY' || code === 'WASTE');
  return unmet.map(({ pupil, occurrence }) => ({ pupil: pupilIds[pupil!]!, occurrence: occurrenceIds[occurrence!]! }));
}

/** Who waits for an occurrence, next first. */
export interface WaitingList {
  occurrence: string;
  waiting: { pupil: string; rank: number; key: KeyRecord }[];
}

/**
 * The waiting lists of an outcome: everybody who would rather be there and may, in the order in which a seat of an
 * occurrence with the plain rule would be offered; a guarantee may prefer somebody further down. By occurrence id.
 *
 * @throws InvalidInputError for a bad input, ForeignOutcomeError when the outcome is not of this input.
 */
export function waitingLists(input: MatchingInput, outcome: Outcome): WaitingList[] {
  const { ingested, problem, match } = read(input, outcome);
  const { wishStart, wishOccurrence, wishClass, lottery, lotteries } = problem;
  const following = chain(problem, match);
  const closed = new Set(match.closings.map(({ occurrence }) => occurrence));
  return ingested.occurrenceIds.map((occurrence, a) => {
    const drawn = lotteries?.ranks[lotteries.ofOccurrence[a]!] ?? lottery;
    const waiting = closed.has(a) ? [] : following.waitingList(a);
    return {
      occurrence,
      waiting: waiting.map((pupil) => {
        const at = wishOccurrence.subarray(wishStart[pupil]!, wishStart[pupil + 1]!).indexOf(a);
        return { pupil: ingested.pupilIds[pupil]!, rank: at + 1, key: keyRecord(keyOf(wishClass[wishStart[pupil]! + at]!, drawn[pupil]!)) };
      }),
    };
  });
}

function read(input: MatchingInput, outcome: Outcome): { ingested: Ingested; problem: Problem; match: Match } {
  const ingested = ingest(input);
  if (hashOf(ingested) !== outcome.inputHash || input.seed !== outcome.seed) throw new ForeignOutcomeError();
  const { problem, match, violations } = readOutcome(ingested, outcome);
  if (violations.length > 0) throw new ForeignOutcomeError();
  return { ingested, problem, match };
}

/** The places of an outcome in the indexes of the changed input; whoever withdrew is gone, whoever is new has none. */
function carriedOver({ pupilIds, occurrenceIds }: Ingested, { wishStart }: Problem, { pupils, closed }: Outcome): Match {
  const places = new Map(pupils.map((pupil) => [pupil.id, pupil.places]));
  const index = new Map(occurrenceIds.map((id, a) => [id, a]));
  const stride = pupils.reduce((most, pupil) => Math.max(most, pupil.places.length), 1);
  const match: Match = {
    stride,
    occurrence: new Int32Array(pupilIds.length * stride).fill(-1),
    edge: new Int32Array(pupilIds.length * stride).fill(-1),
    round: new Uint8Array(pupilIds.length * stride),
    closings: closed.map(({ occurrence, seatsTaken }) => ({ occurrence: index.get(occurrence)!, taken: seatsTaken })),
  };
  pupilIds.forEach((id, p) =>
    places.get(id)?.forEach(({ occurrence, rank, round }, i) => {
      match.occurrence[p * stride + i] = index.get(occurrence)!;
      match.edge[p * stride + i] = rank === null ? -1 : wishStart[p]! + rank - 1;
      match.round[p * stride + i] = round;
    }),
  );
  return match;
}

/** Where each pupil came from and ended, in the order of first moves. */
function netMoves(moves: readonly Move[]): Move[] {
  const net: Move[] = [];
  for (const move of moves) {
    const earlier = net.find(({ pupil, to }) => pupil === move.pupil && to === move.from);
    if (earlier) earlier.to = move.to;
    else net.push({ ...move });
  }
  return net.filter(({ from, to }) => from !== to);
}

function movesBetween({ changes }: OutcomeComparison): RematchMove[] {
  return changes
    .filter(({ change }) => change !== 'LEFT')
    .flatMap(({ id, before, after }) => {
      const only = (some: typeof before, others: typeof before): string[] => some.flatMap(({ occurrence }) => (others.some((other) => other.occurrence === occurrence) ? [] : [occurrence]));
      const left = only(before, after);
      const gained = only(after, before);
      return Array.from({ length: Math.max(left.length, gained.length) }, (_, i) => ({ pupil: id, from: left[i] ?? null, to: gained[i] ?? null }));
    });
}
