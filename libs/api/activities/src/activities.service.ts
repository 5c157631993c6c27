import { accessibilityProvisions, checkOccurrences, missingToPublish, refuseMissing, type AccessibilityProvision, type CancelReason } from '@mintforge/domain/activities';
import { Refusal, tidy } from '@mintforge/domain/kernel';
import { Db, Jobs, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { Activity, Occurrence } from './activities.entities';
import type { ActivityFromOfferInput, ActivityInput, ActivityPatch } from './activities.inputs';
import { ActivityReads } from './activities.reads';
import { lockPlanned, occurrenceRows } from './occurrences/occurrences.rows';

type OfferRow = Pick<Activity, 'organisationId' | 'equipmentId' | 'title' | 'description' | 'format' | 'topics' | 'grades' | 'minimumAge'> & { accessibility: string[]; state: string };

/** Before every occurrence: what is over counts too. */
const always = new Date(0);

const isProvision = (text: string): text is AccessibilityProvision => (accessibilityProvisions as readonly string[]).includes(text);

/** Writes activities: drafts, publishing, calling off. */
@Injectable()
export class Activities {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly reads: ActivityReads,
  ) {}

  /** Creates a draft with its occurrences and gives its id. Refuses NOT_FOUND without the host, INVALID_INPUT for a faulty occurrence. */
  create(input: ActivityInput, key: string): Promise<string> {
    return this.db.write((tx) => this.insert(tx, input), { once: { key, input } });
  }

  /**
   * Makes a draft of an open offer: copies what the offer says and marks it as taken up, in one transaction. Refuses
   * OFFER_NOT_OPEN when somebody was faster.
   */
  createFromOffer(offerId: string, input: ActivityFromOfferInput, key: string): Promise<string> {
    return this.db.write(
      async (tx) => {
        const { state, accessibility, ...offer } = await tx.one<OfferRow>(
          `select organisation_id as "organisationId", equipment_id as "equipmentId", title, description, format, topics, grades, minimum_age as "minimumAge", accessibility, state
            from offer where region_id = $1 and id = $2 for update`,
          [tx.regionId, offerId],
        );
        if (state !== 'OPEN') throw new Refusal('OFFER_NOT_OPEN', { state });
        await this.markOffer(tx, offerId, 'IN_ACTIVITY');
        return this.insert(tx, { ...offer, accessibility: accessibility.filter(isProvision), ...input, title: input.title?.trim() || offer.title }, offerId);
      },
      { once: { key, input: { offerId, input } } },
    );
  }

  /**
   * Changes an activity. Refuses VERSION_CONFLICT, ACTIVITY_CANCELLED, INVALID_INPUT when its occurrences do not fit a
   * new format, and ACTIVITY_NOT_PUBLISHABLE when a published one would lose what publishing asks for.
   */
  update(id: string, version: number, patch: ActivityPatch): Promise<void> {
    return this.db.write(async (tx) => {
      const activity = await tx.lock(Activity, id, version);
      if (activity.state === 'CANCELLED') throw new Refusal('ACTIVITY_CANCELLED');
      const planned = await lockPlanned(tx, id);
      if (patch.format) checkOccurrences(patch.format, planned, () => 'format');
      if (activity.state === 'PUBLISHED') refuseMissing(missingToPublish({ ...activity, ...patch }, planned, always), missingToPublish(activity, planned, always));
      await tx.update(Activity, id, { ...patch, title: patch.title && tidy(patch.title) }, version);
    });
  }

  /** Publishes a draft. Refuses VERSION_CONFLICT, ACTIVITY_CANCELLED, or ACTIVITY_NOT_PUBLISHABLE naming what is missing; publishing twice changes nothing. */
  publish(id: string, version: number): Promise<void> {
    return this.db.write(async (tx) => {
      const activity = await tx.lock(Activity, id, version);
      if (activity.state === 'CANCELLED') throw new Refusal('ACTIVITY_CANCELLED');
      if (activity.state === 'PUBLISHED') return;
      const now = new Date();
      refuseMissing(missingToPublish(activity, await lockPlanned(tx, id), now));
      await tx.update(Activity, id, { state: 'PUBLISHED', publishedAt: now }, version);
      await this.jobs.emit(tx, 'activities.published', { activityId: id });
    });
  }

  /**
   * Calls an activity off with all its planned occurrences and tells the other features (event `activities.cancelled`
   * with activityId, occurrenceIds, reason). Refuses VERSION_CONFLICT, ACTIVITY_CANCELLED.
   */
  cancel(id: string, version: number, reason: CancelReason, note: string | null): Promise<void> {
    return this.db.write(async (tx) => {
      const activity = await tx.lock(Activity, id, version);
      if (activity.state === 'CANCELLED') throw new Refusal('ACTIVITY_CANCELLED');
      const occurrenceIds = (await lockPlanned(tx, id)).map((occurrence) => occurrence.id);
      await tx.query(
        `update occurrence set state = 'CANCELLED', cancel_reason = $3, cancel_note = $4, version = version + 1, updated_at = now() where region_id = $1 and id = any($2)`,
        [tx.regionId, occurrenceIds, reason, note],
      );
      tx.note('occurrence', 'update', occurrenceIds);
      await tx.update(Activity, id, { state: 'CANCELLED', cancelReason: reason, cancelNote: note }, version);
      await this.jobs.emit(tx, 'activities.cancelled', { activityId: id, occurrenceIds, reason });
    });
  }

  /** Deletes a draft with its occurrences; its offer is open again. Refuses ACTIVITY_NOT_DRAFT, STILL_IN_USE when a round, placement or attendance refers to an occurrence. */
  delete(id: string): Promise<void> {
    return this.db.write(async (tx) => {
      const { state, offerId } = await tx.lock(Activity, id);
      if (state !== 'DRAFT') throw new Refusal('ACTIVITY_NOT_DRAFT');
      await tx.delete(Activity, id);
      if (offerId && !(await this.reads.offerInUse(tx, offerId, id))) await this.markOffer(tx, offerId, 'OPEN');
    });
  }

  private async insert(tx: Tx, { occurrences, ...input }: ActivityInput, offerId: string | null = null): Promise<string> {
    const rows = occurrenceRows(input.format, occurrences, (index) => `occurrences.${index}`);
    const [id] = (await tx.insert(Activity, { ...input, title: tidy(input.title), offerId })) as [string];
    await tx.insert(Occurrence, rows.map((row) => ({ ...row, activityId: id })));
    return id;
  }

  /** Sets an offer as taken up, or open again when it was taken up; a closed one stays closed. */
  private async markOffer(tx: Tx, offerId: string, state: 'OPEN' | 'IN_ACTIVITY'): Promise<void> {
    const changed = await tx.query<{ id: string }>(
      `update offer set state = $3, version = version + 1, updated_at = now() where region_id = $1 and id = $2 and state <> $3 and state <> 'CLOSED' returning id`,
      [tx.regionId, offerId, state],
    );
    tx.note('offer', 'update', changed.map((row) => row.id));
  }
}
