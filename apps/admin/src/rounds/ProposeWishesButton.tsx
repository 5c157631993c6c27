import { Button, TextField, Typography } from '@mui/material';
import { fullScore } from '@mintforge/domain/matching';
import { DesignedError, ListSkeleton } from '@mintforge/ui-kit';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../common/ActDialog';
import { Rows, type Column } from '../common/Rows';
import { useAct, useVerbs } from '../common/use-act';
import { useNumbers } from '../common/use-numbers';
import type { WishProposals } from './proposed-verbs';
import type { Round } from './types';

const most = 10;

/** Proposes wishes from interests to those who have none: first what would happen, then the act, and the way back. */
export function ProposeWishesButton({ round }: { round: Round }) {
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  if (round.unit === 'GROUPS') return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>{translate('app.proposed_wishes.act')}</Button>
      {asking && <ProposeWishesDialog round={round} onClose={() => setAsking(false)} />}
    </>
  );
}

function ProposeWishesDialog({ round, onClose }: { round: Round; onClose: () => void }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const [typed, setTyped] = useState('3');
  const perParticipant = Math.min(most, Math.max(1, Math.trunc(Number(typed)) || 1));
  const { data, error, refetch } = useQuery({ queryKey: ['rounds', 'proposals', round.id, perParticipant], queryFn: () => verbs.wishProposals(round.id, perParticipant), placeholderData: keepPreviousData });
  const told = (text: string) => (count: number) => ({ text: `app.proposed_wishes.${text}`, values: { smart_count: count } });
  const propose = useAct((acts) => acts.proposeWishes(round.id, perParticipant), { done: told('done'), then: onClose });
  const withdraw = useAct((acts) => acts.withdrawProposedWishes(round.id, null), { done: told('withdrawn'), then: onClose });
  return (
    <ActDialog
      title={translate('app.proposed_wishes.title')} act={translate('app.proposed_wishes.propose', { smart_count: data?.proposable ?? 0 })} disabled={!data || data.proposable === 0}
      onAct={() => propose.mutate()} acting={propose.isPending} error={propose.error ?? withdraw.error} onClose={onClose}
    >
      <Typography color="textSecondary">{translate('app.proposed_wishes.hint')}</Typography>
      <TextField type="number" label={translate('app.proposed_wishes.number')} value={typed} onChange={(event) => setTyped(event.target.value)} slotProps={{ htmlInput: { min: 1, max: most } }} sx={{ maxWidth: '14rem' }} />
      {error ? <DesignedError error={error} onRetry={() => void refetch()} /> : data ? <Preview proposals={data} /> : <ListSkeleton rows={3} />}
      {data && data.proposed > 0 && (
        <div><Button color="inherit" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>{translate('app.proposed_wishes.withdraw', { smart_count: data.proposed })}</Button></div>
      )}
    </ActDialog>
  );
}

function Preview({ proposals: { withoutWishes, proposable, withoutInterests, examples } }: { proposals: WishProposals }) {
  const translate = useTranslate();
  const { share } = useNumbers();
  const columns: Column<WishProposals['examples'][number]>[] = [
    { label: 'app.rounds.participants.who', cell: ({ label }) => label },
    { label: 'app.rounds.participants.wishes', cell: ({ wishes }) => wishes.map(({ title, score }, at) => `${at + 1}. ${title} (${share(Math.round((100 * score) / fullScore) / 100)})`).join(' · ') },
  ];
  return (
    <>
      <Typography>{translate('app.proposed_wishes.without', { smart_count: withoutWishes })} {translate('app.proposed_wishes.proposable', { smart_count: proposable })}</Typography>
      {withoutInterests > 0 && <Typography>{translate('app.proposed_wishes.no_interests', { smart_count: withoutInterests })}</Typography>}
      {examples.length > 0 && <Rows title={translate('app.proposed_wishes.examples')} columns={columns} rows={examples} keyOf={({ participantId }) => participantId} />}
    </>
  );
}
