import type { Refusal } from '@mintforge/domain/kernel';
import { aRegion, aUser, drainJobs, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { PinKind } from './matching.entities';
import type { MatchingReads } from './matching.reads';
import type { PlacementsService } from './placements/placements.service';
import type { RoundsService } from './rounds/rounds.service';
import type { RunsService } from './runs/runs.service';
import { openOffice, refusalOf } from './testing';

type Office = Awaited<ReturnType<typeof openOffice>>;
let test: TestDatabase;
let as: Office['as'];
let aPlan: Office['aPlan'];
let aRound: Office['aRound'];
let aRun: Office['aRun'];
let rounds: RoundsService;
let runs: RunsService;
let placements: PlacementsService;
let reads: MatchingReads;
let runReads: Office['runReads'];

beforeAll(async () => {
  ({ test, as, aPlan, aRound, aRun, rounds, runs, placements, reads, runReads } = await openOffice());
});
afterAll(() => test.close());

describe('a dry run', () => {
  it('is repeatable to the bit: the same seed gives the same places and the same input hash', async () => {
    const plan = await aPlan([2, 1], 4);
    const { roundId } = await aRound(plan, [[0, 1], [0, 1], [0, 1], [1, 0]]);
    const [first, second, other] = [await aRun(roundId), await aRun(roundId), await aRun(roundId, { seed: 'another' })];
    expect(first).toMatchObject({ state: 'DONE', inputHash: second.inputHash, figures: { pupils: 4, placed: 3, unplaced: 1 } });
    expect(await as(() => runReads.compare(first.id, second.id))).toMatchObject({ sameInput: true, gained: 0, lost: 0, moved: 0, unchanged: 4 });
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
