import { cleanText, Refusal, tidy } from '../kernel';
import type { Encoding } from './decode';
import type { Separator } from './separator';

/** What an import takes at most: data rows, columns, characters of one cell. */
export const tableLimits = { rows: 10_000, columns: 200, cell: 5_000 } as const;

/** A data row; `row` counts as a spreadsheet does (the first line of the file is 1). Cells stand in order of the headers. */
export interface TableRow {
  row: number;
  cells: string[];
}

/** A row whose number of cells does not fit the headers: padded with empty cells, or surplus cells left out. */
export interface RaggedRow {
  row: number;
  cells: number;
  problem: 'TOO_FEW_CELLS' | 'TOO_MANY_CELLS';
}

/** A file read as a table. Headers are unique and never empty: a nameless column is `#1`, a repeated one `Name (2)`. */
export interface Table {
  headers: string[];
  rows: TableRow[];
  ragged: RaggedRow[];
  encoding: Encoding | null;
  separator: Separator | null;
}

const tooLarge = (limit: string, row: number) => new Refusal('FILE_TOO_LARGE', { limit, row });

function cellText(value: unknown, row: number): string {
  if (value === null || value === undefined) return '';
  const text = tidy(value instanceof Date ? value.toISOString().slice(0, 10) : String(value));
  if (text.length > tableLimits.cell) throw tooLarge(`${tableLimits.cell} CHARACTERS_PER_CELL`, row);
  return text;
}

function withoutTrailingEmpty(cells: string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, last + 1);
}

function uniqueHeaders(cells: string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const name = cell || `#${index + 1}`;
    let unique = name;
    for (let copy = 2; taken.has(unique); copy++) unique = `${name} (${copy})`;
    taken.add(unique);
    return unique;
  });
}

/**
 * A table from raw rows, as a spreadsheet reader or the CSV reader gives them: the first row with content names the
 * columns, empty rows fall out, cells are tidied text (dates as `YYYY-MM-DD`). Columns without a name are kept as long
 * as a data row uses them. Refuses FILE_UNREADABLE (`EMPTY`, `NO_ROWS`) and FILE_TOO_LARGE naming the limit and the row.
 */
export function tableFromRows(
  raw: readonly (readonly unknown[])[],
  source: Pick<Table, 'encoding' | 'separator'> = { encoding: null, separator: null },
): Table {
  const filled: TableRow[] = [];
  raw.forEach((values, index) => {
    const row = index + 1;
    const cells = withoutTrailingEmpty(values.map((value) => cellText(value, row)));
    if (cells.length > tableLimits.columns) throw tooLarge(`${tableLimits.columns} COLUMNS`, row);
    if (cells.length > 0) filled.push({ row, cells });
    if (filled.length > tableLimits.rows + 1) throw tooLarge(`${tableLimits.rows} ROWS`, row);
  });
  const [head, ...data] = filled;
  if (!head) throw new Refusal('FILE_UNREADABLE', { reason: 'EMPTY' });
  if (data.length === 0) throw new Refusal('FILE_UNREADABLE', { reason: 'NO_ROWS' });

  const width = raw[head.row - 1]!.length;
  const nameless = width - head.cells.length;
  const used = Math.max(...data.map(({ cells }) => cells.length));
  const headers = uniqueHeaders([...head.cells, ...Array<string>(nameless).fill('')].slice(0, Math.max(head.cells.length, Math.min(width, used))));

  const ragged: RaggedRow[] = [];
  const rows = data.map(({ row, cells }): TableRow => {
    const written = raw[row - 1]!.length;
    if (cells.length > headers.length) ragged.push({ row, cells: cells.length, problem: 'TOO_MANY_CELLS' });
    else if (written < head.cells.length) ragged.push({ row, cells: written, problem: 'TOO_FEW_CELLS' });
    return { row, cells: headers.map((_, index) => cells[index] ?? '') };
  });
  return { headers, rows, ragged, ...source };
}

/** The same table with control and bidi characters dropped from every cell, for lists of which a stray character refuses no row. */
export const cleanTable = ({ headers, rows, ...table }: Table): Table => ({ ...table, headers: uniqueHeaders(headers.map(cleanText)), rows: rows.map(({ row, cells }) => ({ row, cells: cells.map(cleanText) })) });
