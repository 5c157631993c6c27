import { randomUUID } from 'node:crypto';
import { anOffice, cookieOf, graphql, refresh, send, signIn, type ErrorBody, type GraphqlBody, type SignedIn } from '@mintforge/e2e';

const codes = ({ errors = [] }: GraphqlBody): string[] => errors.map(({ extensions }) => extensions.code);

describe('a stranger', () => {
  it('gets nothing but a request to sign in, whichever way they ask', async () => {
    const { status, body } = await graphql('{ users { items { email } } }');
    expect([status, codes(body), body.data ?? null]).toEqual([200, ['UNAUTHENTICATED'], null]);
    const { status: restStatus, headers, body: problem } = await send<ErrorBody>('GET', '/auth/sessions');
    expect([restStatus, headers.get('content-type')?.split(';')[0], problem.code]).toEqual([401, 'application/problem+json', 'UNAUTHENTICATED']);
  });

  it('is not helped by a token of another algorithm, issuer or making', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const payload = part({ sub: randomUUID(), sid: randomUUID(), aud: 'console', iss: 'mintforge', exp: 4_000_000_000 });
    for (const token of [`${part({ alg: 'none', typ: 'JWT' })}.${payload}.`, `${part({ alg: 'HS256', typ: 'JWT' })}.${payload}.${'A'.repeat(43)}`, 'nonsense']) {
      expect((await send<ErrorBody>('GET', '/auth/sessions', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
    }
  });

  it('cannot tell a missing account from a wrong password, not even by the limit', async () => {
    const { email } = await anOffice();
    const outcomes = async (address: string) => {
      const answers = [];
      for (let guess = 0; guess < 8; guess++) answers.push(await signIn(address, 'geraten und falsch'));
      return answers.map(({ status, headers, body: { requestId: _, ...rest } }) => ({ status, retryAfter: headers.get('retry-after'), ...rest }));
    };
    const known = await outcomes(email);
    expect(known.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
    expect(known.at(-1)).toMatchObject({ code: 'TOO_MANY_REQUESTS', retryAfter: expect.stringMatching(/^[45]$/) as string });
    const shape = (list: typeof known) => list.map(({ code, title, status }: Record<string, unknown>) => [code, status, String(title).replace(/\d+/, 'n')]);
    expect(shape(await outcomes(`${randomUUID()}@example.test`))).toEqual(shape(known));
  });

  it('asking for a new password always gets the same answer', async () => {
    const { email } = await anOffice();
    for (const address of [email, `${randomUUID()}@example.test`]) expect((await send('POST', '/auth/password/forgot', { body: { email: address } })).status).toBe(204);
    expect((await send<ErrorBody>('POST', '/auth/password/reset', { body: { token: 'A'.repeat(43), password: 'vier blaue Eisvögel' } })).body.code).toBe('LINK_INVALID');
  });
});

describe('a session', () => {
  it('has a refresh cookie that no script and no other site can use', async () => {
    const { email, password } = await anOffice();
    const [cookie = ''] = (await signIn(email, password)).headers.getSetCookie();
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await send<ErrorBody>('POST', '/auth/refresh', { headers: { cookie: cookie.split(';')[0] ?? '' } })).status).toBe(401);
  });

  it('rotates its refresh token; an old one used again ends it for everybody who holds one', async () => {
    const { email, password } = await anOffice();
    const first = await signIn(email, password);
    const second = await refresh(cookieOf(first));
    const third = await refresh(cookieOf(second));
    expect([second.status, third.status]).toEqual([200, 200]);
    expect(new Set([first, second, third].map(cookieOf)).size).toBe(3);
    expect((await refresh(cookieOf(first))).status).toBe(401);
    expect((await refresh(cookieOf(third))).status).toBe(401);
    expect(codes((await graphql('{ me { id } }', { as: third.body })).body)).toEqual(['UNAUTHENTICATED']);
  });

  it('outlives two tabs that refresh at once', async () => {
    const { email, password } = await anOffice();
    const cookie = cookieOf(await signIn(email, password));
    expect((await Promise.all([refresh(cookie), refresh(cookie)])).map(({ status }) => status)).toEqual([200, 200]);
  });

  it('is not reached by an altered cookie, and not ended by one', async () => {
    const { email, password } = await anOffice();
    const whole = cookieOf(await signIn(email, password));
    expect((await refresh(whole.replace(/\.[\w-]{43}\./, `.${'A'.repeat(43)}.`))).status).toBe(401);
    expect((await refresh(whole)).status).toBe(200);
  });

  it('ends at once by signing out', async () => {
    const { email, password } = await anOffice();
    const answer = await signIn(email, password);
    expect(codes((await graphql('{ me { id } }', { as: answer.body })).body)).toEqual([]);
    expect((await send('POST', '/auth/sign-out', { body: {}, headers: { cookie: cookieOf(answer) } })).status).toBe(204);
    expect(codes((await graphql('{ me { id } }', { as: answer.body })).body)).toEqual(['UNAUTHENTICATED']);
    expect((await refresh(cookieOf(answer))).status).toBe(401);
  });
});

describe('a signed-in user', () => {
  let here: SignedIn;
  let elsewhere: SignedIn;
  beforeAll(async () => {
    here = await (await anOffice()).signedIn();
    elsewhere = await (await anOffice()).signedIn();
  });

  it('sees foreign and absent alike', async () => {
    const ask = async (id: string) => (await graphql('query ($id: ID!) { user(id: $id) { id } }', { variables: { id }, as: here })).body;
    const [foreign, absent] = [await ask(elsewhere.user.id), await ask(randomUUID())];
    const without = ({ data, errors = [] }: GraphqlBody) => ({ data, errors: errors.map(({ message, path, extensions: { requestId: _, ...rest } }) => ({ message, path, ...rest })) });
    expect(without(foreign)).toEqual(without(absent));
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
    const { regionId, role } = elsewhere.active;
    expect((await send<ErrorBody>('POST', '/auth/switch', { body: { regionId, role }, headers: { authorization: `Bearer ${here.accessToken}` } })).body.code).toBe('NOT_FOUND');
  });

  it('may only what the role may', async () => {
    const auditor = await (await anOffice('AUDITOR')).signedIn();
    expect(codes((await graphql('mutation { disableUser(id: "0199a000-0000-7000-8000-000000000000") { id } }', { as: auditor })).body)).toEqual(['FORBIDDEN']);
  });

  it.each([
    ['aliases', `{ ${Array.from({ length: 16 }, (_, index) => `x${index}: me { id }`).join(' ')} }`],
    ['aliases of __typename', `{ ${Array.from({ length: 16 }, (_, index) => `x${index}: __typename`).join(' ')} }`],
    ['directives', `{ me { ${'id @include(if: true) '.repeat(21)} } }`],
    ['tokens', `{ me { ${'id '.repeat(2100)} } }`],
    ['cost', `{ ${Array.from({ length: 10 }, (_, index) => `x${index}: users(perPage: 100) { items { id email displayName locale version roles createdAt updatedAt disabled active secondFactor lastSignInAt a: id b: id } }`).join(' ').replaceAll(/ a: id b: id/g, '')} }`],
  ])('is refused a query with too many %s before it runs', async (_, query) => {
    const { status, body } = await graphql(query, { as: here });
    expect([status, codes(body), body.data ?? null]).toEqual([400, ['QUERY_TOO_COSTLY'], null]);
  });

  it('is refused a query that is too deep', async () => {
    const depth = 12;
    const { status, body } = await graphql(`{ __type(name: "User") { fields { type { ${'ofType { '.repeat(depth)} name ${'} '.repeat(depth)} } } } }`, { as: here });
    expect([status, codes(body)]).toEqual([400, ['QUERY_TOO_COSTLY']]);
  });

  it('cannot send many operations in one request', async () => {
    const { status } = await send('POST', '/graphql', { body: [{ query: '{ me { id } }' }, { query: '{ me { id } }' }], headers: { authorization: `Bearer ${here.accessToken}` } });
    expect(status).toBe(400);
  });

  it('cannot change anything by GET', async () => {
    const query = encodeURIComponent('mutation { changeMyLocale(locale: "en") { id } }');
    for (const headers of [undefined, { 'content-type': 'application/json' }]) {
      const { status, body } = await send<GraphqlBody>('GET', `/graphql?query=${query}`, { headers: { ...headers, authorization: `Bearer ${here.accessToken}` } });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body.data ?? null).toBeNull();
    }
    expect((await graphql('{ me { locale } }', { as: here })).body.data).toEqual({ me: { locale: 'de' } });
  });

  it('finds no stack, no path and no value in any error', async () => {
    const answers = [
      await graphql('{ nothing }', { as: here }),
      await graphql('{ me {', { as: here }),
      await graphql('query ($id: ID!) { user(id: $id) { id } }', { variables: { id: 'no uuid at all' }, as: here }),
      await graphql('mutation { inviteUser(input: { email: "\ud800@x", displayName: "x", locale: "xx", role: AUDITOR }) { id } }', { as: here }),
      await send('POST', '/auth/sign-in', { body: { email: ['list'], password: { deep: true } } }),
      await send('POST', '/auth/sign-in', { body: { email: 'x'.repeat(100_000), password: 'x' } }),
      await send('GET', '/nothing/here'),
    ];
    for (const { status, body } of answers) {
      expect(status).toBeLessThan(500);
      expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:|\.js:|\bat [\w.]+ \(|originalError|stacktrace|INTERNAL/);
    }
  });

  it('finds no address repeated that the router cannot read: a token may stand in it', async () => {
    for (const token of [`mistyped${'A'.repeat(300)}`, 'mistyped%E0%A4%A']) {
      const { status, headers, body } = await send<ErrorBody>('POST', `/einwilligung/${token}`);
      expect([status, body.code, headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([404, 'NOT_FOUND', 'no-store', 'nosniff']);
      expect(JSON.stringify(body)).not.toContain('mistyped');
    }
  });

  it('meets headers that keep the page to itself', async () => {
    const { headers } = await send('GET', '/health/live');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});
