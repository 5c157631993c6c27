import { currentActor, Db } from '@mintforge/platform';
import { can, taskKinds, type Permission, type TaskKind } from '@mintforge/domain/kernel';
import { Injectable } from '@nestjs/common';
import type { NextOccurrence, Task, TaskCode } from './today.types';

interface Waiting {
  permission: Permission;
  sql: string;
}

const ofKinds = Object.fromEntries(taskKinds.map((kind) => [kind, { permission: 'tasks.write', sql: `office_task t where t.region_id = $1 and t.state = 'OPEN' and t.kind = '${kind}'` }])) as Record<TaskKind, Waiting>;

/** What waits, per code: who may see it, and how it is counted in the active region ($1). */
const tasks: Record<TaskCode, Waiting> = {
  ...ofKinds,
  FLAGGED_COORDINATES: { permission: 'partners.write', sql: `site s where s.region_id = $1 and s.coordinate_check in ('FAR_FROM_POSTCODE', 'OUT_OF_RANGE')` },
  OPEN_IMPORT: { permission: 'imports.write', sql: `import i where i.region_id = $1 and i.state in ('UPLOADED', 'PREVIEWED')` },
  OPEN_OFFER: { permission: 'partners.write', sql: `offer o where o.region_id = $1 and o.state = 'OPEN'` },
  OPEN_NEED: { permission: 'partners.write', sql: `need n where n.region_id = $1 and n.state = 'OPEN'` },
  DRAFT_ACTIVITY: { permission: 'activities.write', sql: `activity a where a.region_id = $1 and a.state = 'DRAFT'` },
  ATTENDANCE_OPEN: { permission: 'attendance.write', sql: `occurrence o where o.region_id = $1 and o.ends_at < now() and o.state = 'PLANNED' and exists (select from attendance t where t.region_id = o.region_id and t.occurrence_id = o.id and t.state = 'EXPECTED')` },
  ROUND_OVERDUE: { permission: 'matching.run', sql: `round r where r.region_id = $1 and r.state = 'OPEN' and r.deadline < now()` },
  ROUND_UNPUBLISHED: { permission: 'matching.publish', sql: `round r where r.region_id = $1 and r.state = 'OPEN' and exists (select from run n where n.region_id = r.region_id and n.round_id = r.id and n.state = 'DONE')` },
  ROUND_TASK: { permission: 'matching.run', sql: `round_task k join round r on r.region_id = k.region_id and r.id = k.round_id where k.region_id = $1 and k.state = 'OPEN' and r.state = 'OPEN'` },
  FAILED_JOB: { permission: 'jobs.read', sql: `job j where j.region_id = $1 and j.state = 'FAILED' and j.created_at > now() - interval '14 days'` },
  FAILED_MAIL: { permission: 'mail.read', sql: `mail m where m.region_id = $1 and m.state = 'FAILED'` },
};

const shownOccurrences = 5;

/** Reads across all features for the first page of the day; counts only what the reader could also open. */
@Injectable()
export class TodayReads {
  constructor(private readonly db: Db) {}

  async tasks(): Promise<Task[]> {
    const seen = Object.entries(tasks).filter(([, task]) => can(currentActor().role, task.permission));
    if (seen.length === 0) return [];
    const counts = seen.map(([code, task]) => `select '${code}' as code, (select count(*)::int from ${task.sql}) as count`).join(' union all ');
    return this.db.read((tx) => tx.query<Task>(`select * from (${counts}) as waiting where count > 0 order by count desc, code`, [tx.regionId]));
  }

  nextOccurrences(): Promise<NextOccurrence[]> {
    return this.db.read((tx) => tx.query<NextOccurrence>(
      `select o.id, a.id as "activityId", a.title, h.name as host, s.town, o.starts_at as "startsAt", o.ends_at as "endsAt", o.capacity, o.taken
       from occurrence o join activity a on a.region_id = o.region_id and a.id = o.activity_id join organisation h on h.region_id = a.region_id and h.id = a.organisation_id
       left join site s on s.region_id = o.region_id and s.id = o.site_id
       where o.region_id = $1 and o.starts_at >= now() and o.state = 'PLANNED' and a.state = 'PUBLISHED' order by o.starts_at, o.id limit ${shownOccurrences}`, [tx.regionId]));
  }
}
