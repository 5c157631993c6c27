import { Box, Typography } from '@mui/material';

/** One number and what it counts. */
export function FigureTile({ label, value, hint }: { label: string; value: string; hint?: string }) {
  return (
    <Box sx={{ minWidth: '7.5rem' }}>
      <Typography sx={{ fontSize: '1.6rem', fontWeight: 650, lineHeight: 1.2, fontVariantNumeric: 'tabular-nums' }}>{value}</Typography>
      <Typography variant="body2" color="textSecondary">{label}</Typography>
      {hint && <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{hint}</Typography>}
    </Box>
  );
}
