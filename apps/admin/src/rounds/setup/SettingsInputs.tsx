import { maxPlaces, maxSeedLength } from '@mintforge/domain/matching';
import { BooleanInput, maxLength, maxValue, minValue, NumberInput, required, TextInput } from 'react-admin';

const seedRules = [required(), maxLength(maxSeedLength)];
const placesRules = [required(), minValue(1), maxValue(maxPlaces)];

/** The rules of a round or a run, each with what it means; `prefix` is where they stand in the form. */
export function SettingsInputs({ prefix = '' }: { prefix?: string }) {
  const source = (name: string) => `${prefix}${name}`;
  return (
    <>
      <TextInput source={source('seed')} label="app.rounds.settings.seed" helperText="app.rounds.settings.seed_hint" validate={seedRules} />
      <NumberInput source={source('placesPerParticipant')} label="app.rounds.settings.places" helperText="app.rounds.settings.places_hint" min={1} max={maxPlaces} step={1} validate={placesRules} />
      <BooleanInput source={source('usePriorities')} label="app.rounds.settings.priorities" helperText="app.rounds.settings.priorities_hint" />
      <BooleanInput source={source('closeBelowMinimum')} label="app.rounds.settings.close" helperText="app.rounds.settings.close_hint" />
    </>
  );
}
