import { permissions } from '@mintforge/domain/kernel';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pool, type PoolClient } from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { migrateJobs } from '../jobs';

const roles = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'mintforge_owner') then create role mintforge_owner nologin; end if;
  if not exists (select from pg_roles where rolname = 'mintforge_app') then create role mintforge_app login nosuperuser nobypassrls; end if;
  if not exists (select from pg_roles where rolname = 'mintforge_public') then create role mintforge_public login nosuperuser nobypassrls; end if;
end $$;`;

const extensions = ['pg_trgm', 'unaccent', 'btree_gist', 'fuzzystrmatch'];

/** TypeORM migration classes from the numbered SQL files of a folder; each runs once, in a transaction of its own. */
function migrationsOf(folder: string): (new () => MigrationInterface)[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const [number = '', ...words] = file.replace('.sql', '').split(/[_-]/);
      const name = `${words.join('_')}${number.padStart(13, '0')}`;
      return class implements MigrationInterface {
        readonly name = name;
        async up(runner: QueryRunner): Promise<void> {
          await runner.query(readFileSync(join(folder, file), 'utf8'));
        }
        async down(): Promise<void> {
          throw new Error('Migrations go forward only');
        }
      };
    });
}

/** The URL of the same database for the API's own role. Without a password the server must trust it (embedded server). */
export function appUrl(ownerUrl: string, password?: string): string {
  const url = new URL(ownerUrl);
  url.username = 'mintforge_app';
  url.password = password ?? '';
  return url.href;
}

/** Creates roles and extensions as the administrator, migrates as `mintforge_owner`, then refreshes the permission table. */
export async function migrate({ url, appPassword, folder }: { url: string; appPassword?: string; folder: string }): Promise<string[]> {
  const admin = new Pool({ connectionString: url, max: 1 });
  const client = await admin.connect();
  try {
    await client.query("select pg_advisory_lock(hashtextextended('mintforge migrate', 0))");
    await client.query(roles);
    await prepare(client, appPassword);
    const applied = await runMigrations(url, folder);
    await syncPermissions(client);
    await prepareJobs(client, url);
    return applied;
  } finally {
    await client.query("select pg_advisory_unlock_all()");
    client.release();
    await admin.end();
  }
}

async function prepare(client: PoolClient, appPassword?: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name');
  const database = rows[0]!.name;
  if (appPassword) await client.query(`alter role mintforge_app password ${client.escapeLiteral(appPassword)}`);
  await client.query(`grant mintforge_owner, mintforge_app to current_user`);
  await client.query(`grant create on database ${database} to mintforge_owner`);
  await client.query('grant all on schema public to mintforge_owner; revoke create on schema public from public');
  for (const extension of extensions) await client.query(`create extension if not exists ${extension}`);
}

async function runMigrations(url: string, folder: string): Promise<string[]> {
  const source = new DataSource({ type: 'postgres', url, entities: [], migrations: migrationsOf(folder), migrationsTableName: 'migration', installExtensions: false, extra: { options: '-c role=mintforge_owner', max: 1 } });
  await source.initialize();
  try {
    return (await source.runMigrations({ transaction: 'each' })).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

async function syncPermissions(client: PoolClient): Promise<void> {
  const pairs = Object.entries(permissions).flatMap(([permission, roles]) => roles.map((role) => ({ permission, role })));
  await client.query('begin; delete from app.permission');
  await client.query('insert into app.permission (role, permission) select r.role, r.permission from jsonb_to_recordset($1) as r(role text, permission text)', [JSON.stringify(pairs)]);
  await client.query('commit');
}

/** The job tables belong to the API's role, so that a job can be stored in the transaction that causes it. */
async function prepareJobs(client: PoolClient, url: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name');
  await client.query(`grant create on database ${rows[0]!.name} to mintforge_app`);
  const pool = new Pool({ connectionString: url, max: 2, options: '-c role=mintforge_app' });
  pool.on('error', () => undefined).on('connect', (connected) => void connected.on('error', () => undefined));
  await migrateJobs(pool).finally(() => pool.end());
  await client.query(`revoke create on database ${rows[0]!.name} from mintforge_app`);
}
