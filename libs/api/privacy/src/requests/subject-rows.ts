import type { RequestSubject } from '@mintforge/domain/privacy';
import { dataMap, type SubjectPath, type TableMap, type Tx } from '@mintforge/platform';

/** A person whose data we hold. */
export interface Subject {
  kind: RequestSubject;
  id: string;
}

/** Where a kind of person is a row. */
export const subjectTables: Record<RequestSubject, string> = { PUPIL: 'pupil', GUARDIAN: 'guardian', CONTACT: 'contact', USER: 'app_user' };

/** The note of a request is sealed under its subject, at a place of its own. */
export const noteTable = (requestId: string): string => `subject_request ${requestId}`;

/** What the database says of a table: columns with their types, the key, and the tables it refers to. */
export interface TableShape {
  columns: ReadonlyMap<string, { type: string; nullable: boolean }>;
  key: readonly string[];
  parents: readonly string[];
}

/** A table with rows of a person. */
export interface SubjectTable {
  name: string;
  map: TableMap;
  shape: TableShape;
  /** The rows `t` of the person, as SQL with the region as `$1` and the person as `$2`. */
  rows: string;
  onErasure: SubjectPath['onErasure'];
  because: string | null;
}

/** The shape of every table, by name. */
export async function tableShapes(tx: Tx): Promise<Map<string, TableShape>> {
  const rows = await tx.query<{ name: string; columns: { name: string; type: string; nullable: boolean }[]; key: string[]; parents: string[] | null }>(
    `select c.relname as name,
        (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'nullable', not a.attnotnull) order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
        (select array_agg(a.attname::text order by array_position(i.indkey::smallint[], a.attnum)) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey) where i.indrelid = c.oid and i.indisprimary) as key,
        (select array_agg(distinct p.relname::text) from pg_constraint k join pg_class p on p.oid = k.confrelid where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as parents
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
  return new Map(rows.map(({ name, columns, key, parents }) => [name, { columns: new Map(columns.map(({ name: column, ...rest }) => [column, rest])), key: key ?? [], parents: parents ?? [] }]));
}

/** What most changes a row wins where several paths lead to it: a row that holds one person's secret is not kept for another's sake. */
const strength: Record<SubjectPath['onErasure'], number> = { KEEP: 0, CLEAR: 1, DELETE: 2 };

/** Tables that can hold rows of a kind of person, children before their parents, so that rows go in this order. */
export function tablesOf(kind: RequestSubject, shapes: ReadonlyMap<string, TableShape>): SubjectTable[] {
  const found = [...dataMap()].flatMap(([name, map]): SubjectTable[] => {
    const paths = (map.subjects ?? []).filter((path) => path.kind === kind);
    const shape = shapes.get(name);
    if (paths.length === 0 || !shape) return [];
    const strongest = paths.reduce((a, b) => (strength[b.onErasure] > strength[a.onErasure] ? b : a));
    return [{ name, map, shape, rows: paths.map(({ rows }) => `(${rows})`).join(' or '), onErasure: strongest.onErasure, because: strongest.because ?? null }];
  });
  const ordered: SubjectTable[] = [];
  const placed = new Set<string>();
  const place = (table: SubjectTable) => {
    if (placed.has(table.name)) return;
    placed.add(table.name);
    for (const child of found) if (child.shape.parents.includes(table.name)) place(child);
    ordered.push(table);
  };
  found.forEach(place);
  return ordered;
}

/** Lets no erasure of a person begin until the transaction ends: for what is written about them without referring to their row, which an erasure would not find. One under way is waited for. */
export async function keepErasureOut(tx: Tx, { kind, id }: Subject): Promise<void> {
  if (kind !== 'USER') await tx.query(`select 1 from ${subjectTables[kind]} where region_id = $1 and id = $2 for key share`, [tx.regionId, id]);
}

/** Whether there is such a person in the region. */
export async function isKnown(tx: Tx, { kind, id }: Subject): Promise<boolean> {
  const sql = kind === 'USER' ? 'select 1 from membership where region_id = $1 and user_id = $2' : `select 1 from ${subjectTables[kind]} where region_id = $1 and id = $2`;
  return (await tx.query(sql, [tx.regionId, id])).length > 0;
}
