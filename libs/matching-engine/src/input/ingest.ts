import { Faults, tableById } from './faults.ts';
import type { Row, Table } from './faults.ts';
import { InvalidInputError } from './input.ts';
import type { FrozenInput, InputProblem, MatchingInput } from './input.ts';
import { ingestPairs } from './ingest-pairs.ts';
import { MOST_PLACES, MOST_PUPILS, NO_END, NO_START, NOT_ELIGIBLE, WORST_CLASS } from '../problem.ts';
import type { Problem } from '../problem.ts';

export const MOST_SEATS = 1_000_000_000;
export const LARGEST_UNIT = 1_000_000;

/** A validated input as a typed problem (its lottery not yet drawn), with the names its indexes stand for. */
export interface Ingested {
  problem: Omit<Problem, 'lottery'>;
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
  if (withSeed) faults.text(whole['seed'], 'seed');
  const settings = whole['settings'] === undefined ? {} : (faults.row(whole['settings'], 'settings') ?? {});
  const placesPerPupil = optionalNumber(faults, settings, 'placesPerPupil', 'settings', 1, MOST_PLACES, 1);
  const occurrences = tableById(faults.list(whole['occurrences'], 'occurrences'), 'occurrences', faults);
  const pupils = tableById(faults.list(whole['pupils'], 'pupils'), 'pupils', faults);
  if (pupils.ids.length > MOST_PUPILS) faults.add('TOO_MANY_PUPILS', 'pupils', { most: MOST_PUPILS });

  const { activities, ...columns } = ingestOccurrences(occurrences, faults);
  const { rules, ...wishes } = ingestPupils(pupils, occurrences, faults);
  const started = { ...columns, ...wishes, placesPerPupil };
  const { pins, vetoes } = ingestPairs(whole, pupils, occurrences, started, faults);
  const pinPupil = Int32Array.from(pins, ([pupil]) => pupil);
  const pinOccurrence = Int32Array.from(pins, ([, occurrence]) => occurrence);
  return {
    ingested: { problem: { ...started, pinPupil, pinOccurrence }, pupilIds: pupils.ids, occurrenceIds: occurrences.ids, activities, rules, vetoes },
    problems: faults.found,
  };
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
    minimum[a] = optionalNumber(faults, row, 'minimum', path, 0, MOST_SEATS, 0);
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

function ingestPupils({ rows, at }: Table, occurrences: Table, faults: Faults) {
  const lists = rows.map((row, p) => (Array.isArray(row['wishes']) ? (row['wishes'] as unknown[]) : faults.list(row['wishes'], `pupils[${at[p]!}].wishes`)));
  const most = lists.reduce((sum, list) => sum + list.length, 0);
  const wishStart = new Int32Array(rows.length + 1);
  const wishOccurrence = new Int32Array(most);
  const wishClass = new Uint8Array(most);
  const size = new Int32Array(rows.length).fill(1);
  const rules = new Map<number, string>();
  const wishedBy = new Int32Array(occurrences.ids.length).fill(-1);
  let edge = 0;
  rows.forEach((row, p) => {
    if (row['size'] !== undefined) size[p] = faults.wholeNumber(row['size'], `pupils[${at[p]!}].size`, 1, LARGEST_UNIT);
    const list = lists[p]!;
    for (let i = 0; i < list.length; i++) {
      const path = (): string => `pupils[${at[p]!}].wishes[${i}]`;
      const wish = list[i] as Row | null | undefined;
      const occurrence = occurrences.find(wish?.['occurrence']);
      if (occurrence === undefined) {
        reportUnknownWish(wish, path(), faults);
        continue;
      }
      if (wishedBy[occurrence] === p) faults.add('DUPLICATE_WISH', `${path()}.occurrence`, { occurrence: occurrences.ids[occurrence]! });
      wishedBy[occurrence] = p;
      const { priority, notEligible } = wish as Row;
      if (priority !== undefined) wishClass[edge] = isClass(priority) ? priority : faults.wholeNumber(priority, `${path()}.priority`, 0, WORST_CLASS);
      if (notEligible !== undefined) {
        rules.set(edge, faults.text(notEligible, `${path()}.notEligible`) ?? '');
        wishClass[edge] = NOT_ELIGIBLE;
      }
      wishOccurrence[edge++] = occurrence;
    }
    wishStart[p + 1] = edge;
  });
  return { wishStart, wishOccurrence: wishOccurrence.subarray(0, edge), wishClass: wishClass.subarray(0, edge), size, rules };
}

function reportUnknownWish(wish: unknown, path: string, faults: Faults): void {
  const row = faults.row(wish, path);
  const occurrence = row && faults.text(row['occurrence'], `${path}.occurrence`);
  if (occurrence !== undefined) faults.add('UNKNOWN_OCCURRENCE', `${path}.occurrence`, { occurrence });
}

function optionalNumber(faults: Faults, row: Row, field: string, path: string, least: number, most: number, otherwise: number): number {
  return row[field] === undefined ? otherwise : faults.wholeNumber(row[field], `${path}.${field}`, least, most);
}

/** Keeps the text of a path from being built for every sound wish. */
function isClass(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= WORST_CLASS;
}
