import { Alert } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import { draftOf, faultsOf, isComplete, newOccurrences } from './occurrence-draft';
import { OccurrenceFields } from './OccurrenceFields';
import type { Activity, ActivityOccurrence } from '../types';

/** Moves an occurrence, or changes its place and size. */
export function EditOccurrenceDialog({ activity, occurrence, onClose }: { activity: Activity; occurrence: ActivityOccurrence; onClose: () => void }) {
  const translate = useTranslate();
  const { id, version, taken, siteId, siteAddress } = occurrence;
  const [draft, setDraft] = useState(() => draftOf(occurrence));
  const change = useAct(
    async (verbs) => {
      const [patch] = newOccurrences(draft);
      if (patch) await verbs.updateOccurrence({ id, version, patch });
    },
    { done: 'app.activities.occurrences.changed', then: onClose },
  );
  const ready = isComplete(draft) && faultsOf(activity.format, draft).every((fault) => fault === undefined) && Number(draft.capacity) >= taken;
  return (
    <ActDialog wide title={translate('app.activities.occurrences.edit')} act={translate('ra.action.save')} disabled={!ready} onAct={() => change.mutate()} acting={change.isPending} error={change.error} onClose={onClose}>
      {taken > 0 && <Alert severity="info">{translate('app.activities.occurrences.edit_taken', { smart_count: taken })}</Alert>}
      <OccurrenceFields single format={activity.format} hostId={activity.organisationId} otherSite={siteId && siteAddress ? { id: siteId, address: siteAddress } : undefined} value={draft} onChange={setDraft} autoFocus />
    </ActDialog>
  );
}
