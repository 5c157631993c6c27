import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';

/**
 * The command line of a living process, or undefined when no such process lives (or the system does not tell).
 * @param {number} pid
 * @returns {string | undefined}
 */
export function commandOf(pid) {
  if (process.platform === 'linux') return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() || undefined;
  return askPs(pid, 'command');
}

/**
 * Tells a process from a later one with the same number: its start time. Undefined when it is gone.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function bornAt(pid) {
  if (process.platform !== 'linux') return askPs(pid, 'lstart');
  const stat = read(`/proc/${pid}/stat`);
  // The second field is the name in brackets and may hold spaces; the start time is the 20th after it.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * A port nobody listens on just now; whoever takes it must still cope with losing it.
 * @returns {Promise<number>}
 */
export const freePort = () => tryPort(0);

/**
 * The port to serve on: the asked one or nothing, else the first free one from `usual` on.
 * @param {string | undefined} asked
 * @param {number} usual
 * @returns {Promise<number>}
 */
export async function choosePort(asked, usual) {
  const first = Number(asked || usual);
  for (let port = first; ; port += 1) {
    try {
      const free = await tryPort(port);
      if (port !== first) console.log(`Port ${first} is taken, using ${port}.`);
      return free;
    } catch (error) {
      if (asked || error.code !== 'EADDRINUSE' || port === first + 100) throw new Error(`Port ${port} cannot be used: ${error.message}`);
    }
  }
}

/**
 * @param {number} wanted
 * @returns {Promise<number>}
 */
function tryPort(wanted) {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/**
 * One holder per lock file. It names a process together with its start time, so that neither a killed holder nor a
 * number used again keeps the door shut. Answers how to release it, or who holds it.
 * @param {string} path
 * @returns {{ release: () => void, holder?: undefined } | { holder: number }}
 */
export function takeLock(path) {
  for (;;) {
    try {
      writeFileSync(path, `${process.pid} ${bornAt(process.pid)}`, { flag: 'wx' });
      return { release: () => rmSync(path, { force: true }) };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const [pid = '', born] = (read(path) ?? '').split(/ (.*)/);
      if (isAlive(Number(pid)) && bornAt(Number(pid)) === born) return { holder: Number(pid) };
      rmSync(path, { force: true });
    }
  }
}

/**
 * Words to put before a command so that Linux ends it when this process is killed; none where that is not offered.
 * @param {'INT' | 'TERM'} signal
 * @returns {string[]}
 */
export function dieWithParent(signal) {
  const words = ['setpriv', `--pdeathsig=${signal}`];
  const works = process.platform === 'linux' && spawnSync('setpriv', [`--pdeathsig=${signal}`, 'true']).status === 0;
  return works ? words : [];
}

/** @param {number} milliseconds */
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function askPs(pid, field) {
  return spawnSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || undefined;
}
