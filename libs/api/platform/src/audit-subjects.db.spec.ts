import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAnchors } from '../../../../tools/check-anchors.mjs';
import { accessLog } from './access-log';
import type { AuditAnchors } from './anchors';
import { verifyAudit } from './audit';
import { anchorsIn, aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from './testing';
import type { Actor } from './context';

let database: TestDatabase;
let folder: string;
let anchors: AuditAnchors;
let office: Actor & { regionId: string };

const pupil = (n: number) => `01a1ff5d-0000-7000-8000-${String(n).padStart(12, '0')}`;
const pupils = (count: number, from = 0) => Array.from({ length: count }, (_, at) => pupil(from + at));
const read = (ids: string[], who: Actor = office) => asActor(who, () => database.db.read(async (tx) => tx.note('pupil', 'read', ids)), 'pupils.pupils');
const verified = async () => (await asActor(office, () => verifyAudit(database.db, anchors, office.regionId)))[0];
const logOf = (id: string, who: Actor = office) => asActor(who, () => database.db.read((tx) => accessLog(tx, id)));
const sql = async <Row = Record<string, unknown>>(text: string, values: unknown[] = [office.regionId]) => (await database.admin.query(text, values)).rows as Row[];
const rowOf = async (seq: number) => (await sql<{ changes: { count: number; ids: string[]; more?: string[] }[] }>('select changes from audit where region_id = $1 and seq = $2', [office.regionId, seq]))[0]!.changes;

beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anchors-'));
  anchors = anchorsIn(database, folder);
  office = (await aUser(database, (await aRegion(database)).id)) as typeof office;
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('an act on many people', () => {
  it('names every one of them, whichever was last, and nobody else', async () => {
    await read(pupils(2500).reverse());
    for (const n of [0, 199, 200, 1200, 2299, 2300, 2499]) expect([n, await logOf(pupil(n))]).toEqual([n, [expect.objectContaining({ action: 'pupils.pupils', touched: [{ table: 'pupil', verb: 'read' }] })]]);
    expect(await logOf(pupil(2500))).toEqual([]);
    const [act] = await sql<{ ids: string[]; count: number; not_listed: number }>('select ids, count, not_listed from audit_change where region_id = $1 and seq = 1');
    expect([act!.count, act!.not_listed, [...act!.ids].sort()]).toEqual([2500, 0, pupils(2500)]);
  });

  it('keeps of each table its own, and of a second transaction nothing of the first', async () => {
    await asActor(office, () => database.db.write(async (tx) => {
      tx.note('pupil', 'update', pupils(300));
      tx.note('placement', 'insert', pupils(300, 5000));
    }), 'placements.placePupil');
    await read(pupils(300));
    expect((await logOf(pupil(5299)))[0]).toMatchObject({ touched: [{ table: 'placement', verb: 'insert' }] });
    expect((await logOf(pupil(299))).map(({ touched }) => touched)).toEqual([[{ table: 'pupil', verb: 'read' }], [{ table: 'pupil', verb: 'update' }]]);
  });

  it('counts a row touched twice twice and names it once', async () => {
    await asActor(office, () => database.db.write(async (tx) => [1, 2].forEach(() => tx.note('pupil', 'update', pupils(150)))));
    expect(await rowOf(1)).toEqual([{ table: 'pupil', verb: 'update', count: 300, ids: pupils(150), more: [] }]);
    expect(await sql('select not_listed from audit_change where region_id = $1')).toEqual([{ not_listed: 0 }]);
  });

  it('takes rows that have no number of their own, such as places of a list', async () => {
    const postcodes = Array.from({ length: 450 }, (_, at) => `${18000 + at} "Ort", ä`);
    await asActor(office, () => database.db.write(async (tx) => tx.note('postcode', 'insert', postcodes)));
    expect(await logOf(postcodes[449]!)).toHaveLength(1);
    expect(await verified()).toMatchObject({ fault: null });
  });

  it('leaves nothing when its transaction is given up', async () => {
    await asActor(office, () => database.db.write(async (tx) => (tx.note('pupil', 'update', pupils(900)), Promise.reject(new Error('undone'))))).catch(() => undefined);
    expect(await sql('select from audit_subject where region_id = $1')).toEqual([]);
  });

  it('is read by who may read the trail, in its region alone, and written by nobody but the door', async () => {
    await read(pupils(300));
    const [host, stranger] = [await aUser(database, office.regionId, 'FUND_MANAGER'), await aUser(database, (await aRegion(database)).id, 'AUDITOR')];
    for (const who of [host, stranger]) {
      expect(await asActor(who, () => database.db.read((tx) => tx.query('select from audit_subject')))).toEqual([]);
      expect(await logOf(pupil(299), who)).toEqual([]);
    }
    for (const act of [`delete from audit_subject`, `update audit_subject set ids = '{}'`, `insert into audit_subject (region_id, seq, change, part, ids) values ('${office.regionId}', 1, 0, 9, '{x}')`]) {
      await expect(asActor(office, () => database.db.system('test', office.regionId, (tx) => tx.query(act)))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('somebody who owns the database', () => {
  /** Row 1: a look at 2,500 pupils, 200 in the row and three parts of a change. */
  beforeEach(() => read(pupils(2500)));

  it.each([
    ['puts one pupil for another', `update audit_subject set ids = array_replace(ids, '${pupil(1500)}', '${pupil(9000)}') where region_id = $1`, 'pupil read, part 1 was altered'],
    ['takes one pupil out', `update audit_subject set ids = array_remove(ids, '${pupil(2499)}') where region_id = $1`, 'pupil read, part 2 was altered'],
    ['adds one pupil', `update audit_subject set ids = ids || '${pupil(9000)}'::text where region_id = $1 and part = 2`, 'pupil read, part 2 was altered'],
    ['takes a part away', 'delete from audit_subject where region_id = $1 and part = 1', 'pupil read, part 1 is missing'],
    ['adds a part', `insert into audit_subject (region_id, seq, change, part, ids) values ($1, 1, 0, 3, '{${pupil(9000)}}')`, 'change 0, part 3 was added'],
    ['exchanges two parts', 'update audit_subject set part = 7 - part * 2 where region_id = $1 and part < 2', 'pupil read, part 0 is missing'],
    ['moves a part to another act', `insert into audit_subject (region_id, seq, change, part, ids) select region_id, 2, change, part, ids from audit_subject where region_id = $1 and part = 0`, 'change 0, part 0 was added'],
  ])('and %s is found, with the act and the part', async (_, tamper, about) => {
    await read(pupils(5, 8000));
    expect(await verified()).toMatchObject({ fault: null });
    await sql(tamper);
    expect(await verified()).toMatchObject({ fault: 'SUBJECTS', brokenAt: about.includes('change 0, part 0') ? 2 : 1, about });
  });

  it('and puts the row’s own hashes right breaks the chain, and with all hashes put right the anchor', async () => {
    await asActor(office, () => anchors.anchor(office.regionId, new Date('2026-11-21T01:00:00Z')));
    await sql(`update audit_subject set ids = array_remove(ids, '${pupil(2499)}') where region_id = $1`);
    await sql(`update audit a set changes = jsonb_set(changes, '{0,more,2}', to_jsonb(app.subjects_hash(s.ids))) from audit_subject s where s.region_id = a.region_id and s.seq = a.seq and s.part = 2 and a.region_id = $1`);
    expect(await verified()).toMatchObject({ fault: 'CHAIN', brokenAt: 1 });
    await sql(`update audit set hash = app.audit_hash(previous_hash, region_id, seq, at, actor_id, role, action, reason, request_id, changes) where region_id = $1 and seq = 1`);
    for (const seq of [2, 3]) await sql(`update audit a set previous_hash = p.hash, hash = app.audit_hash(p.hash, a.region_id, a.seq, a.at, a.actor_id, a.role, a.action, a.reason, a.request_id, a.changes) from audit p where p.region_id = a.region_id and p.seq = a.seq - 1 and a.region_id = $1 and a.seq = $2`, [office.regionId, seq]);
    expect((await verified())?.fault).toMatch(/CHAIN|REWRITTEN/);
  });

  it('cannot hide it from a script that knows nothing of the API', async () => {
    await asActor(office, () => anchors.anchor(office.regionId, new Date('2026-11-21T01:00:00Z')));
    const exported = async (select: string, from: string) => (await sql<{ line: string }>(`select json_build_object(${select})::text as line from ${from} where region_id = $1 order by seq`)).map(({ line }) => line).join('\n');
    const check = async () => checkAnchors({
      rows: await exported(`'seq', seq, 'canonical', canonical, 'previous_hash', encode(previous_hash, 'hex'), 'hash', encode(hash, 'hex')`, 'audit_chain'),
      subjects: await exported(`'seq', seq, 'change', change, 'part', part, 'ids', ids`, 'audit_subject'),
      anchors: readFileSync(join(folder, `${office.regionId}.anchors`), 'utf8'), publicKey: anchors.publicKey,
    });
    expect(await check()).toEqual([]);
    await sql(`update audit_subject set ids = array_remove(ids, '${pupil(2499)}') where region_id = $1`);
    await sql(`delete from audit_subject where region_id = $1 and part = 0`);
    await sql(`insert into audit_subject (region_id, seq, change, part, ids) values ($1, 1, 0, 3, '{x}')`);
    expect(await check()).toEqual(['part 0 of change 0 of row 1 is missing', 'part 2 of change 0 of row 1 was altered', 'part 3 of change 0 of row 1 was added']);
  });
});

describe('the trail from before every id was kept', () => {
  it('stands as it is, counts what it does not name, and goes on', async () => {
    await sql(`select set_config('app.region', $1, false), app.append_audit('pupils.pupils', null, null, $2)`, [office.regionId, JSON.stringify([{ table: 'pupil', verb: 'read', count: 230, ids: pupils(200) }])]);
    await read(pupils(230));
    expect(await verified()).toMatchObject({ fault: null });
    expect(await sql('select not_listed from audit_change where region_id = $1 and table_name is not null order by seq')).toEqual([{ not_listed: 30 }, { not_listed: 0 }]);
    expect([await logOf(pupil(199)), await logOf(pupil(229))].map((log) => log.length)).toEqual([2, 1]);
  });
});

describe('a trail that is cut with its retention', () => {
  it('takes the ids of its large acts along, and keeps those of the acts that stay', async () => {
    await read(pupils(900));
    await asActor(office, () => anchors.anchor(office.regionId, new Date('2099-01-01T00:00:00Z')));
    await read(pupils(900, 3000));
    await asActor(office, () => database.db.system('retention', office.regionId, (tx) => anchors.cut(tx, new Date('2099-01-01T00:00:00Z'))));
    expect(await sql('select distinct seq::int as seq from audit_subject where region_id = $1')).toEqual([{ seq: 3 }]);
    expect(await verified()).toMatchObject({ fault: null });
    expect([await logOf(pupil(899)), await logOf(pupil(3899))].map((log) => log.length)).toEqual([0, 1]);
  });
});
