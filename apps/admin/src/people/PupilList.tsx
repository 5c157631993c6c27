import LockOutlined from '@mui/icons-material/LockOutlined';
import { Alert } from '@mui/material';
import { DesignedEmpty, useAllowed } from '@mintforge/ui-kit';
import { CreateButton, List, NullableBooleanInput, useTranslate } from 'react-admin';
import { GradeInput, SearchFilter } from '../common/inputs';
import { GroupChoice, SchoolInput } from './inputs';
import { PupilTable } from './PupilTable';

/** Pupils of the region, found by name or pseudonym; the clear names only for roles that identify people. */
export function PupilList() {
  const translate = useTranslate();
  const identify = useAllowed()('people.identify');
  const filters = [
    <SearchFilter key="q" source="q" hint={identify ? 'app.people.pupils.search' : 'app.people.pupils.search_hidden'} alwaysOn />,
    <SchoolInput key="organisationId" source="organisationId" alwaysOn label="app.people.field.school" />,
    <GroupChoice key="groupId" source="groupId" alwaysOn label="app.people.field.group" />,
    <GradeInput key="grade" source="grade" alwaysOn />,
    <NullableBooleanInput key="gone" source="gone" label="app.people.field.gone" helperText={false} />,
  ];
  return (
    <>
      {!identify && <Alert severity="info" icon={<LockOutlined />} sx={{ mt: 2 }}>{translate('app.people.pupils.locked_list')}</Alert>}
      <List filters={filters} sort={{ field: 'pseudonym', order: 'ASC' }} empty={<DesignedEmpty title="app.people.pupils.empty" hint="app.people.pupils.empty_hint" actions={<CreateButton variant="contained" />} />}>
        <PupilTable within="region" />
      </List>
    </>
  );
}
