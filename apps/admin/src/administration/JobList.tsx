import SyncOutlined from '@mui/icons-material/SyncOutlined';
import { Box, LinearProgress, Typography } from '@mui/material';
import type { Locale } from '@mintforge/domain/kernel';
import { DateTimeField, DesignedEmpty, failureOf, isOver, StateChip, type Tone } from '@mintforge/ui-kit';
import { DataTable, FunctionField, List, SelectInput, TextField, TopToolbar, useListContext, useLocale, useTranslate } from 'react-admin';
import type { JobRow } from './types';

const states = ['QUEUED', 'RUNNING', 'DONE', 'FAILED'] as const;
const tones: Record<JobRow['state'], Tone> = { QUEUED: 'neutral', RUNNING: 'info', DONE: 'success', FAILED: 'error' };
const whileRunning = 1500;
const whileIdle = 15_000;

const filters = [<SelectInput key="state" source="state" label="app.administration.jobs.field.state" choices={states.map((id) => ({ id, name: `kit.job.${id.toLowerCase()}` }))} helperText={false} alwaysOn />];

const going = (rows: readonly JobRow[] | undefined) => rows?.some((row) => !isOver({ ...row, result: null })) ?? false;

function Following() {
  const translate = useTranslate();
  const { data } = useListContext<JobRow>();
  if (!going(data)) return <TopToolbar />;
  return (
    <TopToolbar>
      <Typography role="status" variant="body2" color="textSecondary" sx={{ display: 'flex', gap: 0.5, alignItems: 'center' }}><SyncOutlined fontSize="small" aria-hidden />{translate('app.administration.jobs.following')}</Typography>
    </TopToolbar>
  );
}

/** How far a job is: a bar while it runs, its step, or why it failed. */
function Progress({ job }: { job: JobRow }) {
  const translate = useTranslate();
  const locale = useLocale();
  if (job.state === 'FAILED') return <Typography variant="body2" color="error">{failureOf({ ...job, result: null }, locale as Locale)}</Typography>;
  if (job.state === 'DONE') return <>100 %</>;
  return (
    <Box sx={{ minWidth: '10rem' }}>
      <LinearProgress variant={job.state === 'QUEUED' ? 'indeterminate' : 'determinate'} value={job.progress} aria-label={translate('kit.job.progress')} />
      <Typography variant="body2" color="textSecondary">{job.step ? translate(job.step, { _: job.step }) : ''}</Typography>
    </Box>
  );
}

/** Long work of the region, the newest first; looks again by itself, more often while something runs. */
export function JobList() {
  const translate = useTranslate();
  return (
    <List<JobRow>
      filters={filters}
      actions={<Following />}
      sort={{ field: 'createdAt', order: 'DESC' }}
      queryOptions={{ refetchInterval: ({ state: { data } }) => (going(data?.data) ? whileRunning : whileIdle) }}
      empty={<DesignedEmpty title="app.administration.jobs.empty" hint="app.administration.jobs.empty_hint" />}
    >
      <DataTable rowClick={false} bulkActionButtons={false}>
        <DataTable.Col source="kind" label="app.administration.jobs.field.kind" disableSort>
          <FunctionField<JobRow> render={({ kind }) => <strong>{translate(`app.administration.jobs.kind.${kind.replaceAll('.', '_')}`, { _: kind })}</strong>} />
        </DataTable.Col>
        <DataTable.Col source="state" label="app.administration.jobs.field.state" disableSort>
          <FunctionField<JobRow> render={({ state }) => <StateChip label={translate(`kit.job.${state.toLowerCase()}`)} tone={tones[state]} />} />
        </DataTable.Col>
        <DataTable.Col source="progress" label="app.administration.jobs.field.progress" disableSort><FunctionField<JobRow> render={(job) => <Progress job={job} />} /></DataTable.Col>
        <DataTable.Col source="startedByName" label="app.administration.jobs.field.started_by" disableSort><TextField source="startedByName" /></DataTable.Col>
        <DataTable.Col source="createdAt" label="app.administration.jobs.field.created"><DateTimeField source="createdAt" /></DataTable.Col>
        <DataTable.Col source="endedAt" label="app.administration.jobs.field.ended" disableSort><DateTimeField source="endedAt" /></DataTable.Col>
      </DataTable>
    </List>
  );
}
