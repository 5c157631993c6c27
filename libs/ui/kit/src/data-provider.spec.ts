import { parse } from 'graphql';
import type { HttpError } from 'ra-core';
import { changedFields, makeDataProvider } from './data-provider';
import { makeHttp, type ConsoleErrorBody } from './http';
import { makeSession } from './session';
import { makeTransport } from './transport';

const resources = {
  schools: {
    list: parse('query($page: Int, $perPage: Int, $sort: String, $filter: F) { schools(page: $page, perPage: $perPage, sort: $sort, filter: $filter) { items { id name } total } }'),
    one: parse('query($id: ID!) { school(id: $id) { id version name town } }'),
    create: parse('mutation($input: I!, $idempotencyKey: String!) { createSchool(input: $input, idempotencyKey: $idempotencyKey) { id name } }'),
    update: parse('mutation($id: ID!, $version: Int!, $patch: P!) { updateSchool(id: $id, version: $version, patch: $patch) { id version name } }'),
    remove: parse('mutation($id: ID!) { deleteSchool(id: $id) }'),
  },
};

type Answer = { status?: number; body: unknown } | Error;
const signedIn = { accessToken: 'first', expiresInSeconds: 900, user: { id: 'u', displayName: 'Ada', email: 'ada@example.org', locale: 'de' }, memberships: [], active: {}, permissions: [] };
const data = (root: unknown): Answer => ({ body: { data: { root } } });
const refusal = (extensions: object): Answer => ({ body: { errors: [{ message: 'x', extensions }] } });

/** A console whose network is a script of answers; sign-in is answered by itself. */
function consoleWith(...script: Answer[]) {
  const calls: { variables: Record<string, unknown>; query: string; token: string | null }[] = [];
  let tokens = 0;
  const fetch = async (path: unknown, init?: RequestInit) => {
    if (path === '/auth/refresh') return Response.json({ ...signedIn, accessToken: `token ${(tokens += 1)}` });
    calls.push({ ...(JSON.parse(String(init?.body)) as { variables: Record<string, unknown>; query: string }), token: new Headers(init?.headers).get('authorization') });
    const answer = script.shift() ?? new Error('script is over');
    if (answer instanceof Error) throw answer;
    return Response.json(answer.body, { status: answer.status ?? 200 });
  };
  const locale = () => 'de' as const;
  const http = makeHttp(fetch as typeof globalThis.fetch, locale);
  const session = makeSession(http);
  const provider = makeDataProvider(resources, makeTransport(http, session, locale), locale, () => ({ job: () => Promise.reject(new Error('no jobs here')) }));
  return { provider, calls };
}

const page = { pagination: { page: 2, perPage: 25 }, sort: { field: 'openedAt', order: 'DESC' as const }, filter: { q: 'nord' } };
const failureOf = async (work: Promise<unknown>): Promise<{ message: string; status: number; body: ConsoleErrorBody }> =>
  work.then(() => { throw new Error('should have been refused'); }, (error: HttpError) => error as { message: string; status: number; body: ConsoleErrorBody });

