import { zipSync, type Zippable } from 'fflate';

/** What lies in an archive, in this order: a path with its bytes. What is compressed already is stored as it is. */
export type ZipEntry = readonly [path: string, content: Uint8Array];

const compressed = /\.(pdf|jpg|png|webp)$/;

/** The archive of a copy, all of it in memory: whoever makes it has bounded the files before. */
export const accessZip = (entries: readonly ZipEntry[], madeAt: Date): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(entries.map(([path, content]): [string, Zippable[string]] => [path, [content, { level: compressed.test(path) ? 0 : 6, mtime: madeAt }]]))));
