import 'reflect-metadata';
import { accessBlocks, withheld } from '@mintforge/privacy';
import { rightsOf } from '@mintforge/privacy/testing';
import { dataMap, keyTables, Clock, type Actor, type KeyTable, type PersonalColumn, type TableMap } from '@mintforge/platform';
import { aRegion, asActor, aUser, copyOf, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { Logger } from '@nestjs/common';
import { unzipSync } from 'fflate';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { AppModule } from './app.module';

interface Column {
  name: string;
  type: string;
  nullable: boolean;
  given: boolean;
}

interface Shape {
  columns: Column[];
  /** Columns that refer to a row of another table. */
  parents: Record<string, string>;
}

type Kind = 'PUPIL' | 'GUARDIAN' | 'CONTACT';

const keysOfPeople: readonly string[] = Object.values(keyTables);
const homes: Record<Kind, string> = { PUPIL: 'pupil', GUARDIAN: 'guardian', CONTACT: 'contact' };
/** The trail: rows come by what is done here, and a person reads it as a log. */
const byThemselves = new Set(['audit']);
const folder = mkdtempSync(join(tmpdir(), 'mintforge-canaries-'));

let kind: Kind;
let database: TestDatabase;
let backup: TestDatabase;
let region: string;
let [coordinator, second]: Actor[] = [];
let shapes: Map<string, Shape>;
let tables: [string, TableMap][];
let mara: Person;
let other: Person;

/** Somebody with a row in every table that can hold one of theirs, and a value of their own in every personal column of it. */
interface Person {
  sign: string;
  id: string;
  ids: Map<string, string>;
  /** The pupil of a guardian. */
  ward: string;
  canaries: Map<string, string>;
  rows: Map<string, Record<string, unknown>>;
}

const pathsOf = (map: TableMap) => (map.subjects ?? []).filter((path) => path.kind === kind);
const rowsOf = (map: TableMap) => pathsOf(map).map(({ rows }) => `(${rows})`).join(' or ');
const actOn = (map: TableMap) => (['DELETE', 'CLEAR', 'KEEP'] as const).find((act) => pathsOf(map).some(({ onErasure }) => onErasure === act));
const rightsAt = (at: TestDatabase) => rightsOf(at, { folder, clock: new Clock() });

async function readShapes(): Promise<Map<string, Shape>> {
  const { rows } = await database.admin.query<Column & { table: string }>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable, a.atthasdef or a.attgenerated <> '' as given
       from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`);
  const keys = await database.admin.query<{ table: string; name: string; parent: string }>(
    `select c.relname as table, a.attname as name, p.relname as parent from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey) where k.contype = 'f' and a.attname <> 'region_id'`);
  return new Map([...Map.groupBy(rows, ({ table }) => table)].map(([table, columns]) => [table, { columns, parents: Object.fromEntries(keys.rows.filter((key) => key.table === table).map(({ name, parent }) => [name, parent])) }]));
}

/** Every value is another one, so that no unique key stands in the way. */
let counted = 1;
const samples: Record<string, () => unknown> = {
  uuid: randomUUID, text: () => `x${counted++}`, bytea: () => randomBytes(32), jsonb: () => '{}', boolean: () => true, date: () => '2026-11-20', 'timestamp with time zone': () => '2026-11-20T12:00:00Z',
  'double precision': () => counted++, integer: () => counted++, bigint: () => counted++, smallint: () => counted++,
};
const sample = (type: string): unknown => (type.endsWith('[]') ? [] : (samples[type] ?? randomUUID)());

const holding = new Map<string, (word: string) => unknown>([['text', (word) => word], ['text[]', (word) => [word]], ['jsonb', (word) => JSON.stringify({ word })], ['bytea', (word) => Buffer.from(word)]]);

/** The key that a sealed value of a person is under; made when it is the first. */
async function keyOf(table: KeyTable, person: string): Promise<Buffer> {
  const known = await database.admin.query<{ wrapped: Buffer }>(`select wrapped from ${table} where region_id = $1 and person_id = $2`, [region, person]);
  if (known.rows[0]) return known.rows[0].wrapped;
  const wrapped = database.crypto.newPersonKey(region, person, table);
  const client = await database.admin.connect();
  // The pupil follows with all rows of theirs.
  await client.query('set session_replication_role = replica');
  await insert(client, table, { region_id: region, person_id: person, wrapped });
  await client.query('set session_replication_role = default');
  client.release();
  return wrapped;
}

async function valueOf(person: Person, table: string, map: TableMap, row: Record<string, unknown>, { name, type }: Column, column: PersonalColumn): Promise<unknown> {
  const make = holding.get(type);
  if (!make) return sample(type);
  const word = `zq${person.sign}${person.canaries.size}zq`;
  person.canaries.set(`${table}.${name}`, word);
  if (column.rest === 'FILE_KEY') return database.crypto.sealFile(row['wrapped'] as Buffer, { table, column: name, id: String(row['id']) }, Buffer.from(word));
  if (table === 'consent_receipt' && name === 'document') return JSON.stringify({ word });
  const keyTable = keyTables[column.rest];
  if (!keyTable) return make(word);
  const at = map.sealedAt?.(row) ?? { table, person: String(row['id']) };
  return database.crypto.sealFields(await keyOf(keyTable, at.person), at.table, at.person, { [name]: word }, keyTable)[name];
}

/** A row of a table that nobody owns, for rows of people to refer to. */
async function aParent(client: PoolClient, table: string): Promise<string> {
  const id = randomUUID();
  const row: Record<string, unknown> = { region_id: region, id };
  for (const { name, type, nullable, given } of shapes.get(table)!.columns) if (!(name in row) && !nullable && !given) row[name] = sample(type);
  await insert(client, table, row);
  return id;
}

const insert = (client: PoolClient, table: string, row: Record<string, unknown>) =>
  client.query(`insert into ${table} (${Object.keys(row).map((name) => `"${name}"`).join(', ')}) values (${Object.keys(row).map((_, at) => `$${at + 1}`).join(', ')})`, Object.values(row));

async function aPersonEverywhere(sign: string): Promise<Person> {
  const id = randomUUID();
  const person: Person = { sign, id, ids: new Map(tables.map(([table]) => [table, table === homes[kind] ? id : randomUUID()])), canaries: new Map(), rows: new Map(), ward: randomUUID() };
  if (kind === 'GUARDIAN') await keyOf('person_key', person.ward);
  // Contacts at work have no key: what is sealed of others in a row of theirs is empty.
  if (kind !== 'CONTACT') await keyOf('person_key', id);
  if (kind === 'PUPIL') await keyOf('needs_key', id);
  const client = await database.admin.connect();
  // Rows refer to others in any order; while people are erased, every key and trigger counts.
  await client.query('set session_replication_role = replica');
  try {
    for (const [table, map] of tables.filter(([name]) => !keysOfPeople.includes(name))) {
      const { columns, parents } = shapes.get(table)!;
      const row: Record<string, unknown> = { region_id: region };
      const theirs: Record<string, unknown> = { id: person.ids.get(table), [`${homes[kind]}_id`]: id, person_id: id, subject_id: id, subject_kind: kind, recipient_id: kind === 'GUARDIAN' ? id : null };
      if (kind === 'GUARDIAN') Object.assign(theirs, { slot: 'GUARDIAN_1', signer: 'GUARDIAN_1', pupil_id: person.ward });
      for (const column of columns.filter(({ name }) => name !== 'region_id')) {
        const parent = parents[column.name];
        if (column.name in theirs) row[column.name] = theirs[column.name];
        else if (parent && person.ids.has(parent)) row[column.name] = person.ids.get(parent);
        else if (parent && !column.nullable && shapes.get(parent)!.columns.some(({ name }) => name === 'region_id') && shapes.get(parent)!.columns.some(({ name }) => name === 'id')) row[column.name] = await aParent(client, parent);
        else if (table === 'file' && column.name === 'kind') row[column.name] = kind === 'PUPIL' ? 'SCAN' : 'EXPORT';
        else if (table === 'file' && column.name === 'wrapped') row[column.name] = database.crypto.newFileKey(region, String(row['id'] ?? theirs['id']));
        else if (!map.personal?.[column.name] && !column.nullable && !column.given) row[column.name] = sample(column.type);
      }
      for (const column of columns) {
        const personal = map.personal?.[column.name];
        if (!personal || column.name in row || (kind === 'CONTACT' && personal.rest === 'PERSON_KEY')) continue;
        row[column.name] = table === 'mail' && column.name === 'recipient' && kind === 'CONTACT' ? person.canaries.get('contact.email') : await valueOf(person, table, map, row, column, personal);
      }
      await insert(client, table, row);
      person.rows.set(table, row);
    }
  } finally {
    await client.query('set session_replication_role = default');
    client.release();
  }
  return person;
}

const signsIn = (text: string, sign: string): string[] => text.match(new RegExp(`zq${sign}\\d+zq`, 'g')) ?? [];
/** Every run of hexadecimal digits read as bytes, as a dump shows bytes. */
const unhexed = (text: string): string => [...text.matchAll(/(?:[\da-f]{2}){6,}/g)].map(([hex]) => Buffer.from(hex, 'hex').toString('latin1')).join('\n');

/** Where a canary of somebody can still be read: any column of any table of any schema as text or bytes, and whatever a key that is left opens. */
async function whatIsLeft(at: TestDatabase, sign: string): Promise<string[]> {
  const found = new Set<string>();
  const names = await at.admin.query<{ schema: string; name: string }>(`select schemaname as schema, tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
  for (const { schema, name } of names.rows) {
    const { rows } = await at.admin.query<{ row: string }>(`select to_jsonb(r)::text as row from ${schema}.${name} r`);
    for (const { row } of rows) {
      for (const [column, value] of Object.entries(JSON.parse(row) as Record<string, unknown>)) {
        const text = JSON.stringify(value).toLowerCase();
        if (signsIn(`${text}\n${unhexed(text)}`, sign).length > 0) found.add(`${name}.${column}`);
      }
    }
  }
  const keys = new Map<string, Buffer>();
  for (const table of keysOfPeople) for (const { id, wrapped } of (await at.admin.query<{ id: string; wrapped: Buffer }>(`select person_id as id, wrapped from ${table}`)).rows) keys.set(`${table} ${id}`, wrapped);
  for (const [table, map] of dataMap()) {
    for (const [name, { rest }] of Object.entries(map.personal ?? {})) {
      if (!keyTables[rest] && rest !== 'FILE_KEY') continue;
      const { rows } = await at.admin.query<Record<string, unknown>>(`select * from ${table} where "${name}" is not null`);
      for (const row of rows) if (signsIn(opened(at, table, map, row, name, keys), sign).length > 0) found.add(`${table}.${name}`);
    }
  }
  return [...found].sort();
}

