import { codeOf, makeHttp } from './http';
import { makeSession } from './session';

const answer = (accessToken: string) => ({ accessToken, expiresInSeconds: 900, user: { id: 'u', displayName: 'Ada', email: 'ada@example.org', locale: 'de' }, memberships: [], active: {}, permissions: [] });

function sessionWith(refresh: () => Response) {
  const paths: string[] = [];
  const fetch = async (path: unknown) => {
    paths.push(String(path));
    return path === '/auth/refresh' ? refresh() : path === '/auth/sign-out' ? new Response(null, { status: 204 }) : Response.json(answer('signed in'));
  };
  return { session: makeSession(makeHttp(fetch as typeof globalThis.fetch, () => 'de')), paths };
}

const refused = () => Response.json({ code: 'UNAUTHENTICATED' }, { status: 401 });

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] }));
afterEach(() => void jest.useRealTimers());

describe('the session', () => {
  it('renews once however many ask at the same time', async () => {
    const { session, paths } = sessionWith(() => Response.json(answer('fresh')));
    const all = await Promise.all([session.renew(), session.renew(), session.authorized(async ({ authorization }) => authorization)]);
    expect(paths).toEqual(['/auth/refresh']);
    expect(all[2]).toBe('Bearer fresh');
  });

  it('renews by itself a minute before the token expires', async () => {
    const { session, paths } = sessionWith(() => Response.json(answer('fresh')));
    await session.signIn({ email: 'ada@example.org', password: 'x' });
    await jest.advanceTimersByTimeAsync(839_000);
    expect(paths).toEqual(['/auth/sign-in']);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(session.current()?.accessToken).toBe('fresh');
  });

  it('ends when the refresh cookie is refused and remembers that there was one', async () => {
    const { session } = sessionWith(refused);
    expect(session.wasSignedIn()).toBe(false);
    await session.signIn({ email: 'ada@example.org', password: 'x' });
    expect(await session.renew()).toBeNull();
    expect([session.current(), session.wasSignedIn()]).toEqual([null, true]);
  });

  it('stays when the connection is merely lost', async () => {
    const { session } = sessionWith(() => { throw new TypeError('offline'); });
    await session.signIn({ email: 'ada@example.org', password: 'x' });
    await expect(session.renew()).rejects.toThrow('nicht erreichbar');
    expect(session.current()?.accessToken).toBe('signed in');
  });

  it('forgets everything on sign-out', async () => {
    const { session } = sessionWith(refused);
    await session.signIn({ email: 'ada@example.org', password: 'x' });
    await session.signOut();
    expect([session.current(), session.wasSignedIn()]).toEqual([null, false]);
  });
});

/** A session with an API that refuses grave acts until it was told who is there. */
function sessionBeforeGraveActs() {
  const acts: string[] = [];
  let fresh = false;
  const fetch = async (path: unknown, init?: RequestInit) => {
    if (path === '/auth/confirm') {
      if (!String(init?.body).includes('geheim')) return Response.json({ code: 'PASSWORD_WRONG' }, { status: 401 });
      fresh = true;
      return new Response(null, { status: 204 });
    }
    if (path !== '/erase') return path === '/auth/sign-out' ? new Response(null, { status: 204 }) : Response.json(answer('signed in'));
    acts.push(String(init?.body));
    return fresh ? Response.json({ done: true }) : Response.json({ code: 'FRESH_FACTOR_REQUIRED' }, { status: 403 });
  };
  const http = makeHttp(fetch as typeof globalThis.fetch, () => 'de');
  const session = makeSession(http);
  return { session, acts, erase: (key: string) => session.authorized((headers) => http.json<{ done: boolean }>('/erase', { key }, headers)) };
}

const turn = () => new Promise((done) => setImmediate(done));

describe('a grave act', () => {
  it('waits until the user has proven who they are, and is then done again, the very same, once', async () => {
    const { session, acts, erase } = sessionBeforeGraveActs();
    const asked: boolean[] = [];
    session.confirmation.subscribe(() => asked.push(session.confirmation.isAsked()));
    const both = Promise.all([erase('a'), erase('b')]);
    await turn();
    await turn();
    await expect(session.confirm({ password: 'geraten' })).rejects.toThrow('Passwort');
    expect([session.confirmation.isAsked(), acts]).toEqual([true, ['{"key":"a"}', '{"key":"b"}']]);
    await session.confirm({ password: 'geheim' });
    expect(await both).toEqual([{ done: true }, { done: true }]);
    expect([asked, acts.slice(2).sort()]).toEqual([[true, false], ['{"key":"a"}', '{"key":"b"}']]);
  });

  it('is refused, and not done again, when the user gives up, signs out, or nothing on screen could ask', async () => {
    for (const giveUp of [(session: ReturnType<typeof makeSession>) => session.confirmation.refused(), (session: ReturnType<typeof makeSession>) => session.signOut()]) {
      const { session, acts, erase } = sessionBeforeGraveActs();
      session.confirmation.subscribe(() => undefined);
      await session.signIn({ email: 'ada@example.org', password: 'x' });
      const outcome = erase('a').catch(codeOf);
      await turn();
      await giveUp(session);
      expect([await outcome, acts.length, session.confirmation.isAsked()]).toEqual(['FRESH_FACTOR_REQUIRED', 1, false]);
    }
    expect(await sessionBeforeGraveActs().erase('a').catch(codeOf)).toBe('FRESH_FACTOR_REQUIRED');
  });
});
