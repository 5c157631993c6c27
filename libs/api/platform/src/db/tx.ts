import { Refusal } from '@mintforge/domain/kernel';
import { createHash } from 'node:crypto';
import type { PoolClient, QueryResult } from 'pg';
import type { DeepPartial, EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import type { Actor } from '../context';
import type { Change } from './changes';
import { refuseDatabaseErrors } from './errors';

export type { Change };

const namesKept = 400;
const statementNames = new Map<string, string>();

/** A stable name per SQL text, so that PostgreSQL plans it once per connection; rare texts past the limit stay unnamed. */
function statementName(text: string): string | undefined {
  const known = statementNames.get(text);
  if (known !== undefined || statementNames.size >= namesKept) return known;
  const name = `s${createHash('sha1').update(text).digest('hex').slice(0, 16)}`;
  statementNames.set(text, name);
  return name;
}

/** Rows every tenant table shares: the region and the id make the key, `version` guards updates. */
export interface TenantRow extends ObjectLiteral {
  id: string;
  regionId: string;
  version?: number;
}

/**
 * An open transaction, handed to the work of a door. Queries run one after the other (never `Promise.all` on one tx).
 * Everything written through it is noted for the audit row that the door writes before it commits; so are reads of
 * protected fields.
 */
export class Tx {
  readonly changes: Change[] = [];
  /** Why this is done, for the audit row; null = the door's own reason, if it has one. */
  reason: string | null = null;
  /** Whether a door with a reason of its own may close without an audit row, as nothing happened. */
  silent = false;
  /** How many rows each table gained, for the planner's statistics. */
  readonly gains = new Map<string, number>();

  constructor(
    private readonly client: PoolClient,
    /** TypeORM's manager on this transaction, for locked finds; use it only where the methods here do not suffice. */
    readonly manager: EntityManager,
    readonly actor: Actor,
    readonly writable: boolean,
  ) {}

  /** The active region. Refuses NOT_FOUND outside any region (nothing of a tenant exists there). */
  get regionId(): string {
    if (!this.actor.regionId) throw new Refusal('NOT_FOUND');
    return this.actor.regionId;
  }

  /** Runs SQL with positional parameters and gives its rows. Writes must be noted with `note`. Known constraint errors become refusals. */
  async query<Row = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
    const result: QueryResult = await this.client.query({ name: statementName(text), text, values }).catch(refuseDatabaseErrors);
    return result.rows as Row[];
  }

  /** The first row of a query. Refuses NOT_FOUND without one. */
  async one<Row = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row> {
    const [row] = await this.query<Row>(text, values);
    if (row === undefined) throw new Refusal('NOT_FOUND');
    return row;
  }

  /** Adds rows to the audit row of this transaction: writes made by `query`, and reads of protected fields. */
  note(table: string, verb: Change['verb'], ids: readonly string[]): void {
    if (ids.length === 0) return;
    const known = this.changes.find((change) => change.table === table && change.verb === verb);
    const change = known ?? { table, verb, count: 0, ids: [] };
    if (!known) this.changes.push(change);
    change.count += ids.length;
    for (const id of ids) change.ids.push(id);
    if (verb === 'insert') this.gained(table, ids.length);
  }

  /** Tells of new rows that the audit knows by something else, as those of a run: many at once make the planner's statistics wrong. */
  gained(table: string, rows: number): void {
    this.gains.set(table, (this.gains.get(table) ?? 0) + rows);
  }

  /** Says why, in the audit row of this transaction: a code, an id, never a personal value. */
  because(reason: string): void {
    this.reason = reason;
  }

  /** Work that came round found nothing to do: as long as nothing was changed, it needs no audit row. */
  unaudited(): void {
    this.silent = true;
  }

  /** Inserts tenant rows into the active region in one statement and gives their ids in order. */
  async insert<Row extends TenantRow>(target: EntityTarget<Row>, rows: DeepPartial<Row> | DeepPartial<Row>[]): Promise<string[]> {
    const list = (Array.isArray(rows) ? rows : [rows]).map((row) => ({ ...row, regionId: this.regionId }));
    if (list.length === 0) return [];
    const ids: string[] = [];
    const { columns, tableName } = this.manager.connection.getMetadata(target);
    const perStatement = Math.max(1, Math.floor(60_000 / columns.length));
    for (let start = 0; start < list.length; start += perStatement) {
      const result = await this.manager
        .createQueryBuilder()
        .insert()
        .into(target)
        .values(list.slice(start, start + perStatement) as QueryDeepPartialEntity<Row>[])
        .returning('id')
        .updateEntity(false)
        .execute()
        .catch(refuseDatabaseErrors);
      ids.push(...(result.raw as { id: string }[]).map((row) => row.id));
    }
    this.note(tableName, 'insert', ids);
    return ids;
  }

  /** The row, locked until the end of the transaction. Refuses NOT_FOUND, and VERSION_CONFLICT when `version` is given and stale. */
  async lock<Row extends TenantRow>(target: EntityTarget<Row>, id: string, version?: number): Promise<Row> {
    const where = { regionId: this.regionId, id } as FindOptionsWhere<Row>;
    const row = await this.manager.findOne(target, { where, lock: { mode: 'pessimistic_write' } }).catch(refuseDatabaseErrors);
    if (!row) throw new Refusal('NOT_FOUND');
    if (version !== undefined && row.version !== version) throw new Refusal('VERSION_CONFLICT', { version: row.version ?? null });
    return row;
  }

  /** The row as it stands. Refuses NOT_FOUND. */
  async find<Row extends TenantRow>(target: EntityTarget<Row>, id: string): Promise<Row> {
    const row = await this.manager.findOneBy(target, { regionId: this.regionId, id } as FindOptionsWhere<Row>).catch(refuseDatabaseErrors);
    if (!row) throw new Refusal('NOT_FOUND');
    return row;
  }

  /**
   * Changes the given columns of one row (absent keeps, null clears), counts its version up and gives the new one.
   * Refuses NOT_FOUND, or VERSION_CONFLICT when `version` is given and stale.
   */
  async update<Row extends TenantRow>(target: EntityTarget<Row>, id: string, patch: DeepPartial<Row>, version?: number): Promise<void> {
    const metadata = this.manager.connection.getMetadata(target);
    const set = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const where = { regionId: this.regionId, id, ...(version === undefined ? {} : { version }) };
    const counted = metadata.findColumnWithPropertyName('version') ? { version: () => 'version + 1', updatedAt: () => 'now()' } : {};
    const result = await this.manager.update(target, where as FindOptionsWhere<Row>, { ...set, ...counted } as QueryDeepPartialEntity<Row>).catch(refuseDatabaseErrors);
    if (result.affected !== 1) {
      const current = await this.find(target, id);
      throw new Refusal('VERSION_CONFLICT', { version: current.version ?? null });
    }
    this.note(metadata.tableName, 'update', [id]);
  }

  /** Deletes one row. Refuses NOT_FOUND, or STILL_IN_USE when something refers to it. */
  async delete<Row extends TenantRow>(target: EntityTarget<Row>, id: string): Promise<void> {
    const result = await this.manager.delete(target, { regionId: this.regionId, id } as FindOptionsWhere<Row>).catch(refuseDatabaseErrors);
    if (result.affected !== 1) throw new Refusal('NOT_FOUND');
    this.note(this.manager.connection.getMetadata(target).tableName, 'delete', [id]);
  }
}
