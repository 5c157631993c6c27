import { anchorsIn, aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { SecurityEvents, type Actor } from '@mintforge/platform';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aPupilRow, oversightOn } from './testing';

let database: TestDatabase;
let regionId: string;
let clerk: Actor;
let auditor: Actor;
let alerts: ReturnType<typeof oversightOn>['alerts'];
let events: SecurityEvents;

const sql = <Row = Record<string, unknown>>(text: string, values: unknown[] = []) => database.admin.query(text, values).then(({ rows }) => rows as Row[]);
const soon = () => new Date(Date.now() + 1000);
const round = (now = soon()) => asActor(auditor, () => alerts.round(regionId, now));
const raised = () => sql<{ kind: string; actor_id: string | null; counted: number; seen_at: Date | null }>('select kind, actor_id, counted, seen_at from security_alert where region_id = $1 order by created_at', [regionId]);
const read = (from: number, to: number, who = clerk) => asActor(who, () => database.db.read(async (tx) => tx.note('pupil', 'read', Array.from({ length: to - from }, (_, at) => `01a1ff5d-0000-7000-8000-${String(from + at).padStart(12, '0')}`))));
const refused = (who: Actor, named: string) => asActor(who, () => events.refused(named));

beforeAll(async () => {
  database = await openTestDatabase();
  events = new SecurityEvents(database.db);
  alerts = oversightOn(database).alerts;
});
afterAll(() => database.close());
beforeEach(async () => {
  regionId = (await aRegion(database)).id;
  clerk = await aUser(database, regionId, 'COORDINATOR');
  auditor = await aUser(database, regionId, 'AUDITOR');
});

describe('an alert', () => {
  it('of bulk reading opens a task and mails the auditors, once, without a name', async () => {
    await read(0, 100);
    await read(100, 200);
    await round();
    expect(await raised()).toEqual([]);
    await read(200, 201);
    await round();
    await round();
    expect(await raised()).toMatchObject([{ kind: 'BULK_READING', actor_id: clerk.userId, counted: 201 }]);
    expect(await sql('select kind, params from office_task where region_id = $1', [regionId])).toEqual([{ kind: 'SECURITY_ALERT', params: { kind: 'BULK_READING', counted: 201 } }]);
    expect(await sql('select template, params from mail where region_id = $1', [regionId])).toEqual([{ template: 'oversight.alert.BULK_READING', params: { regionName: expect.stringContaining('Region') } }]);
  });

  it('goes on counting while nobody looked, is then settled with its task, and comes again only for as much again', async () => {
    await read(0, 150);
    await read(150, 250);
    await round();
    await read(250, 300);
    await round();
    expect(await raised()).toMatchObject([{ counted: 300 }]);
    const [{ id } = { id: '' }] = await sql<{ id: string }>('select id from security_alert where region_id = $1', [regionId]);
    await expect(asActor(clerk, () => alerts.acknowledge(id, 'EXPLAINED'))).rejects.toMatchObject({ code: 'NOT_YOURSELF' });
    await asActor(auditor, () => alerts.acknowledge(id, 'EXPLAINED'));
    expect(await sql('select state from office_task where region_id = $1', [regionId])).toEqual([{ state: 'DONE' }]);
    await read(300, 310);
    await round();
    expect(await raised()).toHaveLength(1);
    await read(310, 500);
    await read(500, 520);
    await round();
    expect(await raised()).toMatchObject([{ seen_at: expect.any(Date) }, { counted: 220, seen_at: null }]);
  });

  it('of bulk reading counts each pupil of large acts once', async () => {
    await read(0, 900);
    await read(400, 1300);
    await round();
    expect(await raised()).toMatchObject([{ kind: 'BULK_READING', counted: 1300 }]);
    const reader = await aUser(database, regionId, 'COORDINATOR');
    await asActor(reader, () => database.db.read(async (tx) => [1, 2].forEach(() => tx.note('pupil', 'read', Array.from({ length: 150 }, () => randomUUID()).fill(randomUUID())))));
    await round();
    expect(await raised()).toHaveLength(1);
  });

  it('is not raised by what is longer ago than the window, nor in another region', async () => {
    await read(0, 150);
    await read(150, 250);
    await round(new Date(Date.now() + 61 * 60_000));
    expect(await raised()).toEqual([]);
    const other = await aRegion(database);
    await asActor(auditor, () => alerts.round(other.id, soon()));
    expect(await sql('select from security_alert where region_id = $1', [other.id])).toEqual([]);
  });

  it('of exports, of a second factor changed, of a reused session secret reaches the regions of the person', async () => {
    await asActor(clerk, () => database.db.read(async (tx) => tx.note('audit', 'export', [randomUUID()])));
    await asActor(clerk, () => database.db.system('test', null, async (tx) => {
      await events.note(tx, 'SECOND_FACTOR_CHANGED', { actorId: clerk.userId });
      await events.note(tx, 'TOKEN_REUSED', { actorId: clerk.userId });
      for (let time = 0; time < 4; time++) await events.note(tx, 'SECOND_FACTOR_FAILED', { actorId: clerk.userId });
    }));
    await round();
    expect((await raised()).map(({ kind }) => kind).sort()).toEqual(['EXPORT', 'SECOND_FACTOR_CHANGED', 'TOKEN_REUSED']);
    await asActor(clerk, () => database.db.system('test', null, (tx) => events.note(tx, 'SECOND_FACTOR_FAILED', { actorId: clerk.userId })));
    await round();
    expect((await raised()).map(({ kind }) => kind)).toContain('SECOND_FACTOR_FAILED');
  });

  it('of exports counts files that were made for leaving the system, and no others', async () => {
    for (const kind of ['EXPORT', 'SCAN']) {
      const [file] = await sql<{ id: string }>(
        `insert into file (region_id, name, size, content, kind, media_type, sha256, wrapped)
          values ($1, 'x', 1, '\\x00', $2, 'text/csv', sha256('x'), '\\x0000000000'::bytea || uuid_send($1)) returning id`, [regionId, kind]);
      await asActor(clerk, () => database.db.write(async (tx) => tx.note('file', 'insert', [file?.id ?? ''])));
    }
    await round();
    expect(await raised()).toMatchObject([{ kind: 'EXPORT', counted: 1 }]);
  });

  it('is raised by an administrator who hands out a role that sees names, not by a coordinator', async () => {
    const admin = await aUser(database, regionId, 'PLATFORM_ADMIN');
    const fresh = await aUser(database, regionId, 'COORDINATOR');
    for (const who of [clerk, admin]) await asActor(who, () => database.db.system('invitation', regionId, async (tx) => tx.note('membership', 'insert', [fresh.userId ?? ''])));
    await round();
    expect(await raised()).toMatchObject([{ kind: 'PEOPLE_ROLE_GRANTED', actor_id: admin.userId }]);
  });

  it('is raised by an audit chain that does not fit its anchors', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'anchors-'));
    const anchors = anchorsIn(database, folder);
    await read(0, 5);
    await asActor(clerk, () => anchors.anchor(regionId, new Date('2026-11-21T10:00:00Z')));
    await sql(`update audit set hash = '\\x00' where region_id = $1`, [regionId]);
    await asActor(clerk, () => anchors.anchor(regionId, new Date('2026-11-21T11:00:00Z')));
    await round();
    expect(await raised()).toMatchObject([{ kind: 'AUDIT_BROKEN', actor_id: null }]);
    rmSync(folder, { recursive: true });
  });

  it('takes its numbers from the rules of the region', async () => {
    await round();
    expect(await sql('select threshold, window_minutes from alert_rule where region_id = $1 and kind = $2', [regionId, 'BULK_READING'])).toEqual([{ threshold: 201, window_minutes: 60 }]);
    const admin = await aUser(database, regionId, 'PLATFORM_ADMIN');
    const rule = (await asActor(admin, () => alerts.rules())).find(({ kind }) => kind === 'BULK_READING');
    await asActor(admin, () => alerts.changeRule(rule?.id ?? '', 1, { threshold: 10, windowMinutes: 60, source: 'Beschluss der Region' }));
    await expect(asActor(admin, () => alerts.changeRule(rule?.id ?? '', 1, { threshold: 10, windowMinutes: 60, source: 'x' }))).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    await read(0, 10);
    await round();
    expect(await raised()).toMatchObject([{ kind: 'BULK_READING', counted: 10 }]);
  });
});

