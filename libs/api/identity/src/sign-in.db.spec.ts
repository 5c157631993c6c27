import { aRegion, asActor, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { createHash, randomUUID } from 'node:crypto';
import { TOTP } from 'otpauth';
import type { RefreshToken } from './sessions.service';
import { aSignInUser, asStranger, identityOn } from './testing';

const password = 'drei graue Kraniche';
let database: TestDatabase;
let regionId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  regionId = (await aRegion(database)).id;
});
afterAll(() => database.close());

async function aUserAt(address = `10.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}.1`) {
  const email = `${randomUUID()}@example.test`;
  const id = await aSignInUser(database, { email, displayName: 'Test Person', locale: 'de', password, memberships: [{ regionId, role: 'COORDINATOR' }] });
  return { id, email, device: { address } };
}

const sql = <Row = Record<string, unknown>>(text: string, values: unknown[]) => database.admin.query(text, values).then(({ rows }) => rows as Row[]);
const endReason = async ({ sessionId }: RefreshToken) => (await sql<{ end_reason: string | null }>('select end_reason from session where id = $1', [sessionId]))[0]?.end_reason;

describe('signing in', () => {
  it('answers user, roles, permissions and a token, and stores the refresh token as a hash only', async () => {
    const { id, email, device } = await aUserAt();
    const { signIn } = identityOn(database);
    const { body, token } = await asStranger(() => signIn.signIn({ email: ` ${email.toUpperCase()}`, password }, device));
    expect(body).toMatchObject({ user: { id, email }, active: { regionId, role: 'COORDINATOR' }, expiresInSeconds: 600, enrolmentRequired: false });
    expect(body.permissions).toContain('partners.write');
    const [payload] = body.accessToken.split('.').slice(1, 2).map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object);
    expect(Object.keys(payload ?? {}).sort()).toEqual(['aud', 'exp', 'iss', 'sid', 'sub']);
    const [row] = await sql<{ token_hash: Buffer }>('select token_hash from session where id = $1', [token.sessionId]);
    expect(row?.token_hash).toEqual(createHash('sha256').update(token.secret).digest());
  });

  it('refuses unknown, disabled, role-less and wrong alike', async () => {
    const [disabled, roleless, wrong] = [await aUserAt(), await aUserAt(), await aUserAt()];
    await sql('update app_user set disabled_at = now() where id = $1', [disabled.id]);
    await sql('delete from membership where user_id = $1', [roleless.id]);
    const { signIn } = identityOn(database);
    const tries = [{ ...disabled, password }, { ...roleless, password }, { ...wrong, password: 'etwas ganz anderes' }, { email: 'nobody@example.test', device: { address: '10.9.9.9' }, password }];
    for (const { email, device, password: tried } of tries) await expect(asStranger(() => signIn.signIn({ email, password: tried }, device))).rejects.toMatchObject({ code: 'SIGN_IN_FAILED', params: {} });
  });

  it('slows guessing down for the account and network, the same for accounts that do not exist', async () => {
    const { email } = await aUserAt();
    const { signIn } = identityOn(database);
    const guess = (account: string, address: string, tried = 'falsch geraten!') => asStranger(() => signIn.signIn({ email: account, password: tried }, { address })).catch((error: { code: string }) => error.code);
    for (const account of [email, `${randomUUID()}@example.test`]) {
      const outcomes = await Promise.all(Array.from({ length: 12 }, () => guess(account, '192.0.2.14')));
      expect(outcomes.filter((outcome) => outcome === 'SIGN_IN_FAILED')).toHaveLength(6);
      expect(await guess(account, '192.0.2.99', password)).toBe('TOO_MANY_REQUESTS');
    }
    expect(await guess(email, '198.51.100.1', password)).toHaveProperty('body.user.email', email);
  });
});

