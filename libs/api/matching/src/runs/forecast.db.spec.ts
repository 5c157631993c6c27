import { drainJobs } from '@mintforge/platform/testing';
import { openOffice } from '../testing';

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => void (office = await openOffice()));
afterAll(() => office.test.close());

async function forecastOf(roundId: string) {
  await office.as(() => office.forecasts.start(roundId));
  await drainJobs(office.test);
  return (await office.as(() => office.forecasts.latest(roundId)))!;
}

describe('a forecast', () => {
  it('shows the figures of every rule that says something on the round’s own data, by kind of school and area', async () => {
    const plan = await office.aPlan([1, 1, 1], 3);
    await office.admin.query(`update organisation set school_kinds = '{GRAMMAR,VOCATIONAL}' where id = $1`, [plan.school]);
    await office.admin.query(`insert into site (region_id, organisation_id, postcode, district) values ($1, $2, '18057', 'Rostock')`, [office.actor.regionId, plan.school]);
    const { roundId } = await office.aRound(plan, [[0, 1], [0, 1], [0]]);
    const { state, rows } = await forecastOf(roundId);
    expect(state).toBe('DONE');
    expect(rows.map(({ rule }) => rule)).toEqual(['STABLE_LOTTERY', 'OPTIMAL_RANK_SUM', 'OPTIMAL_RANK_MAXIMAL', 'OPTIMAL_GREEDY', 'OPTIMAL_GENEROUS']);
    expect(rows[0]).toMatchObject({ impossible: null, figures: { pupils: 3, placed: 2, unplaced: 1, guaranteesMet: 0 }, bySchoolKind: [{ key: 'GRAMMAR', participants: 3, placed: 2 }, { key: 'VOCATIONAL', participants: 3, placed: 2 }], byArea: [{ key: 'Rostock', participants: 3, placed: 2 }] });
  });

  it('says which rules cannot be combined with several places each', async () => {
    const plan = await office.aPlan([2, 2], 2);
    const { roundId, version } = await office.aRound(plan, [[0, 1], [1]]);
    const { settings } = await office.as(() => office.reads.round(roundId));
    await office.as(() => office.rounds.update(roundId, version, { settings: { ...settings, placesPerParticipant: 2 } as never }));
    const { rows } = await forecastOf(roundId);
    expect(rows.filter(({ rule }) => rule.startsWith('OPTIMAL')).map(({ impossible }) => impossible)).toEqual(Array(4).fill('NOT_COMBINED'));
    expect(rows[0]).toMatchObject({ rule: 'STABLE_LOTTERY', figures: { placed: 2 } });
  });

  it('is outdated once a wish or a seat changed, and only then; a new one takes its place', async () => {
    const plan = await office.aPlan([1, 1], 2);
    const { roundId, participants } = await office.aRound(plan, [[0], [0]]);
    const first = await forecastOf(roundId);
    const outdated = (forecast: typeof first) => office.as(() => office.forecasts.outdated(forecast));
    expect(await outdated(first)).toBe(false);
    await office.as(() => office.rounds.setWishes(participants[1]!, [plan.occurrences[1]!]));
    expect(await outdated(first)).toBe(true);
    const second = await forecastOf(roundId);
    expect([second.rows[0]!.figures!.placed, await outdated(second)]).toEqual([2, false]);
  });
});
