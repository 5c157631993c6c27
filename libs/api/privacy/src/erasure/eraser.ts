import { berlinDay, foldName, Refusal, type Day } from '@mintforge/domain/kernel';
import { endOfRetention, type RequestSubject } from '@mintforge/domain/privacy';
import { showRestricted } from '@mintforge/people';
import { Clock, Files, FieldCrypto, Jobs, readTable, type Tx } from '@mintforge/platform';
import { Injectable, Logger } from '@nestjs/common';
import { ErasureLedger, lockErasureLedger, subjectHash } from './erasure-ledger';
import type { ErasureLine } from '../requests/requests.entities';
import { rulesInForce, termOf } from '../retention/retention-rules';
import { subjectTables, tableShapes, tablesOf, type Subject, type SubjectTable } from '../requests/subject-rows';

/** A person to erase, and the erasure that says so. */
export interface Erasing extends Subject {
  erasureId: string;
}

/** The rows of a person in one table, by their keys. */
interface Found {
  table: SubjectTable;
  keys: Record<string, unknown>[];
}

type Shapes = Awaited<ReturnType<typeof tableShapes>>;

const keyOf = (names: readonly string[]): string => names.map((name) => `'${name}', t."${name}"`).join(', ');
const isUuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const linesOf = (found: readonly Found[], ends: ReadonlyMap<string, Day>): ErasureLine[] =>
  found.map(({ table: { name, onErasure, because, map }, keys }) => ({ table: name, rows: keys.length, act: onErasure, because, retention: map.retention, until: onErasure === 'KEEP' ? (ends.get(map.retention) ?? null) : null }));

/**
 * Erases people as the data map says: their keys with all that is sealed under them, their rows in the order of the
 * foreign keys, uploads that name them; what the law lets stay is counted with its reason.
 */
@Injectable()
export class Eraser {
  private readonly logger = new Logger('erasure');

