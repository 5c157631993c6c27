import { setTimeout as pause } from 'node:timers/promises';
import { Secret, TOTP } from 'otpauth';
import pg from 'pg';

/** A signed-in coordinator of the demo region, and the round that was published there. */
export interface Office {
  headers: Record<string, string>;
  userId: string;
  regionId: string;
  roundId: string;
  placements: number;
}

/** Seats to give away: pairs of an occurrence and a pupil, none of them placed yet. */
export interface Seats {
  occurrenceIds: string[];
  pupilIds: string[];
}

/** What GraphQL answers, errors and all. */
export interface GraphqlAnswer {
  data: Record<string, unknown>;
  errors?: { extensions: { code: string } }[];
}

export async function ask(url: string, headers: Record<string, string>, query: string, variables: object = {}): Promise<GraphqlAnswer> {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });
  return (await response.json()) as GraphqlAnswer;
}

async function post<T>(url: string, body: object, headers: Record<string, string> = {}): Promise<T> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** Signs in and sets up the second factor, which is a duty in production. */
async function enter(url: string, { email, password }: { email: string; password: string }) {
  const { accessToken, user, active } = await post<{ accessToken: string; user: { id: string }; active: { regionId: string } }>(`${url}/auth/sign-in`, { email, password });
  const headers = { authorization: `Bearer ${accessToken}` };
  const { secret } = await post<{ secret: string }>(`${url}/auth/totp/start`, {}, headers);
  await post(`${url}/auth/totp/confirm`, { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() }, headers);
  return { headers, userId: user.id, regionId: active.regionId };
}

/** Signs in, computes a run of the open demo round and publishes it, as an office would; the API must work off jobs. */
export async function publishRound(url: string, signIn: { email: string; password: string }): Promise<Office> {
  const { headers, ...who } = await enter(url, signIn);
  const answered = async <T>(query: string, variables: object = {}): Promise<T> => {
    const { data, errors } = await ask(url, headers, query, variables);
    if (errors) throw new Error(`The API refused: ${JSON.stringify(errors)}`);
    return data as T;
  };
  const { rounds } = await answered<{ rounds: { items: { id: string; version: number }[] } }>('{ rounds(filter: { state: OPEN }) { items { id version } } }');
  const round = rounds.items[0];
  if (!round) throw new Error('The demo region has no open round');
  const { startRun } = await answered<{ startRun: { id: string } }>('mutation ($id: ID!) { startRun(roundId: $id) { id } }', { id: round.id });
  for (let state = 'RUNNING'; state !== 'DONE'; ) {
    if (state === 'FAILED') throw new Error('The run failed');
    await pause(100);
    ({ state } = (await answered<{ run: { state: string } }>('query ($id: ID!) { run(id: $id) { state } }', { id: startRun.id })).run);
  }
  const { publishRun } = await answered<{ publishRun: number }>('mutation ($id: ID!, $version: Int!) { publishRun(id: $id, roundVersion: $version) }', { id: startRun.id, version: round.version });
  return { headers, ...who, roundId: round.id, placements: publishRun };
}

/**
 * Makes room in published occurrences for as long as a bench may place, and names pupils without a placement. Statistics
 * are refreshed, as a server of some age has them.
 */
export async function openSeats(databaseUrl: string, regionId: string): Promise<Seats> {
  return onDatabase(databaseUrl, async (database) => {
    const ids = async (sql: string): Promise<string[]> => (await database.query<{ id: string }>(sql, [regionId])).rows.map(({ id }) => id);
    const occurrenceIds = await ids(
      `update occurrence o set capacity = 2000 from activity a
        where o.region_id = $1 and a.region_id = o.region_id and a.id = o.activity_id and a.state = 'PUBLISHED' and o.state = 'PLANNED' and o.taken = 0 returning o.id`,
    );
    const pupilIds = await ids('select id from pupil u where region_id = $1 and not exists (select from placement x where x.region_id = u.region_id and x.pupil_id = u.id)');
    await database.query('vacuum analyze');
    return { occurrenceIds, pupilIds };
  });
}

/** Leaves one occurrence with few seats, all free. */
export async function limitSeats(databaseUrl: string, occurrenceId: string, seats: number): Promise<void> {
  await onDatabase(databaseUrl, (database) => database.query('update occurrence set capacity = taken + $2 where id = $1', [occurrenceId, seats]));
}

/** Occurrences with more seats given away than they have, or whose count of seats given away is wrong. */
export async function overbooked(databaseUrl: string): Promise<number> {
  return onDatabase(databaseUrl, async (database) => {
    const { rows } = await database.query<{ n: number }>(
      `select count(*)::int as n from occurrence o cross join lateral (
         select coalesce(sum(x.seats), 0)::int as given from placement x where x.region_id = o.region_id and x.occurrence_id = o.id and x.state = 'PLACED') placed
        where given > capacity or given <> taken`,
    );
    return rows[0]?.n ?? Number.NaN;
  });
}

async function onDatabase<T>(url: string, work: (database: pg.Client) => Promise<T>): Promise<T> {
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}
