import type { Db } from '@mintforge/platform';
import type { GuardianIdentities, SealedGuardian } from './guardian-identities';
import type { PupilIdentities, SealedIdentity } from './pupil-identities';
import { showRestricted } from './restricted';

const perBatch = 500;
const first = '00000000-0000-0000-0000-000000000000';

/**
 * Computes the blind indexes of a region anew under the key that is configured now (a change of MINTFORGE_INDEX_KEY), in
 * batches of their own transactions; gives how many people were indexed. Harmless when run twice. Who is not reached yet
 * is not found by name for as long.
 */
export async function rebuildBlindIndexes(db: Db, pupils: PupilIdentities, guardians: GuardianIdentities, regionId: string): Promise<number> {
  const inBatches = async (batch: (after: string) => Promise<string[]>): Promise<number> => {
    let count = 0;
    for (let after: string | undefined = first; after !== undefined; ) {
      const ids: string[] = await batch(after);
      count += ids.length;
      after = ids.length < perBatch ? undefined : ids.at(-1);
    }
    return count;
  };
  const ofPupils = await inBatches((after) =>
    db.system('blind indexes of pupils anew', regionId, async (tx) => {
      await showRestricted(tx);
      const rows = await tx.query<SealedIdentity>(
        `select p.id, p.first_name as "sealedFirstName", p.last_name as "sealedLastName", p.birth_date as "sealedBirthDate", k.wrapped from pupil p join person_key k on k.region_id = p.region_id and k.person_id = p.id
          where p.region_id = $1 and p.id > $2 and p.first_name is not null order by p.id limit ${perBatch} for update of p`, [regionId, after]);
      await pupils.reindex(tx, rows.flatMap((row) => {
        const { firstName, lastName, birthDate } = pupils.open(row);
        return firstName !== null && lastName !== null ? [{ id: row.id, firstName, lastName, birthDate }] : [];
      }));
      return rows.map(({ id }) => id);
    }));
  const ofGuardians = await inBatches((after) =>
    db.system('blind indexes of guardians anew', regionId, async (tx) => {
      const rows = await tx.query<SealedGuardian>(
        `select g.id, g.email as "sealedEmail", k.wrapped from guardian g join person_key k on k.region_id = g.region_id and k.person_id = g.id
          where g.region_id = $1 and g.id > $2 and g.email is not null order by g.id limit ${perBatch} for update of g`, [regionId, after]);
      const known = rows.flatMap((row) => {
        const { email } = guardians.open(row);
        return email === null ? [] : [{ id: row.id, index: guardians.indexOf(regionId, email) }];
      });
      await tx.query('update guardian g set email_index = n.index from unnest($2::uuid[], $3::bytea[]) as n (id, index) where g.region_id = $1 and g.id = n.id', [regionId, known.map(({ id }) => id), known.map(({ index }) => index)]);
      return rows.map(({ id }) => id);
    }));
  return ofPupils + ofGuardians;
}
