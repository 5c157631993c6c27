import type { FilledPlace } from '@mintforge/domain/matching';
import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { Placement } from '../matching.entities';
import { whoTables } from '../matching.reads';
import type { MoveUp, Waiting } from './placements.types';
import { Refills } from './refills';

/** Placements a host's cancelling ended that nothing has taken the place of. */
const strandedSql = `
  select x.id, x.round_id as "roundId", p.id as "participantId" from placement x
    join participant p on p.region_id = x.region_id and p.round_id = x.round_id and (p.pupil_id = x.pupil_id or p.group_id = x.group_id)
  where x.region_id = $1 and x.occurrence_id = $2 and x.state = 'CANCELLED_BY_HOST'
    and not exists (select from placement y where y.region_id = x.region_id and y.round_id = x.round_id and (y.pupil_id = x.pupil_id or y.group_id = x.group_id) and y.created_at > x.created_at and app.holds_seat(y.state))
  order by x.round_id, x.id`;

/** Who would move where: asked before anything is confirmed, and carried out for those who lost a place. */
@Injectable()
export class Moves {
  constructor(
    private readonly db: Db,
    private readonly refills: Refills,
  ) {}

  /** Who would move up if a placement were withdrawn now; nobody where the round fills nothing. Refuses NOT_FOUND. */
  withdrawalPreview(placementId: string): Promise<MoveUp[]> {
    return this.db.read(async (tx) => {
      const { roundId } = await tx.find(Placement, placementId);
      if (!roundId) return [];
      const { settings } = await this.refills.published(tx, roundId);
      if (settings.refill === 'NONE') return [];
      const { places } = await this.refills.plan(tx, roundId, [placementId], { refill: settings.refill });
      return told(tx, places);
    });
  }

  /** Who waits for an occurrence in its latest published round, next first. */
  waitingList(occurrenceId: string): Promise<Waiting[]> {
    return this.db.read(async (tx) => {
      const [round] = await tx.query<{ id: string }>(
        `select r.id from round_occurrence c join round r on r.region_id = c.region_id and r.id = c.round_id
         where c.region_id = $1 and c.occurrence_id = $2 and r.published_run_id is not null order by r.published_at desc limit 1`, [tx.regionId, occurrenceId]);
      const waiting = round ? await this.refills.waiting(tx, round.id, occurrenceId) : [];
      const who = await whoAre(tx, waiting.map(({ participantId }) => participantId));
      return waiting.map((row, at) => ({ ...row, ...who.get(row.participantId)!, position: at + 1 }));
    });
  }

  /** The best wish still free for each participant who lost a place at an occurrence called off. */
  rehousingPreview(occurrenceId: string): Promise<MoveUp[]> {
    return this.db.read(async (tx) => {
      const moves: MoveUp[] = [];
      for (const [roundId, lost] of await this.stranded(tx, occurrenceId)) {
        const { places } = await this.refills.plan(tx, roundId, lost.map(({ id }) => id), { refill: 'WAITING_ONLY', only: new Set(lost.map(({ participantId }) => participantId)) });
        moves.push(...(await told(tx, places)));
      }
      return moves;
    });
  }

  /** Gives them that wish, by the keys of the run; nobody else moves. Gives the number of seats. Twice gives nothing more. */
  rehouse(occurrenceId: string): Promise<number> {
    return this.db.write(async (tx) => {
      const affected = [...(await this.stranded(tx, occurrenceId)).values()].flat();
      await this.refills.lockRounds(tx, affected.map(({ id }) => id));
      let seats = 0;
      for (const [roundId, lost] of await this.stranded(tx, occurrenceId)) {
        seats += (await this.refills.carryOut(tx, roundId, lost.map(({ id }) => id), { refill: 'WAITING_ONLY', only: new Set(lost.map(({ participantId }) => participantId)) })).length;
      }
      return seats;
    });
  }

  private async stranded(tx: Tx, occurrenceId: string): Promise<Map<string, { id: string; participantId: string }[]>> {
    return Map.groupBy(await tx.query<{ id: string; roundId: string; participantId: string }>(strandedSql, [tx.regionId, occurrenceId]), ({ roundId }) => roundId);
  }
}

async function whoAre(tx: Tx, participantIds: readonly string[]): Promise<Map<string, { label: string; school: string }>> {
  const rows = await tx.query<{ id: string; label: string; school: string }>(`select p.id, coalesce(u.pseudonym, g.name) as label, s.name as school from participant p ${whoTables('p')} where p.region_id = $1 and p.id = any($2::uuid[])`, [tx.regionId, participantIds]);
  return new Map(rows.map(({ id, label, school }) => [id, { label, school }]));
}

/** Planned places as people read them. */
async function told(tx: Tx, places: readonly FilledPlace[]): Promise<MoveUp[]> {
  const who = await whoAre(tx, places.map(({ participantId }) => participantId));
  const left = await tx.query<{ id: string; occurrenceId: string; rank: number | null }>('select id, occurrence_id as "occurrenceId", rank from placement where region_id = $1 and id = any($2::uuid[])', [tx.regionId, places.flatMap(({ leaves }) => leaves ?? [])]);
  const leaves = new Map(left.map((placement) => [placement.id, placement]));
  const occurrences = await tx.query<{ id: string; title: string; startsAt: Date }>('select o.id, a.title, o.starts_at as "startsAt" from occurrence o join activity a on a.region_id = o.region_id and a.id = o.activity_id where o.region_id = $1 and o.id = any($2::uuid[])', [tx.regionId, [...places, ...left].map(({ occurrenceId }) => occurrenceId)]);
  const known = new Map(occurrences.map((occurrence) => [occurrence.id, occurrence]));
  const placeOf = ({ occurrenceId, rank }: { occurrenceId: string; rank: number | null }) => ({ occurrenceId, rank, title: known.get(occurrenceId)!.title, startsAt: known.get(occurrenceId)!.startsAt });
  return places.map((place) => ({ participantId: place.participantId, ...who.get(place.participantId)!, from: place.leaves ? placeOf(leaves.get(place.leaves)!) : null, to: placeOf(place) }));
}
