import { MOST_SEATS, isSoundText } from './faults.ts';
import type { Faults, Row, Table } from './faults.ts';
import { MOST_TRAITS, Rule } from '../problem.ts';
import type { Choices, TraitRows } from '../problem.ts';

/** A mask of traits is one positive 32-bit number. */
const MOST_TRAITS_IN_ALL = 31;

type NamedSeats = { trait: string | null; seats: number };

interface NamedChoice {
  reserves: NamedSeats[];
  slots: NamedSeats[];
  ceilings: NamedSeats[];
}

/** What was said of traits: their names in order, who holds which, and how occurrences choose (absent = all plain). */
export interface TraitFacts {
  traits: string[];
  /** Per pupil the mask of traits; bit t = traits[t]. */
  masks: Int32Array;
  choices?: Choices;
}

/** Reads the traits of pupils and the reserves, slots and ceilings of occurrences. Rows of no seats are the same as none, except in ceilings. */
export function ingestChoices(pupils: Table, occurrences: Table, capacity: Int32Array, faults: Faults): TraitFacts {
  const names = new Map<string, number>();
  const held = readHeld(pupils, names, faults);
  const named = occurrences.rows.map((row, a) => (isPlain(row) ? undefined : readChoice(row, `occurrences[${occurrences.at[a]!}]`, capacity[a]!, faults)));
  for (const choice of named) if (choice) for (const row of [...choice.reserves, ...choice.slots, ...choice.ceilings]) if (row.trait !== null) numberOf(row.trait, names);
  const traits = [...names.keys()].sort();
  if (traits.length > MOST_TRAITS_IN_ALL) faults.add('TOO_MANY_TRAITS', 'input', { most: MOST_TRAITS_IN_ALL, found: traits.length });
  const bit = new Map(traits.slice(0, MOST_TRAITS_IN_ALL).map((trait, t) => [trait, t]));
  const masks = renumbered(held, [...names.keys()].map((trait) => bit.get(trait) ?? 0));
  if (named.every((choice) => choice === undefined)) return { traits, masks };
  const rows = (pick: (choice: NamedChoice) => NamedSeats[]): TraitRows => traitRows(named.map((choice) => (choice ? pick(choice) : [])), bit);
  return {
    traits,
    masks,
    choices: {
      traits: masks,
      rule: Uint8Array.from(named, (choice) => (choice?.slots.length ? Rule.SLOTS : choice?.reserves.length ? Rule.MINIMUM_GUARANTEE : Rule.PLAIN)),
      seats: rows(({ reserves, slots }) => (slots.length > 0 ? slots : reserves)),
      ceilings: rows(({ ceilings }) => ceilings),
    },
  };
}

function isPlain({ reserves, slots, ceilings }: Row): boolean {
  return reserves === undefined && slots === undefined && ceilings === undefined;
}

/** Per pupil the mask of traits, their bits in the order in which they are first named. */
function readHeld({ rows, at, asTheyCame }: Table, names: Map<string, number>, faults: Faults): Int32Array {
  const held = new Int32Array(rows.length);
  for (const p of asTheyCame) {
    const value = rows[p]!['traits'];
    if (value === undefined) continue;
    const list = Array.isArray(value) ? (value as unknown[]) : faults.list(value, `pupils[${at[p]!}].traits`);
    for (let i = 0; i < list.length; i++) {
      const path = (): string => `pupils[${at[p]!}].traits[${i}]`;
      const name: unknown = list[i];
      const trait = isSoundText(name) ? name : faults.text(name, path());
      if (trait === undefined) continue;
      const number = numberOf(trait, names);
      const mask = 1 << number;
      if (held[p]! & mask && number < MOST_TRAITS_IN_ALL) faults.add('DUPLICATE_TRAIT', path(), { trait });
      held[p]! |= mask;
    }
  }
  return held;
}

/** The number of a name, a new one for a new name; beyond the most there can be, where a fault is reported, the last. */
function numberOf(trait: string, names: Map<string, number>): number {
  const known = names.get(trait);
  if (known !== undefined) return known;
  const number = Math.min(names.size, MOST_TRAITS_IN_ALL);
  names.set(trait, number);
  return number;
}

