import { canReadNames, type ClassListMapping as ColumnOfTarget, type ClassListTarget } from '@mintforge/domain/people';
import type { ClassListDecision, ClassListMapping, ClassListRow } from './types';

/** What the office decided about rows, by row number; rows that need no decision may have one too: to be left out. */
export type Decisions = ReadonlyMap<number, Pick<ClassListDecision, 'decision' | 'pupilId'>>;

/** Whether a mapping tells where the names are. */
export const hasNames = (mapping: ClassListMapping): boolean => canReadNames(Object.fromEntries(mapping.map(({ target, column }) => [target, column])) as ColumnOfTarget);

/** The mapping with another meaning for one column; a meaning belongs to one column, so it leaves the one that had it. */
export function withMeaning(mapping: ClassListMapping, column: string, target: ClassListTarget | null): ClassListMapping {
  const rest = mapping.filter((entry) => entry.column !== column && entry.target !== target);
  return target === null ? rest : [...rest, { target, column }];
}

/** Rows nobody has decided yet though only a person can. */
export const openRows = (rows: readonly ClassListRow[], decisions: Decisions): ClassListRow[] => rows.filter(({ row, verdict }) => verdict === 'DOUBTFUL' && !decisions.has(row));

/** How many rows the import takes over as things stand. */
export const takenOver = (rows: readonly ClassListRow[], decisions: Decisions): number =>
  rows.filter(({ row, verdict }) => verdict !== 'REFUSED' && decisions.get(row)?.decision !== 'SKIP' && (verdict !== 'DOUBTFUL' || decisions.has(row))).length;

/** The decisions with one more, or one taken back. */
export function decide(decisions: Decisions, row: number, decision: Pick<ClassListDecision, 'decision' | 'pupilId'> | null): Decisions {
  const next = new Map(decisions);
  if (decision) next.set(row, decision);
  else next.delete(row);
  return next;
}

/** The row that already took a known pupil, so that no second one can. */
export const takerOf = (decisions: Decisions, pupilId: string): number | undefined => [...decisions].find(([, decision]) => decision.pupilId === pupilId)?.[0];

/** The decisions as the API takes them. */
export const sentDecisions = (decisions: Decisions): ClassListDecision[] => [...decisions].map(([row, decision]) => ({ row, ...decision }));
