import { Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { berlinDateTime, DesignedError, ListSkeleton, StateChip, useAllowed } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Rows, type Column } from '../../common/Rows';
import { WaitingListDialog } from '../placements/WaitingListDialog';
import type { Run, RunOccurrence } from '../types';
import { useVerbs } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';

/** Every occurrence of a run: how many asked, how many came in, and where the line was drawn. */
export function RunOccurrences({ run }: { run: Run }) {
  const translate = useTranslate();
  const locale = useLocale();
  const verbs = useVerbs();
  const { whole } = useNumbers();
  const mayPublish = useAllowed()('matching.publish');
  const [waiting, setWaiting] = useState<RunOccurrence>();
  const { data, error, refetch } = useQuery({ queryKey: ['rounds', 'run-occurrences', run.id], queryFn: () => verbs.runOccurrences(run.id) });
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  const columns: Column<RunOccurrence>[] = [
    { label: 'app.rounds.occurrences.number', right: true, width: '4rem', cell: ({ number }) => number },
    {
      label: 'app.rounds.occurrences.title',
      cell: ({ id, title, host, startsAt }) => (
        <>
          <MuiLink component={Link} to={`/occurrences/${id}/attendance`} sx={{ fontWeight: 600 }}>{title}</MuiLink>
          <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{berlinDateTime(startsAt, locale)} · {host}</Typography>
        </>
      ),
    },
    { label: 'app.rounds.result.applicants', right: true, cell: ({ applicants, firstWishes }) => translate('app.rounds.result.applicants_first', { all: whole(applicants), first: whole(firstWishes) }) },
    { label: 'app.rounds.result.filled', width: '11rem', cell: (occurrence) => <FillBar occurrence={occurrence} /> },
    { label: 'app.rounds.result.free', right: true, cell: ({ seatsFree, closed }) => (closed ? '–' : whole(seatsFree)) },
    { label: 'app.rounds.result.line', cell: (occurrence) => <Line occurrence={occurrence} /> },
    ...(mayPublish && run.state === 'PUBLISHED' ? [{ label: '', cell: (occurrence: RunOccurrence) => <Button size="small" onClick={() => setWaiting(occurrence)} aria-label={translate('app.placements.waiting_title', { title: `${occurrence.number} · ${occurrence.title}` })}>{translate('app.placements.waiting')}</Button> }] : []),
  ];
  return (
    <>
      <Rows title={translate('app.rounds.result.tab.occurrences')} columns={columns} rows={data} keyOf={({ id }) => id} />
      {waiting && <WaitingListDialog occurrence={waiting} onClose={() => setWaiting(undefined)} />}
    </>
  );
}

function FillBar({ occurrence: { placed, seatsFree, capacity, closed } }: { occurrence: RunOccurrence }) {
  const translate = useTranslate();
  const { whole } = useNumbers();
  const taken = closed ? 0 : capacity - seatsFree;
  return (
    <Box sx={{ minWidth: '8rem' }}>
      <Box aria-hidden sx={({ palette }) => ({ height: 8, borderRadius: 1, backgroundColor: palette.divider, overflow: 'hidden', mt: 0.75 })}>
        <Box sx={{ height: '100%', width: `${(100 * taken) / Math.max(1, capacity)}%`, backgroundColor: 'primary.main' }} />
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{translate('app.rounds.result.placed_of', { placed: whole(placed), capacity: whole(capacity) })}</Typography>
    </Box>
  );
}

/** The cutoff in plain words. */
function Line({ occurrence: { closed, minimum, cutoffLottery, seatsFree, applicants } }: { occurrence: RunOccurrence }) {
  const translate = useTranslate();
  const { whole } = useNumbers();
  if (closed) return <StateChip tone="error" label={translate('app.rounds.result.line_closed', { minimum: whole(minimum) })} />;
  const words = applicants === 0
    ? translate('app.rounds.result.line_nobody')
    : cutoffLottery !== null
      ? translate('app.rounds.result.line_lottery', { lottery: whole(cutoffLottery) })
      : translate(seatsFree > 0 ? 'app.rounds.result.line_open' : 'app.rounds.result.line_full');
  return <Typography variant="body2">{words}</Typography>;
}
