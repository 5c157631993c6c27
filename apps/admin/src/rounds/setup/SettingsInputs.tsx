import { Box, Typography } from '@mui/material';
import { maxAcceptanceDays, maxLateDays, maxPlaces, maxSeedLength, maxSeedSourceLength, refills, type Refill } from '@mintforge/domain/matching';
import { BooleanInput, maxLength, maxValue, minValue, NumberInput, required, SelectInput, TextInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { RoundSettings } from '../types';
import { MechanismInput } from './MechanismInput';
import { ReachInput } from './ReachInput';
import { settingsWords } from './settings-words';
import { SettingsFold } from './SettingsFold';

const seedRules = [required(), maxLength(maxSeedLength)];
const sourceRules = [maxLength(maxSeedSourceLength)];
const placesRules = [required(), minValue(1), maxValue(maxPlaces)];
const acceptanceRules = [required(), minValue(0), maxValue(maxAcceptanceDays)];
const lateRules = [required(), minValue(0), maxValue(maxLateDays)];
const refillChoices = refills.map((id) => ({ id, name: `app.rounds.settings.refills.${id}` }));
const must = required();

/** The rules of a round or a run, each with what it means: those every round decides on top, the rest folded; `prefix` is where they stand in the form. */
export function SettingsInputs({ prefix = '' }: { prefix?: string }) {
  const translate = useTranslate();
  const source = (name: string) => `${prefix}${name}`;
  const values: object = useWatch();
  const settings = (prefix ? (values as { settings: RoundSettings }).settings : values) as RoundSettings;
  const words = settingsWords(settings, translate);
  const fold = (part: 'order' | 'rules' | 'after', names: string[]) => ({ title: translate(`app.rounds.settings.fold.${part}`), words: words[part], sources: names.map(source) });
  return (
    <>
      <MechanismInput prefix={prefix} />
      <NumberInput source={source('placesPerParticipant')} label="app.rounds.settings.places" helperText="app.rounds.settings.places_hint" min={1} max={maxPlaces} step={1} validate={placesRules} />
      <TextInput source={source('seed')} label="app.rounds.settings.seed" helperText="app.rounds.settings.seed_hint" validate={seedRules} />
      <TextInput source={source('seedSource')} label="app.rounds.settings.seed_source" helperText="app.rounds.settings.seed_source_hint" validate={sourceRules} parse={(text: string) => text} />
      <Box sx={{ width: '100%', mt: 1 }}>
        <SettingsFold {...fold('order', [])}>
          {settings.mechanism === 'STABLE' && <BooleanInput source={source('usePriorities')} label="app.rounds.settings.priorities" helperText="app.rounds.settings.priorities_hint" />}
          <BooleanInput source={source('useReserves')} label="app.rounds.settings.reserves" helperText="app.rounds.settings.reserves_hint" />
          <BooleanInput source={source('closeBelowMinimum')} label="app.rounds.settings.close" helperText="app.rounds.settings.close_hint" />
        </SettingsFold>
        <SettingsFold {...fold('rules', ['rules.reach'])}>
          <Typography variant="body2" color="textSecondary">{translate('app.rounds.settings.always')}</Typography>
          <BooleanInput source={source('rules.consent')} label="app.rounds.settings.consent" helperText="app.rounds.settings.consent_hint" />
          <BooleanInput source={source('rules.workingTime')} label="app.rounds.settings.working_time" helperText="app.rounds.settings.working_time_hint" />
          <BooleanInput source={source('rules.provisions')} label="app.rounds.settings.provisions" helperText="app.rounds.settings.provisions_hint" />
          <BooleanInput source={source('rules.hostReadiness')} label="app.rounds.settings.host_readiness" helperText="app.rounds.settings.host_readiness_hint" />
          <BooleanInput source={source('rules.onceOnly')} label="app.rounds.settings.once_only" helperText="app.rounds.settings.once_only_hint" />
          <ReachInput source={source('rules.reach')} />
        </SettingsFold>
        <SettingsFold {...fold('after', ['acceptanceDays', 'lateDays'])}>
          <NumberInput source={source('acceptanceDays')} label="app.rounds.settings.acceptance" helperText="app.rounds.settings.acceptance_hint" min={0} max={maxAcceptanceDays} step={1} validate={acceptanceRules} />
          <RefillInput source={source('refill')} value={settings.refill} />
          <NumberInput source={source('lateDays')} label="app.rounds.settings.late" helperText="app.rounds.settings.late_hint" min={0} max={maxLateDays} step={1} validate={lateRules} />
        </SettingsFold>
      </Box>
    </>
  );
}

const RefillInput = ({ source, value }: { source: string; value: Refill }) => <SelectInput source={source} label="app.rounds.settings.refill" helperText={`app.rounds.settings.refill_hints.${value}`} choices={refillChoices} validate={must} />;
