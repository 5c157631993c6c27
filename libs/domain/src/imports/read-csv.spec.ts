import fc from 'fast-check';
import { cleanTable, decodeText, detectSeparator, parseCsv, separators, tableFromCsv, tableFromRows, tableLimits } from '.';
import { Refusal } from '../kernel';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean, mark: boolean) => {
  const view = new DataView(new ArrayBuffer((text.length + (mark ? 1 : 0)) * 2));
  [...(mark ? '\ufeff' : ''), ...text.split('')].forEach((unit, index) => view.setUint16(index * 2, unit.charCodeAt(0), littleEndian));
  return new Uint8Array(view.buffer);
};
const refused = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.params];
    throw error;
  }
  return null;
};

describe('decoding', () => {
  it('reads what German Excel, LibreOffice and Windows editors write', () => {
    const text = 'Name;Ort\r\nJosé Müßig GmbH – 5 €;Köthen\r\n';
    const cp1252 = Uint8Array.from([...text].map((letter) => ({ '–': 0x96, '€': 0x80 })[letter] ?? letter.codePointAt(0)!));
    expect(decodeText(utf8(text))).toEqual({ text, encoding: 'UTF-8' });
    expect(decodeText(utf8(`\ufeff${text}`))).toEqual({ text, encoding: 'UTF-8' });
    expect(decodeText(cp1252)).toEqual({ text, encoding: 'WINDOWS-1252' });
    for (const mark of [true, false]) {
      expect(decodeText(utf16(text, true, mark))).toEqual({ text, encoding: 'UTF-16LE' });
      expect(decodeText(utf16(text, false, mark))).toEqual({ text, encoding: 'UTF-16BE' });
    }
  });
  it('gives any text back that was written as UTF-8', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\0\ufeff]/.test(text)), (text) => {
      expect(decodeText(utf8(text)).text).toBe(text);
    }));
  });
  it('refuses an empty file and one that is no text', () => {
    expect(refused(() => decodeText(new Uint8Array()))).toEqual(['FILE_UNREADABLE', { reason: 'EMPTY' }]);
    expect(refused(() => decodeText(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 8, 0xe4, 0xf6])))).toEqual(['FILE_UNREADABLE', { reason: 'NOT_TEXT' }]);
  });
});

describe('separators', () => {
  it('are found by the cells they make, not by how often they stand in quoted text', () => {
    expect(detectSeparator('Name;Adresse\n"Müller, Maier, Schulze";"A, B, C"\n')).toBe(';');
    expect(detectSeparator('Name,Adresse\n"a;b;c;d","x;y"\n')).toBe(',');
    expect(detectSeparator('Name\tOrt\tNotiz, lang\nA\tB\tC, D, E\n')).toBe('\t');
    expect(detectSeparator('a|b|c\n1|2|3\n')).toBe('|');
    expect(detectSeparator('sep=|\r\na;b|c;d\r\n')).toBe('|');
    expect(detectSeparator('Name\nGymnasium am See\n')).toBe(';');
  });
});

describe('CSV', () => {
  it('written by anybody is read back cell by cell, whatever the separator, quotes and line breaks in cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ß', '"', ';', ',', '\t', '|', '\n', '\r\n', ' ') });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(rows, fc.constantFrom(...separators), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (table, separator, newline, last) => {
      const text = table.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(separator)).join(newline) + (last ? newline : '');
      expect(parseCsv(text, separator)).toEqual(table);
    }));
  });
  it('takes a quote inside an unquoted cell as it stands and keeps text after a closing quote', () => {
    expect(parseCsv('Schule "Am See";2\n"Alt"neu;3', ';')).toEqual([['Schule "Am See"', '2'], ['Altneu', '3']]);
  });
  it('names the row of a quote that is never closed', () => {
    expect(refused(() => parseCsv('a;b\n"x;y\n', ';'))).toEqual(['FILE_UNREADABLE', { reason: 'QUOTE_NOT_CLOSED', row: 2 }]);
  });
});

describe('tables', () => {
  it('number their rows as a spreadsheet does, leave out empty rows and tidy non-breaking spaces', () => {
    const table = tableFromCsv(utf8('sep=;\n\nName;Ort\n;\nA\u00a0\u00a0B ;C\n'));
    expect(table).toEqual({ headers: ['Name', 'Ort'], rows: [{ row: 5, cells: ['A B', 'C'] }], ragged: [], encoding: 'UTF-8', separator: ';' });
  });
  it('take a first column without a name and give repeated names a number', () => {
    expect(tableFromCsv(utf8(',lat,lat\n01067,51,13\n')).headers).toEqual(['#1', 'lat', 'lat (2)']);
  });
  it('report rows with too few or too many cells by their number, and empty cells at the end do not count', () => {
    const table = tableFromCsv(utf8('a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n'));
    expect(table.ragged).toEqual([{ row: 2, cells: 2, problem: 'TOO_FEW_CELLS' }, { row: 3, cells: 4, problem: 'TOO_MANY_CELLS' }]);
    expect(table.rows.map(({ cells }) => cells)).toEqual([['1', '2', ''], ['1', '2', '3'], ['1', '2', '3']]);
  });
  it('come from spreadsheet cells alike: numbers, dates, nothing', () => {
    const table = tableFromRows([['Name', 'Plätze', 'Tag', null], ['Labor', 12, new Date('2026-11-21T00:00:00Z'), null], [null, null, null, null]]);
    expect(table).toMatchObject({ headers: ['Name', 'Plätze', 'Tag'], rows: [{ row: 2, cells: ['Labor', '12', '2026-11-21'] }], ragged: [] });
  });
  it('refuse more than 10,000 rows, 200 columns or 5,000 characters, and a file without rows', () => {
    const many = Array.from({ length: tableLimits.rows + 2 }, () => ['x']);
    expect(tableFromRows(many.slice(1)).rows).toHaveLength(tableLimits.rows);
    expect(refused(() => tableFromRows(many))).toEqual(['FILE_TOO_LARGE', { limit: '10000 ROWS', row: 10_002 }]);
    expect(refused(() => tableFromRows([['a'], Array<string>(201).fill('x')]))).toEqual(['FILE_TOO_LARGE', { limit: '200 COLUMNS', row: 2 }]);
    expect(refused(() => tableFromRows([['a'], ['b'], ['x'.repeat(5_001)]]))).toEqual(['FILE_TOO_LARGE', { limit: '5000 CHARACTERS_PER_CELL', row: 3 }]);
    expect(refused(() => tableFromRows([['a', 'b']]))).toEqual(['FILE_UNREADABLE', { reason: 'NO_ROWS' }]);
    expect(refused(() => tableFromRows([[null], ['']]))).toEqual(['FILE_UNREADABLE', { reason: 'EMPTY' }]);
  });
});

describe('cleaning a table', () => {
  it('drops control and bidi characters and keeps headers different', () => {
    const table = cleanTable(tableFromRows([['Name', 'Na\u0007me', 'Ort'], ['Schule\u202e Eins', 'x\ud800', 'Rostock']]));
    expect([table.headers, table.rows[0]?.cells]).toEqual([['Name', 'Name (2)', 'Ort'], ['Schule Eins', 'x\ufffd', 'Rostock']]);
  });
});
