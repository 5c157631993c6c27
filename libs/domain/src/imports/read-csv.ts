import { Refusal } from '../kernel';
import { decodeText } from './decode';
import { detectSeparator, type Separator } from './separator';
import { tableFromRows, tableLimits, type Table } from './table';

/**
 * The raw cells of a CSV text (RFC 4180), read leniently as real files need it: a quote inside an unquoted cell is a
 * character, text after a closing quote is kept. Written by hand because the domain also runs in browsers and needs the
 * row of every mistake. Refuses FILE_UNREADABLE (`QUOTE_NOT_CLOSED`) naming the row where the quote was opened.
 */
export function parseCsv(text: string, separator: Separator): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = () => {
    rows.push(row);
    row = [];
  };
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      let close = text.indexOf('"', at + 1);
      while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
      if (close < 0) throw new Refusal('FILE_UNREADABLE', { reason: 'QUOTE_NOT_CLOSED', row: rows.length + 1 });
      cell = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    }
    const start = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
    row.push(cell + text.slice(start, at));
    if (row.length > tableLimits.columns * 5) throw new Refusal('FILE_TOO_LARGE', { limit: `${tableLimits.columns} COLUMNS`, row: rows.length + 1 });
    if (at >= text.length) break;
    if (text[at] === separator) {
      at++;
      if (at >= text.length) row.push('');
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    endRow();
  }
  if (row.length > 0) endRow();
  return rows;
}

/**
 * A CSV file as a table, whatever its encoding and separator (facts/standards.md sections 5 and 6). Row numbers are
 * those of the file. Refuses FILE_UNREADABLE and FILE_TOO_LARGE as `decodeText`, `parseCsv` and `tableFromRows` do.
 */
export function tableFromCsv(bytes: Uint8Array): Table {
  const { text, encoding } = decodeText(bytes);
  const separator = detectSeparator(text);
  const rows = parseCsv(text, separator);
  // An emptied row keeps the numbers of those below it as the user's editor shows them.
  if (/^sep=./i.test(rows[0]?.join(separator) ?? '')) rows[0] = [];
  return tableFromRows(rows, { encoding, separator });
}
