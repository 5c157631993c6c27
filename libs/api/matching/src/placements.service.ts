import { Refusal } from '@mintforge/domain/kernel';
import { Db, Jobs } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { Placement, PlacementState } from './matching.entities';

/** Seats given and taken back by hand, beside what runs place. */
@Injectable()
export class PlacementsService {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Gives a pupil a seat of an occurrence. Refuses OCCURRENCE_FULL (the database's constraint, whatever the
   * concurrency), ALREADY_EXISTS for a second seat, ACTIVITY_CANCELLED, NOT_FOUND.
   */
  async place(occurrenceId: string, pupilId: string, idempotencyKey?: string): Promise<string> {
    return this.db.write(
      async (tx) => {
        const { open } = await tx.one<{ open: boolean }>(
          `select o.state = 'PLANNED' and a.state = 'PUBLISHED' as open from occurrence o join activity a on a.region_id = o.region_id and a.id = o.activity_id where o.region_id = $1 and o.id = $2`, [tx.regionId, occurrenceId]);
        if (!open) throw new Refusal('ACTIVITY_CANCELLED');
        const [id] = await tx.insert(Placement, { occurrenceId, pupilId });
        await this.jobs.emit(tx, 'matching.published', { roundId: null, placements: [{ id, occurrenceId, pupilId, groupId: null, seats: 1 }] });
        return id!;
      },
      { once: { key: idempotencyKey, input: { occurrenceId, pupilId } } },
    );
  }

  /** Takes a placement back, frees its seat and keeps the row with its reason. Withdrawing twice changes nothing. */
  async withdraw(id: string, version: number, reason: string): Promise<void> {
    if (!reason.trim()) throw new Refusal('INVALID_INPUT', {}, { reason: 'required' });
    await this.db.write(async (tx) => {
      const placement = await tx.lock(Placement, id);
      if (placement.state === PlacementState.WITHDRAWN) return;
      await tx.update(Placement, id, { state: PlacementState.WITHDRAWN, withdrawnReason: reason.trim() }, version);
      await this.jobs.emit(tx, 'matching.withdrawn', { placementIds: [id] });
    });
  }
}