describe('a session', () => {
  it('ends at once with the account, the sign-out or the membership it acts by', async () => {
    const { signIn, sessions } = identityOn(database);
    const endings: ((user: { id: string }, token: RefreshToken) => Promise<unknown>)[] = [
      ({ id }, { sessionId }) => asStranger(() => sessions.end(id, { only: sessionId }, 'SIGNED_OUT')),
      ({ id }) => sql('update app_user set disabled_at = now() where id = $1', [id]).then(() => sessions.forget(id)),
      ({ id }) => sql('delete from membership where user_id = $1', [id]).then(() => sessions.forget(id)),
      (_, { sessionId }) => sql("update session set expires_at = now() - interval '1 second' where id = $1 returning user_id", [sessionId]).then(([row]) => sessions.forget(String(row?.['user_id']))),
    ];
    for (const end of endings) {
      const user = await aUserAt();
      const { token } = await asStranger(() => signIn.signIn({ email: user.email, password }, user.device));
      expect(await asStranger(() => sessions.actorOf(user.id, token.sessionId))).toMatchObject({ role: 'COORDINATOR', regionId });
      await end(user, token);
      await expect(asStranger(() => sessions.actorOf(user.id, token.sessionId))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
      await expect(asStranger(() => signIn.refresh(token))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });

  it('belongs to its user: another one cannot act by it', async () => {
    const [mine, theirs] = [await aUserAt(), await aUserAt()];
    const { signIn, sessions } = identityOn(database);
    const { token } = await asStranger(() => signIn.signIn({ email: mine.email, password }, mine.device));
    await asStranger(() => sessions.actorOf(mine.id, token.sessionId));
    await expect(asStranger(() => sessions.actorOf(theirs.id, token.sessionId))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(asStranger(() => sessions.rotate({ ...token, userId: theirs.id }))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('switches to another membership of its user and to nothing else', async () => {
    const user = await aUserAt();
    const [second, foreign] = [await aRegion(database), await aRegion(database)];
    await sql('insert into membership (region_id, user_id, role) values ($1, $2, $3)', [second.id, user.id, 'AUDITOR']);
    const { signIn, sessions } = identityOn(database);
    const { token } = await asStranger(() => signIn.signIn({ email: user.email, password }, user.device));
    const switchTo = async (to: { regionId: string; role: 'AUDITOR' | 'PLATFORM_ADMIN' }) => asActor(await asStranger(() => sessions.actorOf(user.id, token.sessionId)), () => signIn.switchTo(to));
    expect(await switchTo({ regionId: second.id, role: 'AUDITOR' })).toMatchObject({ active: { regionId: second.id, role: 'AUDITOR' } });
    expect(await asStranger(() => sessions.actorOf(user.id, token.sessionId))).toMatchObject({ regionId: second.id, role: 'AUDITOR' });
    for (const to of [{ regionId: second.id, role: 'PLATFORM_ADMIN' }, { regionId: foreign.id, role: 'AUDITOR' }] as const) await expect(switchTo(to)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await asStranger(() => signIn.signIn({ email: user.email, password }, user.device))).body.active.regionId).toBe(second.id);
  });
});

describe('a refresh token', () => {
  const aSession = async () => {
    const user = await aUserAt();
    const identity = identityOn(database);
    const { token } = await asStranger(() => identity.signIn.signIn({ email: user.email, password }, user.device));
    return { token, rotate: (old: RefreshToken) => asStranger(() => identity.sessions.rotate(old)) };
  };
  const later = ({ sessionId }: RefreshToken, seconds: number) => sql('update session set rotated_at = rotated_at - make_interval(secs => $2) where id = $1', [sessionId, seconds]);

  it('is exchanged for a new one each time', async () => {
    const { token, rotate } = await aSession();
    const second = (await rotate(token)) as RefreshToken;
    const third = (await rotate(second)) as RefreshToken;
    expect(new Set([token.secret, second.secret, third.secret]).size).toBe(3);
  });

  it('used by two tabs at once rotates once and ends nothing', async () => {
    const { token, rotate } = await aSession();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => rotate(token)));
    expect(outcomes.filter((outcome) => outcome !== 'UNCHANGED')).toHaveLength(1);
    expect(await endReason(token)).toBeNull();
  });

  it('used again later kills the whole family, and the audit knows', async () => {
    const { token, rotate } = await aSession();
    const second = (await rotate(token)) as RefreshToken;
    await later(token, 11);
    await expect(rotate(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await endReason(token)).toBe('REUSE');
    await expect(rotate(second)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await sql("select seq from audit where reason = 'session ended: REUSE' and changes @> $1::jsonb", [JSON.stringify([{ table: 'session', ids: [token.sessionId] }])])).toHaveLength(1);
  });

  it('older than the one before kills the family even at once', async () => {
    const { token, rotate } = await aSession();
    await rotate((await rotate(token)) as RefreshToken);
    await expect(rotate(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await endReason(token)).toBe('REUSE');
  });

  it('lives seven days at most, however often it is used', async () => {
    const { token, rotate } = await aSession();
    await sql("update session set created_at = now() - interval '7 days' + interval '1 hour' where id = $1", [token.sessionId]);
    await rotate(token);
    const [row] = await sql<{ left: number }>('select extract(epoch from expires_at - now())::int as left from session where id = $1', [token.sessionId]);
    expect(row?.left).toBeLessThanOrEqual(3600);
  });
});

describe('the second factor', () => {
  const enrol = async (identity: ReturnType<typeof identityOn>, userId: string, sessionId: string) => {
    const actor = await asStranger(() => identity.sessions.actorOf(userId, sessionId));
    return asActor(actor, async () => {
      const { secret } = await identity.secondFactor.start();
      const now = Date.now();
      const code = (steps = 0) => new TOTP({ secret }).generate({ timestamp: now + steps * 30_000 });
      const { recoveryCodes } = await identity.secondFactor.confirm(code());
      return { secret, code, recoveryCodes, startAgain: () => asActor(actor, () => identity.secondFactor.start()) };
    });
  };

  it('takes each step and each recovery code once, and is stored encrypted', async () => {
    const user = await aUserAt();
    const identity = identityOn(database);
    const signIn = (code?: string) => asStranger(() => identity.signIn.signIn({ email: user.email, password, code }, user.device));
    const { token } = await signIn();
    const { secret, code, recoveryCodes, startAgain } = await enrol(identity, user.id, token.sessionId);
    await expect(signIn()).rejects.toMatchObject({ code: 'SECOND_FACTOR_REQUIRED' });
    await expect(signIn(code())).rejects.toMatchObject({ code: 'SECOND_FACTOR_WRONG' });
    expect(await signIn(code(1))).toHaveProperty('body.secondFactor', true);
    await expect(signIn(code(1))).rejects.toMatchObject({ code: 'SECOND_FACTOR_WRONG' });
    expect(await signIn(recoveryCodes[3]?.toUpperCase())).toHaveProperty('body.secondFactor', true);
    await expect(signIn(recoveryCodes[3])).rejects.toMatchObject({ code: 'SECOND_FACTOR_WRONG' });
    await expect(startAgain()).rejects.toMatchObject({ code: 'SECOND_FACTOR_REQUIRED' });
    const [row] = await sql<{ totp_secret: Buffer; recovery_hashes: string[] }>('select totp_secret, recovery_hashes from app_user where id = $1', [user.id]);
    expect(row?.totp_secret.toString('latin1')).not.toContain(secret);
    expect(row?.recovery_hashes).toHaveLength(9);
  });

  it('cannot be guessed around by asking for the prompt in between', async () => {
    const user = await aUserAt();
    const identity = identityOn(database);
    const signIn = (code?: string) => asStranger(() => identity.signIn.signIn({ email: user.email, password, code }, user.device));
    await enrol(identity, user.id, (await signIn()).token.sessionId);
    const outcomes: string[] = [];
    for (let round = 0; round < 7; round++) for (const code of ['000000', undefined]) outcomes.push(await signIn(code).then(() => 'in', (error: { code: string }) => error.code));
    expect(outcomes.filter((outcome) => outcome === 'SECOND_FACTOR_WRONG')).toHaveLength(5);
    expect(outcomes.at(-1)).toBe('TOO_MANY_REQUESTS');
  });

  it('is a duty in production: until then the session may only enrol', async () => {
    const user = await aUserAt();
    const identity = identityOn(database, { asProduction: true });
    const { body, token } = await asStranger(() => identity.signIn.signIn({ email: user.email, password }, user.device));
    expect(body).toMatchObject({ enrolmentRequired: true, permissions: [] });
    expect(await asStranger(() => identity.sessions.actorOf(user.id, token.sessionId))).toMatchObject({ role: 'NOBODY' });
    await enrol(identity, user.id, token.sessionId);
    expect(await asStranger(() => identity.sessions.actorOf(user.id, token.sessionId))).toMatchObject({ role: 'COORDINATOR' });
  });
});
