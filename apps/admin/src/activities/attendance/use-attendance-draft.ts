import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Draft } from './attendance-marks';

/** Marks not saved yet. They outlive a look at another page, not the session; leaving the console with some of them asks first. */
export function useAttendanceDraft(occurrenceId: string): [Draft, (draft: Draft) => void] {
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => client.getQueryData(['attendance-draft', occurrenceId]) ?? {});
  const dirty = Object.keys(draft).length > 0;
  useEffect(() => {
    const kept = ['attendance-draft', occurrenceId];
    client.setQueryDefaults(kept, { gcTime: Infinity });
    client.setQueryData(kept, draft);
  }, [client, occurrenceId, draft]);
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  return [draft, setDraft];
}
