import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { FormProvider, useForm } from 'react-hook-form';
import { ActDialog } from '../../common/ActDialog';
import { SettingsInputs } from '../setup/SettingsInputs';
import { SettingsText } from '../setup/SettingsText';
import type { Round, RoundSettings } from '../types';
import { useAct } from '../../common/use-act';

export interface StartRunDialogProps {
  round: Round;
  /** Rules to begin with instead of the round's own. */
  settings?: RoundSettings;
  onClose: () => void;
}

/** Starts a dry run by the rules of the round, or by others to see what they would change. */
export function StartRunDialog({ round, settings: proposed, onClose }: StartRunDialogProps) {
  const translate = useTranslate();
  const label = useId();
  const [own, setOwn] = useState(proposed !== undefined);
  const form = useForm<RoundSettings>({ defaultValues: proposed ?? round.settings });
  const start = useAct((verbs, settings: RoundSettings) => verbs.startRun(round.id, settings), { then: onClose });
  const submit = own ? form.handleSubmit((settings) => start.mutate(settings)) : () => start.mutate(round.settings);
  return (
    <ActDialog title={translate('app.rounds.run.start')} act={translate('app.rounds.run.start')} onAct={() => void submit()} acting={start.isPending} error={start.error} onClose={onClose}>
      <Typography color="textSecondary">{translate('app.rounds.run.start_hint')}</Typography>
      <FormControl>
        <FormLabel id={label}>{translate('app.rounds.run.rules')}</FormLabel>
        <RadioGroup aria-labelledby={label} value={own ? 'own' : 'round'} onChange={(_, value) => setOwn(value === 'own')}>
          <FormControlLabel value="round" control={<Radio size="small" />} label={translate('app.rounds.run.rules_round')} />
          <FormControlLabel value="own" control={<Radio size="small" />} label={translate('app.rounds.run.rules_own')} />
        </RadioGroup>
      </FormControl>
      {own ? <FormProvider {...form}><SettingsInputs /></FormProvider> : <SettingsText settings={round.settings} />}
    </ActDialog>
  );
}
