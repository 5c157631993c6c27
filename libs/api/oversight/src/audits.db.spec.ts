import { can, permissions, type Permission } from '@mintforge/domain/kernel';
import { accessLog, type Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import type { AuditFilter } from './audits.types';
import { aPupilRow, oversightOn } from './testing';

let database: TestDatabase;
let regionId: string;
let clerk: Actor;
let auditor: Actor;
let pupilId: string;
let audits: ReturnType<typeof oversightOn>['audits'];

const sql = <Row = Record<string, unknown>>(text: string, values: unknown[] = []) => database.admin.query(text, values).then(({ rows }) => rows as Row[]);
const look = (reason?: string, table = 'pupil') => asActor(clerk, () => database.db.read(async (tx) => {
  if (reason) tx.because(reason);
  tx.note(table, 'read', [pupilId]);
}), table === 'pupil' ? 'pupils.pupil' : 'pupils.pupilNeeds');
const change = () => asActor(clerk, () => database.db.write(async (tx) => tx.note('pupil', 'update', [pupilId])), 'pupils.updatePupil');
const found = async (filter: AuditFilter, who = auditor) => (await asActor(who, () => audits.list({ page: 1, perPage: 100, sort: 'AT_ASC', filter }))).items.map(({ action }) => action);

beforeAll(async () => {
  database = await openTestDatabase();
  audits = oversightOn(database).audits;
});
afterAll(() => database.close());
beforeEach(async () => {
  regionId = (await aRegion(database)).id;
  clerk = await aUser(database, regionId, 'COORDINATOR');
  auditor = await aUser(database, regionId, 'AUDITOR');
  pupilId = await aPupilRow(database, regionId, 'K7M-4XPC');
  await look();
  await change();
  await look('CARE', 'pupil_needs');
});

describe('the audit search', () => {
  it('finds by act, person, kind of entry, access, reason, time, entry and pseudonym', async () => {
    const all = ['pupils.pupil', 'pupils.updatePupil', 'pupils.pupilNeeds'];
    expect(await found({})).toEqual(all);
    expect(await found({ action: 'pupils.update' })).toEqual(['pupils.updatePupil']);
    expect(await found({ actorId: clerk.userId ?? '' })).toEqual(all);
    expect(await found({ actorId: auditor.userId ?? '' })).toEqual([]);
    expect(await found({ table: 'pupil_needs' })).toEqual(['pupils.pupilNeeds']);
    expect(await found({ access: 'READ' })).toEqual(['pupils.pupil', 'pupils.pupilNeeds']);
    expect(await found({ access: 'WRITE' })).toEqual(['pupils.updatePupil']);
    expect(await found({ access: 'EXPORT' })).toEqual([]);
    expect(await found({ reason: 'CARE' })).toEqual(['pupils.pupilNeeds']);
    expect(await found({ objectId: pupilId })).toEqual(all);
    expect(await found({ objectId: randomUUID() })).toEqual([]);
    expect(await found({ from: new Date(Date.now() + 60_000) })).toEqual([]);
    expect(await found({ to: new Date(Date.now() - 60_000) })).toEqual([]);
    expect((await found({ pseudonym: 'k7m 4xpc' })).slice(0, 3)).toEqual(all);
    expect(await found({ pseudonym: 'H9W-9999' })).toEqual([]);
  });

  it('finds an act on many people by each of them, however far behind in the list', async () => {
    const many = Array.from({ length: 1400 }, () => randomUUID());
    await asActor(clerk, () => database.db.read(async (tx) => tx.note('pupil', 'read', [...many, pupilId])), 'pupils.pupils');
    for (const id of [many[0]!, many[1399]!]) expect(await found({ objectId: id })).toEqual(['pupils.pupils']);
    expect((await found({ pseudonym: 'k7m 4xpc' })).slice(0, 4)).toContain('pupils.pupils');
  });

  it('takes what is searched literally, and shows no other region', async () => {
    expect(await found({ action: '%' })).toEqual([]);
    expect(await found({ reason: '_ARE' })).toEqual([]);
    const stranger = await aUser(database, (await aRegion(database)).id, 'AUDITOR');
    expect(await found({ objectId: pupilId }, stranger)).toEqual([]);
  });

  it('uses an index for each question, however long the log is', async () => {
    await sql(`insert into audit (region_id, seq, at, actor_id, role, action, reason, changes, previous_hash, hash)
      select $1, 100 + n, now() - n * interval '1 minute', uuidv7(), 'COORDINATOR', 'a' || (n % 500), case when n % 7 = 0 then 'CARE' end, jsonb_build_array(jsonb_build_object('table', 'pupil', 'verb', 'read', 'count', 1, 'ids', jsonb_build_array(uuidv7()))), '\\x', '\\x' from generate_series(1, 20000) n`, [regionId]);
    await sql('analyze audit');
    const plan = async (condition: string) => (await sql<{ 'QUERY PLAN': string }>(`explain select from audit a where a.region_id = '${regionId}' and ${condition} order by a.at desc limit 25`)).map((row) => row['QUERY PLAN']).join('\n');
    expect(await plan(`a.actor_id = '${randomUUID()}'`)).toContain('audit_actor');
    expect(await plan(`a.action like 'a77' || '%'`)).toMatch(/audit_action|audit_at/);
    expect(await plan(`a.changes @> '[{"ids": ["${randomUUID()}"]}]'`)).toContain('audit_ids');
    expect((await sql<{ 'QUERY PLAN': string }>(`explain select found.seq from unnest($1::text[]) as id cross join lateral (select seq from audit where region_id = $2 and changes @> jsonb_build_array(jsonb_build_object('ids', jsonb_build_array(id)))) as found`, [[pupilId, randomUUID()], regionId])).map((row) => row['QUERY PLAN']).join('\n')).toContain('audit_ids');
    expect(await plan(`a.at >= now() - interval '1 hour'`)).toContain('audit_at');
  });
});

describe('the audit log as a file', () => {
  it('runs nothing in a spreadsheet, holds numbers instead of names, and is itself an entry with its reason', async () => {
    await asActor(clerk, () => database.db.write(async (tx) => {
      tx.because('=HYPERLINK("http://example.test")');
      tx.note('pupil', 'update', [pupilId]);
    }), 'pupils.updatePupil');
    const text = await asActor(auditor, () => audits.csv({}, 'SUPERVISION'), 'audit.csv');
    expect(text).toContain(`"'=HYPERLINK(""http://example.test"")"`);
    expect(text).toContain(clerk.userId ?? '');
    expect(text).not.toContain('Test COORDINATOR');
    expect(await sql('select reason, changes from audit where region_id = $1 order by seq desc limit 1', [regionId])).toEqual([{ reason: 'SUPERVISION', changes: [{ table: 'audit', verb: 'export', count: 1, ids: [regionId] }] }]);
  });
});

describe('who had access to a pupil', () => {
  it('is told with times, roles, acts and reasons, without who of the staff it was', async () => {
    const log = await asActor(clerk, () => audits.accessLog(pupilId));
    expect(log).toEqual([
      { at: expect.any(Date), role: 'COORDINATOR', action: 'pupils.pupilNeeds', touched: [{ table: 'pupil_needs', verb: 'read' }], reason: 'CARE' },
      { at: expect.any(Date), role: 'COORDINATOR', action: 'pupils.updatePupil', touched: [{ table: 'pupil', verb: 'update' }], reason: null },
      { at: expect.any(Date), role: 'COORDINATOR', action: 'pupils.pupil', touched: [{ table: 'pupil', verb: 'read' }], reason: null },
    ]);
    expect(JSON.stringify(log)).not.toContain(clerk.userId);
  });

  it('holds acts on rows that are the pupil’s, and none of another pupil', async () => {
    const [placement, other] = [randomUUID(), await aPupilRow(database, regionId, 'W6Y-6799')];
    await asActor(clerk, () => database.db.write(async (tx) => tx.note('placement', 'insert', [placement])), 'placements.placePupil');
    const log = await asActor(clerk, () => database.db.read((tx) => accessLog(tx, [pupilId, placement])));
    expect(log.map(({ action }) => action)).toEqual(['placements.placePupil', 'pupils.pupilNeeds', 'pupils.updatePupil', 'pupils.pupil']);
    expect(await asActor(clerk, () => database.db.read((tx) => accessLog(tx, other)))).toEqual([]);
  });

  it('stays and stays provable when the pupil’s row is gone: the log holds numbers alone', async () => {
    await sql('delete from pupil where id = $1', [pupilId]);
    expect((await asActor(clerk, () => audits.accessLog(pupilId)))).toHaveLength(3);
    const broken = await sql(`select from audit_chain where region_id = $1 and (hash <> sha256(expected_previous || convert_to(canonical, 'UTF8')) or seq <> position)`, [regionId]);
    expect(broken).toEqual([]);
  });
});

describe('the auditor, who is the data protection officer', () => {
  it('reads the log, the record of processing, requests, retention, consents, alerts and break-glass', () => {
    for (const permission of ['audit.read', 'processing.read', 'requests.read', 'retention.read', 'consent.read', 'purposes.read', 'vault.read', 'tasks.read', 'alerts.read', 'glass.read'] as const) expect(can('AUDITOR', permission)).toBe(true);
  });

  it('sees no name of a pupil and changes nothing but what a second person has to say', () => {
    const held = (Object.keys(permissions) as Permission[]).filter((permission) => can('AUDITOR', permission));
    expect(held.filter((permission) => !permission.endsWith('.read')).sort()).toEqual(['alerts.write', 'glass.decide']);
    for (const permission of ['people.read', 'people.identify', 'media.read', 'attendance.read', 'matching.read'] as const) expect(can('AUDITOR', permission)).toBe(false);
  });
});
