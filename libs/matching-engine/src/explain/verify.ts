import { createHash } from 'node:crypto';
import { ingest } from '../input/ingest.ts';
import { hashOf } from '../input/input-hash.ts';
import type { MatchingInput } from '../input/input.ts';
import { MECHANISM } from '../outcome/outcome.ts';
import type { OccurrenceRecord, Outcome } from '../outcome/outcome.ts';
import type { Match, Problem } from '../problem.ts';
import { readOutcome } from './read-outcome.ts';
import type { Violation } from './read-outcome.ts';
import { verifyMatch } from './verify-match.ts';
import type { Tally } from './verify-match.ts';

/**
 * Checks an outcome record against its input, independently of how it was found: the record's frame (input hash, seed,
 * settings, mechanism), the lottery recomputed from the seed, every promise of `verifyMatch`, and the figures per
 * occurrence counted again.
 *
 * @returns every violation; empty = the outcome keeps all promises.
 * @throws InvalidInputError when the input itself is bad.
 */
export function verify(input: MatchingInput, outcome: Outcome): Violation[] {
  const ingested = ingest(input);
  const { problem, match, violations } = readOutcome(ingested, outcome);
  const frame: [Violation['code'], boolean][] = [
    ['MECHANISM', outcome.mechanism === MECHANISM],
    ['INPUT_HASH', outcome.inputHash === hashOf(ingested)],
    ['SEED', outcome.seed === input.seed],
    ['SETTINGS', outcome.settings.placesPerPupil === problem.placesPerPupil],
    ['LOTTERY', lotteryHolds(input.seed, ingested.pupilIds, problem.lottery)],
  ];
  const found: Violation[] = frame.filter(([, holds]) => !holds).map(([code]) => ({ code }));
  if (violations.some(({ code }) => code === 'PUPILS_DIFFER' || code === 'OCCURRENCES_DIFFER')) return [...found, ...violations];

  const checked = verifyMatch(problem, match);
  const named = checked.violations.map(({ code, pupil, occurrence }) => ({
    code,
    ...(pupil === undefined ? {} : { pupil: ingested.pupilIds[pupil]! }),
    ...(occurrence === undefined ? {} : { occurrence: ingested.occurrenceIds[occurrence]! }),
  }));
  const counted = countAgain(problem, match, checked.tally);
  const figures = outcome.occurrences
    .filter(({ id, ...figures }, a) => !same(figures, counted[a]!))
    .map(({ id }): Violation => ({ code: 'FIGURES', occurrence: id }));
  return [...found, ...violations, ...named, ...figures];
}

function lotteryHolds(seed: string, ids: readonly string[], lottery: Int32Array): boolean {
  const drawn: string[] = [];
  ids.forEach((id, p) => (drawn[lottery[p]!] = createHash('sha256').update(seed).update('\n').update(id).digest('hex')));
  return drawn.every((digest, rank) => rank === 0 || drawn[rank - 1]! <= digest);
}

type Figures = Omit<OccurrenceRecord, 'id'>;

function countAgain(problem: Problem, { stride, occurrence, closings }: Match, { left, worst }: Tally): Figures[] {
  const { wishStart, wishOccurrence, wishClass, size, capacity, minimum } = problem;
  const largest = size.reduce((most, seats) => Math.max(most, seats), 1);
  const closed = new Set(closings.map((closing) => closing.occurrence));
  const counted = Array.from(capacity, (seats, a): Figures => {
    const seatsFree = closed.has(a) ? seats : left[(stride - 1) * capacity.length + a]!;
    const cutoffs: Figures['cutoffs'] = [];
    for (let round = 1; round <= stride; round++) {
      const at = (round - 1) * capacity.length + a;
      if (worst[at]! < 0 || left[at]! >= largest) continue;
      cutoffs.push({ round, priority: Math.floor(worst[at]! / 2 ** 24), lottery: (worst[at]! % 2 ** 24) + 1 });
    }
    return {
      capacity: seats,
      minimum: minimum[a]!,
      applicants: 0,
      firstWishes: 0,
      placed: 0,
      seatsTaken: seats - seatsFree,
      seatsFree,
      minimumReached: seats - seatsFree >= minimum[a]!,
      closed: closed.has(a),
      cutoffs,
    };
  });
  const firstEdges = new Set(wishStart);
  wishOccurrence.forEach((a, edge) => {
    if (wishClass[edge]! > 253) return;
    counted[a]!.applicants++;
    if (firstEdges.has(edge)) counted[a]!.firstWishes++;
  });
  for (const a of occurrence) if (a !== -1) counted[a]!.placed++;
  return counted;
}

function same(recorded: Figures, counted: Figures): boolean {
  return (Object.keys(counted) as (keyof Figures)[]).every((field) => JSON.stringify(recorded[field]) === JSON.stringify(counted[field]));
}
