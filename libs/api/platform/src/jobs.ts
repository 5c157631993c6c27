import { Refusal } from '@mintforge/domain/kernel';
import { Injectable, Logger } from '@nestjs/common';
import { Logger as WorkerLogger, makeWorkerUtils, parseCronItems, run, type Runner } from 'graphile-worker';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { currentContext, runInContext } from './context';
import { Db } from './db/db';
import type { Tx } from './db/tx';

/** What a job's code gets: its payload, and `report` to tell progress (0..100) and the step's text key. */
export interface JobRun<Payload> {
  id: string;
  payload: Payload;
  report: (progress: number, step?: string) => Promise<void>;
}

type JobCode = (job: JobRun<never>) => Promise<unknown>;
type EventCode = (tx: Tx, payload: never) => Promise<void>;
type TaskCode = (reference: Reference) => Promise<void>;

/** Code that comes round for one region; `now` is the instant it was due. It must be harmless when run twice for one instant. */
type RoundCode = (regionId: string, now: Date) => Promise<unknown>;

interface JobRow {
  kind: string;
  payload: unknown;
  role: 'COORDINATOR';
  startedBy: string | null;
}

/**
 * Work after the request: jobs with progress that people watch, and outbox events that other features react to. Both
 * are stored in the transaction that causes them and run by graphile-worker; handlers must be harmless when run twice.
 */
@Injectable()
export class Jobs {
  private readonly logger = new Logger('jobs');
  private readonly codes = new Map<string, JobCode>();
  private readonly reactions = new Map<string, EventCode[]>();
  private readonly tasks = new Map<string, TaskCode>([
    ['job', (reference) => this.runJob(reference)],
    ['event', (reference) => this.runEvent(reference)],
  ]);
  private readonly rounds = new Map<string, { match: string; code: RoundCode }>();
  private runner?: Runner;

  constructor(private readonly db: Db) {}

  /** Registers the code of a job kind, e.g. `imports.commit`; it runs as the user who started it. */
  handle<Payload>(kind: string, code: (job: JobRun<Payload>) => Promise<unknown>): void {
    this.codes.set(kind, code as JobCode);
  }

  /** Registers a reaction to an outbox event; all reactions to one event run in one SYSTEM transaction. */
  on<Payload>(event: string, code: (tx: Tx, payload: Payload) => Promise<void>): void {
    this.reactions.set(event, [...(this.reactions.get(event) ?? []), code as EventCode]);
  }

  /** Registers a task of the platform itself that people do not watch, e.g. `mail`; a thrown error is tried again later. */
  task(name: string, code: TaskCode): void {
    this.tasks.set(name, code);
  }

  /**
   * Registers work that comes round for every region, e.g. `retention` at `15 1 * * *` (cron, UTC). What was due while no
   * worker ran, within two days, is made up for.
   */
  every(match: string, name: string, code: RoundCode): void {
    this.rounds.set(name, { match, code });
    this.tasks.set(`every ${name}`, (due) => this.runRound(name, new Date((due as unknown as Due)._cron.ts)));
  }

  /** Runs work that comes round for all regions as of `now`: one region after the other, and a failing one stops none of the others. */
  async runRound(name: string, now: Date): Promise<void> {
    const round = this.rounds.get(name);
    if (!round) throw new Error(`Nothing comes round as ${name}`);
    const failed: string[] = [];
    await runInContext({ requestId: randomUUID(), locale: 'de', action: `every.${name}` }, async () => {
      const regions = await this.db.system(`regions for ${name}`, null, (tx) => {
        tx.unaudited();
        return tx.query<{ id: string }>('select id from region order by id');
      });
      for (const { id } of regions) {
        await round.code(id, now).catch((error: unknown) => {
          this.logger.error({ err: error, round: name, region: id }, 'failed for a region');
          failed.push(id);
        });
      }
    });
    if (failed.length > 0) throw new Error(`${name} failed for ${failed.length} regions`);
  }

  /** Stores a job in the caller's transaction and gives its id; it starts after the commit. */
  async start(tx: Tx, kind: string, payload: object): Promise<string> {
    if (!this.codes.has(kind)) throw new Error(`No code for job ${kind}`);
    const { id } = await tx.one<{ id: string }>('insert into job (region_id, kind, payload, started_by, role) values ($1, $2, $3, $4, $5) returning id', [
      tx.regionId, kind, JSON.stringify(payload), tx.actor.userId, tx.actor.role,
    ]);
    tx.note('job', 'insert', [id]);
    await this.enqueue(tx, 'job', id);
    return id;
  }

  /** Stores an outbox event in the caller's transaction; its reactions run after the commit. One statement, as most writes end in one. */
  async emit(tx: Tx, event: string, payload: object): Promise<void> {
    await tx.query(
      `with told as (insert into outbox (region_id, event, payload) values ($1, $2, $3) returning id)
       select graphile_worker.add_job('event', json_build_object('id', id, 'regionId', $1::uuid, 'requestId', $4::text), max_attempts => 10) from told`,
      [tx.regionId, event, JSON.stringify(payload), currentContext().requestId],
    );
  }

