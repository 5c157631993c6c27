import { Rule, occurrenceCount } from '../problem.ts';
import type { Problem } from '../problem.ts';

/** How an occurrence chooses, as the mechanism tells it apart: `Rule`, and two kinds of PLAIN with a limit of their own. */
export const Kind = { ...Rule, CEILINGS: 3, COMPANY: 4 } as const;

/**
 * A cell holds the pupils an occurrence cannot tell apart but by their key. With reserves or slots it is one combination of
 * the traits they are for (2^K cells), with ceilings one ceiling counted for, or none (K + 1 cells), else there is one.
 */
export interface Cells {
  /** Cells of occurrence a: start[a] .. start[a + 1] - 1. */
  start: Int32Array;
  /** Per occurrence one of `Kind`. */
  kind: Uint8Array;
  /** Traits that count at occurrence a: trait[traitStart[a]] .. trait[traitStart[a + 1] - 1]; ceilings from the lowest up. */
  traitStart: Int32Array;
  trait: Int32Array;
  /** Per such trait the seats reserved or allowed; 0 with slots. */
  traitSeats: Int32Array;
}

/** Reads the cells off a problem. Traits that no occurrence speaks of make no difference. */
export function cellsOf(problem: Problem): Cells {
  const { choices, companies } = problem;
  const occurrences = occurrenceCount(problem);
  const start = new Int32Array(occurrences + 1);
  const traitStart = new Int32Array(occurrences + 1);
  const kind = new Uint8Array(occurrences);
  const trait: number[] = [];
  const traitSeats: number[] = [];
  for (let a = 0; a < occurrences; a++) {
    kind[a] = choices ? choices.rule[a]! : Kind.PLAIN;
    if (companies && companies.ofOccurrence[a] !== -1) kind[a] = Kind.COMPANY;
    if (choices && kind[a] === Kind.MINIMUM_GUARANTEE) {
      for (let row = choices.seats.start[a]!; row < choices.seats.start[a + 1]!; row++) {
        trait.push(choices.seats.trait[row]!);
        traitSeats.push(choices.seats.seats[row]!);
      }
    } else if (choices) {
      for (const [t, seats] of namedTraits(choices, a)) {
        trait.push(t);
        traitSeats.push(seats);
      }
    }
    traitStart[a + 1] = trait.length;
    const named = traitStart[a + 1]! - traitStart[a]!;
    if (kind[a] === Kind.PLAIN && named > 0) kind[a] = Kind.CEILINGS;
    start[a + 1] = start[a]! + (kind[a] === Kind.CEILINGS ? named + 1 : 1 << named);
  }
  return { start, kind, traitStart, trait: Int32Array.from(trait), traitSeats: Int32Array.from(traitSeats) };
}

function namedTraits({ rule, seats, ceilings }: NonNullable<Problem['choices']>, a: number): [trait: number, seats: number][] {
  const { start, trait, seats: count } = rule[a] === Rule.PLAIN ? ceilings : seats;
  if (start[a] === start[a + 1]) return [];
  const rows = Array.from(trait.subarray(start[a], start[a + 1]), (t, i): [number, number] => [t, count[start[a]! + i]!]);
  if (rule[a] === Rule.PLAIN) return rows.sort(([, x], [, y]) => x - y);
  return [...new Set(rows.map(([t]) => t))].filter((t) => t !== -1).map((t) => [t, 0]);
}

/** The cell of an occurrence, counted from its first, for a pupil with these traits. */
export function cellOf({ kind, traitStart, trait }: Cells, a: number, traits: number): number {
  const from = traitStart[a]!;
  const to = traitStart[a + 1]!;
  let cell = 0;
  if (kind[a] === Kind.CEILINGS) {
    for (let row = from; row < to; row++) if ((traits >> trait[row]!) & 1) return row - from + 1;
  } else {
    for (let row = from, bit = 1; row < to; row++, bit <<= 1) if ((traits >> trait[row]!) & 1) cell |= bit;
  }
  return cell;
}
