import type { PurposeCode, Signer } from '@mintforge/domain/consent';
import { addDays, berlinDay, Refusal } from '@mintforge/domain/kernel';
import type { Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, drainJobs, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { peopleOf } from '@mintforge/people/testing';
import { Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { ConsentChaseFilter } from './chase.types';
import { paperOf } from '../paper/paper.testing';
import { adoptedPurposes, consentOf } from '../testing';

let test: TestDatabase;
let feature: ReturnType<typeof consentOf>;
let people: ReturnType<typeof peopleOf>;
let region: string;
let coordinator: Actor;
let second: Actor;
let school: string;

const today = berlinDay(new Date());
const year = Number(today.slice(0, 4));
const as = <T>(work: () => Promise<T>, actor = coordinator) => asActor(actor, work);

beforeAll(async () => {
  Logger.overrideLogger(false);
  test = await openTestDatabase();
  feature = consentOf(test);
  people = peopleOf(test);
});
beforeEach(async () => {
  region = (await aRegion(test)).id;
  coordinator = await aUser(test, region);
  second = await aUser(test, region);
  school = (await test.admin.query<{ id: string }>(`insert into organisation (region_id, name, name_key, roles) values ($1, 'Schule', 'schule', '{SCHOOL}') returning id`, [region])).rows[0]!.id;
  await adoptedPurposes(test, feature, [coordinator, second]);
});
afterAll(() => test.close());

interface Family {
  age?: number | null;
  guardians?: Partial<Record<'GUARDIAN_1' | 'GUARDIAN_2', { email?: string | null; phone?: string | null; language?: string; plain?: boolean }>>;
}

/** A pupil of a family; the address is the test's own unless given. */
async function aPupil({ age = 12, guardians = {} }: Family = {}): Promise<string> {
  const pupilId = await as(() => people.pupils.create({ organisationId: school, firstName: `Kim${randomUUID().slice(0, 6)}`, lastName: 'Kanarienvogel', birthDate: age === null ? null : `${year - age - 1}-12-31` }, randomUUID()));
  for (const [slot, { email = null, phone = null, language, plain }] of Object.entries(guardians)) {
    await as(() => people.guardians.add({ pupilId, slot: slot as 'GUARDIAN_1', input: { name: 'Alex Elternteil', email, phone, ...(language ? { language } : {}), ...(plain === undefined ? {} : { plain }) }, sharesAddress: true, idempotencyKey: randomUUID() }));
  }
  return pupilId;
}
const withMail = (email = `eltern.${randomUUID().slice(0, 8)}@vogelpost.test`) => ({ email });
const ask = (pupilIds: string[], purposes: PurposeCode[] = ['MATCHING'], key = randomUUID()) => as(() => feature.asking.ask({ pupilIds, purposes, idempotencyKey: key }));
const chase = async (filter: ConsentChaseFilter = {}, actor = coordinator) => (await as(() => feature.chasing.list({ page: 1, perPage: 100, filter }), actor)).items;
const mails = async () => (await test.admin.query<{ id: string; template: string; locale: string; recipient: string | null; recipientKind: string; state: string; pupilId: string; row: string }>(
  `select id, template, locale, recipient, recipient_kind as "recipientKind", state, pupil_id as "pupilId", m::text as row from mail m where region_id = $1 order by id`, [region])).rows;
/** Sets all askings and approaches of the region back by some days. */
async function back(days: number): Promise<void> {
  await test.admin.query(`update consent_decision set decided_at = decided_at - make_interval(days => $2), created_at = created_at - make_interval(days => $2) where region_id = $1`, [region, days]);
  await test.admin.query(`update consent_approach set created_at = created_at - make_interval(days => $2) where region_id = $1`, [region, days]);
}
const answer = (pupilId: string, signer: Signer = 'GUARDIAN_1') => as(() => feature.consents.record({ entries: [{ pupilId, purpose: 'MATCHING', signer, answer: 'GIVEN', decidedOn: today }], idempotencyKey: randomUUID() }));
const tasks = async () => (await test.admin.query<{ about: string; state: string; params: object }>(`select about, state, params from office_task where region_id = $1 and kind = 'NOBODY_REACHABLE' order by id`, [region])).rows;
const remindByItself = (automatic: boolean) => as(async () => feature.chasing.setRules({ version: (await feature.chasing.rules()).version, input: { firstAfterDays: 5, thenEveryDays: 3, mostReminders: 2, automatic, source: 'Beschluss der Steuerungsgruppe' } }));
const round = () => test.jobs.runRound('consent.chase', new Date());

describe('asking by mail', () => {
  it('writes one mail per signer and set of purposes, in the language of each, and tells who has no address', async () => {
    const german = await aPupil({ guardians: { GUARDIAN_1: withMail() } });
    const simple = await aPupil({ guardians: { GUARDIAN_1: { ...withMail(), plain: true } } });
    const english = await aPupil({ guardians: { GUARDIAN_1: { ...withMail(), language: 'en' } } });
    const ukrainian = await aPupil({ guardians: { GUARDIAN_1: { ...withMail(), language: 'uk' } } });
    const nothing = await aPupil();
    const undated = await aPupil({ age: null, guardians: { GUARDIAN_1: withMail() } });
    const told = await ask([german, simple, english, ukrainian, nothing, undated], ['MATCHING', 'EVALUATION_FOLLOWUP']);
    const ofPupil = (id: string) => told.filter(({ pupilId, signer }) => pupilId === id && signer === 'GUARDIAN_1').map(({ written, mail }) => [written, mail]);
    expect([german, simple, english, ukrainian].map(ofPupil)).toEqual(Array(4).fill([[true, 'READY']]));
    expect([ofPupil(nothing), ofPupil(undated)]).toEqual([[[false, 'NO_ADDRESS']], [[false, 'NO_BIRTH_DATE']]]);
    const written = await mails();
    expect(new Map(written.map(({ pupilId, template, locale }) => [pupilId, `${template} ${locale}`]))).toEqual(new Map([[german, 'consent.ask de'], [simple, 'consent.askPlain de'], [english, 'consent.ask en'], [ukrainian, 'consent.askBoth de']]));
    expect(written).toHaveLength(4);
  });

  it('leaves no name, address or link in the mail at rest, and names nobody in the subject', async () => {
    await ask([await aPupil({ guardians: { GUARDIAN_1: withMail('amsel@vogelpost.test') } })]);
    const [mail] = await mails();
    expect(mail).toMatchObject({ recipient: null, recipientKind: 'GUARDIAN' });
    expect(mail!.row).not.toMatch(/vogelpost|einwilligung|Kanarienvogel|Elternteil/i);
    const { rows } = await test.admin.query('select region_id as "regionId", id, template, locale, params, secret from mail where id = $1', [mail!.id]);
    const { subject, body } = feature.mails.render(rows[0] as Parameters<typeof feature.mails.render>[0]);
    expect(subject).toBe('Bitte um Ihre Entscheidung');
    expect(body).toMatch(/\/einwilligung\/[\w-]+\?sprache=de\n/);
    expect(body).not.toMatch(/Kim|Kanarienvogel|Elternteil/);
  });

  it('writes to the other guardian where one will do and only they have an address, and to the pupil who signs', async () => {
    const child = await aPupil({ guardians: { GUARDIAN_2: withMail() } });
    expect(await ask([child])).toMatchObject([{ signer: 'GUARDIAN_2', written: true }]);
    const teenager = await aPupil({ age: 15, guardians: { GUARDIAN_1: withMail() } });
    await as(() => people.guardians.setPupilContact({ pupilId: teenager, email: 'ich@vogelpost.test' }));
    expect(await ask([teenager])).toMatchObject([{ signer: 'GUARDIAN_1', written: true }, { signer: 'PUPIL', written: true }]);
    expect((await mails()).map(({ recipientKind }) => recipientKind)).toEqual(['GUARDIAN', 'GUARDIAN', 'PUPIL']);
  });

  it('writes to nobody twice, pressed twice or asked twice', async () => {
    const pupilId = await aPupil({ guardians: { GUARDIAN_1: withMail() } });
    const key = randomUUID();
    expect(await ask([pupilId], ['MATCHING'], key)).toEqual(await ask([pupilId], ['MATCHING'], key));
    expect(await ask([pupilId])).toMatchObject([{ written: false, mail: 'WAITING' }]);
    await Promise.all([0, 1, 2].map(() => as(() => feature.asking.remind({ entries: [{ pupilId, signer: 'GUARDIAN_1' }], idempotencyKey: randomUUID() }))));
    expect(await mails()).toHaveLength(1);
  });

  it('leads to a page on which the guardian answers, and the answer takes the pupil off the list', async () => {
    const pupilId = await aPupil({ guardians: { GUARDIAN_1: withMail() } });
    await ask([pupilId]);
    expect(await chase()).toMatchObject([{ pupilId, signer: 'GUARDIAN_1', step: 'WAIT', reminders: 0, lastChannel: 'MAIL', mail: 'WAITING' }]);
    await answer(pupilId);
    expect(await chase()).toEqual([]);
  });
});

describe('the chase list', () => {
  it('says who is missing, since when, how often they were reminded and by what way, and what to do next', async () => {
    const family = await aPupil({ guardians: { GUARDIAN_1: { ...withMail(), phone: '0381 12345' } } });
    const byPhone = await aPupil({ guardians: { GUARDIAN_1: { phone: '0381 54321' } } });
    const silent = await aPupil();
    await ask([family, byPhone, silent]);
    await back(8);
    expect(new Map((await chase({ due: true })).map((row) => [row.pupilId, [row.step, row.askedOn, row.mail, row.unreachable]]))).toEqual(new Map<string, unknown[]>([
      [family, ['MAIL', addDays(today, -8), 'WAITING', false]], [byPhone, ['CALL', addDays(today, -8), 'NO_ADDRESS', false]], [silent, ['SLIP', addDays(today, -8), 'NO_ADDRESS', true]],
    ]));
    const entries = [family, byPhone].map((pupilId) => ({ pupilId, signer: 'GUARDIAN_1' as const }));
    expect(await as(() => feature.asking.remind({ entries, idempotencyKey: randomUUID() }))).toBe(1);
    expect(await as(() => feature.asking.note({ entries: entries.slice(1), channel: 'CALL', idempotencyKey: randomUUID() }))).toBe(1);
    expect(await chase({ step: 'WAIT' })).toEqual(expect.arrayContaining([expect.objectContaining({ pupilId: family, reminders: 1, lastChannel: 'MAIL' }), expect.objectContaining({ pupilId: byPhone, reminders: 1, lastChannel: 'CALL' })]));
    expect((await mails()).map(({ template }) => template)).toEqual(['consent.ask', 'consent.remind']);
  });

  it('counts a slip that was printed as a way that was tried, for the signer alone who has no address', async () => {
    const pupilId = await aPupil({ age: 15, guardians: { GUARDIAN_1: withMail() } });
    await ask([pupilId]);
    await back(8);
    const links = async (signer: Signer) => (await test.admin.query<{ n: number }>(`select count(*)::int as n from consent_link where pupil_id = $1 and signer = $2 and ended_at is null and code_hash is not null`, [pupilId, signer])).rows[0]!.n;
    const slips = await as(() => paperOf(test, feature).slips.renew([{ pupilId, signer: 'PUPIL' }]));
    expect(slips.map(({ signer, code }) => [signer, /^\w{3}-\w{4}$/.test(code)])).toEqual([['PUPIL', true]]);
    expect([await links('PUPIL'), await links('GUARDIAN_1')]).toEqual([1, 0]);
    expect((await chase()).map(({ signer, lastChannel, reminders, step }) => [signer, lastChannel, reminders, step])).toEqual([['GUARDIAN_1', 'MAIL', 0, 'MAIL'], ['PUPIL', 'SLIP', 1, 'WAIT']]);
  });

  it('takes another way when the mail came to nobody', async () => {
    const pupilId = await aPupil({ guardians: { GUARDIAN_1: { ...withMail(), phone: '0381 12345' } } });
    await ask([pupilId]);
    await test.admin.query(`update mail set state = 'FAILED', error = 'EENVELOPE' where region_id = $1`, [region]);
    expect(await chase()).toMatchObject([{ mail: 'FAILED', step: 'CALL', dueOn: today }]);
  });

  it('is filtered and read by the coordination office alone, with the reads of names in the audit', async () => {
    const pupilId = await aPupil({ guardians: { GUARDIAN_1: withMail() } });
    await ask([pupilId]);
    expect(await chase({ purpose: 'PHOTO_PUBLICATION' })).toEqual([]);
    expect(await chase({ organisationId: school, pupilId })).toMatchObject([{ lastName: 'Kanarienvogel' }]);
    const stranger = await aUser(test, (await aRegion(test)).id);
    expect(await chase({}, stranger)).toEqual([]);
    const evaluation = await aUser(test, region, 'EVALUATION_MANAGER');
    expect((await chase({}, evaluation)).every(({ firstName, lastName, mail }) => firstName === null && lastName === null && mail !== 'READY')).toBe(true);
    const { rows } = await test.admin.query<{ n: number }>(`select count(*)::int as n from audit where region_id = $1 and changes @> $2::jsonb`, [region, JSON.stringify([{ table: 'pupil', verb: 'read', ids: [pupilId] }])]);
    expect(rows[0]!.n).toBeGreaterThan(0);
  });

  it('follows rules that the region decides on, under the version that was seen', async () => {
    expect(await as(() => feature.chasing.rules())).toMatchObject({ firstAfterDays: 7, automatic: false, version: 0 });
    expect(await remindByItself(true)).toMatchObject({ firstAfterDays: 5, automatic: true, version: 1, source: 'Beschluss der Steuerungsgruppe' });
    const input = { firstAfterDays: 6, thenEveryDays: 3, mostReminders: 2, automatic: false, source: 'Zu spät' };
    for (const version of [0, 7]) await expect(as(() => feature.chasing.setRules({ version, input }))).rejects.toBeInstanceOf(Refusal);
    expect(await as(() => feature.chasing.setRules({ version: 1, input }))).toMatchObject({ firstAfterDays: 6, version: 2 });
  });
});

describe('a morning', () => {
  it('sends what is due where the region wants it, once however often it runs, and proposes it elsewhere', async () => {
    const pupilId = await aPupil({ guardians: { GUARDIAN_1: withMail() } });
    await ask([pupilId]);
    await remindByItself(false);
    await back(5);
    await round();
    expect(await mails()).toHaveLength(1);
    await remindByItself(true);
    await round();
    await round();
    expect((await mails()).map(({ template }) => template)).toEqual(['consent.ask', 'consent.remind']);
    expect(await chase()).toMatchObject([{ step: 'WAIT', reminders: 1, dueOn: addDays(today, 3) }]);
  });

  it('gives the office a task when nobody can be reached or the last reminder was in vain; an answer settles it', async () => {
    const [nobody, silent] = [await aPupil(), await aPupil({ guardians: { GUARDIAN_1: withMail() } })];
    await remindByItself(true);
    await ask([nobody, silent]);
    await round();
    expect(await tasks()).toEqual([]);
    await back(5);
    await round();
    expect(await tasks()).toMatchObject([{ about: nobody, state: 'OPEN', params: { since: addDays(today, -5), reminders: 0, signers: 'GUARDIAN_1' } }]);
    for (let reminder = 0; reminder < 2; reminder++) {
      await back(3);
      await round();
    }
    expect((await mails()).map(({ template }) => template)).toEqual(['consent.ask', 'consent.remind', 'consent.remind']);
    expect(await tasks()).toHaveLength(2);
    expect(await chase({ pupilId: silent })).toMatchObject([{ unreachable: true, step: 'SLIP', reminders: 2 }]);
    await answer(silent);
    expect((await tasks()).map(({ about, state }) => [about, state])).toEqual([[nobody, 'OPEN'], [silent, 'DONE']]);
  });

  it('does not ask the office again when somebody finished the task, until the pupil is asked anew', async () => {
    const pupilId = await aPupil();
    await ask([pupilId]);
    await back(8);
    await round();
    await test.admin.query(`update office_task set state = 'DONE', done_at = now(), done_by = $2 where region_id = $1`, [region, coordinator.userId]);
    await round();
    expect((await tasks()).map(({ state }) => state)).toEqual(['DONE']);
    await test.admin.query(`update office_task set done_at = done_at - interval '30 days', created_at = created_at - interval '30 days' where region_id = $1`, [region]);
    await round();
    expect((await tasks()).map(({ state }) => state)).toEqual(['DONE', 'OPEN']);
  });

  it('settles the task when an address became known', async () => {
    const pupilId = await aPupil();
    await ask([pupilId]);
    await back(8);
    await round();
    expect(await tasks()).toMatchObject([{ about: pupilId, state: 'OPEN' }]);
    await as(() => people.guardians.add({ pupilId, slot: 'GUARDIAN_1', input: { name: 'Bo Elternteil', ...withMail() }, idempotencyKey: randomUUID() }));
    await round();
    expect(await tasks()).toMatchObject([{ about: pupilId, state: 'DONE' }]);
  });
});

it('a mail to a guardian who is no longer on record fails for good and says so on the list', async () => {
  const pupilId = await aPupil({ guardians: { GUARDIAN_1: withMail(), GUARDIAN_2: withMail() } });
  await ask([pupilId], ['PHOTO_PUBLICATION']);
  await test.admin.query('update guardian set email = null, email_index = null where region_id = $1', [region]);
  feature.mails.onModuleInit();
  await drainJobs(test);
  expect((await mails()).map(({ state }) => state)).toEqual(['FAILED', 'FAILED']);
  expect((await chase()).map(({ mail, step }) => [mail, step])).toEqual([['FAILED', 'SLIP'], ['FAILED', 'SLIP']]);
});
