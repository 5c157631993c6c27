import { Box, Typography } from '@mui/material';
import { DateTimeField, DesignedEmpty, StateField, TopicsField } from '@mintforge/ui-kit';
import { CreateButton, DataTable, FunctionField, List, SearchInput, useTranslate } from 'react-admin';
import { GradeInput, SchoolYearInput } from '../common/inputs';
import { FormatInput, HostInput, StateInput, TopicFilter } from './inputs';
import { SeatsBar } from './SeatsBar';
import type { ActivityRow } from './types';
import { activityTones, gradesText } from './words';

const filters = [
  <FormatInput key="format" source="format" alwaysOn />,
  <StateInput key="state" source="state" alwaysOn />,
  <SchoolYearInput key="schoolYear" source="schoolYear" alwaysOn />,
  <TopicFilter key="topic" source="topic" label="app.activities.field.topic" />,
  <GradeInput key="grade" source="grade" label="app.activities.field.grade" />,
  <HostInput key="organisationId" source="organisationId" label="app.activities.field.host" />,
];

/** On a phone the next occurrence matters more. */
const wide = { display: { xs: 'none', sm: 'table-cell' } };

/** Activities; what takes place next comes first. */
export function ActivityList() {
  const translate = useTranslate();
  return (
    <List
      filters={[<SearchInput key="q" source="q" placeholder={translate('app.activities.list.search')} alwaysOn />, ...filters]}
      sort={{ field: 'nextAt', order: 'ASC' }}
      empty={<DesignedEmpty title="app.activities.list.empty" hint="app.activities.list.empty_hint" actions={<CreateButton variant="contained" />} />}
    >
      <DataTable rowClick="show" bulkActionButtons={false}>
        <DataTable.Col source="title" label="app.activities.field.title">
          <FunctionField<ActivityRow> render={({ title, format, organisationName }) => (
            <>
              <Typography variant="body2" sx={{ fontWeight: 600 }}>{title}</Typography>
              <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{translate(`app.formats.${format}`)} · {organisationName}</Typography>
            </>
          )} />
        </DataTable.Col>
        <DataTable.Col source="topics" label="app.activities.field.topics" disableSort sx={wide}><TopicsField source="topics" texts="app.topics" limit={2} /></DataTable.Col>
        <DataTable.Col source="grades" label="app.activities.field.grades" disableSort sx={wide}><FunctionField<ActivityRow> render={({ grades }) => gradesText(grades) || '–'} /></DataTable.Col>
        <DataTable.Col source="nextAt" label="app.activities.field.next">
          <FunctionField<ActivityRow> render={({ nextAt, occurrenceCount }) => (
            <>
              <Box sx={{ whiteSpace: 'nowrap' }}>{nextAt ? <DateTimeField source="nextAt" /> : '–'}</Box>
              <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem', whiteSpace: 'nowrap' }}>{translate('app.activities.list.occurrences', { smart_count: occurrenceCount })}</Typography>
            </>
          )} />
        </DataTable.Col>
        <DataTable.Col source="taken" label="app.activities.field.seats" disableSort><FunctionField<ActivityRow> render={({ taken, capacity }) => (capacity > 0 ? <SeatsBar taken={taken} capacity={capacity} /> : '–')} /></DataTable.Col>
        <DataTable.Col source="state" label="app.activities.field.state" disableSort><StateField source="state" texts="app.activities.state" tones={activityTones} /></DataTable.Col>
      </DataTable>
    </List>
  );
}
