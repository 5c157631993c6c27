import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { startApi } from './api-process.mjs';
import { buildWhenStale } from './build.mjs';
import { prepareDatabase } from './database.mjs';
import { consoleDist, dataHome } from './paths.mjs';
import { freePort } from './processes.mjs';
import { cloneTemplate, setup, stopAtTheEnd, testEnvironment } from './test-server.mjs';

/** Jest's globalSetup of the journeys: the built API with the console on a database of its own with the small seed. */
export default setup(async () => {
  await buildWhenStale(['api', 'admin']);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...testEnvironment, DATABASE_URL: await cloneTemplate('mintforge_e2e'), PUBLIC_URL: url, CONSOLE_DIR: consoleDist, ANCHOR_DIR: join(dataHome, 'test-anchors'), MINTFORGE_LEDGER_DIR: join(dataHome, 'test-erasures') };
  const signIns = await prepareDatabase(env, { seedFlags: ['--small'] });
  const api = await startApi({ port, env, output: openLog() });
  stopAtTheEnd(api.stop);
  Object.assign(process.env, { MINTFORGE_TEST_API_URL: url, MINTFORGE_TEST_DATABASE_URL: env.DATABASE_URL, MINTFORGE_TEST_SIGN_INS: JSON.stringify(signIns) });
});

function openLog() {
  mkdirSync(dataHome, { recursive: true });
  return openSync(join(dataHome, 'test-api.log'), 'w');
}
