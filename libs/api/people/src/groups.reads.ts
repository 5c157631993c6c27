import { Conditions, currentActor, Db, readPage, type List } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { Group } from './groups.entities';
import type { GroupsArgs } from './groups.inputs';
import type { GroupSort } from './people.enums';

/** Columns and tables of a group with the name of its school and its pupils known by name. */
export const groupColumns = `g.id, g.organisation_id as "organisationId", g.name, g.kind, g.grade, g.school_year as "schoolYear", g.head_count as "headCount",
  g.version, g.created_at as "createdAt", g.updated_at as "updatedAt", o.name as "organisationName",
  (select count(*)::int from pupil p where p.region_id = g.region_id and p.group_id = g.id and p.left_on is null and p.erased_on is null) as "pupilCount"`;
export const groupTables = 'pupil_group g join organisation o on o.region_id = g.region_id and o.id = g.organisation_id';

const orders: Record<GroupSort, string> = {
  NAME_ASC: 'g.name, g.id',
  NAME_DESC: 'g.name desc, g.id',
  ORGANISATION_NAME_ASC: 'o.name, g.name, g.id',
  ORGANISATION_NAME_DESC: 'o.name desc, g.name, g.id',
  GRADE_ASC: 'g.grade, g.name, g.id',
  GRADE_DESC: 'g.grade desc nulls last, g.name, g.id',
  SCHOOL_YEAR_ASC: 'g.school_year, g.name, g.id',
  SCHOOL_YEAR_DESC: 'g.school_year desc, g.name, g.id',
  HEAD_COUNT_ASC: 'g.head_count, g.name, g.id',
  HEAD_COUNT_DESC: 'g.head_count desc, g.name, g.id',
  CREATED_AT_ASC: 'g.created_at, g.id',
  CREATED_AT_DESC: 'g.created_at desc, g.id',
};

/** Groups as lists and single ones. */
@Injectable()
export class GroupReads {
  constructor(private readonly db: Db) {}

  /** One page of groups with the name of their school and how many pupils are known by name. */
  list(args: GroupsArgs): Promise<List<Group>> {
    const { ids, q, organisationId, schoolYear, grade, kind } = args.filter ?? {};
    const filter = new Conditions()
      .add('g.region_id = ?', currentActor().regionId)
      .add('g.id = any(?)', ids)
      .add(`not exists (select from unnest(?::text[]) word where g.name not ilike '%' || word || '%' and o.name not ilike '%' || word || '%')`, q?.split(/\s+/).filter(Boolean))
      .add('g.organisation_id = ?', organisationId)
      .add('g.school_year = ?', schoolYear)
      .add('g.grade = ?', grade)
      .add('g.kind = ?', kind);
    return readPage<Group>(this.db, { select: groupColumns, from: groupTables, ...filter, order: orders[args.sort] }, args);
  }

  /** One group. Refuses NOT_FOUND. */
  one(id: string): Promise<Group> {
    return this.db.read((tx) => tx.one<Group>(`select ${groupColumns} from ${groupTables} where g.region_id = $1 and g.id = $2`, [tx.regionId, id]));
  }
}
