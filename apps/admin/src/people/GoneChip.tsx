import { StateChip } from '@mintforge/ui-kit';
import { useTranslate } from 'react-admin';
import type { PupilRow } from './types';

/** Says so when a pupil left or was erased; those who are there need no word. */
export function GoneChip({ pupil: { leftOn, erasedOn } }: { pupil: Pick<PupilRow, 'leftOn' | 'erasedOn'> }) {
  const translate = useTranslate();
  if (erasedOn) return <StateChip label={translate('app.people.pupils.state.ERASED')} tone="warning" />;
  return leftOn ? <StateChip label={translate('app.people.pupils.state.LEFT')} /> : null;
}
