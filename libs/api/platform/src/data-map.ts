import type { DataCategory, HeldClass, KeepingReason, ProcessingPurpose, RequestSubject, Rest, RetentionClass } from '@mintforge/domain/privacy';
import type { KeyTable } from './crypto';

/** Whose data can stand in a row. */
export type SubjectKind = RequestSubject;

/** A column that says something about a person. */
export interface PersonalColumn {
  /** Why we hold it, as in the mark of a field. */
  purpose: ProcessingPurpose;
  /** What it says, in the words of the record of processing. */
  category: DataCategory;
  dataClass: HeldClass;
  rest: Rest;
  /** Stays when its row is cleared: a status or rank, which then tells of a pseudonym without a person. */
  kept?: true;
  /** Whose it is, where that is somebody else than the row's subject: masked in an access export. */
  of?: SubjectKind;
}

/** How rows belong to a person and what erasing that person does to them. */
export interface SubjectPath {
  kind: SubjectKind;
  /** SQL that is true for the rows `t` of the person `$2` in the region `$1`; it names both, so that one statement serves all tables. */
  rows: string;
  /**
   * DELETE the row, CLEAR its personal columns but those `kept` (to their default; a sealed one is unreadable without its
   * key, too), or KEEP it, for a lawful reason.
   */
  onErasure: 'DELETE' | 'CLEAR' | 'KEEP';
  /** The lawful reason why a kept row is kept. */
  because?: KeepingReason;
  /** Of a file about the person: the table whose row refers to it, by whose class it is kept. Files without one are copies we made. */
  through?: string;
  /** Of such a file: SQL that is true where `t` tells of others than `$2` as well, so that somebody looks before it is handed out. */
  showsOthers?: string;
}

/** What a table holds. Columns that every table has (region, id, version, created and updated at) need no word. */
export interface TableMap {
  retention: RetentionClass;
  subjects?: readonly SubjectPath[];
  /** Why a table with personal columns has no rows that anybody could be given as theirs. */
  nobodys?: string;
  personal?: Readonly<Record<string, PersonalColumn>>;
  /** Columns that say nothing about a person by themselves. */
  internal: readonly string[];
  /** The column that names what values of the master key are sealed for, if not `id`. */
  keyedBy?: string;
  /** Where a sealed column was sealed, if not at (table, id of the row). */
  sealedAt?: (row: Record<string, unknown>) => { table: string; person: string };
}

/** The table with the key of a person that a column rests under. */
export const keyTables: Readonly<Partial<Record<Rest, KeyTable>>> = { PERSON_KEY: 'person_key', NEEDS_KEY: 'needs_key' };

/** Columns of every table, none of them personal. */
export const sharedColumns: readonly string[] = ['region_id', 'id', 'version', 'created_at', 'updated_at'];

const tables = new Map<string, TableMap>();
const paths = new Map<string, SubjectPath[]>();

/** Describes a table; done once, by the feature that owns it. Throws when a table is described twice. */
export function describeTable(table: string, map: TableMap): void {
  if (tables.has(table)) throw new Error(`Table ${table} is described twice`);
  tables.set(table, map);
}

/** Tells whose rows of a table these are, too, by the feature that knows those people; the table's own feature need not. */
export function describeSubject(table: string, path: SubjectPath): void {
  paths.set(table, [...(paths.get(table) ?? []), path]);
}

/** The data map (Datenkarte) of all features loaded: access, erasure, retention and the record of processing are read from it. */
export const dataMap = (): ReadonlyMap<string, TableMap> =>
  new Map([...tables].sort(([a], [b]) => a.localeCompare(b)).map(([table, map]) => [table, { ...map, subjects: [...(map.subjects ?? []), ...(paths.get(table) ?? [])] }]));
