import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAnchors } from '../../../../tools/check-anchors.mjs';
import type { AuditAnchors } from './anchors';
import { verifyAudit, type ChainReport } from './audit';
import { anchorsIn, aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from './testing';
import type { Actor } from './context';

let database: TestDatabase;
let folder: string;
let anchors: AuditAnchors;
let office: Actor & { regionId: string };

const hour = (n: number) => new Date(Date.UTC(2026, 10, 21, n));
const write = (times: number) => asActor(office, async () => {
  for (let at = 0; at < times; at++) await database.db.write(async (tx) => tx.note('activity', 'update', ['01a1ff5d-0000-7000-8000-000000000001']));
});
const anchor = (n: number) => asActor(office, () => anchors.anchor(office.regionId, hour(n)));
const verified = async (using = anchors): Promise<ChainReport | undefined> => (await asActor(office, () => verifyAudit(database.db, using, office.regionId)))[0];
const cut = (before: Date) => asActor(office, () => database.db.system('retention', office.regionId, (tx) => anchors.cut(tx, before)));
const file = () => join(folder, `${office.regionId}.anchors`);
const linesOf = () => readFileSync(file(), 'utf8').trimEnd().split('\n');
/** Past the wall: what somebody does who owns the database. */
const bySuperuser = (sql: string, values: unknown[] = [office.regionId]) => database.admin.query(sql, values);
/** Somebody who owns the database puts every later row's hash right, so that the chain looks whole. */
const rehash = async () => {
  const { rows } = await bySuperuser('select seq from audit where region_id = $1 order by seq');
  for (const { seq } of rows as { seq: string }[]) {
    await bySuperuser(`update audit a set previous_hash = p.hash, hash = app.audit_hash(p.hash, a.region_id, a.seq, a.at, a.actor_id, a.role, a.action, a.reason, a.request_id, a.changes)
      from (select coalesce((select hash from audit where region_id = $1 and seq = $2 - 1), '\\x'::bytea) as hash) p where a.region_id = $1 and a.seq = $2`, [office.regionId, seq]);
  }
};

beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anchors-'));
  anchors = anchorsIn(database, folder);
  office = (await aUser(database, (await aRegion(database)).id)) as typeof office;
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('an anchored chain', () => {
  /** Rows 1-5, anchor of 5 noted as 6, the same again: anchors of 5 and 11, rows up to 14; looking writes a row each time. */
  beforeEach(async () => {
    await write(5);
    await anchor(1);
    await write(5);
    await anchor(2);
    await write(2);
  });

  it('is whole, with an anchor for each hour in which something happened', async () => {
    expect(await verified()).toMatchObject({ rows: 14, anchors: 2, anchoredAt: hour(2), fault: null, brokenAt: null });
  });

  it('gains no anchor in an hour in which nothing happened, and one hour counts once', async () => {
    await anchor(3);
    await anchor(3);
    await anchor(4);
    await anchor(5);
    expect(linesOf()).toHaveLength(3);
  });

  it.each([
    ['altered', `update audit set action = 'x' where region_id = $1 and seq = 3`, 3],
    ['removed', 'delete from audit where region_id = $1 and seq = 3', 4],
    ['inserted', `insert into audit (region_id, seq, at, role, action, changes, previous_hash, hash) select region_id, 100, at, role, action, changes, previous_hash, hash from audit where region_id = $1 and seq = 3`, 100],
  ])('shows the row that was %s', async (_, tamper, brokenAt) => {
    await bySuperuser(tamper);
    expect(await verified()).toMatchObject({ fault: 'CHAIN', brokenAt });
  });

  it('shows a row altered with all later hashes put right, and from which row on nothing is proven', async () => {
    await bySuperuser(`update audit set action = 'x' where region_id = $1 and seq = 9`);
    await rehash();
    expect(await verified()).toMatchObject({ fault: 'REWRITTEN', brokenAt: 6 });
  });

  it('shows rows taken from its end, and how far it reached', async () => {
    await bySuperuser('delete from audit where region_id = $1 and seq > 9');
    expect(await verified()).toMatchObject({ fault: 'TRUNCATED', brokenAt: 10 });
  });

  it('shows a line of the anchor file that was altered, signed by another key, taken away or put in', async () => {
    const [first = '', second = ''] = linesOf();
    const other = anchorsIn(database, mkdtempSync(join(tmpdir(), 'anchors-')));
    for (const [content, brokenAt] of [[`${first}\n${second.replace('"seq":11', '"seq":10')}\n`, 2], [`${second}\n`, 1], [`${first}\n${first}\n`, 2], ['garbage\n', 1]] as const) {
      writeFileSync(file(), content);
      expect(await verified()).toMatchObject({ fault: 'ANCHOR_FORGED', brokenAt });
    }
    writeFileSync(file(), `${first}\n${second}\n`);
    expect((await asActor(office, () => verifyAudit(database.db, other, office.regionId, folder)))[0]).toMatchObject({ fault: 'ANCHOR_FORGED', brokenAt: 1 });
  });

  it('misses the lines that were cut off the anchor file, as it noted them', async () => {
    writeFileSync(file(), `${linesOf()[0]}\n`);
    expect(await verified()).toMatchObject({ fault: 'ANCHOR_MISSING', brokenAt: 2, anchors: 1 });
    rmSync(file());
    expect(await verified()).toMatchObject({ fault: 'ANCHOR_MISSING', brokenAt: 1 });
  });

  it('whose file and rows were both cut back is found by a copy of the file kept elsewhere', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'anchors-copy-'));
    writeFileSync(join(copy, `${office.regionId}.anchors`), readFileSync(file()));
    writeFileSync(file(), `${linesOf()[0]}\n`);
    await bySuperuser('delete from audit where region_id = $1 and seq > 9');
    expect((await asActor(office, () => verifyAudit(database.db, anchors, office.regionId, copy)))[0]).toMatchObject({ fault: 'TRUNCATED', brokenAt: 10 });
    rmSync(copy, { recursive: true });
  });

  it('is checked by a script that knows nothing of the API, from an export and the public key alone', async () => {
    const check = async () => {
      const { rows } = await bySuperuser(`select json_build_object('seq', seq, 'canonical', canonical, 'previous_hash', encode(previous_hash, 'hex'), 'hash', encode(hash, 'hex'))::text as line from audit_chain where region_id = $1 order by seq`);
      return checkAnchors({ rows: (rows as { line: string }[]).map(({ line }) => line).join('\n'), anchors: readFileSync(file(), 'utf8'), publicKey: anchors.publicKey });
    };
    expect(await check()).toEqual([]);
    await bySuperuser(`update audit set action = 'x' where region_id = $1 and seq = 3`);
    expect(await check()).toEqual(['row 3 does not stand']);
    await rehash();
    expect(await check()).toEqual(['row 5 is not the one that anchor 1 was signed for', 'row 11 is not the one that anchor 2 was signed for']);
    await bySuperuser('delete from audit where region_id = $1 and seq > 9');
    expect(await check()).toContain('row 11 is not the one that anchor 2 was signed for');
    writeFileSync(file(), `${linesOf()[1]}\n`);
    expect(await check()).toEqual(['anchor 1 does not follow the one before']);
  });

  it('is whole again after a restored backup once that was declared, and rows taken away later show as ever', async () => {
    await bySuperuser('delete from audit where region_id = $1 and seq > 9');
    expect(await verified()).toMatchObject({ fault: 'TRUNCATED', brokenAt: 10 });
    await asActor(office, () => anchors.restored(office.regionId, hour(3)));
    expect(await verified()).toMatchObject({ fault: null, anchors: 3 });
    await write(3);
    await anchor(4);
    expect(await verified()).toMatchObject({ fault: null, anchors: 4 });
    await bySuperuser('delete from audit where region_id = $1 and seq > 9');
    expect(await verified()).toMatchObject({ fault: 'TRUNCATED', brokenAt: 10 });
  });

  it('gains no further anchor behind one that does not stand', async () => {
    writeFileSync(file(), 'garbage\n');
    await anchor(3);
    expect(linesOf()).toEqual(['garbage']);
  });
});

