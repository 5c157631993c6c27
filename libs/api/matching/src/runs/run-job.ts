import { Refusal } from '@mintforge/domain/kernel';
import { figures, InvalidInputError, solveInWorker, type MatchingInput, type Outcome, type PupilExplanation } from '@mintforge/matching-engine';
import { Clock, Db, Jobs, type JobRun, type Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Run, RunState } from '../matching.entities';
import { RoundSnapshots, type RoundSnapshot } from '../rounds/round-snapshot';
import { keepRecord } from './run-record';

/** Milliseconds between two looks whether a run was cancelled. */
const lookEvery = 500;

interface RunPayload {
  runId: string;
}

/** Computes stored runs: reads the round, lets the engine place, writes what it found. */
@Injectable()
export class RunJobs implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly snapshots: RoundSnapshots,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<RunPayload>('matching.run', (job) => this.compute(job));
  }

  private async compute({ payload: { runId }, report }: JobRun<RunPayload>): Promise<{ runId: string }> {
    const run = await this.db.read((tx) => tx.find(Run, runId));
    if (run.state !== RunState.RUNNING) return { runId };
    try {
      await report(10, 'reading');
      const { input: frozen, findings } = await this.db.read((tx) => this.snapshots.take(tx, run.roundId, run.settings));
      const input = seeded(frozen, run.settings);
      await report(40, 'matching');
      const solved = await this.unlessCancelled(runId, (signal) => solveInWorker(input, { signal }));
      if (!solved) return { runId };
      await report(70, 'storing');
      await this.db.write(async (tx) => {
        const { state } = await tx.lock(Run, runId);
        if (state === RunState.RUNNING) await store(tx, run, input, findings, solved, this.clock.now());
      });
    } catch (error) {
      const refusal = asRoundRefusal(error);
      const stored = refusal instanceof Refusal ? { code: refusal.code, params: refusal.params } : { code: 'INTERNAL' };
      await this.db.write((tx) => tx.update(Run, runId, { state: RunState.FAILED, error: stored, endedAt: this.clock.now() }));
      throw refusal;
    }
    return { runId };
  }

  /** Runs work in the engine's thread and looks, whichever process it was cancelled in, whether the run still goes on; null once it does not. */
  private async unlessCancelled<T>(runId: string, work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    const cancelling = new AbortController();
    const look = async () => {
      const { state } = await this.db.read((tx) => tx.find(Run, runId));
      if (state !== RunState.RUNNING) cancelling.abort();
    };
    // What fails here fails again where the outcome is stored.
    const looking = setInterval(() => void look().catch(() => undefined), lookEvery);
    try {
      return await work(cancelling.signal);
    } catch (error) {
      if (cancelling.signal.aborted) return null;
      throw error;
    } finally {
      clearInterval(looking);
    }
  }
}

/** The input of a round with the seed of its settings and where that comes from. */
export const seeded = (frozen: RoundSnapshot['input'], { seed, seedSource }: { seed: string; seedSource: string }): MatchingInput => ({ ...frozen, seed, ...(seedSource ? { seedSource } : {}) });

/** What the engine cannot take is a round that is not complete yet. */
export const asRoundRefusal = (error: unknown): unknown =>
  error instanceof InvalidInputError ? new Refusal('ROUND_INCOMPLETE', { missing: [...new Set(error.problems.map((problem) => problem.code))].slice(0, 3).join(', ') }) : error;

/** Writes what a run found: per participant, per place, per occurrence, and the run's figures. */
async function store(tx: Tx, run: Run, input: MatchingInput, findings: RoundSnapshot['findings'], { outcome, explanations }: { outcome: Outcome; explanations: PupilExplanation[] }, now: Date): Promise<void> {
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
  for (const [table, { length }] of Object.entries({ run_result: results, run_place: places, run_occurrence: occurrences })) tx.gained(table, length);
  await keepRecord(tx, run.id, { input, outcome });
  await tx.update(Run, run.id, { state: RunState.DONE, inputHash: outcome.inputHash, figures: figures(outcome), leftOut: findings, endedAt: now });
}
