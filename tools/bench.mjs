import './node-version.mjs';
import { globSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { viteAliases } from './aliases.mjs';
import { benchTable } from './bench-table.mjs';
import { dataHome, root } from './paths.mjs';
import { stopEverything } from './test-server.mjs';
import { workerEntries } from './worker-entries.mjs';

/**
 * A bench shares the test server with this script, so it imports the scripts here instead of bundling a second copy.
 * @type {import('vite').Plugin}
 */
const toolsStayOutside = {
  name: 'tools-stay-outside',
  enforce: 'pre',
  resolveId(source, importer) {
    const isTool = importer && /\/tools\/[\w-]+\.mjs$/.test(source);
    return isTool ? { id: pathToFileURL(resolve(dirname(importer), source)).href, external: true } : null;
  },
};

/** npm run bench -- NAME [--json] [--full]: runs every *.perf.ts whose path contains NAME and prints what it measured. */
const words = process.argv.slice(2);
const options = { json: words.includes('--json'), full: words.includes('--full') };
const name = words.find((word) => !word.startsWith('--')) ?? '';
const files = globSync('{apps,libs}/**/*.perf.ts', { cwd: root, exclude: (path) => path.includes('node_modules') }).filter((path) => path.includes(name)).sort();
if (files.length === 0) {
  console.error(`No *.perf.ts has "${name}" in its path.`);
  process.exit(1);
}

let missed = false;
try {
  for (const file of files) {
    /** @type {import('./bench-table.mjs').BenchRow[]} */
    const rows = await (await load(file)).bench(options);
    console.log(options.json ? rows.map((row) => JSON.stringify(row)).join('\n') : `\n${file}\n${benchTable(rows)}`);
    missed ||= rows.some((row) => !row.held);
  }
} finally {
  await stopEverything();
}
process.exit(missed ? 1 : 0);

/** Bundled as the API is, so that what is measured is plain code and not a module runner's; below the repository, where packages are found. */
async function load(file) {
  const outDir = join(dataHome, 'bench', basename(file, '.ts'));
  await build({
    root, configFile: false, publicDir: false, logLevel: 'error', resolve: { alias: viteAliases }, plugins: [toolsStayOutside, workerEntries()],
    build: { ssr: file, outDir, target: 'node24', sourcemap: true, minify: false, emptyOutDir: true },
  });
  return import(pathToFileURL(join(outDir, `${basename(file, '.ts')}.js`)).href);
}
