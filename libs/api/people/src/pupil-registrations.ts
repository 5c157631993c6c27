import type { Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';

/** A table whose rows say that a pupil was to be somewhere on a day. */
export interface PupilRegistration {
  table: string;
  /** SQL over a row `t`: the day in Berlin on which what it is for is over. */
  day: string;
  /** SQL of what else is set when the row loses its person, e.g. a note. */
  cleared?: string;
  /** What else goes when rows lose their person: what hangs on them and names the person, too. */
  after?(tx: Tx, ids: readonly string[]): Promise<unknown>;
}

/**
 * What pupils were registered for. Features register their tables when they start: how long an identity, needs and the
 * registrations themselves are kept counts from there, and this feature never knows the others.
 */
@Injectable()
export class PupilRegistrations {
  private readonly list: PupilRegistration[] = [];

  /** Adds a table with `region_id`, `id`, `pupil_id`, `version` and `updated_at`; done once, when the feature's module starts. */
  register(...registrations: readonly PupilRegistration[]): void {
    this.list.push(...registrations);
  }

  get tables(): readonly string[] {
    return this.list.map(({ table }) => table);
  }

  /** SQL of (pupil_id, day) of the region `$1`, one row per registration. */
  get sql(): string {
    const parts = this.list.map(({ table, day }) => `select t.pupil_id, ${day} as day from ${table} t where t.region_id = $1 and t.pupil_id is not null`);
    return parts.length > 0 ? parts.join(' union all ') : 'select null::uuid as pupil_id, null::date as day where $1::uuid is null';
  }

  /** Gives the registrations of pupils that were over by a day to others in their stead, by pupil and calendar year. */
  async handOver(tx: Tx, over: string, to: readonly { pupilId: string; year: number; standIn: string }[]): Promise<void> {
    for (const { table, day, cleared, after } of this.list) {
      const moved = await tx.query<{ id: string }>(
        `update ${table} t set pupil_id = s."standIn"${cleared ? `, ${cleared}` : ''}, version = t.version + 1, updated_at = now()
          from jsonb_to_recordset($2) as s ("pupilId" uuid, year int, "standIn" uuid)
          where t.region_id = $1 and t.pupil_id = s."pupilId" and ${day} <= $3 and extract(year from ${day}) = s.year returning t.id`,
        [tx.regionId, JSON.stringify(to), over],
      );
      tx.note(table, 'update', moved.map(({ id }) => id));
      await after?.(tx, moved.map(({ id }) => id));
    }
  }
}
