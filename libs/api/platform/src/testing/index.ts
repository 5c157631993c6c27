import type { Role } from '@mintforge/domain/kernel';
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { AuditAnchors } from '../anchors';
import { Clock } from '../clock';
import { readConfig, type Config } from '../config';
import { runInContext, type Actor } from '../context';
import { FieldCrypto } from '../crypto';
import { Db } from '../db/db';
import { appUrl } from '../db/migrate';
import { makeDataSource } from '../db/source';
import { Jobs } from '../jobs';
import { SecurityEvents } from '../security-events';

/** A clock that stands until it is set. */
export class StandingClock extends Clock {
  at: Date;

  constructor(at = '2026-11-21T09:00:00Z') {
    super();
    this.at = new Date(at);
  }

  override now(): Date {
    return this.at;
  }
}

/** A database of its own for one test file, cloned from the migrated template, reached as the API's role. */
export interface TestDatabase {
  db: Db;
  /** Bare SQL as the server's administrator, past row-level security: only to arrange and to look behind the wall. */
  admin: Pool;
  url: string;
  jobs: Jobs;
  crypto: FieldCrypto;
  close(): Promise<void>;
}

const serverUrl = (): string => {
  const url = process.env['MINTFORGE_TEST_SERVER_URL'];
  if (!url) throw new Error('Database tests run with the Jest project "database", whose globalSetup starts PostgreSQL');
  return url;
};

const withDatabase = (url: string, database: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href;

/** A valid configuration with random secrets for tests. */
export function testConfig(databaseUrl: string): Config {
  const secret = () => randomBytes(32).toString('base64');
  return readConfig({
    NODE_ENV: 'test', DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent',
    MINTFORGE_JWT_SECRET: secret(), MINTFORGE_MASTER_KEY: secret(), MINTFORGE_INDEX_KEY: secret(), MINTFORGE_COOKIE_SECRET: secret(), MINTFORGE_RECEIPT_KEY: secret(), MINTFORGE_ANCHOR_KEY: secret(),
  });
}

/** Clones the migrated template; entities must be imported by the test file before. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const maintenance = new Pool({ connectionString: withDatabase(serverUrl(), 'postgres'), max: 1 });
  await maintenance.query(`select pg_advisory_lock(4711)`);
  await maintenance.query(`create database ${name} template mintforge_template strategy file_copy`);
  await maintenance.query(`select pg_advisory_unlock(4711)`);
  return connectTo(name, new FieldCrypto(testConfig(withDatabase(serverUrl(), name))), maintenance);
}

/** A backup: a copy of a test database as it stands, readable with the same keys. Open connections to the original are cut and come back. */
export async function copyOf({ url, crypto }: TestDatabase): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const original = new URL(url).pathname.slice(1);
  const maintenance = new Pool({ connectionString: withDatabase(serverUrl(), 'postgres'), max: 1 });
  await maintenance.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [original]);
  await maintenance.query(`create database ${name} template ${original} strategy file_copy`);
  return connectTo(name, crypto, maintenance);
}

async function connectTo(name: string, crypto: FieldCrypto, maintenance: Pool): Promise<TestDatabase> {
  const url = withDatabase(serverUrl(), name);
  const source: DataSource = await makeDataSource(appUrl(url), { pool: 8 }).initialize();
  const admin = new Pool({ connectionString: url, max: 2 });
  // Dropping the database ends a connection that is still closing; that is no error of a test.
  for (const pool of [admin, maintenance]) pool.on('error', () => undefined);
  const db = new Db(source);
  return {
    db,
    admin,
    url,
    jobs: new Jobs(db),
    crypto,
    async close() {
      await source.destroy();
      await admin.end();
      await maintenance.query(`drop database ${name} with (force)`);
      await maintenance.end();
    },
  };
}

/** A region with one user per given role, made past the wall. Use it once per test file or per test that must be alone. */
export async function aRegion({ admin }: TestDatabase, { land = 'DE-MV' }: { land?: string } = {}) {
  const key = `r${randomUUID().slice(0, 8)}`;
  const { rows } = await admin.query<{ id: string }>('insert into region (key, name, land) values ($1, $2, $3) returning id', [key, `Region ${key}`, land]);
  return { id: rows[0]!.id, key };
}

