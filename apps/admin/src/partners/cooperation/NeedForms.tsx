import { needStates } from '@mintforge/domain/partners';
import { Create, Edit, maxValue, minValue, NumberInput, required, SelectInput, SimpleForm, useRecordContext } from 'react-admin';
import { choicesOf } from '../choices';
import { CooperationInputs } from './CooperationInputs';

const sizeRules = [minValue(1), maxValue(2000)];
const schools = ['SCHOOL'];
const must = required();
const states = choicesOf(needStates, 'app.partners.need_state');

function NeedForm() {
  const known = useRecordContext()?.id !== undefined;
  return (
    <SimpleForm sx={{ maxWidth: 760 }}>
      <CooperationInputs roles={schools}><NumberInput source="size" validate={sizeRules} helperText={false} /></CooperationInputs>
      {known && <SelectInput source="state" choices={states} validate={must} helperText={false} />}
    </SimpleForm>
  );
}

export const NeedCreate = () => (
  <Create>
    <NeedForm />
  </Create>
);

export const NeedEdit = () => (
  <Edit>
    <NeedForm />
  </Edit>
);
