import { csvText } from '@mintforge/domain/imports';
import { pageWindow, type Locale } from '@mintforge/domain/kernel';
import { breachDeadline, breachRisk, countAffected, highestClass, recordTexts, type AffectedPerson, type HeldClass, type RequestSubject } from '@mintforge/domain/privacy';
import { GuardianReads, showRestricted } from '@mintforge/people';
import { dataMap, Db, FieldCrypto, type List, type PersonalColumn, type TableMap, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { Breach, BreachContact, BreachContactsArgs, BreachInput, BreachPeopleArgs, BreachPerson } from './breach.types';
import { subjectTables } from '../requests/subject-rows';

/** The ids of rows of a table that acts touched; null = every row. */
type Touched = ReadonlyMap<string, string[] | null>;

interface Assessed {
  people: (AffectedPerson & { pseudonym: string })[];
  notListed: number;
}

const kinds: readonly RequestSubject[] = ['PUPIL', 'GUARDIAN', 'CONTACT', 'USER'];
const letter: Record<RequestSubject, string> = { PUPIL: 'S', GUARDIAN: 'G', CONTACT: 'K', USER: 'N' };

/** People of a kind in the region, of a school or host, of a group; the latter two are `$2` and `$3`, null = any. */
const peopleSql: Record<RequestSubject, string> = {
  PUPIL: 'select p.id, p.pseudonym from pupil p where p.region_id = $1 and p.erased_on is null and ($2::uuid is null or p.organisation_id = $2) and ($3::uuid is null or p.group_id = $3)',
  GUARDIAN: `select g.id, null::text as pseudonym from guardian g where g.region_id = $1 and (num_nonnulls($2::uuid, $3::uuid) = 0 or exists (select from guardianship w join pupil p on p.region_id = w.region_id and p.id = w.pupil_id
    where w.region_id = $1 and w.guardian_id = g.id and ($2::uuid is null or p.organisation_id = $2) and ($3::uuid is null or p.group_id = $3)))`,
  CONTACT: 'select c.id, null::text as pseudonym from contact c where c.region_id = $1 and $3::uuid is null and ($2::uuid is null or c.organisation_id = $2)',
  USER: 'select distinct m.user_id as id, null::text as pseudonym from membership m where m.region_id = $1 and num_nonnulls($2::uuid, $3::uuid) = 0',
};

/** Who a breach affects, from the audit trail and the data map (Art. 33 and 34 GDPR). */
@Injectable()
export class BreachReads {
  constructor(
    private readonly db: Db,
    private readonly crypto: FieldCrypto,
    private readonly guardians: GuardianReads,
  ) {}

  /** Deadline, risk and counts. The reading is audited. */
  async assess(regionId: string, input: BreachInput): Promise<Breach> {
    const { people, notListed } = await this.affected(regionId, input);
    return { deadline: breachDeadline(input.awareAt), risk: breachRisk(people), affected: countAffected(people), notListed };
  }

  /** The affected people by pseudonyms, those with the highest class first. */
  async people(regionId: string, { input, ...page }: BreachPeopleArgs): Promise<List<BreachPerson>> {
    return pageOf((await this.affected(regionId, input)).people.map(({ classes, ...person }) => ({ ...person, classes: [...classes] })), page);
  }

  /** All affected people as a table without names, as a spreadsheet opens it. */
  async csv(regionId: string, input: BreachInput, locale: Locale): Promise<string> {
    const { people } = await this.affected(regionId, input);
    const words = { de: ['Betroffene', 'Pseudonym', 'Schutzklassen'], en: ['Subject', 'Pseudonym', 'Data classes'] }[locale];
    return csvText([words, ...people.map(({ kind, pseudonym, classes }) => [recordTexts[locale].subject[kind], pseudonym, classes.join(' ')])]);
  }

  /** Names and contacts of affected people, of pupils their guardians' too, to tell them; opened as the actor, audited with the reason. */
  async contacts(regionId: string, { input, reason, ...page }: BreachContactsArgs): Promise<List<BreachContact>> {
    const { items, ...list } = pageOf((await this.affected(regionId, input)).people, page);
    const opened = await this.db.read(async (tx) => {
      tx.because(reason);
      await showRestricted(tx);
      const found = new Map<string, { name: string | null; contacts: string[] }>();
      for (const kind of kinds) for (const [id, contact] of await this.open(tx, kind, items.filter((person) => person.kind === kind).map(({ id }) => id))) found.set(id, contact);
      for (const { id } of items.filter(({ kind }) => kind === 'PUPIL')) found.get(id)?.contacts.push(...(await this.aroundPupil(id)));
      return found;
    });
    return { ...list, items: items.map(({ id, kind, pseudonym }) => ({ id, kind, pseudonym, name: null, contacts: [], ...opened.get(id) })) };
  }

  private affected(regionId: string, input: BreachInput): Promise<Assessed> {
    return this.db.system('who a breach affects', regionId, async (tx) => {
      await showRestricted(tx);
      const { touched, notListed } = input.source === 'AUDIT' ? await touchedBy(tx, input) : { touched: everything(input.tables), notListed: 0 };
      const people: Assessed['people'] = [];
      for (const kind of kinds) people.push(...(await affectedOf(tx, kind, touched, input)));
      const rank = ({ classes }: AffectedPerson) => highestClass(classes) ?? '';
      return { people: people.sort((a, b) => rank(b).localeCompare(rank(a)) || a.kind.localeCompare(b.kind) || a.pseudonym.localeCompare(b.pseudonym)), notListed };
    });
  }

  /** Names and contacts as the data map knows them, in the own row of each person. */
  private async open(tx: Tx, kind: RequestSubject, ids: string[]): Promise<[string, { name: string | null; contacts: string[] }][]> {
    const table = subjectTables[kind];
    const columns = Object.entries(dataMap().get(table)?.personal ?? {}).filter(([name, { category, rest, dataClass }]) => (category === 'NAME' || category === 'ADDRESS') && rest !== 'HASH' && dataClass !== 'C4' && !name.endsWith('_key') && name !== 'pseudonym');
    if (ids.length === 0) return [];
    const own = kind === 'USER' ? '$1::uuid is not null' : 't.region_id = $1';
    const rows = await tx.query<Record<string, Buffer | string | null> & { id: string; wrapped: Buffer | null }>(
      `select t.id, ${columns.map(([name]) => `t."${name}"`).join(', ')}, k.wrapped from ${table} t left join person_key k on k.region_id = $1 and k.person_id = t.id where ${own} and t.id = any($2)`, [tx.regionId, ids]);
    tx.note(table, 'read', rows.map(({ id }) => id));
    return rows.map((row) => {
      const texts = columns.map(([name, { category, rest }]) => ({ category, text: rest === 'PLAIN' ? (row[name] as string | null) : this.unsealed(row.wrapped, table, row.id, name, row[name] as Buffer | null) }));
      const of = (wanted: PersonalColumn['category']) => texts.flatMap(({ category, text }) => (category === wanted && text ? [text] : []));
      return [row.id, { name: of('NAME').join(' ') || null, contacts: of('ADDRESS') }];
    });
  }

  /** A pupil's own address and the guardians with theirs. */
  private async aroundPupil(id: string): Promise<string[]> {
    const { guardians, contact } = await this.guardians.of(id);
    return [...(contact?.email ? [contact.email] : []), ...guardians.map(({ name, email, phone }) => [name, email, phone].filter(Boolean).join(' ')).filter(Boolean)];
  }

  private unsealed(wrapped: Buffer | null, table: string, id: string, column: string, sealed: Buffer | null): string | null {
    return wrapped && sealed && this.crypto.openFields(wrapped, table, id, { [column]: sealed })[column]!;
  }
}

/** Every described table whose rows are somebody's; the trail is left out unless it is asked for, as everybody stands in it. */
const everything = (tables: readonly string[] | null | undefined): Touched =>
  new Map([...dataMap().keys()].filter((table) => (tables && tables.length > 0 ? tables.includes(table) : table !== 'audit')).map((table) => [table, null]));

/** The rows that acts of a time or an account read or changed, by table; `notListed` counts those that acts from before the trail kept every id do not name. */
async function touchedBy(tx: Tx, { from, to, actorId, tables }: BreachInput): Promise<{ touched: Touched; notListed: number }> {
  const rows = await tx.query<{ table: string; ids: string[]; notListed: number }>(
    `with change as materialized (
        select c.table_name, c.ids, c.not_listed from audit_change c
          where c.region_id = $1 and ($2::timestamptz is null or c.at >= $2) and ($3::timestamptz is null or c.at < $3) and ($4::uuid is null or c.actor_id = $4))
      select c.table_name as "table", sum(c.not_listed)::int as "notListed", array(select distinct i from change d cross join unnest(d.ids) as i where d.table_name = c.table_name) as ids from change c group by 1`,
    [tx.regionId, from ?? null, to ?? null, actorId ?? null]);
  const told = rows.filter(({ table }) => dataMap().has(table) && (!tables || tables.length === 0 || tables.includes(table)));
  return { touched: new Map(told.map(({ table, ids }) => [table, ids])), notListed: told.reduce((sum, { notListed }) => sum + notListed, 0) };
}

/** What a breach shows of a table: through the platform everything but credentials, of a copy what rests in clear or what its keys open. */
function shown(kind: RequestSubject, { personal = {} }: TableMap, { source, withKeys }: BreachInput): [string, PersonalColumn][] {
  return Object.entries(personal).filter(([, { of = kind, category, dataClass, rest }]) => {
    if (of !== kind || (category === 'CREDENTIALS' && kind !== 'USER')) return false;
    return source === 'AUDIT' ? dataClass !== 'C5' : rest === 'PLAIN' || withKeys;
  });
}

/** Whether a column of a row says anything: empty text, lists and flags that are not set do not. */
const saysSomething = ([name, { rest }]: [string, PersonalColumn]): string =>
  rest === 'PLAIN' ? `coalesce(to_jsonb(t."${name}") <> all ('{"\\"\\"","[]","{}","false","null"}'::jsonb[]), false)` : `t."${name}" is not null`;

/** People of a kind with the classes of theirs that were touched. Each table is read person by person, by its indexes. */
async function affectedOf(tx: Tx, kind: RequestSubject, touched: Touched, input: BreachInput): Promise<Assessed['people']> {
  const classesOf = new Map<string, { pseudonym: string | null; classes: Set<HeldClass> }>();
  const keys = await keysOf(tx);
  for (const [table, ids] of touched) {
    const map = dataMap().get(table)!;
    const columns = shown(kind, map, input);
    const key = keys.get(table) ?? map.keyedBy;
    if (columns.length === 0 || (ids !== null && (ids.length === 0 || !key))) continue;
    const classes = [...new Set(columns.map(([, { dataClass }]) => dataClass))];
    const found = classes.map((dataClass) => `bool_or(${columns.filter(([, column]) => column.dataClass === dataClass).map(saysSomething).join(' or ')}) as "${dataClass}"`);
    for (const { rows } of (map.subjects ?? []).filter((path) => path.kind === kind)) {
      const people = await tx.query<{ id: string; pseudonym: string | null } & Partial<Record<HeldClass, boolean>>>(
        `select affected_.*, found_.* from (${peopleSql[kind]}) affected_ cross join lateral (select ${found.join(', ')} from ${table} t where (${rows.replaceAll('$2', 'affected_.id')}) and ${ids === null ? '$4::text[] is null' : `t."${key}"::text = any($4::text[])`}) found_
          where ${classes.map((dataClass) => `found_."${dataClass}"`).join(' or ')}`,
        [tx.regionId, input.organisationId ?? null, input.groupId ?? null, ids]);
      for (const { id, pseudonym, ...flags } of people) {
        const known = classesOf.get(id) ?? { pseudonym, classes: new Set() };
        for (const dataClass of classes) if (flags[dataClass]) known.classes.add(dataClass);
        classesOf.set(id, known);
      }
    }
  }
  return [...classesOf].map(([id, { pseudonym, classes }]) => ({ kind, id, pseudonym: pseudonym ?? `${letter[kind]}-${id.slice(-8)}`, classes: [...classes].sort() }));
}

/** The tables whose rows are known by an id. */
const keysOf = async (tx: Tx): Promise<Map<string, string>> =>
  new Map((await tx.query<{ table: string }>("select c.relname as table from pg_attribute a join pg_class c on c.oid = a.attrelid where a.attname = 'id' and c.relnamespace = 'public'::regnamespace and c.relkind = 'r'")).map(({ table }) => [table, 'id']));

function pageOf<Item>(all: Item[], page: { page: number; perPage: number }): List<Item> {
  const { offset, limit } = pageWindow(page);
  return { items: all.slice(offset, offset + limit), hasNext: all.length > offset + limit, total: all.length };
}
