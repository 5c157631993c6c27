import type { PurposeCode, Signer } from '@mintforge/domain/consent';
import { berlinDay } from '@mintforge/domain/kernel';
import { PupilIdentities } from '@mintforge/people';
import { runInContext, type Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes, randomUUID } from 'node:crypto';
import { aController, consentOf } from './testing';

let test: TestDatabase;
let region: string;
let coordinator: Actor;
let school: string;
let feature: ReturnType<typeof consentOf>;
const today = berlinDay(new Date());
const birthDate = `${Number(today.slice(0, 4)) - 12}-02-03`;
const spoken = `3.2.${birthDate.slice(0, 4)}`;
const as = <T>(work: () => Promise<T>) => asActor(coordinator, work);

beforeAll(async () => {
  test = await openTestDatabase();
  feature = consentOf(test);
  region = (await aRegion(test)).id;
  coordinator = await aUser(test, region);
  const second = await aUser(test, region);
  school = (await test.admin.query<{ id: string }>(`insert into organisation (region_id, name, name_key, roles) values ($1, 'Schule', 'schule', '{SCHOOL}') returning id`, [region])).rows[0]!.id;
  await as(() => feature.purposes.adopt());
  await as(() => feature.purposes.setController(aController));
  for (const { id } of await as(async () => feature.purposeReads.textsOf((await feature.purposeReads.all()).map((purpose) => purpose.id)))) await asActor(second, () => feature.purposes.releaseText(id, today));
});
afterAll(() => test.close());

const pupil = async (born: string | null = birthDate) =>
  (await as(() => test.db.write((tx) => new PupilIdentities(test.crypto).add(tx, [{ organisationId: school, groupId: null, grade: 8, interests: [], statedWishes: [], firstName: 'Kim', lastName: `Muster${randomUUID().slice(0, 6)}`, birthDate: born }]))))[0]!.id;
const linksOf = (pupilId: string, purposes: PurposeCode[] = ['MATCHING', 'EVALUATION_FOLLOWUP'], withCode = false) => as(() => feature.links.create({ pupilIds: [pupilId], purposes, withCode }));
const tokenOf = (url: string) => url.split('/').at(-1)!;
const answersOf = (pupilId: string) => as(() => test.db.read(async (tx) => [(await feature.gate.gate(tx, 'MATCHING', [pupilId])).get(pupilId), (await feature.gate.gate(tx, 'EVALUATION_FOLLOWUP', [pupilId])).get(pupilId)]));

/** A browser without scripts: it looks at pages and sends forms, from an address of its own. */
function browser(address = `203.0.${randomBytes(1)[0]}.7`) {
  const visit = async (work: (request: FastifyRequest, reply: FastifyReply) => string | Promise<string>) => {
    const seen = { status: 200, headers: {} as Record<string, string> };
    const reply = { status: (code: number) => ((seen.status = code), reply), type: (value: string) => reply.header('content-type', value), header: (name: string, value: string) => ((seen.headers[name] = value), reply) };
    const html = await runInContext({ requestId: randomUUID(), locale: 'de' }, async () => work({ ip: address } as FastifyRequest, reply as unknown as FastifyReply));
    return { ...seen, html, ticket: /name="beleg" value="([^"]+)"/.exec(html)?.[1] ?? '' };
  };
  return {
    look: () => visit((_, reply) => feature.pages.enter(undefined, reply)),
    open: (token: string, angabe = spoken, form = {}) => visit((request, reply) => feature.pages.open(token, { angabe, ...form }, request, reply)),
    answer: (token: string, form: Record<string, string>) => visit((request, reply) => feature.pages.answer(token, { name: 'Alex Elternteil', ...form }, request, reply)),
  };
}

