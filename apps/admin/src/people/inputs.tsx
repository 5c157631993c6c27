import { accessibilityProvisions } from '@mintforge/domain/activities';
import { topics } from '@mintforge/domain/partners';
import { TopicsInput } from '@mintforge/ui-kit';
import { AutocompleteInput, ReferenceInput, SelectInput, useTranslate, type SelectInputProps, type Validator } from 'react-admin';
import type { GroupRow, School } from './types';

const searched = (q: string) => ({ q });
const schoolText = (school?: School) => (school ? [school.name, school.mainSite?.town].filter(Boolean).join(', ') : '');
const groupText = (group?: GroupRow) => (group ? `${group.name}, ${group.organisationName} (${group.schoolYear})` : '');
const byName = { field: 'name', order: 'ASC' } as const;

interface ChoiceProps {
  source: string;
  validate?: Validator | Validator[];
  /** In a bar of filters rather than in a form. */
  alwaysOn?: boolean;
  /** Other than the usual one. */
  label?: string;
  helperText?: string | false;
  /** Narrows the choices. */
  filter?: Record<string, unknown>;
}

/** Chooses a school by its name. */
export const SchoolInput = ({ source, validate, label = 'app.people.field.school', helperText = false }: ChoiceProps) => (
  <ReferenceInput source={source} reference="schools" sort={byName}>
    <AutocompleteInput label={label} optionText={schoolText} inputText={schoolText} filterToQuery={searched} validate={validate} helperText={helperText} />
  </ReferenceInput>
);

/** Chooses a group by its name or its school's. */
export const GroupChoice = ({ source, validate, filter, label = 'app.people.field.group', helperText = false }: ChoiceProps) => (
  <ReferenceInput source={source} reference="groups" sort={byName} filter={filter}>
    <AutocompleteInput label={label} optionText={groupText} inputText={groupText} filterToQuery={searched} validate={validate} helperText={helperText} />
  </ReferenceInput>
);

export function KindInput(props: Omit<SelectInputProps, 'choices'>) {
  const translate = useTranslate();
  const kinds = (['CLASS', 'COURSE', 'CLUB'] as const).map((id) => ({ id, name: translate(`app.people.kind.${id}`) }));
  return <SelectInput label="app.people.field.kind" helperText={false} {...props} choices={kinds} translateChoice={false} />;
}

export const InterestsInput = () => <TopicsInput source="interests" label="app.people.field.interests" words={topics} texts="app.topics" helperText={false} />;

/** What a place must have for the pupil; why is never asked. */
export const ProvisionsInput = () => <TopicsInput source="provisions" label="app.people.field.provisions" words={accessibilityProvisions} texts="app.activities.provision" helperText="app.people.pupils.provisions_hint" />;
