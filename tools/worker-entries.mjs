import { basename, dirname, relative } from 'node:path/posix';

const STARTED = /new Worker\(new URL\(['"](\.\/[\w-]+\.ts)['"], import\.meta\.url\)/g;
const PLACEHOLDER = /worker-entry:([\w.-]+)/g;

/**
 * Worker threads start from files, so what `new Worker(new URL('./entry.ts', import.meta.url))` names becomes a file of
 * its own beside the bundle, and the URL leads there from whatever chunk the line ends up in.
 * @returns {import('vite').Plugin}
 */
export function workerEntries() {
  return {
    name: 'worker-entries',
    async transform(code, importer) {
      const paths = [...code.matchAll(STARTED)].map(([, path = '']) => path);
      for (const path of paths) {
        const entry = await this.resolve(path, importer);
        if (!entry) throw new Error(`There is no worker at ${path}, named in ${importer}`);
        this.emitFile({ type: 'chunk', id: entry.id, fileName: fileOf(path) });
      }
      return paths.length === 0 ? null : { code: code.replace(STARTED, (_, path) => `new Worker(new URL('worker-entry:${fileOf(path)}', import.meta.url)`), map: null };
    },
    renderChunk(code, chunk) {
      return code.includes('worker-entry:') ? { code: code.replace(PLACEHOLDER, (_, file) => `./${relative(dirname(chunk.fileName), file)}`), map: null } : null;
    },
  };
}

const fileOf = (path) => `${basename(path, '.ts')}.worker.js`;
