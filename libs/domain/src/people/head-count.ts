import { Refusal } from '../kernel';

/**
 * The head count of a group: what the school reported, but never less than the pupils known by name. A class books with
 * its head count; names come later, and not all of them.
 */
export const headCountWith = (reported: number, named: number): number => Math.max(reported, named);

/** Refuses INVALID_INPUT (`belowNames`) when somebody sets a head count below the pupils known by name. */
export function checkHeadCount(reported: number, named: number): void {
  if (reported < named) throw new Refusal('INVALID_INPUT', { named }, { headCount: 'belowNames' });
}
