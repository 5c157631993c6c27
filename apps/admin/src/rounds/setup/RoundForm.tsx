import { Typography } from '@mui/material';
import { defaultSettings } from '@mintforge/domain/matching';
import { BerlinDateTimeInput } from '@mintforge/ui-kit';
import { useWatch } from 'react-hook-form';
import { maxLength, RadioButtonGroupInput, required, SimpleForm, TextInput, useRecordContext, useTranslate } from 'react-admin';
import { SettingsInputs } from './SettingsInputs';
import type { Round, RoundSettings } from '../types';

const titleRules = [required(), maxLength(200)];
const units = ['PUPILS', 'GROUPS', 'MENTORING', 'NEEDS'] as const;

const newRound = (): { unit: Round['unit']; settings: RoundSettings } => ({
  unit: 'PUPILS',
  settings: { ...defaultSettings, seed: crypto.randomUUID().slice(0, 8) },
});

/** A new round or the particulars of one; whom it is for is settled when it is made. */
export function RoundForm() {
  const translate = useTranslate();
  const isNew = !useRecordContext();
  const unitChoices = units.map((id) => ({ id, name: `${translate(`app.rounds.unit.${id}`)}: ${translate(`app.rounds.unit_hint.${id}`)}` }));
  return (
    // The browser's own checks would stop at a faulty field that is folded away, and say nothing.
    <SimpleForm noValidate {...(isNew && { defaultValues: newRound })} sx={{ maxWidth: 720 }}>
      <TextInput source="title" label="app.rounds.field.title" helperText="app.rounds.field.title_hint" validate={titleRules} autoFocus />
      {isNew && <RadioButtonGroupInput source="unit" label="app.rounds.field.unit" choices={unitChoices} translateChoice={false} row={false} helperText={false} />}
      <PlacingInputs />
    </SimpleForm>
  );
}

/** Deadline and rules of giving places; a round of needs and offers has rules of its own. */
function PlacingInputs() {
  const translate = useTranslate();
  const unit: Round['unit'] | undefined = useWatch({ name: 'unit' });
  if (unit === 'NEEDS') return null;
  return (
    <>
      <BerlinDateTimeInput source="deadline" label="app.rounds.field.deadline" helperText="app.rounds.field.deadline_hint" />
      <Typography variant="h2" sx={{ mt: 2 }}>{translate('app.rounds.settings.title')}</Typography>
      <Typography color="textSecondary" sx={{ mb: 1 }}>{translate('app.rounds.settings.hint')}</Typography>
      <SettingsInputs prefix="settings." />
    </>
  );
}
