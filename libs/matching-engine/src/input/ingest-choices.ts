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
  const held = new Map<number, string[]>();
  pupils.rows.forEach((row, p) => {
    if (row['traits'] !== undefined) held.set(p, readHeld(row['traits'], `pupils[${pupils.at[p]!}].traits`, faults));
  });
  const named = occurrences.rows.map((row, a) => (isPlain(row) ? undefined : readChoice(row, `occurrences[${occurrences.at[a]!}]`, capacity[a]!, faults)));
  const names = new Set<string>();
  for (const some of held.values()) for (const trait of some) names.add(trait);
  for (const choice of named) if (choice) for (const row of [...choice.reserves, ...choice.slots, ...choice.ceilings]) if (row.trait !== null) names.add(row.trait);
  const traits = [...names].sort();
  if (traits.length > MOST_TRAITS_IN_ALL) faults.add('TOO_MANY_TRAITS', 'input', { most: MOST_TRAITS_IN_ALL, found: traits.length });
  const bit = new Map(traits.slice(0, MOST_TRAITS_IN_ALL).map((trait, t) => [trait, t]));
  const masks = new Int32Array(pupils.ids.length);
  for (const [p, some] of held) for (const trait of some) masks[p]! |= 1 << (bit.get(trait) ?? 0);
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

function readHeld(value: unknown, path: string, faults: Faults): string[] {
  const traits: string[] = [];
  faults.list(value, path).forEach((name, i) => {
    const trait = isSoundText(name) ? name : faults.text(name, `${path}[${i}]`);
    if (trait === undefined) return;
    if (traits.includes(trait)) faults.add('DUPLICATE_TRAIT', `${path}[${i}]`, { trait });
    traits.push(trait);
  });
  return traits;
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
