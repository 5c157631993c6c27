import { Alert, AlertTitle, Button, Typography } from '@mui/material';
import type { AddParticipantsDocument, ResultOf } from '@mintforge/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Rows, type Column } from '../../common/Rows';
import type { Participant } from '../types';
import { useVerbs } from '../../common/use-act';
import { Who } from '../Who';

export type AddedParticipants = ResultOf<typeof AddParticipantsDocument>['addParticipants'];
type UnreadWish = AddedParticipants['unread'][number];

const shownAtOnce = 100;

/** Wishes of the class lists that could not be read when their pupils joined, to be entered by hand. */
export function UnreadWishes({ roundId, unread, onEdit, onClose }: { roundId: string; unread: UnreadWish[]; onEdit: (participant: Participant) => void; onClose: () => void }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const ids = [...new Set(unread.map(({ participantId }) => participantId))].slice(0, shownAtOnce);
  const { data } = useQuery({ queryKey: ['rounds', 'participants', roundId, 'unread', ids], queryFn: () => verbs.participants({ roundId, page: 1, perPage: shownAtOnce, filter: { ids } }) });
  const known = new Map(data?.items.map((participant) => [participant.id, participant]));
  const shown = unread.filter(({ participantId }) => ids.includes(participantId));
  const columns: Column<UnreadWish>[] = [
    { label: 'app.rounds.participants.who', cell: ({ participantId }) => { const participant = known.get(participantId); return participant ? <Who {...participant} /> : null; } },
    { label: 'app.rounds.participants.stated', cell: ({ text }) => translate('app.rounds.quoted', { text }) },
    { label: 'app.rounds.participants.problem', cell: ({ problem }) => translate(`app.rounds.participants.problems.${problem}`, { _: problem }) },
    {
      label: '',
      cell: ({ participantId }) => { const participant = known.get(participantId); return participant ? <Button size="small" onClick={() => onEdit(participant)}>{translate('app.rounds.wishes.edit')}</Button> : null; },
    },
  ];
  return (
    <Alert severity="warning" onClose={onClose} closeText={translate('ra.action.close')} sx={{ mb: 2, '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
      <AlertTitle>{translate('app.rounds.participants.unread', { smart_count: unread.length })}</AlertTitle>
      <Typography variant="body2" sx={{ mb: 1 }}>{translate('app.rounds.participants.unread_hint')}</Typography>
      <Rows title={translate('app.rounds.participants.unread', { smart_count: unread.length })} columns={columns} rows={shown} keyOf={({ participantId, text }) => `${participantId} ${text}`} />
      {shown.length < unread.length && <Typography variant="body2" sx={{ mt: 1 }}>{translate('app.rounds.participants.unread_more', { smart_count: unread.length - shown.length })}</Typography>}
    </Alert>
  );
}
