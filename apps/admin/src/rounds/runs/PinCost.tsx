import { Alert, Box, Typography } from '@mui/material';
import { BlockSkeleton, codeOf } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useVerbs } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import type { RoundPin } from '../types';
import type { PinCost as Cost } from './verbs';

const shown = 8;

export interface PinCostProps {
  roundId: string;
  participantId: string;
  occurrenceId: string;
  kind: RoundPin['kind'];
}

/** What a pin or veto would change against the latest run, before it is saved. */
export function PinCost(pair: PinCostProps) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { data: cost, error } = useQuery({ queryKey: ['rounds', 'pin-cost', pair], queryFn: () => verbs.pinCost(pair), retry: false });
  const firstRun = codeOf(error) === 'RUN_NOT_FINISHED';
  return (
    <Box role="status" sx={{ p: 1.5, border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <Typography sx={{ fontWeight: 600, mb: 0.5 }}>{translate('app.runs.cost.title')}</Typography>
      {error && (firstRun ? <Typography variant="body2" color="textSecondary">{translate('app.runs.cost.first')}</Typography> : <Alert severity="warning">{error.message}</Alert>)}
      {!error && !cost && <BlockSkeleton height={64} />}
      {cost && (cost.changes.length === 0 ? <Typography variant="body2">{translate('app.runs.cost.none')}</Typography> : <CostOf cost={cost} />)}
    </Box>
  );
}

function CostOf({ cost: { gained, lost, moved, unchanged, before, after, changes } }: { cost: Cost }) {
  const translate = useTranslate();
  const { whole, share, mean } = useNumbers();
  const figures: [string, number | null, number | null, (value: number) => string][] = [
    ['app.rounds.figures.placed', before.placed, after.placed, whole],
    ['app.rounds.figures.first', before.firstWishShare, after.firstWishShare, share],
    ['app.rounds.figures.mean', before.meanRank, after.meanRank, mean],
    ...(before.seatsGuaranteed + after.seatsGuaranteed > 0 ? [['app.runs.guarantees', before.guaranteesMet, after.guaranteesMet, whole] satisfies [string, number, number, (value: number) => string]] : []),
  ];
  const places = (held: Cost['changes'][number]['before']) => held.map(({ title, rank }) => `${title} (${rank === null ? translate('app.rounds.figures.outside') : translate('app.rounds.figures.rank', { rank })})`).join(', ') || translate('app.runs.cost.nothing');
  return (
    <>
      <Typography variant="body2">{translate('app.runs.cost.counts', { gained: whole(gained), lost: whole(lost), moved: whole(moved), unchanged: whole(unchanged) })}</Typography>
      <Box component="dl" sx={{ m: 0, my: 1, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 0.25 }}>
        {figures.map(([key, was, is, write]) => (
          <Box key={key} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" color="textSecondary">{translate(key)}</Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}>{translate('app.runs.cost.change', { was: was === null ? '–' : write(was), is: is === null ? '–' : write(is) })}</Typography>
          </Box>
        ))}
      </Box>
      <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.5 }}>
        {changes.slice(0, shown).map(({ participantId, label, change, before: was, after: is }) => (
          <Typography key={participantId} component="li" variant="body2">
            <strong>{label}</strong> · {translate(`app.rounds.compare.kind.${change}`, { _: change })}: {translate('app.runs.cost.places', { was: places(was), is: places(is) })}
          </Typography>
        ))}
        {changes.length > shown && <Typography component="li" variant="body2" color="textSecondary">{translate('app.runs.cost.more', { smart_count: changes.length - shown })}</Typography>}
      </Box>
    </>
  );
}
