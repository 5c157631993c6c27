import { Button, Stack, TextField, Typography } from '@mui/material';
import { useAllowed, useDownload } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useGetIdentity, useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import type { Access, Evidence } from './types';

/** Reading takes two, deleting takes two: what the reader may do next with a document. */
export function EvidenceActs({ item: { id, releasedAt, releaseAskedBy }, accesses, isDue }: { item: Evidence; accesses: readonly Access[]; isDue: boolean }) {
  const translate = useTranslate();
  const allowed = useAllowed();
  const { identity } = useGetIdentity();
  const { download, downloading } = useDownload();
  const [asking, setAsking] = useState(false);
  const allow = useAct((verbs, accessId: string) => verbs.allowEvidence(accessId), { done: 'app.vault.was_allowed' });
  const release = useAct((verbs) => verbs.releaseEvidence(id), { done: releaseAskedBy ? 'app.vault.was_deleted' : 'app.vault.deletion_waits' });
  if (releasedAt) return <Typography color="textSecondary">{translate('app.vault.deleted')}</Typography>;
  const own = accesses.filter(({ askedBy }) => askedBy === identity?.id);
  const waiting = accesses.filter(({ askedBy, endsAt }) => endsAt === null && askedBy !== identity?.id);
  const mayDelete = isDue && allowed('vault.release') && releaseAskedBy !== identity?.id;
  const error = allow.error ?? release.error;
  return (
    <Stack spacing={0.5} sx={{ alignItems: 'flex-start' }}>
      {error && <Typography role="alert" color="error">{error.message}</Typography>}
      {own.some(({ endsAt }) => endsAt !== null) ? <Button disabled={downloading} onClick={() => download({ path: `/evidence/${id}`, fallbackName: 'nachweis' })}>{translate('app.vault.open')}</Button>
        : own.length > 0 ? <Typography color="textSecondary">{translate('app.vault.asked')}</Typography> : <Button onClick={() => setAsking(true)}>{translate('app.vault.ask')}</Button>}
      {allowed('vault.release') && waiting.map((access) => <Button key={access.id} loading={allow.isPending} onClick={() => allow.mutate(access.id)}>{translate('app.vault.allow', { name: access.askedByName ?? '', reason: access.reason })}</Button>)}
      {mayDelete && <Button color="error" loading={release.isPending} onClick={() => release.mutate()}>{translate(releaseAskedBy ? 'app.vault.delete' : 'app.vault.ask_delete')}</Button>}
      {isDue && releaseAskedBy === identity?.id && <Typography color="textSecondary">{translate('app.vault.deletion_waits')}</Typography>}
      {asking && <AskDialog id={id} onClose={() => setAsking(false)} />}
    </Stack>
  );
}

function AskDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const translate = useTranslate();
  const [reason, setReason] = useState('');
  const ask = useAct((verbs) => verbs.askForEvidence(id, reason), { done: 'app.vault.asked', then: onClose });
  return (
    <ActDialog title={translate('app.vault.ask')} act={translate('app.vault.ask')} onAct={() => ask.mutate()} onClose={onClose} acting={ask.isPending} disabled={reason.trim().length < 10} error={ask.error}>
      <Typography>{translate('app.vault.ask_hint')}</Typography>
      <TextField required multiline minRows={2} label={translate('app.vault.reason')} value={reason} onChange={(event) => setReason(event.target.value)} slotProps={{ htmlInput: { maxLength: 300 } }} />
    </ActDialog>
  );
}
