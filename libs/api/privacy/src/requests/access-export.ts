import type { Controller, LegalBasis, PurposeCode } from '@mintforge/domain/consent';
import { berlinDay } from '@mintforge/domain/kernel';
import type { RetentionClass, RetentionTerm } from '@mintforge/domain/privacy';
import { showRestricted } from '@mintforge/people';
import { FieldCrypto, keyTables, type KeyTable, type PersonalColumn, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { filesAbout, type AccessFile } from './access-files';
import { logOf, sourceOf, type LogLine } from './access-log';
import type { DataRecipient } from './requests.entities';
import { RequestReads } from './requests.reads';
import { rulesInForce, termOf } from '../retention/retention-rules';
import { tableShapes, tablesOf, type Subject, type SubjectTable, type TableShape } from './subject-rows';

/** Stands for what is not told here: another person's, a credential or its hash, the content of a file, what can no longer be opened. */
export const withheld = { otherPerson: '[OTHER_PERSON]', credential: '[CREDENTIAL]', file: '[FILE]', unreadable: '[UNREADABLE]' } as const;

/** Rows of the person in one table, with why and for how long they are held. */
export interface AccessSection {
  table: string;
  retention: { class: RetentionClass; term: RetentionTerm | null; source: string | null };
  columns: Record<string, { purpose: string; category: string }>;
  rows: Record<string, unknown>[];
}

/** The answer to a request for access (Art. 15), and, being structured and machine-readable, to one for the data themselves (Art. 20). */
export interface AccessDocument {
  schema: 'mintforge-access/1';
  madeAt: string;
  subject: Subject;
  controller: Controller | null;
  purposes: { code: PurposeCode; basis: LegalBasis; article: string; data: string[]; recipients: string[]; source: string }[];
  recipients: Pick<DataRecipient, 'name' | 'why'>[];
  source: string;
  sections: AccessSection[];
  /** Files about the person, handed over or held back with the reason. */
  files: AccessFile[];
  log: LogLine[];
  rights: readonly string[];
}

/** Ids that say nothing to a reader, and the words they stand for. */
const labels: Record<string, string> = {
  occurrence_id: `select o.id, a.title || ', ' || to_char(o.starts_at at time zone 'Europe/Berlin', 'YYYY-MM-DD HH24:MI') as label from occurrence o join activity a on a.region_id = o.region_id and a.id = o.activity_id where o.region_id = $1 and o.id = any($2::uuid[])`,
  organisation_id: 'select id, name as label from organisation where region_id = $1 and id = any($2::uuid[])',
  group_id: 'select id, name as label from pupil_group where region_id = $1 and id = any($2::uuid[])',
  purpose_id: 'select id, code as label from purpose where region_id = $1 and id = any($2::uuid[])',
  round_id: 'select id, title as label from round where region_id = $1 and id = any($2::uuid[])',
};

const ofSomebodyAtWork = /(_by|^user_id|^actor_id)$/;
/** The trail is told as a log of times, roles and acts; keys of a person are no information about them. */
const told = new Set(['audit', 'person_key', 'pupil_token']);

/** Puts together everything we hold of a person, from the data map. */
@Injectable()
export class AccessExport {
  constructor(
    private readonly crypto: FieldCrypto,
    private readonly reads: RequestReads,
  ) {}

  /** All data of a person, opened, of nobody else. The caller's transaction is SYSTEM's; the read is noted for the audit. */
  async of(tx: Tx, subject: Subject, now: Date): Promise<AccessDocument> {
    await showRestricted(tx);
    const shapes = await tableShapes(tx);
    const keys = new Map<string, Buffer | null>();
    const retention = new Map((await rulesInForce(tx, berlinDay(now))).map((rule) => [rule.retentionClass, rule]));
    const sections: AccessSection[] = [];
    for (const table of tablesOf(subject.kind, shapes).filter(({ name }) => !told.has(name)).sort((a, b) => a.name.localeCompare(b.name))) {
      const rows = await tx.query(`select t.* from ${table.name} t where ${table.rows} order by ${table.shape.key.map((name) => `t."${name}"`).join(', ')}`, [tx.regionId, subject.id]);
      if (rows.length === 0) continue;
      const rule = retention.get(table.map.retention);
      const opened: Record<string, unknown>[] = [];
      for (const row of rows) opened.push(await this.opened(tx, table, row, subject, keys));
      sections.push({
        table: table.name,
        retention: { class: table.map.retention, term: rule ? termOf(rule) : null, source: rule?.source ?? null },
        columns: Object.fromEntries(Object.entries(table.map.personal ?? {}).map(([name, { purpose, category }]) => [name, { purpose, category }])),
        rows: await labelled(tx, opened),
      });
    }
    tx.note(subject.kind === 'PUPIL' ? 'pupil' : subject.kind.toLowerCase(), 'read', [subject.id]);
    const [controller] = await tx.query<Controller>('select name, address, contact, officer, authority from controller where region_id = $1 order by id desc limit 1', [tx.regionId]);
    return {
      schema: 'mintforge-access/1',
      madeAt: now.toISOString(),
      subject,
      controller: controller ?? null,
      purposes: await tx.query<AccessDocument['purposes'][number]>('select code, basis, article, data, recipients, source from purpose where region_id = $1 order by code', [tx.regionId]),
      recipients: (await this.reads.recipients(tx, subject)).map(({ name, why }) => ({ name, why })),
      source: await sourceOf(tx, subject),
      sections,
      files: await filesAbout(tx, subject),
      log: await logOf(tx, subject, sections.flatMap(({ rows }) => rows.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])))),
      rights: ['RECTIFICATION', 'ERASURE', 'RESTRICTION', 'OBJECTION', 'COMPLAINT'],
    };
  }

  private async opened(tx: Tx, table: SubjectTable, row: Record<string, unknown>, subject: Subject, keys: Map<string, Buffer | null>): Promise<Record<string, unknown>> {
    const shown: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(row)) {
      const column = table.map.personal?.[name];
      if (name === 'region_id' || value === null) continue;
      if (column) shown[name] = await this.personal(tx, table, row, name, column, subject, keys);
      else if (ofSomebodyAtWork.test(name)) shown[name] = value === subject.id ? value : withheld.otherPerson;
      else if (!isBytes(table.shape, name)) shown[name] = value;
    }
    return shown;
  }

  private async personal(tx: Tx, table: SubjectTable, row: Record<string, unknown>, name: string, column: PersonalColumn, subject: Subject, keys: Map<string, Buffer | null>): Promise<unknown> {
    const value = row[name];
    if (column.of && column.of !== subject.kind) return withheld.otherPerson;
    if (ofSomebodyAtWork.test(name) && value !== subject.id) return withheld.otherPerson;
    if (column.dataClass === 'C5' || column.rest === 'HASH' || column.rest === 'MASTER_KEY') return withheld.credential;
    if (column.rest === 'FILE_KEY') return withheld.file;
    const keyTable = keyTables[column.rest];
    if (!keyTable || !Buffer.isBuffer(value)) return Buffer.isBuffer(value) ? withheld.unreadable : value;
    const at = table.map.sealedAt?.(row) ?? { table: table.name, person: String(row['id']) };
    const wrapped = await keyOf(tx, keyTable, at.person, keys);
    try {
      return wrapped ? this.crypto.openFields(wrapped, at.table, at.person, { [name]: value }, keyTable)[name] : withheld.unreadable;
    } catch {
      return withheld.unreadable;
    }
  }
}

