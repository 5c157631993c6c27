import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { BooleanInput, maxLength, maxValue, minValue, NumberInput, required, TextInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { SchoolYearInput } from '../common/inputs';
import { AccessibilityInput, EquipmentInput, FormatInput, GradesInput, HostInput, TagInputs } from './inputs';

const must = required();
const titleRules = [required(), maxLength(200)];
const descriptionRules = maxLength(10_000);
const ageRules = [minValue(5), maxValue(25)];

export function Section({ title, children }: { title: string; children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Box component="section" sx={{ width: '100%', maxWidth: 760, mb: 2 }}>
      <Typography variant="h3" component="h2" sx={{ mb: 0.5 }}>{translate(title)}</Typography>
      {children}
    </Box>
  );
}

/** What an activity is, for whom, where and with what; its occurrences apart. */
export function ActivityFields() {
  const hostId = useWatch<{ organisationId?: string }, 'organisationId'>({ name: 'organisationId' });
  return (
    <>
      <Section title="app.activities.form.what">
        <TextInput source="title" label="app.activities.field.title" validate={titleRules} helperText="app.activities.form.title_hint" />
        <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          <FormatInput source="format" validate={must} />
          <SchoolYearInput source="schoolYear" validate={must} />
        </Box>
        <HostInput source="organisationId" validate={must} />
        <EquipmentInput hostId={hostId} />
        <TextInput source="description" label="app.activities.field.description" validate={descriptionRules} multiline minRows={4} helperText="app.activities.form.description_hint" />
      </Section>
      <Section title="app.activities.form.whom">
        <GradesInput source="grades" />
        <NumberInput source="minimumAge" label="app.activities.field.minimum_age" validate={ageRules} min={5} max={25} helperText="app.activities.form.minimum_age_hint" sx={{ maxWidth: 240 }} />
        <BooleanInput source="compulsory" label="app.activities.field.compulsory" helperText="app.activities.form.compulsory_hint" />
        <AccessibilityInput />
      </Section>
      <Section title="app.activities.form.tags">
        <TagInputs />
      </Section>
    </>
  );
}
