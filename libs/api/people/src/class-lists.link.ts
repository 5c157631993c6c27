import type { ClassListRow, RowAct } from '@mintforge/domain/people';
import type { Tx } from '@mintforge/platform';
import type { Group } from './groups.entities';
import type { PupilIdentities } from './pupil-identities';
import { Pupil } from './pupils.entities';

/** How many linked pupils came into the group, only got new particulars, or were as the list says already. */
export interface LinkCounts {
  moved: number;
  changed: number;
  unchanged: number;
}

/** With the ids of those whose birth date is another one now. */
export interface Linked extends LinkCounts {
  born: string[];
}

type Locked = Pick<Pupil, 'id' | 'groupId' | 'grade' | 'interests' | 'leftOn' | 'sealedFirstName' | 'sealedLastName' | 'sealedBirthDate' | 'sealedStatedWishes'> & { wrapped: Buffer };

const lockSql = `
  select p.id, p.group_id as "groupId", p.grade, p.interests, p.left_on as "leftOn", p.first_name as "sealedFirstName", p.last_name as "sealedLastName",
    p.birth_date as "sealedBirthDate", p.stated_wishes as "sealedStatedWishes", k.wrapped
  from pupil p join person_key k on k.region_id = p.region_id and k.person_id = p.id
  where p.region_id = $1 and p.id = any($2) order by p.id for update of p`;

const alike = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((value, at) => value === b[at]);

/**
 * Brings known pupils into the group of the list. What the list says holds: birth date, grade, interests, wishes; empty
 * cells keep what is known; the spelling of the name stays. Only rows that differ are written.
 */
export async function linkPupils(tx: Tx, identities: PupilIdentities, group: Group, rows: readonly ClassListRow[], acts: readonly RowAct[]): Promise<Linked> {
  const links = rows.flatMap((row, at) => {
    const act = acts[at]!;
    return act.act === 'LINK' ? [{ row, pupilId: act.pupilId }] : [];
  });
  const pupils = new Map((await tx.query<Locked>(lockSql, [tx.regionId, links.map(({ pupilId }) => pupilId)])).map((pupil) => [pupil.id, pupil]));
  const counts: Linked = { moved: 0, changed: 0, unchanged: 0, born: [] };
  for (const { row, pupilId } of links) {
    const pupil = pupils.get(pupilId)!;
    const patch = { ...placePatch(pupil, row, group), ...(await sealedPatch(tx, identities, pupil, row)) };
    if (Object.keys(patch).length > 0) await tx.update(Pupil, pupilId, patch);
    if ('sealedBirthDate' in patch) counts.born.push(pupilId);
    if ('groupId' in patch) counts.moved++;
    else if (Object.keys(patch).length > 0) counts.changed++;
    else counts.unchanged++;
  }
  return counts;
}

function placePatch(pupil: Locked, row: ClassListRow, group: Group): Partial<Pupil> {
  const moves = pupil.groupId !== group.id || pupil.leftOn !== null;
  const grade = row.grade ?? (moves ? group.grade : null) ?? pupil.grade;
  return {
    ...(moves ? { groupId: group.id, leftOn: null } : {}),
    ...(grade === pupil.grade ? {} : { grade }),
    ...(row.interests.length === 0 || alike(row.interests, pupil.interests) ? {} : { interests: row.interests }),
  };
}

async function sealedPatch(tx: Tx, identities: PupilIdentities, pupil: Locked, row: ClassListRow): Promise<Partial<Pupil>> {
  const known = identities.open(pupil);
  const wishes = row.wishes.map(({ text }) => text);
  const patch: Partial<Pupil> = wishes.length === 0 || alike(wishes, identities.openWishes(pupil)) ? {} : { sealedStatedWishes: identities.sealWishes(pupil.wrapped, pupil.id, wishes) };
  if (row.birthDate === null || row.birthDate === known.birthDate) return patch;
  const identity = { firstName: known.firstName ?? row.firstName, lastName: known.lastName ?? row.lastName, birthDate: row.birthDate };
  await identities.reindex(tx, [{ id: pupil.id, ...identity }]);
  return { ...patch, ...identities.seal(pupil.wrapped, pupil.id, identity) };
}
