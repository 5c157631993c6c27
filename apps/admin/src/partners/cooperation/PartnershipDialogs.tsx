import { Box } from '@mui/material';
import { berlinDay } from '@mintforge/domain/kernel';
import { partnershipEndReasons } from '@mintforge/domain/partners';
import { DateInput, required, SelectInput, useDataProvider, useTranslate } from 'react-admin';
import type { ConsoleProvider } from '../../verbs';
import { choicesOf } from '../choices';
import { FormDialog } from '../FormDialog';
import { OrganisationInput } from '../inputs';
import { RecordDialog } from '../RecordDialog';
import type { Organisation, Partnership } from '../types';

const must = required();
const stateChoices = choicesOf(['PROPOSED', 'ACTIVE'], 'app.partners.partnership_state');
const reasonChoices = choicesOf(partnershipEndReasons, 'app.partners.end_reason');

interface PartnershipDialogProps {
  organisation: Organisation;
  /** With its other side's name; absent for a new one. */
  partnership?: Partnership;
  name?: string;
  onClose: () => void;
}

/** A new partnership, or the term of a known one; a school asks for its partner, everybody else for the school. */
export function PartnershipDialog({ organisation, partnership, name = '', onClose }: PartnershipDialogProps) {
  const translate = useTranslate();
  const asSchool = organisation.roles.includes('SCHOOL');
  const start = { state: 'ACTIVE', since: berlinDay(new Date()), ...(asSchool ? { schoolId: organisation.id } : { partnerId: organisation.id }) };
  return (
    <RecordDialog
      resource="partnerships"
      title={partnership ? translate('app.partners.partnerships.edit_title', { name }) : translate('app.partners.partnerships.add')}
      record={partnership}
      start={start}
      removable={partnership && translate('app.partners.partnerships.edit_title', { name })}
      onClose={onClose}
    >
      {!partnership && (asSchool ? <OrganisationInput source="partnerId" validate={must} /> : <OrganisationInput source="schoolId" roles={['SCHOOL']} validate={must} />)}
      <SelectInput source="state" choices={stateChoices} validate={must} helperText={false} />
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <DateInput source="since" helperText={false} />
        <DateInput source="until" helperText={false} />
      </Box>
    </RecordDialog>
  );
}

/** Ends a partnership with a reason that can be counted. */
export function EndPartnershipDialog({ partnership: { id, version }, name, onClose }: { partnership: Partnership; name: string; onClose: () => void }) {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleProvider>();
  return (
    <FormDialog
      title={translate('app.partners.partnerships.end_title', { name })}
      resource="partnerships"
      values={{ until: berlinDay(new Date()) }}
      act="app.partners.partnerships.end"
      done="app.partners.partnerships.end_done"
      onSubmit={(values) => provider.endPartnership({ id, version, input: { until: values['until'] as string, reason: values['reason'] as NonNullable<Partnership['endReason']> } })}
      onClose={onClose}
    >
      <DateInput source="until" validate={must} helperText={false} />
      <SelectInput source="reason" choices={reasonChoices} validate={must} helperText={false} />
    </FormDialog>
  );
}
