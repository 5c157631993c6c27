import { csvText, tableFromCsv } from '.';

describe('a written CSV', () => {
  it('opens in a German Excel: byte order mark, semicolons, quoted separators', () => {
    expect(csvText([['Name', 'Ort'], ['Muster; "Sohn"', 'Köln']])).toBe('\ufeffName;Ort\r\n"Muster; ""Sohn""";Köln\r\n');
  });

  it('never lets a cell act as a formula, but leaves numbers alone', () => {
    expect(csvText([['=1+1', '@x', '-2,5', '+49 381', '\t=x', '＝1+1']])).toBe(`\ufeff'=1+1;'@x;-2,5;'+49 381;'\t=x;'＝1+1\r\n`);
  });

  it('is read back as it was', () => {
    const { headers, rows } = tableFromCsv(new TextEncoder().encode(csvText([['Zeile', 'Text'], ['1', 'a;b "c"']])));
    expect([headers, rows[0]!.cells]).toEqual([['Zeile', 'Text'], ['1', 'a;b "c"']]);
  });
});
