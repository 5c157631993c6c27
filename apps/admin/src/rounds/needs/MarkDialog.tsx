import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import type { MarkKind } from './types';

export interface PairToMark {
  kind: MarkKind;
  needId: string;
  needTitle: string;
  offerId: string;
  offerTitle: string;
}

/** Fixes a pair or forbids it, with the note that says why. */
export function MarkDialog({ roundId, pair, onClose }: { roundId: string; pair: PairToMark; onClose: () => void }) {
  const translate = useTranslate();
  const { kind, needId, needTitle, offerId, offerTitle } = pair;
  const [seats, setSeats] = useState('');
  const [note, setNote] = useState('');
  const save = useAct((verbs) => verbs.markPair({ roundId, needId, offerId, kind, note: note.trim(), seats: seats === '' ? null : Number(seats) }), { done: 'app.needs_rounds.mark.saved', then: onClose });
  return (
    <ActDialog title={translate(`app.needs_rounds.mark.title_${kind}`)} act={translate('ra.action.save')} disabled={!note.trim()} onAct={() => save.mutate()} acting={save.isPending} error={save.error} onClose={onClose}>
      <Typography>{translate('app.needs_rounds.mark.pair', { need: translate('app.rounds.quoted', { text: needTitle }), offer: translate('app.rounds.quoted', { text: offerTitle }) })}</Typography>
      {kind === 'PIN' && <TextField type="number" label={translate('app.needs_rounds.mark.seats')} helperText={translate('app.needs_rounds.mark.seats_hint')} value={seats} onChange={(event) => setSeats(event.target.value)} slotProps={{ htmlInput: { min: 1, max: 2000 } }} />}
      <TextField required autoFocus multiline minRows={2} label={translate('app.needs_rounds.mark.note')} helperText={translate('app.needs_rounds.mark.note_hint')} value={note} onChange={(event) => setNote(event.target.value)} />
    </ActDialog>
  );
}
