import EditOutlined from '@mui/icons-material/EditOutlined';
import { Box, IconButton, Stack, Tooltip, Typography } from '@mui/material';
import { Panel } from '@mintforge/ui-kit';
import { useState } from 'react';
import { BooleanInput, maxLength, maxValue, minValue, NumberInput, required, SelectInput, TextInput, useTranslate } from 'react-admin';
import { AddButton } from '../AddButton';
import { asText } from '../inputs';
import type { PanelOf } from '../panel';
import { RecordDialog } from '../RecordDialog';
import type { Equipment, Site } from '../types';

const nameRules = [required(), maxLength(200)];
const capacityRules = [required(), minValue(1), maxValue(1000)];
const ageRules = [minValue(5), maxValue(25)];
const ratioRules = [minValue(1), maxValue(100)];

/** Bookable learning places with their rules. */
export function EquipmentPanel({ organisation: { id, equipment, sites }, mayWrite }: PanelOf) {
  const translate = useTranslate();
  const [open, setOpen] = useState<Equipment | 'new'>();
  const shown = open === 'new' ? undefined : open;
  return (
    <Panel title={translate('app.partners.equipment.title')} actions={mayWrite && <AddButton what="app.partners.equipment.add" onClick={() => setOpen('new')} />}>
      {equipment.length === 0 && <Typography color="textSecondary">{translate('app.partners.equipment.none')}</Typography>}
      <Stack spacing={1.5}>{equipment.map((one) => <Place key={one.id} equipment={one} onEdit={mayWrite ? () => setOpen(one) : undefined} />)}</Stack>
      {open && (
        <RecordDialog
          resource="equipments"
          title={shown ? translate('app.partners.edit_thing', { name: shown.name }) : translate('app.partners.equipment.add')}
          record={shown}
          start={{ organisationId: id }}
          removable={shown?.name}
          onClose={() => setOpen(undefined)}
        >
          <TextInput source="name" validate={nameRules} helperText={false} />
          <TextInput source="description" multiline minRows={2} parse={asText} helperText={false} />
          <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, 1fr)' } }}>
            <NumberInput source="capacity" validate={capacityRules} helperText={false} />
            <NumberInput source="minimumAge" validate={ageRules} helperText={false} />
            <NumberInput source="pupilsPerSupervisor" validate={ratioRules} helperText={false} />
          </Box>
          {sites.length > 1 && <SelectInput source="siteId" choices={sites} optionText={siteText} translateChoice={false} helperText={false} />}
          <BooleanInput source="needsBriefing" helperText={false} />
        </RecordDialog>
      )}
    </Panel>
  );
}

const siteText = ({ name, street, town }: Site) => [name || street, town].filter(Boolean).join(', ');

function Place({ equipment: { name, description, capacity, minimumAge, needsBriefing, pupilsPerSupervisor }, onEdit }: { equipment: Equipment; onEdit?: () => void }) {
  const translate = useTranslate();
  const facts = [
    translate('app.partners.equipment.capacity', { smart_count: capacity }),
    minimumAge !== null && translate('app.partners.equipment.age', { age: minimumAge }),
    pupilsPerSupervisor !== null && translate('app.partners.equipment.ratio', { smart_count: pupilsPerSupervisor }),
    needsBriefing && translate('app.partners.equipment.briefing'),
  ];
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
        <Typography variant="body2" color="textSecondary">{facts.filter(Boolean).join(' · ')}</Typography>
        {description && <Typography variant="body2" sx={{ whiteSpace: 'pre-line' }}>{description}</Typography>}
      </Box>
      {onEdit && (
        <Tooltip title={translate('ra.action.edit')}>
          <IconButton size="small" onClick={onEdit} aria-label={translate('app.partners.edit_thing', { name })}><EditOutlined fontSize="small" /></IconButton>
        </Tooltip>
      )}
    </Box>
  );
}
