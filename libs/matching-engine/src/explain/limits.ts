import { cellOf, cellsOf } from '../stable/cells.ts';
import type { Cells } from '../stable/cells.ts';
import { desksOf, neededAt, noteAt } from '../stable/desks.ts';
import { lookupFor } from '../stable/guaranteed-acceptance.ts';
import type { Lookup } from '../stable/guaranteed-acceptance.ts';
import { guaranteeInTheWay } from '../stable/guarantees.ts';
import { seatingOf } from '../stable/seating.ts';
import { keyOf, occurrenceCount } from '../problem.ts';
import type { Match, Problem } from '../problem.ts';

/** Cutoffs by trait: what each cell needed, round r (from 1) at (r - 1) * (number of cells) + cell. */
export interface Limits {
  cells: Cells;
  /** A newcomer of the cell would have needed a smaller key; SHUT = none would have done. */
  key: Int32Array;
  /** The trait whose guarantee, slot or ceiling stood in the way of the cell; -1 = none. */
  trait: Int8Array;
  /** Where every occurrence is plain or guarantees seats: the cells of all pupils. */
  lookup?: Lookup;
}

/** Seats those admitted in each round by the rules again, and asks what would have been needed instead. `before` is the ledger's. */
export function limitsOf(problem: Problem, match: Match, before: Int32Array): Limits {
  const cells = cellsOf(problem);
  const { stride, occurrence, round } = match;
  const all = cells.start[cells.kind.length]!;
  const lookup = lookupFor(problem, cells);
  const limits: Limits = { cells, key: new Int32Array(all * stride), trait: new Int8Array(all * stride), ...(lookup ? { lookup } : {}) };
  const earlier = { pupil: [] as number[], occurrence: [] as number[] };
  for (let inRound = 1; inRound <= stride; inRound++) {
    for (let slot = 0; slot < occurrence.length; slot++) {
      if (occurrence[slot] === -1 || round[slot] !== inRound - 1) continue;
      earlier.pupil.push(Math.floor(slot / stride));
      earlier.occurrence.push(occurrence[slot]!);
    }
    const seats = before.slice((inRound - 1) * cells.kind.length, inRound * cells.kind.length);
    if (lookup) limitsByTables(problem, match, { seats, earlier, inRound }, limits, lookup);
    else limitsByRules(problem, match, { seats, earlier, inRound }, limits);
  }
  return limits;
}

/** Where in `limits` a pupil falls at an occurrence in a round. */
export function limitAt({ cells }: Limits, problem: Problem, pupil: number, a: number, round: number): number {
  return (round - 1) * cells.start[cells.kind.length]! + cells.start[a]! + cellOf(cells, a, problem.choices ? problem.choices.traits[pupil]! : 0);
}

interface RoundBegun {
  seats: Int32Array;
  earlier: { pupil: number[]; occurrence: number[] };
  inRound: number;
}

function limitsByRules(problem: Problem, { stride, occurrence, edge, round }: Match, { seats, earlier, inRound }: RoundBegun, { cells, key, trait }: Limits): void {
  const room = seats.map((free) => Math.min(free, problem.lottery.length));
  const { offer, limitOf, rankOf } = seatingOf(problem, { seats, room, earlier });
  for (let slot = 0; slot < occurrence.length; slot++) {
    if (occurrence[slot] === -1 || round[slot] !== inRound) continue;
    const pupil = stride === 1 ? slot : Math.floor(slot / stride);
    offer(pupil, occurrence[slot]!, keyOf(problem.wishClass[edge[slot]!]!, rankOf(pupil, occurrence[slot]!)));
  }
  for (let a = 0, at = (inRound - 1) * cells.start[cells.kind.length]!; a < cells.kind.length; a++) {
    for (let cell = 0; cell < cells.start[a + 1]! - cells.start[a]!; cell++, at++) {
      const limit = limitOf(a, cell);
      key[at] = limit.key;
      trait[at] = limit.trait;
    }
  }
}

/** `limitsByRules` where a desk is enough: nobody gives way, so nobody needs to be listed. */
function limitsByTables(problem: Problem, { stride, occurrence, edge, round }: Match, { seats, earlier, inRound }: RoundBegun, { cells, key, trait }: Limits, lookup: Lookup): void {
  const { wishClass, lottery, choices } = problem;
  const occurrences = occurrenceCount(problem);
  const { start, board } = desksOf({ cells, traits: choices!.traits, seats, earlier, room: new Int32Array(occurrences) });
  for (let slot = 0; slot < occurrence.length; slot++) {
    const a = occurrence[slot]!;
    if (a === -1 || round[slot] !== inRound) continue;
    const pupil = stride === 1 ? slot : Math.floor(slot / stride);
    noteAt(board, start[a]!, lookup.cell[lookup.from[a]! + lookup.kind[pupil]!]!, keyOf(wishClass[edge[slot]!]!, lottery[pupil]!));
  }
  for (let a = 0, at = (inRound - 1) * cells.start[occurrences]!; a < occurrences; a++) {
    for (let cell = 0; cell < cells.start[a + 1]! - cells.start[a]!; cell++, at++) {
      const needed = neededAt(board, start[a]!, cell);
      key[at] = needed.key;
      trait[at] = guaranteeInTheWay(cells, a, needed.guarantees);
    }
  }
}
