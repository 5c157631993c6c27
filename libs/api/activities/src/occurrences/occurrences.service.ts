import { checkCapacity, checkOccurrences, missingToPublish, refuseMissing, type CancelReason, type PublishableOccurrence } from '@mintforge/domain/activities';
import { Refusal } from '@mintforge/domain/kernel';
import { Db, Jobs, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { Activity, Occurrence } from '../activities.entities';
import type { OccurrenceInput, OccurrencePatch } from './occurrences.inputs';
import { occurrenceRows } from './occurrences.rows';

/** Writes occurrences of activities. */
@Injectable()
export class Occurrences {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
  ) {}

  /** Adds occurrences to an activity and gives their ids in order. Refuses NOT_FOUND, ACTIVITY_CANCELLED, INVALID_INPUT naming field and position, ACTIVITY_NOT_PUBLISHABLE without a place in a published one. */
  add(activityId: string, input: OccurrenceInput[], key: string): Promise<string[]> {
    return this.db.write(
      async (tx) => {
        const activity = await lockOpen(tx, activityId);
        const rows = occurrenceRows(activity.format, input, (index) => `input.${index}`);
        refuseWithoutPlace(activity, rows);
        return tx.insert(Occurrence, rows.map((row) => ({ ...row, activityId })));
      },
      { once: { key, input: { activityId, input } } },
    );
  }

  /** Changes a planned occurrence. Refuses VERSION_CONFLICT, OCCURRENCE_CANCELLED, INVALID_INPUT, and CAPACITY_BELOW_TAKEN for fewer seats than are given away. */
  update(id: string, version: number, patch: OccurrencePatch): Promise<void> {
    return this.db.write(async (tx) => {
      const occurrence = await lockStanding(tx, id, version);
      const activity = await tx.find(Activity, occurrence.activityId);
      const changed = { ...occurrence, ...patch };
      checkOccurrences(activity.format, [changed]);
      refuseWithoutPlace(activity, [changed]);
      checkCapacity(changed.capacity, occurrence.taken);
      await tx.update(Occurrence, id, { ...patch, place: patch.place?.trim() }, version);
    });
  }

  /** Calls a planned occurrence off and tells the other features (event `activities.cancelled`). Refuses VERSION_CONFLICT, OCCURRENCE_CANCELLED. */
  cancel(id: string, version: number, reason: CancelReason, note: string | null): Promise<void> {
    return this.db.write(async (tx) => {
      const { activityId } = await lockStanding(tx, id, version);
      await tx.update(Occurrence, id, { state: 'CANCELLED', cancelReason: reason, cancelNote: note }, version);
      await this.jobs.emit(tx, 'activities.cancelled', { activityId, occurrenceIds: [id], reason });
    });
  }

  /** Deletes an occurrence nothing depends on. Refuses STILL_IN_USE when a round, a wish, a placement or attendance refers to it. */
  delete(id: string): Promise<void> {
    return this.db.write(async (tx) => {
      await tx.lock(Occurrence, id);
      await tx.delete(Occurrence, id);
    });
  }
}

/** Occurrences of a published activity have a place. */
function refuseWithoutPlace(activity: Activity, occurrences: readonly PublishableOccurrence[]): void {
  const missing = missingToPublish(activity, occurrences, new Date(0)).filter((what) => what === 'PLACE');
  if (activity.state === 'PUBLISHED') refuseMissing(missing);
}

/** The activity, locked against being called off meanwhile. */
async function lockOpen(tx: Tx, activityId: string): Promise<Activity> {
  const activity = await tx.lock(Activity, activityId);
  if (activity.state === 'CANCELLED') throw new Refusal('ACTIVITY_CANCELLED');
  return activity;
}

async function lockStanding(tx: Tx, id: string, version: number): Promise<Occurrence> {
  const occurrence = await tx.lock(Occurrence, id, version);
  if (occurrence.state === 'CANCELLED') throw new Refusal('OCCURRENCE_CANCELLED');
  return occurrence;
}
