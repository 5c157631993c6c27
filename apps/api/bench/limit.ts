import fastify from 'fastify';
import { Pool } from 'pg';

/**
 * What the API is measured against: the same answers and the same transactions by hand. One route, one prepared statement,
 * JSON made by the database; the role and the settings of row-level security are the API's. No sign-in, no GraphQL, no
 * checks of input. A process of its own, run by Node as it stands: `limit.ts DATABASE_URL USER_ID REGION_ID`.
 */
const [databaseUrl = '', userId = '', regionId = ''] = process.argv.slice(2);
const pool = new Pool({ connectionString: databaseUrl, max: 10 });
const settings = `select set_config('app.actor','${userId}',true),set_config('app.role','COORDINATOR',true),set_config('app.region','${regionId}',true)`;

const placements = {
  name: 'placements',
  text: `
    with page as materialized (
      select x.*, o.activity_id, o.starts_at from placement x join occurrence o on o.region_id = x.region_id and o.id = x.occurrence_id
      where x.region_id = $1 and x.round_id = $2 and x.state = $3 order by o.starts_at, x.id limit 26 offset $4)
    select json_build_object(
      'total', (select count(*) from placement x where x.region_id = $1 and x.round_id = $2 and x.state = $3),
      'hasNext', (select count(*) > 25 from page),
      'items', (select coalesce(json_agg(row), '[]') from (
        select x.id, x.version, x.round_id as "roundId", x.occurrence_id as "occurrenceId", a.title, h.name as host, x.starts_at as "startsAt", x.pupil_id as "pupilId", x.group_id as "groupId",
          coalesce(u.pseudonym, g.name) as label, s.name as school, x.seats, x.rank, x.state, x.withdrawn_reason as "withdrawnReason", x.created_at as "createdAt"
        from page x join activity a on a.region_id = x.region_id and a.id = x.activity_id join organisation h on h.region_id = x.region_id and h.id = a.organisation_id
          left join pupil u on u.region_id = x.region_id and u.id = x.pupil_id left join pupil_group g on g.region_id = x.region_id and g.id = coalesce(x.group_id, u.group_id)
          join organisation s on s.region_id = x.region_id and s.id = coalesce(u.organisation_id, g.organisation_id)
        order by x.starts_at, x.id limit 25) row))::text as json`,
};

const place = {
  name: 'place',
  text: `
    with open as (
      select o.id from occurrence o join activity a on a.region_id = o.region_id and a.id = o.activity_id where o.region_id = $1 and o.id = $2 and o.state = 'PLANNED' and a.state = 'PUBLISHED'
    ), placed as (
      insert into placement (region_id, occurrence_id, pupil_id) select $1, id, $3 from open returning id, occurrence_id, pupil_id
    ), told as (
      insert into outbox (region_id, event, payload) select $1, 'matching.published', jsonb_build_object('roundId', null, 'placements',
        jsonb_build_array(jsonb_build_object('id', id, 'occurrenceId', occurrence_id, 'pupilId', pupil_id, 'groupId', null, 'seats', 1))) from placed returning id
    )
    select json_build_object('id', placed.id)::text as json,
      graphile_worker.add_job('event', json_build_object('id', told.id, 'regionId', $1::uuid, 'requestId', $4::text), max_attempts => 10),
      app.append_audit('placements.placePupil', null, $4, jsonb_build_array(jsonb_build_object('table', 'placement', 'verb', 'insert', 'count', 1, 'ids', jsonb_build_array(placed.id))))
    from placed, told`,
};

async function answer(begin: string, statement: { name: string; text: string }, values: unknown[]): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query(`${begin}; ${settings}`);
    const { rows } = await client.query<{ json: string }>({ ...statement, values });
    await client.query('commit');
    return rows[0]?.json ?? 'null';
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const server = fastify();
server.post<{ Body: { roundId: string; state: string; page: number } }>('/placements', async ({ body: { roundId, state, page } }, reply) =>
  reply.type('application/json').send(await answer('begin read only', placements, [regionId, roundId, state, (page - 1) * 25])),
);
server.post<{ Body: { occurrenceId: string; pupilId: string } }>('/place', async ({ id, body: { occurrenceId, pupilId } }, reply) =>
  reply.type('application/json').send(await answer('begin', place, [regionId, occurrenceId, pupilId, id])),
);

process.once('disconnect', () => process.exit());
process.send?.(await server.listen({ port: 0, host: '127.0.0.1' }));