  /** Starts working off jobs in this process. */
  async work(pool: Pool, concurrency = 2): Promise<void> {
    await releaseJobsOfTheDead(pool);
    this.runner = await run({
      pgPool: pool,
      concurrency,
      noHandleSignals: true,
      parsedCronItems: parseCronItems([...this.rounds].map(([name, { match }]) => ({ task: `every ${name}`, match, identifier: name, options: { backfillPeriod: madeUpFor } }))),
      logger: quietLogger(this.logger),
      pollInterval: 2000,
      taskList: Object.fromEntries([...this.tasks].map(([name, code]) => [name, (reference: unknown) => code(reference as Reference)])),
    });
  }

  /** Stops taking new jobs and waits for running ones. */
  async stop(): Promise<void> {
    await this.runner?.stop();
    this.runner = undefined;
  }

  /** Queues a task about a row in the caller's transaction, for now or for an instant; the same task about the same row is queued once per instant. */
  async enqueue(tx: Tx, task: string, id: string, at?: Date): Promise<void> {
    const reference: Reference = { id, regionId: tx.regionId, requestId: currentContext().requestId };
    const once = at ? `${task} ${id} ${at.toISOString()}` : null;
    await tx.query('select graphile_worker.add_job($1, $2::json, max_attempts => $3, run_at => $4, job_key => $5)', [task, JSON.stringify(reference), task === 'job' ? 3 : 10, at ?? null, once]);
  }

  private async runJob({ id, regionId, requestId }: Reference): Promise<void> {
    const update = (sql: string, values: unknown[] = []) =>
      this.db.system(`job ${id}`, regionId, (tx) => tx.query(`update job set ${sql} where region_id = $1 and id = $2 and state in ('QUEUED', 'RUNNING') returning kind, payload, role, started_by as "startedBy"`, [regionId, id, ...values]));
    const [job] = (await runInContext({ requestId, locale: 'de', action: 'job.start' }, () => update("state = 'RUNNING', started_at = now()"))) as unknown as JobRow[];
    const code = job && this.codes.get(job.kind);
    if (!job || !code) return;
    const actor = { userId: job.startedBy, sessionId: null, role: job.role, regionId };
    await runInContext({ requestId, locale: 'de', actor, action: `job.${job.kind}` }, async () => {
      const report = async (progress: number, step?: string) => void (await update('progress = $3, step = $4', [Math.round(progress), step ?? null]));
      try {
        const result = await code({ id, payload: job.payload as never, report });
        await update("state = 'DONE', progress = 100, result = $3, ended_at = now()", [JSON.stringify(result ?? null)]);
      } catch (error) {
        if (!(error instanceof Refusal)) this.logger.error({ err: error, job: job.kind }, 'job failed');
        const reason = error instanceof Refusal ? { code: error.code, params: error.params, fields: error.fields } : { code: 'INTERNAL', requestId };
        await update("state = 'FAILED', error = $3, ended_at = now()", [JSON.stringify(reason)]);
      }
    });
  }

  private async runEvent({ id, regionId, requestId }: Reference): Promise<void> {
    await runInContext({ requestId, locale: 'de', action: 'event.react' }, () =>
      this.db.system(`event ${id}`, regionId, async (tx) => {
        const [event] = await tx.query<{ event: string; payload: unknown }>(
          'update outbox set delivered_at = now() where region_id = $1 and id = $2 and delivered_at is null returning event, payload', [regionId, id]);
        for (const code of event ? (this.reactions.get(event.event) ?? []) : []) await code(tx, event!.payload as never);
      }),
    );
  }
}

const madeUpFor = 2 * 86_400_000;

/** What the queue says of work that came round. */
interface Due {
  _cron: { ts: string };
}

/** What the queue itself holds: ids only, never content. */
export interface Reference {
  id: string;
  regionId: string;
  requestId: string;
}

/** Creates graphile-worker's own tables; run by the migration command with a pool whose role owns them. */
export async function migrateJobs(pool: Pool): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool: pool, logger: quietLogger(new Logger('jobs')) });
  await utils.migrate();
  await utils.release();
}

interface QueueMeta {
  job?: { task_identifier: string; attempts: number };
  error?: { code?: string };
}

/** The queue's own voice: warnings and errors by task and code only, for its messages quote what a mail server or a database said of a person. */
const quietLogger = (logger: Logger) =>
  new WorkerLogger(() => (level, _message, meta?: QueueMeta) => {
    const said = { task: meta?.job?.task_identifier, attempt: meta?.job?.attempts, code: meta?.error?.code };
    if (level === 'error') logger.error(said, 'queue');
    else if (level === 'warning') logger.warn(said, 'queue');
  });

/** The application name of a worker's connections, by which a later start knows whether another worker lives. */
export const workerName = 'mintforge-worker';

/** A killed worker keeps its locks for hours; when no other worker is connected, every lock is a dead one's and is freed. */
async function releaseJobsOfTheDead(pool: Pool): Promise<void> {
  await pool.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs
      where locked_by is not null and not exists (select from pg_stat_activity a where a.application_name = $1 and a.pid <> pg_backend_pid() and a.datname = current_database())
      having count(*) > 0`,
    [workerName],
  );
}
