import type { RetentionClass } from '@mintforge/domain/privacy';
import type { DataClass } from './personal';

/** How a value rests: in clear, under the key of its person, under a key of its own or the master key, or as a keyed hash. */
export type Rest = 'PLAIN' | 'PERSON_KEY' | 'FILE_KEY' | 'MASTER_KEY' | 'HASH';

/** Whose data can stand in a row. */
export type SubjectKind = 'PUPIL' | 'GUARDIAN' | 'CONTACT' | 'USER';

/** A column that says something about a person. C5 = a credential. */
export interface PersonalColumn {
  /** Why we hold it: a purpose code, as in the mark of a field. */
  purpose: string;
  dataClass: DataClass | 'C5';
  rest: Rest;
  /** Whose it is, where that is somebody else than the row's subject: masked in an access export. */
  of?: SubjectKind;
}

/** How rows belong to a person and what erasing that person does to them. */
export interface SubjectPath {
  kind: SubjectKind;
  /** SQL that is true for the rows `t` of the person `$2` in the region `$1`. */
  rows: string;
  /** DELETE the row, CLEAR its personal columns (a sealed one is unreadable without its key, too), or KEEP it, for a lawful reason. */
  onErasure: 'DELETE' | 'CLEAR' | 'KEEP';
  /** Key of the lawful reason why a kept row is kept. */
  because?: string;
}

/** What a table holds. Columns that every table has (region, id, version, created and updated at) need no word. */
export interface TableMap {
  retention: RetentionClass;
  subjects?: readonly SubjectPath[];
  personal?: Readonly<Record<string, PersonalColumn>>;
  /** Columns that say nothing about a person by themselves. */
  internal: readonly string[];
  /** Where a sealed column was sealed, if not at (table, id of the row). */
  sealedAt?: (row: Record<string, unknown>) => { table: string; person: string };
}

/** Columns of every table, none of them personal. */
export const sharedColumns: readonly string[] = ['region_id', 'id', 'version', 'created_at', 'updated_at'];

const tables = new Map<string, TableMap>();

/** Describes a table; done once, by the feature that owns it. Throws when a table is described twice. */
export function describeTable(table: string, map: TableMap): void {
  if (tables.has(table)) throw new Error(`Table ${table} is described twice`);
  tables.set(table, map);
}

/** The data map (Datenkarte) of all features loaded: access, erasure, retention and the record of processing are read from it. */
export const dataMap = (): ReadonlyMap<string, TableMap> => new Map([...tables].sort(([a], [b]) => a.localeCompare(b)));
