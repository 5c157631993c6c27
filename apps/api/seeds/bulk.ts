import type { Tx } from '@mintforge/platform';
import { randomBytes } from 'node:crypto';

const perStatement = 5000;

/** A fresh UUIDv7 for rows that refer to each other before they are stored. */
export function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Inserts rows of one shape (keys = column names) in few statements; the region is added to each. */
export async function insertRows(tx: Tx, table: string, rows: Record<string, unknown>[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = ['region_id', ...Object.keys(first)].join(', ');
  for (let start = 0; start < rows.length; start += perStatement) {
    const part = rows.slice(start, start + perStatement).map((row) => ({ region_id: tx.regionId, ...row }));
    await tx.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`, [JSON.stringify(part)]);
  }
  tx.note(table, 'insert', rows.flatMap((row) => (typeof row['id'] === 'string' ? [row['id']] : [])));
}
