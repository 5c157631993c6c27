import { offerStates } from '@mintforge/domain/partners';
import { Create, Edit, FormDataConsumer, maxValue, minValue, NumberInput, ReferenceInput, required, SelectInput, SimpleForm, TextInput, useRecordContext } from 'react-admin';
import { choicesOf } from '../choices';
import { CooperationInputs, Side } from './CooperationInputs';
import { asText } from '../inputs';

const capacityRules = [minValue(1), maxValue(2000)];
const ageRules = [minValue(5), maxValue(25)];
const must = required();
const states = choicesOf(offerStates, 'app.partners.offer_state');

/** The equipment of the organisation that offers, once that is known. */
const EquipmentInput = () => (
  <FormDataConsumer<{ organisationId?: string }>>
    {({ formData: { organisationId } }) => organisationId && (
      <ReferenceInput source="equipmentId" reference="equipments" filter={{ organisationId }} sort={{ field: 'name', order: 'ASC' }}>
        <SelectInput optionText="name" helperText={false} />
      </ReferenceInput>
    )}
  </FormDataConsumer>
);

function OfferForm() {
  const known = useRecordContext()?.id !== undefined;
  return (
    <SimpleForm sx={{ maxWidth: 760 }}>
      <CooperationInputs><NumberInput source="capacity" validate={capacityRules} helperText={false} /></CooperationInputs>
      <TextInput source="description" multiline minRows={3} parse={asText} helperText={false} />
      <Side>
        <NumberInput source="minimumAge" validate={ageRules} helperText={false} />
        <EquipmentInput />
      </Side>
      {known && <SelectInput source="state" choices={states} validate={must} helperText={false} />}
    </SimpleForm>
  );
}

export const OfferCreate = () => (
  <Create>
    <OfferForm />
  </Create>
);

export const OfferEdit = () => (
  <Edit>
    <OfferForm />
  </Edit>
);
