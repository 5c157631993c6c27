import { Box, Button, Checkbox, Link as MuiLink, Stack, Typography } from '@mui/material';
import { berlinDateTime, DesignedEmpty, DesignedError, JobProgress, ListSkeleton, StateChip } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, useRefresh, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Rows, type Column } from '../../common/Rows';
import { CancelRunButton } from './CancelRunButton';
import { RunError } from './RunError';
import { SettingsText } from '../setup/SettingsText';
import { StartRunDialog } from './StartRunDialog';
import { runTones } from '../tones';
import type { Round, RunRow } from '../types';
import { useVerbs } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import { useMayPrepare } from '../use-round';

/** Dry runs with their figures; two of them can be laid side by side. */
export function RunsTab({ round }: { round: Round }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const refresh = useRefresh();
  const mayPrepare = useMayPrepare(round);
  const [starting, setStarting] = useState(false);
  const [ticked, setTicked] = useState<readonly RunRow[]>([]);
  const { data: runs, error, refetch } = useQuery({ queryKey: ['rounds', 'runs', round.id], queryFn: () => verbs.runs(round.id) });
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!runs) return <ListSkeleton rows={4} />;

  const start = mayPrepare && <Button variant="contained" onClick={() => setStarting(true)}>{translate('app.rounds.run.start')}</Button>;
  const [before, after] = ticked.toSorted((left, right) => left.number - right.number);
  const toggle = (run: RunRow) => setTicked(ticked.some(({ id }) => id === run.id) ? ticked.filter(({ id }) => id !== run.id) : [...ticked, run].slice(-2));
  return (
    <>
      {runs.filter(({ state }) => state === 'RUNNING').map(({ id, jobId, number }) => jobId && (
        <Box key={id} sx={{ mb: 1 }}>
          <JobProgress jobId={jobId} title={translate('app.rounds.run.title', { number })} onOver={refresh} />
          <CancelRunButton runId={id} />
        </Box>
      ))}
      {runs.length === 0 ? (
        <DesignedEmpty title="app.rounds.run.empty" hint="app.rounds.run.empty_hint" actions={start} />
      ) : (
        <>
          <Stack direction="row" spacing={1.5} useFlexGap sx={{ alignItems: 'center', mb: 1, flexWrap: 'wrap' }}>
            <Typography color="textSecondary" sx={{ flex: '1 1 16rem' }}>{translate(ticked.length === 1 ? 'app.rounds.run.tick_second' : 'app.rounds.run.tick_two')}</Typography>
            {before && after
              ? <Button variant="outlined" component={Link} to={`/rounds/${round.id}/compare/${before.id}/${after.id}`}>{translate('app.rounds.run.compare', { before: before.number, after: after.number })}</Button>
              : <Button variant="outlined" disabled>{translate('app.rounds.run.compare_two')}</Button>}
            {start}
          </Stack>
          <RunRows runs={runs} ticked={ticked} onToggle={toggle} />
        </>
      )}
      {starting && <StartRunDialog round={round} onClose={() => setStarting(false)} />}
    </>
  );
}

function RunRows({ runs, ticked, onToggle }: { runs: RunRow[]; ticked: readonly RunRow[]; onToggle: (run: RunRow) => void }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { whole, share, mean } = useNumbers();
  const columns: Column<RunRow>[] = [
    {
      label: '',
      width: '3rem',
      cell: (run) => (
        <Checkbox size="small" sx={{ p: 0 }} checked={ticked.some(({ id }) => id === run.id)} disabled={!run.figures} onChange={() => onToggle(run)} slotProps={{ input: { 'aria-label': translate('app.rounds.run.tick', { number: run.number }) } }} />
      ),
    },
    {
      label: 'app.rounds.run.column',
      cell: (run) => (
        <Box sx={{ minWidth: '16rem' }}>
          {run.figures ? <MuiLink component={Link} to={`/rounds/${run.roundId}/runs/${run.id}`} sx={{ fontWeight: 600 }}>{translate('app.rounds.run.title', { number: run.number })}</MuiLink> : <strong>{translate('app.rounds.run.title', { number: run.number })}</strong>}
          <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{berlinDateTime(run.createdAt, locale)}</Typography>
          <SettingsText settings={run.settings} />
        </Box>
      ),
    },
    { label: 'app.rounds.field.state', cell: (run) => <><StateChip tone={runTones[run.state]} label={translate(`app.rounds.run_state.${run.state}`)} /><RunError error={run.error} /></> },
    { label: 'app.rounds.figures.placed', right: true, cell: ({ figures }) => figures && whole(figures.placed) },
    { label: 'app.rounds.figures.unplaced', right: true, cell: ({ figures }) => figures && whole(figures.unplaced) },
    { label: 'app.rounds.figures.short.first', right: true, cell: ({ figures }) => figures && share(figures.firstWishShare) },
    { label: 'app.rounds.figures.short.top_three', right: true, cell: ({ figures }) => figures && share(figures.topThreeShare) },
    { label: 'app.rounds.figures.short.mean', right: true, cell: ({ figures }) => figures && (figures.meanRank === null ? '–' : mean(figures.meanRank)) },
    { label: 'app.rounds.figures.short.closed', right: true, cell: ({ figures }) => figures && whole(figures.closed) },
  ];
  return <Rows title={translate('app.rounds.tab.runs')} columns={columns} rows={runs} keyOf={({ id }) => id} />;
}
