import { aRegion, asActor, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { aSignInUser, asStranger, identityOn } from './testing';

const password = 'drei graue Kraniche';
const next = 'vier blaue Eisvögel';
let database: TestDatabase;
let regionId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  regionId = (await aRegion(database)).id;
});
afterAll(() => database.close());

const address = '198.51.100.7';
const sql = (text: string, values: unknown[] = []) => database.admin.query(text, values).then(({ rows }) => rows as Record<string, unknown>[]);
const linkIn = (mail: Record<string, unknown> | undefined): string => /token=([\w-]{43})$/.exec((mail?.['params'] as { link: string }).link)?.[1] ?? '';

async function aUserWithMail() {
  const email = `${randomUUID()}@example.test`;
  const id = await aSignInUser(database, { email, displayName: 'Test Person', locale: 'en', password, memberships: [{ regionId, role: 'COORDINATOR' }] });
  return { id, email, mails: () => sql('select template, locale, params, region_id from mail where recipient = $1 order by created_at', [email]) };
}

const signInWith = (identity: ReturnType<typeof identityOn>, email: string, tried: string) => asStranger(() => identity.signIn.signIn({ email, password: tried }, { address: '198.51.100.200' }));

describe('a forgotten password', () => {
  it('is chosen anew by a link that works once, and every session ends', async () => {
    const user = await aUserWithMail();
    const identity = identityOn(database);
    const { token } = await signInWith(identity, user.email, password);
    await asStranger(() => identity.passwords.forgot(user.email.toUpperCase(), address));
    const [mail] = await user.mails();
    expect(mail).toMatchObject({ template: 'identity.passwordReset', locale: 'en', region_id: regionId });
    await expect(asStranger(() => identity.passwords.reset(linkIn(mail), 'Passwort1234'))).rejects.toMatchObject({ code: 'PASSWORD_TOO_WEAK', params: { reason: 'COMMON' } });
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => asStranger(() => identity.passwords.reset(linkIn(mail), next))));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(asStranger(() => identity.sessions.actorOf(user.id, token.sessionId))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(signInWith(identity, user.email, password)).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' });
    expect((await signInWith(identity, user.email, next)).body.user.id).toBe(user.id);
  });

  it('has a link of one hour that no earlier link survives', async () => {
    const user = await aUserWithMail();
    const { passwords } = identityOn(database);
    for (let round = 0; round < 2; round++) await asStranger(() => passwords.forgot(user.email, address));
    const [first, second] = await user.mails();
    await sql("update link set expires_at = expires_at - interval '1 hour' where user_id = $1 and token_hash = sha256($2::bytea)", [user.id, linkIn(first)]);
    await expect(asStranger(() => passwords.reset(linkIn(first), next))).rejects.toMatchObject({ code: 'LINK_INVALID' });
    await asStranger(() => passwords.reset(linkIn(second), next));
    expect(await sql('select from link where user_id = $1 and used_at is null', [user.id])).toHaveLength(0);
  });

  it('mails nobody unknown or disabled, and nobody more than three times an hour', async () => {
    const [user, disabled] = [await aUserWithMail(), await aUserWithMail()];
    await sql('update app_user set disabled_at = now() where id = $1', [disabled.id]);
    const { passwords } = identityOn(database);
    for (let round = 0; round < 5; round++) await asStranger(() => passwords.forgot(user.email, '203.0.113.50'));
    await asStranger(() => passwords.forgot(disabled.email, '203.0.113.50'));
    await asStranger(() => passwords.forgot('nobody-at-all@example.test', '203.0.113.50'));
    expect(await user.mails()).toHaveLength(3);
    expect(await disabled.mails()).toHaveLength(0);
    expect(await sql("select from mail where recipient = 'nobody-at-all@example.test'")).toHaveLength(0);
  });
});

describe('a changed password', () => {
  it('needs the current one and ends the other sessions', async () => {
    const user = await aUserWithMail();
    const identity = identityOn(database);
    const [here, elsewhere] = [(await signInWith(identity, user.email, password)).token, (await signInWith(identity, user.email, password)).token];
    const actor = await asStranger(() => identity.sessions.actorOf(user.id, here.sessionId));
    await expect(asActor(actor, () => identity.passwords.change('geraten und falsch', next, address))).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    await asActor(actor, () => identity.passwords.change(password, next, address));
    expect(await asStranger(() => identity.sessions.actorOf(user.id, here.sessionId))).toMatchObject({ userId: user.id });
    await expect(asStranger(() => identity.sessions.actorOf(user.id, elsewhere.sessionId))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
