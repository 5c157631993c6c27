import { TextField, Typography } from '@mui/material';
import { berlinDay } from '@mintforge/domain/kernel';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../common/ActDialog';
import { useAct } from '../common/use-act';
import { AsksAnewOf } from './AsksAnew';

/** Releases a version of a text from today or a later day on. */
export function ReleaseDialog({ textId, onClose }: { textId: string; onClose: () => void }) {
  const translate = useTranslate();
  const today = berlinDay(new Date());
  const [day, setDay] = useState(today);
  const release = useAct((verbs) => verbs.releaseConsentText(textId, day), { done: day === today ? 'app.consent.text.released' : 'app.consent.text.released_later', then: onClose });
  return (
    <ActDialog title={translate('app.consent.text.release')} act={translate('app.consent.text.release')} onAct={() => release.mutate()} onClose={onClose} acting={release.isPending} disabled={day < today} error={release.error}>
      <Typography>{translate('app.consent.text.release_hint')}</Typography>
      <AsksAnewOf what="text" id={textId} />
      <TextField type="date" label={translate('app.consent.text.release_from')} value={day} onChange={(event) => setDay(event.target.value)} slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: today } }} />
    </ActDialog>
  );
}
