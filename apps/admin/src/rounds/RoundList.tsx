import { DateTimeField, DesignedEmpty, StateField } from '@mintforge/ui-kit';
import { CreateButton, DataTable, FunctionField, List, SearchInput, SelectInput, TextField, useTranslate } from 'react-admin';
import { roundTones } from './tones';
import type { RoundRow } from './types';

const states = (['OPEN', 'PUBLISHED', 'CLOSED'] as const).map((id) => ({ id, name: `app.rounds.state.${id}` }));

const filters = [
  <SearchInput key="q" source="q" alwaysOn />,
  <SelectInput key="state" source="state" label="app.rounds.field.state" choices={states} alwaysOn />,
];

/** All rounds with how far each one is. */
export function RoundList() {
  const translate = useTranslate();
  return (
    <List filters={filters} sort={{ field: 'createdAt', order: 'DESC' }} empty={<DesignedEmpty title="app.rounds.list.empty" hint="app.rounds.list.empty_hint" actions={<CreateButton variant="contained" />} />}>
      <DataTable rowClick="show" bulkActionButtons={false}>
        <DataTable.Col source="title" label="app.rounds.field.title"><TextField source="title" sx={{ fontWeight: 600 }} /></DataTable.Col>
        <DataTable.Col source="state" label="app.rounds.field.state" disableSort><StateField source="state" texts="app.rounds.state" tones={roundTones} /></DataTable.Col>
        <DataTable.Col source="unit" label="app.rounds.field.unit_short" disableSort><FunctionField<RoundRow> render={({ unit }) => translate(`app.rounds.unit.${unit}`)} /></DataTable.Col>
        <DataTable.Col source="deadline" label="app.rounds.field.deadline"><DateTimeField source="deadline" /></DataTable.Col>
        <DataTable.NumberCol source="counts.participants" label="app.rounds.field.participants" disableSort />
        <DataTable.NumberCol source="counts.withWishes" label="app.rounds.field.with_wishes" disableSort />
        <DataTable.NumberCol source="counts.occurrences" label="app.rounds.field.occurrences" disableSort />
        <DataTable.NumberCol source="counts.seats" label="app.rounds.field.seats" disableSort />
        <DataTable.NumberCol source="counts.runs" label="app.rounds.field.runs" disableSort />
      </DataTable>
    </List>
  );
}
