import CloseOutlined from '@mui/icons-material/CloseOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import FlagOutlined from '@mui/icons-material/FlagOutlined';
import { Box, Button, Checkbox, FormControlLabel, IconButton, Stack, TextField, Tooltip, Typography } from '@mui/material';
import { DesignedEmpty, StateChip } from '@mintforge/ui-kit';
import { useState, type ReactNode } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { AddGroups } from './AddGroups';
import { ClassDialog } from './ClassDialog';
import { PagedRows } from '../../common/PagedRows';
import type { Column } from '../../common/Rows';
import { shortDay } from '../../common/short-day';
import type { Participant, Round } from '../types';
import { UnreadWishes, type AddedParticipants } from './UnreadWishes';
import { useAct, useVerbs } from '../../common/use-act';
import { useMayPrepare } from '../use-round';
import { useSettled } from '../../common/use-settled';
import { Who } from '../Who';
import { ProposedMark } from '../ProposedMark';
import { ProposeWishesButton } from '../ProposeWishesButton';
import { WishesDialog } from './WishesDialog';

type Open = { kind: 'add' } | { kind: 'wishes' | 'priority' | 'remove'; participant: Participant };

/** Who takes part, with wishes and classes. */
export function ParticipantsTab({ round }: { round: Round }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const mayPrepare = useMayPrepare(round);
  const [q, setQ] = useState('');
  const [withoutWishes, setWithoutWishes] = useState(false);
  const [open, setOpen] = useState<Open>();
  const [unread, setUnread] = useState<AddedParticipants['unread']>([]);
  const close = () => setOpen(undefined);
  const add = mayPrepare && <Button variant={round.counts.participants === 0 ? 'contained' : 'outlined'} onClick={() => setOpen({ kind: 'add' })}>{translate('app.rounds.participants.add')}</Button>;
  const filter = { q: useSettled(q).trim() || null, ...(withoutWishes && { withoutWishes }) };

  return (
    <>
      {unread.length > 0 && <UnreadWishes roundId={round.id} unread={unread} onEdit={(participant) => setOpen({ kind: 'wishes', participant })} onClose={() => setUnread([])} />}
      {round.counts.participants === 0 ? (
        <DesignedEmpty title="app.rounds.participants.empty" hint={`app.rounds.participants.empty_hint_${round.unit}`} actions={add} />
      ) : (
        <>
          <Stack direction="row" spacing={2} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
            <TextField type="search" label={translate('app.rounds.participants.q')} value={q} onChange={(event) => setQ(event.target.value)} sx={{ width: '18rem' }} />
            <FormControlLabel control={<Checkbox checked={withoutWishes} onChange={(event) => setWithoutWishes(event.target.checked)} />} label={translate('app.rounds.participants.only_without')} sx={{ flex: 1 }} />
            {mayPrepare && <ProposeWishesButton round={round} />}
            {add}
          </Stack>
          <PagedRows
            title={translate('app.rounds.tab.participants')}
            columns={columnsOf(round, translate, mayPrepare ? setOpen : undefined)}
            keyOf={({ id }) => id}
            asked={['rounds', 'participants', round.id, filter]}
            read={(page, perPage) => verbs.participants({ roundId: round.id, page, perPage, filter })}
            empty={<DesignedEmpty title="app.rounds.none_found" hint="app.rounds.none_found_hint" actions={false} />}
          />
        </>
      )}
      {open?.kind === 'add' && <AddGroups round={round} onAdded={(added) => setUnread(added.unread)} onClose={close} />}
      {open?.kind === 'wishes' && <WishesDialog round={round} participant={open.participant} onClose={close} />}
      {open?.kind === 'priority' && <ClassDialog round={round} participant={open.participant} onClose={close} />}
      {open?.kind === 'remove' && <RemoveDialog participant={open.participant} onClose={close} />}
    </>
  );
}

function columnsOf(round: Round, translate: ReturnType<typeof useTranslate>, onOpen?: (open: Open) => void): Column<Participant>[] {
  const act = (kind: 'wishes' | 'priority' | 'remove', participant: Participant, icon: ReactNode) => {
    const words = translate(`app.rounds.participants.act.${kind}`);
    return (
      <Tooltip title={words}>
        <IconButton size="small" aria-label={`${words}: ${participant.label}`} onClick={() => onOpen?.({ kind, participant })}>{icon}</IconButton>
      </Tooltip>
    );
  };
  return [
    { label: 'app.rounds.participants.who', width: '18rem', cell: (participant) => <Who {...participant} /> },
    { label: 'app.rounds.participants.grade', right: true, width: '5rem', cell: ({ grade }) => grade ?? '–' },
    ...(round.unit === 'GROUPS' ? [{ label: 'app.rounds.participants.head_count', right: true, width: '5rem', cell: ({ seats }: Participant) => seats }] : []),
    { label: 'app.rounds.participants.wishes', cell: ({ wishes }) => <WishList wishes={wishes} /> },
    {
      label: 'app.rounds.participants.priority',
      cell: ({ className }) => className && <StateChip tone="info" label={className} />,
    },
    ...(onOpen ? [{
      label: '',
      width: '8rem',
      cell: (participant: Participant) => (
        <Box sx={{ whiteSpace: 'nowrap' }}>
          {act('wishes', participant, <EditOutlined fontSize="small" />)}
          {act('priority', participant, <FlagOutlined fontSize="small" />)}
          {act('remove', participant, <CloseOutlined fontSize="small" />)}
        </Box>
      ),
    }] : []),
  ];
}

function WishList({ wishes }: { wishes: Participant['wishes'] }) {
  const translate = useTranslate();
  const locale = useLocale();
  if (wishes.length === 0) return <StateChip tone="warning" label={translate('app.rounds.participants.no_wishes')} />;
  const shown = wishes.slice(0, 3);
  return (
    <Typography variant="body2" component="div" sx={{ minWidth: '16rem' }}>
      {wishes.some(({ source }) => source === 'PROPOSED') && <><ProposedMark />{' '}</>}
      {shown.map(({ rank, title, startsAt }) => `${rank}. ${title} (${shortDay(startsAt, locale)})`).join(' · ')}
      {wishes.length > shown.length && ' '}
      {wishes.length > shown.length && <Box component="span" sx={{ color: 'text.secondary' }}>{translate('app.rounds.participants.more_wishes', { smart_count: wishes.length - shown.length })}</Box>}
    </Typography>
  );
}

function RemoveDialog({ participant, onClose }: { participant: Participant; onClose: () => void }) {
  const translate = useTranslate();
  const remove = useAct((verbs) => verbs.removeParticipant(participant.id), { done: 'app.rounds.participants.removed', then: onClose });
  return (
    <ActDialog title={translate('app.rounds.participants.act.remove')} act={translate('ra.action.remove')} onAct={() => remove.mutate()} acting={remove.isPending} error={remove.error} onClose={onClose}>
      <Typography>{translate('app.rounds.participants.remove_ask', { label: participant.label })}</Typography>
    </ActDialog>
  );
}
