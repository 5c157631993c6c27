import CloseOutlined from '@mui/icons-material/CloseOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import { Alert, Box, Button, IconButton, Tooltip, Typography } from '@mui/material';
import { maxReserves } from '@mintforge/domain/matching';
import { DesignedError, ListSkeleton, Panel } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { Rows, type Column } from '../../common/Rows';
import { useAct, useVerbs } from '../../common/use-act';
import type { Round } from '../types';
import { useMayPrepare, useRoundOccurrences } from '../use-round';
import { ReserveDialog } from './ReserveDialog';
import { reserveInput } from './reserve-draft';
import { traitWords } from './trait-words';
import type { RoundReserve } from './verbs';

type Open = { what: 'edit' | 'remove'; at: number } | { what: 'add' };

/** Seats kept for some, each with its lawful reason; nobody but who prepares rounds reads them. */
export function ReservesPanel({ round }: { round: Round }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const mayPrepare = useMayPrepare(round);
  const [open, setOpen] = useState<Open>();
  const { data: reserves, error, refetch } = useQuery({ queryKey: ['rounds', 'reserves', round.id], queryFn: () => verbs.roundReserves(round.id) });
  const close = () => setOpen(undefined);
  return (
    <Panel title={translate('app.precedence.reserves.title')} actions={mayPrepare && reserves && <Button variant="outlined" onClick={() => setOpen({ what: 'add' })}>{translate('app.precedence.reserves.add')}</Button>}>
      <Typography color="textSecondary" sx={{ mb: 1 }}>{translate('app.precedence.reserves.hint', { most: maxReserves })}</Typography>
      <Alert severity="info" icon={<LockOutlined fontSize="small" />} sx={{ mb: 1 }}>{translate('app.precedence.reserves.hidden')}</Alert>
      {reserves && reserves.length > 0 && !round.settings.useReserves && <Alert severity="info" sx={{ mb: 1 }}>{translate('app.precedence.reserves.unused_off')}</Alert>}
      {error && <DesignedError error={error} onRetry={() => void refetch()} />}
      {!reserves && !error && <ListSkeleton rows={3} />}
      {reserves?.length === 0 && <Typography>{translate('app.precedence.reserves.none')}</Typography>}
      {reserves && reserves.length > 0 && <ReserveRows round={round} reserves={reserves} onOpen={mayPrepare ? setOpen : undefined} />}
      {open && open.what !== 'remove' && reserves && <ReserveDialog round={round} reserves={reserves} at={open.what === 'edit' ? open.at : undefined} onClose={close} />}
      {open?.what === 'remove' && reserves && <RemoveDialog round={round} reserves={reserves} at={open.at} onClose={close} />}
    </Panel>
  );
}

function ReserveRows({ round, reserves, onOpen }: { round: Round; reserves: RoundReserve[]; onOpen: ((open: Open) => void) | undefined }) {
  const translate = useTranslate();
  const { data: occurrences = [] } = useRoundOccurrences(round.id);
  const titles = new Map(occurrences.map(({ id, number, title }) => [id, `${number} · ${title}`]));
  const button = (what: 'edit' | 'remove', reserve: RoundReserve, icon: ReactNode) => {
    const words = translate(`ra.action.${what}`);
    return <Tooltip title={words}><IconButton size="small" aria-label={`${words}: ${traitWords(reserve.trait, translate)}`} onClick={() => onOpen?.({ what, at: reserves.indexOf(reserve) })}>{icon}</IconButton></Tooltip>;
  };
  const columns: Column<RoundReserve>[] = [
    { label: 'app.precedence.reserves.for', cell: ({ trait }) => <Typography variant="body2" sx={{ fontWeight: 600, minWidth: '9rem' }}>{traitWords(trait, translate)}</Typography> },
    { label: 'app.precedence.reserves.kept', cell: ({ seats, percent }) => (seats === null ? translate('app.precedence.reserves.percent_said', { percent }) : translate('app.precedence.reserves.seats_said', { smart_count: seats })) },
    { label: 'app.precedence.reserves.where', cell: ({ occurrenceId }) => (occurrenceId ? (titles.get(occurrenceId) ?? '') : translate('app.precedence.reserves.everywhere')) },
    { label: 'app.precedence.reserves.reason', cell: ({ reason }) => <Box sx={{ minWidth: '12rem', overflowWrap: 'anywhere' }}>{reason}</Box> },
    ...(onOpen ? [{ label: '', width: '6rem', cell: (reserve: RoundReserve) => <Box sx={{ whiteSpace: 'nowrap' }}>{button('edit', reserve, <EditOutlined fontSize="small" />)}{button('remove', reserve, <CloseOutlined fontSize="small" />)}</Box> }] : []),
  ];
  return <Rows title={translate('app.precedence.reserves.title')} columns={columns} rows={reserves} keyOf={({ id }) => id} />;
}

function RemoveDialog({ round, reserves, at, onClose }: { round: Round; reserves: RoundReserve[]; at: number; onClose: () => void }) {
  const translate = useTranslate();
  const [rest] = useState(() => reserves.toSpliced(at, 1).map(reserveInput));
  const [name] = useState(() => (reserves[at] ? traitWords(reserves[at].trait, translate) : ''));
  const remove = useAct((verbs) => verbs.setRoundReserves(round.id, round.version, rest), { done: 'app.precedence.reserves.removed', then: onClose });
  return (
    <ActDialog title={translate('app.precedence.reserves.remove')} act={translate('ra.action.remove')} onAct={() => remove.mutate()} acting={remove.isPending} error={remove.error} onClose={onClose}>
      <Typography>{translate('app.precedence.reserves.remove_ask', { name })}</Typography>
    </ActDialog>
  );
}
