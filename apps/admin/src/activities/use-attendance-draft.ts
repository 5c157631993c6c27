import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Draft } from './attendance-marks';

const nothing: Draft = {};

/** Marks not saved yet. They outlive a look at another page, not the session; leaving the console with some of them asks first. */
export function useAttendanceDraft(occurrenceId: string): [Draft, (draft: Draft) => void] {
  const client = useQueryClient();
  const queryKey = ['attendance-draft', occurrenceId];
  const { data: draft = nothing } = useQuery<Draft>({ queryKey, queryFn: skipToken, gcTime: Infinity });
  const dirty = Object.keys(draft).length > 0;
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  return [draft, (changed) => client.setQueryData(queryKey, changed)];
}
