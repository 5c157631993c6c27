import type { useTranslate } from 'react-admin';
import type { RunFigures } from '../types';

type Translate = ReturnType<typeof useTranslate>;

/** Bars of an outcome: who got the first wish, the second, …, something else, nothing; with `rankValues` of the same order. */
export const rankLabels = ({ byRank, outsideWishes }: Pick<RunFigures, 'byRank' | 'outsideWishes'>, translate: Translate): string[] => [
  ...byRank.map((_, at) => translate('app.rounds.figures.short.rank', { rank: at + 1 })),
  ...(outsideWishes > 0 ? [translate('app.rounds.figures.short.outside')] : []),
  translate('app.rounds.figures.short.unplaced'),
];

export const rankValues = ({ byRank, outsideWishes, unplaced }: Pick<RunFigures, 'byRank' | 'outsideWishes' | 'unplaced'>): number[] =>
  [...byRank, ...(outsideWishes > 0 ? [outsideWishes] : []), unplaced];
