import { Alert, MenuItem, TextField } from '@mui/material';
import { cancelReasons } from '@mintforge/domain/activities';
import { berlinPeriod } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { ActDialog } from '../common/ActDialog';
import { useAct } from '../common/use-act';
import type { Activity, ActivityOccurrence, CancelReason } from './types';

type Cancelled = { activity: Activity; occurrence?: undefined } | { activity?: undefined; occurrence: ActivityOccurrence };

/** Calls an activity off with all its planned occurrences, or a single occurrence: why, and what that means. */
export function CancelDialog({ activity, occurrence, onClose }: Cancelled & { onClose: () => void }) {
  const translate = useTranslate();
  const locale = useLocale();
  const kind = activity ? 'activity' : 'occurrence';
  const [reason, setReason] = useState<CancelReason | ''>('');
  const [note, setNote] = useState('');
  const cancel = useAct<unknown, CancelReason>(
    (verbs, given) => {
      const why = { reason: given, note: note.trim() || null };
      return activity ? verbs.cancelActivity({ id: activity.id, version: activity.version, ...why }) : verbs.cancelOccurrence({ id: occurrence.id, version: occurrence.version, ...why });
    },
    { done: `app.activities.cancel.${kind}_done`, then: onClose },
  );
  const taken = activity ? activity.taken : occurrence.taken;
  const impact = activity
    ? translate('app.activities.cancel.impact_occurrences', { smart_count: activity.occurrenceCount })
    : translate('app.activities.cancel.impact_occurrence', { when: berlinPeriod(occurrence.startsAt, occurrence.endsAt, locale) });
  return (
    <ActDialog
      title={translate(`app.activities.cancel.${kind}`)}
      act={translate(`app.activities.cancel.${kind}`)}
      disabled={reason === ''}
      onAct={() => reason && cancel.mutate(reason)}
      acting={cancel.isPending}
      error={cancel.error}
      onClose={onClose}
    >
      <Alert severity="warning">{impact} {translate(taken > 0 ? 'app.activities.cancel.impact_seats' : 'app.activities.cancel.impact_nobody', { smart_count: taken })}</Alert>
      <TextField select required label={translate('app.activities.cancel.reason')} value={reason} onChange={(event) => setReason(event.target.value as CancelReason)}>
        {cancelReasons.map((code) => <MenuItem key={code} value={code}>{translate(`app.activities.reason.${code}`)}</MenuItem>)}
      </TextField>
      <TextField multiline minRows={2} label={translate('app.activities.cancel.note')} helperText={translate('app.activities.cancel.note_hint')} value={note} onChange={(event) => setNote(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} />
    </ActDialog>
  );
}
