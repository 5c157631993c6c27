import { ExecuteErasureDocument, InviteUserDocument, MakeCopyDocument, ProposeErasureDocument, RegisterRequestDocument, SubjectRequestDocument, UsersDocument } from '@mintforge/contract';
import type { Role } from '@mintforge/domain/kernel';
import { aClass, anOffice, bearer, cookieOf, onDatabase, outcome, refresh, run, send, signIn, type ErrorBody, type GraphqlBody, type SignedIn } from '@mintforge/e2e';
import { randomUUID } from 'node:crypto';
import { graveActs, type GraveAct } from './grave-acts';

jest.setTimeout(60_000);

let region: Awaited<ReturnType<typeof anOffice>>;
let office: SignedIn;
let byRole: Partial<Record<Role, SignedIn>>;

beforeAll(async () => {
  region = await anOffice();
  office = await region.signedIn();
  byRole = { COORDINATOR: office, PLATFORM_ADMIN: await region.colleague('PLATFORM_ADMIN'), AUDITOR: await region.colleague('AUDITOR') };
});

const sql = <Row>(text: string, values: unknown[]): Promise<Row[]> => onDatabase(async (database) => (await database.query(text, values)).rows as Row[]);

/** Time goes on: the last proof of these people lies so much further back. */
const later = (time: string, ...people: SignedIn[]) => sql('update session set factor_at = factor_at - $2::interval where user_id = any($1)', [people.map(({ user }) => user.id), time]);
const confirm = (proof: { password?: string; code?: string }, as: SignedIn) => send<ErrorBody>('POST', '/auth/confirm', { body: proof, headers: bearer(as) });
const confirmed = async (as: SignedIn) => expect((await confirm({ password: region.password }, as)).status).toBe(204);

async function refusedWith({ method, path, body }: GraveAct, as: SignedIn): Promise<string | undefined> {
  const answer = await send<GraphqlBody & Partial<ErrorBody>>(method, path, { body, headers: bearer(as) });
  return answer.body.errors?.[0]?.extensions.code ?? answer.body.code;
}

describe('a grave act', () => {
  const { acts, shown, marks } = graveActs();

  it('is every one by which data of people leave or end, doors open, rights change hands, a second person signs', () => {
    expect(acts.map(({ name }) => name)).toEqual(expect.arrayContaining([
      'makeCopy', 'copyJson', 'copyPdf', 'proposeErasure', 'executeErasure', 'askBreakGlass', 'decideBreakGlass', 'openGlass', 'askForEvidence', 'allowEvidence', 'read', 'releaseEvidence',
      'inviteUser', 'updateUser', 'grantRole', 'revokeRole', 'disableUser', 'enableUser', 'resetSecondFactor', 'rotateKeys',
      'releaseRetentionRule', 'signRetentionRule', 'releasePurpose', 'releaseConsentText', 'releaseSignerRule',
    ]));
    expect(acts.length + shown).toBe(marks);
  });

  it('is refused without a fresh factor, each of them, and changes nothing; with one it is not', async () => {
    const everybody = Object.values(byRole);
    const trail = () => sql<{ count: number }>('select count(*)::int as count from audit where region_id = $1', [region.regionId]);
    await later('10 minutes', ...everybody);
    const before = await trail();
    const outcomes = await Promise.all(acts.map(async (act) => `${act.name} ${await refusedWith(act, byRole[act.role]!)}`));
    expect(outcomes).toEqual(acts.map(({ name }) => `${name} FRESH_FACTOR_REQUIRED`));
    expect(await trail()).toEqual(before);
    for (const somebody of everybody) await confirmed(somebody);
    for (const act of acts.filter(({ name }) => name !== 'rotateKeys')) expect([act.name, await refusedWith(act, byRole[act.role]!)]).toEqual([act.name, expect.not.stringMatching(/FRESH_FACTOR_REQUIRED|FORBIDDEN/) as string]);
  });
});

