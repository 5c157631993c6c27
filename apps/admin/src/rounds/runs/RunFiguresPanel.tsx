import { Box, Typography } from '@mui/material';
import { BarChart, Panel, useAllowed } from '@mintforge/ui-kit';
import { useTranslate } from 'react-admin';
import { FigureTile } from '../../common/FigureTile';
import { rankLabels, rankValues } from './ranks';
import type { RunFigures } from '../types';
import { useNumbers } from '../../common/use-numbers';

/** The outcome of a run in numbers and as bars by rank. */
export function RunFiguresPanel({ figures }: { figures: RunFigures }) {
  const translate = useTranslate();
  const { whole, share, mean } = useNumbers();
  // What seats are kept for concerns those alone who prepare rounds.
  const guarantees = useAllowed()('matching.run') && figures.seatsGuaranteed > 0;
  const part = (count: number) => (figures.pupils === 0 ? '' : share(count / figures.pupils));
  const word = (key: string) => translate(`app.rounds.figures.${key}`);
  return (
    <Panel title={word('title')}>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', md: '1fr 1.4fr' }, alignItems: 'center' }}>
        <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: 'repeat(auto-fill, minmax(8rem, 1fr))' }}>
          <FigureTile label={word('placed')} value={whole(figures.placed)} hint={part(figures.placed)} />
          <FigureTile label={word('unplaced')} value={whole(figures.unplaced)} hint={part(figures.unplaced)} />
          <FigureTile label={word('first')} value={share(figures.firstWishShare)} />
          <FigureTile label={word('top_three')} value={share(figures.topThreeShare)} />
          <FigureTile label={word('mean')} value={figures.meanRank === null ? '–' : mean(figures.meanRank)} />
          <FigureTile label={word('closed')} value={whole(figures.closed)} />
          {guarantees && <FigureTile label={translate('app.runs.guarantees')} value={whole(figures.guaranteesMet)} hint={translate('app.runs.guarantees_of', { all: whole(figures.seatsGuaranteed) })} />}
        </Box>
        <Box>
          <Typography variant="body2" color="textSecondary">{word('by_rank')}</Typography>
          <BarChart title={word('by_rank')} labels={rankLabels(figures, translate)} series={[{ label: translate('app.rounds.field.participants'), values: rankValues(figures) }]} height={230} />
        </Box>
      </Box>
    </Panel>
  );
}
