import { FormHelperText, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { accessibilityProvisions, activityStates, digitalSkills, sustainableGoals } from '@mintforge/domain/activities';
import { activityFormats, grades, topics } from '@mintforge/domain/partners';
import { TopicsInput } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { AutocompleteArrayInput, AutocompleteInput, ReferenceInput, SelectInput, useInput, useTranslate, type SelectInputProps, type Validator } from 'react-admin';
import { useVerbs } from '../common/use-act';
import type { Host } from './types';

const searched = (q: string) => ({ q });
const hostText = (host?: Host) => (host ? [host.name, host.mainSite?.town].filter(Boolean).join(', ') : '');
const byName = { field: 'name', order: 'ASC' } as const;

interface ChoiceProps {
  source: string;
  validate?: Validator | Validator[];
  alwaysOn?: boolean;
  label?: string;
}

/** Chooses the organisation that takes pupils in. */
export const HostInput = ({ source, validate, label = 'app.activities.field.host' }: ChoiceProps) => (
  <ReferenceInput source={source} reference="hosts" sort={byName}>
    <AutocompleteInput label={label} optionText={hostText} inputText={hostText} filterToQuery={searched} validate={validate} helperText={false} />
  </ReferenceInput>
);

/** One word of a vocabulary, named by `texts`. */
function WordInput({ words, texts, ...props }: Omit<SelectInputProps, 'choices'> & { words: readonly string[]; texts: string }) {
  const translate = useTranslate();
  return <SelectInput helperText={false} {...props} choices={words.map((id) => ({ id, name: translate(`${texts}.${id}`) }))} translateChoice={false} />;
}

export const FormatInput = (props: Omit<SelectInputProps, 'choices'>) => <WordInput label="app.activities.field.format" {...props} words={activityFormats} texts="app.formats" />;
export const StateInput = (props: Omit<SelectInputProps, 'choices'>) => <WordInput label="app.activities.field.state" {...props} words={activityStates} texts="app.activities.state" />;

/** One topic, for filters. */
export function TopicFilter({ source, label = 'app.activities.field.topic' }: ChoiceProps) {
  const translate = useTranslate();
  const choices = topics.map((id) => ({ id, name: translate(`app.topics.${id}`) })).sort((one, other) => one.name.localeCompare(other.name));
  return <AutocompleteInput source={source} label={label} choices={choices} translateChoice={false} helperText={false} />;
}

export const TagInputs = () => (
  <>
    <TopicsInput source="topics" label="app.activities.field.topics" words={topics} texts="app.topics" helperText="app.activities.form.topics_hint" />
    <GoalsInput />
    <TopicsInput source="digitalSkills" label="app.activities.field.digital_skills" words={digitalSkills} texts="app.activities.skill" helperText={false} />
  </>
);

/** Sustainable Development Goals in the order of their numbers. */
function GoalsInput() {
  const translate = useTranslate();
  const choices = sustainableGoals.map((id) => ({ id, name: `${id} ${translate(`app.activities.goal.${id}`)}` }));
  return <AutocompleteArrayInput source="sdgs" label="app.activities.field.sdgs" choices={choices} translateChoice={false} disableCloseOnSelect helperText={false} />;
}

export const AccessibilityInput = () => (
  <TopicsInput source="accessibility" label="app.activities.field.accessibility" words={accessibilityProvisions} texts="app.activities.provision" helperText="app.activities.form.accessibility_hint" />
);

/** Who may come: every grade one press. */
export function GradesInput({ source }: { source: string }) {
  const translate = useTranslate();
  const id = useId();
  const { field } = useInput<{ [key: string]: number[] }>({ source, defaultValue: [] });
  return (
    <div>
      <Typography id={id} variant="body2" color="textSecondary" sx={{ mt: 1, mb: 0.5 }}>{translate('app.activities.field.grades')}</Typography>
      <ToggleButtonGroup
        size="small"
        value={field.value as number[]}
        onChange={(_, chosen: number[]) => field.onChange([...chosen].sort((one, other) => one - other))}
        aria-labelledby={id}
        sx={{ flexWrap: 'wrap', '& .MuiToggleButton-root': { minWidth: 40, minHeight: 36 }, '& .Mui-selected': { fontWeight: 700 } }}
        color="primary"
      >
        {grades.map((grade) => <ToggleButton key={grade} value={grade}>{grade}</ToggleButton>)}
      </ToggleButtonGroup>
      <FormHelperText>{translate('app.activities.form.grades_hint')}</FormHelperText>
    </div>
  );
}

/** Sites and equipment of a host, once one is chosen. */
export function useHostPlaces(hostId: string | null | undefined) {
  const verbs = useVerbs();
  return useQuery({ queryKey: ['activities', 'places', hostId], queryFn: () => verbs.hostPlaces(hostId as string), enabled: Boolean(hostId) }).data;
}

/** Something of the host's that is booked with it. */
export function EquipmentInput({ hostId }: { hostId: string | null | undefined }) {
  const translate = useTranslate();
  const equipment = useHostPlaces(hostId)?.equipment ?? [];
  if (equipment.length === 0) return null;
  const choices = equipment.map(({ id, name, capacity }) => ({ id, name: translate('app.activities.form.equipment_choice', { name, capacity }) }));
  return <SelectInput source="equipmentId" label="app.activities.field.equipment" choices={choices} translateChoice={false} helperText={false} />;
}
