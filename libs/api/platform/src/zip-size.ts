import { Refusal } from '@mintforge/domain/kernel';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflated = promisify(inflateRaw);
/** What an honest list of 10,000 rows stays far below, in bytes (50 MB). */
const mostUnpacked = 50 * 1024 * 1024;
const endMark = Buffer.from('PK\u0005\u0006');
const [entryMark, deflated] = [0x02014b50, 8];

interface Entry {
  method: number;
  packed: number;
  at: number;
}

/** The entries that the directory at the end of a ZIP names (APPNOTE 4.3.12 and 4.3.16). */
function entriesOf(zip: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = zip.readUInt32LE(zip.lastIndexOf(endMark) + 16); zip.readUInt32LE(at) === entryMark; at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)) {
    entries.push({ method: zip.readUInt16LE(at + 10), packed: zip.readUInt32LE(at + 20), at: zip.readUInt32LE(at + 42) });
  }
  return entries;
}

/**
 * Refuses FILE_TOO_LARGE when a ZIP unpacks to more than 50 MB: a few hundred kilobytes can hold gigabytes and would
 * stop the whole API. Unpacks to see, as the sizes that a ZIP states may lie. Refuses FILE_UNREADABLE when it is damaged.
 */
export async function checkUnpackedSize(zip: Buffer): Promise<void> {
  let left = mostUnpacked;
  try {
    for (const { method, packed, at } of entriesOf(zip)) {
      const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
      left -= method === deflated ? (await inflated(zip.subarray(start, start + packed), { maxOutputLength: Math.max(1, left) })).length : packed;
      if (left < 0) throw new Refusal('FILE_TOO_LARGE', { limit: '50 MB UNPACKED' });
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new Refusal('FILE_TOO_LARGE', { limit: '50 MB UNPACKED' });
    throw new Refusal('FILE_UNREADABLE', { reason: 'NOT_A_TABLE' });
  }
}
