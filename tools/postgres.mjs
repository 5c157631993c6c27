import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataFolder, handOver, nativeFolder, serverIdentity } from './postgres-native.mjs';
import { commandOf, dieWithParent, freePort, pause, takeLock } from './processes.mjs';

/** @import { Identity } from './postgres-native.mjs' */
/** @typedef {{ url: string, port: number, pid: number, folder: string, stop: () => Promise<void>, exited: Promise<void> }} Postgres */

const MAJOR = '18';
const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'jit=off', 'lc_messages=C', 'timezone=UTC'];
/** Tests throw their data away, so they need not wait for the disk. */
const TEST_SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0'];
/** The port was taken meanwhile, or the backends of a killed server have not all gone yet: both pass. */
const PASSING = /could not bind|could not create any TCP|Address already in use|pre-existing shared memory block/;

/**
 * Starts the embedded PostgreSQL on `dataDir` (made on first use) and waits until it takes connections. A server left over
 * by a killed launcher is stopped first; a folder another living launcher uses is refused.
 * @param {{ dataDir: string, test?: boolean }} options
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ dataDir, test = false }) {
  const release = claim(dataDir);
  try {
    const identity = serverIdentity();
    const native = nativeFolder(identity);
    const folder = dataFolder(dataDir, identity);
    if (!existsSync(join(folder, 'PG_VERSION'))) initialise(native, folder, identity);
    const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
    if (version !== MAJOR) throw new Error(`${dataDir} holds data of PostgreSQL ${version}, this is ${MAJOR}. Dump it with the old version, or "npm run reset".`);
    handOver(folder, identity);
    await stopLeftOver(realpathSync(folder));
    for (let attempt = 1; ; attempt += 1) {
      const server = await launch(native, realpathSync(folder), identity, test ? [...SETTINGS, ...TEST_SETTINGS] : SETTINGS, `${dataDir}.log`);
      if (!('failure' in server)) {
        server.exited.then(release);
        return server;
      }
      if (attempt === 20 || !PASSING.test(server.failure)) throw new Error(`PostgreSQL does not start on ${dataDir}:\n${server.failure.trim()}`);
      await pause(250);
    }
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Removes the database of `dataDir` for good. Refused while a launcher uses it.
 * @param {string} dataDir
 */
export async function removePostgres(dataDir) {
  if (!existsSync(dataDir)) return;
  const release = claim(dataDir);
  const folder = realpathSync(dataDir);
  await stopLeftOver(folder);
  for (const path of [folder, dataDir, `${dataDir}.log`]) rmSync(path, { recursive: true, force: true });
  release();
}

/**
 * The url of the server another launcher runs on `dataDir` right now, if one does.
 * @param {string} dataDir
 * @returns {string | undefined}
 */
export function urlOfRunning(dataDir) {
  if (!existsSync(dataDir)) return undefined;
  const lock = takeLock(`${dataDir}.lock`);
  if (lock.holder === undefined) return void lock.release();
  const port = readFileSync(join(realpathSync(dataDir), 'postmaster.pid'), 'utf8').split('\n')[3];
  return urlAt(Number(port));
}

const urlAt = (port) => `postgres://postgres@127.0.0.1:${port}/postgres`;

/** One launcher per folder. */
function claim(dataDir) {
  mkdirSync(dirname(dataDir), { recursive: true });
  const lock = takeLock(`${dataDir}.lock`);
  if (lock.holder !== undefined) throw new Error(`The database in ${dataDir} is already in use by process ${lock.holder}. Stop that one first.`);
  return lock.release;
}

/** Made aside and moved into place, so that an interrupted first start leaves no half a database. */
function initialise(native, folder, identity) {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  chmodSync(draft, 0o700);
  if (identity.uid !== undefined) chownSync(draft, identity.uid, identity.gid);
  const made = spawnSync(
    join(native, 'bin', 'initdb'),
    ['-D', draft, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    { ...identity, cwd: '/', env: environment(), encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed in ${draft}:\n${made.error?.message ?? made.stderr}`);
  renameSync(draft, folder);
}

/** Reads postmaster.pid: our own survivor is asked to end; a file that names nobody, or somebody else, is removed. */
async function stopLeftOver(folder) {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file) || process.platform === 'win32') return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  const isOurs = () => {
    const command = commandOf(pid);
    return command !== undefined && /postgres/.test(command) && command.includes(` ${folder} `);
  };
  for (let waited = 0; isOurs(); waited += 1) {
    if (waited === 300) throw new Error(`A PostgreSQL left over in ${folder} (process ${pid}) does not end.`);
    if (waited % 100 === 0) process.kill(pid, waited < 200 ? 'SIGINT' : 'SIGQUIT');
    await pause(50);
  }
  rmSync(file, { force: true });
}

/** @returns {Promise<Postgres | { failure: string }>} */
async function launch(native, folder, identity, settings, logPath) {
  const port = await freePort();
  const log = openSync(logPath, 'w');
  const [program = '', ...words] = [
    ...dieWithParent('INT'), join(native, 'bin', 'postgres'),
    '-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting]),
  ];
  // Detached: Ctrl-C reaches the whole group, and the database must outlive the API that still needs it.
  const child = spawn(program, words, { ...identity, cwd: '/', env: environment(), detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  let ended = false;
  const exited = new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
    const end = (error) => {
      ended = true;
      if (error instanceof Error) writeFileSync(logPath, error.message, { flag: 'a' });
      resolve();
    };
    child.once('exit', end).once('error', end);
  });
  while (!ended && !isReady(folder, child.pid)) await pause(10);
  if (ended) return { failure: readFileSync(logPath, 'utf8') };
  const pid = Number(child.pid);
  return { url: urlAt(port), port, pid, folder, exited, stop: () => stop(native, folder, child, exited) };
}

/** SIGINT is PostgreSQL's fast shutdown; SIGQUIT, after half a minute, the one it recovers from. */
async function stop(native, folder, child, exited) {
  if (process.platform === 'win32') spawnSync(join(native, 'bin', 'pg_ctl'), ['stop', '-D', folder, '-m', 'fast']);
  else child.kill('SIGINT');
  const impatience = setTimeout(() => child.kill('SIGQUIT'), 30_000);
  await exited;
  clearTimeout(impatience);
}

/** The server writes its state into the eighth line of postmaster.pid, as pg_ctl reads it. */
function isReady(folder, pid) {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return (process.platform === 'win32' || Number(lines[0]) === pid) && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

/** The user's own PG… settings are for other servers, and messages must be English to be recognised. */
function environment() {
  const own = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(own), LC_ALL: 'C' };
}
