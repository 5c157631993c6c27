import PushPinOutlined from '@mui/icons-material/PushPinOutlined';
import { Box, IconButton, MenuItem, Stack, TextField, Tooltip, Typography } from '@mui/material';
import { berlinDateTime, DesignedEmpty, StateChip } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { OccurrenceSelect } from '../setup/OccurrenceSelect';
import { PagedRows } from '../../common/PagedRows';
import { PinDialog } from '../setup/PinDialog';
import { RefusedWishes } from './RefusedWishes';
import type { Column } from '../../common/Rows';
import type { Run, RunResult } from '../types';
import { useVerbs } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import { useRoundOccurrences } from '../use-round';
import { useSettled } from '../../common/use-settled';
import { ProposedMark } from '../ProposedMark';
import { Who } from '../Who';

interface Sought {
  q: string;
  /** ALL, PLACED, UNPLACED, or the rank of the best wish fulfilled. */
  outcome: string;
  occurrenceId: string | null;
}

const filterOf = ({ q, outcome, occurrenceId }: Sought) => {
  const rank = Number(outcome);
  const placed = outcome === 'PLACED' || outcome === 'UNPLACED' ? { placed: outcome === 'PLACED' } : {};
  return { q: q.trim() || null, occurrenceId, ...placed, ...(rank > 0 && { rank }) };
};

/** Everybody's outcome of a run: the place, and for every better wish why it was not that one. */
export function RunParticipants({ run, mayPin }: { run: Run; mayPin: boolean }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { whole } = useNumbers();
  const [sought, setSought] = useState<Sought>({ q: '', outcome: 'ALL', occurrenceId: null });
  const [pinning, setPinning] = useState<RunResult>();
  const filter = filterOf(useSettled(sought));
  const columns: Column<RunResult>[] = [
    { label: 'app.rounds.participants.who', width: '16rem', cell: (result) => <Who {...result} /> },
    { label: 'app.rounds.result.lottery', right: true, width: '6rem', cell: ({ lottery }) => whole(lottery) },
    { label: 'app.rounds.result.place', cell: (result) => <Places result={result} /> },
    { label: 'app.rounds.result.why', cell: (result) => <RefusedWishes result={result} /> },
    ...(mayPin ? [{
      label: '',
      width: '3rem',
      cell: (result: RunResult) => (
        <Tooltip title={translate('app.rounds.pins.act')}>
          <IconButton size="small" aria-label={`${translate('app.rounds.pins.act')}: ${result.label}`} onClick={() => setPinning(result)}><PushPinOutlined fontSize="small" /></IconButton>
        </Tooltip>
      ),
    }] : []),
  ];
  return (
    <>
      <SoughtFields run={run} sought={sought} onChange={setSought} />
      <PagedRows
        title={translate('app.rounds.result.tab.participants')}
        columns={columns}
        keyOf={({ id }) => id}
        asked={['rounds', 'results', run.id, filter]}
        read={(page, perPage) => verbs.runResults({ runId: run.id, page, perPage, filter })}
        empty={<DesignedEmpty title="app.rounds.none_found" hint="app.rounds.none_found_hint" actions={false} />}
      />
      {pinning && <PinDialog roundId={run.roundId} participant={pinning} onClose={() => setPinning(undefined)} />}
    </>
  );
}

function SoughtFields({ run, sought, onChange }: { run: Run; sought: Sought; onChange: (sought: Sought) => void }) {
  const translate = useTranslate();
  const { data: occurrences = [] } = useRoundOccurrences(run.roundId);
  const ranks = (run.figures?.byRank ?? []).map((_, at) => at + 1);
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', md: '1.2fr 1fr 2fr' }, mb: 1 }}>
      <TextField type="search" label={translate('app.rounds.participants.q')} value={sought.q} onChange={(event) => onChange({ ...sought, q: event.target.value })} />
      <TextField select label={translate('app.rounds.result.outcome')} value={sought.outcome} onChange={(event) => onChange({ ...sought, outcome: event.target.value })}>
        {['ALL', 'PLACED', 'UNPLACED'].map((key) => <MenuItem key={key} value={key}>{translate(`app.rounds.result.outcomes.${key}`)}</MenuItem>)}
        {ranks.map((rank) => <MenuItem key={rank} value={String(rank)}>{translate('app.rounds.result.outcomes.RANK', { rank })}</MenuItem>)}
      </TextField>
      <OccurrenceSelect occurrences={occurrences} value={sought.occurrenceId} onChange={(occurrenceId) => onChange({ ...sought, occurrenceId })} label={translate('app.rounds.result.at_occurrence')} />
    </Box>
  );
}

function Places({ result: { places, wishes, wishesProposed } }: { result: RunResult }) {
  const translate = useTranslate();
  const locale = useLocale();
  if (places.length === 0) return <StateChip tone={wishes === 0 ? 'neutral' : 'warning'} label={translate(wishes === 0 ? 'app.rounds.result.no_wishes' : 'app.rounds.result.unplaced')} />;
  return (
    <Stack spacing={0.75} sx={{ minWidth: '14rem' }}>
      {places.map(({ occurrenceId, title, startsAt, rank, pinned }) => (
        <div key={occurrenceId}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>{title}</Typography>
          <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{berlinDateTime(startsAt, locale)}</Typography>
          <Stack direction="row" spacing={0.5}>
            {rank !== null && <StateChip tone={rank === 1 ? 'success' : 'info'} label={translate('app.rounds.figures.rank', { rank })} />}
            {pinned && <StateChip label={translate('app.rounds.pins.kind.PIN')} />}
            {wishesProposed && rank !== null && <ProposedMark />}
          </Stack>
        </div>
      ))}
    </Stack>
  );
}
