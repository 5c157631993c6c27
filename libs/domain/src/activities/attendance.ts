import { attendanceStates, type AttendanceState } from './vocabularies';

/** Heads per state of attendance, groups by their head count. */
export type AttendanceCounts = Record<AttendanceState, number>;

/** Counts heads per state; a group counts with its head count. */
export function countAttendance(rows: readonly { state: AttendanceState; headCount: number }[]): AttendanceCounts {
  const counts = Object.fromEntries(attendanceStates.map((state) => [state, 0])) as AttendanceCounts;
  for (const { state, headCount } of rows) counts[state] += headCount;
  return counts;
}

/** States that a person marks; EXPECTED takes a mark back. WITHDRAWN comes from matching alone: it is not an absence. */
export const markableStates = attendanceStates.filter((state) => state !== 'WITHDRAWN');
