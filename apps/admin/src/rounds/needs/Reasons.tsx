import { Stack } from '@mui/material';
import { StateChip, type Tone } from '@mintforge/ui-kit';
import { useTranslate } from 'react-admin';
import { reasonText } from './reason-words';
import type { Allocation } from './types';

const tones: Record<string, Tone> = { PINNED: 'info', DESPITE: 'warning', AGE_TO_CHECK: 'warning', GRADES_PART: 'warning', NEW_PARTNERS: 'success' };

/** Why two fit, in short words. */
export function Reasons({ reasons }: { reasons: Allocation['reasons'] }) {
  const translate = useTranslate();
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 0.5, minWidth: '14rem' }}>
      {reasons.map((reason) => <StateChip key={`${reason.code} ${reason.params}`} tone={tones[reason.code] ?? 'neutral'} label={reasonText(reason, translate)} />)}
    </Stack>
  );
}