/** The text of a file, or of all files in an archive. */
const unpacked = (content: Buffer): string =>
  content.subarray(0, 2).toString() === 'PK' ? Object.entries(unzipSync(content)).map(([path, part]) => `${path}\n${Buffer.from(part).toString()}`).join('\n') : content.toString();

function opened({ crypto }: TestDatabase, table: string, map: TableMap, row: Record<string, unknown>, name: string, keys: ReadonlyMap<string, Buffer>): string {
  try {
    if (map.personal?.[name]?.rest === 'FILE_KEY') return unpacked(crypto.openFile(row['wrapped'] as Buffer, { table, column: name, id: String(row['id']) }, row[name] as Buffer));
    const at = map.sealedAt?.(row) ?? { table, person: String(row['id']) };
    const keyTable = keyTables[map.personal![name]!.rest]!;
    const key = keys.get(`${keyTable} ${at.person}`);
    return key ? (crypto.openFields(key, at.table, at.person, { [name]: row[name] as Buffer }, keyTable)[name] ?? '') : '';
  } catch {
    return '';
  }
}

/** Columns whose values outlive the person, by law or as facts of a pseudonym. */
const mayStay = (): string[] =>
  tables.flatMap(([table, map]) => Object.entries(map.personal ?? {}).filter(([, column]) => actOn(map) === 'KEEP' || (actOn(map) === 'CLEAR' && column.kept)).map(([name]) => `${table}.${name}`));

