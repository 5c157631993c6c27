import PersonAddOutlined from '@mui/icons-material/PersonAddOutlined';
import { Box, Typography } from '@mui/material';
import { berlinDateTime, DesignedEmpty, StateChip } from '@mintforge/ui-kit';
import { roles } from '@mintforge/domain/kernel';
import { CreateButton, DataTable, FilterButton, FunctionField, List, NullableBooleanInput, SelectInput, TopToolbar, useLocale, useTranslate } from 'react-admin';
import { SearchFilter } from '../common/inputs';
import type { UserRow } from './types';
import { userState, userTones } from './user-state';

const filters = [
  <SearchFilter key="q" source="q" hint="app.administration.users.search" alwaysOn />,
  <SelectInput key="role" source="role" label="app.administration.users.field.role" choices={roles.map((id) => ({ id, name: `app.roles.${id}` }))} helperText={false} alwaysOn />,
  <NullableBooleanInput key="disabled" source="disabled" label="app.administration.users.state.DISABLED" helperText={false} />,
];

const invite = <CreateButton label="app.administration.users.invite" icon={<PersonAddOutlined />} />;

/** Who works in this region, and in which roles. */
export function UserList() {
  const translate = useTranslate();
  const locale = useLocale();
  return (
    <List
      filters={filters}
      actions={<TopToolbar><FilterButton />{invite}</TopToolbar>}
      sort={{ field: 'displayName', order: 'ASC' }}
      empty={<DesignedEmpty title="app.administration.users.empty" hint="app.administration.users.empty_hint" actions={invite} />}
    >
      <DataTable rowClick="show" bulkActionButtons={false}>
        <DataTable.Col source="displayName" label="app.administration.users.field.name">
          <FunctionField<UserRow> render={({ displayName, email }) => (
            <Box>
              <Typography component="span" variant="body2" sx={{ fontWeight: 600, display: 'block' }}>{displayName}</Typography>
              <Typography component="span" variant="body2" color="textSecondary">{email}</Typography>
            </Box>
          )} />
        </DataTable.Col>
        <DataTable.Col source="roles" label="app.administration.users.field.roles" disableSort>
          <FunctionField<UserRow> render={({ roles: held }) => held.map((role) => translate(`app.roles.${role}`)).join(', ')} />
        </DataTable.Col>
        <DataTable.Col source="active" label="app.administration.users.field.state" disableSort>
          <FunctionField<UserRow> render={(user) => <StateChip label={translate(`app.administration.users.state.${userState(user)}`)} tone={userTones[userState(user)]} />} />
        </DataTable.Col>
        <DataTable.Col source="secondFactor" label="app.administration.users.field.second_factor" disableSort>
          <FunctionField<UserRow> render={({ secondFactor }) => translate(`app.administration.users.second_factor.${secondFactor ? 'yes' : 'no'}`)} />
        </DataTable.Col>
        <DataTable.Col source="lastSignInAt" label="app.administration.users.field.last_sign_in">
          <FunctionField<UserRow> render={({ lastSignInAt }) => (lastSignInAt ? berlinDateTime(lastSignInAt, locale) : translate('app.administration.users.never'))} />
        </DataTable.Col>
      </DataTable>
    </List>
  );
}
