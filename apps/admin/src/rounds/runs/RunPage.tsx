import { Box, Card, Link as MuiLink, Stack, Tab, Tabs, Typography } from '@mui/material';
import { berlinDateTime, DesignedError, JobProgress, ListSkeleton, StateChip } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { Title, useGetOne, useLocale, useRefresh, useTranslate } from 'react-admin';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { FlowsTab } from '../flows/FlowsTab';
import { CancelRunButton } from './CancelRunButton';
import { LeftOutList } from './LeftOutList';
import { PublishButton } from './PublishButton';
import { RecordButton } from './RecordButton';
import { RunError } from './RunError';
import { RunFiguresPanel } from './RunFiguresPanel';
import { RunOccurrences } from './RunOccurrences';
import { RunParticipants } from './RunParticipants';
import { SettingsText } from '../setup/SettingsText';
import { runTones } from '../tones';
import type { Round, Run } from '../types';
import { useVerbs } from '../../common/use-act';
import { useMayPrepare } from '../use-round';

/** What one run found, with the reasons, and the way to publish it. */
export function RunPage() {
  const { id: roundId = '', runId = '' } = useParams();
  const verbs = useVerbs();
  const round = useGetOne<Round>('rounds', { id: roundId });
  const run = useQuery({ queryKey: ['rounds', 'run', runId], queryFn: () => verbs.run(runId) });
  const error = round.error ?? run.error;
  if (error) return <DesignedError error={error} onRetry={() => void Promise.all([round.refetch(), run.refetch()])} />;
  if (!round.data || !run.data) return <ListSkeleton />;
  return <RunView round={round.data} run={run.data} />;
}

function RunView({ round, run }: { round: Round; run: Run }) {
  const translate = useTranslate();
  const refresh = useRefresh();
  const title = translate('app.rounds.run.title', { number: run.number });
  return (
    <Stack spacing={2} sx={{ mt: 2 }}>
      <Title title={`${title} · ${round.title}`} />
      <RunHead round={round} run={run} title={title} />
      {run.state === 'RUNNING' && run.jobId && <Card sx={{ p: 2 }}><JobProgress jobId={run.jobId} title={title} onOver={refresh} /><CancelRunButton runId={run.id} /></Card>}
      {run.state === 'FAILED' && <Card sx={{ p: 2 }}><RunError error={run.error} /></Card>}
      {run.figures && (
        <>
          <div><RunFiguresPanel figures={run.figures} /></div>
          <RunTabs round={round} run={run} />
        </>
      )}
    </Stack>
  );
}

function RunHead({ round, run, title }: { round: Round; run: Run; title: string }) {
  const translate = useTranslate();
  const locale = useLocale();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start' }}>
      <Box sx={{ flex: '1 1 20rem', minWidth: 0 }}>
        <MuiLink component={Link} to={`/rounds/${round.id}/show/runs`}>{round.title}</MuiLink>
        <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
          <Typography variant="h1" sx={{ fontSize: '1.5rem' }}>{title}</Typography>
          <StateChip tone={runTones[run.state]} label={translate(`app.rounds.run_state.${run.state}`)} />
        </Stack>
        <Typography variant="body2" color="textSecondary">{berlinDateTime(run.createdAt, locale)}</Typography>
        <SettingsText settings={run.settings} />
        <Typography variant="body2">{translate(`app.forecast.about.${run.settings.mechanism}`)}</Typography>
        {run.inputHash && <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{translate('app.rounds.run.hash', { hash: run.inputHash.slice(0, 12) })}</Typography>}
      </Box>
      <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <RecordButton run={run} />
        <PublishButton round={round} run={run} />
      </Stack>
    </Box>
  );
}

const tabs = ['participants', 'occurrences', 'flows', 'left_out'] as const;
type RunTab = (typeof tabs)[number];

function RunTabs({ round, run }: { round: Round; run: Run }) {
  const translate = useTranslate();
  const mayPrepare = useMayPrepare(round);
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find((known) => known === search.get('tab')) ?? 'participants';
  const count: Partial<Record<RunTab, number>> = { left_out: run.leftOut.length };
  return (
    <Card>
      <Tabs value={tab} onChange={(_, next: RunTab) => setSearch({ tab: next }, { replace: true })} variant="scrollable" sx={{ borderBottom: 1, borderColor: 'divider', px: 1 }}>
        {tabs.map((key) => <Tab key={key} value={key} id={`run-tab-${key}`} aria-controls={`run-panel-${key}`} label={`${translate(key === 'flows' ? 'app.runs.flows.tab' : `app.rounds.result.tab.${key}`)}${count[key] === undefined ? '' : ` (${count[key]})`}`} />)}
      </Tabs>
      {tabs.map((key) => (
        <Box key={key} role="tabpanel" id={`run-panel-${key}`} aria-labelledby={`run-tab-${key}`} hidden={key !== tab} sx={{ p: 2 }}>
          {key === tab && key === 'participants' && <RunParticipants run={run} mayPin={mayPrepare} />}
          {key === tab && key === 'occurrences' && <RunOccurrences run={run} />}
          {key === tab && key === 'flows' && <FlowsTab runId={run.id} groups={round.unit === 'GROUPS'} />}
          {key === tab && key === 'left_out' && <LeftOutList round={round} run={run} mayEdit={mayPrepare} />}
        </Box>
      ))}
    </Card>
  );
}
