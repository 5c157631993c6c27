import { Box, Typography } from '@mui/material';
import { contactStages, organisationRoles, schoolKinds } from '@mintforge/domain/partners';
import type { ReactNode } from 'react';
import { AutocompleteArrayInput, Create, Edit, email, FormDataConsumer, maxLength, regex, required, SelectInput, SimpleForm, TextArrayInput, TextInput, useRecordContext, useTranslate } from 'react-admin';
import { choicesOf } from '../choices';
import { asText } from '../inputs';
import { SimilarOrganisations } from './SimilarOrganisations';

const must = required();
const nameRules = [must, maxLength(300)];
const emailRules = [email()];
const postcodeRules = [regex(/^\d{5}$/, 'kit.invalid.format')];
const roleChoices = choicesOf(organisationRoles, 'app.partners.role');
const kindChoices = choicesOf(schoolKinds, 'app.partners.school_kind');
const stageChoices = choicesOf(contactStages, 'app.partners.stage');

function Part({ title, children }: { title: string; children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, mt: 2, width: '100%' }}>
      <Typography component="legend" variant="h3" sx={{ mb: 1 }}>{translate(title)}</Typography>
      {children}
    </Box>
  );
}

const Pair = ({ children }: { children: ReactNode }) => <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>{children}</Box>;

/** A new organisation or the particulars of one; while its name is typed, entries like it are shown. */
function OrganisationForm() {
  const known = useRecordContext()?.id !== undefined;
  return (
    <SimpleForm sx={{ maxWidth: 760 }} {...(!known && { defaultValues: { roles: [], stage: 'NEW' } })}>
      <TextInput source="name" validate={nameRules} helperText={false} autoFocus />
      <SimilarOrganisations />
      <AutocompleteArrayInput source="roles" choices={roleChoices} validate={must} disableCloseOnSelect helperText={false} />
      <FormDataConsumer<{ roles?: string[] }>>
        {({ formData }) => formData.roles?.includes('SCHOOL') && <AutocompleteArrayInput source="schoolKinds" choices={kindChoices} disableCloseOnSelect helperText={false} />}
      </FormDataConsumer>
      {!known && (
        <Part title="app.partners.form.address">
          <TextInput source="address.street" helperText={false} />
          <Pair>
            <TextInput source="address.postcode" validate={postcodeRules} helperText={false} />
            <TextInput source="address.town" helperText={false} />
          </Pair>
        </Part>
      )}
      <Part title="app.partners.form.reach">
        <Pair>
          <TextInput source="phone" type="tel" helperText={false} />
          <TextInput source="email" type="email" validate={emailRules} helperText={false} />
          <TextInput source="website" helperText={false} />
          <TextInput source="fax" type="tel" helperText={false} />
        </Pair>
      </Part>
      <Part title="app.partners.form.register">
        <Pair>
          <TextInput source="officialNumber" helperText={false} />
          <TextInput source="officialKey" helperText={false} />
        </Pair>
      </Part>
      <Part title="app.partners.form.inner">
        <SelectInput source="stage" choices={stageChoices} validate={must} helperText={false} />
        <TextArrayInput source="tags" helperText="app.partners.form.tags_hint" />
        <TextInput source="notes" multiline minRows={3} parse={asText} helperText={false} />
      </Part>
    </SimpleForm>
  );
}

export const OrganisationCreate = () => (
  <Create>
    <OrganisationForm />
  </Create>
);

export const OrganisationEdit = () => (
  <Edit>
    <OrganisationForm />
  </Edit>
);
