import { Typography } from '@mui/material';
import { DateTimeField, DesignedEmpty, StateField, TopicsField } from '@mintforge/ui-kit';
import { CreateButton, DataTable, FunctionField, List, SearchInput, useTranslate } from 'react-admin';
import { GradeInput, SchoolYearInput } from '../people/inputs';
import { FormatInput, HostInput, StateInput, TopicFilter } from './inputs';
import { SeatsBar } from './SeatsBar';
import type { ActivityRow } from './types';
import { activityTones, gradesText } from './words';

const filters = [
  <SearchInput key="q" source="q" placeholder="app.activities.list.search" alwaysOn />,
  <FormatInput key="format" source="format" alwaysOn />,
  <StateInput key="state" source="state" alwaysOn />,
  <SchoolYearInput key="schoolYear" source="schoolYear" alwaysOn />,
  <TopicFilter key="topic" source="topic" label="app.activities.field.topic" />,
  <GradeInput key="grade" source="grade" label="app.activities.field.grade" />,
  <HostInput key="organisationId" source="organisationId" label="app.activities.field.host" />,
];

/** Activities; what takes place next comes first. */
export function ActivityList() {
  const translate = useTranslate();
  return (
    <List
      filters={filters}
      sort={{ field: 'nextAt', order: 'ASC' }}
      empty={<DesignedEmpty title="app.activities.list.empty" hint="app.activities.list.empty_hint" actions={<CreateButton variant="contained" />} />}
    >
      <DataTable rowClick="show" bulkActionButtons={false}>
        <DataTable.Col source="title" label="app.activities.field.title">
          <FunctionField<ActivityRow> render={({ title, organisationName }) => (
            <>
              <Typography variant="body2" sx={{ fontWeight: 600 }}>{title}</Typography>
              <Typography variant="body2" color="text.secondary" sx={{ fontSize: '0.8rem' }}>{organisationName}</Typography>
            </>
          )} />
        </DataTable.Col>
        <DataTable.Col source="format" label="app.activities.field.format" disableSort><FunctionField<ActivityRow> render={({ format }) => translate(`app.formats.${format}`)} /></DataTable.Col>
        <DataTable.Col source="topics" label="app.activities.field.topics" disableSort><TopicsField source="topics" texts="app.topics" limit={2} /></DataTable.Col>
        <DataTable.Col source="grades" label="app.activities.field.grades" disableSort><FunctionField<ActivityRow> render={({ grades }) => gradesText(grades) || '–'} /></DataTable.Col>
        <DataTable.Col source="nextAt" label="app.activities.field.next">
          <FunctionField<ActivityRow> render={({ nextAt, occurrenceCount }) => (
            <>
              {nextAt ? <DateTimeField source="nextAt" /> : '–'}
              <Typography variant="body2" color="text.secondary" sx={{ fontSize: '0.8rem' }}>{translate('app.activities.list.occurrences', { smart_count: occurrenceCount })}</Typography>
            </>
          )} />
        </DataTable.Col>
        <DataTable.Col source="taken" label="app.activities.field.seats" disableSort><FunctionField<ActivityRow> render={({ taken, capacity }) => (capacity > 0 ? <SeatsBar taken={taken} capacity={capacity} /> : '–')} /></DataTable.Col>
        <DataTable.Col source="state" label="app.activities.field.state" disableSort><StateField source="state" texts="app.activities.state" tones={activityTones} /></DataTable.Col>
      </DataTable>
    </List>
  );
}
