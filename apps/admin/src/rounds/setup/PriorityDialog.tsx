import { MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import type { Participant } from '../types';
import { useAct } from '../../common/use-act';

const priorities = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Puts a participant before the others; a priority needs its reason. */
export function PriorityDialog({ participant, onClose }: { participant: Participant; onClose: () => void }) {
  const translate = useTranslate();
  const [priority, setPriority] = useState(participant.priority);
  const [reason, setReason] = useState(participant.priorityReason ?? '');
  const save = useAct((verbs) => verbs.setPriority({ participantId: participant.id, priority, reason: priority > 0 ? reason.trim() : null }), { done: 'app.rounds.priority.saved', then: onClose });
  return (
    <ActDialog title={translate('app.rounds.priority.title', { label: participant.label })} act={translate('ra.action.save')} disabled={priority > 0 && !reason.trim()} onAct={() => save.mutate()} acting={save.isPending} error={save.error} onClose={onClose}>
      <Typography color="textSecondary">{translate('app.rounds.priority.hint')}</Typography>
      <TextField select autoFocus label={translate('app.rounds.priority.label')} value={priority} onChange={(event) => setPriority(Number(event.target.value))}>
        {priorities.map((value) => <MenuItem key={value} value={value}>{value === 0 ? translate('app.rounds.priority.none') : value}</MenuItem>)}
      </TextField>
      {priority > 0 && <TextField required label={translate('app.rounds.priority.reason')} helperText={translate('app.rounds.priority.reason_hint')} value={reason} onChange={(event) => setReason(event.target.value)} multiline minRows={2} />}
    </ActDialog>
  );
}
