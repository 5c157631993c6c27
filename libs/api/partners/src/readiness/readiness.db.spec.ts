import type { Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { ReadinessReads } from './readiness.reads';
import { ReadinessService } from './readiness.service';
import { anOrganisation, partnersOf } from '../testing';

let database: TestDatabase;
let coordinator: Actor;
let service: ReadinessService;
let reads: ReadinessReads;
let host: string;

beforeAll(async () => {
  database = await openTestDatabase();
  coordinator = await aUser(database, (await aRegion(database)).id);
  service = new ReadinessService(database.db);
  reads = new ReadinessReads(database.db);
  host = await asActor(coordinator, () => partnersOf(database).organisations.create(anOrganisation()));
});
afterAll(() => database.close());

const as = <T>(work: () => Promise<T>, who = coordinator) => asActor(who, work);

describe('proofs of a host', () => {
  it('are noted with the day they were seen and the day they run out, the latest first', async () => {
    const first = await as(() => service.create({ organisationId: host, kind: 'INSURANCE', seenOn: '2026-01-10', validUntil: '2026-12-31' }));
    await as(() => service.create({ organisationId: host, kind: 'RISK_ASSESSMENT', seenOn: '2026-02-01' }));
    await as(() => service.update(first, 1, { validUntil: '2027-12-31', note: 'Verlängerung gesehen' }));
    expect((await as(() => reads.shownOf([host]))).map(({ kind, validUntil, note }) => [kind, validUntil, note])).toEqual([['RISK_ASSESSMENT', null, ''], ['INSURANCE', '2027-12-31', 'Verlängerung gesehen']]);
    await as(() => service.delete(first));
    expect([...(await as(() => database.db.read((tx) => reads.ofHosts(tx, [host])))).values()].flat().map(({ kind }) => kind)).toEqual(['RISK_ASSESSMENT']);
  });

  it('cannot run out before they were seen, nor be noted for nobody', async () => {
    await expect(as(() => service.create({ organisationId: host, kind: 'CLEARANCE', seenOn: '2026-02-01', validUntil: '2026-01-31' }))).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { validUntil: 'beforeSeen' } });
    await expect(as(() => service.create({ organisationId: coordinator.userId ?? '', kind: 'CLEARANCE', seenOn: '2026-02-01' }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are not changed by another region, and not by who may only read', async () => {
    const id = await as(() => service.create({ organisationId: host, kind: 'PROTECTIVE_GEAR', seenOn: '2026-02-01' }));
    for (const who of [await aUser(database, (await aRegion(database)).id), await aUser(database, coordinator.regionId ?? '', 'AUDITOR')]) {
      await expect(as(() => service.update(id, 1, { note: 'x' }), who)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
