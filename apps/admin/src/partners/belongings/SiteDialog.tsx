import { Box } from '@mui/material';
import { BooleanInput, NumberInput, regex, TextInput, useTranslate } from 'react-admin';
import { RecordDialog } from '../RecordDialog';
import type { Site } from '../types';

const postcodeRules = [regex(/^\d{5}$/, 'kit.invalid.format')];
const municipalityRules = [regex(/^\d{8}$/, 'kit.invalid.format')];
const row = { display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 2fr' } };
const halves = { ...row, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } };

/** A site: address and place. Another one becomes the main site by being made it. */
export function SiteDialog({ organisationId, site, onClose }: { organisationId: string; site: Site | undefined; onClose: () => void }) {
  const translate = useTranslate();
  const name = site?.name || site?.street || site?.town || translate('app.partners.sites.no_address');
  return (
    <RecordDialog
      resource="sites"
      title={site ? translate('app.partners.edit_thing', { name }) : translate('app.partners.sites.add')}
      record={site}
      start={{ organisationId }}
      removable={name}
      onClose={onClose}
    >
      <TextInput source="street" helperText={false} />
      <Box sx={row}>
        <TextInput source="postcode" validate={postcodeRules} helperText={false} />
        <TextInput source="town" helperText={false} />
      </Box>
      <Box sx={halves}>
        <TextInput source="district" helperText={false} />
        <TextInput source="municipalityKey" validate={municipalityRules} helperText={false} />
      </Box>
      <Box sx={halves}>
        <NumberInput source="lat" min={-90} max={90} step="any" helperText={false} />
        <NumberInput source="lon" min={-180} max={180} step="any" helperText={false} />
      </Box>
      <TextInput source="name" helperText={false} />
      {!site?.isMain && <BooleanInput source="isMain" label="app.partners.sites.make_main" helperText={false} />}
    </RecordDialog>
  );
}
