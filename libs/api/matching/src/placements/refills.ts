import { ConsentReads } from '@mintforge/consent';
import { Refusal } from '@mintforge/domain/kernel';
import { filledPlaces, fillRequest, newPlacement, type FilledPlace, type Fillers, type RoundSettings, type SeatsNow, type StandingPlacement } from '@mintforge/domain/matching';
import { Clock, Jobs, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { Placement } from '../matching.entities';
import { Offers } from './offers';
import { rematchedPlaces, waitingNow } from './rematched-places';
import { recordOf } from '../runs/run-record';

interface PublishedRound {
  runId: string;
  settings: RoundSettings;
}

interface Who {
  id: string;
  pupilId: string | null;
  groupId: string | null;
  gone: boolean;
}

/** What filling free seats of a round would do, and what it was reckoned from. */
export interface FillPlan extends PublishedRound {
  places: FilledPlace[];
  who: Map<string, Who>;
  /** Seats a participant needs, as the run reckoned. */
  sizes: Map<string, number>;
  seats: Map<string, SeatsNow & { startsAt: Date }>;
}

const placementsSql = `
  select x.id, p.id as "participantId", x.occurrence_id as "occurrenceId", case when x.id = any($3::uuid[]) and app.holds_seat(x.state) then 'WITHDRAWN' else x.state end as state, x.seats
  from placement x join participant p on p.region_id = x.region_id and p.round_id = x.round_id and (p.pupil_id = x.pupil_id or p.group_id = x.group_id)
  where x.region_id = $1 and x.round_id = $2 order by x.created_at, x.id`;
const seatsSql = `
  select o.id, o.capacity - o.taken + coalesce((select sum(x.seats) from placement x where x.region_id = o.region_id and x.occurrence_id = o.id and x.id = any($3::uuid[]) and app.holds_seat(x.state)), 0)::int as free,
    o.state = 'PLANNED' and a.state = 'PUBLISHED' and o.starts_at > $4 as open, o.starts_at as "startsAt"
  from round_occurrence r join occurrence o on o.region_id = r.region_id and o.id = r.occurrence_id join activity a on a.region_id = o.region_id and a.id = o.activity_id
  where r.region_id = $1 and r.round_id = $2 order by o.id`;
const whoSql = `
  select p.id, p.pupil_id as "pupilId", p.group_id as "groupId", u.left_on is not null or u.erased_on is not null as gone
  from participant p left join pupil u on u.region_id = p.region_id and u.id = p.pupil_id where p.region_id = $1 and p.round_id = $2`;

/** Fills seats given back in a published round, by the engine's chain over the run's own record, keys and rules. */
@Injectable()
export class Refills {
  constructor(
    private readonly jobs: Jobs,
    private readonly offers: Offers,
    private readonly clock: Clock,
    private readonly consent: ConsentReads,
  ) {}

  /** Locks the rounds of placements, in one order: what happens to the placements of a round happens one after the other. */
  async lockRounds(tx: Tx, placementIds: readonly string[]): Promise<void> {
    await tx.query('select 1 from round where region_id = $1 and id in (select x.round_id from placement x where x.region_id = $1 and x.id = any($2::uuid[])) order by id for update', [tx.regionId, placementIds]);
  }

  /** Fills the seats that ended placements of a round left, as its published run says; the round must be locked. Gives the new placements. */
  async fill(tx: Tx, roundId: string, freed: readonly string[]): Promise<string[]> {
    const { settings } = await this.published(tx, roundId);
    if (settings.refill === 'NONE') return [];
    return this.carryOut(tx, roundId, freed, { refill: settings.refill });
  }

  /** Plans and settles with the seats of the round held still; the round must be locked. */
  async carryOut(tx: Tx, roundId: string, freed: readonly string[], fillers: Omit<Fillers, 'gone'>): Promise<string[]> {
    await tx.query('select 1 from occurrence o join round_occurrence r on r.region_id = o.region_id and r.occurrence_id = o.id where r.region_id = $1 and r.round_id = $2 order by o.id for update of o', [tx.regionId, roundId]);
    return this.settle(tx, roundId, await this.plan(tx, roundId, freed, fillers));
  }

  /** What filling would do once the given placements have ended, without doing it. */
  async plan(tx: Tx, roundId: string, freed: readonly string[], fillers: Omit<Fillers, 'gone'>): Promise<FillPlan> {
    const { request, outcome, placements, who, seats, ...published } = await this.standing(tx, roundId, freed, fillers);
    const places = filledPlaces(placements, rematchedPlaces(request, outcome), freed);
    return { ...published, places, sizes: new Map(request.input.pupils.map(({ id, size }) => [id, size ?? 1])), who: new Map(who.map((participant) => [participant.id, participant])), seats: new Map(seats.map((occurrence) => [occurrence.id, occurrence])) };
  }

  /** Who waits for an occurrence in its published round, next first, by the keys of the run; empty when nothing is filled. */
  async waiting(tx: Tx, roundId: string, occurrenceId: string): Promise<{ participantId: string; rank: number; lottery: number }[]> {
    const { settings } = await this.published(tx, roundId);
    if (settings.refill === 'NONE') return [];
    const { request, outcome } = await this.standing(tx, roundId, [], { refill: settings.refill });
    return waitingNow(request, outcome, occurrenceId);
  }

  private async standing(tx: Tx, roundId: string, freed: readonly string[], fillers: Omit<Fillers, 'gone'>) {
    const published = await this.published(tx, roundId);
    const { input, outcome } = await recordOf(tx, published.runId);
    const placements = await tx.query<StandingPlacement>(placementsSql, [tx.regionId, roundId, freed]);
    const seats = await tx.query<SeatsNow & { startsAt: Date }>(seatsSql, [tx.regionId, roundId, freed, this.clock.now()]);
    const who = await tx.query<Who>(whoSql, [tx.regionId, roundId]);
    const pupilIds = who.flatMap(({ pupilId }) => pupilId ?? []);
    const gate = published.settings.rules.consent ? await this.consent.gate(tx, 'MATCHING', pupilIds) : new Map(pupilIds.map((id) => [id, 'GIVEN']));
    const present = new Set(who.filter(({ gone, pupilId }) => !gone && (pupilId === null || gate.get(pupilId) === 'GIVEN')).map(({ id }) => id));
    const gone = new Set(input.pupils.filter(({ id }) => !present.has(id)).map(({ id }) => id));
    const request = fillRequest(input, new Set(outcome.closed.map(({ occurrence }) => occurrence)), placements, seats, { ...fillers, gone });
    return { ...published, request, outcome, placements, who, seats };
  }

  /** Carries a plan out: those who move give their placement up, new ones begin, attendance lists and mails follow. */
  private async settle(tx: Tx, roundId: string, { runId, settings, places, who, sizes, seats }: FillPlan): Promise<string[]> {
    const now = this.clock.now();
    const left = places.flatMap(({ leaves }) => leaves ?? []);
    if (left.length > 0) {
      await tx.query(`update placement set state = 'MOVED', version = version + 1, updated_at = now() where region_id = $1 and id = any($2::uuid[])`, [tx.regionId, left]);
      tx.note('placement', 'update', left);
      await this.jobs.emit(tx, 'matching.withdrawn', { placementIds: left });
    }
    const rows = places.map(({ participantId, occurrenceId, rank, leaves, freedBy }) => {
      const { pupilId, groupId } = who.get(participantId)!;
      return { roundId, runId, occurrenceId, pupilId, groupId, seats: sizes.get(participantId)!, rank, movedFrom: leaves, freedBy, ...newPlacement(settings.acceptanceDays, seats.get(occurrenceId)!.startsAt, now) };
    });
    const ids = await tx.insert(Placement, rows);
    await this.offers.watch(tx, roundId, settings.acceptanceDays, rows.map(({ acceptBy }) => acceptBy));
    const told = rows.map(({ occurrenceId, pupilId, groupId, seats: taken }, at) => ({ id: ids[at], occurrenceId, pupilId, groupId, seats: taken }));
    if (ids.length > 0) await this.jobs.emit(tx, 'matching.published', { roundId, placements: told, refilled: true });
    return ids;
  }

  /** The published run of a round. Refuses RUN_NOT_FINISHED when none is published. */
  async published(tx: Tx, roundId: string): Promise<PublishedRound> {
    const [run] = await tx.query<PublishedRound>('select n.id as "runId", n.settings from round r join run n on n.region_id = r.region_id and n.id = r.published_run_id where r.region_id = $1 and r.id = $2', [tx.regionId, roundId]);
    if (!run) throw new Refusal('RUN_NOT_FINISHED');
    return run;
  }
}
