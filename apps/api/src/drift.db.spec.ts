import 'reflect-metadata';
import { appUrl, makeDataSource } from '@mintforge/platform';
import { openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module';

/** Tables that no entity describes: they are read and written by SQL alone. */
const withoutEntity: Record<string, string> = {
  consent_form: 'printed and returned by the set',
  audit: 'written by app.append_audit only', audit_subject: 'written by app.append_audit only', audit_base: 'written by app.cut_audit only',
  security_event: 'one insert', alert_rule: 'adopted as a whole', security_alert: 'one insert and one update', break_glass: 'written as SYSTEM after its rules were asked',
  office_task: 'the machinery of the platform', outbox: 'the machinery of the platform', job: 'the machinery of the platform', mail: 'the machinery of the platform', file: 'the machinery of the platform', idempotency: 'the machinery of the platform',
  region: 'belongs to no region, so the helpers for tenant rows do not fit', app_user: 'belongs to no region', membership: 'a bare pair', session: 'belongs to no region', link: 'belongs to no region', guess: 'kept by the limiter library',
  import_row: 'written ten thousand at once', import_mapping: 'one upsert', organisation_merge: 'what a merge moved, as JSON', not_a_duplicate: 'a bare pair', postcode: 'reference data, loaded as a whole',
  signer_rule: 'adopted as a whole', signer_rule_proposal: 'one insert and one update', purpose_rule_switch: 'one insert', consent_wording: 'written as a whole with its text', custody: 'one insert, the latest counts', receipt_key: 'one insert', consent_link: 'one insert and one update', consent_receipt: 'written by the thousand', consent_approach: 'written by the hundred', chase_rule: 'one insert, the latest counts', consent_ended: 'a bare mark',
  working_time_limit: 'one upsert', travel_time: 'written as a whole by its job', shared_need: 'one upsert, sealed', host_link: 'one insert and one update', media_person: 'a bare pair', use_limit: 'one upsert',
  retention_signature: 'one insert', retention_result: 'one upsert',
  person_key: 'sealed keys', needs_key: 'sealed keys', shredded_key: 'bare ids, by trigger', guardianship: 'a bare pair', pupil_contact: 'one insert, one delete', pupil_token: 'blind index, written by the thousand',
  round_occurrence: 'a bare pair', wish: 'written by the thousand', run_result: 'written by the thousand', run_place: 'written by the thousand', run_occurrence: 'written by the thousand',
  round_need: 'a bare pair', round_offer: 'a bare pair', mentor_rank: 'written as a whole order', allocation_gap: 'written whole by its job',
  run_record: 'one packed file a run, written once', forecast: 'written whole by its job',
};

interface Column {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
}

let database: TestDatabase;
let source: DataSource;
let columns: Column[];

beforeAll(async () => {
  // Importing the features registers their entities.
  expect(AppModule.features().length).toBeGreaterThan(0);
  database = await openTestDatabase();
  source = await makeDataSource(appUrl(database.url), { pool: 2 }).initialize();
  columns = (
    await database.admin.query<Column>(
      `select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable
         from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration' and a.attnum > 0 and not a.attisdropped`)
  ).rows;
});
afterAll(async () => {
  await source.destroy();
  await database.close();
});

const line = ({ table, name, type, nullable }: Column): string => `${table}.${name} ${type}${nullable ? ' null' : ''}`;

describe('entities and tables', () => {
  it('agree on every column, its type and whether it may be empty', () => {
    const described = source.entityMetadatas.flatMap((entity) =>
      entity.columns.map((column) => ({ table: entity.tableName, name: column.databaseName, type: `${source.driver.normalizeType(column)}${column.isArray ? '[]' : ''}`, nullable: column.isNullable })),
    );
    const tables = new Set(described.map(({ table }) => table));
    const existing = columns.filter(({ table }) => tables.has(table)).map(line);
    expect(described.map(line).filter((entry) => !existing.includes(entry)).sort()).toEqual([]);
    expect(existing.filter((entry) => !described.map(line).includes(entry)).sort()).toEqual([]);
  });

  it('leave no table undescribed but those of the list', () => {
    const tables = new Set(source.entityMetadatas.map(({ tableName }) => tableName));
    const undescribed = new Set(columns.map(({ table }) => table).filter((table) => !tables.has(table)));
    expect([...undescribed].sort()).toEqual(Object.keys(withoutEntity).sort());
  });
});
