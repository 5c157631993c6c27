import { berlinDay, Refusal, type Day } from '@mintforge/domain/kernel';
import { checkHold } from '@mintforge/domain/privacy';
import { Clock, Db, lockRetention, Tasks, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { LegalHold } from './retention.entities';
import type { HoldInput } from './retention.inputs';

/** Legal holds: placed, prolonged at their review, lifted. While one stands, no sweep and no erasure takes what it keeps. */
@Injectable()
export class Holds {
  constructor(
    private readonly db: Db,
    private readonly tasks: Tasks,
    private readonly clock: Clock,
  ) {}

  /** Every hold of the region, those that stand first, by their review. */
  all(): Promise<LegalHold[]> {
    return this.db.read((tx) =>
      tx.query<LegalHold>(
        `select id, reason, reference, subject_kind as "subjectKind", subject_id as "subjectId", retention_class as "retentionClass", review_on as "reviewOn", expires_on as "expiresOn",
            placed_by as "placedBy", lifted_by as "liftedBy", lifted_at as "liftedAt", version, created_at as "createdAt", updated_at as "updatedAt"
          from legal_hold where region_id = $1 order by lifted_at is not null or expires_on < $2, review_on, id limit 500`,
        [tx.regionId, berlinDay(this.clock.now())],
      ),
    );
  }

  /** Places a hold and gives its id. Refuses INVALID_INPUT without a person or class, or by `checkHold`. */
  place(input: HoldInput, idempotencyKey: string): Promise<string> {
    return this.db.write(
      async (tx) => {
        const { subjectId = null, subjectKind = null, retentionClass = null } = input;
        if (subjectId === null && retentionClass === null) throw new Refusal('INVALID_INPUT', {}, { subjectId: 'required' });
        if ((subjectId === null) !== (subjectKind === null)) throw new Refusal('INVALID_INPUT', {}, { subjectKind: 'required' });
        checkHold(input, berlinDay(this.clock.now()));
        await lockRetention(tx);
        const [id] = await tx.insert(LegalHold, { ...input, subjectId, subjectKind, retentionClass, placedBy: tx.actor.userId });
        return id!;
      },
      { once: { key: idempotencyKey, input } },
    );
  }

  /** Keeps a hold standing after its review. Refuses HOLD_ENDED, VERSION_CONFLICT, and by `checkHold`. */
  prolong(id: string, version: number, days: { reviewOn: Day; expiresOn: Day }): Promise<void> {
    return this.db.write(async (tx) => {
      await this.standing(tx, id, version);
      checkHold(days, berlinDay(this.clock.now()));
      await tx.update(LegalHold, id, { reviewOn: days.reviewOn, expiresOn: days.expiresOn }, version);
      await this.tasks.settle(tx, 'HOLD_REVIEW', [id]);
    });
  }

  /** Lifts a hold; what it kept past its end goes in the next night. Refuses HOLD_ENDED, VERSION_CONFLICT. */
  lift(id: string, version: number): Promise<void> {
    return this.db.write(async (tx) => {
      await this.standing(tx, id, version);
      await tx.update(LegalHold, id, { liftedAt: this.clock.now(), liftedBy: tx.actor.userId }, version);
      await this.tasks.settle(tx, 'HOLD_REVIEW', [id]);
    });
  }

  private async standing(tx: Tx, id: string, version: number): Promise<void> {
    const { liftedAt, expiresOn } = await tx.lock(LegalHold, id, version);
    if (liftedAt !== null || expiresOn < berlinDay(this.clock.now())) throw new Refusal('HOLD_ENDED');
  }
}
