import { Alert, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup } from '@mui/material';
import { voidReasons, type VoidReason } from '@mintforge/domain/consent';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import type { Step } from './verbs';

/** What was recorded for a purpose by mistake never counted: the office says why. */
export function VoidDialog({ pupilId, step: { purpose }, onClose }: { pupilId: string; step: Step; onClose: () => void }) {
  const translate = useTranslate();
  const [reason, setReason] = useState<VoidReason | null>(null);
  const act = useAct((verbs) => verbs.voidConsent(pupilId, purpose, reason ?? 'WRONG_ANSWER'), { done: 'app.timeline.void.done', then: onClose });
  return (
    <ActDialog title={`${translate('app.timeline.void.open')}: ${translate(`app.consent.purpose.${purpose}`)}`} act={translate('app.timeline.void.act')} onAct={() => act.mutate()} onClose={onClose} acting={act.isPending} disabled={reason === null} error={act.error}>
      <Alert severity="warning">{translate('app.timeline.void.hint')}</Alert>
      <FormControl>
        <FormLabel id="reason">{translate('app.timeline.void.why')}</FormLabel>
        <RadioGroup aria-labelledby="reason" value={reason} onChange={(_, chosen) => setReason(chosen as VoidReason)}>
          {voidReasons.map((one) => <FormControlLabel key={one} value={one} control={<Radio />} label={translate(`app.timeline.reason.${one}`)} />)}
        </RadioGroup>
      </FormControl>
    </ActDialog>
  );
}
