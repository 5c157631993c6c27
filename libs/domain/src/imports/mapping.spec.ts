import fc from 'fast-check';
import { applyMapping, headersFingerprint, suggestMapping, tableFromRows, type ImportTarget } from '.';

const targets: readonly ImportTarget<'name' | 'postcode' | 'town' | 'email'>[] = [
  { key: 'name', synonyms: ['Name', 'Schulname'], required: true },
  { key: 'postcode', synonyms: ['PLZ', 'Postleitzahl'], pattern: /^\d{5}$/, recognisedByValue: true },
  { key: 'town', synonyms: ['Ort', 'town'] },
  { key: 'email', synonyms: ['E-Mail', 'mail'], pattern: /@/, recognisedByValue: true },
];

describe('a suggested mapping', () => {
  it('knows columns by German and English names, case, spaces and hyphens aside', () => {
    expect(suggestMapping(['SCHUL NAME', 'plz', 'Town', 'e-mail'], targets, []).columns).toEqual({ name: 'SCHUL NAME', postcode: 'plz', town: 'Town', email: 'e-mail' });
  });
  it('recognises a nameless column by its values and leaves open what it cannot tell', () => {
    const suggestion = suggestMapping(['#1', 'Kontakt', 'Bemerkung'], targets, [['18055', 'a@b.de', 'x'], ['01067', 'c@d.de', '']]);
    expect(suggestion.columns).toEqual({ postcode: '#1', email: 'Kontakt' });
    expect(suggestion.confidence).toEqual({ postcode: 0.6, email: 0.6 });
  });
  it('uses each column once: the better named one wins', () => {
    expect(suggestMapping(['Name der Schule', 'Name', 'PLZ Ort', 'PLZ'], targets, []).columns).toEqual({ name: 'Name', postcode: 'PLZ', town: 'PLZ Ort' });
  });
  it('gives way to the one remembered for the same headers in any order, and only for these', () => {
    const remembered = { fingerprint: headersFingerprint(['Ort', 'Name']), columns: { name: 'Ort', town: 'Name' } };
    expect(suggestMapping(['name', 'Ort'], targets, [], remembered)).toMatchObject({ columns: { name: 'Ort', town: 'name' }, remembered: true });
    expect(suggestMapping(['Name', 'Ort', 'PLZ'], targets, [], remembered)).toMatchObject({ columns: { name: 'Name', town: 'Ort' }, remembered: false });
  });
  it('is the same every time and never uses a column twice', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.constantFrom('Name', 'Ort', 'PLZ', 'mail', 'Schulname', 'town', 'x', 'PLZ Ort', 'Name Ort')), (headers) => {
      const { columns } = suggestMapping(headers, targets, []);
      expect(suggestMapping(headers, targets, []).columns).toEqual(columns);
      expect(new Set(Object.values(columns)).size).toBe(Object.values(columns).length);
    }));
  });
});

describe('a mapping', () => {
  const table = tableFromRows([['Ort', 'Schule'], ['Rostock', 'A'], ['', 'B']]);
  it('reads every row by target, with empty text for columns that are not there', () => {
    expect(applyMapping(table, targets, { name: 'Schule', town: 'Ort' })).toEqual([
      { row: 2, cells: { name: 'A', postcode: '', town: 'Rostock', email: '' } },
      { row: 3, cells: { name: 'B', postcode: '', town: '', email: '' } },
    ]);
  });
  it('is refused without its required column, with a column the file lacks, an unknown target, or one column used twice', () => {
    expect(() => applyMapping(table, targets, { town: 'Ort' })).toThrow(expect.objectContaining({ code: 'IMPORT_COLUMN_MISSING', params: { target: 'name' } }));
    expect(() => applyMapping(table, targets, { name: 'Name' })).toThrow(expect.objectContaining({ fields: { 'columns.name': 'missing' } }));
    expect(() => applyMapping(table, targets, { name: 'Ort', town: 'Ort' })).toThrow(expect.objectContaining({ fields: { 'columns.town': 'repeated' } }));
    expect(() => applyMapping(table, targets, { name: 'Ort', ...{ colour: 'Schule' } })).toThrow(expect.objectContaining({ fields: { 'columns.colour': 'unknown' } }));
  });
});
