import { runInContext, type Actor } from './context';
import { Conditions, readPage, type ListSql } from './lists';
import { aRegion, aUser, openTestDatabase, type TestDatabase } from './testing';

interface JobRow {
  step: string;
  starter: string;
}

let database: TestDatabase;
let coordinator: Actor;

beforeAll(async () => {
  database = await openTestDatabase();
  coordinator = await aUser(database, (await aRegion(database)).id, 'COORDINATOR');
  await database.admin.query(`insert into job (region_id, kind, payload, role, step, started_by) select $1, 'listed', '{}', 'COORDINATOR', number, $2 from generate_series(1, 7) number`, [coordinator.regionId, coordinator.userId]);
});
afterAll(() => database.close());

/** The seven jobs, with who started them joined either for all of them or for those of the page. */
const jobs = (joined: 'all' | 'page'): ListSql => {
  const starter = 'join app_user u on u.id = j.started_by';
  const filter = new Conditions().add('j.region_id = ?', coordinator.regionId).add('j.kind = ?', 'listed');
  const from = joined === 'all' ? { from: `job j ${starter}` } : { from: 'job j', details: { joins: starter, key: 'j.id' } };
  return { select: 'j.step, u.id as starter', ...from, ...filter, order: 'j.step desc, j.id' };
};
const page = (number: number, perPage: number, { totals, joined = 'all' }: { totals?: boolean; joined?: 'all' | 'page' } = {}) =>
  runInContext({ requestId: 'test-request', locale: 'de', actor: coordinator, action: 'test', totals }, () => readPage<JobRow>(database.db, jobs(joined), { page: number, perPage }));

describe.each(['all', 'page'] as const)('a list whose details are joined for %s', (joined) => {
  it('goes through its pages in order, without gaps or repetitions', async () => {
    const pages = [await page(1, 3, { joined }), await page(2, 3, { joined }), await page(3, 3, { joined }), await page(4, 3, { joined })];
    expect(pages.map(({ items, hasNext }) => [items.map(({ step }) => step).join(''), hasNext])).toEqual([['765', true], ['432', true], ['1', false], ['', false]]);
    expect(new Set(pages.flatMap(({ items }) => items.map(({ starter }) => starter)))).toEqual(new Set([coordinator.userId]));
  });

  it('knows its total where the operation asks for it', async () => {
    expect((await page(1, 3, { joined, totals: true })).total).toBe(7);
    expect((await page(9, 3, { joined, totals: true })).total).toBe(7);
  });
});

describe('the total of a list', () => {
  it('is left uncounted where nobody announced to ask for it, and counted when it is asked for after all', async () => {
    const { total } = await page(1, 3);
    expect(await runInContext({ requestId: 'test-request', locale: 'de', actor: coordinator }, async () => (typeof total === 'function' ? total() : 'counted already'))).toBe(7);
  });

  it('needs no counting on the last page', async () => {
    expect((await page(3, 3)).total).toBe(7);
    expect((await page(1, 10)).total).toBe(7);
  });
});
