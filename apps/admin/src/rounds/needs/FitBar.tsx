import { Box, Typography } from '@mui/material';
import { fullScore } from '@mintforge/domain/matching';
import { useTranslate } from 'react-admin';
import { useNumbers } from '../../common/use-numbers';

/** How well two fit, as a bar and a share. */
export function FitBar({ score }: { score: number }) {
  const translate = useTranslate();
  const { share } = useNumbers();
  const words = share(Math.round((100 * score) / fullScore) / 100);
  return (
    <Box sx={{ minWidth: '6rem' }} role="img" aria-label={translate('app.needs_rounds.allocation.fit_of', { share: words })}>
      <Typography variant="body2" aria-hidden sx={{ fontVariantNumeric: 'tabular-nums' }}>{words}</Typography>
      <Box sx={{ height: 6, borderRadius: 3, bgcolor: 'action.hover', overflow: 'hidden' }}>
        <Box sx={{ height: '100%', width: `${(100 * score) / fullScore}%`, bgcolor: 'primary.main' }} />
      </Box>
    </Box>
  );
}
