import { Alert, Button, Stack, TextField } from '@mui/material';
import { berlinDay } from '@mintforge/domain/kernel';
import { BlockSkeleton, DesignedEmpty, DesignedError, useAllowed } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAct, useVerbs } from '../../common/use-act';
import { ClassCard } from './ClassCard';
import { HostViewDays } from './HostViewDays';

/** The dry run: every class with its rule and what would end when. */
export function ReportPanel() {
  const translate = useTranslate();
  const allowed = useAllowed();
  const verbs = useVerbs();
  const [until, setUntil] = useState('');
  const { data: report, error, refetch } = useQuery({ queryKey: ['retention', 'report', until], queryFn: () => verbs.retentionReport(until || undefined), placeholderData: (before) => before });
  const adopt = useAct((acting) => acting.adoptRetentionRules());
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!report) return <BlockSkeleton height={480} />;
  if (report.length === 0) {
    return <DesignedEmpty title="app.retention.none" hint="app.retention.none_hint" actions={allowed('retention.write') && <Button variant="contained" loading={adopt.isPending} onClick={() => adopt.mutate()}>{translate('app.retention.adopt')}</Button>} />;
  }
  const waiting = report.filter(({ signedAt, kinds }) => signedAt === null && kinds.some(({ due }) => due > 0)).length;
  return (
    <Stack spacing={1.5}>
      {waiting > 0 && <Alert severity="warning">{translate('app.retention.waiting', { smart_count: waiting })}</Alert>}
      <TextField type="date" size="small" fullWidth={false} label={translate('app.retention.until')} value={until} onChange={(event) => setUntil(event.target.value)} slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: berlinDay(new Date()) } }} sx={{ alignSelf: 'flex-start' }} />
      <HostViewDays />
      <div>{report.map((one) => <ClassCard key={one.retentionClass} report={one} until={until || null} />)}</div>
    </Stack>
  );
}
