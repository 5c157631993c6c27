import { drainJobs } from '@mintforge/platform/testing';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openOffice, refusalOf, settings } from '../testing';
import { TravelTimes } from './travel-times';

let office: Awaited<ReturnType<typeof openOffice>>;
let provider: Server;
let url: string;
let answer: (pairs: unknown[]) => unknown;
const asked: unknown[] = [];

beforeAll(async () => {
  office = await openOffice();
  provider = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part)).on('end', () => {
      const { pairs } = JSON.parse(body) as { pairs: unknown[] };
      asked.push(...pairs);
      response.end(JSON.stringify(answer(pairs)));
    });
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
});
afterAll(async () => {
  provider.close();
  await office.test.close();
});

async function aRoundWithPlaces() {
  const plan = await office.aPlan([3], 2);
  const site = async (lat: number, main: boolean) =>
    (await office.admin.query<{ id: string }>(`insert into site (region_id, organisation_id, lat, lon, coordinate_check, is_main) values ($1, $2, $3, 12, 'OK', $4) returning id`, [office.actor.regionId, plan.school, lat, main])).rows[0]!.id;
  await site(54, true);
  await office.admin.query('update occurrence set site_id = $2 where id = $1', [plan.occurrences[0], await site(54.1, false)]);
  return office.aRound(plan, [[0], [0]]);
}

const barredOf = (roundId: string) => office.as(() => office.test.db.read(async (tx) =>
  (await office.snapshots.take(tx, roundId, { ...settings, rules: { ...settings.rules, reach: { by: 'TRAVEL_MINUTES', most: 40 } } })).barred.map(({ code }) => code)));

describe('travel times of a provider', () => {
  it('are asked once per way, kept, and take the place of the estimate', async () => {
    const times = new TravelTimes(office.test.db, office.test.jobs, { TRAVEL_TIMES_URL: url });
    times.onModuleInit();
    answer = (pairs) => ({ minutes: pairs.map(() => 55.4) });
    const { roundId } = await aRoundWithPlaces();
    expect(await barredOf(roundId)).toEqual([]);
    for (let at = 0; at < 2; at++) {
      await office.as(() => times.start(roundId));
      await drainJobs(office.test);
    }
    expect(asked).toEqual([{ from: { lat: 54, lon: 12 }, to: { lat: 54.1, lon: 12 } }]);
    expect(await barredOf(roundId)).toEqual(['TOO_FAR', 'TOO_FAR']);
  });

  it('change nothing when the provider answers nonsense, or there is none', async () => {
    const times = new TravelTimes(office.test.db, office.test.jobs, { TRAVEL_TIMES_URL: url });
    times.onModuleInit();
    answer = () => ({ minutes: [-1] });
    const { roundId } = await aRoundWithPlaces();
    await office.as(() => times.start(roundId));
    await drainJobs(office.test);
    const { rows } = await office.admin.query<{ state: string; code: string }>(`select state, error::json->>'code' as code from job order by created_at desc limit 1`);
    expect(rows).toEqual([{ state: 'FAILED', code: 'SERVICE_UNAVAILABLE' }]);
    expect(await barredOf(roundId)).toEqual([]);
    const without = new TravelTimes(office.test.db, office.test.jobs, {});
    expect(await refusalOf(office.as(() => without.start(roundId)))).toBe('SERVICE_UNAVAILABLE');
  });
});
