import { ConsentUses, type ConsentImpact, type ConsentUse } from '@mintforge/consent';
import { berlinDay } from '@mintforge/domain/kernel';
import { Jobs, Tasks, type Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PlacementLife } from './placement-life';

interface Held {
  id: string;
  pupilId: string;
  title: string;
  startsAt: Date;
  state: string;
}

/** Seats to come, of rounds that place by consent. */
const heldSql = `
  select x.id, x.pupil_id as "pupilId", a.title, o.starts_at as "startsAt", x.state
  from placement x join run n on n.region_id = x.region_id and n.id = x.run_id join occurrence o on o.region_id = x.region_id and o.id = x.occurrence_id
    join activity a on a.region_id = o.region_id and a.id = o.activity_id
  where x.region_id = $1 and x.pupil_id = any($2::uuid[]) and (n.settings->'rules'->>'consent')::boolean and app.holds_seat(x.state) and o.starts_at > now()
  order by o.starts_at, x.id`;

/**
 * What ends in matching with the consent to it: an offered seat goes to the next in the same transaction; a confirmed one
 * stays, as what was agreed is not undone by it, and the office decides on it (a task, settled when consent is given again
 * or the seat is given up). Runs and refills to come ask the gate themselves.
 */
@Injectable()
export class MatchingConsent implements OnModuleInit, ConsentUse {
  readonly purpose = 'MATCHING';

  constructor(
    private readonly uses: ConsentUses,
    private readonly life: PlacementLife,
    private readonly jobs: Jobs,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.uses.register(this);
    this.jobs.on<{ placementIds: string[] }>('matching.withdrawn', (tx, { placementIds }) => this.tasks.settle(tx, 'SEAT_WITHOUT_CONSENT', placementIds));
  }

  async impact(tx: Tx, pupilIds: readonly string[]): Promise<ConsentImpact[]> {
    const held = await tx.query<Held>(heldSql, [tx.regionId, pupilIds]);
    return held.map(({ state, ...placement }) => ({ what: state === 'OFFERED' ? 'placement' : 'placement_kept', ...placement }));
  }

  async end(tx: Tx, pupilIds: readonly string[]): Promise<void> {
    const held = await tx.query<Held>(heldSql, [tx.regionId, pupilIds]);
    await this.life.step(tx, held.filter(({ state }) => state === 'OFFERED').map(({ id }) => id), 'WITHDRAW');
    await this.tasks.open(tx, held.filter(({ state }) => state !== 'OFFERED').map(({ id, pupilId, startsAt }) => ({ kind: 'SEAT_WITHOUT_CONSENT', about: id, pupilId, dueOn: berlinDay(startsAt) })));
  }

  async resume(tx: Tx, pupilIds: readonly string[]): Promise<void> {
    const held = await tx.query<Held>(heldSql, [tx.regionId, pupilIds]);
    await this.tasks.settle(tx, 'SEAT_WITHOUT_CONSENT', held.map(({ id }) => id));
  }
}