async function prepare(chosen: Kind): Promise<void> {
  kind = chosen;
  Logger.overrideLogger(false);
  expect(AppModule.features().length).toBeGreaterThan(0);
  database = await openTestDatabase();
  region = (await aRegion(database)).id;
  [coordinator, second] = [await aUser(database, region), await aUser(database, region)];
  shapes = await readShapes();
  tables = [...dataMap()].filter(([name, map]) => pathsOf(map).length > 0 && !byThemselves.has(name));
  const checks = await database.admin.query<{ table: string; name: string }>(`select conrelid::regclass::text as table, quote_ident(conname) as name from pg_constraint where connamespace = 'public'::regnamespace and contype = 'c' and conname <> 'pupil_check'`);
  for (const { table, name } of checks.rows) await database.admin.query(`alter table ${table} drop constraint ${name}`);
  [mara, other] = [await aPersonEverywhere('a'), await aPersonEverywhere('b')];
}

afterAll(() => rmSync(folder, { recursive: true }));

const registered = (what: 'ACCESS' | 'ERASURE') =>
  asActor(coordinator!, () => rightsAt(database).requests.register({ input: { kind: what, subjectKind: kind, subjectId: mara.id, requester: 'OFFICE', channel: 'MAIL', receivedOn: '2026-11-01' }, idempotencyKey: randomUUID() }));

