import { Refusal } from '../kernel';

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'WINDOWS-1252';

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, index) => bytes[index] === byte);

/** Text without a byte order mark gives itself away as UTF-16: every other byte of its Latin letters is zero. */
function utf16WithoutMark(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]!++;
  });
  if (zeros[1]! > sample.length / 4 && zeros[0] === 0) return 'UTF-16LE';
  return zeros[0]! > sample.length / 4 && zeros[1] === 0 ? 'UTF-16BE' : null;
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'UTF-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'UTF-16LE';
  if (startsWith(bytes, 0xfe, 0xff)) return 'UTF-16BE';
  const wide = utf16WithoutMark(bytes);
  if (wide) return wide;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'UTF-8';
  } catch {
    return 'WINDOWS-1252';
  }
}

/**
 * The text of a file and how it was read: by byte order mark, else UTF-16 by its zero bytes, else strict UTF-8, else
 * Windows-1252, which every German Excel still writes. Refuses FILE_UNREADABLE (`EMPTY`, `NOT_TEXT`): a file with
 * zero characters is a picture or an archive, not a table.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes.length === 0) throw new Refusal('FILE_UNREADABLE', { reason: 'EMPTY' });
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding.toLowerCase()).decode(bytes);
  if (text.includes('\0')) throw new Refusal('FILE_UNREADABLE', { reason: 'NOT_TEXT' });
  return { text, encoding };
}
