import { drainJobs } from '@mintforge/platform/testing';
import { spawnSync } from 'node:child_process';
import { exportedRecord } from './run-record';
import { openOffice, refusalOf, settings } from './testing';

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => void (office = await openOffice()));
afterAll(() => office.test.close());

const exported = (runId: string) => office.as(() => office.test.db.read((tx) => exportedRecord(tx, runId)));
/** Recomputes a record with the engine's command line, as anybody outside would. */
const recomputed = (record: string) => {
  const { status, stdout } = spawnSync(process.execPath, ['libs/matching-engine/bin/matching-engine.mjs', 'recompute'], { input: record, encoding: 'utf8' });
  return { status, stdout };
};

describe('the record of a run', () => {
  it('is recomputed by the command line to the same outcome; a place moved in it is found', async () => {
    const plan = await office.aPlan([2, 1], 5);
    const { roundId } = await office.aRound(plan, [[0, 1], [0, 1], [0], [1, 0], [1]]);
    const run = await office.aRun(roundId, { seedSource: 'Würfel in der Aula' });
    const { number, content } = await exported(run.id);
    expect(number).toBe(1);
    expect(recomputed(content.toString())).toMatchObject({ status: 0, stdout: expect.stringContaining('Würfel in der Aula') });
    const record = JSON.parse(content.toString()) as { outcome: { pupils: { places: unknown[] }[] } };
    const placed = record.outcome.pupils.findIndex(({ places }) => places.length > 0);
    const unplaced = record.outcome.pupils.findIndex(({ places }) => places.length === 0);
    [record.outcome.pupils[placed]!.places, record.outcome.pupils[unplaced]!.places] = [[], record.outcome.pupils[placed]!.places];
    expect(recomputed(JSON.stringify(record)).status).toBe(1);
  });

  it('holds ids of participants and occurrences, and the look at it is audited', async () => {
    const plan = await office.aPlan([1], 1);
    const { roundId, participants } = await office.aRound(plan, [[0]]);
    const run = await office.aRun(roundId);
    const text = (await exported(run.id)).content.toString();
    expect([text.includes(participants[0]!), text.includes(plan.pupils[0]!), text.includes('P-')]).toEqual([true, false, false]);
    const { rows } = await office.admin.query(`select from audit where region_id = $1 and changes @> jsonb_build_array(jsonb_build_object('table', 'run_record', 'verb', 'read', 'ids', jsonb_build_array($2::text)))`, [office.actor.regionId, run.id]);
    expect(rows).toHaveLength(1);
  });

  it('is not there before the run is done', async () => {
    const { roundId } = await office.aRound(await office.aPlan([1], 1), [[0]]);
    const runId = await office.as(() => office.runs.start(roundId, settings));
    expect(await refusalOf(exported(runId))).toBe('RUN_NOT_FINISHED');
    await drainJobs(office.test);
  });
});

describe('a run that is cancelled', () => {
  it('stores nothing, and a second cancelling changes nothing', async () => {
    const { roundId } = await office.aRound(await office.aPlan([1], 1), [[0]]);
    const runId = await office.as(() => office.runs.start(roundId, settings));
    for (let times = 0; times < 2; times++) await office.as(() => office.runs.cancel(runId));
    await drainJobs(office.test);
    expect(await office.as(() => office.reads.run(runId))).toMatchObject({ state: 'CANCELLED', inputHash: null, figures: null });
    expect(await refusalOf(office.as(() => office.runs.publish(runId, 1)))).toMatch(/RUN_NOT_FINISHED|VERSION_CONFLICT/);
  });

  it('cannot be one that is finished', async () => {
    const { roundId } = await office.aRound(await office.aPlan([1], 1), [[0]]);
    const { id } = await office.aRun(roundId);
    expect(await refusalOf(office.as(() => office.runs.cancel(id)))).toBe('RUN_ENDED');
  });
});
