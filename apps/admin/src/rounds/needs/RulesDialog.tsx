import { FormControlLabel, Switch, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import type { AllocationRules } from './types';

/** Changes what a proposal goes by. */
export function RulesDialog({ roundId, rules, onClose }: { roundId: string; rules: AllocationRules; onClose: () => void }) {
  const translate = useTranslate();
  const [maxKm, setMaxKm] = useState(String(rules.maxKm ?? ''));
  const [seatsPerPair, setSeatsPerPair] = useState(String(rules.seatsPerPair ?? ''));
  const [newPartnersFirst, setNewPartnersFirst] = useState(rules.newPartnersFirst);
  const limit = (text: string) => (text === '' ? null : Number(text));
  const save = useAct((verbs) => verbs.setAllocationRules(roundId, { maxKm: limit(maxKm), seatsPerPair: limit(seatsPerPair), newPartnersFirst }), { done: 'app.needs_rounds.rules.saved', then: onClose });
  return (
    <ActDialog title={translate('app.needs_rounds.rules.edit')} act={translate('ra.action.save')} onAct={() => save.mutate()} acting={save.isPending} error={save.error} onClose={onClose}>
      <TextField autoFocus type="number" label={translate('app.needs_rounds.rules.max_km')} helperText={translate('app.needs_rounds.rules.max_km_hint')} value={maxKm} onChange={(event) => setMaxKm(event.target.value)} slotProps={{ htmlInput: { min: 1, max: 300 } }} />
      <TextField type="number" label={translate('app.needs_rounds.rules.seats_per_pair')} helperText={translate('app.needs_rounds.rules.seats_per_pair_hint')} value={seatsPerPair} onChange={(event) => setSeatsPerPair(event.target.value)} slotProps={{ htmlInput: { min: 1, max: 2000 } }} />
      <FormControlLabel control={<Switch checked={newPartnersFirst} onChange={(event) => setNewPartnersFirst(event.target.checked)} />} label={translate('app.needs_rounds.rules.new_first')} />
      <Typography variant="body2" color="textSecondary">{translate('app.needs_rounds.rules.new_first_hint')}</Typography>
    </ActDialog>
  );
}
