import { aController, adoptedPurposes, consentOf } from '@mintforge/consent/testing';
import type { Signer } from '@mintforge/domain/consent';
import { berlinDay } from '@mintforge/domain/kernel';
import { peopleOf } from '@mintforge/people/testing';
import { Clock, runInContext, type Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../requests/requests.data-map';
import { rightsOf } from '../testing';

const folder = mkdtempSync(join(tmpdir(), 'mintforge-link-rights-'));
const year = Number(berlinDay(new Date()).slice(0, 4));
const born = (age: number) => `${year - age - 1}-06-03`;
const spoken = (birthDate: string) => birthDate.split('-').reverse().map(Number).join('.');

let test: TestDatabase;
let region: string;
let [coordinator, second]: Actor[] = [];
let school: string;
let people: ReturnType<typeof peopleOf>;
let consent: ReturnType<typeof consentOf>;
let rights: ReturnType<typeof rightsOf>;

const as = <T>(work: () => Promise<T>) => asActor(coordinator!, work);
const rows = async <Row>(sql: string, values: unknown[] = []) => (await test.admin.query(sql, values)).rows as Row[];

beforeAll(async () => {
  test = await openTestDatabase();
  region = (await aRegion(test)).id;
  [coordinator, second] = [await aUser(test, region), await aUser(test, region)];
  people = peopleOf(test);
  consent = consentOf(test);
  rights = rightsOf(test, { folder, clock: new Clock() });
  school = (await rows<{ id: string }>(`insert into organisation (region_id, name, name_key, roles) values ($1, 'Schule', 'schule', '{SCHOOL}') returning id`, [region]))[0]!.id;
  await adoptedPurposes(test, consent, [coordinator!, second!]);
  await as(() => consent.purposes.setController(aController));
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

const aPupil = (birthDate = born(12)) => as(() => people.pupils.create({ organisationId: school, firstName: 'Mara', lastName: `Recht${randomUUID().slice(0, 8)}`, birthDate }, randomUUID()));
const linkOf = async (pupilId: string, signer: Signer = 'GUARDIAN_1', withCode = false) => {
  const link = await as(() => test.db.write((tx) => consent.links.make(tx, { pupilId, signer, purposes: ['MATCHING'], withCode })));
  return { token: link.url.split('/').at(-1)!, code: link.code };
};

/** A browser without scripts, from an address of its own. */
function browser(address = `203.0.${randomBytes(1)[0]}.9`) {
  const visit = async (work: (request: FastifyRequest, reply: FastifyReply) => string | Promise<string>) => {
    const seen = { status: 200, headers: {} as Record<string, string> };
    const reply = { status: (code: number) => ((seen.status = code), reply), type: (value: string) => reply.header('content-type', value), header: (name: string, value: string) => ((seen.headers[name] = value), reply) };
    const html = await runInContext({ requestId: randomUUID(), locale: 'de' }, async () => work({ ip: address } as FastifyRequest, reply as unknown as FastifyReply));
    return { ...seen, html, ticket: /name="beleg" value="([^"]+)"/.exec(html)?.[1] ?? '' };
  };
  return {
    look: (language?: string) => visit((_, reply) => rights.rightsPages.enter(language, reply)),
    open: (token: string, form: Record<string, string>) => visit((request, reply) => rights.rightsPages.open(token, form, request, reply)),
    ask: (token: string, form: Record<string, string>) => visit((request, reply) => rights.rightsPages.ask(token, form, request, reply)),
  };
}

const opened = async (token: string, birthDate = born(12)) => browser().open(token, { angabe: spoken(birthDate) });
const asked = async (token: string, recht: string, more: Record<string, string> = {}, birthDate = born(12)) => browser().ask(token, { beleg: (await opened(token, birthDate)).ticket, recht, ...more });
const requestsOf = (pupil: string) =>
  rows<{ id: string; kind: string; state: string; channel: string; requester: string; signer: string; identity_check: string; language: string; purposes: string[]; due: string; identified_by: string | null }>(
    `select id, kind, state, channel, requester, signer, identity_check, language, purposes, due_on::text as due, identified_by from subject_request where subject_id = $1 order by id`, [pupil]);
const gate = async (pupil: string) => (await as(() => test.db.read((tx) => consent.gate.gate(tx, 'PLACEMENT_COMPULSORY', [pupil])))).get(pupil);

describe('the page of a family\'s rights', () => {
  it('opens by the link of the consents and its second factor, offers every right, none chosen, and tells the deadline; looking changes nothing', async () => {
    const pupil = await aPupil();
    const { token } = await linkOf(pupil);
    expect((await browser().look()).html).toContain('<h1>Ihre Rechte</h1>');
    const page = await opened(token);
    expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect([...page.html.matchAll(/name="recht" value="([A-Z_:]+)"/g)].map(([, value]) => value)).toEqual(expect.arrayContaining(['ACCESS', 'RECTIFICATION', 'ERASURE', 'RESTRICTION', 'OBJECTION:PLACEMENT_COMPULSORY']));
    expect(page.html).not.toMatch(/<script|checked|Mara|Recht[\da-f]{8}|OBJECTION:MATCHING|onclick/);
    expect(page.html).toContain('innerhalb eines Monats');
    expect(await requestsOf(pupil)).toEqual([]);
    const consents = await runInContext({ requestId: randomUUID(), locale: 'de' }, () => consent.links.open(token, { ticket: page.ticket }));
    expect(consents.questions).toHaveLength(1);
  });

  it.each([['de', 'Ihre Anfrage ist eingegangen.', 'Kopie aller Daten'], ['de-plain', 'Wir haben Ihre Frage bekommen.', 'Zeigt mir alles'], ['en', 'Your request has arrived.', 'A copy of all data'], ['uk', 'Wir haben Ihre Frage bekommen.', 'Zeigt mir alles']])('speaks %s, and keeps that with the request', async (sprache, said, name) => {
    const pupil = await aPupil();
    const { token } = await linkOf(pupil);
    const page = await browser().open(token, { angabe: spoken(born(12)), sprache });
    expect(page.html).toContain(name);
    expect((await browser().ask(token, { beleg: page.ticket, recht: 'ACCESS', sprache })).html).toContain(said);
    expect(await requestsOf(pupil)).toMatchObject([{ language: sprache }]);
  });
});

describe('a request by a link', () => {
  it('stands in the register with channel, assurance and deadline, is a task of the office, and its state is told on the page', async () => {
    const pupil = await aPupil();
    const { token } = await linkOf(pupil);
    const done = await asked(token, 'ACCESS');
    expect(done.html).toContain('In Arbeit. Antwort spätestens am');
    const [request] = await requestsOf(pupil);
    expect(request).toMatchObject({ kind: 'ACCESS', state: 'EXAMINED', channel: 'WEB', requester: 'GUARDIAN', signer: 'GUARDIAN_1', identity_check: 'LINK', identified_by: null });
    expect(await rows('select kind, state, due_on::text as due from office_task where about = $1', [request!.id])).toEqual([{ kind: 'REQUEST_OPEN', state: 'OPEN', due: request!.due }]);
    await as(() => rights.copies.make({ id: request!.id, version: 1 }));
    await as(() => rights.requests.answer({ id: request!.id, version: 2 }));
    expect((await opened(token)).html).toContain('Beantwortet am');
    expect((await asked(token, 'ERASURE')).html).toMatch(/Löschung[^]*In Arbeit[^]*Kopie aller Daten[^]*Beantwortet am/);
  });

  it('sent twice, or at once, is one; another right is another', async () => {
    const pupil = await aPupil();
    const { token } = await linkOf(pupil);
    const { ticket } = await opened(token);
    const sent = await Promise.all([1, 2, 3].map(() => browser().ask(token, { beleg: ticket, recht: 'ERASURE' })));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    await browser().ask(token, { beleg: ticket, recht: 'OBJECTION:PLACEMENT_COMPULSORY' });
    expect((await requestsOf(pupil)).map(({ kind, purposes }) => [kind, purposes])).toEqual([['ERASURE', []], ['OBJECTION', ['PLACEMENT_COMPULSORY']]]);
  });

  it('for a correction needs words, keeps them sealed for the office alone, and is one per words, five at most', async () => {
    const pupil = await aPupil();
    const { token } = await linkOf(pupil);
    const missing = await asked(token, 'RECTIFICATION', { text: '  ' });
    for (let tries = 0; tries < 5; tries++) expect((await asked(token, 'RECTIFICATION')).status).toBe(200);
    expect(missing.html).toContain('Bitte wählen Sie, was Sie möchten.');
    expect((await asked(token, 'NOTHING', { text: '<b>Geheimrat</b>' })).html).toContain('&lt;b&gt;Geheimrat&lt;/b&gt;</textarea>');
    expect(await requestsOf(pupil)).toEqual([]);
    for (const text of ['Der Nachname ist Geheimrat', 'Der Nachname ist Geheimrat', 'Geboren am 4.']) expect((await asked(token, 'RECTIFICATION', { text })).html).not.toContain('Geheimrat');
    const requests = await requestsOf(pupil);
    expect(requests).toHaveLength(2);
    expect((await as(() => rights.reads.page(requests[0]!.id))).note).toBe('Der Nachname ist Geheimrat');
    const spots = await rows<{ n: number }>(`select (select count(*) from subject_request r where r::text ilike '%geheimrat%')::int + (select count(*) from audit a where a::text ilike '%geheimrat%')::int + (select count(*) from office_task t where t::text ilike '%geheimrat%')::int as n`);
    expect(spots).toEqual([{ n: 0 }]);
    for (const text of ['drei', 'vier', 'fünf']) await asked(token, 'RECTIFICATION', { text });
    expect((await asked(token, 'RECTIFICATION', { text: 'sechs' })).html).toContain('schon mehrere Berichtigungen offen');
    expect(await requestsOf(pupil)).toHaveLength(5);
  });

  it('for a restriction or an objection holds at once, and the page still opens', async () => {
    const [restricted, objecting] = [await aPupil(), await aPupil()];
    const { token } = await linkOf(restricted);
    await asked(token, 'RESTRICTION');
    await asked((await linkOf(objecting)).token, 'OBJECTION:PLACEMENT_COMPULSORY');
    expect([await gate(restricted), await gate(objecting)]).toEqual(['UNKNOWN_PUPIL', 'OBJECTED']);
    expect((await opened(token)).html).toContain('Einschränkung');
  });

  it('by the code of the letter says so', async () => {
    const pupil = await aPupil();
    const { token, code } = await linkOf(pupil, 'GUARDIAN_1', true);
    const { ticket } = await browser().open(token, { angabe: code! });
    await browser().ask(token, { beleg: ticket, recht: 'ACCESS' });
    expect(await requestsOf(pupil)).toMatchObject([{ identity_check: 'SCHOOL_LETTER_CODE', state: 'EXAMINED' }]);
  });

  it('of a pupil from 14 is their own; a younger one\'s, and a guardian\'s while guardians disagree or another has sole custody, waits for a person to judge', async () => {
    const [grown, young, disputed, alone] = [await aPupil(born(15)), await aPupil(), await aPupil(), await aPupil()];
    for (const [signer, answer] of [['GUARDIAN_1', 'GIVEN'], ['GUARDIAN_2', 'REFUSED']] as const) await as(() => consent.consents.record({ entries: [{ pupilId: disputed, purpose: 'MATCHING', signer, answer, decidedOn: berlinDay(new Date()) }], idempotencyKey: randomUUID() }));
    await test.admin.query(`insert into custody (region_id, pupil_id, kind) values ($1, $2, 'SOLE')`, [region, alone]);
    await asked((await linkOf(grown, 'PUPIL')).token, 'ACCESS', {}, born(15));
    await asked((await linkOf(young, 'PUPIL')).token, 'ACCESS');
    const waiting = await asked((await linkOf(disputed)).token, 'RESTRICTION');
    await asked((await linkOf(alone, 'GUARDIAN_2')).token, 'ERASURE');
    const states = await Promise.all([grown, young, disputed, alone].map(async (pupil) => (await requestsOf(pupil)).map(({ state, requester }) => `${requester} ${state}`)));
    expect(states.flat()).toEqual(['SELF EXAMINED', 'SELF RECEIVED', 'GUARDIAN RECEIVED', 'GUARDIAN RECEIVED']);
    expect(waiting.html).toContain('Wir prüfen noch');
    expect(await gate(disputed)).toBe('GIVEN');
    const [request] = await requestsOf(disputed);
    expect(await as(() => rights.reads.page(request!.id))).toMatchObject({ disputed: true, standing: 'TO_JUDGE' });
    await as(() => rights.requests.identify({ id: request!.id, version: 1, check: 'CALL_BACK' }));
    expect(await gate(disputed)).toBe('UNKNOWN_PUPIL');
  });

  it('is told to nobody but the signer who made it', async () => {
    const pupil = await aPupil();
    await asked((await linkOf(pupil, 'GUARDIAN_1')).token, 'ERASURE');
    await as(() => rights.requests.register({ input: { kind: 'ACCESS', subjectKind: 'PUPIL', subjectId: pupil, requester: 'GUARDIAN', channel: 'PAPER', receivedOn: berlinDay(new Date()) }, idempotencyKey: randomUUID() }));
    const other = await opened((await linkOf(pupil, 'GUARDIAN_2')).token);
    expect(other.html).not.toContain('Ihre Anfragen');
  });

  it('is not taken by a link that is forged, malformed, expired, used, of another region or of the guardian of an adult, nor by a wrong factor or another\'s ticket; all look the same', async () => {
    const [right, other, expired, used, adult] = [await aPupil(), await aPupil(), await aPupil(), await aPupil(), await aPupil(born(19))];
    const tokens = Object.fromEntries(await Promise.all(Object.entries({ right, other, expired, used, adult }).map(async ([name, id]) => [name, (await linkOf(id)).token]))) as Record<'right' | 'other' | 'expired' | 'used' | 'adult', string>;
    await test.admin.query(`update consent_link set expires_at = now() - interval '1 second' where pupil_id = $1`, [expired]);
    await test.admin.query('update consent_link set ended_at = now() where pupil_id = $1', [used]);
    const elsewhere = Buffer.concat([Buffer.from((await aRegion(test)).id.replaceAll('-', ''), 'hex'), Buffer.from(tokens.right, 'base64url').subarray(16)]).toString('base64url');
    const forged = Buffer.concat([Buffer.from(region.replaceAll('-', ''), 'hex'), randomBytes(32)]).toString('base64url');
    const seen = [];
    for (const token of [forged, 'kein-token', elsewhere, tokens.expired, tokens.used]) seen.push(await opened(token));
    seen.push(await opened(tokens.adult, born(19)), await browser().open(tokens.right, { angabe: '1.1.2001' }));
    const { ticket } = await opened(tokens.right);
    for (const token of [tokens.other, tokens.expired, forged]) seen.push(await browser().ask(token, { beleg: ticket, recht: 'ERASURE' }));
    seen.push(await browser().ask(tokens.right, { beleg: 'nichts', recht: 'ERASURE' }));
    expect(new Set(seen.map(({ status, html }) => `${status} ${html}`)).size).toBe(1);
    expect(seen[0]!.status).toBe(410);
    for (const pupil of [right, other, expired, used, adult]) expect(await requestsOf(pupil)).toEqual([]);
  });

  it('is guarded against guessing as the other pages of the link', async () => {
    const { token } = await linkOf(await aPupil());
    for (let tries = 0; tries < 5; tries++) expect((await browser().open(token, { angabe: '1.1.2001' })).status).toBe(410);
    expect((await opened(token)).status).toBe(429);
  });
});
