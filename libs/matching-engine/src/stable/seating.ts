import { cellsOf, Kind } from './cells.ts';
import type { Cells } from './cells.ts';
import { ceilingChoice } from './ceilings.ts';
import type { Choice, Earlier } from './choice.ts';
import { companyChoice } from './companies.ts';
import { guaranteeChoice } from './guarantees.ts';
import { slotChoice } from './slots.ts';
import { lotteryOfKey, pupilCount } from '../problem.ts';
import type { Problem } from '../problem.ts';

export interface Seating extends Choice {
  cells: Cells;
  /** The key of a pair, by the lottery of the occurrence. */
  rankOf: (pupil: number, a: number) => number;
}

/**
 * The empty seats of one run, each occurrence with its own rule: `seats` are those free, `earlier` the pairs that hold
 * theirs already, `room` the most an occurrence can come to hold.
 */
export function seatingOf(problem: Problem, { seats, room, earlier }: { seats: Int32Array; room: Int32Array; earlier: Earlier }): Seating {
  const cells = cellsOf(problem);
  const { kind } = cells;
  const traits = problem.choices?.traits ?? new Int32Array(pupilCount(problem));
  const { rankOf, pupilOf } = drawsOf(problem);
  const beginning = { problem, cells, traits, seats, room, earlier, pupilOf };
  const guarantees = guaranteeChoice(beginning);
  const ceilings = ceilingChoice(beginning);
  const companies = companyChoice(beginning);
  const slots = slotChoice(beginning);
  const ruling = (a: number): Choice => (kind[a] === Kind.CEILINGS ? ceilings : kind[a] === Kind.COMPANY ? companies : slots);
  return {
    cells,
    rankOf,
    offer: (pupil, a, key) => (kind[a]! <= Kind.MINIMUM_GUARANTEE ? guarantees.offer(pupil, a, key) : ruling(a).offer(pupil, a, key)),
    limitOf: (a, cell) => (kind[a]! <= Kind.MINIMUM_GUARANTEE ? guarantees.limitOf(a, cell) : ruling(a).limitOf(a, cell)),
  };
}

/** Looks up lottery ranks both ways, by the lottery of each occurrence. */
function drawsOf({ lottery, lotteries }: Problem): { rankOf: (pupil: number, a: number) => number; pupilOf: (key: number, a: number) => number } {
  const ranks = [lottery, ...(lotteries?.ranks ?? [])];
  const pupils = ranks.map(pupilsByRank);
  const common = pupils[0]!;
  if (!lotteries) return { rankOf: (pupil) => lottery[pupil]!, pupilOf: (key) => common[lotteryOfKey(key)]! };
  return {
    rankOf: (pupil, a) => ranks[lotteries.ofOccurrence[a]! + 1]![pupil]!,
    pupilOf: (key, a) => pupils[lotteries.ofOccurrence[a]! + 1]![lotteryOfKey(key)]!,
  };
}

function pupilsByRank(ranks: Int32Array): Int32Array {
  const pupilOf = new Int32Array(ranks.length);
  for (let p = 0; p < pupilOf.length; p++) pupilOf[ranks[p]!] = p;
  return pupilOf;
}
