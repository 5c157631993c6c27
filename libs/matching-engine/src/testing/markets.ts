import fc from 'fast-check';
import { checkProblem } from '../check-problem.ts';
import { NO_END, NO_START, Rule } from '../problem.ts';
import type { Problem, TraitRows } from '../problem.ts';

/** A small problem in rows instead of columns, easy to change in one place. */
export interface Market {
  pupils: MarketPupil[];
  occurrences: MarketOccurrence[];
  /** Seats per company. */
  companies: number[];
  pins: { pupil: number; occurrence: number }[];
  placesPerPupil: number;
}

export interface MarketPupil {
  wishes: { occurrence: number; priority: number }[];
  traits: number;
  /** A number in each lottery, the smaller the better; distinct among the pupils. */
  draws: number[];
}

export interface MarketOccurrence {
  capacity: number;
  kind: MarketKind;
  /** Reserves, slots or ceilings, by `kind`. */
  rows: { trait: number; seats: number }[];
  company: number;
  /** Index of `draws`. */
  lottery: number;
  minimum: number;
  hour: number | null;
}

export type MarketKind = 'PLAIN' | 'GUARANTEE' | 'SLOTS' | 'CEILINGS' | 'COMPANY';

export interface Wanted {
  pupils: number;
  kinds: readonly MarketKind[];
  lotteries?: boolean;
  pins?: boolean;
  places?: number;
  minimums?: boolean;
  times?: boolean;
}

export const EVERY_KIND: readonly MarketKind[] = ['PLAIN', 'GUARANTEE', 'SLOTS', 'CEILINGS', 'COMPANY'];
const OCCURRENCES = 4;
const TRAITS = 3;
const COMPANIES = 2;
const BARRED = 255;

/** Small markets with scarce seats; company occurrences put a pupil into one class and draw by the first lottery. */
export function arbitraryMarket({ pupils, kinds, lotteries, pins, places, minimums, times }: Wanted): fc.Arbitrary<Market> {
  const wish = fc.record({ occurrence: fc.nat(OCCURRENCES - 1), priority: fc.nat(2), barred: fc.nat(14) });
  const pupil = fc.record({ wishes: fc.uniqueArray(wish, { selector: (w) => w.occurrence, maxLength: OCCURRENCES }), traits: fc.nat(2 ** TRAITS - 1), ofCompany: fc.nat(2) });
  const permutation = fc.shuffledSubarray(Array.from({ length: pupils }, (_, i) => i), { minLength: pupils });
  const occurrence = fc.record({
    capacity: fc.nat(3),
    kind: fc.constantFrom(...kinds),
    seats: fc.array(fc.record({ trait: fc.integer({ min: -1, max: TRAITS - 1 }), seats: fc.nat(2) }), { maxLength: 3 }),
    company: fc.nat(COMPANIES - 1),
    lottery: fc.nat(2),
    minimum: fc.nat(2),
    hour: fc.integer({ min: 8, max: 10 }),
  });
  const pin = fc.record({ pupil: fc.nat(pupils - 1), occurrence: fc.nat(OCCURRENCES - 1) });
  return fc
    .record({
      pupils: fc.tuple(...Array.from({ length: pupils }, () => pupil)),
      draws: fc.tuple(permutation, permutation, permutation),
      occurrences: fc.tuple(...Array.from({ length: OCCURRENCES }, () => occurrence)),
      companies: fc.tuple(...Array.from({ length: COMPANIES }, () => fc.nat(4))),
      pins: fc.array(pin, { maxLength: pins ? 3 : 0 }),
      placesPerPupil: fc.integer({ min: 1, max: places ?? 1 }),
    })
    .map(({ pupils: rows, draws, occurrences, ...rest }): Market => {
      const made = occurrences.map(({ seats, hour, minimum, ...row }) => ({
        ...row,
        rows: rowsFor(row.kind, row.capacity, seats),
        company: row.kind === 'COMPANY' ? row.company : -1,
        lottery: row.kind === 'COMPANY' || !lotteries ? 0 : row.lottery,
        minimum: minimums ? Math.min(minimum, row.capacity) : 0,
        hour: times ? hour : null,
      }));
      return onlySoundPins({
        ...rest,
        occurrences: made,
        pupils: rows.map(({ wishes, traits, ofCompany }, p) => ({
          traits,
          draws: draws.map((order) => order[p]!),
          wishes: wishes.map(({ occurrence: a, priority, barred }) => ({ occurrence: a, priority: barred === 0 ? BARRED : made[a]!.kind === 'COMPANY' ? (ofCompany + made[a]!.company) % 3 : priority })),
        })),
      });
    });
}

