import './node-version.mjs';
import { join } from 'node:path';
import { build, createServer } from 'vite';
import { startApi } from './api-process.mjs';
import { buildWhenStale } from './build.mjs';
import { openDatabase, prepareDatabase } from './database.mjs';
import { dataHome, root } from './paths.mjs';
import { choosePort, freePort } from './processes.mjs';
import { developmentSecrets } from './secrets.mjs';
import { supervise } from './supervise.mjs';
import { welcome } from './welcome.mjs';

/** Everything outside /admin is the API's, and one file within. */
const FORWARDED = ['^/(?!admin/|$)', '/admin/config.json'];

/** For developers: the API starts anew and the console refreshes whenever a source changes. */
await supervise(async ({ keep, signal }) => {
  const port = await choosePort(process.env['PORT'], 3000);
  const apiPort = await freePort();
  await buildWhenStale(['api']);
  const url = `http://localhost:${port}`;
  const env = {
    NODE_ENV: 'development', PUBLIC_URL: url,
    ...process.env, ...developmentSecrets(join(dataHome, 'secrets.json'), process.env), DATABASE_URL: await openDatabase(keep),
  };
  const signIns = await prepareDatabase(env, { signal });
  keep({ name: 'The API', ...(await watchApi(apiPort, env)) });
  keep({ name: 'The console', ...(await serveConsole(port, apiPort)) });
  console.log(welcome(url, signIns));
});

/** Rebuilds the API on every change and starts it anew; one that fails to start waits for the next change. */
async function watchApi(port, env) {
  /** @type {import('./api-process.mjs').Api | undefined} */
  let api;
  let turn = Promise.resolve();
  const restart = async () => {
    await api?.stop();
    try {
      api = await startApi({ port, env });
    } catch (error) {
      api = undefined;
      console.error(error.message);
    }
  };
  const watcher = /** @type {import('rolldown').RolldownWatcher} */ (await build({ root: join(root, 'apps/api'), configFile: join(root, 'apps/api/vite.config.ts'), logLevel: 'warn', build: { watch: {} } }));
  await new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') console.error(event.error.message);
      if (event.code === 'BUNDLE_END') turn = turn.then(restart).then(() => resolve());
    });
  });
  return {
    stop: async () => {
      await watcher.close();
      await turn;
      await api?.stop();
    },
  };
}

async function serveConsole(port, apiPort) {
  const target = `http://127.0.0.1:${apiPort}`;
  const server = await createServer({
    root: join(root, 'apps/admin'), configFile: join(root, 'apps/admin/vite.config.ts'),
    server: { port, strictPort: true, host: '127.0.0.1', proxy: Object.fromEntries(FORWARDED.map((path) => [path, { target }])) },
  });
  await server.listen();
  return { stop: () => server.close() };
}
