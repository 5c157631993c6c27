import { FormHelperText, Typography } from '@mui/material';
import { Create, SimpleForm, useInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useSearchParams } from 'react-router-dom';
import { thisSchoolYear } from '../common/inputs';
import { ActivityFields, Section } from './ActivityForm';
import { CreateFromOffer } from './CreateFromOffer';
import { emptyDraft, faultsOf, isComplete, type OccurrencesDraft } from './occurrences/occurrence-draft';
import { OccurrenceFields } from './occurrences/OccurrenceFields';
import type { Activity } from './types';

/** A new activity; `?offer=<id>` makes it of what a partner offers. */
export function ActivityCreate() {
  const [asked] = useSearchParams();
  const offerId = asked.get('offer');
  if (offerId) return <CreateFromOffer offerId={offerId} />;
  return (
    <Create>
      <SimpleForm defaultValues={newActivity}>
        <ActivityFields />
        <Section title="app.activities.form.occurrences">
          <FirstOccurrences />
        </Section>
      </SimpleForm>
    </Create>
  );
}

const newActivity = () => ({ format: 'TECH_WORKSHOP', schoolYear: thisSchoolYear(), grades: [], topics: [], accessibility: [], sdgs: [], digitalSkills: [], description: '', occurrences: emptyDraft() });

function FirstOccurrences() {
  const translate = useTranslate();
  const [format, hostId] = useWatch<{ format: Activity['format']; organisationId?: string }, ['format', 'organisationId']>({ name: ['format', 'organisationId'] });
  const validate = (draft: OccurrencesDraft) => (isComplete(draft) && faultsOf(format, draft).every((fault) => fault === undefined) ? undefined : 'app.activities.form.occurrences_faulty');
  const { field, fieldState: { error } } = useInput<{ occurrences: OccurrencesDraft }>({ source: 'occurrences', validate });
  return (
    <>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>{translate('app.activities.form.occurrences_hint')}</Typography>
      <OccurrenceFields format={format} hostId={hostId} value={field.value as OccurrencesDraft} onChange={field.onChange} />
      {error && <FormHelperText error>{translate('app.activities.form.occurrences_faulty')}</FormHelperText>}
    </>
  );
}
