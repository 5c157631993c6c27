import { berlinDay } from '@mintforge/domain/kernel';
import { checkBirthDate, longestName } from '@mintforge/domain/people';
import { Create, DateInput, Edit, maxLength, RadioButtonGroupInput, required, SaveButton, SimpleForm, TextInput, Toolbar, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { GradeInput } from '../common/inputs';
import { GroupChoice, InterestsInput, ProvisionsInput, SchoolInput } from './inputs';

const nameRules = [required(), maxLength(longestName)];
const must = required();
const plausible = (birthDate?: string | null) => (!birthDate || checkBirthDate(birthDate, berlinDay(new Date())) ? undefined : 'app.people.pupils.implausible');

/** A pupil belongs to a group and by it to a school, or, without one, to a school alone. */
function WhereInputs() {
  const translate = useTranslate();
  const where = useWatch<{ where?: string }>({ name: 'where' });
  const choices = [{ id: 'GROUP', name: translate('app.people.pupils.choose.group') }, { id: 'SCHOOL', name: translate('app.people.pupils.choose.school') }];
  return (
    <>
      <RadioButtonGroupInput source="where" label="app.people.pupils.where" choices={choices} translateChoice={false} helperText={false} />
      {where === 'SCHOOL' ? <SchoolInput source="organisationId" validate={must} /> : <GroupChoice source="groupId" validate={must} helperText="app.people.pupils.group_hint" />}
    </>
  );
}

function PersonInputs() {
  return (
    <>
      <TextInput source="firstName" label="app.people.field.first_name" validate={nameRules} autoComplete="off" helperText={false} />
      <TextInput source="lastName" label="app.people.field.last_name" validate={nameRules} autoComplete="off" helperText={false} />
      <DateInput source="birthDate" label="app.people.field.birth_date" validate={plausible} helperText={false} />
      <GradeInput source="grade" />
      <InterestsInput />
    </>
  );
}

export const PupilCreate = () => (
  <Create>
    <SimpleForm defaultValues={{ where: 'GROUP' }} sx={{ maxWidth: 560 }}>
      <WhereInputs />
      <PersonInputs />
      <ProvisionsInput />
    </SimpleForm>
  </Create>
);

/** Who somebody is; moving, leaving and erasing are acts of their own. */
export const PupilEdit = () => (
  <Edit>
    <SimpleForm sx={{ maxWidth: 560 }} toolbar={<Toolbar><SaveButton /></Toolbar>}>
      <PersonInputs />
    </SimpleForm>
  </Edit>
);
