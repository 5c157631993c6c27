import { Alert, Button, Card, Stack, Typography } from '@mui/material';
import { BlockSkeleton, DesignedEmpty, DesignedError, JobProgress, StateChip, type Tone } from '@mintforge/ui-kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Rows } from '../../common/Rows';
import { useAct, useVerbs } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import type { KeyCount } from './types';

const tones: Record<KeyCount['standing'], Tone> = { CURRENT: 'success', PREVIOUS: 'warning', UNKNOWN: 'error' };

/** Which master key seals how many values, and the change to a new one with its progress. */
export function KeysPanel() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const client = useQueryClient();
  const { whole } = useNumbers();
  const [jobId, setJobId] = useState<string | null>(null);
  const { data: counts, error, refetch } = useQuery({ queryKey: ['key-inventory'], queryFn: () => verbs.keyInventory() });
  const rotate = useAct((acting) => acting.rotateKeys(), { then: setJobId });
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!counts) return <BlockSkeleton height={240} />;
  const waiting = counts.some(({ standing }) => standing === 'PREVIOUS');
  const lost = counts.some(({ standing }) => standing === 'UNKNOWN');
  return (
    <Stack spacing={2}>
      <Typography sx={{ maxWidth: '60rem' }}>{translate('app.record.keys.hint')}</Typography>
      {lost && <Alert severity="error">{translate('app.record.keys.unknown')}</Alert>}
      {rotate.error && <Alert severity="error">{rotate.error.message}</Alert>}
      {waiting && <Button variant="contained" loading={rotate.isPending} onClick={() => rotate.mutate()} sx={{ alignSelf: 'flex-start' }}>{translate('app.record.keys.rotate')}</Button>}
      {jobId && <JobProgress jobId={jobId} title={translate('app.record.keys.rotating')} onOver={() => void client.invalidateQueries({ queryKey: ['key-inventory'] })} />}
      <Card>
        {counts.length === 0 ? <DesignedEmpty title="app.record.keys.none" hint="app.record.keys.none_hint" /> : (
          <Rows
            title={translate('app.record.part.keys')} rows={counts} keyOf={({ key, table, column }) => `${key} ${table} ${column}`}
            columns={[
              { label: 'app.record.keys.key', cell: ({ key }) => <code>{key}</code> },
              { label: 'app.record.keys.standing', cell: ({ standing }) => <StateChip label={translate(`app.record.keys.is.${standing}`)} tone={tones[standing]} /> },
              { label: 'app.record.column.name', cell: ({ table, column }) => <code>{table}.{column}</code> },
              { label: 'app.record.keys.values', right: true, cell: ({ values }) => whole(values) },
            ]}
          />
        )}
      </Card>
    </Stack>
  );
}
