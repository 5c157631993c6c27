import { checkOccurrences } from '@mintforge/domain/activities';
import type { ActivityFormat } from '@mintforge/domain/partners';
import type { Tx } from '@mintforge/platform';
import { Occurrence } from '../activities.entities';
import type { OccurrenceInput } from './occurrences.inputs';

/** New occurrences as rows, checked by the format of their activity. Refuses INVALID_INPUT naming the field of the first faulty one. */
export function occurrenceRows(format: ActivityFormat, inputs: readonly OccurrenceInput[], path: (index: number) => string) {
  const rows = inputs.map((input) => ({ ...input, siteId: input.siteId ?? null, place: input.place?.trim() ?? '', minimum: input.minimum ?? 0 }));
  checkOccurrences(format, rows, path);
  return rows;
}

/** The planned occurrences of an activity, locked. */
export const lockPlanned = (tx: Tx, activityId: string): Promise<Occurrence[]> =>
  tx.manager.find(Occurrence, { where: { regionId: tx.regionId, activityId, state: 'PLANNED' }, order: { startsAt: 'ASC' }, lock: { mode: 'pessimistic_write' } });
