import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

export interface SeatsBarProps {
  taken: number;
  capacity: number;
  /** How many must come for it to take place: a mark on the bar. */
  minimum?: number;
}

/** How full something is, in words and as a bar. */
export function SeatsBar({ taken, capacity, minimum = 0 }: SeatsBarProps) {
  const translate = useTranslate();
  const part = (count: number) => `${Math.min(100, (100 * count) / Math.max(1, capacity))}%`;
  const full = taken >= capacity;
  return (
    <Box sx={{ minWidth: '8rem' }}>
      <Typography variant="body2" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
        {translate(full ? 'app.activities.seats.full' : 'app.activities.seats.taken', { taken, capacity })}
      </Typography>
      <Box aria-hidden sx={({ palette }) => ({ position: 'relative', height: 6, borderRadius: 1, backgroundColor: palette.divider, overflow: 'hidden', my: 0.5 })}>
        <Box sx={{ position: 'absolute', inset: 0, width: part(taken), backgroundColor: full ? 'success.main' : 'primary.main' }} />
        {minimum > 0 && <Box sx={{ position: 'absolute', top: 0, bottom: 0, left: part(minimum), width: 2, backgroundColor: 'secondary.main' }} />}
      </Box>
      {minimum > 0 && <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{translate('app.activities.seats.minimum', { minimum })}</Typography>}
    </Box>
  );
}
