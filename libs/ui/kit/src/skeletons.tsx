import { Box, Skeleton, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';

/** Rows of a list still on their way, as tall as the rows to come, so that nothing jumps. */
export function ListSkeleton({ rows = 8 }: { rows?: number }) {
  const translate = useTranslate();
  return (
    <Stack role="status" aria-label={translate('kit.loading')} spacing={0.5} sx={{ py: 1 }}>
      {Array.from({ length: rows }, (_, row) => <Skeleton key={row} variant="rounded" height={32} />)}
    </Stack>
  );
}

/** Room held for a map, chart or calendar while its code and data arrive. */
export function BlockSkeleton({ height }: { height: number }) {
  const translate = useTranslate();
  return (
    <Box role="status" aria-label={translate('kit.loading')}>
      <Skeleton variant="rounded" height={height} />
    </Box>
  );
}
