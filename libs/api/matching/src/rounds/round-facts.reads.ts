import type { ActivityFormat } from '@mintforge/domain/partners';
import { holdsSeat, placementStates, type HeldPlace, type PriorityClass, type Reserve, type RoundPair, type WorkingTimeLimit } from '@mintforge/domain/matching';
import type { Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';

/** A row of a participant as the round keeps it. */
export interface ParticipantRow {
  id: string;
  pupilId: string | null;
  groupId: string | null;
  classId: string | null;
  wishes: string[];
}

/** What a participant did in the rounds before. */
export interface EarlierRounds {
  tookPart: boolean;
  wentEmpty: boolean;
}

/** A place held outside the round; `own` = by the participant itself, not by a group the pupil is in. */
export interface HeldRow extends HeldPlace {
  participantId: string;
  own: boolean;
}

const participantsSql = `
  select p.id, p.pupil_id as "pupilId", p.group_id as "groupId", p.class_id as "classId",
    coalesce((select array_agg(w.occurrence_id order by w.rank) from wish w where w.region_id = p.region_id and w.participant_id = p.id), '{}') as wishes
  from participant p where p.region_id = $1 and p.round_id = $2 order by p.id`;

const sameOne = `e.region_id = p.region_id and e.round_id <> p.round_id and (e.pupil_id = p.pupil_id or e.group_id = p.group_id)`;
const earlierSql = `
  select p.id, bool_or(r.id is not null) as "tookPart",
    bool_or(r.id is not null and exists (select from wish w where w.region_id = e.region_id and w.participant_id = e.id)
      and not exists (select from placement x where x.region_id = e.region_id and x.round_id = e.round_id and x.state <> 'CANCELLED_BY_HOST' and (x.pupil_id = e.pupil_id or x.group_id = e.group_id))) as "wentEmpty"
  from participant p join participant e on ${sameOne} left join round r on r.region_id = e.region_id and r.id = e.round_id and r.published_at is not null
  where p.region_id = $1 and p.round_id = $2 group by p.id`;

const holding = placementStates.filter(holdsSeat).map((state) => `'${state}'`).join(', ');
const heldSql = `
  select p.id as "participantId", x.own, x.occurrence_id as "occurrenceId", o.activity_id as "activityId", a.organisation_id as "hostId", a.format, o.starts_at as "startsAt", o.ends_at as "endsAt"
  from participant p left join pupil u on u.region_id = p.region_id and u.id = p.pupil_id
    cross join lateral (
      select occurrence_id, round_id, true as own from placement where region_id = p.region_id and pupil_id = p.pupil_id and state in (${holding})
      union all select occurrence_id, round_id, p.group_id is not null from placement where region_id = p.region_id and group_id = coalesce(p.group_id, u.group_id) and state in (${holding})) x
    join occurrence o on o.region_id = p.region_id and o.id = x.occurrence_id join activity a on a.region_id = o.region_id and a.id = o.activity_id
  where p.region_id = $1 and p.round_id = $2 and x.round_id is distinct from p.round_id`;

/** What matching itself keeps of a round, each in one statement whatever its size. */
@Injectable()
export class RoundFactsReads {
  participants(tx: Tx, roundId: string): Promise<ParticipantRow[]> {
    return tx.query<ParticipantRow>(participantsSql, [tx.regionId, roundId]);
  }

  pairs(tx: Tx, roundId: string): Promise<RoundPair[]> {
    return tx.query<RoundPair>('select participant_id as "participantId", occurrence_id as "occurrenceId", kind from pin where region_id = $1 and round_id = $2', [tx.regionId, roundId]);
  }

  async occurrenceIds(tx: Tx, roundId: string): Promise<string[]> {
    return (await tx.query<{ id: string }>('select occurrence_id as id from round_occurrence where region_id = $1 and round_id = $2', [tx.regionId, roundId])).map((row) => row.id);
  }

  classes(tx: Tx, roundId: string): Promise<PriorityClass[]> {
    return tx.query<PriorityClass>('select id, name, reason, derived from round_class where region_id = $1 and round_id = $2 order by position', [tx.regionId, roundId]);
  }

  reserves(tx: Tx, roundId: string): Promise<Reserve[]> {
    return tx.query<Reserve>('select id, trait, occurrence_id as "occurrenceId", seats, percent, reason from reserve where region_id = $1 and round_id = $2 order by position', [tx.regionId, roundId]);
  }

  /** Places held outside the round, of all participants. */
  held(tx: Tx, roundId: string): Promise<HeldRow[]> {
    return tx.query<HeldRow & { format: ActivityFormat }>(heldSql, [tx.regionId, roundId]);
  }

  /** What participants did in rounds published before; who was in none is missing. */
  async earlier(tx: Tx, roundId: string): Promise<Map<string, EarlierRounds>> {
    return new Map((await tx.query<EarlierRounds & { id: string }>(earlierSql, [tx.regionId, roundId])).map((row) => [row.id, row]));
  }

  /** The region's own rows of working time. */
  async limits(tx: Tx): Promise<WorkingTimeLimit[]> {
    const rows = await tx.query<{ kind: WorkingTimeLimit['case']; validFrom: string; source: string; limits: Omit<WorkingTimeLimit, 'case' | 'validFrom' | 'source'> }>(
      'select kind, valid_from::text as "validFrom", source, limits from working_time_limit where region_id = $1 order by kind, valid_from', [tx.regionId]);
    return rows.map(({ kind, validFrom, source, limits }) => ({ case: kind, validFrom, source, ...limits }));
  }

  /** Minutes of travel a provider gave, by "from to" of the sites. */
  async travelTimes(tx: Tx, fromSites: readonly string[], toSites: readonly string[]): Promise<Map<string, number>> {
    const rows = await tx.query<{ key: string; minutes: number }>(
      `select from_site_id || ' ' || to_site_id as key, minutes from travel_time where region_id = $1 and from_site_id = any($2::uuid[]) and to_site_id = any($3::uuid[])`, [tx.regionId, fromSites, toSites]);
    return new Map(rows.map(({ key, minutes }) => [key, minutes]));
  }
}
