import fc from 'fast-check';
import { NO_END, NO_START, Rule, VETOED } from '../problem.ts';
import type { Problem, TraitRows } from '../problem.ts';

/** A typed problem in short: the wishes of each pupil, best first, and the seats of each occurrence. */
export interface Sketch {
  wishes: readonly (readonly number[])[];
  seats: readonly number[];
  /** Like `wishes`; default 0. */
  scores?: readonly (readonly number[])[];
  classes?: readonly (readonly number[])[];
  lottery?: readonly number[];
  minimum?: readonly number[];
  pins?: readonly (readonly [pupil: number, occurrence: number])[];
  /** Per pupil the bits of the traits held; per occurrence [trait, seats] rows. */
  traits?: readonly number[];
  reserves?: readonly (readonly (readonly [trait: number, seats: number])[])[];
  slots?: readonly (readonly (readonly [trait: number, seats: number])[])[];
  ceilings?: readonly (readonly (readonly [trait: number, seats: number])[])[];
  companies?: { seats: readonly number[]; of: readonly number[] };
}

export function problemOf({ wishes, seats, ...more }: Sketch): Problem {
  const column = (value: number): Int32Array => new Int32Array(seats.length).fill(value);
  const start = [0];
  for (const list of wishes) start.push(start.at(-1)! + list.length);
  return {
    wishStart: Int32Array.from(start),
    wishOccurrence: Int32Array.from(wishes.flat()),
    wishClass: Uint8Array.from(more.classes?.flat() ?? wishes.flat().map(() => 0)),
    size: new Int32Array(wishes.length).fill(1),
    lottery: Int32Array.from(more.lottery ?? wishes.keys()),
    capacity: Int32Array.from(seats),
    minimum: more.minimum ? Int32Array.from(more.minimum) : column(0),
    startsAt: column(NO_START),
    endsAt: column(NO_END),
    activity: column(-1),
    pinPupil: Int32Array.from(more.pins ?? [], ([pupil]) => pupil),
    pinOccurrence: Int32Array.from(more.pins ?? [], ([, occurrence]) => occurrence),
    placesPerPupil: 1,
    ...(more.scores ? { score: Int32Array.from(more.scores.flat()) } : {}),
    ...(more.companies ? { companies: { capacity: Int32Array.from(more.companies.seats), ofOccurrence: Int32Array.from(more.companies.of) } } : {}),
    ...(more.traits ? { choices: choicesOf(seats.length, more) } : {}),
  };
}

function choicesOf(occurrences: number, { traits, reserves, slots, ceilings }: Partial<Sketch>): NonNullable<Problem['choices']> {
  const rows = (lists: (readonly (readonly [number, number])[])[]): TraitRows => ({
    start: Int32Array.from([0, ...lists.map((_, a) => lists.slice(0, a + 1).flat().length)]),
    trait: Int32Array.from(lists.flat(), ([trait]) => trait),
    seats: Int32Array.from(lists.flat(), ([, count]) => count),
  });
  const all = Array.from({ length: occurrences }, (_, a) => a);
  return {
    traits: Int32Array.from(traits!),
    rule: Uint8Array.from(all, (a) => (slots?.[a]?.length ? Rule.SLOTS : reserves?.[a]?.length ? Rule.MINIMUM_GUARANTEE : Rule.PLAIN)),
    seats: rows(all.map((a) => (slots?.[a]?.length ? slots[a] : (reserves?.[a] ?? [])))),
    ceilings: rows(all.map((a) => ceilings?.[a] ?? [])),
  };
}

const PUPILS = 5;
const OCCURRENCES = 3;
const TRAITS = 2;

/** Five pupils, three occurrences, scarce seats, two overlapping traits with reserves, slots or ceilings, or companies instead. */
export const arbitraryProblem: fc.Arbitrary<Problem> = fc
  .record({
    lists: fc.array(fc.shuffledSubarray([0, 1, 2]), { minLength: PUPILS, maxLength: PUPILS }),
    seats: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: OCCURRENCES, maxLength: OCCURRENCES }),
    scores: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: PUPILS * OCCURRENCES, maxLength: PUPILS * OCCURRENCES }),
    barred: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: PUPILS * OCCURRENCES, maxLength: PUPILS * OCCURRENCES }),
    lottery: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: PUPILS }),
    pin: fc.tuple(fc.integer({ min: 0, max: PUPILS - 1 }), fc.integer({ min: 0, max: 3 * OCCURRENCES })),
    traits: fc.array(fc.integer({ min: 0, max: 2 ** TRAITS - 1 }), { minLength: PUPILS, maxLength: PUPILS }),
    rows: fc.array(fc.record({ kind: fc.constantFrom('reserves', 'slots', 'ceilings', 'none'), first: fc.integer({ min: 0, max: 2 }), second: fc.integer({ min: 0, max: 2 }) }), { minLength: OCCURRENCES, maxLength: OCCURRENCES }),
    companies: fc.option(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 2 }), { freq: 3 }),
    of: fc.array(fc.integer({ min: -1, max: 1 }), { minLength: OCCURRENCES, maxLength: OCCURRENCES }),
    withTraits: fc.boolean(),
  })
  .map(({ lists, seats, scores, barred, lottery, pin, traits, rows, companies, of, withTraits }) => {
    const rowsOf = (kind: string): (readonly (readonly [number, number])[])[] =>
      rows.map(({ kind: own, first, second }, a) => {
        if (own !== kind) return [];
        if (kind === 'ceilings') return [[0, first], [1, second]];
        const reserved = [Math.min(first, seats[a]!), Math.min(second, Math.max(0, seats[a]! - first))] as const;
        const held = [[0, reserved[0]], [1, reserved[1]]] as const;
        return kind === 'slots' ? [...held, [-1, seats[a]! - reserved[0] - reserved[1]]] : held;
      });
    const like = (values: number[]): number[][] => lists.map((list, p) => list.map((_, i) => values[p * OCCURRENCES + i]!));
    const pins = pin[1] < OCCURRENCES && seats[pin[1]]! > 0 ? [[pin[0], pin[1]] as const] : [];
    return problemOf({
      wishes: lists,
      seats,
      scores: like(scores),
      classes: like(barred).map((list, p) => list.map((value) => (value === 0 && pins[0]?.[0] !== p ? VETOED : 0))),
      lottery,
      pins,
      ...(withTraits ? { traits, reserves: rowsOf('reserves'), slots: rowsOf('slots'), ceilings: rowsOf('ceilings') } : companies ? { companies: { seats: companies.map((count) => Math.max(count, pins.length)), of } } : {}),
    });
  });
