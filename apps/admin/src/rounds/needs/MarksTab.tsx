import CloseOutlined from '@mui/icons-material/CloseOutlined';
import { IconButton, Tooltip, Typography } from '@mui/material';
import { DesignedEmpty, DesignedError, ListSkeleton, StateChip } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Rows, type Column } from '../../common/Rows';
import { useAct, useVerbs } from '../../common/use-act';
import type { Round } from '../types';
import { useMayPrepare } from '../use-round';
import { NeedCell, OfferCell } from './PairCells';
import type { AllocationMark } from './types';

/** Pairs the office fixed or forbade, each with its note. */
export function MarksTab({ round }: { round: Round }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const mayPrepare = useMayPrepare(round);
  const { data: marks, error, refetch } = useQuery({ queryKey: ['rounds', 'marks', round.id], queryFn: () => verbs.allocationMarks(round.id) });
  const lift = useAct((acts, id: string) => acts.unmarkPair(id), { done: 'app.needs_rounds.mark.removed' });
  const failed = error ?? lift.error;
  if (failed) return <DesignedError error={failed} onRetry={() => void refetch()} />;
  if (!marks) return <ListSkeleton rows={4} />;
  if (marks.length === 0) return <DesignedEmpty title="app.needs_rounds.mark.empty" hint="app.needs_rounds.mark.empty_hint" actions={false} />;
  const columns: Column<AllocationMark>[] = [
    { label: 'app.needs_rounds.mark.kind_column', width: '8rem', cell: ({ kind, seats }) => <><StateChip tone={kind === 'PIN' ? 'success' : 'error'} label={translate(`app.needs_rounds.mark.kind.${kind}`)} />{seats !== null && <Typography variant="body2" color="textSecondary">{translate('app.needs_rounds.allocation.seats')}: {seats}</Typography>}</> },
    { label: 'app.needs_rounds.allocation.need', cell: NeedCell },
    { label: 'app.needs_rounds.allocation.offer', cell: OfferCell },
    { label: 'app.needs_rounds.mark.note', cell: ({ note, userName }) => <><Typography variant="body2">{note}</Typography>{userName && <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{userName}</Typography>}</> },
    ...(mayPrepare ? [{
      label: '',
      width: '3rem',
      cell: ({ id, needTitle, offerTitle }: AllocationMark) => (
        <Tooltip title={translate('app.needs_rounds.mark.remove')}>
          <IconButton size="small" aria-label={`${translate('app.needs_rounds.mark.remove')}: ${needTitle}, ${offerTitle}`} onClick={() => lift.mutate(id)}><CloseOutlined fontSize="small" /></IconButton>
        </Tooltip>
      ),
    }] : []),
  ];
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 1 }}>{translate('app.needs_rounds.mark.next')}</Typography>
      <Rows title={translate('app.needs_rounds.tab.marks')} columns={columns} rows={marks} keyOf={({ id }) => id} />
    </>
  );
}
