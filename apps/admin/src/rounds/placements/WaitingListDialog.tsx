import { Typography } from '@mui/material';
import { DesignedEmpty, DesignedError, ListSkeleton } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Rows, type Column } from '../../common/Rows';
import { useVerbs } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import { PlainDialog } from '../needs/PlainDialog';
import { Who } from '../Who';
import type { Waiting } from './verbs';

/** Who waits for a seat of an occurrence, next first. */
export function WaitingListDialog({ occurrence: { id, title }, onClose }: { occurrence: { id: string; title: string }; onClose: () => void }) {
  const translate = useTranslate();
  return (
    <PlainDialog title={translate('app.placements.waiting_title', { title })} onClose={onClose}>
      <WaitingRows occurrenceId={id} title={title} />
    </PlainDialog>
  );
}

function WaitingRows({ occurrenceId, title }: { occurrenceId: string; title: string }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { whole } = useNumbers();
  const { data: waiting, error, refetch } = useQuery({ queryKey: ['rounds', 'waiting', occurrenceId], queryFn: () => verbs.waitingList(occurrenceId) });
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!waiting) return <ListSkeleton rows={4} />;
  if (waiting.length === 0) return <DesignedEmpty title="app.placements.waiting_empty" hint="app.placements.waiting_empty_hint" actions={false} />;
  const columns: Column<Waiting>[] = [
    { label: 'app.placements.position', right: true, width: '6rem', cell: ({ position }) => whole(position) },
    { label: 'app.rounds.participants.who', cell: (row) => <Who {...row} /> },
    { label: 'app.placements.rank', cell: ({ rank }) => translate('app.rounds.figures.rank', { rank }) },
    { label: 'app.placements.lottery', right: true, cell: ({ lottery }) => whole(lottery) },
  ];
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 1 }}>{translate('app.placements.waiting_hint')}</Typography>
      <Rows title={translate('app.placements.waiting_title', { title })} columns={columns} rows={waiting} keyOf={({ participantId }) => participantId} />
    </>
  );
}
