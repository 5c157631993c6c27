import type { Cells } from './cells.ts';
import { VETOED, keyOf } from '../problem.ts';
import type { Problem } from '../problem.ts';

/** Pairs that hold their seats already: pins and places of earlier rounds. */
export interface Earlier {
  pupil: ArrayLike<number>;
  occurrence: ArrayLike<number>;
}

/** What every rule needs to begin with. */
export interface Beginning {
  problem: Problem;
  cells: Cells;
  /** Per pupil the mask of traits. */
  traits: Int32Array;
  /** Per occurrence: seats free when the run begins, and the most that can come to be held (no more than there are seats or wishes). */
  seats: Int32Array;
  room: Int32Array;
  earlier: Earlier;
  pupilOf: (key: number, a: number) => number;
}

/**
 * One rule at work in a run. Offers may come in any order, for all rules are path-independent: whom an occurrence refuses
 * once it would refuse for ever. So every limit only falls, and an old one still refuses rightly.
 */
export interface Choice {
  /** Asks for a seat: the pupil displaced, NOBODY when there was room, or the asking pupil when refused. */
  offer: (pupil: number, a: number, key: number) => number;
  /** What a newcomer of the cell needs as things stand. */
  limitOf: (a: number, cell: number) => Limit;
}

export interface Limit {
  /** A newcomer needs a smaller key than this; OPEN or SHUT where any or none will do. */
  key: number;
  /** The trait whose guarantee, slot or ceiling stands in the way of this cell; -1 = none does. */
  trait: number;
}

export const NOBODY = -1;
/** Every key there is lies below OPEN, none below SHUT. */
export const OPEN = keyOf(VETOED, 0);
export const SHUT = -(2 ** 31);
