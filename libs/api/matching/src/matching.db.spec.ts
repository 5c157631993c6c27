import { OccurrenceReads } from '@mintforge/activities';
import type { RefusalCode } from '@mintforge/domain/kernel';
import { Refusal } from '@mintforge/domain/kernel';
import { defaultSettings } from '@mintforge/domain/matching';
import { PeopleReads, PupilIdentities } from '@mintforge/people';
import { aRegion, asActor, aUser, drainJobs, openTestDatabase, testConfig, type TestDatabase } from '@mintforge/platform/testing';
import { Mails, type Actor } from '@mintforge/platform';
import { AddressesReads } from '@mintforge/partners';
import { randomUUID } from 'node:crypto';
import { PinKind, RoundUnit } from './matching.entities';
import { MatchingReads } from './matching.reads';
import { PlacementsService } from './placements.service';
import { PublishedMails } from './published-mails';
import { RoundSnapshots } from './round-snapshot';
import { RoundsService } from './rounds.service';
import { RunsService } from './runs.service';

let test: TestDatabase;
let actor: Actor;
let rounds: RoundsService;
let runs: RunsService;
let placements: PlacementsService;
let reads: MatchingReads;

const settings = { ...defaultSettings, seed: 'probe' };
const as = <T>(work: () => Promise<T>, who = actor) => asActor(who, work);
const refusalOf = (work: Promise<unknown>): Promise<RefusalCode> =>
  work.then(() => { throw new Error('was not refused'); }, (error: unknown) => { if (error instanceof Refusal) return error.code; throw error; });

beforeAll(async () => {
  test = await openTestDatabase();
  const region = await aRegion(test);
  actor = await aUser(test, region.id);
  reads = new MatchingReads(test.db);
  const people = new PeopleReads(new PupilIdentities(test.crypto));
  rounds = new RoundsService(test.db, reads, people);
  runs = new RunsService(test.db, test.jobs, new RoundSnapshots(people, new OccurrenceReads(test.db)));
  runs.onModuleInit();
  placements = new PlacementsService(test.db, test.jobs);
  const mails = new Mails(test.db, test.jobs, testConfig(test.url));
  mails.onModuleInit();
  new PublishedMails(test.jobs, mails, new AddressesReads()).onModuleInit();
});
afterAll(() => test.close());

/** A school, a host with one activity, occurrences by capacity, and pupils of grade 9. */
async function aPlan(capacities: number[], pupils: number) {
  const { admin } = test;
  const region = actor.regionId;
  const one = async (sql: string, values: unknown[]) => (await admin.query<{ id: string }>(sql, values)).rows[0]!.id;
  const school = await one(`insert into organisation (region_id, name, name_key, roles) values ($1, 'Schule', $2, '{SCHOOL}') returning id`, [region, randomUUID()]);
  const activity = await one(`insert into activity (region_id, organisation_id, title, format, grades, school_year, state) values ($1, $2, 'Löten', 'TECH_WORKSHOP', '{8,9}', '2026/27', 'PUBLISHED') returning id`, [region, school]);
  const occurrences: string[] = [];
  for (const [at, capacity] of capacities.entries()) {
    occurrences.push(await one(`insert into occurrence (region_id, activity_id, starts_at, ends_at, capacity) values ($1, $2, $3::timestamptz, $3::timestamptz + interval '3 hours', $4) returning id`, [region, activity, `2027-03-${10 + at}T08:00:00Z`, capacity]));
  }
  const ids = (await admin.query<{ id: string }>(`insert into pupil (region_id, organisation_id, pseudonym, grade) select $1, $2, 'P-' || gen_random_uuid(), 9 from generate_series(1, $3) returning id`, [region, school, pupils])).rows.map((row) => row.id);
  return { school, activity, occurrences, pupils: ids };
}

