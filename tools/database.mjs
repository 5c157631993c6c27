import { runCli } from './api-process.mjs';
import { databaseDir } from './paths.mjs';
import { startPostgres, urlOfRunning } from './postgres.mjs';

/** @typedef {{ email: string, password: string, role: string }} SignIn */

/**
 * The database to work with: the server DATABASE_URL names, else the embedded one, which `keep` is told of.
 * @param {(part: { name: string, exited: Promise<void>, stop: () => Promise<void> }) => void} keep
 * @returns {Promise<string>} its url
 */
export async function openDatabase(keep) {
  if (process.env['DATABASE_URL']) return process.env['DATABASE_URL'];
  const server = await startPostgres({ dataDir: databaseDir });
  keep({ name: 'PostgreSQL', exited: server.exited, stop: server.stop });
  return server.url;
}

/**
 * The same for a command that may run beside a started platform: it then uses that one's server.
 * @param {(part: { name: string, exited: Promise<void>, stop: () => Promise<void> }) => void} keep
 * @returns {Promise<string>} its url
 */
export async function joinDatabase(keep) {
  return process.env['DATABASE_URL'] ?? urlOfRunning(databaseDir) ?? openDatabase(keep);
}

/**
 * Brings the database up to date and fills an empty one with the demo region.
 * @param {NodeJS.ProcessEnv} env
 * @param {{ signal?: AbortSignal, seedFlags?: string[] }} [options]
 * @returns {Promise<SignIn[]>} who may sign in
 */
export async function prepareDatabase(env, { signal, seedFlags = [] } = {}) {
  await runCli(['migrate'], env, signal);
  const printed = await runCli(['seed', ...seedFlags], env, signal);
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '').signIns;
}
