import { Typography } from '@mui/material';
import { isUuid } from '@mintforge/domain/kernel';
import { readReasons } from '@mintforge/domain/oversight';
import { DateTimeField, DesignedEmpty } from '@mintforge/ui-kit';
import { AutocompleteInput, DataTable, DateInput, FilterButton, FunctionField, List, ReferenceInput, SelectInput, TextInput, TopToolbar, useTranslate } from 'react-admin';
import { filterableActions } from './audit-entry';
import { germanTables } from './audit-texts.de';
import { AuditDetails } from './AuditDetails';
import { AuditExport } from './AuditExport';
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

/** Chooses the kind of entry that was touched. */
function TableInput({ source, label }: { source: string; label: string }) {
  const translate = useTranslate();
  const choices = Object.keys(germanTables).map((id) => ({ id, name: translate(`app.administration.audit.table.${id}`, { smart_count: 2 }).replace(/^2 /, '') })).sort((a, b) => a.name.localeCompare(b.name));
  return <AutocompleteInput source={source} label={label} choices={choices} translateChoice={false} helperText={false} sx={{ minWidth: '14rem' }} />;
}

/** Chooses a reason that had to be given. */
function ReasonInput({ source, label }: { source: string; label: string }) {
  const { reasonText } = useAuditWords();
  return <SelectInput source={source} label={label} choices={[...readReasons, 'BREAK_GLASS', 'VIEW_AS'].map((id) => ({ id, name: reasonText(id) }))} translateChoice={false} helperText={false} />;
}

const accesses = (['READ', 'WRITE', 'EXPORT'] as const).map((id) => ({ id, name: `app.administration.audit.access.${id}` }));

const filters = [
  <ActionInput key="action" source="action" label="app.administration.audit.field.action" alwaysOn />,
  <ReferenceInput key="actorId" source="actorId" reference="users" sort={{ field: 'displayName', order: 'ASC' }} label="app.administration.audit.field.actor_filter" alwaysOn>
    <AutocompleteInput label="app.administration.audit.field.actor_filter" optionText={nameOf} inputText={nameOf} filterToQuery={searched} helperText={false} />
  </ReferenceInput>,
  <TextInput key="pseudonym" source="pseudonym" label="app.administration.audit.field.pseudonym" helperText={false} resettable />,
  <SelectInput key="access" source="access" label="app.administration.audit.field.access" choices={accesses} helperText={false} />,
  <TableInput key="table" source="table" label="app.administration.audit.field.table" />,
  <ReasonInput key="reason" source="reason" label="app.administration.audit.field.reason" />,
  <DateInput key="from" source="from" label="app.administration.audit.field.from" helperText={false} />,
  <DateInput key="to" source="to" label="app.administration.audit.field.to" helperText={false} />,
  <TextInput key="objectId" source="objectId" label="app.administration.audit.field.object" validate={entryNumber} helperText={false} resettable sx={{ minWidth: { sm: '25rem' } }} />,
];

/** Who did what when, in sentences; the numbers behind them unfold. */
export function AuditList() {
  const { headline, actorText, roleText, changesText } = useAuditWords();
  return (
    <List
      filters={filters}
      actions={<TopToolbar><FilterButton /><ChainCheck /><AuditExport /></TopToolbar>}
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
