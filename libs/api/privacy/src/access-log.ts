import type { Tx } from '@mintforge/platform';
import { subjectTables, type Subject } from './subject-rows';

/** Who touched data of a person: when, in which role, doing what, and why if a reason was given; never who by name (CJEU C-579/21). */
export interface LogLine {
  at: string;
  role: string;
  action: string;
  reason: string | null;
  acts: string[];
}

interface AuditRow {
  at: Date;
  role: string;
  action: string;
  reason: string | null;
  acts: string[];
}

const touching = `changes @> jsonb_build_array(jsonb_build_object('ids', jsonb_build_array($2::text)))`;

/** The extract of the trail about a person, newest first. A row of more than 200 rows at once keeps only the first ids. */
export async function accessLog(tx: Tx, { id }: Subject): Promise<LogLine[]> {
  const rows = await tx.query<AuditRow>(
    `select at, role, action, reason, (select array_agg(distinct (c ->> 'verb') || ' ' || (c ->> 'table')) from jsonb_array_elements(changes) c where c -> 'ids' ? $2) as acts
      from audit where region_id = $1 and ${touching} order by seq desc`, [tx.regionId, id]);
  return rows.map(({ at, ...row }) => ({ at: at.toISOString(), ...row }));
}

/** Where the data came from: the act that first stored the person, e.g. a class list that the school handed in; `unknown` where the trail is cut. */
export async function sourceOf(tx: Tx, { kind, id }: Subject): Promise<string> {
  const [first] = await tx.query<{ action: string }>(
    `select action from audit where region_id = $1 and ${touching} and changes @> jsonb_build_array(jsonb_build_object('table', $3::text, 'verb', 'insert')) order by seq limit 1`, [tx.regionId, id, subjectTables[kind]]);
  return first?.action ?? 'unknown';
}
