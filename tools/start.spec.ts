import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { latestChange } from './build.mjs';
import { choosePort, freePort, takeLock } from './processes.mjs';
import { developmentSecrets, freshSecrets } from './secrets.mjs';
import { welcome } from './welcome.mjs';

let home: string;
beforeAll(() => (home = mkdtempSync(join(tmpdir(), 'start-spec-'))));
afterAll(() => rmSync(home, { recursive: true }));

describe('the secrets of a development machine', () => {
  it('are made once, differ from each other, and are readable for their owner alone', () => {
    const path = join(home, 'data', 'secrets.json');
    const made = developmentSecrets(path, {});
    expect(new Set(Object.values(made)).size).toBe(6);
    for (const secret of Object.values(made)) expect(Buffer.from(secret, 'base64')).toHaveLength(32);
    expect(developmentSecrets(path, {})).toEqual(made);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('give way to a setting of the environment, also by file', () => {
    const left = developmentSecrets(join(home, 'data', 'secrets.json'), { MINTFORGE_JWT_SECRET: 'own', MINTFORGE_INDEX_KEY_FILE: '/own' });
    expect(Object.keys(left)).toEqual(['MINTFORGE_MASTER_KEY', 'MINTFORGE_COOKIE_SECRET', 'MINTFORGE_RECEIPT_KEY', 'MINTFORGE_ANCHOR_KEY']);
  });

  it('gain what a later version needs, and keep what they have', () => {
    const path = join(home, 'data', 'older.json');
    const { MINTFORGE_RECEIPT_KEY: _, ...older } = freshSecrets();
    writeFileSync(path, JSON.stringify(older));
    expect(developmentSecrets(path, {})).toMatchObject(older);
    expect(Object.keys(developmentSecrets(path, {}))).toContain('MINTFORGE_RECEIPT_KEY');
    expect(developmentSecrets(path, {})).toEqual(developmentSecrets(path, {}));
  });
});

describe('the port', () => {
  it('is the next free one when nobody asked for one, and the asked one or none otherwise', async () => {
    const said = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const taken = await freePort();
    const other = createServer().listen(taken, '127.0.0.1');
    await once(other, 'listening');
    expect(await choosePort(undefined, taken)).toBeGreaterThan(taken);
    expect(said).toHaveBeenCalledWith(expect.stringContaining(`Port ${taken} is taken`));
    await expect(choosePort(String(taken), 3000)).rejects.toThrow(`Port ${taken} cannot be used`);
    other.close();
    said.mockRestore();
  });
});

describe('a lock', () => {
  it('names its living holder and is free again once released', () => {
    const path = join(home, 'lock');
    const first = takeLock(path);
    expect(takeLock(path)).toEqual({ holder: process.pid });
    if (first.holder === undefined) first.release();
    const again = takeLock(path);
    expect(again.holder).toBeUndefined();
  });
});

describe('the latest change of sources', () => {
  it('sees new, changed and removed files, and no built ones', () => {
    const folder = join(home, 'lib');
    mkdirSync(join(folder, 'src'), { recursive: true });
    mkdirSync(join(folder, 'dist'));
    const at = (seconds: number, ...names: string[]) => names.forEach((name) => utimesSync(join(folder, name), seconds, seconds));
    writeFileSync(join(folder, 'src', 'a.ts'), '');
    at(100, 'src/a.ts', 'src', '');
    at(900, 'dist');
    expect(latestChange(folder)).toBe(100_000);
    at(200, 'src/a.ts');
    expect(latestChange(folder)).toBe(200_000);
    rmSync(join(folder, 'src', 'a.ts'));
    expect(latestChange(folder)).toBeGreaterThan(200_000);
  });
});

describe('the welcome', () => {
  it('shows where to go and who may sign in', () => {
    const text = welcome('http://localhost:3000', [{ email: 'a@b.example', password: 'p', role: 'COORDINATOR' }]);
    expect(text).toContain('http://localhost:3000/admin/');
    expect(text).toContain('a@b.example   p   COORDINATOR');
  });
});

describe('what runs together', () => {
  /** A process that keeps two parts; the second ends by itself when told so. */
  const supervised = (lastPart: string) => {
    const script = `
      const { supervise } = await import(${JSON.stringify(join(__dirname, 'supervise.mjs'))});
      const part = (name, exited) => ({ name, exited, stop: async () => console.log('stopped ' + name) });
      setInterval(() => {}, 1000);
      await supervise(async ({ keep }) => {
        keep(part('database'));
        ${lastPart}
        console.log('running');
      });`;
    return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  };
  const outcome = async (child: ReturnType<typeof supervised>, signal?: NodeJS.Signals) => {
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      if (signal && said.includes('running')) child.kill(signal);
    });
    const [code] = (await once(child, 'close')) as [number];
    return { code, said: said.trim().split('\n') };
  };

  it('ends in reverse order and well when asked to', async () => {
    const both = () => supervised(`keep(part('api'));`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      expect(await outcome(both(), signal)).toEqual({ code: 0, said: ['running', 'stopped api', 'stopped database'] });
    }
  });

  it('ends badly, all of it, when a part ends by itself or does not start', async () => {
    const ends = await outcome(supervised(`keep(part('api', new Promise((resolve) => setTimeout(resolve, 50))));`));
    expect(ends).toEqual({ code: 1, said: expect.arrayContaining(['stopped database', 'api ended unexpectedly']) });
    const breaks = await outcome(supervised(`throw new Error('no port');`));
    expect(breaks).toEqual({ code: 1, said: ['stopped database', 'no port'] });
  });
});
