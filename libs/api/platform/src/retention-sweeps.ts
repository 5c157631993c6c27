import type { Day } from '@mintforge/domain/kernel';
import type { RetentionClass } from '@mintforge/domain/privacy';
import { Injectable } from '@nestjs/common';
import type { Tx } from './db/tx';

/** When a batch ends: the day in Berlin, and the latest start whose period is over on it. */
export interface RetentionDay {
  today: Day;
  cutoff: Day;
}

/**
 * One kind of row that ends, told by the feature that owns it. The period is the region's and stands in no sweep: a sweep
 * only knows from which day its rows count and how they end.
 */
export interface RetentionSweep {
  retentionClass: RetentionClass;
  /** A word for reports, unique: a table, or what of it ends, e.g. `pupil.provisions`. */
  what: string;
  /** Tables whose rows, or parts of rows, end by it; those that end with them by a delete rule included. */
  tables: readonly string[];
  /**
   * SQL of the rows of the region `$1`: `id` text, `start` = the day of the event in Berlin (null while it has not come),
   * `subject` = the person they are about, or null. What has ended already must not be among them.
   */
  rows: string;
  /** Set when `rows` gives `ends`, too: an instant that a row carries itself and that ends it, if it comes first. */
  carriesEnd?: true;
  /** How many rows end in one transaction, where that is not 500. */
  atOnce?: number;
  /** Ends these rows, in the transaction of the batch; gives how many came to their end. Fewer than asked: the rest waits. */
  end(tx: Tx, ids: readonly string[], day: RetentionDay): Promise<number>;
}

/**
 * What retention ends. A feature registers its sweeps when its module starts; the nightly round knows none of the features,
 * and none of them a period.
 */
@Injectable()
export class RetentionSweeps {
  private readonly sweeps = new Map<string, RetentionSweep>();

  /** Adds sweeps; done once, when the feature's module starts. */
  register(...sweeps: readonly RetentionSweep[]): void {
    for (const sweep of sweeps) {
      if (this.sweeps.has(sweep.what)) throw new Error(`${sweep.what} is swept twice`);
      this.sweeps.set(sweep.what, sweep);
    }
  }

  /** All sweeps in the order in which they run: as registered, so that a feature's rows go before those they hang on. */
  get all(): readonly RetentionSweep[] {
    return [...this.sweeps.values()];
  }
}

/** SQL of the day in Berlin of an instant, itself SQL. */
export const berlinDayOf = (instant: string): string => `(${instant} at time zone 'Europe/Berlin')::date`;

/** The commonest end: rows of a table go, by the column that `rows` gave as `id`. */
export const deletedFrom =
  (table: string, key = 'id') =>
  async (tx: Tx, ids: readonly string[]): Promise<number> => {
    const gone = await tx.query<{ id: string }>(`delete from ${table} t where t.region_id = $1 and t.${key} = any($2::uuid[]) returning t.${key} as id`, [tx.regionId, ids]);
    tx.note(table, 'delete', gone.map(({ id }) => id));
    return gone.length;
  };
