import { startApi } from './api-process.mjs';
import { freePort } from './processes.mjs';
import { cloneTemplate, testEnvironment } from './test-server.mjs';

/**
 * An API on a database of its own, for a test that kills it or reads what it says: every start is the same API again.
 * @param {string} database its name
 * @param {{ env?: NodeJS.ProcessEnv, output?: number }} [options] more settings, and an open file for what it says
 */
export async function ownApi(database, { env: more = {}, output } = {}) {
  const databaseUrl = await cloneTemplate(database);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...testEnvironment, DATABASE_URL: databaseUrl, PUBLIC_URL: url, LOG_LEVEL: 'silent', ...more };
  return { url, databaseUrl, start: () => startApi({ port, env, ...(output === undefined ? {} : { output }) }) };
}
