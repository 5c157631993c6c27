import './node-version.mjs';
import { join } from 'node:path';
import { runCli } from './api-process.mjs';
import { buildWhenStale } from './build.mjs';
import { joinDatabase } from './database.mjs';
import { dataHome } from './paths.mjs';
import { developmentSecrets } from './secrets.mjs';

/** Runs one command of the API ("audit:verify") on this machine's database, whether the platform runs or not. */
/** @type {() => Promise<void>} */
let stop = async () => {};
try {
  await buildWhenStale(['api']);
  const url = await joinDatabase((server) => (stop = server.stop));
  const env = { NODE_ENV: 'development', ...process.env, ...developmentSecrets(join(dataHome, 'secrets.json'), process.env), DATABASE_URL: url };
  process.stdout.write(await runCli(process.argv.slice(2), env));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await stop();
}
