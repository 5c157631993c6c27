import type { GuardianSlot } from '@mintforge/domain/people';
import type { Tx } from '@mintforge/platform';

/**
 * Takes the guardian of one place, or all of them, from a pupil; gives how many. Who is nobody's guardian any more is
 * deleted by the database with the key that opens them.
 */
export async function releaseGuardians(tx: Tx, pupilId: string, slot: GuardianSlot | null = null): Promise<number> {
  const released = await tx.query<{ id: string }>('delete from guardianship where region_id = $1 and pupil_id = $2 and ($3::text is null or slot = $3) returning guardian_id as id', [tx.regionId, pupilId, slot]);
  const left = await tx.query<{ id: string }>('select id from guardian where region_id = $1 and id = any($2)', [tx.regionId, released.map(({ id }) => id)]);
  const gone = released.filter(({ id }) => !left.some((guardian) => guardian.id === id)).map(({ id }) => id);
  if (released.length > 0) tx.note('guardianship', 'delete', [pupilId]);
  tx.note('guardian', 'delete', gone);
  tx.note('person_key', 'delete', gone);
  return released.length;
}

/** Deletes the own address of a pupil. */
export async function dropPupilContact(tx: Tx, pupilId: string): Promise<void> {
  const dropped = await tx.query('delete from pupil_contact where region_id = $1 and pupil_id = $2 returning 1', [tx.regionId, pupilId]);
  tx.note('pupil_contact', 'delete', dropped.map(() => pupilId));
}
