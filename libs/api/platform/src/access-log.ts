import { readReasons } from '@mintforge/domain/oversight';
import type { Change } from './db/changes';
import type { Tx } from './db/tx';

/** One act on a person's data, as its subject may know it: when, in which role, what and what for, never who of the staff. */
export interface AccessEntry {
  at: Date;
  role: string;
  action: string;
  /** What was touched, e.g. `pupil read`. */
  touched: { table: string; verb: Change['verb'] }[];
  /** The code of the reason where one had to be given. */
  reason: string | null;
}

const given = new Set<string>([...readReasons, 'BREAK_GLASS']);

/**
 * Who looked at or changed a person's data (LOG-5), newest first: the acts that touched one of the ids, that is the
 * pupil's own and those of rows that are theirs. Reads the audit of the active region; the reader needs `audit.read`.
 * Of acts from before the trail kept every id, those that touched more than 200 rows at once are found by the first 200 only.
 */
export async function accessLog(tx: Tx, ids: string | readonly string[], limit = 5000): Promise<AccessEntry[]> {
  const wanted = typeof ids === 'string' ? [ids] : ids;
  const rows = await tx.query<Omit<AccessEntry, 'reason'> & { reason: string | null }>(
    `select a.at, a.role, a.action, a.reason, json_agg(distinct jsonb_build_object('table', a.changes->t.change->>'table', 'verb', a.changes->t.change->>'verb')) as touched
      from app.acts_on($2) as t join audit a on a.region_id = $1 and a.seq = t.seq group by a.region_id, a.seq order by a.seq desc limit $3`, [tx.regionId, wanted, limit]);
  return rows.map(({ reason, ...entry }) => ({ ...entry, reason: reason?.split(' ').find((word) => given.has(word)) ?? null }));
}
