import 'reflect-metadata';
import { dataMap, describeTable, personalFields, sharedColumns, type TableMap } from '@mintforge/platform';
import { openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { getMetadataArgsStorage } from 'typeorm';
import { AppModule } from './app.module';

interface Column {
  table: string;
  name: string;
  nullable: boolean;
  default: string | null;
}

let database: TestDatabase;
let columns: Column[];
let map: ReadonlyMap<string, TableMap>;

beforeAll(async () => {
  // Importing the features describes their tables.
  expect(AppModule.features().length).toBeGreaterThan(0);
  map = dataMap();
  database = await openTestDatabase();
  columns = (
    await database.admin.query<Column>(
      `select c.relname as table, a.attname as name, not a.attnotnull as nullable, pg_get_expr(d.adbin, d.adrelid) as default
         from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migration' and a.attnum > 0 and not a.attisdropped order by 1, 2`)
  ).rows;
});
afterAll(() => database.close());

const entries = (): [string, TableMap][] => [...map];
const personalOf = (table: TableMap): string[] => Object.keys(table.personal ?? {});

describe('the data map', () => {
  it('says of every column of the database what it holds', () => {
    const silent = columns.filter(({ table, name }) => {
      const known = map.get(table);
      return !known || ![...sharedColumns, ...known.internal, ...personalOf(known)].includes(name);
    });
    expect(silent.map(({ table, name }) => `${table}.${name}`)).toEqual([]);
  });

  it('describes nothing that does not exist, and no column twice', () => {
    const existing = new Set(columns.map(({ table, name }) => `${table}.${name}`));
    const described = entries().flatMap(([name, table]) => [...table.internal, ...personalOf(table)].map((column) => `${name}.${column}`));
    expect(described.filter((column) => !existing.has(column))).toEqual([]);
    expect(described.filter((column, index) => described.indexOf(column) !== index)).toEqual([]);
    expect(() => describeTable('pupil', { retention: 'CONFIG', internal: [] })).toThrow('described twice');
  });

  it('knows of every personal column whose it is, or why it is nobody\'s', () => {
    const ownerless = entries().filter(([, table]) => personalOf(table).length > 0 && table.subjects!.length === 0 && !table.nobodys);
    expect(ownerless.map(([name]) => name)).toEqual([]);
    const pointless = entries().filter(([, table]) => personalOf(table).length === 0 && table.nobodys);
    expect(pointless.map(([name]) => name)).toEqual([]);
  });

  it('keeps rows of an erased person for a named reason only', () => {
    const unexplained = entries().flatMap(([name, table]) => table.subjects!.filter(({ onErasure, because }) => (onErasure === 'KEEP') !== (because !== undefined)).map(() => name));
    expect(unexplained).toEqual([]);
  });

  it('clears only columns that can be emptied', () => {
    const stuck = entries().flatMap(([name, table]) =>
      table.subjects!.some(({ onErasure }) => onErasure === 'CLEAR')
        ? columns.filter((column) => column.table === name && table.personal?.[column.name] && !table.personal[column.name]!.kept && !column.nullable && !/^'(\{\})?'::/.test(column.default ?? '')).map((column) => `${name}.${column.name}`)
        : [],
    );
    expect(stuck).toEqual([]);
  });

  it('finds the rows of a person with SQL that the database understands', async () => {
    const unknown = randomUUID();
    for (const [name, table] of entries()) {
      for (const { kind, rows } of table.subjects!) {
        const found = await database.admin.query(`select count(*)::int as n from ${name} t where ${rows}`, [unknown, unknown]).catch((error: unknown) => {
          throw new Error(`${name} of ${kind}: ${rows}`, { cause: error });
        });
        expect(found.rows).toEqual([{ n: 0 }]);
      }
    }
  });

  it('says of a marked field what its mark says', () => {
    const tableOf = new Map(getMetadataArgsStorage().tables.flatMap(({ target, name }) => (typeof target === 'function' && name ? [[target.name, name]] : [])));
    const marked = personalFields().flatMap(({ type, property, purpose, dataClass }) => {
      const table = tableOf.get(type);
      return table ? [{ column: `${table}.${property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`, purpose, dataClass }] : [];
    });
    expect(marked.map(({ column }) => column)).toEqual(expect.arrayContaining(['contact.email', 'guardian.phone', 'pupil.birth_date']));
    const said = marked.map(({ column }) => {
      const [table = '', name = ''] = column.split('.');
      const { purpose, dataClass } = map.get(table)?.personal?.[name] ?? {};
      return { column, purpose, dataClass };
    });
    expect(said).toEqual(marked);
  });
});
