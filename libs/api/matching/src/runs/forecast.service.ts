import { Refusal } from '@mintforge/domain/kernel';
import { sharesBy, telling, type ForecastRule, type RoundObjective, type RoundSettings } from '@mintforge/domain/matching';
import { forecastInWorker, inputHash, type FrozenInput, type Mechanism } from '@mintforge/matching-engine';
import { Clock, Db, Jobs, type JobRun, type Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Forecast, ForecastRow } from './forecast.types';
import { Round } from '../matching.entities';
import { RoundSnapshots } from '../rounds/round-snapshot';
import { asRoundRefusal } from './run-job';

interface ForecastPayload {
  forecastId: string;
}

interface SchoolOfParticipant {
  id: string;
  kinds: string[];
  area: string | null;
}

const columns = `f.id, f.round_id as "roundId", f.state, f.input_hash as "inputHash", f.rows, f.error::text as error, f.job_id as "jobId", f.created_at as "createdAt", f.ended_at as "endedAt"`;
const schoolsSql = `
  select p.id, s.school_kinds as kinds, coalesce(nullif(m.district, ''), left(m.postcode, 2)) as area
  from participant p left join pupil u on u.region_id = p.region_id and u.id = p.pupil_id left join pupil_group g on g.region_id = p.region_id and g.id = p.group_id
    join organisation s on s.region_id = p.region_id and s.id = coalesce(u.organisation_id, g.organisation_id) left join site m on m.region_id = s.region_id and m.organisation_id = s.id and m.is_main
  where p.region_id = $1 and p.round_id = $2`;

/** What every rule would do with a round, computed beside the office's work and kept until the next. */
@Injectable()
export class Forecasts implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly snapshots: RoundSnapshots,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<ForecastPayload>('matching.forecast', (job) => this.compute(job));
  }

  /** Starts a forecast of a round as it stands; it takes the place of the earlier one. Refuses NOT_FOUND. */
  async start(roundId: string): Promise<void> {
    await this.db.write(async (tx) => {
      await tx.lock(Round, roundId);
      await tx.query('delete from forecast where region_id = $1 and round_id = $2', [tx.regionId, roundId]);
      const { id } = await tx.one<{ id: string }>('insert into forecast (region_id, round_id) values ($1, $2) returning id', [tx.regionId, roundId]);
      tx.note('forecast', 'insert', [id]);
      await tx.query('update forecast set job_id = $3 where region_id = $1 and id = $2', [tx.regionId, id, await this.jobs.start(tx, 'matching.forecast', { forecastId: id })]);
    });
  }

  /** The forecast of a round, null before the first. */
  async latest(roundId: string): Promise<Forecast | null> {
    const [forecast] = await this.db.read((tx) => tx.query<Forecast>(`select ${columns} from forecast f where f.region_id = $1 and f.round_id = $2 order by f.created_at desc limit 1`, [tx.regionId, roundId]));
    return forecast ?? null;
  }

  /** Whether wishes, seats, pins, classes or reserves changed since a forecast; false while it is under way. */
  async outdated({ roundId, inputHash: then }: Forecast): Promise<boolean> {
    if (then === null) return false;
    return (await this.db.read(async (tx) => inputHash((await this.everything(tx, roundId)).input))) !== then;
  }

  private async compute({ payload: { forecastId }, report }: JobRun<ForecastPayload>): Promise<{ forecastId: string }> {
    const [forecast] = await this.db.read((tx) => tx.query<Forecast>(`select ${columns} from forecast f where f.region_id = $1 and f.id = $2`, [tx.regionId, forecastId]));
    if (forecast?.state !== 'RUNNING') return { forecastId };
    const end = (state: string, rows: ForecastRow[], hash: string | null, error: unknown = null) =>
      this.db.write((tx) => tx.query('update forecast set state = $3, rows = $4, input_hash = $5, error = $6, ended_at = $7 where region_id = $1 and id = $2', [tx.regionId, forecastId, state, JSON.stringify(rows), hash, error && JSON.stringify(error), this.clock.now()]));
    try {
      await report(5, 'reading');
      const { input, settings, schools } = await this.db.read((tx) => this.everything(tx, forecast.roundId));
      await report(20, 'matching');
      await end('DONE', await rowsOf(input, settings.seed, schools), inputHash(input));
    } catch (error) {
      const refusal = asRoundRefusal(error);
      await end('FAILED', [], null, refusal instanceof Refusal ? { code: refusal.code, params: refusal.params } : { code: 'INTERNAL' });
      throw refusal;
    }
    return { forecastId };
  }

  /** The input of a round with all its classes, reserves and scores, whatever its settings use. */
  private async everything(tx: Tx, roundId: string): Promise<{ input: FrozenInput; settings: RoundSettings; schools: SchoolOfParticipant[] }> {
    const { settings } = await tx.find(Round, roundId);
    const { input } = await this.snapshots.take(tx, roundId, { ...settings, usePriorities: true, useReserves: true, mechanism: 'OPTIMAL', objective: 'SCORE' });
    const { mechanism: _, ...rest } = input.settings ?? {};
    return { input: { ...input, settings: rest }, settings, schools: await tx.query<SchoolOfParticipant>(schoolsSql, [tx.regionId, roundId]) };
  }
}

/** A row per rule that says something here; the engine's thread tries them all and counts by school kinds and area together. */
async function rowsOf(input: FrozenInput, seed: string, schools: readonly SchoolOfParticipant[]): Promise<ForecastRow[]> {
  const rules = telling(input);
  const labels = new Map(schools.map(({ id, kinds, area }) => [id, JSON.stringify([kinds, area ? [area] : []])]));
  const tried = new Map((await forecastInWorker(input, seed, { rules: rules.map(engineRule), labels })).map((row) => [row.rule.name, row]));
  return rules.map((rule): ForecastRow => {
    const row = tried.get(rule);
    // The engine leaves out what it cannot combine: an optimum has one place of one seat for everybody.
    if (!row) return { rule, impossible: 'NOT_COMBINED', figures: null, bySchoolKind: [], byArea: [] };
    const counts = row.labels.map(({ label, pupils, placed }) => ({ label: JSON.parse(label) as [string[], string[]], participants: pupils, placed }));
    return { rule, impossible: null, figures: row.figures, bySchoolKind: sharesBy(counts.map(({ label: [keys], ...count }) => ({ keys, ...count }))), byArea: sharesBy(counts.map(({ label: [, keys], ...count }) => ({ keys, ...count }))) };
  });
}

function engineRule(name: ForecastRule): { name: string; mechanism: Mechanism; priorities: boolean; guarantees: boolean } {
  if (!name.startsWith('OPTIMAL_')) return { name, mechanism: { kind: 'STABLE' }, priorities: name !== 'STABLE_LOTTERY', guarantees: name === 'STABLE_RESERVES' };
  return { name, mechanism: { kind: 'OPTIMAL', objective: name.slice('OPTIMAL_'.length) as RoundObjective }, priorities: true, guarantees: true };
}
