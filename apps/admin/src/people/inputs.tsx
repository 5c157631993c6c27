import { grades, topics } from '@mintforge/domain/partners';
import { berlinDay, schoolYearOf } from '@mintforge/domain/kernel';
import { TopicsInput } from '@mintforge/ui-kit';
import { AutocompleteInput, ReferenceInput, SearchInput, SelectInput, useTranslate, type SelectInputProps, type Validator } from 'react-admin';
import type { GroupRow, School } from './types';

const gradeChoices = grades.map((grade) => ({ id: grade, name: String(grade) }));
const searched = (q: string) => ({ q });
const schoolText = (school?: School) => (school ? [school.name, school.mainSite?.town].filter(Boolean).join(', ') : '');
const groupText = (group?: GroupRow) => (group ? `${group.name}, ${group.organisationName} (${group.schoolYear})` : '');
const byName = { field: 'name', order: 'ASC' } as const;

/** The search of a list; `hint` is a text key that says what is searched. */
export function SearchFilter({ source, hint }: { source: string; hint: string; alwaysOn?: boolean }) {
  const translate = useTranslate();
  const text = translate(hint);
  return <SearchInput source={source} placeholder={text} slotProps={{ htmlInput: { 'aria-label': text } }} sx={{ minWidth: '16rem' }} />;
}

/** The current school year. */
export const thisSchoolYear = (): string => schoolYearOf(berlinDay(new Date()));

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

export const GradeInput = (props: Omit<SelectInputProps, 'choices'>) => <SelectInput label="app.people.field.grade" helperText={false} {...props} choices={gradeChoices} translateChoice={false} />;

/** Last, this and the next two school years. */
export function SchoolYearInput(props: Omit<SelectInputProps, 'choices'>) {
  const first = Number(thisSchoolYear().slice(0, 4)) - 1;
  const years = [0, 1, 2, 3].map((later) => schoolYearOf(`${first + later}-08-01`));
  return <SelectInput label="app.people.field.school_year" helperText={false} {...props} choices={years.map((id) => ({ id, name: id }))} translateChoice={false} />;
}

export function KindInput(props: Omit<SelectInputProps, 'choices'>) {
  const translate = useTranslate();
  const kinds = (['CLASS', 'COURSE', 'CLUB'] as const).map((id) => ({ id, name: translate(`app.people.kind.${id}`) }));
  return <SelectInput label="app.people.field.kind" helperText={false} {...props} choices={kinds} translateChoice={false} />;
}

export const InterestsInput = () => <TopicsInput source="interests" label="app.people.field.interests" words={topics} texts="app.topics" helperText={false} />;
