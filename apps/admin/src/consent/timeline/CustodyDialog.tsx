import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { custodies, type Custody } from '@mintforge/domain/consent';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';

/** Who has custody, as declared; consents that began are judged by it anew. */
export function CustodyDialog({ pupilId, custody = null, onClose }: { pupilId: string; custody?: Custody | null; onClose: () => void }) {
  const translate = useTranslate();
  const [chosen, setChosen] = useState<Custody | null>(custody);
  const declare = useAct((verbs) => verbs.declareCustody(pupilId, chosen ?? 'JOINT'), { done: 'app.timeline.custody.done', then: onClose });
  return (
    <ActDialog title={translate('app.timeline.custody.open')} act={translate('ra.action.save')} onAct={() => declare.mutate()} onClose={onClose} acting={declare.isPending} disabled={chosen === null || chosen === custody} error={declare.error}>
      <Typography>{translate('app.timeline.custody.hint')}</Typography>
      <FormControl>
        <FormLabel id="custody">{translate('app.timeline.custody.who')}</FormLabel>
        <RadioGroup aria-labelledby="custody" value={chosen} onChange={(_, one) => setChosen(one as Custody)}>
          {custodies.map((one) => <FormControlLabel key={one} value={one} control={<Radio />} label={translate(`app.timeline.custody.${one}`)} />)}
        </RadioGroup>
      </FormControl>
    </ActDialog>
  );
}
