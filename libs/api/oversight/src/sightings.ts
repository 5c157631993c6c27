import { can, roles } from '@mintforge/domain/kernel';
import type { AlertKind, Sighting } from '@mintforge/domain/oversight';
import type { Tx } from '@mintforge/platform';

const regionless = '00000000-0000-0000-0000-000000000000';
const longestWindow = '1 day';

/** Roles that see names of pupils: handing one out is worth a look when an administrator of the platform does it. */
const peopleRoles = roles.filter((role) => can(role, 'people.identify'));

/** Acts of people in the region's audit. */
const acts = `audit_change c where c.region_id = $1 and c.at > $2::timestamptz - interval '${longestWindow}' and c.at <= $2 and c.actor_id is not null`;
/** Which identities they read, what they exported or kept as an export, which roles administrators gave. */
const auditSql = `
  select case when c.verb = 'read' then 'BULK_READING' else 'EXPORT' end as kind, c.actor_id as "actorId", c.at, case when c.verb = 'read' then cardinality(c.ids) + c.not_listed else c.count end as count, case when c.verb = 'read' then c.ids end as ids
    from ${acts} and (c.verb = 'export' or c.verb = 'read' and c.table_name = 'pupil')
  union all
  select 'EXPORT', c.actor_id, c.at, 1, null from ${acts} and c.table_name = 'file' and c.verb = 'insert'
      and exists (select from file f where f.region_id = $1 and f.kind = 'EXPORT' and f.id::text = any(c.ids))
  union all
  select 'PEOPLE_ROLE_GRANTED', c.actor_id, c.at, (select count(*)::int from membership m where m.region_id = $1 and m.user_id::text = any(c.ids) and m.role = any($3)), null
    from ${acts} and c.table_name = 'membership' and c.verb = 'insert'
      and exists (select from membership m where m.region_id = $1 and m.user_id = c.actor_id and m.role = 'PLATFORM_ADMIN')
      and exists (select from membership m where m.region_id = $1 and m.user_id::text = any(c.ids) and m.role = any($3))
  union all
  select 'BREAK_GLASS', g.user_id, g.decided_at, 1, null from break_glass g where g.region_id = $1 and g.allowed and g.decided_at > $2::timestamptz - interval '${longestWindow}' and g.decided_at <= $2`;

const eventSql = `
  select e.kind, e.actor_id as "actorId", e.at, e.ids from security_event e
    where e.at > $2::timestamptz - interval '${longestWindow}' and e.at <= $2
      and (e.region_id = $1 or e.region_id = '${regionless}' and (e.actor_id is null or exists (select from membership m where m.region_id = $1 and m.user_id = e.actor_id)))`;

type EventRow = Pick<Sighting, 'actorId' | 'at'> & { kind: AlertKind | 'REFUSED'; ids: string[] };

/**
 * What was seen in the active region within a day before `now`, as SYSTEM. A refusal counts as one of another region when
 * an id that the request named is an entry there: found out here, after the fact, so that no answer can tell it.
 */
export async function sightingsOf(tx: Tx, now: Date): Promise<Sighting[]> {
  const acts = await tx.query<Sighting & { ids: string[] | null }>(auditSql, [tx.regionId, now, peopleRoles]);
  const events = await tx.query<EventRow>(eventSql, [tx.regionId, now]);
  const named = [...new Set(events.flatMap(({ kind, ids }) => (kind === 'REFUSED' ? ids : [])))];
  const foreign = new Set(named.length === 0 ? [] : (await tx.query<{ id: string }>('select app.found_elsewhere($1) as id', [named])).map(({ id }) => id));
  return [...acts.map(({ ids, ...act }) => (ids ? { ...act, ids } : act)), ...events.flatMap((event) => sightingsOfEvent(event, foreign))];
}

function sightingsOfEvent({ kind, actorId, at, ids }: EventRow, foreign: ReadonlySet<string>): Sighting[] {
  if (kind !== 'REFUSED') return [{ kind, actorId, at, count: 1 }];
  const found = ids.filter((id) => foreign.has(id));
  const refusal: Sighting = { kind: 'REFUSALS', actorId, at, count: 1 };
  return found.length > 0 ? [refusal, { kind: 'FOREIGN_REGION', actorId, at, count: found.length, ids: found }] : [refusal];
}