async function aRound(plan: Awaited<ReturnType<typeof aPlan>>, wishes: number[][]) {
  return as(async () => {
    const roundId = await rounds.create({ title: 'Runde', unit: RoundUnit.PUPILS, settings });
    await rounds.setOccurrences(roundId, plan.occurrences);
    await rounds.addParticipants(roundId, { groupIds: [], pupilIds: plan.pupils });
    const list = await reads.participants({ roundId, page: 1, perPage: 100 });
    const participants = plan.pupils.map((pupilId) => list.items.find((row) => row.pupilId === pupilId)!.id);
    for (const [at, ranked] of wishes.entries()) await rounds.setWishes(participants[at]!, ranked.map((number) => plan.occurrences[number]!));
    return { roundId, participants, version: (await reads.round(roundId)).version };
  });
}

const aRun = async (roundId: string, more: Partial<typeof settings> = {}) => {
  const runId = await as(() => runs.start(roundId, { ...settings, ...more }));
  await drainJobs(test);
  return as(() => reads.run(runId));
};

describe('a dry run', () => {
  it('is repeatable to the bit: the same seed gives the same places and the same input hash', async () => {
    const plan = await aPlan([2, 1], 4);
    const { roundId } = await aRound(plan, [[0, 1], [0, 1], [0, 1], [1, 0]]);
    const [first, second, other] = [await aRun(roundId), await aRun(roundId), await aRun(roundId, { seed: 'another' })];
    expect(first).toMatchObject({ state: 'DONE', inputHash: second.inputHash, figures: { pupils: 4, placed: 3, unplaced: 1 } });
    expect(await as(() => reads.compare(first.id, second.id))).toMatchObject({ sameInput: true, gained: 0, lost: 0, moved: 0, unchanged: 4 });
    expect((await as(() => reads.run(other.id))).inputHash).toBe(first.inputHash);
  });

  it('says why a better wish was not fulfilled, and who could not be placed at all', async () => {
    const plan = await aPlan([1], 3);
    const { roundId } = await aRound(plan, [[0], [0]]);
    const run = await aRun(roundId);
    const { items } = await as(() => reads.results({ runId: run.id, page: 1, perPage: 10 }));
    expect(items.flatMap((row) => row.refused.map((refused) => refused.code))).toEqual(['OUTRANKED_BY_LOTTERY']);
    expect((await as(() => reads.leftOut(run))).map((row) => row.code)).toEqual(['NO_WISHES']);
  });

  it('obeys a pin and a veto', async () => {
    const plan = await aPlan([1, 1], 2);
    const { roundId, participants } = await aRound(plan, [[0, 1], [0, 1]]);
    await as(() => rounds.setPin(roundId, participants[1]!, plan.occurrences[0]!, PinKind.PIN, 'braucht den Aufzug'));
    await as(() => rounds.setPin(roundId, participants[0]!, plan.occurrences[1]!, PinKind.VETO, 'war schon dort'));
    const run = await aRun(roundId);
    const { items } = await as(() => reads.results({ runId: run.id, page: 1, perPage: 10 }));
    expect(items.find((row) => row.id === participants[1])!.places).toMatchObject([{ occurrenceId: plan.occurrences[0], pinned: true }]);
    expect(items.find((row) => row.id === participants[0])).toMatchObject({ places: [], refused: [{ code: 'FULL' }, { code: 'VETOED' }] });
  });
});

