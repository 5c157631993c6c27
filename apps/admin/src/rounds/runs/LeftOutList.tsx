import { Button, Typography } from '@mui/material';
import { DesignedEmpty } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { PagedRows } from '../../common/PagedRows';
import type { Column } from '../../common/Rows';
import type { Participant, Round, Run } from '../types';
import { useVerbs } from '../../common/use-act';
import { Who } from '../Who';
import { WishesDialog } from '../setup/WishesDialog';

type LeftOut = Run['leftOut'][number] & { participant: Participant | undefined };

/** Who had no chance in a run, why, and the way to mend it. */
export function LeftOutList({ round, run, mayEdit }: { round: Round; run: Run; mayEdit: boolean }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const [editing, setEditing] = useState<Participant>();
  const read = async (page: number, perPage: number) => {
    const rows = run.leftOut.slice((page - 1) * perPage, page * perPage);
    const { items } = await verbs.participants({ roundId: run.roundId, page: 1, perPage, filter: { ids: rows.map(({ participantId }) => participantId) } });
    return { total: run.leftOut.length, items: rows.map((row): LeftOut => ({ ...row, participant: items.find(({ id }) => id === row.participantId) })) };
  };
  const columns: Column<LeftOut>[] = [
    { label: 'app.rounds.participants.who', width: '18rem', cell: ({ label, participant }) => <Who {...(participant ?? { label })} /> },
    { label: 'app.rounds.result.left_out_why', cell: ({ code }) => translate(`app.rounds.result.left_out.${code}`, { _: code }) },
    {
      label: '',
      cell: ({ participant }) => mayEdit && participant && <Button size="small" onClick={() => setEditing(participant)}>{translate('app.rounds.wishes.edit')}</Button>,
    },
  ];
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 1 }}>{translate('app.rounds.result.left_out_hint')}</Typography>
      <PagedRows title={translate('app.rounds.result.tab.left_out')} columns={columns} keyOf={({ participantId }) => participantId} asked={['rounds', 'left-out', run.id]} read={read} empty={<DesignedEmpty title="app.rounds.result.left_out_empty" hint="app.rounds.result.left_out_empty_hint" actions={false} />} />
      {editing && <WishesDialog round={round} participant={editing} onClose={() => setEditing(undefined)} />}
    </>
  );
}