function rowsFor(kind: MarketKind, capacity: number, rows: { trait: number; seats: number }[]): { trait: number; seats: number }[] {
  if (kind === 'PLAIN' || kind === 'COMPANY') return [];
  const distinct = rows.filter(({ trait }, i) => trait !== -1 && rows.findIndex((row) => row.trait === trait) === i);
  if (kind === 'CEILINGS') return distinct;
  let left = capacity;
  const cut = (kind === 'SLOTS' ? rows : distinct).map(({ trait, seats }) => {
    const kept = Math.min(seats, left);
    left -= kept;
    return { trait, seats: kept };
  });
  return kind === 'SLOTS' ? [...cut, { trait: -1, seats: left }] : cut;
}

/** Drops pins one by one until the market is sound. */
function onlySoundPins(market: Market): Market {
  for (let pins = market.pins; ; pins = pins.slice(1)) {
    try {
      const candidate = { ...market, pins };
      if (pins.every((pin) => isSound(market, pins, pin))) {
        checkProblem(problemOf(candidate));
        return candidate;
      }
    } catch (error) {
      if (pins.length === 0) throw error;
    }
  }
}

/** Neither barred nor beside another pin of the pupil at a time. */
function isSound({ pupils, occurrences }: Market, pins: Market['pins'], { pupil, occurrence }: Market['pins'][number]): boolean {
  const barred = pupils[pupil]!.wishes.some((wish) => wish.occurrence === occurrence && wish.priority === BARRED);
  return !barred && pins.every((other) => other.pupil !== pupil || other.occurrence === occurrence || occurrences[other.occurrence]!.hour === null);
}

/** The market in columns. */
export function problemOf({ pupils, occurrences, companies, pins, placesPerPupil }: Market): Problem {
  const wishes = pupils.map((pupil) => pupil.wishes);
  const start = (lists: readonly (readonly unknown[])[]): Int32Array => Int32Array.from([0, ...lists.map((_, i) => lists.slice(0, i + 1).flat().length)]);
  const column = (of: (row: MarketOccurrence) => number): Int32Array => Int32Array.from(occurrences, of);
  const ranks = (lottery: number): Int32Array => Int32Array.from(pupils, ({ draws }) => pupils.filter((other) => other.draws[lottery]! < draws[lottery]!).length);
  const rows = (of: (row: MarketOccurrence) => boolean): TraitRows => {
    const lists = occurrences.map((row) => (of(row) ? row.rows : []));
    return { start: start(lists), trait: Int32Array.from(lists.flat(), ({ trait }) => trait), seats: Int32Array.from(lists.flat(), ({ seats }) => seats) };
  };
  return {
    wishStart: start(wishes),
    wishOccurrence: Int32Array.from(wishes.flat(), ({ occurrence }) => occurrence),
    wishClass: Uint8Array.from(wishes.flat(), ({ priority }) => priority),
    size: new Int32Array(pupils.length).fill(1),
    lottery: ranks(0),
    capacity: column(({ capacity }) => capacity),
    minimum: column(({ minimum }) => minimum),
    startsAt: column(({ hour }) => (hour === null ? NO_START : hour)),
    endsAt: column(({ hour }) => (hour === null ? NO_END : hour + 1)),
    activity: column(() => -1),
    pinPupil: Int32Array.from(pins, ({ pupil }) => pupil),
    pinOccurrence: Int32Array.from(pins, ({ occurrence }) => occurrence),
    placesPerPupil,
    choices: {
      traits: Int32Array.from(pupils, ({ traits }) => traits),
      rule: Uint8Array.from(occurrences, ({ kind }) => (kind === 'GUARANTEE' ? Rule.MINIMUM_GUARANTEE : kind === 'SLOTS' ? Rule.SLOTS : Rule.PLAIN)),
      seats: rows(({ kind }) => kind === 'GUARANTEE' || kind === 'SLOTS'),
      ceilings: rows(({ kind }) => kind === 'CEILINGS'),
    },
    companies: { capacity: Int32Array.from(companies), ofOccurrence: column(({ company }) => company) },
    lotteries: { ofOccurrence: column(({ lottery }) => lottery - 1), ranks: [ranks(1), ranks(2)] },
  };
}
