import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const { paths } = JSON.parse(readFileSync(resolve(root, 'tsconfig.base.json'), 'utf8')).compilerOptions;
const escaped = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** The path aliases of tsconfig.base.json for Vite: [{ find: RegExp, replacement: absolute path }]. */
export const viteAliases = Object.entries(paths).map(([key, [target]]) => ({
  find: new RegExp(`^${escaped(key).replace('\\*', '(.+)')}$`),
  replacement: resolve(root, target).replace('*', '$1'),
}));

/** The same aliases for Jest's moduleNameMapper. */
export const jestAliases = Object.fromEntries(viteAliases.map(({ find, replacement }) => [find.source, replacement]));
