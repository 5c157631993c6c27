import { Box, Button, Stack, Typography } from '@mui/material';
import { DesignedEmpty, DesignedError, ListSkeleton, StateChip } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Rows, type Column } from '../../common/Rows';
import { useVerbs } from '../../common/use-act';
import { PlainDialog } from './PlainDialog';
import { FitBar } from './FitBar';
import type { PairToMark } from './MarkDialog';
import { Reasons } from './Reasons';
import type { OfferFit, RoundNeed } from './types';

/** Every open offer beside one need: what fits, what hinders, and the way to pin or forbid the pair. */
export function FitsDialog({ roundId, need, onMark, onClose }: { roundId: string; need: RoundNeed; onMark?: (pair: PairToMark) => void; onClose: () => void }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { data: fits, error, refetch } = useQuery({ queryKey: ['rounds', 'fits', roundId, need.id], queryFn: () => verbs.offerFits(roundId, need.id) });
  const mark = (kind: PairToMark['kind'], { offerId, offerTitle }: OfferFit) => onMark?.({ kind, needId: need.id, needTitle: need.title, offerId, offerTitle });
  const columns: Column<OfferFit>[] = [
    {
      label: 'app.needs_rounds.allocation.offer',
      cell: ({ offerTitle, host, seatsLeft }) => (
        <>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>{offerTitle}</Typography>
          <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{host} · {seatsLeft === null ? translate('app.needs_rounds.side.unknown') : translate('app.needs_rounds.fits.left', { seats: seatsLeft })}</Typography>
        </>
      ),
    },
    { label: 'app.needs_rounds.allocation.fit', width: '8rem', cell: ({ score, bars }) => bars.length === 0 && <FitBar score={score} /> },
    {
      label: 'app.needs_rounds.allocation.why',
      cell: ({ bars, reasons }) => (bars.length === 0 ? <Reasons reasons={reasons} /> : (
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 0.5 }}>{bars.map((bar) => <StateChip key={bar} tone="error" label={translate(`app.needs_rounds.bar.${bar}`)} />)}</Stack>
      )),
    },
    ...(onMark ? [{
      label: '',
      width: '11rem',
      cell: (fit: OfferFit) => (
        <Box sx={{ whiteSpace: 'nowrap' }}>
          <Button size="small" aria-label={`${translate('app.needs_rounds.mark.pin')}: ${fit.offerTitle}`} onClick={() => mark('PIN', fit)}>{translate('app.needs_rounds.mark.pin')}</Button>
          <Button size="small" aria-label={`${translate('app.needs_rounds.mark.veto')}: ${fit.offerTitle}`} onClick={() => mark('VETO', fit)}>{translate('app.needs_rounds.mark.veto')}</Button>
        </Box>
      ),
    }] : []),
  ];
  const title = translate('app.needs_rounds.fits.title', { title: need.title });
  return (
    <PlainDialog title={title} onClose={onClose}>
      <Typography color="textSecondary" sx={{ mb: 1 }}>{translate('app.needs_rounds.fits.hint')}</Typography>
      {error ? <DesignedError error={error} onRetry={() => void refetch()} /> : !fits ? <ListSkeleton rows={5} /> : fits.length === 0 ? <DesignedEmpty title="app.needs_rounds.fits.empty" hint="app.needs_rounds.take.empty_hint" actions={false} /> : <Rows title={title} columns={columns} rows={fits} keyOf={({ offerId }) => offerId} />}
    </PlainDialog>
  );
}
