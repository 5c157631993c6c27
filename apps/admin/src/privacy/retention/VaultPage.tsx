import { Box, Button, Stack, Typography } from '@mui/material';
import { BlockSkeleton, DesignedEmpty, DesignedError, useAllowed } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { useVerbs } from '../../common/use-act';
import { GrantCard } from './GrantCard';
import { AddGrantDialog } from './VaultDialogs';

/** The vault of evidence: grants with their documents, kept by the dates of the grant. */
export function VaultPage() {
  const translate = useTranslate();
  const allowed = useAllowed();
  const verbs = useVerbs();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey: ['retention', 'vault'], queryFn: () => verbs.evidence() });
  const grants = data?.evidenceGrants;
  const add = allowed('vault.write') && <Button variant="contained" onClick={() => setAdding(true)}>{translate('app.vault.add')}</Button>;
  const shown = () => {
    if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
    if (!data || !grants) return <BlockSkeleton height={320} />;
    return grants.length === 0 ? <DesignedEmpty title="app.vault.none" hint="app.vault.none_hint" actions={add} /> : <Stack spacing={1.5}>{grants.map((grant) => <GrantCard key={grant.id} grant={grant} accesses={data.evidenceAccesses} />)}</Stack>;
  };
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('app.vault.title')} />
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 2 }}>
        <Typography color="textSecondary" sx={{ flex: '1 1 20rem', maxWidth: '60rem' }}>{translate('app.vault.hint')}</Typography>
        {grants && grants.length > 0 && add}
      </Stack>
      {shown()}
      {adding && <AddGrantDialog onClose={() => setAdding(false)} />}
    </Box>
  );
}
