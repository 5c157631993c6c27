import { Refusal } from '@mintforge/domain/kernel';
import { distanceKm } from '@mintforge/domain/partners';
import { compareOutcomes, InvalidInputError, solveInWorker, type ComparedOutcome, type Outcome } from '@mintforge/matching-engine';
import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { PinKind, RunFigures } from '../matching.entities';
import { whoTables } from '../matching.reads';
import type { RunComparison, RunFlow } from '../matching.types';
import { recordOf } from './run-record';

interface Pair {
  participantId: string;
  occurrenceId: string;
  kind: PinKind;
}

const flowsSql = `
  select s.id as "schoolId", s.name as school, m.lat as "schoolLat", m.lon as "schoolLon", h.id as "hostId", h.name as host, t.lat as "hostLat", t.lon as "hostLon",
    count(*)::int as placements, sum(case when p.group_id is null then 1 else g.head_count end)::int as seats
  from run_place l join participant p on p.region_id = l.region_id and p.id = l.participant_id ${whoTables('p')}
    join occurrence o on o.region_id = l.region_id and o.id = l.occurrence_id join activity a on a.region_id = o.region_id and a.id = o.activity_id join organisation h on h.region_id = a.region_id and h.id = a.organisation_id
    left join site m on m.region_id = s.region_id and m.organisation_id = s.id and m.is_main
    left join site t on t.region_id = h.region_id and case when o.site_id is null then t.organisation_id = h.id and t.is_main else t.id = o.site_id end
  where l.region_id = $1 and l.run_id = $2 group by s.id, s.name, m.lat, m.lon, h.id, h.name, t.lat, t.lon order by placements desc, s.name, h.name, t.lat`;

/** Runs beside one another: compared, with one pair more pinned or forbidden, and as ways from schools to hosts. */
@Injectable()
export class RunReads {
  constructor(private readonly db: Db) {}

  /** What changed from one run to another, participant by participant. Refuses NOT_FOUND for runs that are not finished. */
  async compare(beforeId: string, afterId: string): Promise<RunComparison> {
    return this.db.read(async (tx) => {
      const before = await outcomeOf(tx, beforeId);
      const after = await outcomeOf(tx, afterId);
      return named(tx, { ...compareOutcomes(before, after), before: before.figures, after: after.figures });
    });
  }

  /**
   * What pinning or forbidding a pair would change against the round's latest finished run, computed from that run's own
   * record with its lottery; nothing is stored. Refuses RUN_NOT_FINISHED without a run, PIN_IMPOSSIBLE when the pair is
   * not in it or cannot be kept.
   */
  async pinCost(roundId: string, { participantId, occurrenceId, kind }: Pair): Promise<RunComparison> {
    const { input, outcome } = await this.db.read(async (tx) => {
      const [latest] = await tx.query<{ id: string }>(`select id from run where region_id = $1 and round_id = $2 and state in ('DONE', 'PUBLISHED') order by number desc limit 1`, [tx.regionId, roundId]);
      if (!latest) throw new Refusal('RUN_NOT_FINISHED');
      return recordOf(tx, latest.id);
    });
    if (!input.pupils.some(({ id }) => id === participantId)) throw new Refusal('PIN_IMPOSSIBLE', { reason: 'participant' });
    if (!input.occurrences.some(({ id }) => id === occurrenceId)) throw new Refusal('PIN_IMPOSSIBLE', { reason: 'occurrence' });
    const pair = { pupil: participantId, occurrence: occurrenceId };
    const without = (pairs: typeof input.pins = []) => pairs.filter(({ pupil, occurrence }) => pupil !== participantId || occurrence !== occurrenceId);
    const changed = { ...input, pins: [...without(input.pins), ...(kind === 'PIN' ? [pair] : [])], vetoes: [...without(input.vetoes), ...(kind === 'VETO' ? [pair] : [])] };
    const { outcome: after } = await solveInWorker(changed).catch((error: unknown) => {
      throw error instanceof InvalidInputError ? new Refusal('PIN_IMPOSSIBLE', { reason: error.problems[0]!.code }) : error;
    });
    return this.db.read((tx) => named(tx, compareOutcomes(outcome, after)));
  }

  /** How many of each school go to each site of a host, the widest stream first. Refuses NOT_FOUND. */
  async flows(runId: string): Promise<RunFlow[]> {
    const rows = await this.db.read(async (tx) => {
      await tx.one('select from run where region_id = $1 and id = $2', [tx.regionId, runId]);
      return tx.query<Omit<RunFlow, 'km'>>(flowsSql, [tx.regionId, runId]);
    });
    return rows.map((flow) => {
      const { schoolLat, schoolLon, hostLat, hostLon } = flow;
      const known = schoolLat !== null && schoolLon !== null && hostLat !== null && hostLon !== null;
      return { ...flow, km: known ? distanceKm({ lat: schoolLat, lon: schoolLon }, { lat: hostLat, lon: hostLon }) : null };
    });
  }
}

/** A comparison by the engine with the words for its ids. */
async function named(tx: Tx, { changes, before, after, ...counts }: ReturnType<typeof compareOutcomes>): Promise<RunComparison> {
  const labels = new Map((await tx.query<{ id: string; label: string }>(
    `select p.id, coalesce(u.pseudonym, g.name) as label from participant p ${whoTables('p')} where p.region_id = $1 and p.id = any($2::uuid[])`, [tx.regionId, changes.map((change) => change.id)])).map((row) => [row.id, row.label]));
  const wanted = changes.flatMap((change) => [...change.before, ...change.after].map((place) => place.occurrence));
  const known = new Map((await tx.query<{ id: string; title: string; startsAt: Date }>(
    'select o.id, a.title, o.starts_at as "startsAt" from occurrence o join activity a on a.region_id = o.region_id and a.id = o.activity_id where o.region_id = $1 and o.id = any($2::uuid[])', [tx.regionId, [...new Set(wanted)]])).map((row) => [row.id, row]));
  const placesOf = (places: { occurrence: string; rank: number | null }[]) => places.map(({ occurrence, rank }) => {
    const { title, startsAt } = known.get(occurrence)!;
    return { occurrenceId: occurrence, title, startsAt, rank };
  });
  return { ...counts, before, after, changes: changes.map(({ id, change, before: was, after: is }) => ({ participantId: id, label: labels.get(id) ?? '', change, before: placesOf(was), after: placesOf(is) })) };
}

/** The outcome of a stored run, as far as comparing needs it, with the figures it was stored with. */
async function outcomeOf(tx: Tx, runId: string): Promise<ComparedOutcome & { figures: RunFigures }> {
  const run = await tx.one<{ inputHash: string; figures: RunFigures }>(`select input_hash as "inputHash", figures from run where region_id = $1 and id = $2 and state in ('DONE', 'PUBLISHED')`, [tx.regionId, runId]);
  const pupils = await tx.query<Outcome['pupils'][number]>(
    `select q.participant_id as id, q.lottery, 1 as size, coalesce((select jsonb_agg(jsonb_build_object('occurrence', l.occurrence_id, 'rank', l.rank, 'round', l.round, 'pinned', l.pinned) order by l.round, l.rank)
       from run_place l where l.region_id = q.region_id and l.run_id = q.run_id and l.participant_id = q.participant_id), '[]') as places
     from run_result q where q.region_id = $1 and q.run_id = $2`, [tx.regionId, runId]);
  return { ...run, pupils, occurrences: [], closed: [] };
}
