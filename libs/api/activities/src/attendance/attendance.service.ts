import { Refusal } from '@mintforge/domain/kernel';
import { Db, Jobs, type Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Occurrence } from '../activities.entities';
import type { AttendanceMark } from './attendance.inputs';

/** A placement as matching tells of it: a pupil, or a group with its seats. */
export interface PublishedPlacement {
  id: string;
  occurrenceId: string;
  pupilId?: string | null;
  groupId?: string | null;
  seats: number;
}

/** Keeps attendance lists: fills them from what matching publishes, takes marks. */
@Injectable()
export class AttendanceLists implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.on<{ placements: PublishedPlacement[] }>('matching.published', (tx, { placements }) => this.expect(tx, placements));
    this.jobs.on<{ placementIds: string[] }>('matching.withdrawn', (tx, { placementIds }) => this.withdraw(tx, placementIds));
  }

  /** Marks rows of one list, all or none. Refuses NOT_FOUND when a row is not on this list, OCCURRENCE_CANCELLED when nobody can have come. */
  mark(occurrenceId: string, marks: AttendanceMark[]): Promise<void> {
    return this.db.write(async (tx) => {
      const { state } = await tx.find(Occurrence, occurrenceId);
      if (state === 'CANCELLED') throw new Refusal('OCCURRENCE_CANCELLED');
      const marked = await tx.query<{ id: string }>(
        `update attendance t set state = case when m.state = 'EXPECTED' and t.state = 'WITHDRAWN' then t.state else m.state end, note = coalesce(m.note, t.note), version = t.version + 1, updated_at = now(),
            marked_at = case when m.state = 'EXPECTED' then null else now() end, marked_by = case when m.state = 'EXPECTED' then null else $6::uuid end
          from unnest($3::uuid[], $4::text[], $5::text[]) as m (id, state, note) where t.region_id = $1 and t.occurrence_id = $2 and t.id = m.id returning t.id`,
        [tx.regionId, occurrenceId, marks.map(({ id }) => id), marks.map((mark) => mark.state), marks.map(({ note }) => note ?? null), tx.actor.userId],
      );
      if (marked.length !== marks.length) throw new Refusal('NOT_FOUND');
      tx.note('attendance', 'update', marked.map(({ id }) => id));
    });
  }

  /** Puts placed pupils and groups on their lists; who is on it already stays, and is expected again after a withdrawal. */
  private async expect(tx: Tx, placements: readonly PublishedPlacement[]): Promise<void> {
    await this.upsert(tx, 'pupil_id', placements.flatMap(({ pupilId, ...rest }) => (pupilId ? [{ ...rest, who: pupilId, seats: 1 }] : [])));
    await this.upsert(tx, 'group_id', placements.flatMap(({ groupId, ...rest }) => (groupId ? [{ ...rest, who: groupId }] : [])));
  }

  private async upsert(tx: Tx, column: 'pupil_id' | 'group_id', rows: readonly { id: string; occurrenceId: string; who: string; seats: number }[]): Promise<void> {
    const written = await tx.query<{ id: string }>(
      `insert into attendance as t (region_id, placement_id, occurrence_id, ${column}, head_count) select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[])
        on conflict (region_id, occurrence_id, ${column}) do update set placement_id = excluded.placement_id, head_count = excluded.head_count, version = t.version + 1, updated_at = now(),
          state = case t.state when 'WITHDRAWN' then 'EXPECTED' else t.state end
        where t.placement_id is distinct from excluded.placement_id or t.head_count <> excluded.head_count returning id`,
      [tx.regionId, rows.map(({ id }) => id), rows.map(({ occurrenceId }) => occurrenceId), rows.map(({ who }) => who), rows.map(({ seats }) => seats)],
    );
    tx.note('attendance', 'insert', written.map(({ id }) => id));
  }

  /** Notes withdrawals; a row that is marked already keeps its mark, for that happened. */
  private async withdraw(tx: Tx, placementIds: readonly string[]): Promise<void> {
    const withdrawn = await tx.query<{ id: string }>(
      `update attendance set state = 'WITHDRAWN', version = version + 1, updated_at = now() where region_id = $1 and placement_id = any($2) and state = 'EXPECTED' returning id`,
      [tx.regionId, placementIds],
    );
    tx.note('attendance', 'update', withdrawn.map(({ id }) => id));
  }
}
