import { randomUUID } from 'node:crypto';
import { Files, type FileKind } from './files';
import { Tasks } from './tasks';
import { TasksResolver } from './tasks.resolver';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from './testing';
import type { Actor } from './context';

let database: TestDatabase;
let files: Files;
let tasks: Tasks;
let region: string;
let coordinator: Actor;
let auditor: Actor;

const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\nKanarienvogel');

beforeAll(async () => {
  database = await openTestDatabase();
  files = new Files(database.db, database.crypto);
  tasks = new Tasks();
  region = (await aRegion(database)).id;
  coordinator = await aUser(database, region);
  auditor = await aUser(database, region, 'AUDITOR');
});
afterAll(() => database.close());

const keep = (kind: FileKind, content: Buffer, name = 'zettel.pdf') => asActor(coordinator, () => database.db.write((tx) => files.keep(tx, { kind, name, content })));
const stored = async () => (await database.admin.query<{ n: number }>('select count(*)::int as n from file where region_id = $1', [region])).rows[0]!.n;

describe('a file', () => {
  it('is judged by its bytes, not by its name, and one that lies leaves nothing behind', async () => {
    const before = await stored();
    await expect(keep('SCAN', Buffer.from('<script>alert(1)</script>'))).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED', params: { allowed: 'PDF, JPEG, PNG' } });
    await expect(keep('MEDIA', pdf, 'bild.jpg')).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED' });
    await expect(keep('SCAN', Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)]))).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', params: { limit: '10 MB' } });
    await expect(keep('SCAN', Buffer.alloc(0))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    expect(await stored()).toBe(before);
  });

  it('rests sealed by a key of its own, comes back as it was, and its reading is audited', async () => {
    const { id } = await keep('SCAN', pdf);
    const { rows } = await database.admin.query<{ content: Buffer }>('select content from file where id = $1', [id]);
    expect(rows[0]!.content.includes('Kanarienvogel')).toBe(false);
    expect(await asActor(coordinator, () => files.load(id))).toEqual({ id, name: 'zettel.pdf', mediaType: 'application/pdf', content: pdf });
    const { rows: read } = await database.admin.query(`select 1 from audit where region_id = $1 and changes @> $2`, [region, JSON.stringify([{ table: 'file', verb: 'read', ids: [id] }])]);
    expect(read).toHaveLength(1);
  });

  it('can be read by those only who may read its kind', async () => {
    const [scan, evidence] = [await keep('SCAN', pdf), await keep('EVIDENCE', pdf)];
    await expect(asActor(auditor, () => files.load(scan.id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await asActor(auditor, () => files.load(evidence.id))).content).toEqual(pdf);
    await expect(asActor(auditor, () => database.db.write((tx) => files.keep(tx, { kind: 'EVIDENCE', name: 'x.pdf', content: pdf })))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a task of the office', () => {
  const about = randomUUID();
  const open = async () => (await database.admin.query<{ params: object }>(`select params from office_task where region_id = $1 and about = $2 and state = 'OPEN'`, [region, about])).rows;
  const here = <T>(work: () => Promise<T>) => asActor(coordinator, work);

  it('is open once for a kind and a row, with the newest words, and settled by what it asked for', async () => {
    for (const days of [14, 25]) await here(() => database.db.write((tx) => tasks.open(tx, [{ kind: 'REQUEST_OPEN', about, params: { days } }])));
    expect(await open()).toEqual([{ params: { days: 25 } }]);
    await here(() => database.db.write((tx) => tasks.settle(tx, 'REQUEST_OPEN', [about])));
    expect(await open()).toEqual([]);
  });

  it('is done with by somebody who says how, once; and counted for who may see tasks', async () => {
    const list = new TasksResolver(database.db, tasks);
    const page = { page: 1, perPage: 25, sort: 'DUE_ON_ASC' as never, filter: { kind: 'PHOTO_RECALL' as const } };
    await here(() => database.db.write((tx) => tasks.open(tx, [{ kind: 'PHOTO_RECALL', about, params: { prints: 3 }, dueOn: '2026-12-01' }])));
    const [task] = (await asActor(auditor, () => list.officeTasks(page))).items;
    expect(task).toMatchObject({ kind: 'PHOTO_RECALL', about, params: '{"prints": 3}', dueOn: '2026-12-01', state: 'OPEN', note: null });
    await expect(asActor(auditor, () => list.finishOfficeTask(task!.id, 'DONE'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await here(() => list.finishOfficeTask(task!.id, 'ELSEWHERE'));
    await expect(here(() => list.finishOfficeTask(task!.id, 'DONE'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await here(() => list.officeTasks(page))).items).toMatchObject([{ state: 'DONE', note: 'ELSEWHERE', doneByName: 'Test COORDINATOR' }]);
  });
});

describe('work that comes round', () => {
  it('runs for every region, and one that fails stops none of the others', async () => {
    const other = (await aRegion(database)).id;
    const done: string[] = [];
    database.jobs.every('0 1 * * *', 'sweep', async (regionId) => {
      if (regionId === region) throw new Error('no');
      done.push(regionId);
    });
    await expect(database.jobs.runRound('sweep', new Date())).rejects.toThrow('sweep failed for 1 regions');
    expect(done).toEqual([other]);
  });
});
