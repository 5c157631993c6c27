import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** Particulars of a record as terms and values. */
export const Facts = ({ children }: { children: ReactNode }) => (
  <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'minmax(8rem, auto) 1fr' }, columnGap: 2, rowGap: { xs: 0.25, sm: 1 }, alignItems: 'baseline' }}>{children}</Box>
);

/** One particular; `label` is a text key. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  const translate = useTranslate();
  return (
    <>
      <Typography component="dt" variant="body2" color="textSecondary">{translate(label)}</Typography>
      <Typography component="dd" variant="body2" sx={{ m: 0, mb: { xs: 1, sm: 0 }, minWidth: 0 }}>{children}</Typography>
    </>
  );
}