describe.each(['PUPIL', 'GUARDIAN', 'CONTACT'] as const)('a %s with a value of their own in every personal column', (chosen) => {
  beforeAll(() => prepare(chosen), 120_000);
  afterAll(async () => {
    await backup?.close();
    await database.close();
  });

  it('has a row in every table that can hold one', async () => {
    const least = { PUPIL: { tables: 25, columns: 60 }, GUARDIAN: { tables: 7, columns: 15 }, CONTACT: { tables: 5, columns: 15 } }[kind];
    expect([tables.length >= least.tables, mara.canaries.size >= least.columns]).toEqual([true, true]);
    for (const person of [mara, other]) {
      for (const [table, map] of tables) {
        const { rows } = await database.admin.query<{ n: number }>(`select count(*)::int as n from ${table} t where ${rowsOf(map)}`, [region, person.id]);
        expect([table, rows[0]!.n > 0]).toEqual([table, true]);
      }
    }
  });

  it('is given all of it on request, and nothing of anybody else', async () => {
    const id = await registered('ACCESS');
    await asActor(coordinator!, () => rightsAt(database).copies.make({ id, version: 1 }));
    const text = (await asActor(coordinator!, () => rightsAt(database).reads.copy(id, 'json'))).content.toString();
    const document = JSON.parse(text) as Parameters<typeof accessBlocks>[0];
    expect(signsIn(text, 'b')).toEqual([]);
    const missing: string[] = [];
    const shown: string[] = [];
    for (const [table, map] of tables.filter(([name]) => ![...keysOfPeople, 'pupil_token'].includes(name))) {
      const rows = document.sections.find((section) => section.table === table)?.rows ?? [];
      for (const [name, column] of Object.entries(map.personal ?? {})) {
        const word = mara.canaries.get(`${table}.${name}`);
        const hidden = (column.of && column.of !== kind) || column.dataClass === 'C5' || ['HASH', 'MASTER_KEY', 'FILE_KEY'].includes(column.rest) || /_by$/.test(name);
        if (kind === 'CONTACT' && column.rest === 'PERSON_KEY') continue;
        if (!rows.some((row) => name in row)) missing.push(`${table}.${name}`);
        else if (word && hidden && JSON.stringify(rows).includes(word)) shown.push(`${table}.${name}`);
        else if (word && !hidden && !JSON.stringify(rows).includes(word)) missing.push(`${table}.${name}`);
      }
    }
    expect({ missing, shown }).toEqual({ missing: [], shown: [] });
    if (kind === 'PUPIL') expect(document.sections.find(({ table }) => table === 'guardian')!.rows[0]).toMatchObject({ name: withheld.otherPerson });
    const readable = JSON.stringify(accessBlocks(document, 'de'));
    expect(signsIn(text, 'a').filter((word) => !readable.includes(word))).toEqual([]);
    expect(document.log.length).toBeGreaterThan(0);

    const archive = (await asActor(coordinator!, () => rightsAt(database).reads.copy(id, 'zip'))).content;
    const parts = Object.entries(unzipSync(archive)).map(([path, part]) => ({ path, text: Buffer.from(part).toString() }));
    const inside = (folder: string) => parts.filter(({ path }) => path.startsWith(folder)).map(({ path, text: said }) => [path, said]);
    expect(signsIn(unpacked(archive), 'b')).toEqual([]);
    expect(parts.find(({ path }) => path === 'auskunft.json')?.text).toBe(text);
    expect(parts.map(({ path }) => path)).toEqual(expect.arrayContaining(['LIESMICH.txt', 'auskunft.pdf']));
    expect(document.files.map(({ kind: what, path, heldBack, retention }) => [what, path, heldBack, retention])).toEqual(kind === 'PUPIL' ? [['SCAN', expect.stringMatching(/^dateien\/01-formular-/), null, expect.stringMatching(/R-(CONSENT|PHOTO)/)]] : []);
    expect(inside('dateien/')).toEqual(document.files.map(({ path }) => [path, mara.canaries.get('file.content')]));
    expect(inside('belege/').map(([, said]) => signsIn(said!, 'a'))).toEqual(kind === 'CONTACT' ? [] : [[mara.canaries.get('consent_receipt.document')]]);
    expect(await whatIsLeft(database, 'a')).toContain('file.content');
  });

  it('is left in no table, file, index, outbox, job or copy once erased, but for what the law lets stay, and that names nobody', async () => {
    backup = await copyOf(database);
    const before = await whatIsLeft(database, 'b');
    const id = await registered('ERASURE');
    const { erasures, reads } = rightsAt(database);
    await asActor(coordinator!, () => erasures.propose({ id, version: 1, ground: 'CONSENT_WITHDRAWN' }));
    const { erasure } = await asActor(coordinator!, () => reads.page(id));
    await asActor(second!, () => erasures.execute(erasure!.id));

    const left = await whatIsLeft(database, 'a');
    expect(left.filter((column) => !mayStay().includes(column))).toEqual([]);
    const naming = new Set(['BIRTH_DATE', 'ADDRESS', 'NEEDS', 'CORRESPONDENCE', 'PICTURE', 'INTERESTS', 'WISHES']);
    expect(left.filter((column) => naming.has(dataMap().get(column.split('.')[0]!)!.personal![column.split('.')[1]!]!.category))).toEqual([]);
    const { kept } = (await asActor(coordinator!, () => reads.page(id))).erasure!;
    expect(left.map((column) => column.split('.')[0]!).filter((table) => actOn(dataMap().get(table)!) === 'KEEP' && !kept.some((line) => line.table === table && line.because))).toEqual([]);
    expect(await whatIsLeft(database, 'b')).toEqual(before);
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')).join()).not.toMatch(new RegExp(`${mara.id}|zqa`));
  });

  it('comes back with an older backup, and is gone again before anybody is let in', async () => {
    const sealed = tables.flatMap(([table, map]) => Object.entries(map.personal ?? {}).filter(([, { rest }]) => keyTables[rest]).map(([name]) => `${table}.${name}`));
    expect((await whatIsLeft(backup, 'a')).filter((column) => kind === 'CONTACT' || sealed.includes(column)).length).toBeGreaterThan(2);
    const restored = rightsAt(backup);
    await restored.replay.onModuleInit();
    expect(restored.replay.atStart).toEqual([{ regionId: region, replayed: 1, rewritten: 0 }]);
    expect((await whatIsLeft(backup, 'a')).filter((column) => !mayStay().includes(column))).toEqual([]);
    expect(await whatIsLeft(backup, 'b')).toEqual(await whatIsLeft(database, 'b'));
    expect(await restored.replay.run()).toEqual([]);
  });
});
