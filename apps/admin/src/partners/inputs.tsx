import { grades, topics } from '@mintforge/domain/partners';
import { TopicsInput } from '@mintforge/ui-kit';
import { AutocompleteArrayInput, AutocompleteInput, ReferenceInput, type Validator } from 'react-admin';
import type { OrganisationName } from './types';

const searched = (q: string) => ({ q });
const byName = { field: 'name', order: 'ASC' } as const;
const nameText = (organisation?: OrganisationName) => (organisation ? [organisation.name, organisation.mainSite?.town].filter(Boolean).join(', ') : '');
const gradeChoices = grades.map((grade) => ({ id: grade, name: String(grade) }));

interface OrganisationInputProps {
  source: string;
  validate?: Validator | Validator[];
  /** Narrows the choice. */
  roles?: readonly string[];
  label?: string;
  alwaysOn?: boolean;
  disabled?: boolean;
}

/** Chooses an organisation that is not closed, by its name. */
export const OrganisationInput = ({ source, validate, roles, label, disabled }: OrganisationInputProps) => (
  <ReferenceInput source={source} reference="organisations" sort={byName} filter={{ closed: false, ...(roles && { roles }) }}>
    <AutocompleteInput label={label} optionText={nameText} inputText={nameText} filterToQuery={searched} validate={validate} helperText={false} disabled={disabled} />
  </ReferenceInput>
);

/** Grades as chips. */
export const GradesInput = () => <AutocompleteArrayInput source="grades" choices={gradeChoices} translateChoice={false} disableCloseOnSelect helperText={false} />;

export const STEMTopicsInput = () => <TopicsInput source="topics" words={topics} texts="app.topics" helperText={false} />;

/** For texts the API keeps as texts: an emptied one is empty, not absent. */
export const asText = (text: string): string => text;
