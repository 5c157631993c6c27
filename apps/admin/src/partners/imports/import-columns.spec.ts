import { choose, chosenOf, isDoubtful, missingOf, samplesOf, unusedOf } from './import-columns';

const columns = [
  { target: 'name', required: true, column: 'Schule', confidence: 1 },
  { target: 'town', required: false, column: 'Ort', confidence: 0.6 },
  { target: 'phone', required: false, column: null, confidence: null },
];

describe('the columns of an import', () => {
  it('start as suggested, and say which suggestion deserves a look', () => {
    expect(chosenOf(columns)).toEqual({ name: 'Schule', town: 'Ort', phone: null });
    expect(columns.map((column) => isDoubtful(column, column.column))).toEqual([false, true, false]);
    expect(isDoubtful(columns[1]!, 'Stadt')).toBe(false);
  });

  it('fill one field each: a column taken for another field leaves the first empty', () => {
    expect(choose(chosenOf(columns), 'phone', 'Ort')).toEqual({ name: 'Schule', town: null, phone: 'Ort' });
    expect(choose(chosenOf(columns), 'town', null)).toEqual({ name: 'Schule', town: null, phone: null });
  });

  it('tell what is still required and which columns nobody takes', () => {
    const without = choose(chosenOf(columns), 'name', null);
    expect(missingOf(columns, without)).toEqual(['name']);
    expect(unusedOf(['Schule', 'Ort', 'Fax'], without)).toEqual(['Schule', 'Fax']);
  });

  it('show their first distinct values', () => {
    expect(samplesOf({ headers: ['Schule', 'Ort'], samples: [['A', 'Rostock'], ['B', 'Rostock'], ['C', '']] }, 'Ort')).toEqual(['Rostock', '']);
  });
});
