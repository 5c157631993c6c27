import { Db, dataMap, FieldCrypto, runInContext, type Tx } from '@mintforge/platform';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { PupilIdentities } from './pupil-identities';
import { showRestricted } from './restricted';

/** Where a value of needs stands, and where the data map says it was sealed. */
interface SealedNeed {
  table: string;
  column: string;
  /** The row, as long as its transaction holds it. */
  place: string;
  at: { table: string; person: string };
  sealed: Buffer;
}

/**
 * Needs on record from before they had a key of their own are sealed again when a process starts: values of a pupil who
 * has needs and no key for them. A restored backup from before brings such values, too; where there are none, nothing is done.
 */
@Injectable()
export class NeedsResealing implements OnModuleInit {
  private readonly logger = new Logger('people');

  constructor(
    private readonly db: Db,
    private readonly crypto: FieldCrypto,
    private readonly identities: PupilIdentities,
  ) {}

  async onModuleInit(): Promise<void> {
    await runInContext({ requestId: randomUUID(), locale: 'de', action: 'needs.reseal' }, async () => {
      const regions = await this.db.system('regions with needs', null, (tx) => tx.query<{ id: string }>('select id from region order by id'));
      for (const { id } of regions) await this.db.system('needs sealed by keys of their own', id, (tx) => this.reseal(tx));
    });
  }

  /** Seals again all that one region holds; gives of how many pupils. What cannot be opened stays as unreadable as it was. */
  async reseal(tx: Tx): Promise<number> {
    await showRestricted(tx);
    const [some] = await tx.query('select 1 from pupil p where p.region_id = $1 and p.provisions is not null and not exists (select from needs_key k where k.region_id = p.region_id and k.person_id = p.id) limit 1', [tx.regionId]);
    if (!some) return 0;
    const values = Map.groupBy(await this.values(tx), ({ at }) => at.person);
    const keys = await tx.query<{ id: string; wrapped: Buffer }>(
      'select k.person_id as id, k.wrapped from person_key k where k.region_id = $1 and k.person_id = any($2) and not exists (select from needs_key n where n.region_id = k.region_id and n.person_id = k.person_id)', [tx.regionId, [...values.keys()]]);
    for (const { id, wrapped } of keys) {
      const needsKey = await this.identities.newNeedsKey(tx, id);
      for (const value of values.get(id) ?? []) await this.move(tx, value, wrapped, needsKey);
    }
    this.logger.log({ region: tx.regionId, pupils: keys.length }, 'needs sealed by keys of their own');
    return keys.length;
  }

  private async values(tx: Tx): Promise<SealedNeed[]> {
    const found: SealedNeed[] = [];
    for (const [table, { personal = {}, sealedAt }] of dataMap()) {
      for (const column of Object.keys(personal).filter((name) => personal[name]?.rest === 'NEEDS_KEY')) {
        const rows = await tx.query<Record<string, unknown> & { place: string }>(`select t.ctid::text as place, t.* from ${table} t where t.region_id = $1 and t."${column}" is not null for update`, [tx.regionId]);
        found.push(...rows.map((row) => ({ table, column, place: row.place, at: sealedAt?.(row) ?? { table, person: String(row['id']) }, sealed: row[column] as Buffer })));
      }
    }
    return found;
  }

  private async move(tx: Tx, { table, column, place, at, sealed }: SealedNeed, wrapped: Buffer, needsKey: Buffer): Promise<void> {
    try {
      const opened = this.crypto.openFields(wrapped, at.table, at.person, { [column]: sealed });
      const { [column]: value } = this.crypto.sealFields(needsKey, at.table, at.person, opened, 'needs_key');
      await tx.query(`update ${table} set "${column}" = $2 where ctid = $1::tid`, [place, value]);
    } catch {
      this.logger.error({ pupil: at.person, table }, 'sealed value does not belong here or was altered');
    }
  }
}
