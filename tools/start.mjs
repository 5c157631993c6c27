import './node-version.mjs';
import { join } from 'node:path';
import { startApi } from './api-process.mjs';
import { buildWhenStale } from './build.mjs';
import { openDatabase, prepareDatabase } from './database.mjs';
import { consoleDist, dataHome } from './paths.mjs';
import { choosePort } from './processes.mjs';
import { developmentSecrets } from './secrets.mjs';
import { supervise } from './supervise.mjs';
import { welcome } from './welcome.mjs';

/** One command from a clone to the running platform: build, database, demo data, API with the console. */
await supervise(async ({ keep, signal }) => {
  const port = await choosePort(process.env['PORT'], 3000);
  await buildWhenStale(['api', 'admin']);
  const url = `http://localhost:${port}`;
  const env = {
    NODE_ENV: 'development', PUBLIC_URL: url, CONSOLE_DIR: consoleDist,
    ...process.env, ...developmentSecrets(join(dataHome, 'secrets.json'), process.env), DATABASE_URL: await openDatabase(keep),
  };
  const signIns = await prepareDatabase(env, { signal });
  const api = await startApi({ port, env, signal });
  keep({ name: 'The API', ...api });
  console.log(welcome(url, signIns));
});