/** A user with a role in a region, made past the wall; the actor is ready for `asActor`. */
export async function aUser({ admin }: TestDatabase, regionId: string, role: Role = 'COORDINATOR'): Promise<Actor> {
  const email = `${randomUUID()}@example.test`;
  const { rows } = await admin.query<{ id: string }>('insert into app_user (email, email_key, display_name) values ($1, $1, $2) returning id', [email, `Test ${role}`]);
  await admin.query('insert into membership (region_id, user_id, role) values ($1, $2, $3)', [regionId, rows[0]!.id, role]);
  return { userId: rows[0]!.id, sessionId: null, role, regionId };
}

/** Runs work as an actor, as a request would. */
export const asActor = <T>(actor: Actor, work: () => Promise<T>, action = 'test'): Promise<T> => runInContext({ requestId: randomUUID(), locale: 'de', actor, action }, work);

/** Anchors of the test database in a folder of the test's own, signed by a key of their own. */
export const anchorsIn = ({ db, jobs, url }: TestDatabase, folder: string): AuditAnchors => new AuditAnchors(db, jobs, { ...testConfig(url), ANCHOR_DIR: folder }, new SecurityEvents(db));

/** Resolves when so many transactions of the test database wait for a lock, or when what they are part of is over without. */
export type Waiting = (transactions: number, part: Promise<unknown>) => Promise<void>;

/** SQL that takes the advisory lock which the code knows by a text. */
export const advisoryLock = (text: string): string => `select pg_advisory_xact_lock(hashtextextended('${text}', 0))`;

/**
 * Holds a lock (SQL that takes it) as a transaction under way would, and lets go when `begin` says that all are where they
 * shall meet: who comes first is then no matter of chance. Gives what was begun.
 */
export async function whileHeld<T>({ admin }: TestDatabase, lock: string, begin: (waiting: Waiting) => Promise<{ begun: Promise<T> }>): Promise<T> {
  const holder = await admin.connect();
  const blocked = async () => (await admin.query<{ n: number }>(`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rows[0]!.n;
  try {
    await holder.query(`begin; ${lock}`);
    const { begun } = await begin(async (transactions, part) => {
      let over = false;
      void part.catch(() => undefined).finally(() => (over = true));
      while (!over && (await blocked()) < transactions) await pause(10);
    });
    await holder.query('rollback');
    return await begun;
  } finally {
    await holder.query('rollback');
    holder.release();
  }
}

/** Works off every stored job and event of the test database, then stops. */
export async function drainJobs({ url, jobs }: TestDatabase): Promise<void> {
  const pool = new Pool({ connectionString: appUrl(url), max: 4 });
  pool.on('error', () => undefined).on('connect', (client) => void client.on('error', () => undefined));
  await jobs.work(pool, 1);
  const waiting = async () => (await pool.query<{ n: number }>('select count(*)::int as n from graphile_worker.jobs where run_at <= now() and attempts < max_attempts')).rows[0]!.n;
  for (let round = 0; round < 600 && (await waiting()) > 0; round++) await new Promise((done) => setTimeout(done, 20));
  await jobs.stop();
  await pool.end();
}

/**
 * Runs work on a database whose consent gate says yes to everybody, and puts the real one back. What leaves then and not
 * otherwise did ask this gate, so that a test which sees nothing leave would fail without it.
 */
export async function withoutGate<T>({ admin }: TestDatabase, work: () => Promise<T>): Promise<T> {
  const { rows } = await admin.query<{ text: string }>(`select pg_get_functiondef('app.consent_gate(text, uuid[])'::regprocedure) as text`);
  await admin.query(`create or replace function app.consent_gate(wanted text, pupils uuid[]) returns table (pupil_id uuid, answer text) language sql stable as $$ select distinct unnest(pupils), 'GIVEN' $$`);
  try {
    return await work();
  } finally {
    await admin.query(rows[0]!.text);
  }
}
