import { can, permissions, roles, type ActingRole, type Permission } from '@mintforge/domain/kernel';
import { randomUUID } from 'node:crypto';
import { Client, type PoolClient } from 'pg';
import { appUrl } from './db/migrate';
import { aRegion, aUser, openTestDatabase, type TestDatabase } from './testing';

type Verb = 'select' | 'insert' | 'update' | 'delete';
type Where = 'here' | 'elsewhere' | 'nowhere';
interface Someone {
  role: ActingRole | null;
  where: Where;
}
type Rule = (verb: Verb, who: Someone) => boolean;

const verbs: readonly Verb[] = ['select', 'insert', 'update', 'delete'];
const everybody: Someone[] = [
  ...[...roles, 'SYSTEM' as const].flatMap((role) => (['here', 'elsewhere', 'nowhere'] as const).map((where) => ({ role, where }))),
  { role: 'NOBODY', where: 'nowhere' },
  { role: null, where: 'nowhere' },
];

const holds = ({ role, where }: Someone, permission: Permission): boolean => where === 'here' && can(role, permission);
const readWrite = (read: Permission, write: Permission): Rule => (verb, who) => (verb === 'select' ? holds(who, read) : verb === 'insert' ? holds(who, write) : holds(who, read) && holds(who, write));
/** Rows are added and read; nobody of the API changes or removes one. */
const appendOnly = (read: Permission, write: Permission): Rule => (verb, who) => (verb === 'select' ? holds(who, read) : verb === 'insert' && holds(who, write));
const isSystem = ({ role }: Someone): boolean => role === 'SYSTEM';

/** Tables that are not simply behind one permission to read and one to write. Rows are another person's. */
const special: Record<string, Rule> = {
  region: (verb, who) => verb !== 'delete' && (can(who.role, 'regions.write') || (verb === 'select' && who.where === 'here' && who.role !== null)),
  app_user: (verb, who) => (isSystem(who) ? true : verb === 'select' && holds(who, 'users.read')),
  membership: (verb, who) => verb !== 'update' && (isSystem(who) || holds(who, verb === 'select' ? 'users.read' : 'users.write')),
  session: (_, who) => isSystem(who),
  link: (_, who) => isSystem(who),
  guess: (_, who) => who.role === 'NOBODY',
  ...Object.fromEntries(['audit', 'audit_base', 'audit_subject'].map((table): [string, Rule] => [table, (verb, who) => verb === 'select' && (isSystem(who) || holds(who, 'audit.read'))])),
  ...Object.fromEntries(['signer_rule_proposal', 'consent_text', 'consent_wording'].map((table) => [table, appendOnly('purposes.read', 'purposes.write')])),
  signer_rule: (verb, who) => appendOnly('purposes.read', 'purposes.write')(verb, who) || (verb === 'insert' && holds(who, 'purposes.release')),
  purpose_rule_switch: appendOnly('purposes.read', 'purposes.release'),
  controller: appendOnly('purposes.read', 'purposes.write'),
  receipt_key: appendOnly('purposes.read', 'consent.write'),
  ...Object.fromEntries(['custody', 'chase_rule', 'consent_decision', 'consent_receipt', 'consent_ended'].map((table) => [table, appendOnly('consent.read', 'consent.write')])),
  purpose: (verb, who) => readWrite('purposes.read', 'purposes.write')(verb, who) || (verb === 'update' && holds(who, 'purposes.read') && holds(who, 'purposes.release')),
  break_glass: (verb, who) => (verb === 'select' ? holds(who, 'glass.read') : isSystem(who) && who.where === 'here'),
  // Somebody adds events of their own only; the row here is another's.
  security_event: (verb, who) => isSystem(who) && verb !== 'update',
  // A row of no kind belongs to nobody; who may what with each kind is asked below.
  file: () => false,
  idempotency: (verb, who) => (verb === 'select' || verb === 'delete') && who.where === 'here' && isSystem(who),
  retention_rule: (verb, who) => (verb === 'delete' ? holds(who, 'retention.write') : appendOnly('retention.read', 'retention.write')(verb, who)),
  outbox: (verb, who) => (verb === 'insert' ? who.where === 'here' : verb === 'delete' ? who.where === 'here' && isSystem(who) : holds(who, 'jobs.read')),
};

