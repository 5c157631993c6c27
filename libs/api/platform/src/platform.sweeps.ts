import { addDays, berlinMidnight } from '@mintforge/domain/kernel';
import type { AuditAnchors } from './anchors';
import { berlinDayOf, deletedFrom, RetentionSweeps, type RetentionSweep } from './retention-sweeps';

const here = 'where t.region_id = $1';

/** What the platform itself keeps, and from when on its periods count. */
const platformSweeps = (anchors: Pick<AuditAnchors, 'cut'>): RetentionSweep[] => [
  {
    retentionClass: 'R-EXPORT', what: 'file', tables: ['file'], carriesEnd: true,
    rows: `select t.id::text as id, null::date as start, null::uuid as subject, t.expires_at as ends from file t ${here} and t.expires_at is not null`,
    end: deletedFrom('file'),
  },
  {
    retentionClass: 'R-MAIL', what: 'mail', tables: ['mail'],
    rows: `select t.id::text as id, ${berlinDayOf('coalesce(t.sent_at, t.created_at)')} as start, coalesce(t.recipient_id, t.pupil_id) as subject from mail t ${here} and t.state <> 'QUEUED'`,
    end: deletedFrom('mail'),
  },
  {
    retentionClass: 'R-MAIL', what: 'outbox', tables: ['outbox'],
    rows: `select t.id::text as id, ${berlinDayOf('t.delivered_at')} as start, null::uuid as subject from outbox t ${here} and t.delivered_at is not null`,
    end: deletedFrom('outbox'),
  },
  {
    retentionClass: 'R-LOG', what: 'job', tables: ['job'],
    rows: `select t.id::text as id, ${berlinDayOf('t.ended_at')} as start, null::uuid as subject from job t ${here} and t.ended_at is not null`,
    end: deletedFrom('job'),
  },
  {
    retentionClass: 'R-LOG', what: 'idempotency', tables: ['idempotency'],
    rows: `select t.actor_id || ' ' || t.key as id, ${berlinDayOf('t.created_at')} as start, null::uuid as subject from idempotency t ${here}`,
    end: async (tx, ids) => (await tx.query(`delete from idempotency t ${here} and t.actor_id || ' ' || t.key = any($2) returning 1`, [tx.regionId, ids])).length,
  },
  {
    retentionClass: 'R-REG', what: 'office_task', tables: ['office_task'],
    rows: `select t.id::text as id, ${berlinDayOf('t.done_at')} as start, t.pupil_id as subject from office_task t ${here} and t.done_at is not null`,
    end: deletedFrom('office_task'),
  },
  {
    // Cut where a signed anchor stands: entries between the last such anchor and the end of their period wait for the next one.
    retentionClass: 'R-AUDIT', what: 'audit', tables: ['audit', 'audit_subject', 'audit_base'],
    rows: `select t.seq::text as id, ${berlinDayOf('t.at')} as start, null::uuid as subject from audit t ${here}`,
    end: async (tx, _, { cutoff }) => (await anchors.cut(tx, berlinMidnight(addDays(cutoff, 1))))?.rows ?? 0,
  },
];

/** The registry, with the platform's own sweeps in it. */
export function platformSwept(anchors: Pick<AuditAnchors, 'cut'>): RetentionSweeps {
  const sweeps = new RetentionSweeps();
  sweeps.register(...platformSweeps(anchors));
  return sweeps;
}