describe('a chain whose rows are older than their retention', () => {
  const old = () => bySuperuser(`update audit set at = '2026-11-20' where region_id = $1`).then(rehash);

  beforeEach(async () => {
    await write(4);
    await old();
    await anchor(1);
    await write(3);
    await anchor(2);
  });

  it('is cut at a signed anchor, and the rest stands and goes on', async () => {
    expect(await cut(hour(1))).toEqual({ rows: 4, seq: 4 });
    expect(await verified()).toMatchObject({ fault: null, anchors: 2 });
    await write(2);
    await anchor(3);
    expect(await verified()).toMatchObject({ fault: null, anchors: 3 });
    await bySuperuser(`update audit set action = 'x' where region_id = $1 and seq = 7`);
    expect(await verified()).toMatchObject({ fault: 'CHAIN', brokenAt: 7 });
  });

  it('is not cut where no anchor is old enough, nor where the rows are not those that were signed', async () => {
    expect(await cut(hour(0))).toBeNull();
    await bySuperuser(`update audit set action = 'x' where region_id = $1 and seq = 2`);
    await rehash();
    expect(await cut(hour(1))).toBeNull();
    expect(await verified()).toMatchObject({ fault: 'REWRITTEN', brokenAt: 1 });
  });

  it('shows a beginning that was cut where no anchor stands', async () => {
    await asActor(office, () => database.db.system('forged cut', office.regionId, (tx) => tx.query('select app.cut_audit(2)')));
    expect(await verified()).toMatchObject({ fault: 'BASE', brokenAt: 2 });
  });

  it('is cut by nobody but the system', async () => {
    await expect(asActor(office, () => database.db.write((tx) => tx.query('select app.cut_audit(2)')))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