let database: TestDatabase;
let api: Client;
let regions: Record<Exclude<Where, 'nowhere'>, string>;
let actors: Map<string, string>;

beforeAll(async () => {
  database = await openTestDatabase();
  regions = { here: (await aRegion(database)).id, elsewhere: (await aRegion(database)).id };
  actors = new Map();
  for (const role of roles) for (const where of ['here', 'elsewhere'] as const) actors.set(`${role} ${where}`, (await aUser(database, regions[where], role)).userId ?? '');
  // Any row will do, so that tables need no builders here: only the wall is asked, not keys and checks.
  const { rows } = await database.admin.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name from pg_constraint where connamespace = 'public'::regnamespace and contype in ('f', 'c') order by contype desc`);
  for (const { table, name } of rows) await database.admin.query(`alter table ${table} drop constraint ${name}`);
  api = new Client({ connectionString: appUrl(database.url) });
  await api.connect();
});
afterAll(async () => {
  await api.end();
  await database.close();
});

interface Column {
  name: string;
  type: string;
}

const samples: Record<string, () => unknown> = {
  uuid: randomUUID, text: randomUUID, bytea: () => Buffer.from(randomUUID()), jsonb: () => '{}', boolean: () => false, date: () => '2026-11-21',
  'timestamp with time zone': () => '2026-11-21T12:00:00Z', 'double precision': () => 1, integer: () => 1, bigint: () => Math.floor(Math.random() * 1e9), smallint: () => 1,
};

/** A row with every required column filled by any value of its type. */
async function anyRow(table: string, known: Record<string, unknown>): Promise<{ names: string[]; values: unknown[] }> {
  const { rows: columns } = await database.admin.query<Column>(
    `select a.attname as name, format_type(a.atttypid, null) as type from pg_attribute a
      where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and (a.attnotnull and not a.atthasdef or a.attname = any($2))`,
    [table, Object.keys(known)],
  );
  const value = ({ name, type }: Column): unknown => {
    const sample = type.endsWith('[]') ? () => '{}' : samples[type];
    if (!(name in known) && !sample) throw new Error(`No sample of ${type} for ${table}.${name}`);
    return name in known ? known[name] : sample?.();
  };
  return { names: columns.map(({ name }) => name), values: columns.map(value) };
}

async function insert(client: Pick<PoolClient, 'query'>, table: string, known: Record<string, unknown>): Promise<void> {
  const { names, values } = await anyRow(table, known);
  await client.query(`insert into ${table} (${names.map((name) => `"${name}"`).join(', ')}) values (${values.map((_, index) => `$${index + 1}`).join(', ')})`, values);
}

/** What makes a row of the table belong to the region `here`; users do so by a membership. */
async function arrange(table: string): Promise<{ row: Record<string, unknown>; key: string }> {
  const { rows } = await database.admin.query<{ name: string }>(`select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey) where i.indrelid = $1::regclass and i.indisprimary`, [table]);
  const names = rows.map(({ name }) => name);
  const { names: filled, values } = await anyRow(table, Object.fromEntries(names.map((name) => [name, null])));
  const types = await database.admin.query<Column>('select attname as name, format_type(atttypid, null) as type from pg_attribute where attrelid = $1::regclass', [table]);
  const typeOf = (name: string) => types.rows.find((column) => column.name === name)?.type ?? '';
  const row = Object.fromEntries(filled.map((name, index) => [name, names.includes(name) ? samples[typeOf(name)]?.() : values[index]]));
  if ('region_id' in row && table !== 'session') row['region_id'] = regions.here;
  if (table === 'region') row['id'] = regions.here;
  else await insert(database.admin, table, row);
  if (table === 'app_user') await insert(database.admin, 'membership', { region_id: regions.here, user_id: row['id'], role: 'AUDITOR' });
  return { row, key: names.map((name) => `"${name}" = '${String(row[name])}'`).join(' and ') };
}

/** Whether somebody may do this to the row; everything is rolled back. */
async function may(verb: Verb, table: string, { row, key }: Awaited<ReturnType<typeof arrange>>, { role, where }: Someone): Promise<boolean> {
  await api.query('begin');
  try {
    if (role !== null) await api.query(`select set_config('app.role', $1, true), set_config('app.region', $2, true), set_config('app.actor', $3, true)`, [role, where === 'nowhere' ? '' : regions[where], actors.get(`${role} ${where}`) ?? '']);
    if (verb === 'insert') {
      const fresh = 'region_id' in row && table !== 'session' ? { region_id: regions.here } : {};
      await insert(api, table, fresh);
      return true;
    }
    const column = Object.keys(row)[0] ?? '';
    const statement = { select: `select from ${table} where ${key}`, update: `update ${table} set "${column}" = "${column}" where ${key}`, delete: `delete from ${table} where ${key}` }[verb];
    return (await api.query(statement)).rowCount === 1;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '42501') return false;
    // The wall is asked before the index: who is told that such a row exists already was let through.
    if (code === '23505') return true;
    throw error;
  } finally {
    await api.query('rollback');
  }
}

const tablesOf = async (): Promise<string[]> =>
  (await database.admin.query<{ name: string }>(`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration' order by c.relname`)).rows.map(({ name }) => name);

/** The permissions that stand in the policies of a table made by `app.protect`. */
async function protectionOf(table: string): Promise<Rule> {
  const { rows } = await database.admin.query<{ cmd: string; text: string }>(`select cmd, coalesce(qual, with_check) as text from pg_policies where schemaname = 'public' and tablename = $1`, [table]);
  const permissionOf = (cmd: string): Permission => {
    const found = rows.filter((row) => row.cmd === cmd).map(({ text }) => /app\.can\('([^']+)'/.exec(text)?.[1]);
    const [permission] = found;
    if (found.length !== 1 || !permission || !(permission in permissions)) throw new Error(`${table}: ${cmd} is not behind one permission of the table; name its rule in this spec`);
    return permission as Permission;
  };
  const [adding, changing, removing] = [permissionOf('INSERT'), permissionOf('UPDATE'), permissionOf('DELETE')];
  if (adding !== changing || adding !== removing) throw new Error(`${table} has different permissions to write; name its rule in this spec`);
  return readWrite(permissionOf('SELECT'), adding);
}

describe('who may do what to a row', () => {
  it('is what the permission table says, for every actor, verb and table, and nothing across regions', async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const table of await tablesOf()) {
      const rule = special[table] ?? (await protectionOf(table));
      const arranged = await arrange(table);
      for (const who of everybody) {
        for (const verb of verbs) {
          const allowed = await may(verb, table, arranged, who);
          asked++;
          if (allowed !== rule(verb, who)) wrong.push(`${who.role ?? 'no role'} ${who.where} ${allowed ? 'may' : 'may not'} ${verb} ${table}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(30 * everybody.length * verbs.length);
  }, 120_000);

  it('keeps pupils from everybody but coordination and evaluation, their identity from all but coordination', async () => {
    const readers = async (table: string) => {
      const rule = await protectionOf(table);
      return roles.filter((role) => rule('select', { role, where: 'here' }));
    };
    expect(await readers('pupil')).toEqual(['COORDINATOR', 'EVALUATION_MANAGER']);
    for (const table of ['person_key', 'pupil_token']) expect(await readers(table)).toEqual(['COORDINATOR']);
  });

  it('lets a person read their own account, roles and sessions, and nobody else’s', async () => {
    const [mine, other] = [actors.get('AUDITOR here') ?? '', actors.get('AUDITOR elsewhere') ?? ''];
    for (const user of [mine, other]) await insert(database.admin, 'session', { user_id: user });
    await api.query('begin');
    await api.query(`select set_config('app.role', 'NOBODY', true), set_config('app.actor', $1, true)`, [mine]);
    for (const [table, column] of [['app_user', 'id'], ['membership', 'user_id'], ['session', 'user_id']] as const) {
      const { rows } = await api.query<{ id: string }>(`select distinct ${column} as id from ${table}`);
      expect(rows).toEqual([{ id: mine }]);
    }
    await api.query('rollback');
  });

  it('is copied from the permission table of the domain into the database', async () => {
    const { rows } = await database.admin.query<{ pair: string }>(`select role || ' ' || permission as pair from app.permission`);
    const wanted = Object.entries(permissions).flatMap(([permission, holders]) => holders.map((role) => `${role} ${permission}`));
    expect(rows.map(({ pair }) => pair).sort()).toEqual(wanted.sort());
  });
});
