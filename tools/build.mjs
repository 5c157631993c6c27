import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { dataHome, root } from './paths.mjs';
import { pause, takeLock } from './processes.mjs';

const isWindows = process.platform === 'win32';
const SHARED = ['libs', 'package-lock.json', 'tsconfig.base.json', 'tools/aliases.mjs'];
const NOT_SOURCES = new Set(['dist', 'node_modules']);

/**
 * Builds those of the apps ("api", "admin") whose sources changed after their last build. Looking at the times of files
 * takes milliseconds, asking Nx takes a second; what Nx then finds in its cache is not built again.
 * @param {string[]} apps
 */
export async function buildWhenStale(apps) {
  mkdirSync(dataHome, { recursive: true });
  const release = await waitForLock(join(dataHome, 'build.lock'));
  try {
    const stale = apps.filter(isStale);
    if (stale.length > 0) build(stale);
  } finally {
    release();
  }
}

/**
 * The latest change below a path in milliseconds, 0 when there is nothing; a folder's own time tells of removed files.
 * @param {string} path
 * @returns {number}
 */
export function latestChange(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...sourcesIn(path).map(latestChange));
}

/**
 * The environment in which the commands of node_modules are found, also when nobody came through npm.
 * @returns {NodeJS.ProcessEnv}
 */
export function withCommands() {
  return { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH']}` };
}

function build(apps) {
  const startedAt = new Date();
  console.error(`Building ${apps.join(' and ')} …`);
  const built = spawnSync('nx', ['run-many', '-t', 'build', '-p', ...apps, '--outputStyle=static'], { cwd: root, encoding: 'utf8', shell: isWindows, env: { ...withCommands(), NODE_ENV: 'production' } });
  if (built.status !== 0) throw new Error(`The build failed:\n${built.error?.message ?? built.stdout + built.stderr}`);
  for (const app of apps) {
    writeFileSync(markerOf(app), '');
    utimesSync(markerOf(app), startedAt, startedAt);
  }
}

/** Lies inside dist, so that a removed or otherwise rebuilt dist counts as not built. */
const markerOf = (app) => join(root, 'apps', app, 'dist', '.built');

/** The app's folder itself does not count: a new dist changes it. */
function isStale(app) {
  const builtAt = latestChange(markerOf(app));
  const sources = [...sourcesIn(join(root, 'apps', app)), ...SHARED.map((path) => join(root, path))];
  return sources.some((path) => latestChange(path) >= builtAt);
}

function sourcesIn(folder) {
  return readdirSync(folder).filter((name) => !NOT_SOURCES.has(name)).map((name) => join(folder, name));
}

async function waitForLock(path) {
  for (;;) {
    const lock = takeLock(path);
    if (lock.holder === undefined) return lock.release;
    await pause(100);
  }
}
