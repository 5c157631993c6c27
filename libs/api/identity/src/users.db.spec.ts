import type { Role } from '@mintforge/domain/kernel';
import type { Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { RegionService } from './regions.service';
import { aSignInUser, asStranger, identityOn } from './testing';

let database: TestDatabase;
let identity: ReturnType<typeof identityOn>;
let here: string;
let elsewhere: string;
let coordinator: Actor;
let administrator: Actor;

beforeAll(async () => {
  database = await openTestDatabase();
  identity = identityOn(database);
  here = (await aRegion(database)).id;
  elsewhere = (await aRegion(database)).id;
  coordinator = await aUser(database, here, 'COORDINATOR');
  administrator = await aUser(database, here, 'PLATFORM_ADMIN');
});
afterAll(() => database.close());

const sql = (text: string, values: unknown[] = []) => database.admin.query(text, values).then(({ rows }) => rows as Record<string, unknown>[]);
const idOf = ({ userId }: Actor): string => userId ?? '';
const invitation = (role: Role = 'AUDITOR') => ({ email: `${randomUUID()}@example.test`, displayName: ' Neue  Person ', locale: 'de' as const, role });
const invite = (actor: Actor, input: ReturnType<typeof invitation>, key?: string) => asActor(actor, () => identity.users.invite(input, key), 'users.inviteUser');

describe('inviting', () => {
  it('creates the account once, with its role and a mail, however often the same request comes', async () => {
    const input = invitation();
    const [first, again] = await Promise.all([invite(coordinator, input, 'invite-0001'), invite(coordinator, input, 'invite-0001')]);
    expect(again).toEqual(first);
    expect(first).toMatchObject({ displayName: 'Neue Person', roles: ['AUDITOR'], active: false });
    expect(await sql("select from mail where recipient = $1 and template = 'identity.invitation'", [input.email])).toHaveLength(1);
    await expect(invite(coordinator, { ...input, role: 'FUND_MANAGER' }, 'invite-0001')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    await expect(invite(coordinator, input, 'invite-0002')).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
  });

  it('lets the invited choose a password and sign in', async () => {
    const input = invitation();
    const { id } = await invite(coordinator, input);
    const [mail] = await sql('select params from mail where recipient = $1', [input.email]);
    const token = (mail?.['params'] as { link: string }).link.split('token=')[1] ?? '';
    await asStranger(() => identity.passwords.reset(token, 'drei graue Kraniche'));
    const { body } = await asStranger(() => identity.signIn.signIn({ email: input.email, password: 'drei graue Kraniche' }, { address: '10.1.1.1' }));
    expect(body).toMatchObject({ user: { id }, active: { regionId: here, role: 'AUDITOR' } });
  });

  it('keeps the account somebody has elsewhere and tells nothing about it', async () => {
    const email = `${randomUUID()}@example.test`;
    const id = await aSignInUser(database, { email, displayName: 'Schon Da', locale: 'en', password: 'drei graue Kraniche', memberships: [{ regionId: elsewhere, role: 'COORDINATOR' }] });
    const invited = await invite(coordinator, { ...invitation(), email: email.toUpperCase() });
    expect(invited).toMatchObject({ id, displayName: 'Schon Da', roles: ['AUDITOR'] });
    const [mail] = await sql('select params, locale from mail where recipient = $1', [email]);
    expect(mail).toMatchObject({ locale: 'en', params: { link: expect.stringMatching(/\/admin\/$/) as string } });
  });

  it('refuses a role that may do more than one’s own', async () => {
    await expect(invite(coordinator, invitation('PLATFORM_ADMIN'))).rejects.toMatchObject({ code: 'ROLE_TOO_HIGH' });
    expect((await invite(administrator, invitation('PLATFORM_ADMIN'))).roles).toEqual(['PLATFORM_ADMIN']);
  });
});

describe('users', () => {
  it('are visible within the active region only', async () => {
    const [colleague, stranger] = [await aUser(database, here, 'AUDITOR'), await aUser(database, elsewhere, 'AUDITOR')];
    const seen = await asActor(coordinator, () => identity.reads.list({ page: 1, perPage: 100, sort: 'EMAIL_ASC', filter: { role: 'AUDITOR' } }));
    expect(seen.items.map(({ id }) => id)).toContain(idOf(colleague));
    expect(seen.items.map(({ id }) => id)).not.toContain(idOf(stranger));
    for (const id of [idOf(stranger), randomUUID()]) {
      await expect(asActor(coordinator, () => identity.reads.one(id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(asActor(coordinator, () => identity.users.setDisabled(id, true))).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(asActor(coordinator, () => identity.users.grantRole(id, 'AUDITOR'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('show roles of the active region only, though they hold others elsewhere', async () => {
    const both = await aUser(database, here, 'FUND_MANAGER');
    await sql('insert into membership (region_id, user_id, role) values ($1, $2, $3)', [elsewhere, both.userId, 'COORDINATOR']);
    expect((await asActor(coordinator, () => identity.reads.one(idOf(both)))).roles).toEqual(['FUND_MANAGER']);
  });

  it('are searched literally: % and _ are no wildcards', async () => {
    const list = (q: string) => asActor(coordinator, () => identity.reads.list({ page: 1, perPage: 100, sort: 'DISPLAY_NAME_DESC', filter: { q } }));
    expect((await list('%')).items).toEqual([]);
    expect((await list('TEST coordinator')).items.map(({ id }) => id)).toContain(idOf(coordinator));
  });
});

describe('roles', () => {
  it('are granted and taken away up to one’s own rights, and hold at once', async () => {
    const user = await aUser(database, here, 'AUDITOR');
    expect((await asActor(coordinator, () => identity.users.grantRole(idOf(user), 'COORDINATOR'))).roles).toEqual(['AUDITOR', 'COORDINATOR']);
    expect((await asActor(coordinator, () => identity.users.grantRole(idOf(user), 'COORDINATOR'))).roles).toEqual(['AUDITOR', 'COORDINATOR']);
    expect((await asActor(coordinator, () => identity.users.revokeRole(idOf(user), 'AUDITOR'))).roles).toEqual(['COORDINATOR']);
    await expect(asActor(coordinator, () => identity.users.grantRole(idOf(user), 'PLATFORM_ADMIN'))).rejects.toMatchObject({ code: 'ROLE_TOO_HIGH' });
    await expect(asActor(coordinator, () => identity.users.revokeRole(idOf(administrator), 'PLATFORM_ADMIN'))).rejects.toMatchObject({ code: 'ROLE_TOO_HIGH' });
  });

  it('never lose their own last one by their own hand', async () => {
    await expect(asActor(coordinator, () => identity.users.revokeRole(idOf(coordinator), 'COORDINATOR'))).rejects.toMatchObject({ code: 'NOT_YOURSELF' });
    await expect(asActor(administrator, () => identity.users.setDisabled(idOf(administrator), true))).rejects.toMatchObject({ code: 'NOT_YOURSELF' });
  });
});

describe('an account', () => {
  it('is shut out at once by who may, and let in again', async () => {
    const email = `${randomUUID()}@example.test`;
    const id = await aSignInUser(database, { email, displayName: 'Bald Weg', locale: 'de', password: 'drei graue Kraniche', memberships: [{ regionId: here, role: 'AUDITOR' }] });
    const signIn = () => asStranger(() => identity.signIn.signIn({ email, password: 'drei graue Kraniche' }, { address: '10.2.2.2' }));
    const { token } = await signIn();
    await asStranger(() => identity.sessions.actorOf(id, token.sessionId));
    await asActor(coordinator, () => identity.users.setDisabled(id, true));
    await expect(asStranger(() => identity.sessions.actorOf(id, token.sessionId))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(signIn()).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' });
    await asActor(coordinator, () => identity.users.setDisabled(id, false));
    expect((await signIn()).body.user.id).toBe(id);
  });

  it('that also works elsewhere is changed by the platform administrator alone', async () => {
    const both = await aUser(database, here, 'AUDITOR');
    await sql('insert into membership (region_id, user_id, role) values ($1, $2, $3)', [elsewhere, both.userId, 'AUDITOR']);
    const acts = [
      () => identity.users.setDisabled(idOf(both), true),
      () => identity.users.resetSecondFactor(idOf(both)),
      () => identity.users.update(idOf(both), 1, { displayName: 'Umbenannt' }),
    ];
    for (const act of acts) await expect(asActor(coordinator, act)).rejects.toMatchObject({ code: 'ROLE_TOO_HIGH' });
    expect(await asActor(administrator, () => identity.users.update(idOf(both), 1, { displayName: 'Umbenannt' }))).toMatchObject({ displayName: 'Umbenannt', version: 2 });
    await expect(asActor(administrator, () => identity.users.update(idOf(both), 1, { locale: 'en' }))).rejects.toMatchObject({ code: 'VERSION_CONFLICT', params: { version: 2 } });
  });
});

describe('regions', () => {
  it('are founded by the platform administrator, who administers them then', async () => {
    const regions = new RegionService(database.db);
    const input = { key: `neu-${randomUUID().slice(0, 8)}`, name: 'Neue Region', land: 'DE-SN' };
    const founded = await asActor(administrator, () => regions.create(input, 'region-0001'));
    expect(await asActor(administrator, () => regions.create(input, 'region-0001'))).toEqual(founded);
    await expect(asActor(administrator, () => regions.create(input))).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    expect(await sql('select role from membership where region_id = $1', [founded.id])).toEqual([{ role: 'PLATFORM_ADMIN' }]);
    await expect(asActor(coordinator, () => regions.one(founded.id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await asActor(administrator, () => regions.update(founded.id, 1, { centreLat: 51.05, centreLon: 13.74 }))).toMatchObject({ version: 2, name: 'Neue Region', centreLat: 51.05 });
  });
});
