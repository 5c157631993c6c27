import { makeHttp } from './http';
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

describe('the session', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] }));
  afterEach(() => void jest.useRealTimers());

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
