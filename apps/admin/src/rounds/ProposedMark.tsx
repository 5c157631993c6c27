import { StateChip } from '@mintforge/ui-kit';
import { useTranslate } from 'react-admin';

/** Says that these wishes are not the participant's own. */
export function ProposedMark() {
  return <StateChip tone="info" label={useTranslate()('app.proposed_wishes.mark')} />;
}
