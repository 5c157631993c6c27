import { berlinDayOf, deletedFrom, type RetentionSweep } from '@mintforge/platform';

/** Events outside any region stand under the nil UUID; whichever region comes first ends them. */
const anywhere = `t.region_id in ($1, '00000000-0000-0000-0000-000000000000')`;

export const oversightSweeps: readonly RetentionSweep[] = [
  {
    retentionClass: 'R-LOG', what: 'security_event', tables: ['security_event'],
    rows: `select t.id::text as id, ${berlinDayOf('t.at')} as start, t.actor_id as subject from security_event t where ${anywhere}`,
    end: async (tx, ids) => (await tx.query(`delete from security_event t where ${anywhere} and t.id = any($2::uuid[]) returning 1`, [tx.regionId, ids])).length,
  },
  {
    retentionClass: 'R-AUDIT', what: 'security_alert', tables: ['security_alert'],
    rows: `select t.id::text as id, ${berlinDayOf('greatest(t.last_at, t.seen_at)')} as start, t.actor_id as subject from security_alert t where t.region_id = $1 and t.seen_at is not null`,
    end: deletedFrom('security_alert'),
  },
  {
    retentionClass: 'R-AUDIT', what: 'break_glass', tables: ['break_glass'],
    rows: `select t.id::text as id, ${berlinDayOf('coalesce(t.ended_at, t.ends_at, t.decided_at, t.asked_at)')} as start, t.user_id as subject from break_glass t where t.region_id = $1`,
    end: deletedFrom('break_glass'),
  },
];
