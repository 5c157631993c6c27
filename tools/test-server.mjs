import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { runCli } from './api-process.mjs';
import { buildWhenStale } from './build.mjs';
import { removePostgres, startPostgres } from './postgres.mjs';
import { isAlive } from './processes.mjs';
import { freshSecrets } from './secrets.mjs';

const TEMPLATE = 'mintforge_template';
const FOLDER = 'mintforge-test-';
const READY = 'MINTFORGE_TEST_TEMPLATE_READY';

/** @type {(() => Promise<void>)[]} */
const toStop = [];
/** @type {Promise<string> | undefined} */
let server;

/** One set of secrets for everything a test run starts. */
export const testEnvironment = { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'warn', ...freshSecrets() };

/**
 * The server of this test run with its migrated template, started on first use: the one MINTFORGE_TEST_SERVER_URL names
 * (an administrator's URL), else an embedded one. Test files find it in the same variable.
 * @returns {Promise<string>}
 */
export function testServer() {
  server ??= openServer();
  return server;
}

/**
 * What the teardown stops.
 * @param {() => Promise<void>} stop
 */
export function stopAtTheEnd(stop) {
  toStop.push(stop);
}

/** Stops what the setups started, last first; Jest's teardown, which a failed setup does not reach. */
export async function stopEverything() {
  for (const stop of toStop.splice(0).reverse()) await stop();
}

/**
 * A setup for Jest that leaves nothing running when it fails.
 * @param {() => Promise<unknown>} work
 * @returns {() => Promise<void>}
 */
export function setup(work) {
  return async () => {
    try {
      await work();
    } catch (error) {
      await stopEverything();
      throw error;
    }
  };
}

/**
 * A database of the test server, cloned from the template.
 * @param {string} name
 * @returns {Promise<string>} its url
 */
export async function cloneTemplate(name) {
  const url = await testServer();
  await execute(url, `drop database if exists ${name} with (force)`, `create database ${name} template ${TEMPLATE} strategy file_copy`);
  return databaseUrl(url, name);
}

async function openServer() {
  // A test file finds the server and the template that the setup of its run has made.
  if (process.env[READY]) return process.env['MINTFORGE_TEST_SERVER_URL'] ?? '';
  await buildWhenStale(['api']);
  const url = process.env['MINTFORGE_TEST_SERVER_URL'] ?? (await startTemporary());
  await makeTemplate(url);
  Object.assign(process.env, { MINTFORGE_TEST_SERVER_URL: url, [READY]: 'yes' });
  return url;
}

async function startTemporary() {
  removeForgotten();
  const home = mkdtempSync(join(tmpdir(), `${FOLDER}${process.pid}-`));
  // When root runs the tests, the server is somebody else and must get through to its data.
  chmodSync(home, 0o755);
  const dataDir = join(home, 'postgres');
  const { url, stop } = await startPostgres({ dataDir, test: true });
  stopAtTheEnd(async () => {
    await stop();
    await removePostgres(dataDir);
    rmSync(home, { recursive: true, force: true });
  });
  return url;
}

async function makeTemplate(url) {
  const known = await execute(url, `select from pg_database where datname = '${TEMPLATE}'`);
  if (known.rowCount) await execute(url, `alter database ${TEMPLATE} is_template false`, `drop database ${TEMPLATE} with (force)`);
  await execute(url, `create database ${TEMPLATE}`);
  await runCli(['migrate'], { ...testEnvironment, DATABASE_URL: databaseUrl(url, TEMPLATE) });
  // Cloning fails while anybody is connected to the template, so nobody may.
  await execute(url, `alter database ${TEMPLATE} is_template true allow_connections false`);
}

/** Folders of test runs that were killed: their process number lives no more. */
function removeForgotten() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(FOLDER))) {
    if (!isAlive(Number.parseInt(name.slice(FOLDER.length), 10))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

async function execute(url, ...statements) {
  const client = new pg.Client({ connectionString: databaseUrl(url, 'postgres') });
  await client.connect();
  try {
    let result = await client.query(statements[0] ?? '');
    for (const statement of statements.slice(1)) result = await client.query(statement);
    return result;
  } finally {
    await client.end();
  }
}

const databaseUrl = (url, name) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
