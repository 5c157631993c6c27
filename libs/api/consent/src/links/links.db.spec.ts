import type { PurposeCode, Signer } from '@mintforge/domain/consent';
import { berlinDay } from '@mintforge/domain/kernel';
import { PupilIdentities } from '@mintforge/people';
import { peopleOf } from '@mintforge/people/testing';
import { runInContext, type Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes, randomUUID } from 'node:crypto';
import { aController, consentOf } from '../testing';

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
    look: (language?: string) => visit((_, reply) => feature.pages.enter(language, reply)),
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

  describe('speaks the language of its signer', () => {
    const wordings: [language: string, plain: boolean, title: string, body: string][] = [['uk', false, 'Заголовок українською', 'Текст українською'], ['ar', false, 'عنوان بالعربية', 'نص بالعربية']];
    beforeAll(async () => {
      for (const [language, plain, title, body] of wordings) {
        await test.admin.query(
          `insert into consent_wording (region_id, text_id, language, plain, title, body, sha256) select t.region_id, t.id, $2, $3, $4, $5, app.wording_hash($4, $5) from consent_text t join purpose p on p.region_id = t.region_id and p.id = t.purpose_id where t.region_id = $1 and p.code = 'MATCHING'`,
          [region, language, plain, title, body]);
      }
    });
    const guardianSpeaking = async (pupilId: string, language: string) => {
      const { guardians } = peopleOf(test);
      await as(() => guardians.add({ pupilId, slot: 'GUARDIAN_1', input: { name: 'Alex Elternteil', language }, idempotencyKey: randomUUID() }));
    };

    it('offers every language that the text has, and shows the chosen one with its direction while the page itself falls back to plain German', async () => {
      const token = tokenOf((await linksOf(await pupil()))[0]!.url);
      const german = await browser().open(token);
      expect([...german.html.matchAll(/name="sprache" value="([\w-]+)" lang="(\w+)" dir="(\w+)">([^<]+)</g)].map(([, ...parts]) => parts)).toEqual([
        ['de-plain', 'de', 'ltr', 'Einfache Sprache'], ['ar', 'ar', 'rtl', 'العربية'], ['en', 'en', 'ltr', 'English'], ['uk', 'uk', 'ltr', 'українська'],
      ]);
      const arabic = await browser().open(token, spoken, { sprache: 'ar' });
      expect(arabic.html).toContain('<html lang="de" dir="ltr">');
      expect(arabic.html).toContain('<legend lang="ar" dir="rtl">عنوان بالعربية</legend><div class="text" lang="ar" dir="rtl">نص بالعربية</div>');
      expect(arabic.html).toContain('Bitte sagen Sie bei jeder Frage Ja oder Nein.');
      expect(arabic.html).toMatch(/<legend lang="de" dir="ltr">[^<]*Befragung/);
      expect(arabic.html).not.toContain('<script');
    });

    it('opens in the language of the guardian unless another one is chosen, and in German where no text has it', async () => {
      const [ukrainian, farsi] = [await pupil(), await pupil()];
      await guardianSpeaking(ukrainian, 'uk');
      await guardianSpeaking(farsi, 'fa');
      const token = tokenOf((await linksOf(ukrainian))[0]!.url);
      expect((await browser().open(token)).html).toContain('<legend lang="uk" dir="ltr">Заголовок українською</legend>');
      expect((await browser().open(token, spoken, { sprache: 'en' })).html).toContain('Matching with STEM activities');
      expect((await browser().open(tokenOf((await linksOf(farsi))[0]!.url))).html).toContain('Vermittlung in MINT-Angebote');
    });

    it('puts the wording on record that was shown, so that every answer names what was read', async () => {
      const pupilId = await pupil();
      const token = tokenOf((await linksOf(pupilId))[0]!.url);
      const visitor = browser();
      const { ticket } = await visitor.open(token, spoken, { sprache: 'uk' });
      await visitor.answer(token, { beleg: ticket, sprache: 'uk', zweck_MATCHING: 'GIVEN', zweck_EVALUATION_FOLLOWUP: 'REFUSED' });
      const decisions = await as(() => feature.matrix.decisionsOf(pupilId));
      expect(decisions.filter(({ channel }) => channel === 'LINK').map(({ act, language, plain }) => [act, language, plain]).sort()).toEqual([['GIVEN', 'uk', false], ['REFUSED', 'de', false]]);
      const { id } = decisions.find(({ act }) => act === 'GIVEN')!;
      expect(await as(() => feature.matrix.receipt(id))).toContain('"language":"uk"');
    });

    it('keeps the choice on the first page, with the own words of the page in German, plain German or English', async () => {
      const seen = await Promise.all(['de', 'de-plain', 'en', 'uk', 'xx', '"><script>'].map((language) => browser().look(language)));
      expect(seen.map(({ html }) => /name="sprache" value="([^"]*)"/.exec(html)?.[1] ?? null)).toEqual(['de', 'de-plain', 'en', 'uk', 'xx', null]);
      expect(seen.map(({ html }) => /<html lang="(\w+)"/.exec(html)?.[1])).toEqual(['de', 'de', 'en', 'de', 'de', 'de']);
      for (const { html } of seen) expect(html).not.toContain('<script');
    });
  });

  it('is stored as a hash alone, and its token stands in no log of changes', async () => {
    const token = tokenOf((await linksOf(await pupil()))[0]!.url);
    const { rows } = await test.admin.query<{ n: number }>(
      `select (select count(*)::int from consent_link l where l::text like '%' || $1 || '%') + (select count(*)::int from audit a where a::text like '%' || $1 || '%') + (select count(*)::int from idempotency i where i::text like '%' || $1 || '%') as n`, [token]);
    expect(rows[0]!.n).toBe(0);
  });
});
