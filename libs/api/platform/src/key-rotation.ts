import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { FieldCrypto } from './crypto';
import { dataMap } from './data-map';
import { Db } from './db/db';
import { Jobs } from './jobs';

/** How a master key stands: CURRENT and PREVIOUS are configured, what an UNKNOWN one sealed cannot be read. */
export const standings = ['CURRENT', 'PREVIOUS', 'UNKNOWN'] as const;

/** How many values of a column a master key has sealed. */
export interface KeyCount {
  /** The id of the key in hex, as values name it. */
  key: string;
  standing: (typeof standings)[number];
  table: string;
  column: string;
  values: number;
}

/** What a rotation did: values sealed again, and values that are still not under the current key. */
export interface Rotated {
  rewrapped: number;
  left: number;
}

interface SealedColumn {
  regionId: string | null;
  table: string;
  column: string;
  /** What its values are sealed for; it orders the batches, too. */
  keyedBy: string;
}

const perBatch = 500;
const start = '00000000-0000-0000-0000-000000000000';
/** The id of its key in hex, with which a value begins. */
const head = (column: string) => `encode(substring(${column} from 2 for 4), 'hex')`;

/**
 * The change of the master key while everything runs (CRY-4): values of the previous key are sealed again by the current
 * one. Where it stands can be read from the values themselves, so that it may stop and begin again at any time.
 */
@Injectable()
export class KeyRotation implements OnModuleInit {
  private readonly logger = new Logger('keys');

  constructor(
    private readonly db: Db,
    private readonly crypto: FieldCrypto,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('keys.rotate', ({ report }) => this.rotate(report));
  }

  /** Starts the rotation as a watched job of the active region; it rotates the keys of all. Gives the id of the job. */
  start(): Promise<string> {
    return this.db.write((tx) => this.jobs.start(tx, 'keys.rotate', {}));
  }

  /** The inventory of master keys: how many values of each column stand under which, the current key first. */
  async status(): Promise<KeyCount[]> {
    const counts = new Map<string, KeyCount>();
    for (const { regionId, table, column } of await this.everywhere()) {
      const rows = await this.db.system('key inventory', regionId, (tx) =>
        tx.query<{ key: string; values: number }>(`select ${head(column)} as key, count(*)::int as values from ${table} where ${column} is not null ${regionId ? 'and region_id = $1' : ''} group by 1`, regionId ? [regionId] : []));
      for (const { key, values } of rows) {
        const name = `${table} ${column} ${key}`;
        counts.set(name, { key, standing: this.standing(key), table, column, values: values + (counts.get(name)?.values ?? 0) });
      }
    }
    const order = ({ standing, table, column, key }: KeyCount) => `${standings.indexOf(standing)} ${table} ${column} ${key}`;
    return [...counts.values()].sort((a, b) => order(a).localeCompare(order(b)));
  }

  /** Seals every value of the previous key by the current one, in batches; `report` hears the percentage. */
  async rotate(report: (progress: number) => Promise<void>): Promise<Rotated> {
    const waiting = (await this.status()).reduce((sum, { standing, values }) => sum + (standing === 'PREVIOUS' ? values : 0), 0);
    let rewrapped = 0;
    for (const column of await this.everywhere()) {
      for (let after: string | null = start; after !== null; ) {
        const batch = await this.batch(column, after);
        rewrapped += batch.rewrapped;
        after = batch.last;
        if (batch.rewrapped > 0) await report(Math.min(99, (100 * rewrapped) / Math.max(1, waiting)));
      }
    }
    const left = (await this.status()).reduce((sum, { standing, values }) => sum + (standing === 'CURRENT' ? 0 : values), 0);
    return { rewrapped, left };
  }

  /** One batch in a transaction of its own, so that others wait a moment only; `last` = after which the next one begins, null at the end. */
  private batch({ regionId, table, column, keyedBy }: SealedColumn, after: string): Promise<{ rewrapped: number; last: string | null }> {
    return this.db.system(`key rotation of ${table}.${column}`, regionId, async (tx) => {
      const rows = await tx.query<{ place: string; id: string; sealed: Buffer }>(
        `select ctid::text as place, ${keyedBy} as id, ${column} as sealed from ${table}
          where ${keyedBy} > $1 and ${head(column)} = any($2) ${regionId ? 'and region_id = $3' : ''} order by ${keyedBy} limit ${perBatch} for update`,
        [after, this.crypto.masterKeys.slice(1), ...(regionId ? [regionId] : [])]);
      const fresh = rows.flatMap(({ place, id, sealed }) => this.rewrapped(table, column, id, sealed).map((value) => ({ place, value })));
      await tx.query(`update ${table} t set ${column} = n.value from (select p::tid as place, value from unnest($1::text[], $2::bytea[]) as u (p, value)) n where t.ctid = n.place`, [
        fresh.map(({ place }) => place), fresh.map(({ value }) => value),
      ]);
      return { rewrapped: fresh.length, last: rows.length < perBatch ? null : rows.at(-1)!.id };
    });
  }

  /** A value that was moved or altered cannot be opened: it stays, is logged and counted as left. */
  private rewrapped(table: string, column: string, id: string, sealed: Buffer): Buffer[] {
    try {
      return [this.crypto.rewrap({ table, column, id }, sealed) ?? sealed];
    } catch {
      this.logger.error({ table, column, row: id }, 'sealed value does not belong here or was altered');
      return [];
    }
  }

  /** What the data map says the master key seals: in each region, and once what belongs to none. */
  private everywhere(): Promise<SealedColumn[]> {
    return this.db.system('what master keys seal', null, async (tx) => {
      const regional = (await tx.query<{ table: string }>("select c.relname as table from pg_attribute a join pg_class c on c.oid = a.attrelid where a.attname = 'region_id' and c.relnamespace = 'public'::regnamespace and c.relkind = 'r'")).map(({ table }) => table);
      const regions = (await tx.query<{ id: string }>('select id from region order by id')).map(({ id }) => id);
      return [...dataMap()].flatMap(([table, { personal = {}, keyedBy = 'id' }]) =>
        Object.entries(personal).flatMap(([column, { rest }]) => (rest === 'MASTER_KEY' ? (regional.includes(table) ? regions : [null]).map((regionId) => ({ regionId, table, column, keyedBy })) : [])));
    });
  }

  private standing(key: string): KeyCount['standing'] {
    return key === this.crypto.masterKeys[0] ? 'CURRENT' : this.crypto.masterKeys.includes(key) ? 'PREVIOUS' : 'UNKNOWN';
  }
}
