import { judgeClassList, nameText, personText, type ClassListRow, type JudgedRow } from '@mintforge/domain/people';
import type { Tx } from '@mintforge/platform';
import type { Group } from './groups.entities';
import type { PupilIdentities } from './pupil-identities';

/** A pupil of the school who bears a name of the list, by blind index; nothing of the identity is opened. */
export interface Namesake {
  id: string;
  pseudonym: string;
  groupId: string | null;
  groupName: string | null;
  nameKey: string;
  personKey: string | null;
}

const namesakesSql = `
  select p.id, p.pseudonym, p.group_id as "groupId", g.name as "groupName", encode(n.token, 'hex') as "nameKey", encode(s.token, 'hex') as "personKey"
  from pupil_token n
    join pupil p on p.region_id = n.region_id and p.id = n.pupil_id
    left join pupil_token s on s.region_id = p.region_id and s.pupil_id = p.id and s.field = 'PERSON'
    left join pupil_group g on g.region_id = p.region_id and g.id = p.group_id
  where n.region_id = $1 and n.field = 'NAME' and n.token = any($2::bytea[]) and p.organisation_id = $3
  order by p.id`;

/** Judges the rows of a list against the pupils of the group's school; answers both, the namesakes by id. */
export async function judgeAgainstSchool(tx: Tx, identities: PupilIdentities, group: Group, rows: readonly ClassListRow[]): Promise<{ judged: JudgedRow[]; namesakes: Map<string, Namesake> }> {
  const keyed = rows.map(({ row, firstName, lastName, birthDate, problems }) => {
    const person = personText(firstName, lastName, birthDate);
    return {
      row,
      refused: problems.length > 0,
      nameKey: identities.indexOf(tx.regionId, { field: 'NAME', text: nameText(firstName, lastName) }).toString('hex'),
      personKey: person === null ? null : identities.indexOf(tx.regionId, { field: 'PERSON', text: person }).toString('hex'),
    };
  });
  const names = [...new Set(keyed.map(({ nameKey }) => nameKey))].map((key) => Buffer.from(key, 'hex'));
  const known = await tx.query<Namesake>(namesakesSql, [tx.regionId, names, group.organisationId]);
  return { judged: judgeClassList(keyed, known, group.id), namesakes: new Map(known.map((pupil) => [pupil.id, pupil])) };
}