function renumbered(held: Int32Array, bits: readonly number[]): Int32Array {
  const masks = new Map<number, number>();
  const renumber = (mask: number): number => {
    const moved = bits.reduce((sum, bit, number) => sum | (((mask >>> number) & 1) << bit), 0);
    masks.set(mask, moved);
    return moved;
  };
  return held.map((mask) => masks.get(mask) ?? renumber(mask));
}

function readChoice(row: Row, path: string, capacity: number, faults: Faults): NamedChoice | undefined {
  const before = faults.found.length;
  const reserves = readDistinct(row['reserves'], `${path}.reserves`, faults).filter(({ seats }) => seats > 0);
  const ceilings = readDistinct(row['ceilings'], `${path}.ceilings`, faults);
  const slots = joined(readSeats(row['slots'], `${path}.slots`, true, faults));
  const total = (rows: NamedSeats[]): number => rows.reduce((sum, { seats }) => sum + seats, 0);
  if (reserves.length > 0 && slots.length > 0) faults.add('RESERVES_AND_SLOTS', `${path}.slots`);
  if (faults.found.length === before && row['capacity'] === capacity) {
    if (total(reserves) > capacity) faults.add('RESERVES_EXCEED_CAPACITY', `${path}.reserves`, { reserved: total(reserves), capacity });
    if (slots.length > 0 && total(slots) !== capacity) faults.add('SLOTS_DIFFER_FROM_CAPACITY', `${path}.slots`, { slots: total(slots), capacity });
  }
  for (const [name, rows] of Object.entries({ reserves, slots, ceilings })) {
    const spokenOf = new Set(rows.flatMap(({ trait }) => trait ?? []));
    if (spokenOf.size > MOST_TRAITS) faults.add('TOO_MANY_TRAITS', `${path}.${name}`, { most: MOST_TRAITS, found: spokenOf.size });
  }
  return reserves.length + slots.length + ceilings.length === 0 ? undefined : { reserves, slots, ceilings };
}

/** Reserves or ceilings: each trait once, in the order of names. */
function readDistinct(value: unknown, path: string, faults: Faults): NamedSeats[] {
  const seen = new Set<string | null>();
  const rows = readSeats(value, path, false, faults, (trait, i) => {
    if (seen.has(trait)) faults.add('DUPLICATE_TRAIT', `${path}[${i}].trait`, { trait });
    seen.add(trait);
  });
  return rows.sort((x, y) => (x.trait! < y.trait! ? -1 : 1));
}

function readSeats(value: unknown, path: string, openToo: boolean, faults: Faults, read: (trait: string, at: number) => void = () => undefined): NamedSeats[] {
  return faults.list(value, path, true).flatMap((entry, i) => {
    const row = faults.row(entry, `${path}[${i}]`);
    if (!row) return [];
    const open = openToo && row['trait'] === null;
    const trait = open ? null : faults.text(row['trait'], `${path}[${i}].trait`);
    const seats = faults.wholeNumber(row['seats'], `${path}[${i}].seats`, 0, MOST_SEATS);
    if (typeof trait === 'string') read(trait, i);
    return trait === undefined ? [] : [{ trait, seats }];
  });
}

/** Neighbouring stretches of one kind are one stretch, however they were written. */
function joined(stretches: NamedSeats[]): NamedSeats[] {
  const sequence: NamedSeats[] = [];
  for (const { trait, seats } of stretches) {
    const last = sequence.at(-1);
    if (seats === 0) continue;
    if (last?.trait === trait) last.seats += seats;
    else sequence.push({ trait, seats });
  }
  return sequence;
}

function traitRows(lists: NamedSeats[][], bit: Map<string, number>): TraitRows {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, a) => (start[a + 1] = start[a]! + list.length));
  const rows = lists.flat();
  return { start, trait: Int32Array.from(rows, ({ trait }) => (trait === null ? -1 : (bit.get(trait) ?? 0))), seats: Int32Array.from(rows, ({ seats }) => seats) };
}
