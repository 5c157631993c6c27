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
    `with naming as (select distinct found.seq from unnest($2::text[]) as id cross join lateral app.acts_on($1, id) as found (seq))
      select a.at, a.role, a.action, a.reason,
        (select json_agg(distinct jsonb_build_object('table', c.change->>'table', 'verb', c.change->>'verb')) from jsonb_array_elements(a.changes) with ordinality as c (change, position)
          where c.change->'ids' ?| $2::text[] or c.change ? 'more' and exists (select from audit_subject s where s.region_id = $1 and s.seq = a.seq and s.change = c.position - 1 and s.ids && $2::text[])) as touched
      from naming join audit a on a.region_id = $1 and a.seq = naming.seq order by a.seq desc limit $3`, [tx.regionId, wanted, limit]);
  return rows.map(({ reason, ...entry }) => ({ ...entry, reason: reason?.split(' ').find((word) => given.has(word)) ?? null }));
}
