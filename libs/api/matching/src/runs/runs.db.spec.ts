import { drainJobs } from '@mintforge/platform/testing';
import { spawnSync } from 'node:child_process';
import { sheetBlocks, sheetFacts } from './audit-sheet';
import { auditPdf } from './audit-sheet.pdf';
import { PinKind } from '../matching.entities';
import { exportedRecord } from './run-record';
import { openOffice, refusalOf, settings } from '../testing';

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

describe('a pin or a veto', () => {
  it('is told what it costs before it is set: who gains, loses and moves against the latest run', async () => {
    const plan = await office.aPlan([1, 1], 2);
    const { roundId, participants } = await office.aRound(plan, [[0, 1], [0, 1]]);
    const run = await office.aRun(roundId);
    const { items } = await office.as(() => office.reads.results({ runId: run.id, page: 1, perPage: 10 }));
    const second = participants.indexOf(items.find(({ bestRank }) => bestRank === 2)!.id);
    const cost = (pupil: number, occurrence: number, kind: PinKind) => office.as(() => office.runReads.pinCost(roundId, { participantId: participants[pupil]!, occurrenceId: plan.occurrences[occurrence]!, kind }));
    expect(await cost(second, 0, PinKind.PIN)).toMatchObject({ gained: 1, lost: 1, before: { firstWishShare: 0.5 }, after: { firstWishShare: 0.5 } });
    expect(await cost(1 - second, 0, PinKind.VETO)).toMatchObject({ gained: 1, lost: 1, unchanged: 0 });
    expect(await cost(second, 1, PinKind.PIN)).toMatchObject({ gained: 0, lost: 0, moved: 0, unchanged: 2 });
    expect(await office.as(() => office.reads.pins(roundId))).toEqual([]);
  });

  it('cannot be asked of strangers, before a run, or for a seat that is pinned away', async () => {
    const plan = await office.aPlan([1], 2);
    const { roundId, participants } = await office.aRound(plan, [[0], [0]]);
    const pin = (participantId: string) => refusalOf(office.as(() => office.runReads.pinCost(roundId, { participantId, occurrenceId: plan.occurrences[0]!, kind: PinKind.PIN })));
    expect(await pin(participants[0]!)).toBe('RUN_NOT_FINISHED');
    await office.as(() => office.rounds.setPin(roundId, participants[0]!, plan.occurrences[0]!, PinKind.PIN, 'zugesagt'));
    await office.aRun(roundId);
    expect([await pin(plan.school), await pin(participants[1]!)]).toEqual(['PIN_IMPOSSIBLE', 'PIN_IMPOSSIBLE']);
  });
});

describe('runs under two rules', () => {
  it('are compared with the figures each was stored with, the optimum too', async () => {
    const plan = await office.aPlan([1, 1, 1], 3);
    const { roundId } = await office.aRound(plan, [[0, 1], [0], [1, 2]]);
    const stable = await office.aRun(roundId);
    const optimal = await office.aRun(roundId, { mechanism: 'OPTIMAL', objective: 'RANK_SUM' });
    expect(optimal).toMatchObject({ state: 'DONE', figures: { placed: 3 } });
    const compared = await office.as(() => office.runReads.compare(stable.id, optimal.id));
    expect(compared).toMatchObject({ before: stable.figures!, after: optimal.figures! });
    expect(compared.gained + compared.lost + compared.moved + compared.unchanged).toBe(3);
  });
});

describe('the ways of a run', () => {
  it('are counted from schools to sites of hosts, with the distance where both are known', async () => {
    const plan = await office.aPlan([3], 3);
    await office.admin.query(`insert into site (region_id, organisation_id, postcode, lat, lon) values ($1, $2, '18055', 54.09, 12.14)`, [office.actor.regionId, plan.school]);
    const { roundId } = await office.aRound(plan, [[0], [0], [0]]);
    const run = await office.aRun(roundId);
    expect(await office.as(() => office.runReads.flows(run.id))).toEqual([expect.objectContaining({ school: 'Schule', host: 'Schule', placements: 3, seats: 3, km: 0, schoolLat: 54.09 })]);
  });
});

describe('the audit sheet', () => {
  it('tells rules, lottery, hashes, figures and closings of a run in both languages, and no person', async () => {
    const plan = await office.aPlan([3, 2], 3);
    await office.admin.query('update occurrence set minimum = 2 where id = $1', [plan.occurrences[1]]);
    const { roundId } = await office.aRound(plan, [[0], [0], [1, 0]]);
    const run = await office.aRun(roundId, { seedSource: 'Würfel in der Aula', acceptanceDays: 7 });
    const facts = await office.as(() => office.test.db.read((tx) => sheetFacts(tx, run.id)));
    const words = (locale: 'de' | 'en') => JSON.stringify(sheetBlocks(facts, locale));
    for (const part of ['Würfel in der Aula', run.inputHash!, facts.outcomeHash, 'deferred-acceptance/1', 'innerhalb von 7 Tagen', '["mit Platz","3"]', '1 statt mindestens 2', 'npx matching-engine recompute lauf-1.json']) expect(words('de')).toContain(part);
    expect(words('en')).toContain('1 instead of at least 2');
    expect(words('de')).not.toMatch(/P-[0-9a-f]{8}/);
    for (const locale of ['de', 'en'] as const) {
      const pdf = await auditPdf(facts, locale);
      expect([pdf.subarray(0, 5).toString(), pdf.includes('/StructTreeRoot'), pdf.length < 80_000]).toEqual(['%PDF-', true, true]);
    }
  });
});
