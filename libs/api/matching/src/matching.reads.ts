import type { NamedOccurrence } from '@mintforge/domain/matching';
import { Conditions, currentActor, Db, readPage, type GraphqlContext, loaderOf, type List, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { Round, Run } from './matching.entities';
import type { ParticipantsArgs, PlacementsArgs, ResultsArgs, RoundsArgs } from './matching.inputs';
import type { LeftOut, PlacementRow, RoundCounts, RoundOccurrence, RoundParticipant, RoundPin, RunOccurrence, RunResult } from './matching.types';

const roundColumns = `r.id, r.title, r.unit, r.state, r.deadline, r.settings, r.published_run_id as "publishedRunId", r.published_at as "publishedAt", r.follows_round_id as "followsRoundId", r.version, r.created_at as "createdAt", r.updated_at as "updatedAt"`;
const runColumns = `n.id, n.round_id as "roundId", n.number, n.state, n.seed, n.settings, n.input_hash as "inputHash", n.figures, n.left_out as "leftOut", n.error::text as error, n.job_id as "jobId", n.created_at as "createdAt", n.ended_at as "endedAt"`;
const roundOrder: Record<string, string> = {
  CREATED_AT_DESC: 'r.created_at desc, r.id', CREATED_AT_ASC: 'r.created_at, r.id', TITLE_ASC: 'r.title collate "de-x-icu", r.id', TITLE_DESC: 'r.title collate "de-x-icu" desc, r.id',
  DEADLINE_ASC: 'r.deadline nulls last, r.id', DEADLINE_DESC: 'r.deadline desc nulls last, r.id',
};
const placementOrder: Record<string, string> = { CREATED_AT_DESC: 'x.created_at desc, x.id', CREATED_AT_ASC: 'x.created_at, x.id', STARTS_AT_ASC: 'o.starts_at, x.id', STARTS_AT_DESC: 'o.starts_at desc, x.id' };

/** Who a participant or placement `p` is: its pupil, the group it is or is in, its school. */
export const whoTables = (p: string) => `
  left join pupil u on u.region_id = ${p}.region_id and u.id = ${p}.pupil_id
  left join pupil_group g on g.region_id = ${p}.region_id and g.id = coalesce(${p}.group_id, u.group_id)
  join organisation s on s.region_id = ${p}.region_id and s.id = coalesce(u.organisation_id, g.organisation_id)`;
const whoColumns = (p: string) => `${p}.pupil_id as "pupilId", ${p}.group_id as "groupId", coalesce(u.pseudonym, g.name) as label, g.name as "groupName", s.name as school`;
const occurrenceTables = (o: string) => `join activity a on a.region_id = ${o}.region_id and a.id = ${o}.activity_id join organisation h on h.region_id = a.region_id and h.id = a.organisation_id`;

const titled = (json: string) => `(select a.title from occurrence o join activity a on a.region_id = o.region_id and a.id = o.activity_id where o.region_id = q.region_id and o.id = ${json})`;
const started = (json: string) => `(select o.starts_at from occurrence o where o.region_id = q.region_id and o.id = ${json})`;

/** Rounds, runs and placements as screens and other features ask for them. */
@Injectable()
export class MatchingReads {
  constructor(private readonly db: Db) {}

  rounds(args: RoundsArgs): Promise<List<Round>> {
    const { ids, q, state } = args.filter ?? {};
    const filter = new Conditions().add('r.region_id = ?', currentActor().regionId).add('r.id = any(?)', ids).add(`r.title ilike '%' || ? || '%'`, q).add('r.state = ?', state);
    return readPage(this.db, { select: roundColumns, from: 'round r', ...filter, order: roundOrder[args.sort]! }, args);
  }

  round(id: string): Promise<Round> {
    return this.db.read((tx) => tx.one<Round>(`select ${roundColumns} from round r where r.region_id = $1 and r.id = $2`, [tx.regionId, id]));
  }

  /** Counts of many rounds in one query, for the list and the page of a round. */
  counts(context: GraphqlContext, roundId: string): Promise<RoundCounts | null> {
    return loaderOf<RoundCounts & { id: string }>(context, 'round counts', (row) => row.id, (ids) => this.db.read((tx) => tx.query(
      `select r.id,
        (select count(*)::int from round_occurrence c where c.region_id = r.region_id and c.round_id = r.id) as occurrences,
        (select coalesce(sum(o.capacity - o.taken), 0)::int from round_occurrence c join occurrence o on o.region_id = c.region_id and o.id = c.occurrence_id where c.region_id = r.region_id and c.round_id = r.id) as seats,
        (select count(*)::int from participant p where p.region_id = r.region_id and p.round_id = r.id) as participants,
        (select count(distinct p.id)::int from participant p join wish w on w.region_id = p.region_id and w.participant_id = p.id where p.region_id = r.region_id and p.round_id = r.id) as "withWishes",
        (select count(*)::int from run n where n.region_id = r.region_id and n.round_id = r.id) as runs
       from round r where r.region_id = $1 and r.id = any($2::uuid[])`, [tx.regionId, ids]))).load(roundId);
  }

  /** The occurrences of a round as pupils name them on paper. */
  async namedOccurrences(tx: Tx, roundId: string): Promise<NamedOccurrence[]> {
    return tx.query<NamedOccurrence>(
      `select o.id, c.number, a.title, o.starts_at as "startsAt" from round_occurrence c join occurrence o on o.region_id = c.region_id and o.id = c.occurrence_id join activity a on a.region_id = o.region_id and a.id = o.activity_id
       where c.region_id = $1 and c.round_id = $2`, [tx.regionId, roundId]);
  }

  occurrences(roundId: string, page: number, perPage: number): Promise<List<RoundOccurrence>> {
    const filter = new Conditions().add('c.region_id = ?', currentActor().regionId).add('c.round_id = ?', roundId);
    const select = `o.id, c.number, a.id as "activityId", a.title, a.format, h.name as host, o.starts_at as "startsAt", o.ends_at as "endsAt", o.capacity, o.taken, o.minimum, coalesce(d.wishes, 0) as wishes, coalesce(d."firstWishes", 0) as "firstWishes"`;
    // All wishes of the round once, not once per occurrence; $1 and $2 are the conditions below.
    const demand = `left join (select w.occurrence_id, count(*)::int as wishes, count(*) filter (where w.rank = 1)::int as "firstWishes" from participant p
      join wish w on w.region_id = p.region_id and w.participant_id = p.id where p.region_id = $1 and p.round_id = $2 group by w.occurrence_id) d on d.occurrence_id = o.id`;
    return readPage(this.db, { select, from: `round_occurrence c join occurrence o on o.region_id = c.region_id and o.id = c.occurrence_id ${occurrenceTables('o')} ${demand}`, ...filter, order: 'c.number' }, { page, perPage });
  }

  participants(args: ParticipantsArgs): Promise<List<RoundParticipant>> {
    const { ids, groupId, withoutWishes, q } = args.filter ?? {};
    const filter = new Conditions().add('p.region_id = ?', currentActor().regionId).add('p.round_id = ?', args.roundId).add('p.id = any(?)', ids).add('g.id = ?', groupId).add(`coalesce(u.pseudonym, g.name) ilike '%' || ? || '%'`, q);
    const wished = 'exists (select from wish w where w.region_id = p.region_id and w.participant_id = p.id)';
    if (withoutWishes !== undefined) filter.always(withoutWishes ? `not ${wished}` : wished);
    const select = `p.id, ${whoColumns('p')}, coalesce(u.grade, g.grade) as grade, case when p.group_id is null then 1 else g.head_count end as seats, p.class_id as "classId", (select c.name from round_class c where c.region_id = p.region_id and c.id = p.class_id) as "className",
      (select coalesce(jsonb_agg(jsonb_build_object('rank', w.rank, 'source', w.source, 'occurrenceId', w.occurrence_id, 'title', a.title, 'startsAt', o.starts_at) order by w.rank), '[]') from wish w
        join occurrence o on o.region_id = w.region_id and o.id = w.occurrence_id join activity a on a.region_id = o.region_id and a.id = o.activity_id where w.region_id = p.region_id and w.participant_id = p.id) as wishes`;
    return readPage(this.db, { select, from: `participant p ${whoTables('p')}`, ...filter, order: 's.name collate "de-x-icu", g.name, label, p.id' }, args);
  }

  pins(roundId: string): Promise<RoundPin[]> {
    return this.db.read((tx) => tx.query<RoundPin>(
      `select i.id, i.participant_id as "participantId", coalesce(u.pseudonym, g.name) as label, i.occurrence_id as "occurrenceId", a.title, o.starts_at as "startsAt", i.kind, i.note, v.display_name as "userName"
       from pin i join participant p on p.region_id = i.region_id and p.id = i.participant_id ${whoTables('p')} join occurrence o on o.region_id = i.region_id and o.id = i.occurrence_id ${occurrenceTables('o')} left join app_user v on v.id = i.user_id
       where i.region_id = $1 and i.round_id = $2 order by i.created_at, i.id`, [tx.regionId, roundId]));
  }

  runs(roundId: string): Promise<Run[]> {
    return this.db.read((tx) => tx.query<Run>(`select ${runColumns} from run n where n.region_id = $1 and n.round_id = $2 order by n.number desc`, [tx.regionId, roundId]));
  }

  run(id: string): Promise<Run> {
    return this.db.read((tx) => tx.one<Run>(`select ${runColumns} from run n where n.region_id = $1 and n.id = $2`, [tx.regionId, id]));
  }

  /** The names behind the participants a run left out. */
  leftOut(run: Run): Promise<LeftOut[]> {
    return this.db.read((tx) => tx.query<LeftOut>(
      `select p.id as "participantId", coalesce(u.pseudonym, g.name) as label, l.code from jsonb_to_recordset($2) as l("participantId" uuid, code text)
       join participant p on p.region_id = $1 and p.id = l."participantId" ${whoTables('p')} order by l.code, label`, [tx.regionId, JSON.stringify(run.leftOut)]));
  }

  results(args: ResultsArgs): Promise<List<RunResult>> {
    const { q, placed, participantId, occurrenceId, rank } = args.filter ?? {};
    const filter = new Conditions().add('q.region_id = ?', currentActor().regionId).add('q.run_id = ?', args.runId).add('q.placed = ?', placed).add('q.participant_id = ?', participantId).add('q.best_rank = ?', rank)
      .add(`(coalesce(u.pseudonym, g.name) ilike '%' || ? || '%' or g.name ilike '%' || ? || '%' or s.name ilike '%' || ? || '%')`, q)
      .add('exists (select from run_place l where l.region_id = q.region_id and l.run_id = q.run_id and l.participant_id = q.participant_id and l.occurrence_id = ?)', occurrenceId);
    const select = `p.id, ${whoColumns('p')}, q.lottery, q.best_rank as "bestRank",
      (select count(*)::int from wish w where w.region_id = p.region_id and w.participant_id = p.id) as wishes,
      exists (select from wish w where w.region_id = p.region_id and w.participant_id = p.id and w.source = 'PROPOSED') as "wishesProposed",
      (select coalesce(jsonb_agg(jsonb_build_object('occurrenceId', l.occurrence_id, 'title', ${titled('l.occurrence_id')}, 'startsAt', ${started('l.occurrence_id')}, 'rank', l.rank, 'pinned', l.pinned) order by l.round, l.rank), '[]')
        from run_place l where l.region_id = q.region_id and l.run_id = q.run_id and l.participant_id = q.participant_id) as places,
      (select coalesce(jsonb_agg(jsonb_build_object('occurrenceId', f.occurrence, 'title', ${titled('f.occurrence')}, 'startsAt', ${started('f.occurrence')}, 'rank', f.rank, 'code', f.code, 'params', f.params::text) order by f.rank), '[]')
        from jsonb_to_recordset(q.refused) as f(occurrence uuid, rank int, code text, params jsonb)) as refused`;
    return readPage(this.db, { select, from: `run_result q join participant p on p.region_id = q.region_id and p.id = q.participant_id ${whoTables('p')}`, ...filter, order: 'q.placed, q.best_rank desc nulls first, q.lottery, p.id' }, args);
  }

  runOccurrences(runId: string): Promise<RunOccurrence[]> {
    return this.db.read((tx) => tx.query<RunOccurrence>(
      `select o.id, c.number, a.title, h.name as host, o.starts_at as "startsAt", (t.details->>'capacity')::int as capacity, (t.details->>'minimum')::int as minimum, t.applicants, (t.details->>'firstWishes')::int as "firstWishes", t.placed,
        (t.details->>'seatsFree')::int as "seatsFree", (t.details->>'closed')::boolean as closed, (t.details->'cutoffs'->0->>'lottery')::int as "cutoffLottery"
       from run_occurrence t join run n on n.region_id = t.region_id and n.id = t.run_id join occurrence o on o.region_id = t.region_id and o.id = t.occurrence_id ${occurrenceTables('o')}
       left join round_occurrence c on c.region_id = n.region_id and c.round_id = n.round_id and c.occurrence_id = o.id where t.region_id = $1 and t.run_id = $2 order by c.number, o.id`, [tx.regionId, runId]));
  }

  placements(args: PlacementsArgs): Promise<List<PlacementRow>> {
    const { ids, roundId, occurrenceId, pupilId, groupId, state } = args.filter ?? {};
    const filter = new Conditions().add('x.region_id = ?', currentActor().regionId).add('x.id = any(?)', ids).add('x.round_id = ?', roundId).add('x.occurrence_id = ?', occurrenceId).add('x.pupil_id = ?', pupilId).add('x.state = ?', state)
      .add('(x.group_id = ? or exists (select from pupil u where u.region_id = x.region_id and u.id = x.pupil_id and u.group_id = ?))', groupId);
    const select = `x.id, x.version, x.round_id as "roundId", x.occurrence_id as "occurrenceId", a.title, h.name as host, o.starts_at as "startsAt", ${whoColumns('x')}, x.seats, x.rank, x.state, x.withdrawn_reason as "withdrawnReason", x.accept_by as "acceptBy", x.freed_by as "freedBy", x.moved_from as "movedFrom", x.created_at as "createdAt"`;
    const from = 'placement x join occurrence o on o.region_id = x.region_id and o.id = x.occurrence_id';
    return readPage(this.db, { select, from, details: { joins: `${occurrenceTables('o')} ${whoTables('x')}`, key: 'x.id' }, ...filter, order: placementOrder[args.sort]! }, args);
  }
}
