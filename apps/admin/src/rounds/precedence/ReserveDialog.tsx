import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { shortestReserveReason, traitKinds } from '@mintforge/domain/matching';
import { schoolKinds } from '@mintforge/domain/partners';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import { OccurrenceSelect } from '../setup/OccurrenceSelect';
import type { Round } from '../types';
import { useRoundOccurrences } from '../use-round';
import { draftFaults, draftInput, draftOf, reserveInput, type ReserveDraft } from './reserve-draft';
import type { RoundReserve } from './verbs';

export interface ReserveDialogProps {
  round: Round;
  reserves: RoundReserve[];
  /** Which of them is changed; absent for a new one. */
  at: number | undefined;
  onClose: () => void;
}

const ways = ['PERCENT', 'SEATS'] as const;

/** Keeps seats for holders of a trait: how many, where, and the lawful reason. */
export function ReserveDialog({ round, reserves, at, onClose }: ReserveDialogProps) {
  const translate = useTranslate();
  const { data: occurrences = [] } = useRoundOccurrences(round.id);
  const [draft, setDraft] = useState(() => draftOf(at === undefined ? undefined : reserves[at]));
  const faults = draftFaults(draft);
  const save = useAct((verbs) => {
    const all = reserves.map(reserveInput);
    return verbs.setRoundReserves(round.id, round.version, at === undefined ? [...all, draftInput(draft)] : all.with(at, draftInput(draft)));
  }, { done: 'app.precedence.reserves.saved', then: onClose });
  const field = (name: keyof ReserveDraft) => ({
    label: translate(`app.precedence.reserves.field.${name}`),
    value: draft[name],
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  });
  const number = (name: 'leastKm' | 'from' | 'to' | 'amount', most: number) => <TextField {...field(name)} type="number" required error={faults.includes(name)} slotProps={{ htmlInput: { min: 1, max: most } }} />;
  return (
    <ActDialog title={translate(`app.precedence.reserves.${at === undefined ? 'add' : 'edit'}`)} act={translate('ra.action.save')} disabled={faults.length > 0} onAct={() => save.mutate()} acting={save.isPending} error={save.error} onClose={onClose}>
      <TextField {...field('kind')} select helperText={translate(`app.precedence.trait_hint.${draft.kind}`)} sx={{ mt: 1 }}>
        {traitKinds.map((kind) => <MenuItem key={kind} value={kind}>{translate(`app.precedence.trait.${kind}`)}</MenuItem>)}
      </TextField>
      {draft.kind === 'SCHOOL_KIND' && <TextField {...field('schoolKind')} select>{schoolKinds.map((kind) => <MenuItem key={kind} value={kind}>{translate(`app.partners.school_kind.${kind}`)}</MenuItem>)}</TextField>}
      {draft.kind === 'FAR_FROM_CENTRE' && number('leastKm', 300)}
      {draft.kind === 'GRADES' && <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: '1fr 1fr' }}>{number('from', 13)}{number('to', 13)}</Box>}
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: '1fr 1fr' }}>
        <TextField {...field('by')} select>{ways.map((way) => <MenuItem key={way} value={way}>{translate(`app.precedence.reserves.by.${way}`)}</MenuItem>)}</TextField>
        {number('amount', draft.by === 'PERCENT' ? 100 : 2000)}
      </Box>
      <OccurrenceSelect occurrences={occurrences} value={draft.occurrenceId} onChange={(occurrenceId) => setDraft({ ...draft, occurrenceId })} label={translate('app.precedence.reserves.field.occurrenceId')} helperText={translate('app.precedence.reserves.occurrence_hint')} />
      <TextField {...field('reason')} required multiline minRows={2} helperText={translate('app.precedence.reserves.reason_hint', { least: shortestReserveReason })} />
      <Typography variant="body2" color="textSecondary">{translate('app.precedence.reserves.hidden')}</Typography>
    </ActDialog>
  );
}
