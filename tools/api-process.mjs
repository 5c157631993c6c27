import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { apiDist, dataHome, root } from './paths.mjs';
import { dieWithParent, pause } from './processes.mjs';

/** @typedef {{ url: string, exited: Promise<void>, stop: () => Promise<void>, kill: () => Promise<void> }} Api */

const READY_WITHIN = 60_000;
/** Requests and jobs under way get this long to finish; the API itself drains in less. */
const DRAINED_WITHIN = 40_000;
/** Megabytes for new objects: a third of the memory an idle API would keep, at no cost that the benches show. */
const SMALL_NURSERY = '--max-semi-space-size=8';

/**
 * Runs one command of the built API ("migrate", "seed") and answers what it printed; throws when it fails.
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} [signal] ends the command
 * @returns {Promise<string>}
 */
export async function runCli(words, env, signal) {
  const child = spawnBuilt(['cli.js', ...words], { env, stdio: ['ignore', 'pipe', 'inherit'], ...(signal ? { signal } : {}) });
  let printed = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => (printed += text));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`The command "${words.join(' ')}" of the API failed:\n${printed}`);
  return printed;
}

/**
 * Starts the built API on a port and waits until it says it is ready; throws when it ends before.
 * @param {{ port: number, env: NodeJS.ProcessEnv, output?: 'inherit' | number, signal?: AbortSignal }} options `output` may be an open file
 * @returns {Promise<Api>}
 */
export async function startApi({ port, env, output = 'inherit', signal }) {
  const child = spawnBuilt(['main.js'], { env: { ...env, PORT: String(port) }, stdio: ['ignore', output, output] });
  let ended = '';
  const exited = new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
    child.once('exit', (code, killedBy) => resolve(void (ended = `code ${code ?? killedBy}`)));
    child.once('error', (error) => resolve(void (ended = error.message)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), DRAINED_WITHIN);
    await exited;
    clearTimeout(impatience);
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  const url = `http://127.0.0.1:${port}`;
  const givesUpAt = Date.now() + READY_WITHIN;
  while (!(await isReady(url))) {
    if (ended) throw new Error(`The API ended while starting (${ended})`);
    if (signal?.aborted || Date.now() > givesUpAt) {
      await stop();
      throw new Error(signal?.aborted ? 'Interrupted' : `The API is not ready after ${READY_WITHIN / 1000} s`);
    }
    await pause(50);
  }
  return { url, exited, stop, kill };
}

/**
 * Runs a script of the built API. Detached, as only the launcher decides in which order things end: Ctrl-C reaches a whole group.
 * @param {[string, ...string[]]} words the script and its arguments
 * @param {import('node:child_process').SpawnOptions} options
 */
function spawnBuilt([script, ...words], { env, ...options }) {
  const [program = '', ...rest] = [...dieWithParent('TERM'), process.execPath, SMALL_NURSERY, `--import=${pathToFileURL(join(apiDist, 'source-maps.js')).href}`, join(apiDist, script), ...words];
  // Thousands of files of packages are compiled at every start; the cache saves a quarter of the time.
  const cached = { ...env, NODE_COMPILE_CACHE: join(dataHome, 'compile-cache') };
  return spawn(program, rest, { cwd: root, env: cached, detached: process.platform !== 'win32', ...options });
}

async function isReady(url) {
  try {
    return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}
