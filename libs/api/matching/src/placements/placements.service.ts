import { ConsentReads } from '@mintforge/consent';
import { Refusal } from '@mintforge/domain/kernel';
import { Db, Jobs, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { PlacementLife } from './placement-life';

/** Seats given by hand beside what runs place, and what becomes of seats once given. */
@Injectable()
export class PlacementsService {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly life: PlacementLife,
    private readonly consent: ConsentReads,
  ) {}

  /**
   * Gives a pupil a seat of an occurrence. Refuses OCCURRENCE_FULL (the database's constraint, whatever the
   * concurrency), ALREADY_EXISTS for a second seat, ACTIVITY_CANCELLED, NOT_FOUND.
   */
  async place(occurrenceId: string, pupilId: string, idempotencyKey?: string): Promise<string> {
    return this.db.write(
      async (tx) => {
        const [placed] = await tx.query<{ id: string }>(
          `insert into placement (region_id, occurrence_id, pupil_id) select o.region_id, o.id, $3 from occurrence o join activity a on a.region_id = o.region_id and a.id = o.activity_id
           where o.region_id = $1 and o.id = $2 and o.state = 'PLANNED' and a.state = 'PUBLISHED' returning id`, [tx.regionId, occurrenceId, pupilId]);
        if (!placed) throw await this.whyClosed(tx, occurrenceId);
        tx.note('placement', 'insert', [placed.id]);
        await this.jobs.emit(tx, 'matching.published', { roundId: null, placements: [{ id: placed.id, occurrenceId, pupilId, groupId: null, seats: 1 }] });
        return placed.id;
      },
      { once: { key: idempotencyKey, input: { occurrenceId, pupilId } } },
    );
  }

  private async whyClosed(tx: Tx, occurrenceId: string): Promise<Refusal> {
    const [known] = await tx.query('select from occurrence where region_id = $1 and id = $2', [tx.regionId, occurrenceId]);
    return new Refusal(known ? 'ACTIVITY_CANCELLED' : 'NOT_FOUND');
  }

  /** Accepts offered seats, all or none; gives how many that changed. Refuses CONSENT_MISSING where the round places by consent and it has ended, OFFER_LAPSED, PLACEMENT_ENDED, NOT_FOUND. */
  async accept(ids: string[]): Promise<number> {
    const accepted = await this.db.write(async (tx) => {
      // The gate before the rows, in the order in which a withdrawal takes both.
      const byConsent = await tx.query<{ pupilId: string }>(
        `select x.pupil_id as "pupilId" from placement x join run n on n.region_id = x.region_id and n.id = x.run_id
          where x.region_id = $1 and x.id = any($2::uuid[]) and x.state = 'OFFERED' and x.pupil_id is not null and (n.settings->'rules'->>'consent')::boolean`, [tx.regionId, ids]);
      if (byConsent.length > 0) await this.consent.require(tx, 'MATCHING', byConsent.map(({ pupilId }) => pupilId));
      return this.life.step(tx, ids, 'ACCEPT');
    });
    return accepted.length;
  }

  /** Declines offered seats, all or none, and fills them again; gives how many that changed. Refuses PLACEMENT_NOT_OFFERED, PLACEMENT_ENDED, NOT_FOUND. */
  async decline(ids: string[]): Promise<number> {
    return (await this.db.write((tx) => this.life.step(tx, ids, 'DECLINE'))).length;
  }

  /** Takes a placement back, keeps its row with the reason, and fills its seat again as the round says. Withdrawing twice changes nothing. Refuses VERSION_CONFLICT, PLACEMENT_ENDED. */
  async withdraw(id: string, version: number, reason: string): Promise<void> {
    if (!reason.trim()) throw new Refusal('INVALID_INPUT', {}, { reason: 'required' });
    await this.db.write((tx) => this.life.step(tx, [id], 'WITHDRAW', { reason: reason.trim(), version }));
  }
}
