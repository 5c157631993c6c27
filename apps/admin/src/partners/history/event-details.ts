import type { HistoryEntry } from '../types';

/** What the system notes with its own entries; each kind has some of these. */
interface EventDetails {
  from?: string;
  to?: string;
  closedOn?: string | null;
  successorId?: string;
  mergeId?: string;
  name?: string;
  undone?: boolean;
  importId?: string;
  fields?: string[];
}

export const readDetails = ({ details }: Pick<HistoryEntry, 'details'>): EventDetails => JSON.parse(details) as EventDetails;
