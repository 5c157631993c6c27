import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import { IconButton, Link as MuiLink, Tooltip, Typography } from '@mui/material';
import { berlinDay } from '@mintforge/domain/kernel';
import { berlinPeriod, DesignedEmpty, fromBerlinClock, PeriodField, StateField, toBerlinClock, useAllowed } from '@mintforge/ui-kit';
import { BooleanInput, DataTable, DateInput, FunctionField, List, SearchInput, useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { FormatInput, HostInput } from '../inputs';
import { SeatsBar } from '../SeatsBar';
import type { OccurrenceRow } from '../types';
import { occurrenceTones, placeText } from '../words';

const firstMoment = (day: string) => (day ? fromBerlinClock(`${day}T00:00`) : null);
const lastMoment = (day: string) => (day ? fromBerlinClock(`${day}T23:59`) : null);
const dayOf = (instant: string | null | undefined) => (instant ? toBerlinClock(instant).slice(0, 10) : '');

const filters = [
  <FormatInput key="format" source="format" alwaysOn />,
  <DateInput key="from" source="from" label="app.activities.occurrences.from" format={dayOf} parse={firstMoment} helperText={false} alwaysOn />,
  <DateInput key="to" source="to" label="app.activities.occurrences.to" format={dayOf} parse={lastMoment} helperText={false} alwaysOn />,
  <BooleanInput key="attendanceOpen" source="attendanceOpen" label="app.activities.occurrences.attendance_open" helperText={false} alwaysOn />,
  <HostInput key="organisationId" source="organisationId" label="app.activities.field.host" />,
];

/** On a phone the place is a press away. */
const wide = { display: { xs: 'none', sm: 'table-cell' } };
const whenCell = () => ({ minWidth: '11rem' });

/** All occurrences in the order of their days; those whose attendance waits, on a press. */
export function OccurrenceList() {
  const translate = useTranslate();
  const locale = useLocale();
  const maySee = useAllowed()('attendance.read');
  return (
    <List
      filters={[<SearchInput key="q" source="q" placeholder={translate('app.activities.list.search_occurrences')} alwaysOn />, ...filters]}
      filterDefaultValues={{ from: firstMoment(berlinDay(new Date())) }}
      sort={{ field: 'startsAt', order: 'ASC' }}
      empty={<DesignedEmpty title="app.activities.occurrences.empty" hint="app.activities.occurrences.empty_hint" />}
    >
      <DataTable rowClick={maySee ? (id) => `/occurrences/${id}/attendance` : false} bulkActionButtons={false}>
        <DataTable.Col source="startsAt" label="app.activities.field.when" cellSx={whenCell}><PeriodField source="startsAt" endSource="endsAt" /></DataTable.Col>
        <DataTable.Col source="activityTitle" label="app.activities.field.activity">
          <FunctionField<OccurrenceRow> render={({ activityId, activityTitle, organisationName, format }) => (
            <>
              <MuiLink component={Link} to={`/activities/${activityId}/show`} sx={{ fontWeight: 600 }}>{activityTitle}</MuiLink>
              <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{translate(`app.formats.${format}`)} · {organisationName}</Typography>
            </>
          )} />
        </DataTable.Col>
        <DataTable.Col source="place" label="app.activities.field.place" disableSort sx={wide}><FunctionField<OccurrenceRow> render={(occurrence) => placeText(occurrence) || '–'} /></DataTable.Col>
        <DataTable.Col source="taken" label="app.activities.field.seats" disableSort><FunctionField<OccurrenceRow> render={({ taken, capacity }) => <SeatsBar taken={taken} capacity={capacity} />} /></DataTable.Col>
        <DataTable.Col source="state" label="app.activities.field.state" disableSort><StateField source="state" texts="app.activities.occurrence_state" tones={occurrenceTones} /></DataTable.Col>
        {maySee && (
          <DataTable.Col label="app.activities.attendance.title">
            <FunctionField<OccurrenceRow> render={({ id, activityTitle, startsAt, endsAt }) => (
              <Tooltip title={translate('app.activities.attendance.open')}>
                <IconButton component={Link} to={`/occurrences/${id}/attendance`} aria-label={`${translate('app.activities.attendance.open')}: ${activityTitle}, ${berlinPeriod(startsAt, endsAt, locale)}`}><FactCheckOutlined fontSize="small" /></IconButton>
              </Tooltip>
            )} />
          </DataTable.Col>
        )}
      </DataTable>
    </List>
  );
}
