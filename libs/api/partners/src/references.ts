import type { Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';

/** A column of some table that names an organisation. */
export interface Reference {
  table: string;
  column: string;
}

const name = /^[a-z_]+$/;

/**
 * Where organisations are referred to, so that deleting sees every use and merging moves every row. A feature registers
 * its own columns when it starts; this one never knows the others.
 */
@Injectable()
export class OrganisationReferences {
  private readonly list: Reference[] = [
    { table: 'contact', column: 'organisation_id' },
    { table: 'equipment', column: 'organisation_id' },
    { table: 'need', column: 'organisation_id' },
    { table: 'offer', column: 'organisation_id' },
    { table: 'readiness', column: 'organisation_id' },
    { table: 'organisation', column: 'successor_id' },
    { table: 'organisation', column: 'merged_into_id' },
  ];

  /** Adds a column of a table with `region_id` and `id`; done once, when the feature's module starts. */
  register(table: string, column: string): void {
    if (!name.test(table) || !name.test(column)) throw new Error(`No column: ${table}.${column}`);
    if (!this.list.some((known) => known.table === table && known.column === column)) this.list.push({ table, column });
  }

  /** Every registered column; partnerships are not among them, for they name two organisations at once. */
  get all(): readonly Reference[] {
    return this.list;
  }

  /** The first table in which an organisation is used, or null. */
  async firstUse(tx: Tx, id: string): Promise<string | null> {
    const used = await this.used(tx, [id]);
    return used.at(0)?.table ?? null;
  }

  /** Which of these organisations are used where. */
  async used(tx: Tx, ids: readonly string[]): Promise<{ table: string; id: string }[]> {
    const parts = [...this.list, { table: 'partnership', column: 'school_id' }, { table: 'partnership', column: 'partner_id' }].map(
      ({ table, column }) => `select '${table}' as "table", ${column} as id from ${table} where region_id = $1 and ${column} = any($2)`,
    );
    return tx.query(parts.join(' union all '), [tx.regionId, ids]);
  }
}
