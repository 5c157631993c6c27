import CloseOutlined from '@mui/icons-material/CloseOutlined';
import { Box, Button, IconButton, Link as MuiLink, Tooltip, Typography } from '@mui/material';
import { DesignedError, ListSkeleton, StateChip } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { gradesText } from '../../activities/words';
import { ActDialog } from '../../common/ActDialog';
import { Rows, type Column } from '../../common/Rows';
import { useAct, useVerbs } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import type { Round } from '../types';
import { useMayPrepare } from '../use-round';
import { FitsDialog } from './FitsDialog';
import { MarkDialog, type PairToMark } from './MarkDialog';
import { gapText } from './reason-words';
import { TakeAll } from './TakeAll';
import type { RoundNeed, RoundOffer } from './types';

type Open = { kind: 'fits'; need: RoundNeed } | { kind: 'leave'; side: RoundNeed | RoundOffer } | { kind: 'mark'; pair: PairToMark };

/** The needs or the offers of a round: what each asks or offers, how far it is used, and why something stays open. */
export function SidesTab({ round, of }: { round: Round; of: 'needs' | 'offers' }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const mayPrepare = useMayPrepare(round);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const { data: sides, error, refetch } = useQuery<(RoundNeed | RoundOffer)[]>({ queryKey: ['rounds', of, round.id], queryFn: () => (of === 'needs' ? verbs.roundNeeds(round.id) : verbs.roundOffers(round.id)) });
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!sides) return <ListSkeleton />;
  if (sides.length === 0) return <TakeAll round={round} />;
  const title = translate(`app.needs_rounds.tab.${of}`);
  return (
    <>
      <Rows title={title} columns={columnsOf(of, translate, mayPrepare ? setOpen : undefined)} rows={sides} keyOf={({ id }) => id} />
      {open?.kind === 'fits' && <FitsDialog roundId={round.id} need={open.need} onMark={mayPrepare ? (pair) => setOpen({ kind: 'mark', pair }) : undefined} onClose={close} />}
      {open?.kind === 'mark' && <MarkDialog roundId={round.id} pair={open.pair} onClose={close} />}
      {open?.kind === 'leave' && <LeaveDialog round={round} of={of} side={open.side} onClose={close} />}
    </>
  );
}

function columnsOf(of: 'needs' | 'offers', translate: ReturnType<typeof useTranslate>, onOpen?: (open: Open) => void): Column<RoundNeed | RoundOffer>[] {
  const small = { fontSize: '0.8rem' };
  return [
    {
      label: 'app.needs_rounds.side.who',
      cell: ({ id, title, organisationName, state }) => (
        <>
          <MuiLink component={Link} to={`/${of}/${id}/show`} sx={{ fontWeight: 600 }}>{title}</MuiLink>
          <Typography variant="body2" color="textSecondary" sx={small}>{organisationName}</Typography>
          {state !== 'OPEN' && <StateChip tone="success" label={translate(`app.partners.${of === 'needs' ? 'need' : 'offer'}_state.${state}`)} />}
        </>
      ),
    },
    {
      label: 'app.needs_rounds.side.what',
      cell: ({ format, topics, grades }) => (
        <>
          <Typography variant="body2">{[translate(`app.formats.${format}`), grades.length > 0 && translate('app.needs_rounds.side.grades', { grades: gradesText(grades) })].filter(Boolean).join(' · ')}</Typography>
          <Typography variant="body2" color="textSecondary" sx={small}>{topics.map((topic) => translate(`app.topics.${topic}`)).join(', ')}</Typography>
        </>
      ),
    },
    { label: 'app.needs_rounds.side.size', right: true, cell: (side) => <Used {...side} /> },
    { label: 'app.needs_rounds.side.open', cell: ({ gap }) => gap && <Typography variant="body2" sx={{ minWidth: '14rem' }}>{gapText(gap, translate)}</Typography> },
    {
      label: '',
      width: '12rem',
      cell: (side) => (
        <Box sx={{ whiteSpace: 'nowrap' }}>
          {of === 'needs' && side.state === 'OPEN' && onOpen && <Button size="small" aria-label={`${translate('app.needs_rounds.fits.open')}: ${side.title}`} onClick={() => onOpen({ kind: 'fits', need: side as RoundNeed })}>{translate('app.needs_rounds.fits.open')}</Button>}
          {onOpen && (
            <Tooltip title={translate('app.needs_rounds.take.leave')}>
              <IconButton size="small" aria-label={`${translate('app.needs_rounds.take.leave')}: ${side.title}`} onClick={() => onOpen({ kind: 'leave', side })}><CloseOutlined fontSize="small" /></IconButton>
            </Tooltip>
          )}
        </Box>
      ),
    },
  ];
}

function Used({ size, accepted, proposed }: Pick<RoundNeed, 'size' | 'accepted' | 'proposed'>) {
  const translate = useTranslate();
  const { whole } = useNumbers();
  return (
    <>
      {size === null ? translate('app.needs_rounds.side.unknown') : translate('app.needs_rounds.side.of', { used: whole(accepted + proposed), size: whole(size) })}
      {accepted > 0 && <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{translate('app.needs_rounds.side.accepted', { count: whole(accepted) })}</Typography>}
    </>
  );
}

function LeaveDialog({ round, of, side, onClose }: { round: Round; of: 'needs' | 'offers'; side: RoundNeed | RoundOffer; onClose: () => void }) {
  const translate = useTranslate();
  const leave = useAct((verbs) => verbs.leaveOut(round.id, of === 'needs' ? { needIds: [side.id] } : { offerIds: [side.id] }), { done: 'app.needs_rounds.take.left', then: onClose });
  return (
    <ActDialog title={translate('app.needs_rounds.take.leave')} act={translate('ra.action.remove')} onAct={() => leave.mutate()} acting={leave.isPending} error={leave.error} onClose={onClose}>
      <Typography>{translate('app.needs_rounds.take.leave_ask', { title: side.title })}</Typography>
    </ActDialog>
  );
}