describe('the data provider', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] }));
  afterEach(() => void jest.useRealTimers());

  it('asks a list by page, sort key and filter', async () => {
    const { provider, calls } = consoleWith(data({ items: [{ id: '1' }], total: 26 }));
    expect(await provider.getList('schools', page)).toEqual({ data: [{ id: '1' }], total: 26 });
    expect(calls[0]?.variables).toEqual({ page: 2, perPage: 25, sort: 'OPENED_AT_DESC', filter: { q: 'nord' } });
    expect(calls[0]?.token).toBe('Bearer token 1');
  });

  it('gathers more rows than a page may hold when all are selected', async () => {
    const rowsOf = (size: number) => data({ items: Array.from({ length: size }, () => ({ id: 'x' })), total: 260 });
    const { provider, calls } = consoleWith(rowsOf(100), rowsOf(100), rowsOf(60));
    const { data: selected } = await provider.getList('schools', { ...page, pagination: { page: 1, perPage: 250 } });
    expect(selected).toHaveLength(250);
    expect(calls.map(({ variables }) => [variables.page, variables.perPage])).toEqual([[1, 100], [2, 100], [3, 100]]);
  });

  it('adds the target of a reference to the filter', async () => {
    const { provider, calls } = consoleWith(data({ items: [], total: 0 }));
    await provider.getManyReference('schools', { ...page, target: 'regionId', id: 'r' });
    expect(calls[0]?.variables.filter).toEqual({ q: 'nord', regionId: 'r' });
  });

  it('fetches many references in pages the API allows', async () => {
    const ids = Array.from({ length: 230 }, (_, index) => String(index));
    const { provider, calls } = consoleWith(...[100, 100, 30].map((size) => data({ items: Array.from({ length: size }, () => ({ id: 'x' })), total: size })));
    expect((await provider.getMany('schools', { ids })).data).toHaveLength(230);
    expect(calls.map(({ variables }) => (variables.filter as { ids: string[] }).ids.length)).toEqual([100, 100, 30]);
  });

  it('sends only the fields that changed, with the version they were read at', async () => {
    const before = { id: '1', version: 3, name: 'Nord', town: 'Rostock' as string | null, topics: ['BIO'] };
    const { provider, calls } = consoleWith(data({ id: '1', version: 4, name: 'Nord' }));
    await provider.update('schools', { id: '1', data: { ...before, town: null, topics: ['BIO'] }, previousData: before });
    expect(calls[0]?.variables).toEqual({ id: '1', version: 3, patch: { town: null } });
  });

  it('sends nothing when nothing changed', async () => {
    const before = { id: '1', version: 3, name: 'Nord' };
    const { provider, calls } = consoleWith();
    expect(await provider.update('schools', { id: '1', data: { ...before }, previousData: before })).toEqual({ data: before });
    expect(calls).toHaveLength(0);
  });

  it('keeps the idempotency key of a submit whose answer never came, and takes a new one after success', async () => {
    const { provider, calls } = consoleWith(new TypeError('connection lost'), data({ id: '1' }), data({ id: '2' }));
    expect((await failureOf(provider.create('schools', { data: { name: 'Nord' } }))).message).toContain('nicht erreichbar');
    await provider.create('schools', { data: { name: 'Nord' } });
    await provider.create('schools', { data: { name: 'Nord' } });
    const [lost, again, next] = calls.map(({ variables }) => variables.idempotencyKey);
    expect(again).toBe(lost);
    expect(next).not.toBe(lost);
  });

  it('turns field refusals into form errors in the user’s language', async () => {
    const { provider } = consoleWith(refusal({ code: 'INVALID_INPUT', params: {}, fields: { name: 'required', 'site.postcode': 'format', town: 'whoKnows' } }));
    const { status, body } = await failureOf(provider.create('schools', { data: {} }));
    expect(status).toBe(422);
    expect(body.errors).toEqual({
      name: 'Bitte ausfüllen',
      'site.postcode': 'Das Format stimmt nicht',
      town: 'Diese Angabe stimmt noch nicht',
      root: { serverError: 'Einige Angaben stimmen noch nicht.' },
    });
  });

  it('fills the words of a refusal with its params and keeps code and status', async () => {
    const { provider } = consoleWith(refusal({ code: 'STILL_IN_USE', params: { what: '3 Aktivitäten' } }));
    const { message, status, body } = await failureOf(provider.delete('schools', { id: '1' }));
    expect([message, status, body.code]).toEqual(['Der Eintrag wird noch verwendet (3 Aktivitäten) und kann nicht gelöscht werden.', 409, 'STILL_IN_USE']);
  });

  it('reveals only the request id of an unknown error', async () => {
    const { provider } = consoleWith({ status: 500, body: { errors: [{ message: 'select * from secrets', extensions: { requestId: 'r-17' } }] } });
    const { message, status } = await failureOf(provider.getOne('schools', { id: '1' }));
    expect(message).toContain('r-17');
    expect(message).not.toContain('secrets');
    expect(status).toBe(500);
  });

  it('treats an absent record as not found', async () => {
    const { provider } = consoleWith(data(null));
    expect((await failureOf(provider.getOne('schools', { id: '1' }))).status).toBe(404);
  });

  it('renews the token once when the API no longer takes it', async () => {
    const { provider, calls } = consoleWith(refusal({ code: 'UNAUTHENTICATED' }), data({ id: '1' }));
    await provider.getOne('schools', { id: '1' });
    expect(calls.map(({ token }) => token)).toEqual(['Bearer token 1', 'Bearer token 2']);
  });

  it('gives up with 401 when a fresh token is refused too', async () => {
    const { provider } = consoleWith(refusal({ code: 'UNAUTHENTICATED' }), refusal({ code: 'UNAUTHENTICATED' }));
    expect((await failureOf(provider.getOne('schools', { id: '1' }))).status).toBe(401);
  });

  it('removes many one by one', async () => {
    const { provider, calls } = consoleWith(data(true), data(true));
    expect(await provider.deleteMany('schools', { ids: ['1', '2'] })).toEqual({ data: ['1', '2'] });
    expect(calls.map(({ variables }) => variables.id)).toEqual(['1', '2']);
  });
});

describe('changed fields', () => {
  it('take an emptied field as null and an untouched one as absent', () => {
    expect(changedFields({ id: 1, version: 2, name: 'a', town: null, note: null }, { id: 1, version: 2, name: 'a', town: 'b' })).toEqual({ town: null });
  });
});
