import { checkCombined } from './check-combined.ts';
import { Faults, MOST_SEATS, tableById } from './faults.ts';
import type { Row, Table } from './faults.ts';
import { InvalidInputError } from './input.ts';
import type { FrozenInput, InputProblem, MatchingInput, Mechanism } from './input.ts';
import { ingestChoices } from './ingest-choices.ts';
import type { TraitFacts } from './ingest-choices.ts';
import { checkCompanyOrders, ingestCompanies, ingestLotteries } from './ingest-companies.ts';
import type { CompanyFacts, LotteryFacts } from './ingest-companies.ts';
import { ingestPairs } from './ingest-pairs.ts';
import { ingestSettings } from './ingest-settings.ts';
import { MOST_PUPILS, NO_END, NO_START, NOT_ELIGIBLE, WORST_CLASS } from '../problem.ts';
import type { Problem } from '../problem.ts';

const LARGEST_UNIT = 1_000_000;
export const BEST_SCORE = 1_000_000;

/** A validated input as a typed problem (its lotteries not yet drawn), with the names its indexes stand for. */
export interface Ingested extends Pick<TraitFacts, 'traits' | 'masks'>, Omit<CompanyFacts, 'companies'>, LotteryFacts {
  problem: Omit<Problem, 'lottery' | 'lotteries'>;
  mechanism: Mechanism;
  pupilIds: string[];
  occurrenceIds: string[];
  /** Per occurrence the caller's name of its activity. */
  activities: (string | undefined)[];
  /** Per edge that is not eligible: the caller's rule code. */
  rules: Map<number, string>;
  /** [pupil, occurrence], sorted; also those outside the wishes. */
  vetoes: [number, number][];
}

/**
 * Reads the frozen part of an input into typed arrays, in the order of ids.
 *
 * @throws InvalidInputError with every problem found; never a partial result.
 */
export function ingestFrozen(input: FrozenInput): Ingested {
  return soundOnly(read(input, false));
}

/**
 * Reads a whole input, seed included, into typed arrays, in the order of ids.
 *
 * @throws InvalidInputError with every problem found; never a partial result.
 */
export function ingest(input: MatchingInput): Ingested {
  return soundOnly(read(input, true));
}

/** Every problem of an input, none when it can be solved. For a check before the run. */
export function inputProblems(input: MatchingInput): readonly InputProblem[] {
  return read(input, true).problems;
}

type Reading = { ingested: Ingested; problems: readonly InputProblem[] };

function soundOnly({ ingested, problems }: Reading): Ingested {
  if (problems.length > 0) throw new InvalidInputError(problems);
  return ingested;
}

function read(input: FrozenInput, withSeed: boolean): Reading {
  const faults = new Faults();
  const whole: Row = faults.row(input, 'input') ?? { pupils: [], occurrences: [] };
  if (withSeed) {
    faults.text(whole['seed'], 'seed');
    if (whole['seedSource'] !== undefined) faults.text(whole['seedSource'], 'seedSource');
  }
  const { placesPerPupil, mechanism } = ingestSettings(whole, faults);
  const occurrences = tableById(faults.list(whole['occurrences'], 'occurrences'), 'occurrences', faults);
  const pupils = tableById(faults.list(whole['pupils'], 'pupils'), 'pupils', faults);
  if (pupils.ids.length > MOST_PUPILS) faults.add('TOO_MANY_PUPILS', 'pupils', { most: MOST_PUPILS });

  const { activities, ...columns } = ingestOccurrences(occurrences, faults);
  const { rules, ...wishes } = ingestPupils(pupils, occurrences, faults);
  const { traits, masks, choices } = ingestChoices(pupils, occurrences, columns.capacity, faults);
  const { companies, ...companyNames } = ingestCompanies(whole, occurrences, faults);
  const lotteries = ingestLotteries(occurrences, pupils, faults);
  const started = { ...columns, ...wishes, placesPerPupil, ...(choices ? { choices } : {}), ...(companies ? { companies } : {}) };
  checkCompanyOrders(started, lotteries, pupils, occurrences, faults);
  checkCombined(started, lotteries.lotteryNames.length > 0, mechanism, pupils, occurrences, faults);
  const { pins, vetoes } = ingestPairs(whole, pupils, occurrences, started, companyNames.companyIds, faults);
  const pinPupil = Int32Array.from(pins, ([pupil]) => pupil);
  const pinOccurrence = Int32Array.from(pins, ([, occurrence]) => occurrence);
  const problem = { ...started, pinPupil, pinOccurrence };
  const names = { pupilIds: pupils.ids, occurrenceIds: occurrences.ids, activities, ...companyNames, traits, masks, ...lotteries };
  return { ingested: { problem, mechanism, ...names, rules, vetoes }, problems: faults.found };
}

