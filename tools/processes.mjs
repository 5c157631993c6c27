import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
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
