import { Alert, Button, Stack, Typography } from '@mui/material';
import type { KeepingReason, RetentionClass } from '@mintforge/domain/privacy';
import { berlinDateTime, BlockSkeleton, dayText, DesignedError, Panel, StateChip, useAllowed, useSignedIn } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Rows } from '../../common/Rows';
import { session } from '../../connection';
import { useAct, useVerbs } from '../../common/use-act';
import { useRecordWords } from '../record/use-record-words';
import { ExecuteDialog, ProposeDialog } from './StepDialogs';
import type { ErasureLine, RequestView } from './types';

/** What goes or stays, table by table. */
function Lines({ title, lines }: { title: string; lines: ErasureLine[] }) {
  const translate = useTranslate();
  const words = useRecordWords();
  const locale = useLocale();
  if (lines.length === 0) return null;
  return (
    <Rows<ErasureLine>
      title={title} rows={lines} keyOf={({ table, act }) => `${table} ${act}`}
      columns={[
        { label: 'app.requests.erasure.table', cell: ({ table }) => translate(`app.requests.table.${table}`, { _: table.replaceAll('_', ' ') }) },
        { label: 'app.requests.erasure.rows', right: true, cell: ({ rows }) => rows },
        { label: 'app.requests.erasure.act', cell: ({ act, because }) => (because ? translate(`app.requests.because.${because as KeepingReason}`, { _: because }) : translate(`app.requests.erasure.acts.${act}`)) },
        { label: 'app.requests.erasure.until', cell: ({ act, retention, until }) => (act === 'KEEP' ? [words.retention[retention as RetentionClass], until && dayText(until, locale)].filter(Boolean).join(', ') : '') },
      ]}
    />
  );
}

/** Erasing in two steps by two people: what would go and stay, a proposal, and the execution by somebody else. */
export function ErasurePanel({ page: { request, erasure } }: { page: RequestView }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const allowed = useAllowed();
  const locale = useLocale();
  const me = useSignedIn(session);
  const [open, setOpen] = useState<'propose' | 'execute' | null>(null);
  const executed = erasure?.state === 'EXECUTED';
  const { data: preview, error, refetch } = useQuery({ queryKey: ['requests', request.id, 'preview', request.version], queryFn: () => verbs.erasurePreview(request.id), enabled: request.state === 'EXAMINED' && !executed });
  const discard = useAct((acting) => acting.discardErasure(request.id, erasure?.id ?? ''));
  const lines = executed ? [...erasure.removed, ...erasure.kept] : preview;
  const mine = erasure?.proposedBy != null && erasure.proposedBy === me?.user.id;
  return (
    <Panel title={translate('app.requests.erasure.title')} actions={erasure && <StateChip label={translate(`app.requests.erasure.state.${erasure.state}`)} tone={executed ? 'success' : 'warning'} />}>
      <Stack spacing={1.5}>
        {executed && erasure.executedAt && <Typography>{translate('app.requests.erasure.executed')} {berlinDateTime(erasure.executedAt, locale)}</Typography>}
        {erasure?.replayedAt && <Alert severity="info">{translate('app.requests.erasure.replayed')}</Alert>}
        {!erasure && request.state === 'EXAMINED' && allowed('erasures.propose') && <Button variant="contained" sx={{ alignSelf: 'flex-start' }} onClick={() => setOpen('propose')}>{translate('app.requests.step.propose.act')}</Button>}
        {erasure?.state === 'PROPOSED' && (
          <>
            <Alert severity={mine ? 'info' : 'warning'}>{translate(mine ? 'app.requests.erasure.wait_other' : 'app.requests.erasure.wait_you')}</Alert>
            {discard.error && <Alert severity="error">{discard.error.message}</Alert>}
            <Stack direction="row" spacing={1}>
              {!mine && allowed('erasures.execute') && <Button variant="contained" color="error" onClick={() => setOpen('execute')}>{translate('app.requests.step.execute.act')}</Button>}
              {allowed('requests.write') && <Button loading={discard.isPending} onClick={() => discard.mutate()}>{translate('app.requests.erasure.discard')}</Button>}
            </Stack>
          </>
        )}
        {error && <DesignedError error={error} onRetry={() => void refetch()} />}
        {!lines && !error && request.state === 'EXAMINED' && <BlockSkeleton height={160} />}
        {lines && (
          <>
            <Typography component="h3" sx={{ fontWeight: 600 }}>{translate(executed ? 'app.requests.erasure.gone' : 'app.requests.erasure.goes')}</Typography>
            <Lines title={translate('app.requests.erasure.goes')} lines={lines.filter(({ act }) => act !== 'KEEP')} />
            <Typography component="h3" sx={{ fontWeight: 600 }}>{translate('app.requests.erasure.stays')}</Typography>
            <Lines title={translate('app.requests.erasure.stays')} lines={lines.filter(({ act }) => act === 'KEEP')} />
          </>
        )}
      </Stack>
      {open === 'propose' && <ProposeDialog request={request} onClose={() => setOpen(null)} />}
      {open === 'execute' && erasure && <ExecuteDialog request={request} erasureId={erasure.id} onClose={() => setOpen(null)} />}
    </Panel>
  );
}
