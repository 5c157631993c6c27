import { Box, Card, Typography } from '@mui/material';
import { BlockSkeleton, DesignedEmpty, DesignedError } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { Title, useTranslate } from 'react-admin';
import { useVerbs } from '../../common/use-act';
import { CheckCard } from './CheckCard';

/** Forms that wait for a second person, those that wait longest first. */
export function ChecksPage() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { data, error, refetch } = useQuery({ queryKey: ['consents', 'checks'], queryFn: () => verbs.formsToCheck() });
  return (
    <Box sx={{ mt: 2, display: 'flex', flexDirection: 'column', gap: 2 }}>
      <Title title={translate('app.consent.paper.check.title')} />
      <Typography>{translate('app.consent.paper.check.hint')}</Typography>
      {error ? <DesignedError error={error} onRetry={() => void refetch()} /> : !data ? <BlockSkeleton height={320} /> : data.length === 0 ? <Card><DesignedEmpty title="app.consent.paper.check.empty" hint="app.consent.paper.check.empty_hint" /></Card> : data.map((form) => <CheckCard key={form.id} form={form} />)}
    </Box>
  );
}
