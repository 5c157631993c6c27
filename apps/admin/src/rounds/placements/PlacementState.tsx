import { Typography } from '@mui/material';
import { berlinDateTime, StateChip } from '@mintforge/ui-kit';
import { useLocale, useTranslate } from 'react-admin';
import { shortDay } from '../../common/short-day';
import { placementTones } from './states';
import type { Placement } from './verbs';

/** A placement with the ones whose end led to it, as far as they are known. */
export interface TracedPlacement extends Placement {
  freed: Placement | undefined;
  left: Placement | undefined;
}

/** Where a placement stands: by when it is to be answered, why it ended, and what it came from. */
export function PlacementState({ placement: { state, withdrawnReason, acceptBy, freedBy, freed, left } }: { placement: TracedPlacement }) {
  const translate = useTranslate();
  const locale = useLocale();
  const stateOf = (is: Placement['state']) => translate(`app.placements.state.${is}`);
  const lines = [
    withdrawnReason,
    acceptBy && state === 'OFFERED' && translate('app.placements.accept_by', { at: berlinDateTime(acceptBy, locale) }),
    acceptBy && state === 'LAPSED' && translate('app.placements.accept_over', { at: berlinDateTime(acceptBy, locale) }),
    freedBy && (freed ? translate('app.placements.freed_by', { label: freed.name ?? freed.label, state: stateOf(freed.state) }) : translate('app.placements.freed')),
    left && translate('app.placements.moved_from', { title: left.title, day: shortDay(left.startsAt, locale) }),
  ].filter((line) => typeof line === 'string');
  return (
    <>
      <StateChip tone={placementTones[state]} label={stateOf(state)} />
      {lines.map((line) => <Typography key={line} variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{line}</Typography>)}
    </>
  );
}
