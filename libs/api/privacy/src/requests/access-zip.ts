import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { setImmediate as others } from 'node:timers/promises';

/** What lies in an archive, in this order: a path with its bytes. What is compressed already is stored as it is. */
export type ZipEntry = readonly [path: string, content: Uint8Array];

const compressed = /\.(pdf|jpg|png|webp)$/;
/** Bytes taken at once; between two steps other requests are served. */
const step = 256 * 1024;

/** The archive of a copy, all of it in memory: whoever makes it has bounded the files before. */
export async function accessZip(entries: readonly ZipEntry[], madeAt: Date): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const [path, content] of entries) {
    const file = compressed.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    file.mtime = madeAt;
    zip.add(file);
    let at = 0;
    do {
      file.push(content.subarray(at, at + step), at + step >= content.length);
      at += step;
      await others();
    } while (at < content.length);
  }
  zip.end();
  return Buffer.concat(parts);
}
