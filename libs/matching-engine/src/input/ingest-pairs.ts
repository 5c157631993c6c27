import type { Faults, Row, Table } from './faults.ts';
import { NOT_ELIGIBLE, VETOED, clashes } from '../problem.ts';
import type { Problem } from '../problem.ts';

type Started = Omit<Problem, 'lottery' | 'lotteries' | 'pinPupil' | 'pinOccurrence'>;
type Pair = [pupil: number, occurrence: number];
type FoundPair = { pair: Pair; path: string };

/**
 * Reads pins and vetoes, checks them against one another and against the tables, and marks vetoed wishes in
 * `problem.wishClass` (a wish that is not eligible stays that).
 *
 * @returns both lists sorted by pupil, then occurrence.
 */
export function ingestPairs(whole: Row, pupils: Table, occurrences: Table, problem: Started, companyIds: readonly string[], faults: Faults): { pins: Pair[]; vetoes: Pair[] } {
  const read = (name: 'pins' | 'vetoes'): Map<number, FoundPair> => readPairs(faults.list(whole[name], name, true), name, pupils, occurrences, faults);
  const pins = read('pins');
  const vetoes = read('vetoes');
  for (const [key, { pair, path }] of pins) {
    const edge = edgeOf(problem, pair);
    if (vetoes.has(key)) faults.add('PINNED_AND_VETOED', path, { veto: vetoes.get(key)!.path });
    if (edge !== -1 && problem.wishClass[edge] === NOT_ELIGIBLE) faults.add('PIN_NOT_ELIGIBLE', path);
  }
  checkPinnedSeats(pins, occurrences, problem, faults);
  checkPinnedCompanies(pins, companyIds, problem, faults);
  checkPinnedPupils(pins, pupils, occurrences, problem, faults);
  for (const { pair } of vetoes.values()) {
    const edge = edgeOf(problem, pair);
    if (edge !== -1 && problem.wishClass[edge] !== NOT_ELIGIBLE) problem.wishClass[edge] = VETOED;
  }
  return { pins: sorted(pins), vetoes: sorted(vetoes) };
}

function readPairs(list: readonly unknown[], name: string, pupils: Table, occurrences: Table, faults: Faults): Map<number, FoundPair> {
  const found = new Map<number, FoundPair>();
  list.forEach((value, i) => {
    const path = `${name}[${i}]`;
    const row = faults.row(value, path);
    if (!row) return;
    const pupil = faults.text(row['pupil'], `${path}.pupil`);
    const occurrence = faults.text(row['occurrence'], `${path}.occurrence`);
    const p = pupils.find(pupil);
    const a = occurrences.find(occurrence);
    if (pupil !== undefined && p === undefined) faults.add('UNKNOWN_PUPIL', `${path}.pupil`, { pupil });
    if (occurrence !== undefined && a === undefined) faults.add('UNKNOWN_OCCURRENCE', `${path}.occurrence`, { occurrence });
    if (p === undefined || a === undefined) return;
    const key = p * occurrences.ids.length + a;
    const earlier = found.get(key);
    if (earlier) faults.add('DUPLICATE_PAIR', path, { first: earlier.path });
    else found.set(key, { pair: [p, a], path });
  });
  return found;
}

function checkPinnedSeats(pins: Map<number, FoundPair>, occurrences: Table, problem: Started, faults: Faults): void {
  const seats = new Map<number, number>();
  for (const { pair: [p, a] } of pins.values()) seats.set(a, (seats.get(a) ?? 0) + problem.size[p]!);
  for (const [a, pinned] of seats) {
    const capacity = problem.capacity[a]!;
    if (pinned > capacity) faults.add('PINS_EXCEED_CAPACITY', `occurrences[${occurrences.at[a]!}].capacity`, { pinned, capacity });
  }
}

function checkPinnedCompanies(pins: Map<number, FoundPair>, companyIds: readonly string[], { companies, size }: Started, faults: Faults): void {
  if (!companies) return;
  const seats = new Int32Array(companyIds.length);
  for (const { pair: [p, a] } of pins.values()) if (companies.ofOccurrence[a] !== -1) seats[companies.ofOccurrence[a]!]! += size[p]!;
  seats.forEach((pinned, c) => {
    const capacity = companies.capacity[c]!;
    if (pinned > capacity) faults.add('PINS_EXCEED_COMPANY', 'pins', { company: companyIds[c]!, pinned, capacity });
  });
}

function checkPinnedPupils(pins: Map<number, FoundPair>, pupils: Table, occurrences: Table, problem: Started, faults: Faults): void {
  const held = new Map<number, number[]>();
  for (const { pair: [p, a], path } of pins.values()) {
    const others = held.get(p) ?? [];
    const clash = others.find((other) => clashes(problem, other, a));
    if (clash !== undefined) faults.add('PINS_CLASH', path, { with: occurrences.ids[clash]! });
    held.set(p, [...others, a]);
  }
  for (const [p, places] of held) {
    if (places.length > problem.placesPerPupil) {
      faults.add('PINS_EXCEED_PLACES', `pupils[${pupils.at[p]!}]`, { pinned: places.length, placesPerPupil: problem.placesPerPupil });
    }
  }
}

function edgeOf({ wishStart, wishOccurrence }: Started, [pupil, occurrence]: Pair): number {
  for (let edge = wishStart[pupil]!; edge < wishStart[pupil + 1]!; edge++) if (wishOccurrence[edge] === occurrence) return edge;
  return -1;
}

function sorted(pairs: Map<number, FoundPair>): Pair[] {
  return [...pairs.entries()].sort(([x], [y]) => x - y).map(([, { pair }]) => pair);
}
