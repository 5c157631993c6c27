import { Button, MenuItem, TextField, Typography } from '@mui/material';
import { berlinDay } from '@mintforge/domain/kernel';
import { evidenceKinds, interruptionReasons, type EvidenceKind, type InterruptionReason } from '@mintforge/domain/privacy';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import type { Grant } from './types';

interface OfGrant {
  grant: Grant;
  onClose: () => void;
}

function DayInput({ label, value, onChange, required = false }: { label: string; value: string; onChange: (day: string) => void; required?: boolean }) {
  return <TextField type="date" required={required} label={useTranslate()(label)} value={value} onChange={(event) => onChange(event.target.value)} slotProps={{ inputLabel: { shrink: true } }} />;
}

export function AddGrantDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const [draft, setDraft] = useState({ reference: '', title: '', lastPaidOn: '' });
  const add = useAct((verbs) => verbs.addEvidenceGrant({ ...draft, lastPaidOn: draft.lastPaidOn || null }), { then: onClose });
  return (
    <ActDialog title={translate('app.vault.add')} act={translate('app.vault.add')} onAct={() => add.mutate()} onClose={onClose} acting={add.isPending} disabled={[draft.reference, draft.title].some((text) => text.trim() === '')} error={add.error}>
      <TextField required label={translate('app.vault.reference')} value={draft.reference} onChange={(event) => setDraft({ ...draft, reference: event.target.value })} slotProps={{ htmlInput: { maxLength: 60 } }} />
      <TextField required label={translate('app.vault.column.title')} value={draft.title} onChange={(event) => setDraft({ ...draft, title: event.target.value })} slotProps={{ htmlInput: { maxLength: 200 } }} />
      <DayInput label="app.vault.last_paid" value={draft.lastPaidOn} onChange={(lastPaidOn) => setDraft({ ...draft, lastPaidOn })} />
      <Typography color="textSecondary">{translate('app.vault.paid_hint')}</Typography>
    </ActDialog>
  );
}

export function PaidDialog({ grant: { id, version, lastPaidOn }, onClose }: OfGrant) {
  const translate = useTranslate();
  const [day, setDay] = useState(lastPaidOn ?? '');
  const save = useAct((verbs) => verbs.changeEvidenceGrant({ id, version, lastPaidOn: day || null }), { then: onClose });
  return (
    <ActDialog title={translate('app.vault.set_paid')} act={translate('ra.action.save')} onAct={() => save.mutate()} onClose={onClose} acting={save.isPending} error={save.error}>
      <Typography>{translate('app.vault.paid_hint')}</Typography>
      <DayInput label="app.vault.last_paid" value={day} onChange={setDay} />
    </ActDialog>
  );
}

export function InterruptDialog({ grant: { id: grantId }, onClose }: OfGrant) {
  const translate = useTranslate();
  const [reason, setReason] = useState<InterruptionReason>('PROCEEDINGS');
  const [reference, setReference] = useState('');
  const [beganOn, setBeganOn] = useState(() => berlinDay(new Date()));
  const interrupt = useAct((verbs) => verbs.interruptEvidence({ grantId, reason, reference, beganOn }), { then: onClose });
  return (
    <ActDialog title={translate('app.vault.interrupt')} act={translate('app.vault.interrupt')} onAct={() => interrupt.mutate()} onClose={onClose} acting={interrupt.isPending} disabled={reference.trim() === '' || !beganOn} error={interrupt.error}>
      <Typography>{translate('app.vault.interrupt_hint')}</Typography>
      <TextField select label={translate('app.vault.reason')} value={reason} onChange={(event) => setReason(event.target.value as InterruptionReason)}>
        {interruptionReasons.map((one) => <MenuItem key={one} value={one}>{translate(`app.vault.why.${one}`)}</MenuItem>)}
      </TextField>
      <TextField required label={translate('app.retention.hold.reference')} value={reference} onChange={(event) => setReference(event.target.value)} slotProps={{ htmlInput: { maxLength: 100 } }} />
      <DayInput required label="app.vault.began_on" value={beganOn} onChange={setBeganOn} />
    </ActDialog>
  );
}

export function EndInterruptionDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const translate = useTranslate();
  const [endedOn, setEndedOn] = useState(() => berlinDay(new Date()));
  const end = useAct((verbs) => verbs.endEvidenceInterruption(id, endedOn), { then: onClose });
  return (
    <ActDialog title={translate('app.vault.end_interruption')} act={translate('app.vault.end_interruption')} onAct={() => end.mutate()} onClose={onClose} acting={end.isPending} disabled={!endedOn} error={end.error}>
      <DayInput required label="app.vault.ended_on" value={endedOn} onChange={setEndedOn} />
    </ActDialog>
  );
}

export function PutDialog({ grant: { id }, onClose }: OfGrant) {
  const translate = useTranslate();
  const [kind, setKind] = useState<EvidenceKind>('ATTENDANCE_LIST');
  const [title, setTitle] = useState('');
  const [datedOn, setDatedOn] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const put = useAct((verbs) => (file ? verbs.putEvidence(id, file, { kind, title, datedOn }) : Promise.reject(new Error(translate('app.vault.choose')))), { done: 'app.vault.was_put', then: onClose });
  return (
    <ActDialog title={translate('app.vault.put')} act={translate('app.vault.put')} onAct={() => put.mutate()} onClose={onClose} acting={put.isPending} disabled={!file || title.trim() === '' || !datedOn} error={put.error}>
      <Typography>{translate('app.vault.put_hint')}</Typography>
      <TextField select label={translate('app.vault.column.kind')} value={kind} onChange={(event) => setKind(event.target.value as EvidenceKind)}>
        {evidenceKinds.map((one) => <MenuItem key={one} value={one}>{translate(`app.vault.kind.${one}`)}</MenuItem>)}
      </TextField>
      <TextField required label={translate('app.vault.column.title')} helperText={translate('app.vault.title_hint')} value={title} onChange={(event) => setTitle(event.target.value)} slotProps={{ htmlInput: { maxLength: 200 } }} />
      <DayInput required label="app.vault.column.dated_on" value={datedOn} onChange={setDatedOn} />
      <Button component="label" variant="outlined">
        {file?.name ?? translate('app.vault.choose')}
        <input hidden type="file" accept="application/pdf,image/jpeg,image/png" onChange={({ target }) => setFile(target.files?.[0] ?? null)} />
      </Button>
    </ActDialog>
  );
}
