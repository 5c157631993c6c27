import { cellOf } from './cells.ts';
import type { Cells } from './cells.ts';
import type { Beginning, Choice } from './choice.ts';
import { askAt, desksOf, neededAt } from './desks.ts';

/**
 * The minimum-guarantee choice with overlapping traits (Sonmez & Yenmez 2022), one newcomer at a time; without reserves it
 * is the plain one.
 *
 * By Konig's theorem the held fill at most min over trait sets S of R(S) + #{held with a trait outside S} reserved seats,
 * R(S) being the seats reserved for S. A set that reaches the minimum is tight; the intersection T of the tight sets is
 * tight too. With one pupil too many, those whose reserved traits all lie in T can go without a reserved seat staying
 * empty for it, and nobody else can: the worst key among them goes. Where that leaves nobody, because pins without the
 * traits sit on the seats, whoever goes leaves one reserved seat empty, and the worst key of all goes.
 *
 * The sums are kept for every S, so a newcomer who is not refused by the limit costs O(2^K + log q) for the K traits of
 * the occurrence.
 */
export function guaranteeChoice(beginning: Beginning): Choice {
  const { cells, traits } = beginning;
  const { limit, start, board } = desksOf(beginning);
  return {
    offer: (pupil, a, key) => {
      const cell = cellOf(cells, a, traits[pupil]!);
      const at = cells.start[a]! + cell;
      return key >= limit[at]! ? pupil : askAt(board, start[a]!, cell, key, pupil, limit, at);
    },
    limitOf: (a, cell) => {
      const { key, guarantees } = neededAt(board, start[a]!, cell);
      return { key, trait: guaranteeInTheWay(cells, a, guarantees) };
    },
  };
}

/** Of the traits of an occurrence given as bits of its cells the first, as index of the trait; -1 = none. */
export function guaranteeInTheWay({ traitStart, trait }: Cells, a: number, guarantees: number): number {
  return guarantees === 0 ? -1 : trait[traitStart[a]! + 31 - Math.clz32(guarantees & -guarantees)]!;
}
