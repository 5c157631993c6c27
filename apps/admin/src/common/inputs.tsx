import { berlinDay, schoolYearOf } from '@mintforge/domain/kernel';
import { grades } from '@mintforge/domain/partners';
import { SearchInput, SelectInput, useTranslate, type SelectInputProps } from 'react-admin';

const gradeChoices = grades.map((grade) => ({ id: grade, name: String(grade) }));

/** The search of a list; `hint` is a text key that says what is searched. */
export function SearchFilter({ source, hint }: { source: string; hint: string; alwaysOn?: boolean }) {
  const translate = useTranslate();
  const text = translate(hint);
  return <SearchInput source={source} placeholder={text} slotProps={{ htmlInput: { 'aria-label': text } }} sx={{ minWidth: '16rem' }} />;
}

/** The current school year. */
export const thisSchoolYear = (): string => schoolYearOf(berlinDay(new Date()));

export const GradeInput = (props: Omit<SelectInputProps, 'choices'>) => <SelectInput label="app.people.field.grade" helperText={false} {...props} choices={gradeChoices} translateChoice={false} />;

/** Last, this and the next two school years. */
export function SchoolYearInput(props: Omit<SelectInputProps, 'choices'>) {
  const first = Number(thisSchoolYear().slice(0, 4)) - 1;
  const years = [0, 1, 2, 3].map((later) => schoolYearOf(`${first + later}-08-01`));
  return <SelectInput label="app.people.field.school_year" helperText={false} {...props} choices={years.map((id) => ({ id, name: id }))} translateChoice={false} />;
}
