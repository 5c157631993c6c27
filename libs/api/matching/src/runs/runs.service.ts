import { Refusal } from '@mintforge/domain/kernel';
import { checkPublishable, checkSettings, newPlacement, publishRun, type NewPlacement, type RoundSettings } from '@mintforge/domain/matching';
import { inputHash, InvalidInputError } from '@mintforge/matching-engine';
import { Clock, Db, Jobs, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { Placement, Round, RoundState, Run, RunState } from '../matching.entities';
import { Offers } from '../placements/offers';
import { RoundSnapshots, type RoundSnapshot } from '../rounds/round-snapshot';
import { lockOpenRound } from '../rounds/rounds.service';

/** Dry runs of a round, and the publishing of one of them. */
@Injectable()
export class RunsService {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly snapshots: RoundSnapshots,
    private readonly offers: Offers,
    private readonly clock: Clock,
  ) {}

  /** Stores a run of an open round with the round's settings or others, and starts its job; gives the run's id. */
  async start(roundId: string, settings: RoundSettings | null, idempotencyKey?: string): Promise<string> {
    return this.db.write(
      async (tx) => {
        const round = await lockOpenRound(tx, roundId);
        const used = checkSettings(settings ?? round.settings);
        const { number } = await tx.one<{ number: number }>('select coalesce(max(number), 0) + 1 as number from run where region_id = $1 and round_id = $2', [tx.regionId, roundId]);
        const [id] = await tx.insert(Run, { roundId, number, state: RunState.RUNNING, seed: used.seed, settings: used, createdBy: tx.actor.userId });
        const jobId = await this.jobs.start(tx, 'matching.run', { runId: id! });
        await tx.update(Run, id!, { jobId });
        return id!;
      },
      { once: { key: idempotencyKey, input: { roundId, settings } } },
    );
  }

  /** Ends a run that is under way; its job notices and stores nothing. Cancelling twice changes nothing. Refuses RUN_ENDED once it is finished. */
  async cancel(id: string): Promise<void> {
    await this.db.write(async (tx) => {
      const { state } = await tx.lock(Run, id);
      if (state === RunState.CANCELLED) return;
      if (state !== RunState.RUNNING) throw new Refusal('RUN_ENDED', { state });
      await tx.update(Run, id, { state: RunState.CANCELLED, endedAt: this.clock.now() });
    });
  }

  /**
   * Publishes a finished run: all placements, the round's state and the event for mails and attendance lists in one
   * transaction, or nothing. Refuses VERSION_CONFLICT, RUN_ALREADY_PUBLISHED, ROUND_NOT_OPEN, RUN_NOT_FINISHED,
   * RUN_OUTDATED, and OCCURRENCE_FULL by the database's own constraint.
   */
  async publish(runId: string, roundVersion: number): Promise<number> {
    return this.db.write(async (tx) => {
      const { roundId } = await tx.find(Run, runId);
      const round = await tx.lock(Round, roundId);
      const run = await tx.lock(Run, runId);
      if (round.state === RoundState.OPEN && round.version !== roundVersion) throw new Refusal('VERSION_CONFLICT', { version: round.version });
      // Who waited for the lock is answered before the round is read again: fifty who press at once would wait for it fifty times.
      checkPublishable(round, run);
      const occurrences = await tx.query<{ id: string; startsAt: Date }>('select o.id, o.starts_at as "startsAt" from occurrence o join round_occurrence r on r.region_id = o.region_id and r.occurrence_id = o.id where r.region_id = $1 and r.round_id = $2 order by o.id for update of o', [tx.regionId, roundId]);
      const snapshot = await this.snapshots.take(tx, roundId, run.settings);
      const places = await tx.query<{ participantId: string; occurrenceId: string; rank: number | null }>('select participant_id as "participantId", occurrence_id as "occurrenceId", rank from run_place where region_id = $1 and run_id = $2 order by participant_id, occurrence_id', [tx.regionId, runId]);
      const placements = publishRun(round, run, hashNow(snapshot), places, snapshot.participants);
      const now = this.clock.now();
      const startsAt = new Map(occurrences.map((occurrence) => [occurrence.id, occurrence.startsAt]));
      const rows = placements.map((placement) => ({ ...placement, roundId, runId, ...newPlacement(run.settings.acceptanceDays, startsAt.get(placement.occurrenceId)!, now) }));
      const ids = await tx.insert(Placement, rows);
      await tx.update(Run, runId, { state: RunState.PUBLISHED });
      await tx.update(Round, roundId, { state: RoundState.PUBLISHED, publishedRunId: runId, publishedAt: now });
      await this.offers.watch(tx, roundId, run.settings.acceptanceDays, rows.map(({ acceptBy }) => acceptBy));
      await this.announce(tx, roundId, placements, ids);
      return ids.length;
    });
  }

  private async announce(tx: Tx, roundId: string, placements: NewPlacement[], ids: string[]): Promise<void> {
    const told = placements.map(({ occurrenceId, pupilId, groupId, seats }, at) => ({ id: ids[at], occurrenceId, pupilId, groupId, seats }));
    await this.jobs.emit(tx, 'matching.published', { roundId, placements: told });
  }
}

/** The hash of a round as it is; null when the engine cannot take it, as when a pinned seat was given away. */
function hashNow({ input }: RoundSnapshot): string | null {
  try {
    return inputHash(input);
  } catch (error) {
    if (error instanceof InvalidInputError) return null;
    throw error;
  }
}
