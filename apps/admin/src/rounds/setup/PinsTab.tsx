import CloseOutlined from '@mui/icons-material/CloseOutlined';
import { Button, IconButton, Stack, Tooltip, Typography } from '@mui/material';
import { berlinDateTime, DesignedEmpty, DesignedError, ListSkeleton, StateChip } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { PinDialog } from './PinDialog';
import { Rows, type Column } from '../../common/Rows';
import type { Round, RoundPin } from '../types';
import { useAct, useVerbs } from '../../common/use-act';
import { useMayPrepare } from '../use-round';
import { Who } from '../Who';

/** Pairs the office fixed or forbade, each with its reason. */
export function PinsTab({ round }: { round: Round }) {
  const translate = useTranslate();
  const locale = useLocale();
  const verbs = useVerbs();
  const mayPrepare = useMayPrepare(round);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<RoundPin>();
  const { data: pins, error, refetch } = useQuery({ queryKey: ['rounds', 'pins', round.id], queryFn: () => verbs.pins(round.id) });
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!pins) return <ListSkeleton rows={4} />;

  const add = mayPrepare && <Button variant="outlined" onClick={() => setAdding(true)}>{translate('app.rounds.pins.add')}</Button>;
  const columns: Column<RoundPin>[] = [
    { label: 'app.rounds.pins.kind_column', width: '8rem', cell: ({ kind }) => <StateChip tone={kind === 'PIN' ? 'success' : 'error'} label={translate(`app.rounds.pins.kind.${kind}`)} /> },
    { label: 'app.rounds.participants.who', cell: (pin) => <Who {...pin} /> },
    {
      label: 'app.rounds.pins.occurrence',
      cell: ({ title, startsAt }) => (
        <>
          <Typography variant="body2">{title}</Typography>
          <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{berlinDateTime(startsAt, locale)}</Typography>
        </>
      ),
    },
    {
      label: 'app.rounds.pins.note',
      cell: ({ note, userName }) => (
        <>
          <Typography variant="body2">{note}</Typography>
          {userName && <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{userName}</Typography>}
        </>
      ),
    },
    ...(mayPrepare ? [{
      label: '',
      width: '3rem',
      cell: (pin: RoundPin) => (
        <Tooltip title={translate('app.rounds.pins.remove')}>
          <IconButton size="small" aria-label={`${translate('app.rounds.pins.remove')}: ${pin.label}, ${pin.title}`} onClick={() => setRemoving(pin)}><CloseOutlined fontSize="small" /></IconButton>
        </Tooltip>
      ),
    }] : []),
  ];
  return (
    <>
      {pins.length === 0 ? (
        <DesignedEmpty title="app.rounds.pins.empty" hint="app.rounds.pins.empty_hint" actions={add} />
      ) : (
        <>
          <Stack direction="row" spacing={2} sx={{ alignItems: 'center', mb: 1 }}>
            <Typography color="textSecondary" sx={{ flex: 1 }}>{translate('app.rounds.pins.next_run')}</Typography>
            {add}
          </Stack>
          <Rows title={translate('app.rounds.tab.pins')} columns={columns} rows={pins} keyOf={({ id }) => id} />
        </>
      )}
      {adding && <PinDialog roundId={round.id} onClose={() => setAdding(false)} />}
      {removing && <RemoveDialog pin={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}

function RemoveDialog({ pin, onClose }: { pin: RoundPin; onClose: () => void }) {
  const translate = useTranslate();
  const remove = useAct((verbs) => verbs.removePin(pin.id), { done: 'app.rounds.pins.removed', then: onClose });
  return (
    <ActDialog title={translate('app.rounds.pins.remove')} act={translate('ra.action.remove')} onAct={() => remove.mutate()} acting={remove.isPending} error={remove.error} onClose={onClose}>
      <Typography>{translate('app.rounds.pins.remove_ask', { label: pin.label, title: pin.title })}</Typography>
    </ActDialog>
  );
}
