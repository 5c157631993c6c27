import { AuditChainDocument, CommitImportDocument, PublishRunDocument } from '@mintforge/contract';
import { aFinishedRun, anOffice, ended, eventually, importOf, onDatabase, outcome, previewed, run } from '@mintforge/e2e';
import { setTimeout as pause } from 'node:timers/promises';
import { ownApi } from '../../../tools/ownapi.mjs';

// Other work on the machine may slow every step; nothing here is a measurement.
jest.setTimeout(60_000);

const [pupils, seats, rows] = [60, 40, 600];
const list = ['name;id;school_type;street;PLZ;Ort', ...Array.from({ length: rows }, (_, index) => `Schule am Hafen ${index};MV-${80_000 + index};Grundschule;Hafenweg ${index};18055;Rostock`)].join('\n');

type Api = Awaited<ReturnType<typeof ownApi>>;
let server: Api;
let running: Awaited<ReturnType<Api['start']>>;

beforeAll(async () => {
  server = await ownApi('mintforge_killed');
  running = await server.start();
});
afterAll(() => running.stop());

/** An office about to commit an import and to publish a run. */
async function anOfficeAtWork() {
  const { regionId, signedIn } = await anOffice('COORDINATOR', server);
  const office = await signedIn();
  const { runId, roundId, version } = await aFinishedRun({ pupils, seats }, office);
  const staged = await previewed('SCHOOLS', 'schulen.csv', list, office);
  return { office, regionId, runId, roundId, roundVersion: version, importId: staged.id, importVersion: staged.version };
}

type Work = Awaited<ReturnType<typeof anOfficeAtWork>>;

const publish = ({ office, runId, roundVersion }: Work) => outcome(PublishRunDocument, { id: runId, roundVersion }, office);
const commit = ({ office, importId, importVersion }: Work) => run(CommitImportDocument, { id: importId, version: importVersion }, office);

/** What the database holds of both, looked at from behind: all of it or nothing of it. */
const found = ({ regionId, roundId, importId }: Work) =>
  onDatabase(async (database) => {
    const { rows: [row] } = await database.query<Record<'round' | 'import', string> & Record<'placed' | 'taken' | 'told' | 'schools' | 'sites', number>>(
      `select (select state from round where id = $2) as round, (select count(*)::int from placement where round_id = $2) as placed, (select coalesce(sum(taken), 0)::int from occurrence where region_id = $1) as taken,
         (select count(*)::int from outbox where region_id = $1 and event = 'matching.published') as told, (select state from import where id = $3) as import,
         (select count(*)::int from organisation where region_id = $1 and name like 'Schule am Hafen%') as schools, (select count(*)::int from site s where region_id = $1 and street like 'Hafenweg%') as sites`,
      [regionId, roundId, importId]);
    return row;
  }, server);

const nothingPublished = { round: 'OPEN', placed: 0, taken: 0, told: 0 };
const allPublished = { round: 'PUBLISHED', placed: seats, taken: seats, told: 1 };
const allImported = { import: 'COMMITTED', schools: rows, sites: rows };

/** Waits until both stand in front of a lock that is taken after most of their rows are written, then kills. */
async function killInTheMiddle(work: Work): Promise<void> {
  await onDatabase(async (database) => {
    await database.query('begin; lock table site, outbox in share row exclusive mode');
    const [answers] = [publish(work).catch(() => 'GONE'), await commit(work)];
    const waiting = async () => (await database.query<{ n: number }>(`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rows[0]?.n ?? 0;
    await eventually(waiting, (count) => count >= 2);
    await running.kill();
    await database.query('rollback');
    expect(await answers).toBe('GONE');
  }, server);
}

async function killAfter(delay: number, work: Work): Promise<void> {
  const answers = Promise.allSettled([publish(work), commit(work)]);
  await pause(delay);
  await running.kill();
  await answers;
}

/** Starts the API again; what was asked and not done can be asked again, and then all of it is there. */
async function finish(work: Work): Promise<void> {
  running = await server.start();
  const { office, importId } = work;
  await publish(work);
  const { jobId, state } = await importOf(importId, office);
  if (state === 'PREVIEWED') {
    const job = await ended(jobId ?? '', office);
    if (job.kind === 'imports.preview') await commit({ ...work, importVersion: (await importOf(importId, office)).version });
    await ended((await importOf(importId, office)).jobId ?? '', office);
  }
  expect(await found(work)).toEqual({ ...allPublished, ...allImported });
  expect((await run(AuditChainDocument, {}, office)).auditChain.brokenAt).toBeNull();
}

describe('an API that is killed while it imports and publishes', () => {
  it('leaves nothing of either when both were written and not committed, and does both after its restart', async () => {
    const work = await anOfficeAtWork();
    await killInTheMiddle(work);
    expect(await found(work)).toEqual({ ...nothingPublished, import: 'PREVIEWED', schools: 0, sites: 0 });
    await finish(work);
  });

  it.each([20, 120])('leaves each of them whole or not begun after %d ms, and finishes after its restart', async (delay) => {
    const work = await anOfficeAtWork();
    await killAfter(delay, work);
    const { import: state, schools, sites, ...published } = (await found(work)) ?? {};
    expect([nothingPublished, allPublished]).toContainEqual(published);
    expect([{ import: 'PREVIEWED', schools: 0, sites: 0 }, allImported]).toContainEqual({ import: state, schools, sites });
    await finish(work);
  });
});
