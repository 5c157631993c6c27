import type { Role } from '@mintforge/domain/kernel';
import { runInContext, type Actor } from '@mintforge/platform';
import { aRegion, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import type { RefreshToken } from './sessions.service';
import { aSignInUser, asStranger, identityOn } from './testing';

const password = 'drei graue Kraniche';
let database: TestDatabase;
let identity: ReturnType<typeof identityOn>;
let real: string;
let synthetic: string;

const sql = <Row = Record<string, unknown>>(text: string, values: unknown[] = []) => database.admin.query(text, values).then(({ rows }) => rows as Row[]);

beforeAll(async () => {
  database = await openTestDatabase();
  identity = identityOn(database);
  real = (await aRegion(database)).id;
  const rows = await sql<{ id: string }>(`insert into region (key, name, land, synthetic) values ('probe', 'Probe', 'DE-MV', true) returning id`);
  synthetic = rows[0]?.id ?? '';
});
afterAll(() => database.close());

async function signedIn(role: Role, regionId = real): Promise<{ token: RefreshToken; actor: () => Promise<Actor>; act: <T>(work: () => Promise<T>) => Promise<T> }> {
  const email = `${randomUUID()}@example.test`;
  await aSignInUser(database, { email, displayName: 'Test', locale: 'de', password, memberships: [{ regionId, role }] });
  const { token } = await asStranger(() => identity.signIn.signIn({ email, password }, { address: '192.0.2.1' }));
  const actor = () => asStranger(() => identity.sessions.actorOf(token.userId, token.sessionId));
  return { token, actor, act: async (work) => runInContext({ requestId: 'test', locale: 'de', action: 'test', actor: await actor() }, work) };
}

const grantFor = async (userId: string, minutesAgo = 0) => {
  const decider = await aUser(database, real, 'COORDINATOR');
  const rows = await sql<{ id: string }>(
    `insert into break_glass (region_id, user_id, reason, explanation, decided_by, decided_at, allowed, ends_at)
      values ($1, $2, 'DATA_FAULT', 'zum Prüfen eines Fehlers', $3, now() - $4 * interval '1 minute', true, now() + (60 - $4) * interval '1 minute') returning id`, [real, userId, decider.userId, minutesAgo]);
  return rows[0]?.id ?? '';
};

describe('viewing as another role', () => {
  it('shows an administrator the synthetic region with what the role may, to look at only, and says so', async () => {
    const { act, actor } = await signedIn('PLATFORM_ADMIN');
    const body = await act(() => identity.signIn.viewAs({ regionId: synthetic, role: 'COORDINATOR' }));
    expect(body).toMatchObject({ active: { regionId: synthetic, role: 'COORDINATOR' }, looking: 'VIEW_AS', lookingUntil: null });
    expect(body.permissions).toContain('people.identify');
    expect(await actor()).toMatchObject({ role: 'COORDINATOR', regionId: synthetic, looking: { kind: 'VIEW_AS', grantId: null } });
    await expect(act(() => database.db.write((tx) => tx.query('select 1')))).rejects.toMatchObject({ code: 'ONLY_LOOKING' });
    expect(await sql('select reason from audit where region_id = $1 order by seq desc limit 1', [synthetic])).toEqual([{ reason: 'view as COORDINATOR' }]);
  });

  it('goes from role to role and ends by switching back to one’s own', async () => {
    const { act } = await signedIn('PLATFORM_ADMIN');
    await act(() => identity.signIn.viewAs({ regionId: synthetic, role: 'COORDINATOR' }));
    await act(() => identity.signIn.viewAs({ regionId: synthetic, role: 'AUDITOR' }));
    expect(await act(() => identity.signIn.switchTo({ regionId: real, role: 'PLATFORM_ADMIN' }))).toMatchObject({ active: { role: 'PLATFORM_ADMIN' }, looking: null });
  });

  it('is refused where real people are, and to everybody who does not administer the platform', async () => {
    const { act, actor } = await signedIn('PLATFORM_ADMIN');
    await expect(act(() => identity.signIn.viewAs({ regionId: real, role: 'COORDINATOR' }))).rejects.toMatchObject({ code: 'REGION_NOT_SYNTHETIC' });
    await expect(act(() => identity.signIn.viewAs({ regionId: randomUUID(), role: 'COORDINATOR' }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await actor()).toMatchObject({ role: 'PLATFORM_ADMIN', regionId: real });
    for (const role of ['COORDINATOR', 'AUDITOR'] as const) await expect((await signedIn(role)).act(() => identity.signIn.viewAs({ regionId: synthetic, role: 'PLATFORM_ADMIN' }))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('cannot be had by declaring a real region synthetic', async () => {
    const { act } = await signedIn('PLATFORM_ADMIN');
    await expect(act(() => database.db.write((tx) => tx.query('update region set synthetic = true where id = $1', [real])))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(act(() => database.db.write((tx) => tx.query(`insert into region (key, name, land, synthetic) values ('falsch', 'x', 'DE-MV', true)`)))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(sql('update region set synthetic = true where id = $1', [real])).rejects.toThrow(/synthetic or real/);
  });

  it('ends when the administrator is one no more', async () => {
    const { act, actor, token } = await signedIn('PLATFORM_ADMIN');
    await act(() => identity.signIn.viewAs({ regionId: synthetic, role: 'COORDINATOR' }));
    await sql(`delete from membership where user_id = $1`, [token.userId]);
    identity.sessions.forget(token.userId);
    await expect(actor()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('a break-glass', () => {
  it('is used by whom it was allowed, in its region, to look at people only', async () => {
    const { act, actor, token } = await signedIn('PLATFORM_ADMIN');
    const id = await grantFor(token.userId);
    const body = await act(() => identity.signIn.openGlass(id));
    expect(body).toMatchObject({ active: { regionId: real, role: 'BREAK_GLASS' }, looking: 'BREAK_GLASS', lookingUntil: expect.any(Date) });
    expect([...body.permissions].sort()).toEqual(['partners.read', 'people.identify', 'people.read', 'regions.read']);
    expect(await actor()).toMatchObject({ role: 'BREAK_GLASS', looking: { kind: 'BREAK_GLASS', grantId: id } });
  });

  it('of somebody else, or one that was never allowed, opens nothing', async () => {
    const { act, token } = await signedIn('PLATFORM_ADMIN');
    const other = await aUser(database, real, 'PLATFORM_ADMIN');
    await expect(act(async () => identity.signIn.openGlass(await grantFor(other.userId ?? '')))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const rows = await sql<{ id: string }>(`insert into break_glass (region_id, user_id, reason, explanation) values ($1, $2, 'DATA_FAULT', 'zum Prüfen eines Fehlers') returning id`, [real, token.userId]);
    await expect(act(() => identity.signIn.openGlass(rows[0]?.id ?? ''))).rejects.toMatchObject({ code: 'GLASS_NOT_OPEN' });
    const mine = await grantFor(token.userId);
    await sql(`insert into membership (region_id, user_id, role) values ($1, $2, 'EVALUATION_MANAGER')`, [real, token.userId]);
    await act(() => identity.signIn.switchTo({ regionId: real, role: 'EVALUATION_MANAGER' }));
    await expect(act(() => identity.signIn.openGlass(mine))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is over after its hour: the session goes on as the administrator it was', async () => {
    const { act, actor, token } = await signedIn('PLATFORM_ADMIN');
    const id = await grantFor(token.userId, 59);
    await act(() => identity.signIn.openGlass(id));
    await sql(`update break_glass set decided_at = decided_at - interval '1 minute', ends_at = ends_at - interval '1 minute' where id = $1`, [id]);
    identity.sessions.forget(token.userId);
    await expect(actor()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const { body } = await asStranger(() => identity.signIn.refresh(token));
    expect(body).toMatchObject({ active: { regionId: real, role: 'PLATFORM_ADMIN' }, looking: null });
    await expect(act(() => identity.signIn.openGlass(id))).rejects.toMatchObject({ code: 'GLASS_NOT_OPEN' });
  });
});

describe('an administrator', () => {
  it('makes nobody of herself: neither by granting nor by inviting her own address', async () => {
    const { act, token } = await signedIn('PLATFORM_ADMIN');
    const [account] = await sql<{ email: string }>('select email from app_user where id = $1', [token.userId]);
    await expect(act(() => identity.users.grantRole(token.userId, 'COORDINATOR'))).rejects.toMatchObject({ code: 'NOT_YOURSELF' });
    await expect(act(() => identity.users.invite({ email: account?.email ?? '', displayName: 'x', locale: 'de', role: 'COORDINATOR' }))).rejects.toMatchObject({ code: 'NOT_YOURSELF' });
  });
});
