import { startApi } from './api-process.mjs';
import { freePort } from './processes.mjs';
import { cloneTemplate, testEnvironment } from './test-server.mjs';

/**
 * An API on a database of its own, for a test that kills it: every start is the same API again.
 * @param {string} database its name
 */
export async function ownApi(database) {
  const databaseUrl = await cloneTemplate(database);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...testEnvironment, DATABASE_URL: databaseUrl, PUBLIC_URL: url, LOG_LEVEL: 'silent' };
  return { url, databaseUrl, start: () => startApi({ port, env }) };
}
