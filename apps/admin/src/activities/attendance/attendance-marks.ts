import { countAttendance, type AttendanceCounts } from '@mintforge/domain/activities';
import type { AttendanceRow, AttendanceState } from '../types';

/** What one presses for who was expected; pressing again takes it back. */
export const pressedStates = ['PRESENT', 'LATE', 'LEFT_EARLY', 'EXCUSED', 'UNEXCUSED'] as const satisfies readonly AttendanceState[];
export type PressedState = (typeof pressedStates)[number];

/** Marks not saved yet, by row. */
export type Draft = Record<string, Pick<AttendanceRow, 'state' | 'note'>>;

/** Rows as they will stand once the draft is saved. */
export const drafted = (rows: readonly AttendanceRow[], draft: Draft): AttendanceRow[] => rows.map((row) => ({ ...row, ...draft[row.id] }));

/** The draft with one row changed; a row back at what is saved leaves it. */
export function withMark(draft: Draft, row: AttendanceRow, change: Partial<Draft[string]>): Draft {
  const { [row.id]: before, ...others } = draft;
  const after = { state: row.state, note: row.note, ...before, ...change };
  return after.state === row.state && after.note === row.note ? others : { ...others, [row.id]: after };
}

/** Everybody who is still only expected came. */
export const allPresent = (rows: readonly AttendanceRow[], draft: Draft): Draft =>
  drafted(rows, draft).filter(({ state }) => state === 'EXPECTED').reduce<Draft>((sum, { id, note }) => ({ ...sum, [id]: { state: 'PRESENT', note } }), draft);

/** Heads per state, with the draft. */
export const headCounts = (rows: readonly AttendanceRow[], draft: Draft): AttendanceCounts => countAttendance(drafted(rows, draft));

/** What a row is called: the name, else the pseudonym, or the group. */
export const nameOf = ({ lastName, firstName, pseudonym, groupName }: AttendanceRow): string => [lastName, firstName].filter(Boolean).join(', ') || pseudonym || groupName || '';

/** Rows by school and group, in the order they come. */
export function byGroup(rows: readonly AttendanceRow[]): { title: string; rows: AttendanceRow[] }[] {
  const groups = new Map<string, AttendanceRow[]>();
  for (const row of rows) {
    const title = [row.schoolName, row.groupName].filter(Boolean).join(', ');
    groups.set(title, [...(groups.get(title) ?? []), row]);
  }
  return [...groups].map(([title, members]) => ({ title, rows: members }));
}
