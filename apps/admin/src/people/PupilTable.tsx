import { Typography } from '@mui/material';
import { DayField, TopicsField, useAllowed } from '@mintforge/ui-kit';
import { DataTable, FunctionField, TextField, useTranslate } from 'react-admin';
import { GoneChip } from './GoneChip';
import type { PupilRow } from './types';

/** How a pupil's name stands in lists; empty when it is not to be seen or erased. */
export const nameOf = ({ firstName, lastName }: Pick<PupilRow, 'firstName' | 'lastName'>): string => [lastName, firstName].filter(Boolean).join(', ');

/** Pupils as rows; names rest encrypted, so only those of one group can be put in their order. */
export function PupilTable({ within }: { within: 'region' | 'group' }) {
  const translate = useTranslate();
  const identify = useAllowed()('people.identify');
  return (
    <DataTable rowClick="show" resource="pupils" bulkActionButtons={false}>
      {identify && (
        <DataTable.Col source="lastName" label="app.people.field.full_name" disableSort={within === 'region'}>
          <FunctionField<PupilRow> render={(pupil) => (
            <>
              <Typography component="span" variant="body2" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>{nameOf(pupil)}</Typography>{' '}
              <GoneChip pupil={pupil} />
            </>
          )} />
        </DataTable.Col>
      )}
      {identify && within === 'group' && (
        <DataTable.Col source="birthDate" label="app.people.field.birth_date" disableSort>
          <DayField source="birthDate" />
        </DataTable.Col>
      )}
      <DataTable.Col source="pseudonym" label="app.people.field.pseudonym">
        <TextField source="pseudonym" sx={{ fontFamily: 'monospace', whiteSpace: 'nowrap', fontWeight: identify ? 400 : 600 }} />
        {!identify && <FunctionField<PupilRow> render={(pupil) => <GoneChip pupil={pupil} />} />}
      </DataTable.Col>
      {within === 'region' && (
        <DataTable.Col source="groupName" label="app.people.field.group">
          <FunctionField<PupilRow> render={({ groupName }) => groupName ?? translate('app.people.pupils.without_group')} />
        </DataTable.Col>
      )}
      {within === 'region' && <DataTable.Col source="organisationName" label="app.people.field.school" />}
      {within === 'region' && <DataTable.NumberCol source="grade" label="app.people.field.grade" />}
      <DataTable.Col source="interests" label="app.people.field.interests" disableSort><TopicsField source="interests" texts="app.topics" limit={2} /></DataTable.Col>
    </DataTable>
  );
}
