import { Typography } from '@mui/material';
import { berlinDay } from '@mintforge/domain/kernel';
import { DateInput, FormDataConsumer, RadioButtonGroupInput, required, SelectInput, useDataProvider, useTranslate } from 'react-admin';
import type { ConsoleProvider } from '../../verbs';
import { ContactInputs } from './ContactInputs';
import { FormDialog, type FormValues } from '../FormDialog';
import type { Contact } from '../types';

const must = required();

interface HandOver extends FormValues {
  who: 'EXISTING' | 'FRESH';
  leftOn: string;
  successorId?: string;
  successor?: { name: string; function?: string | null; email?: string | null; phone?: string | null };
}

/** Somebody leaves and somebody takes over with all roles: a known colleague or a new person. */
export function HandOverDialog({ contact: { id, version, name }, others, onClose }: { contact: Contact; others: Contact[]; onClose: () => void }) {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleProvider>();
  const ways = [{ id: 'EXISTING', name: 'app.partners.contacts.existing' }, { id: 'FRESH', name: 'app.partners.contacts.fresh' }];
  const start: HandOver = { who: others.length > 0 ? 'EXISTING' : 'FRESH', leftOn: berlinDay(new Date()) };
  return (
    <FormDialog
      title={translate('app.partners.contacts.hand_over_title', { name })}
      resource="contacts"
      values={start}
      act="app.partners.contacts.hand_over"
      done="app.partners.contacts.hand_over_done"
      onSubmit={(values) => {
        const { who, leftOn, successorId, successor } = values as HandOver;
        return provider.handOverContact({ id, version, input: { leftOn, ...(who === 'EXISTING' ? { successorId } : { successor }) } });
      }}
      onClose={onClose}
    >
      <Typography color="textSecondary" sx={{ mb: 1 }}>{translate('app.partners.contacts.hand_over_hint')}</Typography>
      <DateInput source="leftOn" validate={must} helperText={false} />
      {others.length > 0 && <RadioButtonGroupInput source="who" label="app.partners.contacts.who" choices={ways} helperText={false} />}
      <FormDataConsumer<HandOver>>
        {({ formData }) => (formData.who === 'EXISTING' ? <SelectInput source="successorId" choices={others} translateChoice={false} validate={must} helperText={false} /> : <ContactInputs prefix="successor." />)}
      </FormDataConsumer>
    </FormDialog>
  );
}
