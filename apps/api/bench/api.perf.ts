import { fork } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { startApi } from '../../../tools/api-process.mjs';
import type { BenchRow } from '../../../tools/bench-table.mjs';
import { prepareDatabase } from '../../../tools/database.mjs';
import { root } from '../../../tools/paths.mjs';
import { freePort } from '../../../tools/processes.mjs';
import { cloneTemplate, stopAtTheEnd, testEnvironment } from '../../../tools/test-server.mjs';
import { closedLoop, wireOf, type Wire } from './closed-loop';
import { ask, limitSeats, openSeats, overbooked, publishRound, type Office, type Seats } from './office';

/** Both sides of one workload, each giving the next request of its own. */
interface Workload {
  goal: string;
  target: number;
  size: string;
  api: () => Wire;
  limit: () => Wire;
}

const connections = 16;
const starts = 3;
const lastSeats = 10;

const placementsQuery = `query Placements($page: Int!, $perPage: Int!, $sort: PlacementSort!, $filter: PlacementFilter) {
  placements(page: $page, perPage: $perPage, sort: $sort, filter: $filter) {
    total hasNext
    items { id version roundId occurrenceId title host startsAt pupilId groupId label school seats rank state withdrawnReason createdAt }
  }
}`;
const placeMutation = 'mutation PlacePupil($occurrenceId: ID!, $pupilId: ID!) { placePupil(occurrenceId: $occurrenceId, pupilId: $pupilId) }';

/**
 * Measures the built API over HTTP as a signed-in coordinator of the full demo region: the console's list of placements
 * (W3) and placing a pupil (W5), each against a handler written by hand (limit.ts) in turns, the median of the ratios;
 * then start and memory of the process (P7). `full` gives every turn more time.
 */
