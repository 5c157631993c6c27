import { Typography } from '@mui/material';
import { isUuid } from '@mintforge/domain/kernel';
import { DateTimeField, DesignedEmpty } from '@mintforge/ui-kit';
import { AutocompleteInput, DataTable, FilterButton, FunctionField, List, ReferenceInput, TextInput, TopToolbar } from 'react-admin';
import { filterableActions } from './audit-entry';
import { AuditDetails } from './AuditDetails';
import { ChainCheck } from './ChainCheck';
import type { AuditRow, UserRow } from './types';
import { useAuditWords } from './use-audit-words';

const entryNumber = (text?: string) => (!text || isUuid(text) ? undefined : 'app.administration.audit.object_wrong');
const searched = (q: string) => ({ q });
const nameOf = (user?: UserRow) => user?.displayName ?? '';

/** Chooses one kind of act, sorted by area. */
function ActionInput({ source }: { source: string; label: string; alwaysOn?: boolean }) {
  const { actText, areaText } = useAuditWords();
  const choices = filterableActions.map((id) => ({ id, name: actText(id), area: areaText(id) }));
  return <AutocompleteInput source={source} label="app.administration.audit.field.action" choices={choices} translateChoice={false} groupBy={({ area }) => area as string} helperText={false} sx={{ minWidth: '16rem' }} />;
}

const filters = [
  <ActionInput key="action" source="action" label="app.administration.audit.field.action" alwaysOn />,
  <ReferenceInput key="actorId" source="actorId" reference="users" sort={{ field: 'displayName', order: 'ASC' }} label="app.administration.audit.field.actor_filter" alwaysOn>
    <AutocompleteInput label="app.administration.audit.field.actor_filter" optionText={nameOf} inputText={nameOf} filterToQuery={searched} helperText={false} />
  </ReferenceInput>,
  <TextInput key="objectId" source="objectId" label="app.administration.audit.field.object" validate={entryNumber} helperText={false} resettable sx={{ minWidth: { sm: '25rem' } }} />,
];

/** Who did what when, in sentences; the numbers behind them unfold. */
export function AuditList() {
  const { headline, actorText, roleText, changesText } = useAuditWords();
  return (
    <List
      filters={filters}
      actions={<TopToolbar><FilterButton /><ChainCheck /></TopToolbar>}
      sort={{ field: 'at', order: 'DESC' }}
      empty={<DesignedEmpty title="app.administration.audit.empty" hint="app.administration.audit.empty_hint" actions={<></>} />}
    >
      <DataTable rowClick="expand" expand={<AuditDetails />} expandSingle bulkActionButtons={false}>
        <DataTable.Col source="at" label="app.administration.audit.field.at" sx={{ whiteSpace: 'nowrap' }}><DateTimeField source="at" /></DataTable.Col>
        <DataTable.Col source="actorName" label="app.administration.audit.field.actor" disableSort>
          <FunctionField<AuditRow> render={(row) => (
            <>
              <Typography component="span" variant="body2" sx={{ display: 'block', whiteSpace: 'nowrap' }}>{actorText(row)}</Typography>
              <Typography component="span" variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{roleText(row)}</Typography>
            </>
          )} />
        </DataTable.Col>
        <DataTable.Col source="action" label="app.administration.audit.field.what" disableSort>
          <FunctionField<AuditRow> render={(row) => (
            <>
              <Typography component="span" variant="body2" sx={{ display: 'block', fontWeight: 600 }}>{headline(row)}</Typography>
              <Typography component="span" variant="body2" color="textSecondary">{changesText(row)}</Typography>
            </>
          )} />
        </DataTable.Col>
      </DataTable>
    </List>
  );
}
