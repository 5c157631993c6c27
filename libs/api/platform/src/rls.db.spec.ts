import { openTestDatabase, type TestDatabase } from './testing';

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

const names = async (sql: string): Promise<string[]> => (await database.admin.query<{ name: string }>(sql)).rows.map(({ name }) => name);

/** Tables outside any region, each with the reason why its rows are no tenant's. */
const outsideRegions: Record<string, string> = {
  region: 'is the tenant itself',
  app_user: 'one person may work in several regions',
  session: 'belongs to a person, not to a region',
  link: 'belongs to a person, not to a region',
  guess: 'counts tries of people who are not signed in',
};

/** Indexes of tenant tables that lead with something else. */
const otherIndexes: Record<string, string> = {
  membership_of_user: 'sign-in asks for the regions of a person before any region is known',
  audit_ids: 'GIN over the touched ids; the region is checked on the few rows it finds',
};

const ours = `pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'migration'`;
const list = (known: Record<string, string>) => Object.keys(known).map((name) => `'${name}'`).join(', ');

describe('every table', () => {
  it('has row-level security enabled and forced, and at least one policy', async () => {
    expect((await names(`select c.relname as name from ${ours}`)).length).toBeGreaterThan(30);
    expect(await names(`select c.relname as name from ${ours} where not (c.relrowsecurity and c.relforcerowsecurity) or not exists (select from pg_policy p where p.polrelid = c.oid)`)).toEqual([]);
  });

  it('belongs to the owner, never to the role the API connects as', async () => {
    expect(await names(`select c.relname as name from ${ours} where c.relowner <> 'mintforge_owner'::regrole`)).toEqual([]);
  });

  it('of a region leads its primary key and every index with region_id', async () => {
    const leads = `(select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0])`;
    const tables = `${ours} where c.relname not in (${list(outsideRegions)})`;
    expect(await names(`select c.relname as name from ${tables} and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and ${leads} = 'region_id')`)).toEqual([]);
    expect(await names(`select x.relname as name from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
      where c.oid in (select c.oid from ${tables}) and ${leads} is distinct from 'region_id' and x.relname not in (${list(otherIndexes)})`)).toEqual([]);
  });

  it('outside regions carries no region key by mistake, and every exception still exists', async () => {
    expect((await names(`select c.relname as name from ${ours} where c.relname in (${list(outsideRegions)})`)).sort()).toEqual(Object.keys(outsideRegions).sort());
    expect((await names(`select relname as name from pg_class where relname in (${list(otherIndexes)})`)).sort()).toEqual(Object.keys(otherIndexes).sort());
  });
});

describe('every foreign key', () => {
  const keys = `pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public' where k.contype = 'f'`;

  it('says what happens when its parent is deleted', async () => {
    expect(await names(`select k.conname as name from ${keys} and k.confdeltype = 'a'`)).toEqual([]);
  });

  it('between tables of a region holds the region, so that no row can point across', async () => {
    const first = (columns: string, table: string) => `(select a.attname from pg_attribute a where a.attrelid = ${table} and a.attnum = ${columns}[1])`;
    expect(await names(`select k.conname as name from ${keys} and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'region_id')
      and not (${first('k.conkey', 'k.conrelid')} = 'region_id' and ${first('k.confkey', 'k.confrelid')} = 'region_id')`)).toEqual([]);
  });

  it('has an index that finds its rows when the parent goes', async () => {
    expect(await names(`select c.relname || '.' || k.conname as name from ${keys} and cardinality(k.conkey) > 1 and not exists (
      select from pg_index i where i.indrelid = k.conrelid and (i.indkey::smallint[])[0:cardinality(k.conkey) - 1] @> k.conkey)`)).toEqual([]);
  });
});

describe('the API’s role', () => {
  it('is neither owner nor superuser nor free of row-level security, and cannot become one who is', async () => {
    expect(await names(`select rolname as name from pg_roles where rolname in ('mintforge_app', 'mintforge_public') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`)).toEqual([]);
    expect(await names(`select r.rolname as name from pg_roles r where pg_has_role('mintforge_app', r.oid, 'member') and r.rolname <> 'mintforge_app'`)).toEqual([]);
  });

  it('may create nothing in our schemas', async () => {
    expect(await names(`select nspname as name from pg_namespace where nspname in ('public', 'app') and has_schema_privilege('mintforge_app', oid, 'create')`)).toEqual([]);
  });

  it('cannot truncate, and cannot touch the permission table or the audit', async () => {
    expect(await names(`select c.relname as name from ${ours} where has_table_privilege('mintforge_app', c.oid, 'truncate, trigger, references')`)).toEqual([]);
    expect(await names(`select t as name from unnest(array['app.permission', 'public.audit', 'public.audit_base', 'public.audit_subject']) t where has_table_privilege('mintforge_app', t, 'insert, update, delete')`)).toEqual([]);
  });

  it('of the partner API sees no table at all yet', async () => {
    expect(await names(`select c.relname as name from ${ours} where has_table_privilege('mintforge_public', c.oid, 'select, insert, update, delete')`)).toEqual([]);
  });
});

describe('policies and functions', () => {
  it('ask their functions once per statement, not once per row', async () => {
    const { rows } = await database.admin.query<{ name: string; text: string }>(`select tablename || '.' || policyname as name, coalesce(qual, '') || coalesce(with_check, '') as text from pg_policies where schemaname = 'public'`);
    expect(rows.filter(({ text }) => /(?<!SELECT )app\.\w+\(/.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('run with a fixed search path where they have the owner’s rights', async () => {
    const functions = `pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'app') and p.prosecdef`;
    expect(await names(`select p.proname as name from ${functions} order by 1`)).toEqual(['acts_on', 'append_audit', 'cut_audit', 'forget_consents', 'forget_custody', 'glass_open', 'refresh_statistics']);
    expect(await names(`select p.proname as name from ${functions} and not coalesce(p.proconfig::text like '%search_path=%', false)`)).toEqual([]);
    expect(await names(`select p.proname as name from ${functions} and has_function_privilege('mintforge_public', p.oid, 'execute')`)).toEqual([]);
  });

  it('are not gone around by a view', async () => {
    expect(await names(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'app')
      where c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions::text like '%security_invoker=true%', false))`)).toEqual([]);
  });
});
