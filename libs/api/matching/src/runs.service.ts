import { Refusal } from '@mintforge/domain/kernel';
import { checkSettings, newPlacement, publishRun, type NewPlacement, type RoundSettings } from '@mintforge/domain/matching';
import { explain, figures, inputHash, InvalidInputError, solve, type Outcome, type PupilExplanation } from '@mintforge/matching-engine';
import { Clock, Db, Jobs, Tx, type JobRun } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Placement, Round, RoundState, Run, RunState } from './matching.entities';
import { Offers } from './offers';
import { RoundSnapshots, type RoundSnapshot } from './round-snapshot';
import { lockOpenRound } from './rounds.service';
import { keepRecord } from './run-record';

interface RunJob {
  runId: string;
}

/** Dry runs, stored with input hash, seed and settings, and the publishing of one of them. */
@Injectable()
export class RunsService implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly snapshots: RoundSnapshots,
    private readonly offers: Offers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<RunJob>('matching.run', (job) => this.compute(job));
  }

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

  private async compute({ payload: { runId }, report }: JobRun<RunJob>): Promise<{ runId: string }> {
    const run = await this.db.read((tx) => tx.find(Run, runId));
    if (run.state !== RunState.RUNNING) return { runId };
    try {
      await report(10, 'reading');
      const snapshot = await this.db.read((tx) => this.snapshots.take(tx, run.roundId, run.settings));
      await report(40, 'matching');
      const outcome = solve({ ...snapshot.input, seed: run.seed });
      const explanations = explain(snapshot.input, outcome);
      await report(70, 'storing');
      await this.db.write((tx) => store(tx, run, snapshot, outcome, explanations));
    } catch (error) {
      const refusal = error instanceof InvalidInputError ? new Refusal('ROUND_INCOMPLETE', { missing: error.problems.slice(0, 3).map((problem) => problem.code).join(', ') }) : error;
      const stored = refusal instanceof Refusal ? { code: refusal.code, params: refusal.params } : { code: 'INTERNAL' };
      await this.db.write((tx) => tx.update(Run, runId, { state: RunState.FAILED, error: stored, endedAt: new Date() }));
      throw refusal;
    }
    return { runId };
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

/** Writes what a run found: per participant, per place, per occurrence, and the run's figures. */
async function store(tx: Tx, run: Run, snapshot: RoundSnapshot, outcome: Outcome, explanations: PupilExplanation[]): Promise<void> {
  const refused = new Map(explanations.map((explanation) => [explanation.id, explanation.refused]));
  const results = outcome.pupils.map(({ id, lottery, places }) => {
    const ranks = places.flatMap((place) => place.rank ?? []);
    return { participant_id: id, lottery, best_rank: ranks.length > 0 ? Math.min(...ranks) : null, placed: places.length > 0, refused: refused.get(id) ?? [] };
  });
  const places = outcome.pupils.flatMap(({ id, places: held }) => held.map(({ occurrence, rank, round, pinned }) => ({ participant_id: id, occurrence_id: occurrence, rank, round, pinned })));
  const occurrences = outcome.occurrences.map(({ id, applicants, placed, ...details }) => ({ occurrence_id: id, applicants, placed, details }));
  const keys = [tx.regionId, run.id];
  await tx.query(`insert into run_result (region_id, run_id, participant_id, lottery, best_rank, placed, refused) select $1, $2, participant_id, lottery, best_rank, placed, refused from jsonb_populate_recordset(null::run_result, $3)`, [...keys, JSON.stringify(results)]);
  await tx.query(`insert into run_place (region_id, run_id, participant_id, occurrence_id, rank, round, pinned) select $1, $2, participant_id, occurrence_id, rank, round, pinned from jsonb_populate_recordset(null::run_place, $3)`, [...keys, JSON.stringify(places)]);
  await tx.query(`insert into run_occurrence (region_id, run_id, occurrence_id, applicants, placed, details) select $1, $2, occurrence_id, applicants, placed, details from jsonb_populate_recordset(null::run_occurrence, $3)`, [...keys, JSON.stringify(occurrences)]);
  await keepRecord(tx, run.id, { input: snapshot.input, outcome });
  await tx.update(Run, run.id, { state: RunState.DONE, inputHash: outcome.inputHash, figures: figures(outcome), leftOut: snapshot.findings, endedAt: new Date() });
}
