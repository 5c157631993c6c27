import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import type { Actor } from '@mintforge/platform';
import { randomUUID } from 'node:crypto';
import { aPupilRow, oversightOn } from './testing';

let database: TestDatabase;
let region: { id: string };
let admin: Actor;
let coordinator: Actor;
let pupilId: string;
let now: Date;
let glasses: ReturnType<typeof oversightOn>['glasses'];

const sql = <Row = Record<string, unknown>>(text: string, values: unknown[] = []) => database.admin.query(text, values).then(({ rows }) => rows as Row[]);
const asked = () => asActor(admin, () => glasses.ask({ reason: 'OFFICE_UNREACHABLE', explanation: 'Büro geschlossen, Anruf eines Betriebs' }, randomUUID()));
const decide = (who: Actor, id: string, allowed = true) => asActor(who, () => glasses.decide(id, allowed));
const holding = (grantId: string): Actor => ({ ...admin, role: 'BREAK_GLASS', looking: { kind: 'BREAK_GLASS', grantId } });
/** Rows of people that an actor sees, in tables with and without identity. */
const seen = (who: Actor, at = region.id) => asActor({ ...who, regionId: at }, () => database.db.read(async (tx) => {
  const counts = await tx.query<{ n: number }>('select count(*)::int as n from pupil union all select count(*)::int from pupil_token', []);
  return counts.map(({ n }) => n);
}));

beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());
beforeEach(async () => {
  region = await aRegion(database);
  admin = await aUser(database, region.id, 'PLATFORM_ADMIN');
  coordinator = await aUser(database, region.id, 'COORDINATOR');
  pupilId = await aPupilRow(database, region.id, `P-${randomUUID().slice(0, 8)}`);
  now = new Date();
  glasses = oversightOn(database, { now: () => now }).glasses;
});

