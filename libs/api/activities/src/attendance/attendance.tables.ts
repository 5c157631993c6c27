import type { Locale } from '@mintforge/domain/kernel';
import { stringify } from 'csv-stringify/sync';
import type { Attendance, AttendanceSheet } from './attendance.entities';
import { nameOf } from './attendance.reads';
import { listTexts, spanInWords } from './attendance.texts';

const columns = ['number', 'name', 'group', 'school', 'heads', 'state', 'note'] as const;
const widths: Record<(typeof columns)[number], number> = { number: 6, name: 32, group: 14, school: 32, heads: 10, state: 18, note: 40 };

/** The cells of the list as text, header first. */
function cellsOf(rows: readonly Attendance[], locale: Locale): string[][] {
  const texts = listTexts[locale];
  const body = rows.map((row, index) => [String(index + 1), nameOf(row), row.groupName ?? '', row.schoolName, String(row.headCount), texts.states[row.state], row.note]);
  return [columns.map((column) => texts[column]), ...body];
}

/** The list as CSV for spreadsheets: semicolons, byte order mark, and cells that look like a formula made harmless. */
export const attendanceCsv = ({ rows }: AttendanceSheet, locale: Locale): Buffer => Buffer.from(stringify(cellsOf(rows, locale), { delimiter: ';', bom: true, escape_formulas: true, record_delimiter: 'windows' }));

/** The list as XLSX; every cell is text, so nothing in it is ever computed. */
export async function attendanceXlsx({ rows, occurrence }: AttendanceSheet, locale: Locale): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const [header = [], ...body] = cellsOf(rows, locale);
  const text = (value: string, bold = false) => ({ value, type: String, ...(bold ? { fontWeight: 'bold' as const } : {}) });
  const head = [occurrence.activityTitle, spanInWords(occurrence, locale), occurrence.organisationName].map((line, index) => [text(line, index === 0)]);
  return writeXlsxFile([...head, [], header.map((cell) => text(cell, true)), ...body.map((row) => row.map((cell) => text(cell)))], {
    sheet: listTexts[locale].title, columns: columns.map((column) => ({ width: widths[column] })), stickyRowsCount: head.length + 2,
  }).toBuffer();
}
