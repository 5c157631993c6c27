import { Refusal } from '@mintforge/domain/kernel';
import { holdsSeat, nextState, type PlacementAct, type PlacementStatus } from '@mintforge/domain/matching';
import { Clock, Db, Jobs, runInContext, type Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Refills } from './refills';

interface Standing {
  id: string;
  version: number;
  roundId: string | null;
  state: PlacementStatus;
  acceptBy: Date | null;
  startsAt: Date;
  lateDays: number | undefined;
}

const standingSql = `
  select x.id, x.version, x.round_id as "roundId", x.state, x.accept_by as "acceptBy", o.starts_at as "startsAt", (n.settings->>'lateDays')::int as "lateDays"
  from placement x join occurrence o on o.region_id = x.region_id and o.id = x.occurrence_id left join run n on n.region_id = x.region_id and n.id = x.run_id
  where x.region_id = $1 and x.id = any($2::uuid[]) order by x.id for update of x`;

/** Takes placements from state to state, frees and refills their seats, and tells the other features, all in one transaction. */
@Injectable()
export class PlacementLife implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly refills: Refills,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.task('matching.lapse', ({ id, regionId, requestId }) => runInContext({ requestId, locale: 'de', action: 'matching.lapse' }, async () => void (await this.lapse(regionId, id))));
    this.jobs.on<{ occurrenceIds: string[] }>('activities.cancelled', async (tx, { occurrenceIds }) => {
      const held = await tx.query<{ id: string }>('select id from placement where region_id = $1 and occurrence_id = any($2::uuid[]) and app.holds_seat(state)', [tx.regionId, occurrenceIds]);
      await this.step(tx, held.map(({ id }) => id), 'CANCEL_BY_HOST');
    });
    this.jobs.on<{ pupilIds: string[] }>('privacy.erased', async (tx, { pupilIds }) => {
      const held = await tx.query<{ id: string }>('select x.id from placement x join occurrence o on o.region_id = x.region_id and o.id = x.occurrence_id where x.region_id = $1 and x.pupil_id = any($2::uuid[]) and app.holds_seat(x.state) and o.starts_at > $3', [tx.regionId, pupilIds, this.clock.now()]);
      await this.step(tx, held.map(({ id }) => id), 'WITHDRAW');
    });
  }

  /**
   * One act on many placements, all or none; gives the ids of those it changed. What a withdrawal, refusal or lapse
   * frees is filled again as the round says. Refuses NOT_FOUND, VERSION_CONFLICT when `version` is given and stale and
   * the act would change something, and what `nextState` refuses.
   */
  async step(tx: Tx, ids: readonly string[], act: PlacementAct, { reason = null, version }: { reason?: string | null; version?: number } = {}): Promise<string[]> {
    await this.refills.lockRounds(tx, ids);
    const standing = await tx.query<Standing>(standingSql, [tx.regionId, ids]);
    if (standing.length !== new Set(ids).size) throw new Refusal('NOT_FOUND');
    const now = this.clock.now();
    const changes = standing.flatMap((placement) => {
      const state = nextState(placement, act, now, placement.lateDays ?? undefined);
      if (state !== placement.state && version !== undefined && version !== placement.version) throw new Refusal('VERSION_CONFLICT', { version: placement.version });
      return state === placement.state ? [] : [{ id: placement.id, state, roundId: placement.roundId, frees: !holdsSeat(state) }];
    });
    if (changes.length === 0) return [];
    await tx.query(
      `update placement x set state = c.state, withdrawn_reason = coalesce($4, x.withdrawn_reason), version = x.version + 1, updated_at = now()
       from unnest($2::uuid[], $3::text[]) as c(id, state) where x.region_id = $1 and x.id = c.id`, [tx.regionId, changes.map(({ id }) => id), changes.map(({ state }) => state), reason]);
    tx.note('placement', 'update', changes.map(({ id }) => id));
    const freed = changes.filter(({ frees }) => frees);
    if (freed.length > 0) await this.jobs.emit(tx, 'matching.withdrawn', { placementIds: freed.map(({ id }) => id) });
    if (act !== 'CANCEL_BY_HOST') for (const [roundId, those] of Map.groupBy(freed, (change) => change.roundId)) if (roundId) await this.refills.fill(tx, roundId, those.map(({ id }) => id));
    return changes.map(({ id }) => id);
  }

  /** Lets the offers of a round lapse whose deadline has passed; gives their ids. Twice is once. */
  lapse(regionId: string, roundId: string): Promise<string[]> {
    return this.db.system('deadline of offered seats', regionId, async (tx) => {
      const due = await tx.query<{ id: string }>(`select id from placement where region_id = $1 and round_id = $2 and state = 'OFFERED' and accept_by <= $3`, [tx.regionId, roundId, this.clock.now()]);
      return this.step(tx, due.map(({ id }) => id), 'LAPSE');
    });
  }
}
