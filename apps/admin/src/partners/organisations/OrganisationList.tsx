import WrongLocationOutlined from '@mui/icons-material/WrongLocationOutlined';
import { Box, Tooltip, Typography } from '@mui/material';
import { contactStages, organisationRoles, schoolKinds } from '@mintforge/domain/partners';
import { DateTimeField, dayText, StateChip, StateField, TopicsField } from '@mintforge/ui-kit';
import { DataTable, FunctionField, List, SelectInput, TextInput, useLocale, useTranslate } from 'react-admin';
import { SearchFilter } from '../../common/inputs';
import { choicesOf, oneLine, useKinds } from '../choices';
import { stageTones } from '../tones';
import type { OrganisationRow } from '../types';

const roleChoices = choicesOf(organisationRoles, 'app.partners.role');
const stageChoices = choicesOf(contactStages, 'app.partners.stage');
const kindChoices = choicesOf(schoolKinds, 'app.partners.school_kind');
const closedChoices = [{ id: false, name: 'app.partners.list.open_only' }, { id: true, name: 'app.partners.list.closed_only' }];
const flaggedChoices = [{ id: true, name: 'ra.boolean.true' }, { id: false, name: 'ra.boolean.false' }];

const filters = [
  <SearchFilter key="q" source="q" hint="app.partners.list.search" alwaysOn />,
  <SelectInput key="roles" source="roles" choices={roleChoices} format={(roles?: string[]) => roles?.[0] ?? ''} parse={(role: string) => (role ? [role] : undefined)} alwaysOn />,
  <SelectInput key="stage" source="stage" choices={stageChoices} alwaysOn />,
  <SelectInput key="schoolKind" source="schoolKind" choices={kindChoices} />,
  <TextInput key="town" source="town" />,
  <TextInput key="postcode" source="postcode" />,
  <TextInput key="tag" source="tag" />,
  <SelectInput key="flagged" source="hasFlaggedCoordinates" choices={flaggedChoices} />,
  <SelectInput key="closed" source="closed" choices={closedChoices} />,
];

const doubtful = ({ mainSite }: OrganisationRow) => mainSite?.coordinateCheck === 'FAR_FROM_POSTCODE' || mainSite?.coordinateCheck === 'OUT_OF_RANGE';

function Name({ row }: { row: OrganisationRow }) {
  const translate = useTranslate();
  const locale = useLocale();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Typography variant="body2" sx={{ fontWeight: 600, color: row.closedOn ? 'text.secondary' : undefined }}>{row.name}</Typography>
      {row.closedOn && <StateChip label={translate('app.partners.list.closed_on', { day: dayText(row.closedOn, locale) })} />}
      {doubtful(row) && (
        <Tooltip title={translate('app.partners.list.flagged')}>
          <WrongLocationOutlined fontSize="small" color="warning" titleAccess={translate('app.partners.list.flagged')} />
        </Tooltip>
      )}
    </Box>
  );
}

/** All organisations of the region, whatever their roles. */
export function OrganisationList() {
  const kinds = useKinds();
  return (
    <List filters={filters} sort={{ field: 'name', order: 'ASC' }}>
      <DataTable rowClick="show" bulkActionButtons={false}>
        <DataTable.Col source="name"><FunctionField<OrganisationRow> render={(row) => <Name row={row} />} /></DataTable.Col>
        <DataTable.Col source="roles" disableSort><FunctionField<OrganisationRow> render={kinds} /></DataTable.Col>
        <DataTable.Col source="town" disableSort sx={oneLine}><FunctionField<OrganisationRow> render={({ mainSite }) => [mainSite?.postcode, mainSite?.town].filter(Boolean).join(' ')} /></DataTable.Col>
        <DataTable.Col source="stage"><StateField source="stage" texts="app.partners.stage" tones={stageTones} /></DataTable.Col>
        <DataTable.Col source="tags" disableSort><TopicsField source="tags" texts="app.partners.tag" limit={3} /></DataTable.Col>
        <DataTable.Col source="updatedAt" sx={oneLine}><DateTimeField source="updatedAt" /></DataTable.Col>
      </DataTable>
    </List>
  );
}
