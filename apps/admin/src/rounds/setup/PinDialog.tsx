import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, TextField, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { OccurrenceSelect } from './OccurrenceSelect';
import { ParticipantSelect } from './ParticipantSelect';
import { PinCost } from '../runs/PinCost';
import type { Participant, RoundPin } from '../types';
import { useAct } from '../../common/use-act';
import { useRoundOccurrences } from '../use-round';

export type PinKind = RoundPin['kind'];

export interface PinDialogProps {
  roundId: string;
  /** Already settled when it is opened from a row. */
  participant?: { id: string; label: string };
  occurrenceId?: string;
  kind?: PinKind;
  onClose: () => void;
}

/** Fixes a pair for the runs to come or forbids it, with the note that says why. */
export function PinDialog({ roundId, participant, occurrenceId, kind: firstKind = 'PIN', onClose }: PinDialogProps) {
  const translate = useTranslate();
  const kindLabel = useId();
  const { data: occurrences = [] } = useRoundOccurrences(roundId);
  const [found, setFound] = useState<Participant | null>(null);
  const [chosen, setChosen] = useState<string | null>(occurrenceId ?? null);
  const [kind, setKind] = useState<PinKind>(firstKind);
  const [note, setNote] = useState('');
  const participantId = participant?.id ?? found?.id;
  const save = useAct(async (verbs) => {
    if (participantId && chosen) await verbs.setPin({ roundId, participantId, occurrenceId: chosen, kind, note: note.trim() });
  }, { done: 'app.rounds.pins.saved', then: onClose });
  return (
    <ActDialog
      title={participant ? translate('app.rounds.pins.title_for', { label: participant.label }) : translate('app.rounds.pins.add')}
      act={translate('ra.action.save')}
      disabled={!participantId || !chosen || !note.trim()}
      onAct={() => save.mutate()}
      acting={save.isPending}
      error={save.error}
      onClose={onClose}
    >
      <FormControl>
        <FormLabel id={kindLabel}>{translate('app.rounds.pins.kind_label')}</FormLabel>
        <RadioGroup aria-labelledby={kindLabel} value={kind} onChange={(_, value) => setKind(value as PinKind)}>
          {(['PIN', 'VETO'] as const).map((value) => (
            <FormControlLabel key={value} value={value} control={<Radio size="small" />} label={<><strong>{translate(`app.rounds.pins.kind.${value}`)}</strong> · {translate(`app.rounds.pins.kind_hint.${value}`)}</>} />
          ))}
        </RadioGroup>
      </FormControl>
      {!participant && <ParticipantSelect roundId={roundId} value={found} onChange={setFound} label={translate('app.rounds.participants.who')} />}
      <OccurrenceSelect required occurrences={occurrences} value={chosen} onChange={setChosen} label={translate('app.rounds.pins.occurrence')} />
      <TextField required label={translate('app.rounds.pins.note')} helperText={translate('app.rounds.pins.note_hint')} value={note} onChange={(event) => setNote(event.target.value)} multiline minRows={2} />
      {participantId && chosen && <PinCost roundId={roundId} participantId={participantId} occurrenceId={chosen} kind={kind} />}
      <Typography variant="body2" color="textSecondary">{translate('app.rounds.pins.next_run')}</Typography>
    </ActDialog>
  );
}
