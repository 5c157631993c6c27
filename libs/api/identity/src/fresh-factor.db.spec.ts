import { aRegion, asActor, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { TOTP } from 'otpauth';
import { aSignInUser, asStranger, identityOn } from './testing';

const password = 'drei graue Kraniche';
let database: TestDatabase;
let identity: ReturnType<typeof identityOn>;
let regionId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  identity = identityOn(database);
  regionId = (await aRegion(database)).id;
});
afterAll(() => database.close());

const sql = <Row = Record<string, unknown>>(text: string, values: unknown[]) => database.admin.query(text, values).then(({ rows }) => rows as Row[]);

/** Somebody with two sessions, the second without further ado; an address of their own, as tries are counted by it. */
async function somebody() {
  const email = `${randomUUID()}@example.test`;
  const address = `10.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}.1`;
  const id = await aSignInUser(database, { email, displayName: 'Test', locale: 'de', password, memberships: [{ regionId, role: 'COORDINATOR' }] });
  const signedIn = async (code?: string) => {
    const { token } = await asStranger(() => identity.signIn.signIn({ email, password, code }, { address }));
    const act = async <T>(work: () => Promise<T>): Promise<T> => asActor(await asStranger(() => identity.sessions.actorOf(id, token.sessionId)), work);
    return {
      token,
      act,
      isFresh: async () => (await act(() => database.db.read((tx) => tx.one<{ fresh: boolean }>('select app.factor_fresh($1) as fresh', [token.sessionId])))).fresh,
      later: (time: string) => sql('update session set factor_at = factor_at - $2::interval where id = $1', [token.sessionId, time]),
      confirm: (proof: { password?: string; code?: string }) => act(() => identity.signIn.confirm(proof, address)).then(() => 'CONFIRMED', (error: { code: string }) => error.code),
    };
  };
  return { id, email, signedIn };
}

/** Sets up a second factor; codes of the steps after the one that was used for it. */
async function enrolled({ act }: { act: <T>(work: () => Promise<T>) => Promise<T> }) {
  const { secret } = await act(() => identity.secondFactor.start());
  const now = Date.now();
  const code = (steps: number) => new TOTP({ secret }).generate({ timestamp: now + steps * 30_000 });
  const { recoveryCodes } = await act(() => identity.secondFactor.confirm(code(0)));
  return { code, recoveryCodes };
}

describe('a fresh factor', () => {
  it('is what a session begins with, lasts ten minutes, and is not renewed by refreshing its tokens', async () => {
    const { isFresh, later, token } = await (await somebody()).signedIn();
    expect(await isFresh()).toBe(true);
    await later('9 minutes');
    expect(await isFresh()).toBe(true);
    await later('61 seconds');
    await asStranger(() => identity.signIn.refresh(token));
    expect(await isFresh()).toBe(false);
  });

  it('is proven anew by the password where there is no second factor, for this session alone, and the audit knows', async () => {
    const person = await somebody();
    const [mine, elsewhere] = [await person.signedIn(), await person.signedIn()];
    for (const { later } of [mine, elsewhere]) await later('1 hour');
    expect([await mine.confirm({ password: 'geraten und falsch' }), await mine.confirm({}), await mine.isFresh()]).toEqual(['PASSWORD_WRONG', 'PASSWORD_WRONG', false]);
    expect([await mine.confirm({ password }), await mine.isFresh(), await elsewhere.isFresh()]).toEqual(['CONFIRMED', true, false]);
    expect(await sql(`select from audit where actor_id = $1 and reason = 'identity confirmed' and changes @> $2::jsonb`, [person.id, JSON.stringify([{ table: 'session', ids: [mine.token.sessionId] }])])).toHaveLength(1);
  });

  it('is proven by a code where there is one, never by the password; a code counts once, and its refusal says so', async () => {
    const person = await somebody();
    const mine = await person.signedIn();
    const { code, recoveryCodes } = await enrolled(mine);
    await mine.later('1 hour');
    expect(await mine.confirm({ password })).toBe('SECOND_FACTOR_REQUIRED');
    expect([await mine.confirm({ code: code(0) }), await mine.confirm({ code: '000 00' }), await mine.isFresh()]).toEqual(['SECOND_FACTOR_USED', 'SECOND_FACTOR_WRONG', false]);
    expect([await mine.confirm({ code: code(1) }), await mine.isFresh()]).toEqual(['CONFIRMED', true]);
    await mine.later('1 hour');
    expect([await mine.confirm({ code: recoveryCodes[0] }), await mine.isFresh()]).toEqual(['CONFIRMED', true]);
    expect((await sql<{ kind: string }>(`select kind from security_event where actor_id = $1 and kind = 'SECOND_FACTOR_FAILED'`, [person.id]))).toHaveLength(2);
  });

  it('that signed somebody in proves nothing in another session', async () => {
    const person = await somebody();
    const first = await person.signedIn();
    const { code } = await enrolled(first);
    await first.later('1 hour');
    expect(await (await person.signedIn(code(1))).isFresh()).toBe(true);
    expect([await first.confirm({ code: code(1) }), await first.isFresh()]).toEqual(['SECOND_FACTOR_USED', false]);
  });

  it('cannot be guessed: tries count together with those of the sign-in', async () => {
    const person = await somebody();
    const mine = await person.signedIn();
    await mine.later('1 hour');
    const outcomes: string[] = [];
    for (let time = 0; time < 7; time++) outcomes.push(await mine.confirm({ password: 'geraten und falsch' }));
    expect(outcomes).toEqual([...Array<string>(6).fill('PASSWORD_WRONG'), 'TOO_MANY_REQUESTS']);
    await expect(person.signedIn()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(await mine.isFresh()).toBe(false);
  });

  it('is asked of whoever sets up a first second factor, lest a screen left open gets one of a stranger', async () => {
    const mine = await (await somebody()).signedIn();
    await mine.later('1 hour');
    await expect(mine.act(() => identity.secondFactor.start())).rejects.toMatchObject({ code: 'FRESH_FACTOR_REQUIRED' });
    expect(await mine.confirm({ password })).toBe('CONFIRMED');
    await expect(mine.act(() => identity.secondFactor.start())).resolves.toHaveProperty('secret');
  });

  it('cannot be renewed for a session that has ended', async () => {
    const mine = await (await somebody()).signedIn();
    await sql('update session set ended_at = now() where id = $1', [mine.token.sessionId]);
    await expect(asStranger(() => identity.sessions.proven(mine.token))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
