import CloseOutlined from '@mui/icons-material/CloseOutlined';
import { Button, IconButton, Link as MuiLink, Stack, Tooltip, Typography } from '@mui/material';
import { berlinPeriod, DesignedEmpty, DesignedError, ListSkeleton } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ActDialog } from '../../common/ActDialog';
import { OccurrencePicker } from './OccurrencePicker';
import { Rows, type Column } from '../../common/Rows';
import type { Round, RoundOccurrence } from '../types';
import { useAct } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import { useMayPrepare, useRoundOccurrences } from '../use-round';
import { WishBar } from '../runs/WishBar';

/** The occurrences one can wish for, with their numbers for lists on paper and how wanted each is. */
export function OccurrencesTab({ round }: { round: Round }) {
  const translate = useTranslate();
  const mayPrepare = useMayPrepare(round);
  const { data: occurrences, error, refetch } = useRoundOccurrences(round.id);
  const [picking, setPicking] = useState(false);
  const [dropping, setDropping] = useState<RoundOccurrence>();

  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!occurrences) return <ListSkeleton />;
  const pick = mayPrepare && <Button variant={occurrences.length === 0 ? 'contained' : 'outlined'} onClick={() => setPicking(true)}>{translate('app.rounds.occurrences.pick')}</Button>;
  return (
    <>
      {occurrences.length === 0 ? (
        <DesignedEmpty title="app.rounds.occurrences.empty" hint="app.rounds.occurrences.empty_hint" actions={pick} />
      ) : (
        <>
          <Stack direction="row" spacing={2} sx={{ alignItems: 'center', mb: 1 }}>
            <Typography color="textSecondary" sx={{ flex: 1 }}>{translate('app.rounds.occurrences.hint')}</Typography>
            {pick}
          </Stack>
          <OccurrenceRows occurrences={occurrences} onDrop={mayPrepare ? setDropping : undefined} />
        </>
      )}
      {picking && <OccurrencePicker round={round} chosen={occurrences} onClose={() => setPicking(false)} />}
      {dropping && <DropDialog round={round} occurrences={occurrences} dropped={dropping} onClose={() => setDropping(undefined)} />}
    </>
  );
}

function OccurrenceRows({ occurrences, onDrop }: { occurrences: RoundOccurrence[]; onDrop?: (occurrence: RoundOccurrence) => void }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { whole } = useNumbers();
  const most = Math.max(1, ...occurrences.map(({ wishes }) => wishes));
  const columns: Column<RoundOccurrence>[] = [
    { label: 'app.rounds.occurrences.number', right: true, width: '4rem', cell: ({ number }) => number },
    {
      label: 'app.rounds.occurrences.title',
      cell: ({ activityId, title, host, format }) => (
        <>
          <MuiLink component={Link} to={`/activities/${activityId}/show`} sx={{ fontWeight: 600 }}>{title}</MuiLink>
          <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{translate(`app.formats.${format}`)} · {host}</Typography>
        </>
      ),
    },
    { label: 'app.rounds.occurrences.when', cell: ({ startsAt, endsAt }) => <time dateTime={startsAt}>{berlinPeriod(startsAt, endsAt, locale)}</time> },
    { label: 'app.rounds.occurrences.free', right: true, cell: ({ capacity, taken }) => translate('app.rounds.occurrences.free_of', { free: whole(capacity - taken), all: whole(capacity) }) },
    { label: 'app.rounds.occurrences.minimum', right: true, cell: ({ minimum }) => (minimum > 0 ? whole(minimum) : '–') },
    { label: 'app.rounds.occurrences.wanted', width: '18rem', cell: (occurrence) => <WishBar occurrence={occurrence} most={most} /> },
    ...(onDrop ? [{
      label: '',
      width: '3rem',
      cell: (occurrence: RoundOccurrence) => (
        <Tooltip title={translate('app.rounds.occurrences.drop')}>
          <IconButton size="small" aria-label={translate('app.rounds.occurrences.drop_named', { number: occurrence.number, title: occurrence.title })} onClick={() => onDrop(occurrence)}><CloseOutlined fontSize="small" /></IconButton>
        </Tooltip>
      ),
    }] : []),
  ];
  return <Rows title={translate('app.rounds.tab.occurrences')} columns={columns} rows={occurrences} keyOf={({ id }) => id} />;
}

function DropDialog({ round, occurrences, dropped, onClose }: { round: Round; occurrences: RoundOccurrence[]; dropped: RoundOccurrence; onClose: () => void }) {
  const translate = useTranslate();
  const rest = occurrences.filter(({ id }) => id !== dropped.id).map(({ id }) => id);
  const drop = useAct((verbs) => verbs.setRoundOccurrences(round.id, rest), { done: 'app.rounds.occurrences.dropped', then: onClose });
  return (
    <ActDialog title={translate('app.rounds.occurrences.drop')} act={translate('ra.action.remove')} onAct={() => drop.mutate()} acting={drop.isPending} error={drop.error} onClose={onClose}>
      <Typography>{translate('app.rounds.occurrences.drop_ask', { title: dropped.title, smart_count: dropped.wishes })}</Typography>
    </ActDialog>
  );
}
