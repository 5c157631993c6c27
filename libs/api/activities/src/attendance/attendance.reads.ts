import { attendanceStates, countAttendance } from '@mintforge/domain/activities';
import { PeopleReads } from '@mintforge/people';
import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { Attendance, AttendanceSheet } from './attendance.entities';
import { OccurrenceReads } from '../occurrences/occurrences.reads';

const columns = `t.id, t.occurrence_id as "occurrenceId", t.pupil_id as "pupilId", t.group_id as "groupId", t.head_count as "headCount", t.state, t.note, t.marked_at as "markedAt",
  t.version, t.created_at as "createdAt", t.updated_at as "updatedAt", p.pseudonym, g.name as "groupName", coalesce(p.grade, g.grade) as grade, s.name as "schoolName"`;
const tables = `attendance t left join pupil p on p.region_id = t.region_id and p.id = t.pupil_id
  left join pupil_group g on g.region_id = t.region_id and g.id = coalesce(t.group_id, p.group_id)
  join organisation s on s.region_id = t.region_id and s.id = coalesce(p.organisation_id, g.organisation_id)`;

const { compare } = new Intl.Collator('de', { numeric: true });

/** What a list calls a row: last name and first name, else the pseudonym, or the group. */
export const nameOf = ({ lastName, firstName, pseudonym, groupName }: Attendance): string => [lastName, firstName].filter(Boolean).join(', ') || pseudonym || groupName || '';

/** By school, group and name, as lists are called out. */
const byName = (one: Attendance, other: Attendance) =>
  compare(one.schoolName, other.schoolName) || compare(one.groupName ?? '', other.groupName ?? '') || compare(nameOf(one), nameOf(other)) || one.id.localeCompare(other.id);

/** Attendance lists with the names of those expected. */
@Injectable()
export class AttendanceReads {
  constructor(
    private readonly db: Db,
    private readonly occurrences: OccurrenceReads,
    private readonly people: PeopleReads,
  ) {}

  /** The attendance list of an occurrence. Names are opened for who may identify people, and that is audited. Refuses NOT_FOUND. */
  sheet(occurrenceId: string): Promise<AttendanceSheet> {
    return this.db.read(async (tx) => {
      const occurrence = await this.occurrences.one(occurrenceId);
      const rows = await this.rows(tx, occurrenceId);
      const counts = countAttendance(rows);
      return { occurrence, rows, counts: attendanceStates.map((state) => ({ state, heads: counts[state] })) };
    });
  }

  private async rows(tx: Tx, occurrenceId: string): Promise<Attendance[]> {
    const rows = await tx.query<Attendance>(`select ${columns} from ${tables} where t.region_id = $1 and t.occurrence_id = $2`, [tx.regionId, occurrenceId]);
    const names = await this.people.namesOf(tx, rows.flatMap(({ pupilId }) => pupilId ?? []));
    return rows.map((row) => ({ ...row, firstName: names.get(row.pupilId ?? '')?.firstName ?? null, lastName: names.get(row.pupilId ?? '')?.lastName ?? null })).sort(byName);
  }
}
