import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { RoundOccurrence } from '../types';
import { useNumbers } from '../../common/use-numbers';

/** How wanted an occurrence is: all wishes, the first ones dark; `most` wishes fill the bar. */
export function WishBar({ occurrence: { wishes, firstWishes, capacity, taken }, most }: { occurrence: RoundOccurrence; most: number }) {
  const translate = useTranslate();
  const { whole, about } = useNumbers();
  const part = (count: number) => `${(100 * count) / Math.max(1, most)}%`;
  const free = Math.max(0, capacity - taken);
  return (
    <Box sx={{ minWidth: '12rem' }}>
      <Box aria-hidden sx={({ palette }) => ({ position: 'relative', height: 8, borderRadius: 1, backgroundColor: palette.divider, overflow: 'hidden', mt: 0.75 })}>
        <Box sx={{ position: 'absolute', inset: 0, width: part(wishes), backgroundColor: 'primary.light', opacity: 0.45 }} />
        <Box sx={{ position: 'absolute', inset: 0, width: part(firstWishes), backgroundColor: 'primary.main' }} />
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem', mt: 0.25 }}>
        {translate(wishes === 0 ? 'app.rounds.occurrences.no_wishes' : 'app.rounds.occurrences.wishes', { smart_count: wishes, count: whole(wishes), first: whole(firstWishes) })}
        {free > 0 && wishes > free && ` · ${translate('app.rounds.occurrences.per_seat', { count: about(wishes / free) })}`}
      </Typography>
    </Box>
  );
}