async function keyOf(tx: Tx, table: KeyTable, person: string, keys: Map<string, Buffer | null>): Promise<Buffer | null> {
  const name = `${table} ${person}`;
  const known = keys.get(name);
  if (known !== undefined) return known;
  const [key] = await tx.query<{ wrapped: Buffer }>(`select wrapped from ${table} where region_id = $1 and person_id = $2`, [tx.regionId, person]);
  keys.set(name, key?.wrapped ?? null);
  return key?.wrapped ?? null;
}

const isBytes = ({ columns }: TableShape, name: string): boolean => columns.get(name)?.type === 'bytea';

/** Rows with the words of the ids they hold beside them, e.g. `occurrence`. */
async function labelled(tx: Tx, rows: readonly Record<string, unknown>[]): Promise<Record<string, unknown>[]> {
  const words = new Map<string, Map<string, string>>();
  for (const [column, sql] of Object.entries(labels)) {
    const ids = rows.map((row) => row[column]).filter((id): id is string => typeof id === 'string');
    if (ids.length > 0) words.set(column, new Map((await tx.query<{ id: string; label: string }>(sql, [tx.regionId, ids])).map(({ id, label }) => [id, label])));
  }
  return rows.map((row) => ({ ...row, ...Object.fromEntries([...words].flatMap(([column, known]) => { const label = known.get(String(row[column])); return label === undefined ? [] : [[column.replace(/_id$/, ''), label]]; })) }));
}
