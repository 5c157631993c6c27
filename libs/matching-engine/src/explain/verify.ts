import { createHash } from 'node:crypto';
import { isDeepStrictEqual as same } from 'node:util';
import { checkCutoffs } from './check-cutoffs.ts';
import { ingest } from '../input/ingest.ts';
import type { Ingested } from '../input/ingest.ts';
import { hashOf } from '../input/input-hash.ts';
import type { MatchingInput } from '../input/input.ts';
import { MECHANISMS } from '../outcome/outcome.ts';
import type { Outcome } from '../outcome/outcome.ts';
import type { Problem } from '../problem.ts';
import { readOutcome } from './read-outcome.ts';
import type { Violation, ViolationCode } from './read-outcome.ts';
import { recount } from './recount.ts';
import { verifyMatch } from './verify-match.ts';
import { verifyOptimum } from './verify-optimum.ts';

/** What only a stable outcome promises. */
const STABILITY: ReadonlySet<ViolationCode> = new Set(['WASTE', 'ENVY', 'GUARANTEE_MISSED']);

/**
 * Checks an outcome record against its input, independently of how it was found: the record's frame (input hash, seed,
 * settings, mechanism), the lottery recomputed from the seed, every promise of `verifyMatch`, for an optimum its proof
 * instead of stability, and the figures counted again.
 *
 * @returns every violation; empty = the outcome keeps all promises.
 * @throws InvalidInputError when the input itself is bad.
 */
export function verify(input: MatchingInput, outcome: Outcome): Violation[] {
  const ingested = ingest(input);
  const { problem, match, violations } = readOutcome(ingested, outcome);
  const frame: [Violation['code'], boolean][] = [
    ['MECHANISM', outcome.mechanism === MECHANISMS[ingested.mechanism.kind]],
    ['INPUT_HASH', outcome.inputHash === hashOf(ingested)],
    ['SEED', outcome.seed === input.seed],
    ['SETTINGS', same(outcome.settings, { placesPerPupil: problem.placesPerPupil, mechanism: ingested.mechanism })],
    ['SEED_SOURCE', outcome.seedSource === (input.seedSource ?? null)],
    ['LOTTERY', lotteriesHold(input.seed, ingested, problem)],
  ];
  const found: Violation[] = frame.filter(([, holds]) => !holds).map(([code]) => ({ code }));
  if (violations.some(({ code }) => code === 'PUPILS_DIFFER' || code === 'OCCURRENCES_DIFFER')) return [...found, ...violations];

  const checked = verifyMatch(problem, match);
  const promised = ingested.mechanism.kind === 'OPTIMAL' ? checked.violations.filter(({ code }) => !STABILITY.has(code)) : checked.violations;
  const named = promised.map(({ code, pupil, occurrence }) => ({
    code,
    ...(pupil === undefined ? {} : { pupil: ingested.pupilIds[pupil]! }),
    ...(occurrence === undefined ? {} : { occurrence: ingested.occurrenceIds[occurrence]! }),
  }));
  const counted = recount(ingested, problem, match, checked.tally);
  const { ruled, broken } = ingested.mechanism.kind === 'STABLE' ? checkCutoffs(ingested, problem, match, outcome.occurrences) : { ruled: [], broken: [] };
  const figures = outcome.occurrences
    .filter((row, a) => !same(row, ruled[a] ? { ...counted.occurrences[a], cutoffs: row.cutoffs } : counted.occurrences[a]))
    .map(({ id }): Violation => ({ code: 'FIGURES', occurrence: id }));
  for (const a of broken) figures.push({ code: 'CUTOFFS', occurrence: ingested.occurrenceIds[a]! });
  if (!same(outcome.companies, counted.companies)) figures.push({ code: 'COMPANY_FIGURES' });
  return [...found, ...violations, ...named, ...verifyOptimum(ingested, problem, match, outcome.optimum), ...figures];
}

function lotteriesHold(seed: string, { pupilIds, lotteryNames }: Ingested, { lottery, lotteries }: Problem): boolean {
  return lotteryHolds(`${seed}\n`, pupilIds, lottery) && lotteryNames.every((name, i) => lotteryHolds(`${seed}\n${name}\n`, pupilIds, lotteries!.ranks[i]!));
}

function lotteryHolds(before: string, ids: readonly string[], lottery: Int32Array): boolean {
  const drawn: string[] = [];
  ids.forEach((id, p) => (drawn[lottery[p]!] = createHash('sha256').update(before).update(id).digest('hex')));
  return drawn.every((digest, rank) => rank === 0 || drawn[rank - 1]! <= digest);
}
