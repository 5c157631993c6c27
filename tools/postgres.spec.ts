import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, lstatSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { removePostgres, startPostgres, urlOfRunning, type Postgres } from './postgres.mjs';
import { commandOf, isAlive, pause } from './processes.mjs';

jest.setTimeout(60_000);

const isRoot = process.getuid?.() === 0;
const canDieWithParent = spawnSync('setpriv', ['--pdeathsig=INT', 'true']).status === 0;

/** Another Node process that starts the server and tells the server's process number. */
async function otherLauncher(dataDir: string, env: NodeJS.ProcessEnv = process.env): Promise<{ launcher: ChildProcess; server: number }> {
  const script = `
    const { startPostgres } = await import(${JSON.stringify(join(__dirname, 'postgres.mjs'))});
    const { pid } = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(pid);
    setInterval(() => {}, 1000);`;
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(launcher.stdout, 'data')) as [Buffer];
  return { launcher, server: Number(line.toString()) };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function query(server: Postgres, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: server.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  let home: string;
  let dataDir: string;
  const running: Postgres[] = [];

  const start = async (): Promise<Postgres> => {
    const server = await startPostgres({ dataDir });
    running.push(server);
    return server;
  };
  const startOnce = async (work: (server: Postgres) => Promise<void>): Promise<void> => {
    const server = await start();
    await work(server);
    await server.stop();
  };
  const countsNotes = (server: Postgres) => query(server, 'select count(*)::int as notes from note');

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'postgres-spec-'));
    chmodSync(home, 0o755);
    dataDir = join(home, 'data');
    await startOnce(async (server) => {
      await query(server, 'create table note as select generate_series(1, 1000) as id');
    });
  });

  afterEach(() => Promise.all(running.splice(0).map((server) => server.stop())));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('is PostgreSQL 18 in UTF-8 on the loopback only', async () => {
    await startOnce(async (server) => {
      const settings = await query(server, `select current_setting('server_version') as version, current_setting('server_encoding') as encoding, current_setting('listen_addresses') as listens`);
      expect(settings).toEqual([{ version: expect.stringMatching(/^18\./), encoding: 'UTF8', listens: '127.0.0.1' }]);
    });
  });

  it('keeps its data from one start to the next', async () => {
    await startOnce(async (server) => expect(await countsNotes(server)).toEqual([{ notes: 1000 }]));
  });

  it('loses nothing committed when the server is killed, and starts again', async () => {
    const server = await start();
    await query(server, 'insert into note values (1001)');
    process.kill(server.pid, 'SIGKILL');
    await server.exited;
    await startOnce(async (again) => {
      expect(await countsNotes(again)).toEqual([{ notes: 1001 }]);
      await query(again, 'delete from note where id = 1001');
    });
  });

  it('removes a stale pid file that names a living process of somebody else', async () => {
    writeFileSync(join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n1700000000\n5432\n\n127.0.0.1\n 1 1\nready   \n`);
    await startOnce(async (server) => expect(await countsNotes(server)).toEqual([{ notes: 1000 }]));
  });

  it('removes a lock whose process is gone, even when its number lives again', async () => {
    writeFileSync(`${dataDir}.lock`, `${process.pid} somewhen-else`);
    await startOnce(async (server) => expect(await countsNotes(server)).toEqual([{ notes: 1000 }]));
    expect(existsSync(`${dataDir}.lock`)).toBe(false);
  });

  it('refuses a folder another launcher uses, names that process, and leaves it running', async () => {
    const server = await start();
    await expect(startPostgres({ dataDir })).rejects.toThrow(`already in use by process ${process.pid}`);
    expect(await countsNotes(server)).toEqual([{ notes: 1000 }]);
  });

  it('tells others where it runs, and that it does not', async () => {
    await startOnce(async (server) => expect(urlOfRunning(dataDir)).toBe(server.url));
    expect(urlOfRunning(dataDir)).toBeUndefined();
  });

  it('takes over from a launcher that was killed and left its server behind', async () => {
    const { launcher, server } = await otherLauncher(dataDir, { ...process.env, PATH: '' });
    await kill(launcher);
    expect(isAlive(server)).toBe(true);
    await startOnce(async (again) => expect(await countsNotes(again)).toEqual([{ notes: 1000 }]));
    expect(commandOf(server)).toBeUndefined();
  });

  if (canDieWithParent) {
    it('ends by itself when its launcher is killed', async () => {
      const { launcher, server } = await otherLauncher(dataDir);
      await kill(launcher);
      for (let waited = 0; commandOf(server) !== undefined && waited < 200; waited += 1) await pause(50);
      expect(commandOf(server)).toBeUndefined();
    });
  }

  it('refuses data of another version and says which', async () => {
    const version = join(dataDir, 'PG_VERSION');
    const actual = readFileSync(version, 'utf8');
    writeFileSync(version, '17\n');
    await expect(startPostgres({ dataDir })).rejects.toThrow('holds data of PostgreSQL 17');
    writeFileSync(version, actual);
  });

  it('is not removed while it runs, and is gone afterwards', async () => {
    const server = await start();
    await expect(removePostgres(dataDir)).rejects.toThrow('already in use');
    await server.stop();
    await removePostgres(dataDir);
    expect(existsSync(dataDir)).toBe(false);
  });

  if (isRoot) {
    it('shelters its data where the server may reach it when root works below a closed folder', async () => {
      const closed = mkdtempSync(join(tmpdir(), 'postgres-closed-'));
      const wanted = join(closed, 'data');
      const server = await startPostgres({ dataDir: wanted, test: true });
      await server.stop();
      expect(lstatSync(closed).mode & 0o777).toBe(0o700);
      expect(realpathSync(wanted)).toBe(server.folder);
      expect(lstatSync(server.folder).uid).not.toBe(0);
      await removePostgres(wanted);
      expect(existsSync(server.folder)).toBe(false);
      rmSync(closed, { recursive: true });
    });
  } else {
    it('leaves its data where an ordinary user wants it', async () => {
      await startOnce(async (server) => expect(server.folder).toBe(realpathSync(dataDir)));
      expect(lstatSync(dataDir).isSymbolicLink()).toBe(false);
    });
  }
});
