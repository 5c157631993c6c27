import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { BreachForm } from './BreachForm';
import { BreachResult } from './BreachResult';
import type { BreachFacts } from './types';

/** After a breach: what is known of it, then who is affected and by when who must be told. */
export function BreachPage() {
  const translate = useTranslate();
  const [asked, setAsked] = useState<BreachFacts | null>(null);
  return (
    <Box sx={{ mt: 2, maxWidth: '72rem' }}>
      <Title title={translate('app.breach.title')} />
      <Typography color="textSecondary" sx={{ mb: 2 }}>{translate('app.breach.hint')}</Typography>
      <BreachForm onAsk={setAsked} />
      {asked && <BreachResult key={JSON.stringify(asked)} asked={asked} />}
    </Box>
  );
}
