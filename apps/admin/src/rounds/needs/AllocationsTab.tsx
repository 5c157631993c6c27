import { Box, Button, Stack, TextField, Typography } from '@mui/material';
import { DesignedEmpty, DesignedError, ListSkeleton, StateChip, useAllowed, type Tone } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ActDialog } from '../../common/ActDialog';
import { Rows, type Column } from '../../common/Rows';
import { useAct, useVerbs } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import type { Round } from '../types';
import { useMayPrepare } from '../use-round';
import { FitBar } from './FitBar';
import { MarkDialog, type PairToMark } from './MarkDialog';
import { NeedCell, OfferCell } from './PairCells';
import { PublishAllocations } from './PublishAllocations';
import { ProposeButton } from './ProposeButton';
import { Reasons } from './Reasons';
import type { Allocation } from './types';

const tones: Record<Allocation['state'], Tone> = { PROPOSED: 'info', ACCEPTED: 'success', WITHDRAWN: 'neutral' };

/** Who gets what, with fit and reasons: accepted one by one or all at once, forbidden, withdrawn, made an activity. */
export function AllocationsTab({ round }: { round: Round }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { whole } = useNumbers();
  const mayPrepare = useMayPrepare(round);
  const mayPublish = useAllowed()('matching.publish');
  const [vetoing, setVetoing] = useState<PairToMark>();
  const [withdrawing, setWithdrawing] = useState<Allocation>();
  const { data: allocations, error, refetch } = useQuery({ queryKey: ['rounds', 'allocations', round.id], queryFn: () => verbs.allocations(round.id) });
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!allocations) return <ListSkeleton />;

  const columns: Column<Allocation>[] = [
    { label: 'app.needs_rounds.allocation.need', cell: NeedCell },
    { label: 'app.needs_rounds.allocation.offer', cell: OfferCell },
    { label: 'app.needs_rounds.allocation.seats', right: true, cell: ({ seats }) => whole(seats) },
    { label: 'app.needs_rounds.allocation.fit', width: '8rem', cell: ({ score }) => <FitBar score={score} /> },
    { label: 'app.needs_rounds.allocation.why', cell: ({ reasons }) => <Reasons reasons={reasons} /> },
    { label: 'app.rounds.field.state', cell: ({ state, withdrawnReason }) => <><StateChip tone={tones[state]} label={translate(`app.needs_rounds.allocation.state.${state}`)} />{withdrawnReason && <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{withdrawnReason}</Typography>}</> },
    { label: '', width: '12rem', cell: (allocation) => <Acts allocation={allocation} mayAccept={mayPublish && round.state === 'OPEN'} mayVeto={mayPrepare} mayWithdraw={mayPublish} onVeto={setVetoing} onWithdraw={setWithdrawing} /> },
  ];
  const proposed = allocations.filter(({ state }) => state === 'PROPOSED').length;
  return (
    <>
      {allocations.length === 0 ? (
        <DesignedEmpty title="app.needs_rounds.allocation.empty" hint="app.needs_rounds.allocation.empty_hint" actions={mayPrepare && <ProposeButton round={round} />} />
      ) : (
        <>
          <Stack direction="row" spacing={1.5} useFlexGap sx={{ alignItems: 'center', justifyContent: 'flex-end', flexWrap: 'wrap', mb: 1 }}>
            {mayPrepare && <ProposeButton round={round} again />}
            {mayPublish && round.state === 'OPEN' && <PublishAllocations round={round} proposed={proposed} />}
          </Stack>
          <Rows title={translate('app.needs_rounds.tab.allocations')} columns={columns} rows={allocations} keyOf={({ id }) => id} />
        </>
      )}
      {vetoing && <MarkDialog roundId={round.id} pair={vetoing} onClose={() => setVetoing(undefined)} />}
      {withdrawing && <WithdrawDialog allocation={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </>
  );
}

interface ActsProps {
  allocation: Allocation;
  mayAccept: boolean;
  mayVeto: boolean;
  mayWithdraw: boolean;
  onVeto: (pair: PairToMark) => void;
  onWithdraw: (allocation: Allocation) => void;
}

/** What may be done with an allocation now, each button named by its pair. */
function Acts({ allocation, mayAccept, mayVeto, mayWithdraw, onVeto, onWithdraw }: ActsProps) {
  const translate = useTranslate();
  const { id, version, state, offerId, offerTitle, needId, needTitle, offerState } = allocation;
  const accept = useAct((verbs) => verbs.acceptAllocation(id, version), { done: 'app.needs_rounds.allocation.accepted' });
  const named = (word: string) => ({ 'aria-label': `${translate(word)}: ${needTitle}, ${offerTitle}`, children: translate(word) });
  if (state === 'WITHDRAWN') return null;
  return (
    <Box>
      {state === 'PROPOSED' && mayAccept && <Button size="small" loading={accept.isPending} onClick={() => accept.mutate()} {...named('app.needs_rounds.allocation.accept')} />}
      {state === 'PROPOSED' && mayVeto && <Button size="small" onClick={() => onVeto({ kind: 'VETO', needId, needTitle, offerId, offerTitle })} {...named('app.needs_rounds.allocation.veto')} />}
      {state === 'ACCEPTED' && offerState === 'OPEN' && <Button size="small" component={Link} to={`/offers/${offerId}/show`} {...named('app.needs_rounds.allocation.activity')} />}
      {state === 'ACCEPTED' && offerState === 'IN_ACTIVITY' && <Typography variant="body2" color="textSecondary">{translate('app.needs_rounds.allocation.in_activity')}</Typography>}
      {state === 'ACCEPTED' && mayWithdraw && <Button size="small" color="inherit" onClick={() => onWithdraw(allocation)} {...named('app.needs_rounds.allocation.withdraw')} />}
      {accept.error && <Typography variant="body2" color="error">{accept.error.message}</Typography>}
    </Box>
  );
}

function WithdrawDialog({ allocation: { id, version, needTitle, offerTitle }, onClose }: { allocation: Allocation; onClose: () => void }) {
  const translate = useTranslate();
  const [reason, setReason] = useState('');
  const withdraw = useAct((verbs) => verbs.withdrawAllocation({ id, version, reason: reason.trim() }), { done: 'app.needs_rounds.allocation.withdrawn', then: onClose });
  return (
    <ActDialog title={translate('app.needs_rounds.allocation.withdraw')} act={translate('app.needs_rounds.allocation.withdraw')} disabled={!reason.trim()} onAct={() => withdraw.mutate()} acting={withdraw.isPending} error={withdraw.error} onClose={onClose}>
      <Typography>{translate('app.needs_rounds.allocation.withdraw_ask', { need: needTitle, offer: offerTitle })}</Typography>
      <TextField required autoFocus label={translate('app.needs_rounds.allocation.reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
    </ActDialog>
  );
}
