import { Alert, Button, MenuItem, Stack, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { ownEventKinds, type OwnEventKind } from '@mintforge/domain/partners';
import { fromBerlinClock, toBerlinClock } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAct } from '../../common/use-act';
import type { Organisation } from '../types';

interface Draft {
  kind: OwnEventKind;
  summary: string;
  contactId: string;
  /** Berlin wall-clock time; empty means now. */
  at: string;
}

const empty: Draft = { kind: 'CALL', summary: '', contactId: '', at: '' };

/** Notes a call, mail, visit, meeting or anything else in one line. */
export function LogContactForm({ organisation: { id, contacts } }: { organisation: Organisation }) {
  const translate = useTranslate();
  const [draft, setDraft] = useState(empty);
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const log = useAct((verbs) => verbs.logContact({ organisationId: id, kind: draft.kind, summary: draft.summary.trim(), contactId: draft.contactId || null, at: draft.at ? fromBerlinClock(draft.at) : null }), {
    done: 'app.partners.history.added',
    then: () => setDraft(({ kind }) => ({ ...empty, kind })),
  });
  const people = contacts.filter(({ leftOn }) => !leftOn);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.summary.trim()) log.mutate();
      }}
    >
      <ToggleButtonGroup exclusive size="small" value={draft.kind} onChange={(_, kind: OwnEventKind | null) => kind && set({ kind })} aria-label={translate('app.partners.history.kind')} sx={{ flexWrap: 'wrap', mb: 0.5 }}>
        {ownEventKinds.map((kind) => <ToggleButton key={kind} value={kind} sx={{ py: 0.25 }}>{translate(`app.partners.event.${kind}`)}</ToggleButton>)}
      </ToggleButtonGroup>
      <TextField multiline minRows={2} label={translate('app.partners.history.what')} value={draft.summary} onChange={(event) => set({ summary: event.target.value })} slotProps={{ htmlInput: { maxLength: 2000 } }} />
      {log.error && <Alert severity="error">{log.error.message}</Alert>}
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1.5 }}>
        {people.length > 0 && (
          <TextField select label={translate('app.partners.history.with')} value={draft.contactId} onChange={(event) => set({ contactId: event.target.value })} sx={{ flex: '1 1 9rem', width: 'auto' }}>
            <MenuItem value="">–</MenuItem>
            {people.map((person) => <MenuItem key={person.id} value={person.id}>{person.name}</MenuItem>)}
          </TextField>
        )}
        {draft.at
          ? <TextField type="datetime-local" label={translate('app.partners.history.at')} value={draft.at} onChange={(event) => set({ at: event.target.value })} sx={{ flex: '1 1 12rem', width: 'auto' }} slotProps={{ inputLabel: { shrink: true } }} />
          : <Button size="small" onClick={() => set({ at: toBerlinClock(new Date()) })} sx={{ mr: 'auto' }}>{translate('app.partners.history.other_time')}</Button>}
        <Button type="submit" variant="contained" loading={log.isPending} disabled={!draft.summary.trim()}>{translate('app.partners.history.add')}</Button>
      </Stack>
    </form>
  );
}
