import { TextField, Typography } from '@mui/material';
import { BlockSkeleton } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct, useVerbs } from '../../common/use-act';
import { chainFrom } from './chain';
import { MoveUps } from './MoveUps';
import type { Placement } from './verbs';

/** Takes a place back, after showing who would move up. */
export function WithdrawDialog({ placement, onClose }: { placement: Placement; onClose: () => void }) {
  const translate = useTranslate();
  const [reason, setReason] = useState('');
  const withdraw = useAct((verbs) => verbs.withdrawPlacement({ id: placement.id, version: placement.version, reason: reason.trim() }), { done: 'app.placements.withdrawn', then: onClose });
  return (
    <ActDialog title={translate('app.placements.withdraw')} act={translate('app.placements.withdraw')} disabled={!reason.trim()} onAct={() => withdraw.mutate()} acting={withdraw.isPending} error={withdraw.error} onClose={onClose}>
      <Typography>{translate('app.placements.withdraw_ask', { label: placement.label, title: placement.title })}</Typography>
      <TextField required autoFocus label={translate('app.placements.reason')} helperText={translate('app.placements.reason_hint')} value={reason} onChange={(event) => setReason(event.target.value)} multiline minRows={2} />
      <WhoMovesUp placement={placement} />
    </ActDialog>
  );
}

function WhoMovesUp({ placement: { id, occurrenceId } }: { placement: Placement }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { data: moves, error } = useQuery({ queryKey: ['rounds', 'withdrawal', id], queryFn: () => verbs.withdrawalPreview(id), staleTime: 0, retry: false });
  return (
    <div role="status">
      <Typography sx={{ fontWeight: 600, mb: 0.5 }}>{translate('app.placements.moves')}</Typography>
      {error && <Typography variant="body2" color="textSecondary">{translate('app.placements.moves_failed')}</Typography>}
      {!error && !moves && <BlockSkeleton height={48} />}
      {moves?.length === 0 && <Typography variant="body2" color="textSecondary">{translate('app.placements.moves_none')}</Typography>}
      {moves && moves.length > 0 && <MoveUps moves={chainFrom(occurrenceId, moves)} />}
    </div>
  );
}