describe('an action link', () => {
  it('leads from the second factor to a page with every text, nothing chosen beforehand, yes and no alike, and no script', async () => {
    const [link] = await linksOf(await pupil());
    expect(link).toMatchObject({ signer: 'GUARDIAN_1', code: null });
    const seen = await browser().open(tokenOf(link!.url));
    expect(seen.status).toBe(200);
    expect(seen.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(seen.html).toContain('Vermittlung in MINT-Angebote');
    expect(seen.html).not.toMatch(/<script|checked|Kim|Muster|onclick/);
    const radios = [...seen.html.matchAll(/<label><input type="radio" name="(\w+)" value="(\w+)">/g)].map(([, name, value]) => `${name} ${value}`);
    expect(radios).toEqual(['zweck_MATCHING GIVEN', 'zweck_MATCHING REFUSED', 'zweck_EVALUATION_FOLLOWUP GIVEN', 'zweck_EVALUATION_FOLLOWUP REFUSED']);
    expect((await browser().open(tokenOf(link!.url), spoken, { sprache: 'de-plain' })).html).toContain('Wir suchen passende Plätze');
    expect((await browser().open(tokenOf(link!.url), spoken, { sprache: 'en' })).html).toContain('Matching with STEM activities');
  });

  it('takes answers down purpose by purpose and is used up; looking changes nothing', async () => {
    const pupilId = await pupil();
    const token = tokenOf((await linksOf(pupilId))[0]!.url);
    const visitor = browser();
    expect((await visitor.look()).status).toBe(200);
    const { ticket } = await visitor.open(token);
    expect(await answersOf(pupilId)).toEqual(['REQUESTED', 'REQUESTED']);
    expect((await visitor.answer(token, { beleg: ticket })).html).toContain('mindestens einem Zweck');
    const done = await visitor.answer(token, { beleg: ticket, zweck_MATCHING: 'GIVEN', zweck_EVALUATION_FOLLOWUP: 'REFUSED' });
    expect([done.status, await answersOf(pupilId)]).toEqual([200, ['GIVEN', 'REFUSED']]);
    expect(await visitor.answer(token, { beleg: ticket, zweck_MATCHING: 'REFUSED' })).toMatchObject({ status: 410 });
    expect(await answersOf(pupilId)).toEqual(['GIVEN', 'REFUSED']);
    const [latest] = await as(() => feature.matrix.decisionsOf(pupilId));
    expect(latest).toMatchObject({ channel: 'LINK', assurance: 'BIRTH_DATE', language: 'de', plain: false, recordedBy: null });
  });

  it('leaves behind a link that takes an answer back in as many steps', async () => {
    const pupilId = await pupil();
    const token = tokenOf((await linksOf(pupilId))[0]!.url);
    const visitor = browser();
    const done = await visitor.answer(token, { beleg: (await visitor.open(token)).ticket, zweck_MATCHING: 'GIVEN' });
    const manage = tokenOf(/href="([^"]+)"/.exec(done.html)![1]!);
    const page = await visitor.open(manage);
    expect(page.html).toContain('Ich widerrufe meine Einwilligung');
    await visitor.answer(manage, { beleg: page.ticket, zweck_MATCHING: 'WITHDRAWN' });
    expect(await answersOf(pupilId)).toEqual(['WITHDRAWN', 'REQUESTED']);
    expect((await visitor.open(manage)).status).toBe(200);
  });

  it('is opened by the code of the letter where there is no birth date, and answered by every signer on their own', async () => {
    const pupilId = await pupil(null);
    const links = await linksOf(pupilId, ['PHOTO_PUBLICATION']);
    expect(links.map(({ signer }) => signer).sort()).toEqual<Signer[]>(['GUARDIAN_1', 'GUARDIAN_2', 'PUPIL']);
    for (const { url, code } of links) {
      const visitor = browser();
      expect((await visitor.open(tokenOf(url), spoken)).status).toBe(410);
      const { ticket } = await visitor.open(tokenOf(url), code!.toLowerCase().replace('-', ' '));
      expect((await visitor.answer(tokenOf(url), { beleg: ticket, zweck_PHOTO_PUBLICATION: 'GIVEN' })).status).toBe(200);
    }
    expect((await as(() => test.db.read((tx) => feature.gate.gate(tx, 'PHOTO_PUBLICATION', [pupilId])))).get(pupilId)).toBe('GIVEN');
  });

  it('that is forged, malformed, expired, used, replaced, of another region or opened by a wrong factor looks the same in every case', async () => {
    const [used, expired, replaced, right] = [await pupil(), await pupil(), await pupil(), await pupil()];
    const tokens = Object.fromEntries(await Promise.all(Object.entries({ used, expired, replaced, right }).map(async ([name, id]) => [name, tokenOf((await linksOf(id))[0]!.url)]))) as Record<'used' | 'expired' | 'replaced' | 'right', string>;
    const visitor = browser();
    await visitor.answer(tokens.used, { beleg: (await visitor.open(tokens.used)).ticket, zweck_MATCHING: 'GIVEN' });
    await test.admin.query(`update consent_link set expires_at = now() - interval '1 second' where pupil_id = $1`, [expired]);
    await linksOf(replaced);
    const elsewhere = Buffer.concat([Buffer.from((await aRegion(test)).id.replaceAll('-', ''), 'hex'), Buffer.from(tokens.right, 'base64url').subarray(16)]).toString('base64url');
    const forged = Buffer.concat([Buffer.from(region.replaceAll('-', ''), 'hex'), randomBytes(32)]).toString('base64url');
    const seen = [];
    for (const token of [forged, 'kein-token', `${tokens.right}A`, elsewhere, tokens.used, tokens.expired, tokens.replaced]) seen.push(await browser().open(token));
    seen.push(await browser().open(tokens.right, '4.2.2013'));
    expect(new Set(seen.map(({ status, html }) => `${status} ${html}`)).size).toBe(1);
    expect(seen[0]!.status).toBe(410);
    const { ticket } = await browser().open(tokens.right);
    const answered = await browser().answer(tokens.expired, { beleg: ticket, zweck_MATCHING: 'GIVEN' });
    expect(`${answered.status} ${answered.html}`).toBe(`410 ${seen[0]!.html}`);
  });

  it('does not answer for what it was not made for', async () => {
    const pupilId = await pupil();
    const token = tokenOf((await linksOf(pupilId, ['MATCHING']))[0]!.url);
    const visitor = browser();
    const { ticket } = await visitor.open(token);
    expect((await visitor.answer(token, { beleg: ticket, zweck_MATCHING: 'GIVEN', zweck_PHOTO_PUBLICATION: 'GIVEN' })).status).toBe(410);
    expect(await answersOf(pupilId)).toEqual(['REQUESTED', 'NOT_ASKED']);
  });

  it('is guarded against guessing: after five wrong factors it is shut for everybody for a while, another one is not', async () => {
    const [first, second] = [tokenOf((await linksOf(await pupil()))[0]!.url), tokenOf((await linksOf(await pupil()))[0]!.url)];
    for (let tries = 0; tries < 5; tries++) expect((await browser().open(first, '1.1.2012')).status).toBe(410);
    expect((await browser().open(first)).status).toBe(429);
    expect((await browser().open(second)).status).toBe(200);
    const net = browser('198.51.100.9');
    for (let tries = 0; tries < 60; tries++) await net.open(randomUUID(), '1.1.2012');
    expect((await net.open(second)).status).toBe(429);
  });

  it('is stored as a hash alone, and its token stands in no log of changes', async () => {
    const token = tokenOf((await linksOf(await pupil()))[0]!.url);
    const { rows } = await test.admin.query<{ n: number }>(
      `select (select count(*)::int from consent_link l where l::text like '%' || $1 || '%') + (select count(*)::int from audit a where a::text like '%' || $1 || '%') + (select count(*)::int from idempotency i where i::text like '%' || $1 || '%') as n`, [token]);
    expect(rows[0]!.n).toBe(0);
  });
});