describe('a platform administrator', () => {
  it('sees nobody without break-glass, not even by calling herself so', async () => {
    expect(await seen(admin)).toEqual([0, 0]);
    expect(await seen(holding(randomUUID()))).toEqual([0, 0]);
    const id = await asked();
    expect(await seen(holding(id))).toEqual([0, 0]);
  });

  it('sees the people of the region, and of no other, once a second person allowed it', async () => {
    const id = await asked();
    await decide(coordinator, id);
    expect(await seen(holding(id))).toEqual([1, 1]);
    const elsewhere = await aRegion(database);
    await aPupilRow(database, elsewhere.id, 'P-elsewhere');
    expect(await seen(holding(id), elsewhere.id)).toEqual([0, 0]);
  });

  it('lends it to nobody: another administrator with the same role sees nothing', async () => {
    const id = await asked();
    await decide(coordinator, id);
    const other = await aUser(database, region.id, 'PLATFORM_ADMIN');
    expect(await seen({ ...holding(id), userId: other.userId })).toEqual([0, 0]);
  });

  it('sees nothing any more after sixty minutes, or once anybody ended it', async () => {
    const id = await asked();
    await decide(coordinator, id);
    await sql(`update break_glass set decided_at = decided_at - interval '60 minutes', ends_at = ends_at - interval '60 minutes' where id = $1`, [id]);
    expect(await seen(holding(id))).toEqual([0, 0]);
    await sql(`update break_glass set decided_at = now(), ends_at = now() + interval '60 minutes' where id = $1`, [id]);
    expect(await seen(holding(id))).toEqual([1, 1]);
    await asActor(coordinator, () => glasses.end(id));
    expect(await seen(holding(id))).toEqual([0, 0]);
    await expect(asActor(coordinator, () => glasses.end(id))).rejects.toMatchObject({ code: 'GLASS_NOT_OPEN' });
  });

  it('cannot be let in for longer than an hour, whoever writes it', async () => {
    const id = await asked();
    await decide(coordinator, id);
    await expect(sql(`update break_glass set ends_at = decided_at + interval '61 minutes' where id = $1`, [id])).rejects.toThrow(/break_glass/);
  });

  it('changes nothing through it: neither by the door nor by the wall', async () => {
    const id = await asked();
    await decide(coordinator, id);
    await expect(asActor(holding(id), () => database.db.write((tx) => tx.query('select 1')))).rejects.toMatchObject({ code: 'ONLY_LOOKING' });
    const changed = await asActor({ ...holding(id), looking: null }, () => database.db.write((tx) => tx.query(`update pupil set pseudonym = 'x' where id = $1 returning id`, [pupilId])));
    expect(changed).toEqual([]);
  });

  it('cannot allow it herself, nor as coordinator, nor through somebody who got the role for it', async () => {
    const id = await asked();
    await sql(`insert into membership (region_id, user_id, role, created_at) values ($1, $2, 'COORDINATOR', now() - interval '1 year')`, [region.id, admin.userId]);
    await expect(decide({ ...admin, role: 'COORDINATOR' }, id)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    const accomplice = await aUser(database, region.id, 'AUDITOR');
    await expect(decide(accomplice, id)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await expect(sql('update break_glass set allowed = true, decided_by = user_id, decided_at = now(), ends_at = now() where id = $1', [id])).rejects.toThrow(/break_glass/);
    expect(await seen(holding(id))).toEqual([0, 0]);
  });

  it('asks once at a time, and a day without an answer lets it lapse', async () => {
    const id = await asked();
    await expect(asked()).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    now = new Date(now.getTime() + 86_400_000);
    await expect(decide(coordinator, id)).rejects.toMatchObject({ code: 'GLASS_NOT_OPEN' });
    expect(await asActor(coordinator, () => glasses.one(id))).toMatchObject({ state: 'LAPSED', mine: false });
    await expect(asked()).resolves.toBeDefined();
  });
});

describe('the region', () => {
  it('is told by task and mail when it is asked for, and by mail when it was decided; no mail names anybody', async () => {
    const auditor = await aUser(database, region.id, 'AUDITOR');
    await sql(`update membership set created_at = now() - interval '1 day' where region_id = $1`, [region.id]);
    const id = await asked();
    expect(await sql('select kind, about, state from office_task where region_id = $1', [region.id])).toEqual([{ kind: 'BREAK_GLASS_ASKED', about: id, state: 'OPEN' }]);
    await decide(auditor, id, false);
    expect(await sql('select state from office_task where region_id = $1', [region.id])).toEqual([{ state: 'DONE' }]);
    const mails = await sql<{ template: string; params: object }>('select template, params from mail where region_id = $1 order by template', [region.id]);
    expect(mails.map(({ template }) => template)).toEqual(['oversight.glassAsked', 'oversight.glassAsked', 'oversight.glassRefused', 'oversight.glassRefused', 'oversight.glassRefused']);
    expect(mails.every(({ params }) => Object.keys(params).join() === 'regionName')).toBe(true);
  });

  it('finds every look in its audit log under the number of the grant, also one that found nothing', async () => {
    const id = await asked();
    await decide(coordinator, id);
    await asActor(holding(id), () => database.db.read(async (tx) => tx.note('pupil', 'read', [pupilId])), 'pupils.pupil');
    await asActor(holding(id), () => database.db.read((tx) => tx.query('select 1')), 'pupils.pupils');
    const rows = await sql('select role, action, reason, actor_id from audit where region_id = $1 order by seq', [region.id]);
    expect(rows.slice(-2)).toEqual([
      { role: 'BREAK_GLASS', action: 'pupils.pupil', reason: `BREAK_GLASS ${id}`, actor_id: admin.userId },
      { role: 'BREAK_GLASS', action: 'pupils.pupils', reason: `BREAK_GLASS ${id}`, actor_id: admin.userId },
    ]);
    expect(rows.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['BREAK_GLASS asked: OFFICE_UNREACHABLE', `BREAK_GLASS ${id} allowed`]));
  });

  it('of another administrator sees nothing of it', async () => {
    const id = await asked();
    const stranger = await aUser(database, (await aRegion(database)).id, 'COORDINATOR');
    await expect(asActor(stranger, () => glasses.one(id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(decide(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