describe('publishing a run', () => {
  it('places everybody in one transaction and takes the seats', async () => {
    const plan = await aPlan([2], 2);
    const { roundId, version } = await aRound(plan, [[0], [0]]);
    const run = await aRun(roundId);
    expect(await as(() => runs.publish(run.id, version))).toBe(2);
    const { rows } = await test.admin.query('select taken from occurrence where id = $1', [plan.occurrences[0]]);
    expect(rows).toEqual([{ taken: 2 }]);
    expect((await as(() => reads.round(roundId))).state).toBe('PUBLISHED');
  });

  it('writes one mail with counts and no names to every host and school that has an address', async () => {
    const plan = await aPlan([2], 2);
    await test.admin.query(`update organisation set email = 'schule@example.test' where id = $1`, [plan.school]);
    const { roundId, version } = await aRound(plan, [[0], [0]]);
    const run = await aRun(roundId);
    await as(() => runs.publish(run.id, version));
    await drainJobs(test);
    const { rows } = await test.admin.query(`select template, recipient, params from mail where recipient = 'schule@example.test' order by template`);
    expect(rows).toEqual(['matching.publishedHost', 'matching.publishedSchool'].map((template) => ({ template, recipient: 'schule@example.test', params: { organisation: 'Schule', seats: '2', occurrences: '1' } })));
  });

  it('refuses a run when a wish changed since, and a second publishing', async () => {
    const plan = await aPlan([1, 1], 2);
    const { roundId, participants, version } = await aRound(plan, [[0], [1]]);
    const stale = await aRun(roundId);
    await as(() => rounds.setWishes(participants[0]!, [plan.occurrences[1]!]));
    expect(await refusalOf(as(() => runs.publish(stale.id, version)))).toBe('RUN_OUTDATED');
    const fresh = await aRun(roundId);
    await as(() => runs.publish(fresh.id, version));
    expect(await refusalOf(as(() => runs.publish(fresh.id, version)))).toBe('RUN_ALREADY_PUBLISHED');
  });

  it('happens once, however many press the button at the same moment', async () => {
    const plan = await aPlan([3], 3);
    const { roundId, version } = await aRound(plan, [[0], [0], [0]]);
    const run = await aRun(roundId);
    const answers = await Promise.all(Array.from({ length: 50 }, () => as(() => runs.publish(run.id, version)).then(() => 'published', (error: Refusal) => error.code)));
    expect(answers.filter((answer) => answer === 'published')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['published', 'RUN_ALREADY_PUBLISHED']));
    expect((await as(() => reads.placements({ page: 1, perPage: 100, sort: 'CREATED_AT_DESC' as never, filter: { roundId } }))).items).toHaveLength(3);
  });

  it('leaves nothing half done when the database refuses the last seat', async () => {
    const plan = await aPlan([2], 3);
    const { roundId, version } = await aRound(plan, [[0], [0]]);
    const run = await aRun(roundId);
    await test.admin.query(`update occurrence set capacity = 1 where id = $1`, [plan.occurrences[0]]);
    const { inputHash } = await aRun(roundId);
    await test.admin.query('update run set input_hash = $2 where id = $1', [run.id, inputHash]);
    expect(await refusalOf(as(() => runs.publish(run.id, version)))).toBe('OCCURRENCE_FULL');
    const { rows } = await test.admin.query('select (select count(*)::int from placement where round_id = $1) as placed, (select taken from occurrence where id = $2) as taken, (select state from round where id = $1) as state', [roundId, plan.occurrences[0]]);
    expect(rows).toEqual([{ placed: 0, taken: 0, state: 'OPEN' }]);
  });
});

describe('placing by hand', () => {
  it('gives the last seat to exactly one of fifty who ask at once', async () => {
    const plan = await aPlan([1], 50);
    const answers = await Promise.all(plan.pupils.map((pupil) => as(() => placements.place(plan.occurrences[0]!, pupil)).then(() => 'placed', (error: Refusal) => error.code)));
    expect(answers.filter((answer) => answer === 'placed')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'OCCURRENCE_FULL')).toHaveLength(49);
  });

  it('is idempotent by its key, and a withdrawal frees the seat and stays on record', async () => {
    const plan = await aPlan([1], 2);
    const key = randomUUID();
    const first = await as(() => placements.place(plan.occurrences[0]!, plan.pupils[0]!, key));
    expect(await as(() => placements.place(plan.occurrences[0]!, plan.pupils[0]!, key))).toBe(first);
    await as(() => placements.withdraw(first, 1, 'krank'));
    await as(() => placements.place(plan.occurrences[0]!, plan.pupils[1]!));
    const { items } = await as(() => reads.placements({ page: 1, perPage: 10, sort: 'CREATED_AT_ASC' as never, filter: { occurrenceId: plan.occurrences[0] } }));
    expect(items.map((row) => row.state)).toEqual(['WITHDRAWN', 'PLACED']);
  });

  it('is not seen from another region', async () => {
    const stranger = await aUser(test, (await aRegion(test)).id);
    const plan = await aPlan([1], 1);
    expect(await refusalOf(as(() => placements.place(plan.occurrences[0]!, plan.pupils[0]!), stranger))).toBe('NOT_FOUND');
  });
});