  constructor(
    private readonly ledger: ErasureLedger,
    private readonly files: Files,
    private readonly crypto: FieldCrypto,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** What erasing a person would do, table by table; nothing is changed. */
  async preview(tx: Tx, subject: Subject): Promise<ErasureLine[]> {
    return linesOf(await this.find(tx, subject, await tableShapes(tx)), await this.ends(tx));
  }

  /**
   * Erases people in the caller's SYSTEM transaction and gives what was done to each, in order. Their entries stand in the
   * ledger on the disk when this returns; call it last. Refuses SERVICE_UNAVAILABLE when the ledger cannot be written:
   * nothing is erased that a restore would bring back unnoticed.
   */
  async erase(tx: Tx, people: readonly Erasing[]): Promise<ErasureLine[][]> {
    const done: ErasureLine[][] = [];
    const shapes = await tableShapes(tx);
    const ends = await this.ends(tx);
    for (const person of people) done.push(await this.eraseOne(tx, person, shapes, ends));
    const ids = (kind: RequestSubject) => people.filter((person) => person.kind === kind).map(({ id }) => id);
    if (ids('PUPIL').length > 0) await this.jobs.emit(tx, 'privacy.erased', { pupilIds: ids('PUPIL') });
    await this.enter(tx, people);
    return done;
  }

  private async enter(tx: Tx, people: readonly Erasing[]): Promise<void> {
    await lockErasureLedger(tx);
    const at = this.clock.now().toISOString();
    try {
      this.ledger.append(tx.regionId, people.map(({ erasureId, kind, id }) => ({ erasure: erasureId, kind, subject: subjectHash(tx.regionId, kind, id), at })));
    } catch (error) {
      this.logger.error({ err: error }, 'erasure ledger cannot be written');
      throw new Refusal('SERVICE_UNAVAILABLE');
    }
  }

  private async eraseOne(tx: Tx, subject: Subject, shapes: Shapes, ends: ReadonlyMap<string, Day>): Promise<ErasureLine[]> {
    await showRestricted(tx);
    // Whoever adds a row that refers to the person waits here, and finds them erased.
    await tx.query(`select 1 from ${subjectTables[subject.kind]} t where t.region_id = $1 and t.id = $2 for update`, [tx.regionId, subject.id]);
    const found = await this.find(tx, subject, shapes);
    const uploads = subject.kind === 'PUPIL' ? await this.removeUploads(tx, subject.id) : 0;
    for (const rows of found) if (rows.table.onErasure === 'CLEAR') await this.clear(tx, rows);
    for (const rows of found) if (rows.table.onErasure === 'DELETE') await this.delete(tx, rows);
    const lines = linesOf(found, ends);
    return uploads === 0 ? lines : [...lines, { table: 'file', rows: uploads, act: 'DELETE', because: null, retention: 'R-EXPORT', until: null }];
  }

  /** When what stays ends, by its class, as far as the region has rules. */
  private async ends(tx: Tx): Promise<Map<string, Day>> {
    const today = berlinDay(this.clock.now());
    return new Map((await rulesInForce(tx, today)).map((rule) => [rule.retentionClass, endOfRetention(termOf(rule), today)]));
  }

  /** The rows of the person everywhere, before the first of them goes: whose rows they are may stand in another table. */
  private async find(tx: Tx, { kind, id }: Subject, shapes: Shapes): Promise<Found[]> {
    await showRestricted(tx);
    const found: Found[] = [];
    for (const table of tablesOf(kind, shapes)) {
      const rows = await tx.query<{ key: Record<string, unknown> }>(`select jsonb_build_object(${keyOf(table.shape.key)}) as key from ${table.name} t where ${table.rows}`, [tx.regionId, id]);
      if (rows.length > 0) found.push({ table, keys: rows.map(({ key }) => key) });
    }
    return found;
  }

  private async delete(tx: Tx, { table, keys }: Found): Promise<void> {
    await tx.query(`delete from ${table.name} t using ${this.keyed(table)}`, [JSON.stringify(keys)]);
    tx.note(table.name, 'delete', idsOf(keys));
  }

  private async clear(tx: Tx, { table, keys }: Found): Promise<void> {
    const cleared = Object.entries(table.map.personal ?? {}).filter(([, column]) => !column.kept).map(([name]) => `"${name}" = ${table.shape.columns.get(name)?.nullable ? 'null' : 'default'}`);
    if (table.shape.columns.has('version')) cleared.push('version = t.version + 1');
    if (table.shape.columns.has('updated_at')) cleared.push('updated_at = now()');
    // The pupil stays as a pseudonym, so that counts stay true; the day says that nobody is behind it.
    const isPupil = table.name === subjectTables.PUPIL;
    if (isPupil) cleared.push('erased_on = coalesce(t.erased_on, $2)');
    if (cleared.length === 0) return;
    await tx.query(`update ${table.name} t set ${cleared.join(', ')} from ${this.keyed(table)}`, [JSON.stringify(keys), ...(isPupil ? [berlinDay(this.clock.now())] : [])]);
    tx.note(table.name, 'update', idsOf(keys));
  }

  private keyed({ shape }: SubjectTable): string {
    const typed = shape.key.map((name) => `"${name}" ${shape.columns.get(name)?.type ?? 'text'}`).join(', ');
    return `jsonb_to_recordset($1) as k(${typed}) where ${shape.key.map((name) => `t."${name}" = k."${name}"`).join(' and ')}`;
  }

  /** Class lists that never became an import still hold names in a sealed file; those that name the pupil, or nobody can read, go. */
  private async removeUploads(tx: Tx, pupilId: string): Promise<number> {
    const [row] = await tx.query<{ first: Buffer | null; last: Buffer | null; wrapped: Buffer }>(
      'select p.first_name as first, p.last_name as last, k.wrapped from pupil p join person_key k on k.region_id = p.region_id and k.person_id = p.id where p.region_id = $1 and p.id = $2', [tx.regionId, pupilId]);
    if (!row) return 0;
    const { first_name: first, last_name: last } = this.crypto.openFields(row.wrapped, 'pupil', pupilId, { first_name: row.first, last_name: row.last });
    const uploads = await tx.query<{ id: string }>(`select f.id from file f where f.region_id = $1 and f.kind = 'IMPORT' and not exists (select from import i where i.region_id = f.region_id and i.file_id = f.id)`, [tx.regionId]);
    const naming: string[] = [];
    for (const { id } of uploads) {
      const { content } = await this.files.open(tx, id);
      const table = await readTable({ content }).catch(() => null);
      const named = (cells: readonly string[]) => [first, last].every((name) => name === null || cells.some((cell) => foldName(cell).includes(foldName(name))));
      if (!table || table.rows.some(({ cells }) => named(cells))) naming.push(id);
    }
    if (naming.length > 0) await this.files.remove(tx, ...naming);
    return naming.length;
  }
}

/** One id per row for the audit: its own, or the first that its key holds. */
const idsOf = (keys: readonly Record<string, unknown>[]): string[] =>
  keys.flatMap(({ region_id: _, id, ...rest }) => [id, ...Object.values(rest)].filter((value): value is string => typeof value === 'string' && isUuid.test(value)).slice(0, 1));
