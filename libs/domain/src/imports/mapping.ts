import { foldName, Refusal } from '../kernel';
import { fingerprint } from './fingerprint';
import type { Table } from './table';

/** A field an import can fill. `synonyms` are German and English column names; `pattern` is what its values look like. */
export interface ImportTarget<Key extends string = string> {
  key: Key;
  synonyms: readonly string[];
  pattern?: RegExp;
  /** The values alone give the column away, even without a telling header (postcodes, e-mail addresses). */
  recognisedByValue?: boolean;
  required?: boolean;
}

/** Which column fills which target: target key -> header of the table. */
export type ColumnMapping<Key extends string = string> = Partial<Record<Key, string>>;

export interface MappingSuggestion<Key extends string = string> {
  columns: ColumnMapping<Key>;
  /** 0..1 per mapped target; 1 when remembered or named alike. */
  confidence: Partial<Record<Key, number>>;
  fingerprint: string;
  remembered: boolean;
}

/** A row read through a mapping: every target has a text, empty when its column is missing or blank. */
export interface MappedRow<Key extends string = string> {
  row: number;
  cells: Record<Key, string>;
}

/** The key under which a mapping is remembered: the same headers in any order and spelling of case give the same key. */
export const headersFingerprint = (headers: readonly string[]): string => fingerprint(headers.map(foldName).sort().join('\u001f'));

/** How well a folded header names a folded synonym: 1 alike, 0.9 alike but for spaces, less when only some of its words fit. */
function nameScore(header: string, synonym: string): number {
  if (header === synonym) return 1;
  if (header.replaceAll(' ', '') === synonym.replaceAll(' ', '')) return 0.9;
  const [words, wanted] = [header.split(' '), synonym.split(' ')];
  return wanted.every((word) => words.includes(word)) ? 0.5 + (0.3 * wanted.length) / words.length : 0;
}

function patternShare(pattern: RegExp, values: readonly string[]): number | null {
  const filled = values.filter(Boolean);
  return filled.length === 0 ? null : filled.filter((value) => pattern.test(value)).length / filled.length;
}

function score(header: string, values: readonly string[], { synonyms, pattern, recognisedByValue }: ImportTarget): number {
  const named = Math.max(0, ...synonyms.map((synonym) => nameScore(header, synonym)));
  const share = pattern ? patternShare(pattern, values) : null;
  if (share === null) return named;
  if (named > 0) return named * (0.7 + 0.3 * share);
  return recognisedByValue && share >= 0.9 ? 0.6 * share : 0;
}

/**
 * Proposes a column for every target. A mapping remembered for the same headers wins whole. Otherwise each pair of
 * column and target is scored by the column's name and by what its sample values look like; the best pair is taken
 * first, each column and each target once, ties fall to the order of targets and columns. Pairs under 0.5 stay open.
 * `samples` are some data rows in the order of the headers.
 */
export function suggestMapping<Key extends string>(
  headers: readonly string[],
  targets: readonly ImportTarget<Key>[],
  samples: readonly (readonly string[])[],
  remembered?: { fingerprint: string; columns: ColumnMapping<Key> },
): MappingSuggestion<Key> {
  const key = headersFingerprint(headers);
  const columns: ColumnMapping<Key> = {};
  const confidence: Partial<Record<Key, number>> = {};
  if (remembered?.fingerprint === key) {
    const byName = new Map(headers.map((header) => [foldName(header), header]));
    for (const target of targets) {
      const wanted = remembered.columns[target.key];
      if (wanted === undefined) continue;
      const header = headers.includes(wanted) ? wanted : byName.get(foldName(wanted));
      if (header === undefined) continue;
      columns[target.key] = header;
      confidence[target.key] = 1;
    }
    return { columns, confidence, fingerprint: key, remembered: true };
  }

  const names = headers.map(foldName);
  const values = headers.map((_, column) => samples.map((row) => row[column] ?? ''));
  const pairs = targets.flatMap((target, order) => {
    const folded = { ...target, synonyms: target.synonyms.map(foldName) };
    return headers.map((header, column) => ({ target, order, header, column, score: score(names[column]!, values[column]!, folded) }));
  });
  pairs.sort((a, b) => b.score - a.score || a.order - b.order || a.column - b.column);
  const usedHeaders = new Set<string>();
  for (const pair of pairs) {
    if (pair.score < 0.5) break;
    if (usedHeaders.has(pair.header) || columns[pair.target.key] !== undefined) continue;
    usedHeaders.add(pair.header);
    columns[pair.target.key] = pair.header;
    confidence[pair.target.key] = Math.round(pair.score * 100) / 100;
  }
  return { columns, confidence, fingerprint: key, remembered: false };
}

/**
 * Reads the rows of a table through a mapping. Refuses IMPORT_COLUMN_MISSING when a required target has no column, and
 * INVALID_INPUT when the mapping names an unknown target, a column the table does not have, or one column twice.
 */
export function applyMapping<Key extends string>(table: Table, targets: readonly ImportTarget<Key>[], columns: ColumnMapping<Key>): MappedRow<Key>[] {
  const taken = new Set<string>();
  for (const [key, header] of Object.entries<string | undefined>(columns)) {
    if (header === undefined) continue;
    if (!targets.some((target) => target.key === key)) throw new Refusal('INVALID_INPUT', {}, { [`columns.${key}`]: 'unknown' });
    if (!table.headers.includes(header)) throw new Refusal('INVALID_INPUT', {}, { [`columns.${key}`]: 'missing' });
    if (taken.has(header)) throw new Refusal('INVALID_INPUT', {}, { [`columns.${key}`]: 'repeated' });
    taken.add(header);
  }
  const missing = targets.find((target) => target.required && columns[target.key] === undefined);
  if (missing) throw new Refusal('IMPORT_COLUMN_MISSING', { target: missing.key });
  const places = targets.map(({ key }) => [key, columns[key] === undefined ? -1 : table.headers.indexOf(columns[key])] as const);
  return table.rows.map(({ row, cells }) => ({
    row,
    cells: Object.fromEntries(places.map(([key, place]) => [key, cells[place] ?? ''])) as Record<Key, string>,
  }));
}