describe('whoever sits at a screen left open', () => {
  let requestId: string;
  const version = async () => (await run(SubjectRequestDocument, { id: requestId }, office)).subjectRequest.request.version;
  const aRequest = async (kind: 'ACCESS' | 'ERASURE', subjectId: string) => {
    const input = { kind, subjectKind: 'PUPIL', subjectId, requester: 'OFFICE', channel: 'PAPER', receivedOn: '2026-11-20' } as const;
    requestId = (await run(RegisterRequestDocument, { input, idempotencyKey: randomUUID() }, office)).registerRequest;
  };

  it('gets no copy of a person, neither made nor fetched, and is told why in both languages', async () => {
    const { pupilIds: [pupilId = ''] } = await aClass(1, office);
    await aRequest('ACCESS', pupilId);
    await later('10 minutes', office);
    expect(await outcome(MakeCopyDocument, { id: requestId, version: await version() }, office)).toBe('FRESH_FACTOR_REQUIRED');
    expect((await run(SubjectRequestDocument, { id: requestId }, office)).subjectRequest.request.exportedAt).toBeNull();
    await confirmed(office);
    expect(await outcome(MakeCopyDocument, { id: requestId, version: await version() }, office)).toBe('DONE');
    await later('10 minutes', office);
    const fetched = (language: string) => send<ErrorBody & { title: string }>('GET', `/requests/${requestId}/copy.json`, { headers: { ...bearer(office), 'accept-language': language } });
    const [german, english] = [await fetched('de'), await fetched('en')];
    expect([german, english].map(({ status, body: { code } }) => [status, code])).toEqual(Array(2).fill([403, 'FRESH_FACTOR_REQUIRED']));
    expect([german.body.title, english.body.title]).toEqual([expect.stringContaining('dass Sie es sind'), expect.stringContaining('that it is you')]);
    await confirmed(office);
    expect((await fetched('de')).status).toBe(200);
  });

  it('erases nobody: neither proposing nor executing', async () => {
    const { pupilIds: [pupilId = ''] } = await aClass(1, office);
    const second = await region.colleague('COORDINATOR');
    await aRequest('ERASURE', pupilId);
    await later('10 minutes', office, second);
    const propose = async () => outcome(ProposeErasureDocument, { id: requestId, version: await version(), ground: 'NO_LONGER_NEEDED' }, office);
    expect(await propose()).toBe('FRESH_FACTOR_REQUIRED');
    await confirmed(office);
    expect(await propose()).toBe('DONE');
    const erasureId = (await run(SubjectRequestDocument, { id: requestId }, office)).subjectRequest.erasure?.id ?? '';
    const erasedOn = () => sql<{ erased_on: unknown }>('select erased_on from pupil where id = $1', [pupilId]);
    expect([await outcome(ExecuteErasureDocument, { requestId, erasureId }, second), await erasedOn()]).toEqual(['FRESH_FACTOR_REQUIRED', [{ erased_on: null }]]);
    await confirmed(second);
    expect([await outcome(ExecuteErasureDocument, { requestId, erasureId }, second), await erasedOn()]).toEqual(['DONE', [{ erased_on: expect.anything() as unknown }]]);
  });

  it('lets nobody else in', async () => {
    const input = { email: `${randomUUID()}@example.test`, displayName: 'Eine Fremde', locale: 'de', role: 'COORDINATOR' } as const;
    await later('10 minutes', office);
    expect(await outcome(InviteUserDocument, { input, idempotencyKey: randomUUID() }, office)).toBe('FRESH_FACTOR_REQUIRED');
    expect((await run(UsersDocument, { page: 1, perPage: 100 }, office)).users.items.map(({ displayName }) => displayName)).not.toContain('Eine Fremde');
    const idempotencyKey = randomUUID();
    expect(await outcome(InviteUserDocument, { input, idempotencyKey }, office)).toBe('FRESH_FACTOR_REQUIRED');
    await confirmed(office);
    // The same request again, as the console sends it: the key was not used up by the refusal.
    expect(await outcome(InviteUserDocument, { input, idempotencyKey }, office)).toBe('DONE');
  });
});

describe('a factor', () => {
  it('stays fresh for ten minutes in the session it was proven in, however often its token is refreshed', async () => {
    const somebody = await anOffice();
    const [here, there] = [await signIn(somebody.email, somebody.password), await signIn(somebody.email, somebody.password)];
    const act = (as: SignedIn) => outcome(MakeCopyDocument, { id: randomUUID(), version: 1 }, as);
    await later('9 minutes', here.body);
    expect(await act(here.body)).toBe('NOT_FOUND');
    await later('61 seconds', here.body);
    const refreshed = await refresh(cookieOf(here));
    expect(await act(refreshed.body)).toBe('FRESH_FACTOR_REQUIRED');
    expect((await confirm({ password: somebody.password }, there.body)).status).toBe(204);
    expect([await act(there.body), await act(refreshed.body)]).toEqual(['NOT_FOUND', 'FRESH_FACTOR_REQUIRED']);
  });

  it('is not guessed: tries are slowed, and the right password does not help until they are over', async () => {
    const somebody = await (await anOffice()).signedIn();
    await later('10 minutes', somebody);
    const codes: string[] = [];
    for (let time = 0; time < 7; time++) codes.push((await confirm({ password: 'geraten und falsch' }, somebody)).body.code);
    expect(codes).toEqual([...Array<string>(6).fill('PASSWORD_WRONG'), 'TOO_MANY_REQUESTS']);
    expect((await confirm({ password: region.password }, somebody)).body.code).toBe('TOO_MANY_REQUESTS');
  });
});

describe('the sessions of a user', () => {
  it('are listed for them alone, and all others end by one request', async () => {
    const { email, password } = await anOffice();
    const [here, there] = [(await signIn(email, password)).body, (await signIn(email, password)).body];
    const list = (as: SignedIn) => send<unknown[]>('GET', '/auth/sessions', { headers: bearer(as) });
    expect((await list(here)).body).toHaveLength(2);
    expect((await list(office)).body).not.toHaveLength(0);
    expect((await send('DELETE', '/auth/sessions', { headers: bearer(here) })).status).toBe(204);
    expect([(await list(here)).body, (await list(there)).status]).toEqual([[expect.objectContaining({ current: true })], 401]);
  });
});
