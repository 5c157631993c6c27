import { DesignedEmpty } from '@mintforge/ui-kit';
import { DataTable, FunctionField, List, TextField, useTranslate } from 'react-admin';
import { GradeInput, SchoolYearInput, SearchFilter, thisSchoolYear } from '../common/inputs';
import { KindInput, SchoolInput } from './inputs';
import type { GroupRow } from './types';

const filters = [
  <SearchFilter key="q" source="q" hint="app.people.groups.search" alwaysOn />,
  <SchoolYearInput key="schoolYear" source="schoolYear" alwaysOn />,
  <GradeInput key="grade" source="grade" alwaysOn />,
  <KindInput key="kind" source="kind" alwaysOn />,
  <SchoolInput key="organisationId" source="organisationId" label="app.people.field.school" />,
];

/** Classes, courses and clubs; those of this school year at first. */
export function GroupList() {
  const translate = useTranslate();
  return (
    <List
      filters={filters}
      filterDefaultValues={{ schoolYear: thisSchoolYear() }}
      sort={{ field: 'organisationName', order: 'ASC' }}
      empty={<DesignedEmpty title="app.people.groups.empty" hint="app.people.groups.empty_hint" />}
    >
      <DataTable rowClick="show" bulkActionButtons={false}>
        <DataTable.Col source="name" label="app.people.field.name"><TextField source="name" sx={{ fontWeight: 600 }} /></DataTable.Col>
        <DataTable.Col source="organisationName" label="app.people.field.school" />
        <DataTable.Col source="kind" label="app.people.field.kind" disableSort><FunctionField<GroupRow> render={({ kind }) => translate(`app.people.kind.${kind}`)} /></DataTable.Col>
        <DataTable.NumberCol source="grade" label="app.people.field.grade" />
        <DataTable.Col source="schoolYear" label="app.people.field.school_year" />
        <DataTable.NumberCol source="headCount" label="app.people.field.head_count" />
        <DataTable.NumberCol source="pupilCount" label="app.people.field.named" disableSort />
      </DataTable>
    </List>
  );
}
