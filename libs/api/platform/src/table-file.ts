import { tableFromCsv, tableFromRows, type Table } from '@mintforge/domain/imports';
import { Refusal } from '@mintforge/domain/kernel';
import type { StoredFile } from './files';
import { checkUnpackedSize } from './zip-size';

const startsWith = (content: Buffer, ...bytes: number[]) => bytes.every((byte, index) => content[index] === byte);

/**
 * An uploaded list as a table: the first sheet of an XLSX, else CSV of any separator and encoding. Refuses FILE_UNREADABLE
 * (`OLD_EXCEL` for the format before 2007, `NOT_A_TABLE`, or what `tableFromCsv` says) and FILE_TOO_LARGE.
 */
export async function readTable({ content }: Pick<StoredFile, 'content'>): Promise<Table> {
  if (startsWith(content, 0xd0, 0xcf, 0x11, 0xe0)) throw new Refusal('FILE_UNREADABLE', { reason: 'OLD_EXCEL' });
  if (!startsWith(content, 0x50, 0x4b, 0x03, 0x04)) return tableFromCsv(content);
  const { readSheet } = await import('read-excel-file/node');
  await checkUnpackedSize(content);
  const rows = await readSheet(content).catch(() => {
    throw new Refusal('FILE_UNREADABLE', { reason: 'NOT_A_TABLE' });
  });
  return tableFromRows(rows);
}
