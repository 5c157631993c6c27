import { addDays, berlinDay, berlinMidnight, type Day } from '@mintforge/domain/kernel';
import { latestEndedStart, type RetentionTerm } from '@mintforge/domain/privacy';
import { Db, Jobs, lockRetention, RetentionSweeps, Tasks, type RetentionSweep, type Tx } from '@mintforge/platform';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { adoptRetention, rulesInForce, termOf, type RuleInForce } from './retention-rules';

/** Rows that end in one transaction, where the sweep says nothing else. */
const rowsAtOnce = 500;
const atOnceOf = ({ atOnce = rowsAtOnce }: RetentionSweep): number => atOnce;
/** Batches of one kind of row in one night: a region that starts with years of data is not locked until noon. */
const batchesPerNight = 200;

/** How many rows of a kind are past their end now, and will be in 30 and 90 days and on a day asked for, those before included; the next start after today's. */
export interface DueCounts {
  due: number;
  held: number;
  in30: number;
  in90: number;
  until: number;
  nextStart: Day | null;
}

/** The rows of a sweep, with the instant that ends them whatever the rule: none for most. By `offset 0` the day of a row is worked out once, however often it is compared. */
const rowsOf = ({ rows, carriesEnd }: RetentionSweep): string => `select q.id, q.start, q.subject, ${carriesEnd ? 'q.ends' : 'null::timestamptz as ends'} from (${rows}) q offset 0`;
/** Never unknown: whether a hold keeps a row is then asked only for rows whose end has come. */
const ended = (cutoff: string, instant: string): string => `((r.start <= ${cutoff}::date or r.ends <= ${instant}::timestamptz) is true)`;
/** Whether a hold, or a restriction of use, keeps a row; of region $1, class $2, day $3. Where no hold stands, no row is asked for. */
const keptSql = `((exists (select from legal_hold h where h.region_id = $1 and h.lifted_at is null) and app.is_held(r.subject, $2, $3)) or exists (select from use_limit l where l.region_id = $1 and l.subject_id = r.subject and l.restricted))`;

/** What the sweep would end today, in 30 and in 90 days, and until a day. */
export async function dueCounts(tx: Tx, sweep: RetentionSweep, term: RetentionTerm, now: Date, until = berlinDay(now)): Promise<DueCounts> {
  const today = berlinDay(now);
  const horizons = [today, addDays(today, 30), addDays(today, 90), until];
  const by = (at: number) => ended(`$${4 + 2 * at}`, `$${5 + 2 * at}`);
  const count = (condition: string, name: string) => `count(*) filter (where ${condition})::int as ${name}`;
  return tx.one<DueCounts>(
    `select ${count(`${by(0)} and not kept`, 'due')}, ${count(`${by(0)} and kept`, 'held')}, ${count(`${by(1)} and not kept`, 'in30')}, ${count(`${by(2)} and not kept`, 'in90')}, ${count(`${by(3)} and not kept`, 'until')},
        (min(r.start) filter (where r.start > $4::date))::text as "nextStart"
      from (select r.*, (${by(2)} or ${by(3)}) and ${keptSql} as kept from (${rowsOf(sweep)}) r offset 0) r`,
    [tx.regionId, sweep.retentionClass, today, ...horizons.flatMap((day) => [latestEndedStart(term, day), day === today ? now : berlinMidnight(addDays(day, 1))])],
  );
}

/**
 * The nightly round of retention: what is past its end ends, in batches of their own transactions; what was due while no
 * round ran is made up for, as each asks how far the period reaches today. A rule that the region has not signed is only
 * counted, and a task asks for it.
 */
@Injectable()
export class RetentionRound implements OnModuleInit {
  private readonly logger = new Logger('retention');

  constructor(
    private readonly db: Db,
    private readonly sweeps: RetentionSweeps,
    private readonly tasks: Tasks,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('15 1 * * *', 'retention', (regionId, now) => this.run(regionId, now));
  }

  /** Runs it for a region as of `now`; run twice it ends nothing twice. Throws at the end when a sweep failed; the others have run. */
  async run(regionId: string, now: Date): Promise<void> {
    const rules = await this.db.system('retention', regionId, (tx) => this.prepare(tx, now));
    const failed: string[] = [];
    for (const sweep of this.sweeps.all) {
      const rule = rules.get(sweep.retentionClass);
      if (!rule || rule.action === 'KEEP') continue;
      await this.sweep(regionId, sweep, rule, now).catch((error: unknown) => {
        this.logger.error({ err: error, region: regionId, what: sweep.what }, 'a sweep failed');
        failed.push(sweep.what);
      });
    }
    await this.db.system('retention', regionId, (tx) => this.ask(tx, now, [...rules.values()]));
    if (failed.length > 0) throw new Error(`Retention failed for ${failed.join(', ')}`);
  }

