import { importKinds, importStates } from '@mintforge/domain/partners';
import { DateTimeField, StateField } from '@mintforge/ui-kit';
import { CreateButton, DataTable, FunctionField, List, SelectInput, TextField, TopToolbar, useTranslate } from 'react-admin';
import { choicesOf, oneLine } from '../choices';
import { importTones } from '../tones';
import type { ImportListRow } from '../types';

const filters = [
  <SelectInput key="kind" source="kind" choices={choicesOf(importKinds, 'app.imports.kind')} alwaysOn />,
  <SelectInput key="state" source="state" choices={choicesOf(importStates, 'app.imports.state')} alwaysOn />,
];

const Actions = () => (
  <TopToolbar>
    <CreateButton label="app.imports.start.new" variant="contained" />
  </TopToolbar>
);

/** Every list that was ever taken in, what came of it, and whether it is still in force. */
export function ImportList() {
  const translate = useTranslate();
  return (
    <List filters={filters} sort={{ field: 'createdAt', order: 'DESC' }} actions={<Actions />}>
      <DataTable rowClick="show" bulkActionButtons={false}>
        <DataTable.Col source="fileName" disableSort><TextField source="fileName" sx={{ fontWeight: 600 }} /></DataTable.Col>
        <DataTable.Col source="kind" disableSort><FunctionField<ImportListRow> render={({ kind }) => translate(`app.imports.kind.${kind}`)} /></DataTable.Col>
        <DataTable.Col source="state" disableSort><StateField source="state" texts="app.imports.state" tones={importTones} /></DataTable.Col>
        <DataTable.NumberCol source="rowCount" disableSort />
        <DataTable.NumberCol source="counts.create" label="app.imports.verdict.CREATE" disableSort />
        <DataTable.NumberCol source="counts.update" label="app.imports.verdict.UPDATE" disableSort />
        <DataTable.NumberCol source="counts.skip" label="app.imports.verdict.SKIP" disableSort />
        <DataTable.NumberCol source="counts.refuse" label="app.imports.verdict.REFUSE" disableSort />
        <DataTable.Col source="createdAt" sx={oneLine}><DateTimeField source="createdAt" /></DataTable.Col>
        <DataTable.Col source="createdByName" disableSort />
      </DataTable>
    </List>
  );
}
