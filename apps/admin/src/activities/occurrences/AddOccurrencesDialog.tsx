import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import { draftOf, emptyDraft, faultsOf, isComplete, newOccurrences, withNextDay, type OccurrencesDraft } from './occurrence-draft';
import { OccurrenceFields } from './OccurrenceFields';
import type { Activity } from '../types';

/** Like the last occurrence a week later, or from scratch. */
function startingDraft({ occurrences }: Activity): OccurrencesDraft {
  const last = occurrences.findLast(({ state }) => state === 'PLANNED');
  if (!last) return withNextDay(emptyDraft());
  const next = withNextDay(draftOf(last));
  return { ...next, days: next.days.slice(1) };
}

/** Adds one occurrence or several at once, on different days. */
export function AddOccurrencesDialog({ activity, onClose }: { activity: Activity; onClose: () => void }) {
  const translate = useTranslate();
  const [draft, setDraft] = useState(() => startingDraft(activity));
  const add = useAct((verbs) => verbs.addOccurrences({ activityId: activity.id, input: newOccurrences(draft) }), {
    done: ({ length }) => ({ text: 'app.activities.occurrences.added', values: { smart_count: length } }),
    then: onClose,
  });
  const ready = draft.days.length > 0 && isComplete(draft) && faultsOf(activity.format, draft).every((fault) => fault === undefined);
  return (
    <ActDialog
      wide
      title={translate('app.activities.occurrences.add')}
      act={translate('app.activities.occurrences.add_act', { smart_count: draft.days.length })}
      disabled={!ready}
      onAct={() => add.mutate()}
      acting={add.isPending}
      error={add.error}
      onClose={onClose}
    >
      <OccurrenceFields format={activity.format} hostId={activity.organisationId} value={draft} onChange={setDraft} autoFocus />
    </ActDialog>
  );
}