describe('a try at another region', () => {
  it('is noted alike whether the entry is another region’s or nobody’s, and told apart only by the round', async () => {
    const elsewhere = await aRegion(database);
    const foreign = [await aPupilRow(database, elsewhere.id, 'P-f1'), await aPupilRow(database, elsewhere.id, 'P-f2'), elsewhere.id];
    const own = await aPupilRow(database, regionId, 'P-own');
    for (const id of [...foreign, own, randomUUID(), randomUUID(), randomUUID()]) await refused(clerk, JSON.stringify({ id }));
    expect(await sql('select distinct kind, cardinality(ids) as n from security_event where region_id = $1', [regionId])).toEqual([{ kind: 'REFUSED', n: 1 }]);
    await round();
    expect(await raised()).toMatchObject([{ kind: 'FOREIGN_REGION', actor_id: clerk.userId, counted: 3 }]);
  });

  it('counts each entry once, and stale links of one’s own region never', async () => {
    const elsewhere = await aRegion(database);
    const foreign = await aPupilRow(database, elsewhere.id, 'P-f3');
    for (let time = 0; time < 5; time++) await refused(clerk, `/pupils/${foreign}`);
    for (let time = 0; time < 10; time++) await refused(clerk, JSON.stringify({ id: randomUUID() }));
    await round();
    expect(await raised()).toEqual([]);
  });

  it('leaves no row in the audit and can be read by nobody of the region', async () => {
    await refused(clerk, randomUUID());
    expect(await sql('select from audit where region_id = $1', [regionId])).toEqual([]);
    for (const who of [clerk, auditor]) expect(await asActor(who, () => database.db.read((tx) => tx.query('select from security_event')))).toEqual([]);
    await expect(asActor(clerk, () => database.db.write((tx) => events.note(tx, 'REFUSED', { actorId: auditor.userId })))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(asActor(clerk, () => database.db.read((tx) => tx.query('select app.found_elsewhere($1)', [[randomUUID()]])))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