export async function bench({ json, full }: { json: boolean; full: boolean }): Promise<BenchRow[]> {
  const databaseUrl = await cloneTemplate('mintforge_bench');
  // As it is installed: libraries check less and the log is written. The test server asks nobody for a password.
  const env = { ...testEnvironment, NODE_ENV: 'production', LOG_LEVEL: 'info', DATABASE_URL: databaseUrl, DATABASE_APP_PASSWORD: 'none asked' };
  const signIns = await prepareDatabase(env);
  const signIn = signIns.find(({ role }) => role === 'COORDINATOR');
  if (!signIn) throw new Error('The demo region has no coordinator');
  const working = await startApi({ port: await freePort(), env, output: openSync(devNull, 'w') });
  const office = await publishRound(working.url, signIn).finally(working.stop);
  const seats = await openSeats(databaseUrl, office.regionId);

  const { api, seconds } = await coldStarts({ ...env, WORKS: 'false' }, office);
  const limit = await startLimit(databaseUrl, office);
  await compareAnswers(api.url, limit, office);
  await pause(1000);
  const memory = [await residentMegabytes(api.url)];
  const rows: BenchRow[] = [];
  for (const workload of workloads(office, seats)) {
    const { ratio, perSecond } = await inTurns(api.url, limit, workload, { turns: full ? 9 : 5, seconds: full ? 3 : 1.2 }, async () => void memory.push(await residentMegabytes(api.url)));
    if (!json) console.log(`${workload.goal}: the API answers ${perSecond.api} requests per second, the limit ${perSecond.limit}`);
    rows.push(atLeast(`${workload.goal} of the limit`, workload.size, 'ratio', ratio, workload.target));
  }
  const refused = await stormOnTheLastSeats(api.url, databaseUrl, office, seats);
  rows.push(atMost('W5 seats sold twice', `${refused.asked} at once for ${lastSeats} seats`, 'occurrences', await overbooked(databaseUrl), 0));
  rows.push(atMost('W5 pupils placed beyond the last seat', `${refused.asked} at once for ${lastSeats} seats`, 'pupils', refused.placed - lastSeats, 0));
  rows.push(atMost('P7 start to ready and a first answer', `median of ${starts}`, 's', seconds, 1.5));
  rows.push(atMost('P7 memory, idle', 'resident', 'MB', memory[0] ?? Number.NaN, 250));
  rows.push(atMost('P7 memory under load', 'resident, most seen', 'MB', Math.max(...memory), 400));
  return rows;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const atLeast = (goal: string, size: string, unit: string, value: number, target: number): BenchRow => ({ bench: 'api', goal, size, unit, value: rounded(value), target, held: value >= target });
const atMost = (goal: string, size: string, unit: string, value: number, target: number): BenchRow => ({ bench: 'api', goal, size, unit, value: rounded(value), target, held: value <= target });
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

function workloads({ headers, roundId, placements }: Office, { occurrenceIds, pupilIds }: Seats): Workload[] {
  let turned = 0;
  const page = () => 1 + (turned++ % 20);
  let placed = 0;
  /** All occurrences before the next pupil: every pair once, and neighbours in time on different rows. */
  const pair = () => {
    const number = placed++;
    return { occurrenceId: occurrenceIds[number % occurrenceIds.length], pupilId: pupilIds[Math.floor(number / occurrenceIds.length)] };
  };
  return [
    {
      goal: 'W3 list of placements', target: 0.55, size: `25 of ${placements}`,
      api: () => wireOf('/graphql', { operationName: 'Placements', query: placementsQuery, variables: listOf(roundId, page()) }, headers),
      limit: () => wireOf('/placements', { roundId, state: 'PLACED', page: page() }),
    },
    {
      goal: 'W5 placing a pupil', target: 0.7, size: `${occurrenceIds.length} occurrences`,
      api: () => wireOf('/graphql', { operationName: 'PlacePupil', query: placeMutation, variables: pair() }, headers),
      limit: () => wireOf('/place', pair()),
    },
  ];
}

const listOf = (roundId: string, page: number) => ({ page, perPage: 25, sort: 'STARTS_AT_ASC', filter: { roundId, state: 'PLACED' } });

/** The median of the ratios of neighbours, so that a busy machine slows both; the first turn only warms up. */
async function inTurns(api: string, limit: string, workload: Workload, { turns, seconds }: { turns: number; seconds: number }, afterTurn: () => Promise<void>) {
  const figures: { api: number; limit: number }[] = [];
  for (let turn = 0; turn <= turns; turn++) {
    figures.push({
      api: await closedLoop({ url: api, connections, seconds, next: workload.api }),
      limit: await closedLoop({ url: limit, connections, seconds, next: workload.limit }),
    });
    await afterTurn();
  }
  const counted = figures.slice(1);
  const perSecond = { api: Math.round(median(counted.map((figure) => figure.api))), limit: Math.round(median(counted.map((figure) => figure.limit))) };
  return { ratio: median(counted.map((figure) => figure.api / figure.limit)), perSecond };
}

/** Starts the API several times and keeps the last: seconds from the start of the process to the first list over GraphQL. */
async function coldStarts(env: NodeJS.ProcessEnv, office: Office) {
  const seconds: number[] = [];
  for (let start = 1; ; start++) {
    const port = await freePort();
    const begin = performance.now();
    const api = await startApi({ port, env, output: openSync(devNull, 'w') });
    await placementsOf(api.url, office, 1);
    seconds.push((performance.now() - begin) / 1000);
    if (start === starts) {
      stopAtTheEnd(api.stop);
      return { api, seconds: median(seconds) };
    }
    await api.stop();
  }
}

/** The limit ends with its channel to this process. */
async function startLimit(databaseUrl: string, { userId, regionId }: Office): Promise<string> {
  const asApi = Object.assign(new URL(databaseUrl), { username: 'mintforge_app', password: '' }).href;
  const child = fork(join(root, 'apps/api/bench/limit.ts'), [asApi, userId, regionId], { execArgv: ['--disable-warning=ExperimentalWarning'], env: { ...process.env, NODE_ENV: 'production' } });
  stopAtTheEnd(async () => {
    child.disconnect();
    await once(child, 'exit');
  });
  const [url] = (await once(child, 'message')) as [string];
  return url;
}

async function placementsOf(url: string, office: Office, page: number): Promise<unknown> {
  const { data, errors } = await ask(url, office.headers, placementsQuery, listOf(office.roundId, page));
  if (errors) throw new Error(`The API refused: ${JSON.stringify(errors)}`);
  return data['placements'];
}

/** A limit that answers something else is none. Instants may be written differently. */
async function compareAnswers(api: string, limit: string, office: Office): Promise<void> {
  const asked = await fetch(`${limit}/placements`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ roundId: office.roundId, state: 'PLACED', page: 3 }) });
  const sameInstants = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer, (key, value: unknown) => (/At$/.test(key) ? Date.parse(String(value)) : value)));
  const [ours, theirs] = [sameInstants(await placementsOf(api, office, 3)), sameInstants(await asked.json())];
  if (!isDeepStrictEqual(ours, theirs)) throw new Error(`API and limit answer differently:\n${JSON.stringify(ours).slice(0, 600)}\n${JSON.stringify(theirs).slice(0, 600)}`);
}

async function stormOnTheLastSeats(url: string, databaseUrl: string, office: Office, { occurrenceIds, pupilIds }: Seats): Promise<{ asked: number; placed: number }> {
  const occurrenceId = occurrenceIds[0] ?? '';
  await limitSeats(databaseUrl, occurrenceId, lastSeats);
  const answers = await Promise.all(pupilIds.slice(-64).map((pupilId) => ask(url, office.headers, placeMutation, { occurrenceId, pupilId })));
  const others = answers.filter(({ errors }) => errors && errors[0]?.extensions.code !== 'OCCURRENCE_FULL');
  if (others.length > 0) throw new Error(`Refused for another reason: ${JSON.stringify(others[0])}`);
  return { asked: answers.length, placed: answers.filter(({ errors }) => !errors).length };
}

async function residentMegabytes(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]) / 1e6;
}
