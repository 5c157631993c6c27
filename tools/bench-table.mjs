/** @typedef {import('./bench-table.d.mts').BenchRow} BenchRow */

const COLUMNS = /** @type {const} */ (['bench', 'goal', 'size', 'value', 'target', 'unit', 'held']);

/**
 * The rows as an aligned table, numbers to the right.
 * @param {BenchRow[]} rows
 * @returns {string}
 */
export function benchTable(rows) {
  const cells = rows.map((row) => COLUMNS.map((column) => show(row[column])));
  const lines = [COLUMNS.map(String), ...cells];
  const widths = COLUMNS.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  const isNumber = COLUMNS.map((column) => rows.every((row) => typeof row[column] === 'number'));
  return lines.map((line) => line.map((cell, index) => (isNumber[index] ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0))).join('  ').trimEnd()).join('\n');
}

function show(value) {
  if (typeof value === 'boolean') return value ? 'yes' : 'NO';
  if (typeof value !== 'number') return String(value);
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
