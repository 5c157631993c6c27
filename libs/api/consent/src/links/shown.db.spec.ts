import type { PurposeCode } from '@mintforge/domain/consent';
import { addDays, berlinDay } from '@mintforge/domain/kernel';
import { aSchool, peopleOf } from '@mintforge/people/testing';
import { runInContext, type Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { adoptedPurposes, consentOf } from '../testing';

let test: TestDatabase;
let region: string;
let [coordinator, second]: Actor[] = [];
let school: string;
let people: ReturnType<typeof peopleOf>;
let feature: ReturnType<typeof consentOf>;
const today = berlinDay(new Date());
const yearsAgo = (years: number, day = today) => `${Number(day.slice(0, 4)) - years}${day.slice(4).replace('02-29', '02-28')}`;
const as = <T>(work: () => Promise<T>) => asActor(coordinator!, work);

beforeAll(async () => {
  test = await openTestDatabase();
  people = peopleOf(test);
  feature = consentOf(test, people.birthDates);
  region = (await aRegion(test)).id;
  [coordinator, second] = [await aUser(test, region), await aUser(test, region)];
  school = await aSchool(test, region);
  await adoptedPurposes(test, feature, [coordinator!, second!]);
});
afterAll(() => test.close());

const pupil = async (birthDate: string) =>
  (await as(() => test.db.write((tx) => people.identities.add(tx, [{ organisationId: school, groupId: null, grade: 9, interests: [], statedWishes: [], firstName: 'Kim', lastName: `Muster${randomUUID().slice(0, 6)}`, birthDate }]))))[0]!.id;
/** The tokens and codes of everybody whose yes is missing, by signer. */
const asked = async (pupilId: string, purposes: PurposeCode[]) =>
  new Map((await as(() => feature.links.create({ pupilIds: [pupilId], purposes, withCode: true }))).map(({ signer, url, code }) => [signer, { token: url.split('/').at(-1)!, code: code! }]));
const gate = async (purpose: PurposeCode, pupilId: string) => (await as(() => test.db.read((tx) => feature.gate.gate(tx, purpose, [pupilId])))).get(pupilId);
const page = async (work: (request: FastifyRequest, reply: FastifyReply) => Promise<string>) => {
  const seen = { status: 200 };
  const reply = { status: (code: number) => ((seen.status = code), reply), type: () => reply, header: () => reply };
  const html = await runInContext({ requestId: randomUUID(), locale: 'de' }, () => work({ ip: '203.0.113.9' } as FastifyRequest, reply as unknown as FastifyReply));
  return { ...seen, html, ticket: /name="beleg" value="([^"]+)"/.exec(html)?.[1] ?? '' };
};
const open = (token: string, angabe: string) => page((request, reply) => feature.pages.open(token, { angabe }, request, reply));
const answer = (token: string, form: Record<string, string>) => page((request, reply) => feature.pages.answer(token, { name: 'Alex Elternteil', sprache: 'de', ...form }, request, reply));
const purposeId = async (code: PurposeCode) => (await as(() => feature.purposeReads.all())).find((purpose) => purpose.code === code)!.id;
/** Puts a text in force today while somebody is reading the one before. */
const release = async (code: PurposeCode, change: 'MATERIAL' | 'EDITORIAL', body: string) => {
  const wordings = [false, true].map((plain) => ({ language: 'de', plain, title: 'Neuer Text', body }));
  const id = await as(async () => feature.purposes.proposeText({ purposeId: await purposeId(code), change, wordings, dpoReference: null, idempotencyKey: randomUUID() }));
  await asActor(second!, () => feature.purposes.releaseText(id, today));
  return id;
};

describe('an answer on a page', () => {
  it.each(['MATERIAL', 'EDITORIAL'] as const)('is not taken for a text that came into force (%s) after the page was shown: the new text is shown first', async (change) => {
    const pupilId = await pupil(yearsAgo(12));
    const { token, code } = (await asked(pupilId, ['EVALUATION_FOLLOWUP'])).get('GUARDIAN_1')!;
    const before = await open(token, code);
    const textId = await release('EVALUATION_FOLLOWUP', change, `Jetzt auch an Dritte ${randomUUID()}.`);
    const again = await answer(token, { beleg: before.ticket, zweck_EVALUATION_FOLLOWUP: 'GIVEN' });
    expect([again.status, await gate('EVALUATION_FOLLOWUP', pupilId)]).toEqual([200, 'REQUESTED']);
    expect(again.html).toContain('Jetzt auch an Dritte');
    expect(again.html).toContain('Der Text hat sich gerade geändert');
    await answer(token, { beleg: again.ticket, zweck_EVALUATION_FOLLOWUP: 'GIVEN' });
    expect(await gate('EVALUATION_FOLLOWUP', pupilId)).toBe('GIVEN');
    const { rows } = await test.admin.query<{ text_id: string }>(`select text_id from consent_decision where pupil_id = $1 and act = 'GIVEN'`, [pupilId]);
    expect(rows).toEqual([{ text_id: textId }]);
  });

  it('is still taken from a guardian for what they decide, when the pupil took over the rest since the link was made', async () => {
    const pupilId = await pupil(yearsAgo(16, addDays(today, 1)));
    const { token, code } = (await asked(pupilId, ['MATCHING', 'PHOTO_INTERNAL'])).get('GUARDIAN_1')!;
    await as(async () => people.pupils.update(pupilId, (await people.pupilReads.one(pupilId)).version, { birthDate: yearsAgo(16) }));
    const shown = await open(token, code);
    expect([...shown.html.matchAll(/<input type="radio" name="(\w+)"/g)].map(([, name]) => name)).toEqual(['zweck_PHOTO_INTERNAL', 'zweck_PHOTO_INTERNAL']);
    expect((await answer(token, { beleg: shown.ticket, zweck_PHOTO_INTERNAL: 'GIVEN' })).status).toBe(200);
    const { rows } = await test.admin.query<{ code: string }>(`select p.code from consent_decision d join purpose p on p.id = d.purpose_id where d.pupil_id = $1 and d.signer = 'GUARDIAN_1'`, [pupilId]);
    expect(rows).toEqual([{ code: 'PHOTO_INTERNAL' }]);
  });

  it('of a guardian is asked for nothing that the pupil alone decides by now', async () => {
    const pupilId = await pupil(yearsAgo(16, addDays(today, 1)));
    const { token, code } = (await asked(pupilId, ['MATCHING'])).get('GUARDIAN_1')!;
    await as(async () => people.pupils.update(pupilId, (await people.pupilReads.one(pupilId)).version, { birthDate: yearsAgo(16) }));
    expect((await open(token, code)).status).toBe(410);
  });
});
