import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { verifyAudit } from './audit';
import { runInContext, type Actor } from './context';
import { Db } from './db/db';
import { appUrl } from './db/migrate';
import { makeDataSource } from './db/source';
import type { Tx } from './db/tx';
import { anchorsIn, aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from './testing';

let database: TestDatabase;
let source: DataSource;
let db: Db;
let coordinators: Actor[];
const coordinator = (index: number): Actor => {
  const actor = coordinators[index];
  if (!actor) throw new Error(`No coordinator ${index}`);
  return actor;
};

beforeAll(async () => {
  database = await openTestDatabase();
  source = await makeDataSource(appUrl(database.url), { pool: 2 }).initialize();
  db = new Db(source);
  coordinators = [];
  for (let index = 0; index < 4; index++) coordinators.push(await aUser(database, (await aRegion(database)).id, 'COORDINATOR'));
});
afterAll(async () => {
  await source.destroy();
  await database.close();
});

const bySuperuser = <Row>(text: string, values: unknown[] = []) => database.admin.query(text, values).then(({ rows }) => rows as Row[]);
const addJob = async (tx: Tx, kind = 'test.kind'): Promise<string> => {
  const { id } = await tx.one<{ id: string }>(`insert into job (region_id, kind, payload, role) values ($1, $2, '{}', 'COORDINATOR') returning id`, [tx.regionId, kind]);
  tx.note('job', 'insert', [id]);
  return id;
};
const jobsOfKind = async (kind: string) => (await bySuperuser<{ n: number }>('select count(*)::int as n from job where kind = $1', [kind]))[0]?.n;
const settings = `select current_setting('app.actor', true) as actor, current_setting('app.role', true) as role, current_setting('app.region', true) as region`;

describe('a door', () => {
  it('leaks nothing to the next unit of work: 40 at once over two connections, some of which fail', async () => {
    const units = Array.from({ length: 40 }, async (_, index) => {
      const actor = coordinator(index % 4);
      const door = index % 3 === 0 ? db.read.bind(db) : db.write.bind(db);
      return asActor(actor, () =>
        door(async (tx: Tx) => {
          await tx.query('select pg_sleep(0.002 * $1)', [index % 5]);
          const seen = await tx.one(settings);
          expect(seen).toEqual({ actor: actor.userId, role: 'COORDINATOR', region: actor.regionId });
          if (index % 7 === 0) throw new Error('a unit of work that fails');
          return seen;
        }),
      );
    });
    const outcomes = await Promise.allSettled(units);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(6);
    const after: unknown[] = await Promise.all(Array.from({ length: 4 }, () => source.query(settings)));
    for (const rows of after) for (const left of rows as Record<string, string | null>[]) expect(Object.values(left).filter(Boolean)).toEqual([]);
  });

  it('left unused shows nothing and lets nothing in', async () => {
    await asActor(coordinator(0), () => db.write((tx) => addJob(tx)));
    expect(await source.query('select from job')).toEqual([]);
    expect(await source.query('select from app_user')).toEqual([]);
    await expect(source.query(`insert into job (region_id, kind, payload, role) values ($1, 'x', '{}', 'COORDINATOR')`, [coordinator(0).regionId])).rejects.toMatchObject({ code: '42501' });
  });

  it('changes nothing of another region, even by its id', async () => {
    const id = await asActor(coordinator(0), () => db.write((tx) => addJob(tx)));
    const touched = await asActor(coordinator(1), () => db.write(async (tx) => [...(await tx.query(`update job set step = 'taken' where id = $1 returning id`, [id])), ...(await tx.query('delete from job where id = $1 returning id', [id]))]));
    expect(touched).toEqual([]);
    await expect(asActor(coordinator(1), () => db.write((tx) => tx.query(`insert into job (region_id, kind, payload, role) values ($1, 'x', '{}', 'COORDINATOR')`, [coordinator(0).regionId])))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('for reading refuses to write, by itself and through a door inside', async () => {
    await expect(asActor(coordinator(0), () => db.read((tx) => addJob(tx, 'written.in.read')))).rejects.toMatchObject({ code: '25006' });
    await expect(asActor(coordinator(0), () => db.read(() => db.write((tx) => addJob(tx, 'written.in.read'))))).rejects.toThrow('write door inside a read door');
    expect(await jobsOfKind('written.in.read')).toBe(0);
  });

  it('inside a door of the same actor joins it, so that both or neither happen', async () => {
    const work = asActor(coordinator(0), () =>
      db.write(async (tx) => {
        await addJob(tx, 'joined');
        await db.write((inner) => addJob(inner, 'joined'));
        throw new Error('after both');
      }),
    );
    await expect(work).rejects.toThrow('after both');
    expect(await jobsOfKind('joined')).toBe(0);
  });

  it('refuses without an actor, and an actor whose ids are not ids', async () => {
    const stranger = <T>(work: () => Promise<T>) => runInContext({ requestId: 'test-request', locale: 'de' }, async () => work());
    await expect(stranger(() => db.read((tx) => tx.query('select 1')))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(asActor({ ...coordinator(0), regionId: `x',true),set_config('app.role','SYSTEM` }, () => db.read((tx) => tx.query('select 1')))).rejects.toThrow('Malformed actor');
  });
});

describe('a write', () => {
  it.each(['40001', '40P01'])('that the database gives up with %s runs again as a whole and touches nothing twice', async (sqlstate) => {
    const kind = `again.${sqlstate}`;
    let runs = 0;
    const id = await asActor(coordinator(0), () =>
      db.write(async (tx) => {
        const added = await addJob(tx, kind);
        if (++runs < 3) await tx.query(`do $$ begin raise exception 'give up' using errcode = '${sqlstate}'; end $$`);
        return added;
      }),
    );
    expect(runs).toBe(3);
    expect(await bySuperuser('select id from job where kind = $1', [kind])).toEqual([{ id }]);
    expect(await bySuperuser('select seq from audit where changes @> $1::jsonb', [JSON.stringify([{ ids: [id] }])])).toHaveLength(1);
  });

  it('is tried four times at most', async () => {
    let runs = 0;
    const hopeless = asActor(coordinator(0), () => db.write(async (tx) => (runs++, tx.query(`do $$ begin raise exception 'give up' using errcode = '40001'; end $$`))));
    await expect(hopeless).rejects.toMatchObject({ code: '40001' });
    expect(runs).toBe(4);
  });

  it('survives a real deadlock with another: both happen', async () => {
    const [first, second] = [await asActor(coordinator(0), () => db.write((tx) => addJob(tx, 'deadlock'))), await asActor(coordinator(0), () => db.write((tx) => addJob(tx, 'deadlock')))];
    const arrived: (() => void)[] = [];
    const bothHoldOne = (): Promise<void> =>
      new Promise((go) => {
        arrived.push(go);
        if (arrived.length >= 2) for (const each of arrived) each();
      });
    const crosswise = (ids: string[]) =>
      asActor(coordinator(0), () =>
        db.write(async (tx) => {
          for (const id of ids) {
            await tx.query('update job set progress = progress + 1 where region_id = $1 and id = $2', [tx.regionId, id]);
            if (id === ids[0]) await bothHoldOne();
          }
        }),
      );
    await Promise.all([crosswise([first, second]), crosswise([second, first])]);
    expect(await bySuperuser('select progress from job where id = any($1)', [[first, second]])).toEqual([{ progress: 2 }, { progress: 2 }]);
  });

  it('with an idempotency key happens once, however many the same requests come at once', async () => {
    const key = randomUUID();
    const once = (actor: Actor, input: unknown, action = 'test') => asActor(actor, () => db.write((tx) => addJob(tx, `once.${key}`), { once: { key, input } }), action);
    const ids = await Promise.all(Array.from({ length: 10 }, () => once(coordinator(0), { a: 1 })));
    expect(new Set(ids).size).toBe(1);
    await expect(once(coordinator(0), { a: 2 })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    await expect(once(coordinator(0), { a: 1 }, 'another act')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await once(coordinator(1), { a: 1 })).not.toBe(ids[0]);
    expect(await jobsOfKind(`once.${key}`)).toBe(2);
  });

  it('of many rows leaves them known to the planner, which else takes a new region for one row', async () => {
    const write = (index: number) =>
      asActor(coordinator(index), () =>
        db.write(async (tx) => {
          const rows = await tx.query<{ id: string }>(`insert into job (region_id, kind, payload, role) select $1, 'many', '{}', 'COORDINATOR' from generate_series(1, 800) returning id`, [tx.regionId]);
          tx.note('job', 'insert', rows.map(({ id }) => id));
        }));
    const expected = async (index: number) => {
      const [plan] = await bySuperuser<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(`explain (format json) select from job where region_id = '${coordinator(index).regionId}'`);
      return plan?.['QUERY PLAN'][0].Plan['Plan Rows'];
    };
    await write(0);
    expect(await expected(1)).toBeLessThan(50);
    await write(1);
    expect(await expected(1)).toBeGreaterThan(500);
    await bySuperuser(`delete from job where kind = 'many'`);
  });

  it('that failed is not remembered under its key', async () => {
    const key = randomUUID();
    const attempt = (fails: boolean) => asActor(coordinator(0), () => db.write(async (tx) => (fails ? Promise.reject(new Error('failed')) : addJob(tx)), { once: { key, input: {} } }));
    await expect(attempt(true)).rejects.toThrow('failed');
    expect(await attempt(false)).toEqual(expect.any(String));
  });
});

describe('the audit', () => {
  const auditOf = (regionId: string | null) => bySuperuser<{ seq: number; action: string; role: string; actor_id: string; reason: string | null; changes: unknown }>('select seq::int, action, role, actor_id, reason, changes from audit where region_id = $1 order by seq', [regionId]);
  const anOffice = async (): Promise<Actor> => aUser(database, (await aRegion(database)).id, 'COORDINATOR');

  it('has one row per write, in the same transaction, and none for a write that failed or a read', async () => {
    const office = await anOffice();
    const id = await asActor(office, () => db.write((tx) => addJob(tx)), 'jobs.start');
    await asActor(office, () => db.write(async (tx) => (await addJob(tx), Promise.reject(new Error('undone'))))).catch(() => undefined);
    await asActor(office, () => db.read((tx) => tx.query('select from job')));
    expect(await auditOf(office.regionId)).toEqual([{ seq: 1, action: 'jobs.start', role: 'COORDINATOR', actor_id: office.userId, reason: null, changes: [{ table: 'job', verb: 'insert', count: 1, ids: [id] }] }]);
  });

  it('keeps the reason of every act as SYSTEM, and who caused it', async () => {
    const office = await anOffice();
    await asActor(office, () => db.system('a reason', office.regionId, (tx) => tx.query('select 1')));
    expect(await auditOf(office.regionId)).toMatchObject([{ role: 'SYSTEM', actor_id: office.userId, reason: 'a reason', changes: [] }]);
  });

  it('numbers parallel writes without gap or double', async () => {
    const office = await anOffice();
    await Promise.all(Array.from({ length: 20 }, () => asActor(office, () => db.write((tx) => addJob(tx)))));
    expect((await auditOf(office.regionId)).map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(await chain(office)).toMatchObject({ rows: 20, brokenAt: null });
  });

  const chain = async ({ regionId }: Actor) => (await asActor(coordinator(0), () => verifyAudit(db, anchorsIn(database, '/nonexistent'), regionId)))[0];

  it.each([
    ['altered', `update audit set action = 'something.else' where region_id = $1 and seq = 3`, 3],
    ['altered with its own hash put right', `update audit set action = 'x', hash = app.audit_hash(previous_hash, region_id, seq, at, actor_id, role, 'x', reason, request_id, changes) where region_id = $1 and seq = 3`, 4],
    ['removed', 'delete from audit where region_id = $1 and seq = 3', 4],
    ['removed at the beginning', 'delete from audit where region_id = $1 and seq <= 2', 3],
    ['removed in the middle and renumbered', 'delete from audit where region_id = $1 and seq = 3; update audit set seq = 3 where region_id = $1 and seq = 4; update audit set seq = 4 where region_id = $1 and seq = 5', 3],
    ['attributed to another', `update audit set actor_id = uuidv7() where region_id = $1 and seq = 5`, 5],
  ])('shows a row that was %s', async (_, tamper, brokenAt) => {
    const office = await anOffice();
    for (let row = 0; row < 5; row++) await asActor(office, () => db.write((tx) => addJob(tx)));
    expect(await chain(office)).toMatchObject({ rows: 5, brokenAt: null });
    for (const statement of tamper.split(';')) await bySuperuser(statement, [office.regionId]);
    expect(await chain(office)).toMatchObject({ brokenAt });
  });
});