function ingestOccurrences({ rows, at }: Table, faults: Faults) {
  const count = rows.length;
  const capacity = new Int32Array(count);
  const minimum = new Int32Array(count);
  const startsAt = new Int32Array(count).fill(NO_START);
  const endsAt = new Int32Array(count).fill(NO_END);
  const activity = new Int32Array(count).fill(-1);
  const activities: (string | undefined)[] = [];
  const activityIndex = new Map<string, number>();
  rows.forEach((row, a) => {
    const path = `occurrences[${at[a]!}]`;
    const before = faults.found.length;
    capacity[a] = faults.wholeNumber(row['capacity'], `${path}.capacity`, 0, MOST_SEATS);
    minimum[a] = faults.optionalNumber(row, 'minimum', path, 0, MOST_SEATS, 0);
    if (faults.found.length === before && minimum[a]! > capacity[a]!) {
      faults.add('MINIMUM_ABOVE_CAPACITY', `${path}.minimum`, { minimum: minimum[a]!, capacity: capacity[a]! });
    }
    const time = ingestTime(row, path, faults);
    if (time) [startsAt[a], endsAt[a]] = time;
    const name = row['activity'] === undefined ? undefined : faults.text(row['activity'], `${path}.activity`);
    activities.push(name);
    if (name !== undefined) {
      if (!activityIndex.has(name)) activityIndex.set(name, activityIndex.size);
      activity[a] = activityIndex.get(name)!;
    }
  });
  return { capacity, minimum, startsAt, endsAt, activity, activities };
}

function ingestTime(row: Row, path: string, faults: Faults): [number, number] | undefined {
  const { startsAt, endsAt } = row;
  if (startsAt === undefined && endsAt === undefined) return undefined;
  if (startsAt === undefined || endsAt === undefined) {
    faults.add('TIME_INCOMPLETE', `${path}.${startsAt === undefined ? 'startsAt' : 'endsAt'}`);
    return undefined;
  }
  const from = faults.minute(startsAt, `${path}.startsAt`);
  const to = faults.minute(endsAt, `${path}.endsAt`);
  if (from === undefined || to === undefined) return undefined;
  if (to <= from) faults.add('ENDS_BEFORE_START', `${path}.endsAt`);
  return [from, to];
}

function ingestPupils({ rows, at, asTheyCame }: Table, occurrences: Table, faults: Faults) {
  const wishStart = new Int32Array(rows.length + 1);
  for (const p of asTheyCame) {
    const list = rows[p]!['wishes'];
    wishStart[p + 1] = Array.isArray(list) ? list.length : faults.list(list, `pupils[${at[p]!}].wishes`).length;
  }
  for (let p = 0; p < rows.length; p++) wishStart[p + 1]! += wishStart[p]!;
  const wishOccurrence = new Int32Array(wishStart[rows.length]!);
  const wishClass = new Uint8Array(wishOccurrence.length);
  const size = new Int32Array(rows.length).fill(1);
  const rules = new Map<number, string>();
  const wishedBy = new Int32Array(occurrences.ids.length).fill(-1);
  let score: Int32Array | undefined;
  for (const p of asTheyCame) {
    const row = rows[p]!;
    if (row['size'] !== undefined) size[p] = faults.wholeNumber(row['size'], `pupils[${at[p]!}].size`, 1, LARGEST_UNIT);
    const list = row['wishes'] as readonly (WishRow | null | undefined)[];
    const start = wishStart[p]!;
    const end = wishStart[p + 1]!;
    for (let edge = start; edge < end; edge++) {
      const wish = list[edge - start];
      const occurrence = occurrences.find(wish?.occurrence);
      if (occurrence === undefined) {
        reportUnknownWish(wish, wishPath(at[p]!, edge - start), faults);
        wishOccurrence[edge] = -1;
        wishClass[edge] = NOT_ELIGIBLE;
        continue;
      }
      if (wishedBy[occurrence] === p) faults.add('DUPLICATE_WISH', `${wishPath(at[p]!, edge - start)}.occurrence`, { occurrence: occurrences.ids[occurrence]! });
      wishedBy[occurrence] = p;
      wishOccurrence[edge] = occurrence;
      const { priority, notEligible, score: fits } = wish!;
      if (priority !== undefined) wishClass[edge] = isClass(priority) ? priority : faults.wholeNumber(priority, `${wishPath(at[p]!, edge - start)}.priority`, 0, WORST_CLASS);
      if (fits !== undefined) (score ??= new Int32Array(wishOccurrence.length))[edge] = faults.wholeNumber(fits, `${wishPath(at[p]!, edge - start)}.score`, 0, BEST_SCORE);
      if (notEligible !== undefined) {
        rules.set(edge, faults.text(notEligible, `${wishPath(at[p]!, edge - start)}.notEligible`) ?? '');
        wishClass[edge] = NOT_ELIGIBLE;
      }
    }
  }
  return { wishStart, wishOccurrence, wishClass, size, rules, ...(score?.some((fits) => fits !== 0) ? { score } : {}) };
}

interface WishRow {
  occurrence?: unknown;
  priority?: unknown;
  score?: unknown;
  notEligible?: unknown;
}

function wishPath(pupil: number, wish: number): string {
  return `pupils[${pupil}].wishes[${wish}]`;
}

function reportUnknownWish(wish: unknown, path: string, faults: Faults): void {
  const row = faults.row(wish, path);
  const occurrence = row && faults.text(row['occurrence'], `${path}.occurrence`);
  if (occurrence !== undefined) faults.add('UNKNOWN_OCCURRENCE', `${path}.occurrence`, { occurrence });
}

/** Keeps the text of a path from being built for every sound wish. */
function isClass(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= WORST_CLASS;
}
