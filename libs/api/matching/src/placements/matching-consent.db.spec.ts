import { defaultSettings } from '@mintforge/domain/matching';
import { drainJobs, withoutGate } from '@mintforge/platform/testing';
import { openOffice } from '../testing';

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => void (office = await openOffice()));
afterAll(() => office.test.close());

const { rules } = defaultSettings;

/** Opens the gate to matching for every pupil of the region, or shuts it again. */
const openGate = (open: boolean) =>
  office.admin.query(
    open
      ? `insert into purpose (region_id, code, basis, article, validity_from, validity_months, effect, data, recipients, source) values ($1, 'MATCHING', 'PUBLIC_TASK', 'Art. 6 (1) e', 'SCHOOL_YEAR_END', 3, 'NONE', '{}', '{}', 'Test')`
      : 'delete from purpose where region_id = $1', [office.actor.regionId]);

/** A published round of one seat that both pupils wish, offered for a week or given at once; answers the state of each pupil's place. */
async function published(acceptanceDays: number) {
  const { aPlan, aRound, aRun, as, runs, reads } = office;
  const plan = await aPlan([1], 2);
  const { roundId, version } = await aRound(plan, [[0], [0]]);
  const run = await aRun(roundId, { acceptanceDays, rules: { ...rules, consent: true } });
  await as(() => runs.publish(run.id, version));
  const rows = () => as(async () => (await reads.placements({ page: 1, perPage: 10, sort: 'CREATED_AT_ASC' as never, filter: { roundId } })).items);
  const [first] = await rows();
  return { rows, first: first!, withdraws: (pupilId: string) => as(() => office.test.db.write((tx) => office.matchingConsent.end(tx, [pupilId]))) };
}

describe('a consent to matching that ends', () => {
  beforeEach(() => openGate(true));
  afterEach(() => openGate(false));

  it('frees an offered seat in its own transaction, for the next in line', async () => {
    const { rows, first, withdraws } = await published(7);
    expect(await office.as(() => office.test.db.read((tx) => office.matchingConsent.impact(tx, [first.pupilId!])))).toMatchObject([{ what: 'placement', pupilId: first.pupilId }]);
    await withdraws(first.pupilId!);
    await withdraws(first.pupilId!);
    expect((await rows()).map(({ state }) => state).sort()).toEqual(['OFFERED', 'WITHDRAWN']);
  });

  it('leaves a confirmed seat as it was agreed, and says so before', async () => {
    const { rows, first, withdraws } = await published(0);
    expect(await office.as(() => office.test.db.read((tx) => office.matchingConsent.impact(tx, [first.pupilId!])))).toMatchObject([{ what: 'placement_kept' }]);
    await withdraws(first.pupilId!);
    expect((await rows()).map(({ state }) => state)).toEqual(['PLACED']);
  });

  it('makes of a confirmed seat a task of the office, settled when consent is given again or the seat is given up', async () => {
    const { first, withdraws } = await published(0);
    const tasks = async () => (await office.admin.query<{ pupil: string }>(`select pupil_id as pupil from office_task where kind = 'SEAT_WITHOUT_CONSENT' and about = $1 and state = 'OPEN'`, [first.id])).rows;
    await withdraws(first.pupilId!);
    await withdraws(first.pupilId!);
    expect(await tasks()).toEqual([{ pupil: first.pupilId }]);
    await office.as(() => office.test.db.write((tx) => office.matchingConsent.resume(tx, [first.pupilId!])));
    expect(await tasks()).toEqual([]);
    await withdraws(first.pupilId!);
    await office.as(() => office.placements.withdraw(first.id, 1, 'krank'));
    await drainJobs(office.test);
    expect(await tasks()).toEqual([]);
  });

  it('lets nobody move up whose consent is not given any more', async () => {
    const { rows, first } = await published(7);
    await openGate(false);
    await office.as(() => office.placements.withdraw(first.id, 1, 'krank'));
    expect((await rows()).map(({ state }) => state)).toEqual(['WITHDRAWN']);
    await openGate(true);
  });

  it('by time alone confirms no seat any more, whether a night has ended the offer or not', async () => {
    const { rows, first } = await published(7);
    await openGate(false);
    await expect(office.as(() => office.placements.accept([first.id]))).rejects.toMatchObject({ code: 'CONSENT_MISSING', params: { purpose: 'MATCHING', missing: 1 } });
    expect((await rows()).map(({ state }) => state)).toEqual(['OFFERED']);
    await openGate(true);
    expect(await office.as(() => office.placements.accept([first.id]))).toBe(1);
    await openGate(false);
    expect(await office.as(() => office.placements.accept([first.id]))).toBe(0);
    await openGate(true);
  });

  it('is not asked for by rounds that do not place by consent', async () => {
    const { aPlan, aRound, aRun, as, runs } = office;
    const plan = await aPlan([1], 1);
    const { roundId, version } = await aRound(plan, [[0]]);
    await as(async () => runs.publish((await aRun(roundId, { acceptanceDays: 7 })).id, version));
    expect(await as(() => office.test.db.read((tx) => office.matchingConsent.impact(tx, plan.pupils)))).toEqual([]);
  });

  it('keeps nobody out of a run, and nobody from moving up, without the gate', async () => {
    await openGate(false);
    const { aPlan, aRound, aRun, test } = office;
    const plan = await aPlan([2], 2);
    const { roundId } = await aRound(plan, [[0], [0]]);
    const placed = async () => (await aRun(roundId, { rules: { ...rules, consent: true } })).figures?.placed;
    expect(await placed()).toBe(0);
    expect(await withoutGate(test, placed)).toBe(2);
    await openGate(true);
    const { rows, first } = await published(7);
    await openGate(false);
    await withoutGate(test, () => office.as(() => office.placements.withdraw(first.id, 1, 'krank')));
    expect((await rows()).map(({ state }) => state).sort()).toEqual(['OFFERED', 'WITHDRAWN']);
  });
});