  private async prepare(tx: Tx, now: Date): Promise<Map<string, RuleInForce>> {
    tx.unaudited();
    await adoptRetention(tx);
    return new Map((await rulesInForce(tx, berlinDay(now))).map((rule) => [rule.retentionClass, rule]));
  }

  private async sweep(regionId: string, sweep: RetentionSweep, rule: RuleInForce, now: Date): Promise<void> {
    const inRegion = <T>(work: (tx: Tx) => Promise<T>) => this.db.system(`retention ${sweep.retentionClass}`, regionId, work);
    for (let batch = 0; rule.signedAt !== null && batch < batchesPerNight; batch++) if ((await inRegion((tx) => this.batch(tx, sweep, rule, now))) < atOnceOf(sweep)) break;
    await inRegion(async (tx) => {
      tx.unaudited();
      const { due, held } = await dueCounts(tx, sweep, termOf(rule), now);
      await this.report(tx, sweep, rule, now, { ended: 0, held, waiting: due });
    });
  }

  /** Ends one batch and gives how many rows ended; a task of a night that finds nothing leaves no trace. */
  private async batch(tx: Tx, sweep: RetentionSweep, rule: RuleInForce, now: Date): Promise<number> {
    tx.unaudited();
    await lockRetention(tx);
    const [today, cutoff] = [berlinDay(now), latestEndedStart(termOf(rule), berlinDay(now))];
    const due = await tx.query<{ id: string }>(
      `select r.id from (${rowsOf(sweep)}) r where ${ended('$4', '$5')} and not ${keptSql} order by r.start, r.id limit ${atOnceOf(sweep)}`,
      [tx.regionId, sweep.retentionClass, today, cutoff, now],
    );
    if (due.length === 0) return 0;
    const count = await sweep.end(tx, due.map(({ id }) => id), { today, cutoff });
    await this.report(tx, sweep, rule, now, { ended: count, held: 0, waiting: 0 });
    return count;
  }

  private async report(tx: Tx, { retentionClass, what }: RetentionSweep, { signedAt }: RuleInForce, now: Date, counts: { ended: number; held: number; waiting: number }): Promise<void> {
    if (counts.ended + counts.held + counts.waiting === 0) return;
    await tx.query(
      `insert into retention_result as r (region_id, day, retention_class, what, executed, ended, held, waiting) values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (region_id, day, what) do update set executed = excluded.executed, ended = r.ended + excluded.ended, held = excluded.held, waiting = excluded.waiting`,
      [tx.regionId, berlinDay(now), retentionClass, what, signedAt !== null, counts.ended, counts.held, counts.waiting],
    );
  }

  /** Opens tasks for what waits for a signature and for holds to be looked at; what a newer rule replaced is asked no more. */
  private async ask(tx: Tx, now: Date, rules: readonly RuleInForce[]): Promise<void> {
    tx.unaudited();
    const today = berlinDay(now);
    const waiting = await tx.query<{ name: string; count: number }>('select retention_class as name, sum(waiting)::int as count from retention_result where region_id = $1 and day = $2 and not executed and waiting > 0 group by 1', [tx.regionId, today]);
    const counts = new Map(waiting.map(({ name, count }) => [name, count]));
    const unsigned = rules.filter(({ signedAt, retentionClass }) => signedAt === null && counts.has(retentionClass));
    await this.tasks.open(tx, unsigned.map(({ id, retentionClass }) => ({ kind: 'RETENTION_RELEASE', about: id, params: { retentionClass, count: counts.get(retentionClass) ?? 0 } })));
    const replaced = await tx.query<{ id: string }>('select id from retention_rule where region_id = $1 and id <> all($2::uuid[])', [tx.regionId, rules.map(({ id }) => id)]);
    await this.tasks.settle(tx, 'RETENTION_RELEASE', replaced.map(({ id }) => id));
    const holds = await tx.query<{ id: string; reason: string; reviewOn: Day }>(
      'select id, reason, review_on::text as "reviewOn" from legal_hold where region_id = $1 and lifted_at is null and review_on <= $2 and expires_on >= $2', [tx.regionId, today]);
    await this.tasks.open(tx, holds.map(({ id, reason, reviewOn }) => ({ kind: 'HOLD_REVIEW', about: id, params: { reason }, dueOn: reviewOn })));
  }
}
