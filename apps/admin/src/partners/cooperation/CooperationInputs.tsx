import { Box } from '@mui/material';
import { accessibilityProvisions } from '@mintforge/domain/activities';
import { activityFormats } from '@mintforge/domain/partners';
import type { ReactNode } from 'react';
import { AutocompleteArrayInput, DateInput, maxLength, required, SelectInput, TextInput, useRecordContext } from 'react-admin';
import { choicesOf } from '../choices';
import { asText, GradesInput, OrganisationInput, STEMTopicsInput } from '../inputs';

const must = required();
const titleRules = [must, maxLength(200)];
const formats = choicesOf(activityFormats, 'app.formats');
const provisions = choicesOf(accessibilityProvisions, 'app.partners.accessibility');

/** Inputs side by side where there is room. */
export const Side = ({ children }: { children: ReactNode }) => <Box sx={{ display: 'grid', columnGap: 2, width: '100%', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>{children}</Box>;

/** Whose, what, for whom and when: what needs and offers share. Whose it is stays, so it is asked only once. */
export function CooperationInputs({ roles, children }: { roles?: readonly string[]; children: ReactNode }) {
  const known = useRecordContext()?.id !== undefined;
  return (
    <>
      {!known && <OrganisationInput source="organisationId" roles={roles} validate={must} />}
      <TextInput source="title" validate={titleRules} helperText={false} />
      <Side>
        <SelectInput source="format" choices={formats} validate={must} helperText={false} />
        {children}
      </Side>
      <STEMTopicsInput />
      <GradesInput />
      <Side>
        <DateInput source="periodFrom" helperText={false} />
        <DateInput source="periodTo" helperText={false} />
      </Side>
      <TextInput source="requirements" multiline minRows={2} parse={asText} helperText={false} />
      <AutocompleteArrayInput source="accessibility" choices={provisions} disableCloseOnSelect helperText={false} />
    </>
  );
}
