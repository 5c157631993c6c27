import type { MappedColumn, MappedTable } from './types';

/** A column of the data map in a row of its own; `said` is null where it says nothing about a person. */
export interface MapRow {
  id: string;
  table: MappedTable;
  column: string;
  said: MappedColumn | null;
}

/** What of the data map is shown; an empty text shows all. */
export interface MapFilter {
  q: string;
  dataClass: string;
  retention: string;
  subject: string;
  personalOnly: boolean;
}

export const wholeMap: MapFilter = { q: '', dataClass: '', retention: '', subject: '', personalOnly: true };

const rowsOf = (table: MappedTable): MapRow[] => [
  ...table.columns.map((said) => ({ id: `${table.table}.${said.name}`, table, column: said.name, said })),
  ...table.internal.map((column) => ({ id: `${table.table}.${column}`, table, column, said: null })),
];

/** The columns that fit a filter, in the order of the data map; `wordsOf` = the words by which a row is found beside its names. */
export function mapRows(map: readonly MappedTable[], { q, dataClass, retention, subject, personalOnly }: MapFilter, wordsOf: (row: MapRow) => string): MapRow[] {
  const wanted = q.trim().toLowerCase();
  return map.flatMap(rowsOf).filter((row) => {
    const { table, said } = row;
    if (personalOnly && said === null) return false;
    if (dataClass && said?.dataClass !== dataClass) return false;
    if (retention && table.retention !== retention) return false;
    if (subject && !(said?.of ? said.of === subject : table.subjects.some(({ kind }) => kind === subject))) return false;
    return !wanted || `${row.id} ${wordsOf(row)}`.toLowerCase().includes(wanted);
  });
}
