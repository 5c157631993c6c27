import { Create, Edit, maxLength, maxValue, minValue, NumberInput, required, SimpleForm, TextInput, useRecordContext, useTranslate } from 'react-admin';
import { GradeInput, SchoolYearInput, thisSchoolYear } from '../common/inputs';
import { KindInput, SchoolInput } from './inputs';
import type { Group } from './types';

const nameRules = [required(), maxLength(60)];
const must = required();

function GroupForm() {
  const translate = useTranslate();
  const group = useRecordContext<Group>();
  const named = group?.pupilCount ?? 0;
  const headCountRules = [must, minValue(named, translate('app.people.groups.below_names', { named })), maxValue(500)];
  return (
    <SimpleForm {...(!group?.id && { defaultValues: { kind: 'CLASS', schoolYear: thisSchoolYear() } })} sx={{ maxWidth: 560 }}>
      {!group?.id && <SchoolInput source="organisationId" validate={must} />}
      <TextInput source="name" label="app.people.field.name" validate={nameRules} helperText="app.people.groups.name_hint" />
      <KindInput source="kind" validate={must} />
      <GradeInput source="grade" />
      <SchoolYearInput source="schoolYear" validate={must} />
      <NumberInput source="headCount" label="app.people.field.head_count" validate={headCountRules} min={named} max={500} helperText="app.people.groups.head_count_hint" />
    </SimpleForm>
  );
}

export const GroupCreate = () => (
  <Create>
    <GroupForm />
  </Create>
);

/** The school of a group stays; it is another group otherwise. */
export const GroupEdit = () => (
  <Edit>
    <GroupForm />
  </Edit>
);
