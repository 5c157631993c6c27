import { berlinDay, checkSecondPerson, Refusal } from '@mintforge/domain/kernel';
import type { ErasureGround } from '@mintforge/domain/privacy';
import { showRestricted } from '@mintforge/people';
import { Clock, currentActor, Db, isHeld, lockRetention, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { Eraser } from './eraser';
import { Erasure, SubjectRequest, type ErasureLine } from '../requests/requests.entities';
import type { ProposeErasureArgs } from '../requests/requests.inputs';
import { type Subject } from '../requests/subject-rows';

type Erased = { kind: Erasure['subjectKind']; id: string };

/** Erasing by two persons, and by a retention rule that two persons released. */
@Injectable()
export class Erasures {
  constructor(
    private readonly db: Db,
    private readonly eraser: Eraser,
    private readonly clock: Clock,
  ) {}

  /** What erasing the person of a request would do, table by table. Refuses NOT_FOUND. */
  preview(requestId: string): Promise<ErasureLine[]> {
    return this.db.system('erasure preview', currentActor().regionId, async (tx) => this.eraser.preview(tx, await this.subjectOf(tx, requestId)));
  }

  /** Proposes the erasure that an examined request asks for. Refuses NOT_FOUND, VERSION_CONFLICT, REQUEST_NOT_IDENTIFIED, REQUEST_ENDED, ALREADY_EXISTS when one is proposed. */
  propose({ id, version, ground }: ProposeErasureArgs): Promise<void> {
    return this.db.write(async (tx) => {
      const { kind, state, subjectKind, subjectId } = await tx.lock(SubjectRequest, id, version);
      if (kind !== 'ERASURE' || subjectKind === 'USER') throw new Refusal('NOT_FOUND', { what: 'erasure' });
      if (state === 'RECEIVED' || subjectId === null) throw new Refusal('REQUEST_NOT_IDENTIFIED');
      if (state !== 'EXAMINED') throw new Refusal('REQUEST_ENDED', { state });
      await tx.insert(Erasure, { requestId: id, subjectKind, subjectId, ground, state: 'PROPOSED', proposedBy: tx.actor.userId });
    });
  }

  /** Takes a proposal back. Refuses NOT_FOUND without one. */
  discard(id: string): Promise<void> {
    return this.db.write(async (tx) => {
      const { state } = await tx.lock(Erasure, id);
      if (state !== 'PROPOSED') throw new Refusal('NOT_FOUND');
      await tx.update(Erasure, id, { state: 'DISCARDED' });
    });
  }

  /**
   * Executes a proposal for good. Refuses NOT_FOUND without one, FOUR_EYES to who proposed it, UNDER_HOLD while a legal
   * hold stands, SERVICE_UNAVAILABLE when the erasure ledger cannot be written.
   */
  execute(id: string): Promise<void> {
    return this.db.system('erasure by a second person', currentActor().regionId, async (tx) => {
      const { state, proposedBy, subjectKind: kind, subjectId } = await tx.lock(Erasure, id);
      if (state !== 'PROPOSED') throw new Refusal('NOT_FOUND');
      checkSecondPerson(proposedBy, tx.actor.userId);
      await lockRetention(tx);
      if (await isHeld(tx, subjectId, berlinDay(this.clock.now()))) throw new Refusal('UNDER_HOLD');
      const [lines] = await this.eraser.erase(tx, [{ erasureId: id, kind, id: subjectId }]);
      await tx.update(Erasure, id, { state: 'EXECUTED', executedBy: tx.actor.userId, executedAt: this.clock.now(), ...sorted(lines ?? []) });
    });
  }

  /** Erases people in the caller's SYSTEM transaction because a retention rule says so; call it last. What is held is the caller's to leave out. */
  async eraseBy(tx: Tx, ground: ErasureGround, people: readonly Erased[]): Promise<void> {
    if (people.length === 0) return;
    const ids = await tx.insert(Erasure, people.map(({ kind, id }) => ({ subjectKind: kind, subjectId: id, ground, state: 'EXECUTED' as const, executedAt: this.clock.now() })));
    const done = await this.eraser.erase(tx, people.map((person, at) => ({ ...person, erasureId: ids[at]! })));
    for (const [at, lines] of done.entries()) await tx.update(Erasure, ids[at]!, sorted(lines));
  }

  private async subjectOf(tx: Tx, requestId: string): Promise<Subject> {
    await showRestricted(tx);
    const { subjectKind, subjectId } = await tx.find(SubjectRequest, requestId);
    if (subjectId === null) throw new Refusal('REQUEST_NOT_IDENTIFIED');
    return { kind: subjectKind, id: subjectId };
  }
}

/** What went and what stayed, as it is kept on record. */
export const sorted = (lines: readonly ErasureLine[]): Pick<Erasure, 'removed' | 'kept'> => ({ removed: lines.filter(({ act }) => act !== 'KEEP'), kept: lines.filter(({ act }) => act === 'KEEP') });
