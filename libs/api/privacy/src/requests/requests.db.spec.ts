import { aController, adoptedPurposes, consentOf } from '@mintforge/consent/testing';
import { addDays, berlinDay, type RefusalCode } from '@mintforge/domain/kernel';
import type { RequestKind } from '@mintforge/domain/privacy';
import { peopleOf } from '@mintforge/people/testing';
import type { Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, StandingClock, type TestDatabase } from '@mintforge/platform/testing';
import { Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './requests.data-map';
import type { RequestInput } from './requests.inputs';
import { rightsOf } from '../testing';

const folder = mkdtempSync(join(tmpdir(), 'mintforge-rights-'));
const clock = new StandingClock();
let test: TestDatabase;
let region: string;
let [coordinator, second, auditor, administrator]: Actor[] = [];
let rights: ReturnType<typeof rightsOf>;
let people: ReturnType<typeof peopleOf>;
let consent: ReturnType<typeof consentOf>;
let school: string;

const as = <T>(work: () => Promise<T>, actor = coordinator!) => asActor(actor, work);
const rows = async <Row>(sql: string, values: unknown[] = []) => (await test.admin.query(sql, values)).rows as Row[];
const refusal = (work: Promise<unknown>): Promise<RefusalCode> => work.then(() => { throw new Error('was not refused'); }, (error: { code: RefusalCode }) => error.code);
const on = (day: string) => (clock.at = new Date(`${day}T09:00:00Z`));

const aPupil = async (birthDate = '2011-05-04') =>
  as(() => people.pupils.create({ organisationId: school, firstName: 'Mara', lastName: `Recht${randomUUID().slice(0, 8)}`, birthDate, interests: ['ROBOTICS'] }, randomUUID()));
const register = (kind: RequestKind, subjectId: string | null, more: Partial<RequestInput> = {}) =>
  as(() => rights.requests.register({ input: { kind, subjectKind: 'PUPIL', subjectId, requester: 'SELF', channel: 'MAIL', receivedOn: berlinDay(clock.now()), ...more }, idempotencyKey: randomUUID() }));
const page = (id: string, actor = coordinator!) => as(() => rights.reads.page(id), actor);
const examined = async (kind: RequestKind, subjectId: string, more: Partial<RequestInput> = {}) => {
  const id = await register(kind, subjectId, more);
  await as(() => rights.requests.identify({ id, version: 1, check: 'CALL_BACK' }));
  return id;
};
const taskOf = async (id: string) => (await rows<{ state: string; params: object; due: string }>(`select state, params, due_on::text as due from office_task where about = $1 and kind = 'REQUEST_OPEN'`, [id]))[0];
const gate = async (pupil: string, purpose: 'PLACEMENT_COMPULSORY' | 'MATCHING') => (await as(() => test.db.read((tx) => consent.gate.gate(tx, purpose, [pupil])))).get(pupil);

beforeAll(async () => {
  // That the ledger cannot be written, or differs, is logged loudly; here it is expected.
  Logger.overrideLogger(false);
  test = await openTestDatabase();
  region = (await aRegion(test)).id;
  [coordinator, second, auditor, administrator] = [await aUser(test, region), await aUser(test, region), await aUser(test, region, 'AUDITOR'), await aUser(test, region, 'PLATFORM_ADMIN')];
  people = peopleOf(test);
  consent = consentOf(test);
  rights = rightsOf(test, { folder, clock });
  rights.reminders.onModuleInit();
  school = (await rows<{ id: string }>(`insert into organisation (region_id, name, name_key, roles) values ($1, 'Schule', 'schule', '{SCHOOL}') returning id`, [region]))[0]!.id;
  await as(() => consent.purposes.adopt());
  await as(() => consent.purposes.setController(aController));
});
beforeEach(() => on('2026-11-21'));
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

describe('a request', () => {
  it('stands in the register with its deadline and light, keeps what was asked sealed, and is entered once per key', async () => {
    const pupil = await aPupil();
    const id = await register('ACCESS', pupil, { receivedOn: '2026-10-31', note: 'Bitte auch alles über Frau Geheimrat' });
    expect(await page(id)).toMatchObject({ request: { state: 'RECEIVED', dueOn: '2026-11-30', urgency: 'AMBER', daysLeft: 9 }, subjectName: expect.stringContaining('Mara'), note: 'Bitte auch alles über Frau Geheimrat', standing: 'ENTITLED', mayExtend: true });
    expect((await rows<{ n: number }>(`select count(*)::int as n from subject_request r where r::text ilike '%geheimrat%' or encode(note, 'escape') ilike '%geheimrat%'`))[0]!.n).toBe(0);
    const input = { kind: 'ACCESS', subjectKind: 'PUPIL', subjectId: pupil, requester: 'SELF', channel: 'PAPER', receivedOn: '2026-11-01' } as const;
    const key = randomUUID();
    expect(await as(() => rights.requests.register({ input, idempotencyKey: key }))).toBe(await as(() => rights.requests.register({ input, idempotencyKey: key })));
    expect((await as(() => rights.reads.list({ page: 1, perPage: 100, sort: 'DUE_ON_ASC', filter: { open: true, subjectId: pupil } }))).items).toHaveLength(2);
  });

  it('is not entered for a day to come, a stranger, with a note that no key could seal, or for a limit that nobody could keep', async () => {
    const pupil = await aPupil();
    const wrong = (kind: RequestKind, more: Partial<RequestInput>, subject: string | null = pupil) => register(kind, subject, more).catch((error: { code: string; fields?: object }) => error.fields ?? error.code);
    expect(await wrong('ACCESS', { receivedOn: '2026-11-22' })).toEqual({ receivedOn: 'future' });
    expect(await wrong('ACCESS', {}, randomUUID())).toBe('NOT_FOUND');
    expect(await wrong('ACCESS', { note: 'Hallo' }, null)).toEqual({ note: 'needsSubject' });
    expect(await wrong('ERASURE', { subjectKind: 'USER', subjectId: coordinator!.userId }, null)).toEqual({ subjectKind: 'notErasable' });
    expect(await wrong('RESTRICTION', { subjectKind: 'CONTACT' }, null)).toEqual({ subjectKind: 'notLimitable' });
    expect(await wrong('OBJECTION', {})).toEqual({ purposes: 'required' });
    expect(await wrong('OBJECTION', { purposes: ['MATCHING'] })).toEqual({ purposes: 'restsOnConsent' });
  });

  it('names nobody to an auditor, and is no other region\'s', async () => {
    const id = await register('ACCESS', await aPupil(), { note: 'Geheim' });
    expect(await page(id, auditor)).toMatchObject({ subjectName: null, note: null, standing: null, request: { pseudonym: expect.any(String) } });
    const stranger = await aUser(test, (await aRegion(test)).id);
    expect(await refusal(page(id, stranger))).toBe('NOT_FOUND');
    expect(await refusal(as(() => rights.requests.withdraw({ id, version: 1 }), stranger))).toBe('NOT_FOUND');
  });

  it('is answered after we know who asks and did what was asked, and then not again', async () => {
    const id = await register('ACCESS', await aPupil());
    expect(await refusal(as(() => rights.requests.answer({ id, version: 1 })))).toBe('REQUEST_NOT_IDENTIFIED');
    await as(() => rights.requests.identify({ id, version: 1, check: 'SCHOOL_CONFIRMED' }));
    expect(await refusal(as(() => rights.requests.answer({ id, version: 2 })))).toBe('REQUEST_STEP_MISSING');
    await as(() => rights.copies.make({ id, version: 2 }));
    await as(() => rights.requests.answer({ id, version: 3 }));
    expect((await page(id)).request).toMatchObject({ state: 'ANSWERED', endedOn: '2026-11-21', urgency: 'NONE', daysLeft: null, endedBy: coordinator!.userId });
    expect(await taskOf(id)).toMatchObject({ state: 'DONE' });
    expect(await refusal(as(() => rights.requests.refuse({ id, version: 4, reason: 'EXCESSIVE' })))).toBe('REQUEST_ENDED');
  });

  it('takes two months more within the first one, once', async () => {
    const [late, early] = [await register('ACCESS', await aPupil(), { receivedOn: '2026-10-20' }), await register('ACCESS', await aPupil(), { receivedOn: '2026-10-21' })];
    expect(await refusal(as(() => rights.requests.extend({ id: late, version: 1, reason: 'COMPLEX' })))).toBe('REQUEST_NOT_EXTENDABLE');
    await as(() => rights.requests.extend({ id: early, version: 1, reason: 'COMPLEX' }));
    expect((await page(early)).request).toMatchObject({ dueOn: '2027-01-21', extendedOn: '2026-11-21', extensionReason: 'COMPLEX' });
    expect(await taskOf(early)).toMatchObject({ due: '2027-01-21', state: 'OPEN' });
    expect(await refusal(as(() => rights.requests.extend({ id: early, version: 2, reason: 'COMPLEX' })))).toBe('REQUEST_NOT_EXTENDABLE');
  });

  it('reminds the office on day 14 and 25 by its nightly round, also after a night without one, and never when ended', async () => {
    const [id, ended] = [await register('ACCESS', await aPupil(), { receivedOn: '2026-11-01' }), await register('ACCESS', await aPupil(), { receivedOn: '2026-11-01' })];
    await as(() => rights.requests.withdraw({ id: ended, version: 1 }));
    const night = async (day: string) => {
      await test.jobs.runRound('requests.remind', new Date(`${day}T02:20:00Z`));
      return (await taskOf(id))?.params;
    };
    expect(await night('2026-11-14')).toMatchObject({ reminder: 0 });
    expect(await night('2026-11-16')).toMatchObject({ reminder: 1 });
    await test.admin.query(`update office_task set state = 'DONE', done_at = now() where about = $1`, [id]);
    await night('2026-11-17');
    expect(await taskOf(id)).toMatchObject({ state: 'DONE' });
    await night('2026-11-26');
    expect(await rows(`select state from office_task where about = $1 and kind = 'REQUEST_OPEN' order by created_at`, [id])).toEqual([{ state: 'DONE' }, { state: 'OPEN' }]);
    expect((await page(id)).request.reminders).toBe(2);
    expect(await taskOf(ended)).toMatchObject({ state: 'DONE', params: { reminder: 0 } });
  });

  it('for correction ends in a task that names who was given the data', async () => {
    const pupil = await aPupil();
    const host = (await rows<{ id: string }>(`insert into organisation (region_id, name, name_key, roles) values ($1, 'Werft Nord', $2, '{COMPANY}') returning id`, [region, randomUUID()]))[0]!.id;
    const activity = (await rows<{ id: string }>(`insert into activity (region_id, organisation_id, title, format, school_year) values ($1, $2, 'Schweißen', 'TECH_WORKSHOP', '2026/27') returning id`, [region, host]))[0]!.id;
    const occurrence = (await rows<{ id: string }>(`insert into occurrence (region_id, activity_id, starts_at, ends_at, capacity) values ($1, $2, '2027-03-01T08:00Z', '2027-03-01T10:00Z', 3) returning id`, [region, activity]))[0]!.id;
    await test.admin.query(`insert into placement (region_id, occurrence_id, pupil_id) values ($1, $2, $3)`, [region, occurrence, pupil]);
    const id = await examined('RECTIFICATION', pupil);
    await as(() => rights.requests.answer({ id, version: 2 }));
    expect(await rows(`select params from office_task where about = $1 and kind = 'RECTIFICATION_TO_TELL' and state = 'OPEN'`, [id])).toMatchObject([{ params: { recipients: expect.stringContaining('Werft Nord') } }]);
    expect(await rows(`select payload from outbox where event = 'privacy.rectified' and payload->>'subjectId' = $1`, [pupil])).toHaveLength(1);
  });
});

describe('a restriction', () => {
  it('hides the pupil from lists, rounds, names and the gate once we know who asks, and from nothing that serves their rights', async () => {
    const pupil = await aPupil();
    const id = await register('RESTRICTION', pupil);
    expect(await gate(pupil, 'PLACEMENT_COMPULSORY')).toBe('GIVEN');
    await as(() => rights.requests.identify({ id, version: 1, check: 'IN_PERSON' }));
    expect(await gate(pupil, 'PLACEMENT_COMPULSORY')).toBe('UNKNOWN_PUPIL');
    expect(await refusal(as(() => people.pupilReads.one(pupil)))).toBe('NOT_FOUND');
    expect(await as(() => test.db.read((tx) => people.people.pupilsForRound(tx, [pupil])))).toEqual([]);
    expect((await as(() => test.db.read((tx) => people.people.namesOf(tx, [pupil])))).size).toBe(0);
    expect(await refusal(as(() => people.pupils.update(pupil, 1, { grade: 9 })))).toBe('NOT_FOUND');
    expect(await asActor(coordinator!, () => test.db.system('a job', region, (tx) => tx.query('select 1 from pupil p join person_key k on k.region_id = p.region_id and k.person_id = p.id where p.id = $1', [pupil])))).toEqual([]);
    expect((await page(id)).subjectName).toContain('Mara');
    const access = await examined('ACCESS', pupil);
    await as(() => rights.copies.make({ id: access, version: 2 }));
    expect(JSON.parse((await as(() => rights.reads.copy(access, 'json'))).content.toString())).toMatchObject({ sections: expect.arrayContaining([expect.objectContaining({ table: 'pupil' })]) });
  });

  it('stays when granted until it is lifted with notice, and goes at once when refused', async () => {
    const [granted, refused] = [await aPupil(), await aPupil()];
    const [first, other] = [await examined('RESTRICTION', granted), await examined('RESTRICTION', refused)];
    await as(() => rights.requests.answer({ id: first, version: 2 }));
    await as(() => rights.requests.refuse({ id: other, version: 2, reason: 'CORRECT_ALREADY' }));
    expect([await gate(granted, 'PLACEMENT_COMPULSORY'), await gate(refused, 'PLACEMENT_COMPULSORY')]).toEqual(['UNKNOWN_PUPIL', 'GIVEN']);
    expect(await refusal(as(() => rights.requests.lift({ id: first, version: 3, toldOn: addDays('2026-11-21', 1) })))).toBe('INVALID_INPUT');
    await as(() => rights.requests.lift({ id: first, version: 3, toldOn: '2026-11-20' }));
    expect(await gate(granted, 'PLACEMENT_COMPULSORY')).toBe('GIVEN');
    expect(await as(() => people.pupilReads.one(granted))).toMatchObject({ firstName: 'Mara' });
  });

  it('lets the person take a consent back meanwhile', async () => {
    await adoptedPurposes(test, consent, [coordinator!, second!]);
    const pupil = await aPupil('2005-01-01');
    const say = (answer: 'GIVEN' | 'WITHDRAWN') =>
      as(() => consent.consents.record({ entries: [{ pupilId: pupil, purpose: 'MATCHING', signer: 'PUPIL', answer, decidedOn: berlinDay(new Date()) }], idempotencyKey: randomUUID() }));
    await say('GIVEN');
    const id = await examined('RESTRICTION', pupil);
    await say('WITHDRAWN');
    await as(() => rights.requests.withdraw({ id, version: 2 }));
    expect(await gate(pupil, 'MATCHING')).toBe('WITHDRAWN');
  });

  it('of one request outlives the end of another', async () => {
    const pupil = await aPupil();
    const [first, other] = [await examined('RESTRICTION', pupil), await examined('RESTRICTION', pupil)];
    await as(() => rights.requests.withdraw({ id: first, version: 2 }));
    expect(await gate(pupil, 'PLACEMENT_COMPULSORY')).toBe('UNKNOWN_PUPIL');
    await as(() => rights.requests.withdraw({ id: other, version: 2 }));
    expect(await gate(pupil, 'PLACEMENT_COMPULSORY')).toBe('GIVEN');
  });
});

describe('an objection', () => {
  it('shuts the gate of its purposes while it is examined, and opens it when refused with compelling grounds', async () => {
    const pupil = await aPupil();
    const ended: string[] = [];
    rights.uses.register({ purpose: 'PLACEMENT_COMPULSORY', impact: () => Promise.resolve([]), end: (_, ids) => Promise.resolve(void ended.push(...ids)) });
    const id = await examined('OBJECTION', pupil, { purposes: ['PLACEMENT_COMPULSORY'] });
    expect([await gate(pupil, 'PLACEMENT_COMPULSORY'), ended]).toEqual(['OBJECTED', [pupil]]);
    expect(await as(() => people.pupilReads.one(pupil))).toMatchObject({ firstName: 'Mara' });
    await as(() => rights.requests.refuse({ id, version: 2, reason: 'COMPELLING_GROUNDS' }));
    expect(await gate(pupil, 'PLACEMENT_COMPULSORY')).toBe('GIVEN');
  });
});

describe('a copy', () => {
  it('holds everything opened, is fetched for a day with an audited read, and then no more', async () => {
    const id = await examined('ACCESS', await aPupil());
    await as(() => rights.copies.make({ id, version: 2 }));
    const json = await as(() => rights.reads.copy(id, 'json'));
    const document = JSON.parse(json.content.toString()) as { sections: { table: string; rows: Record<string, unknown>[] }[]; log: { role: string; action: string }[]; controller: object; purposes: object[] };
    expect(document.sections.find(({ table }) => table === 'pupil')!.rows[0]).toMatchObject({ first_name: 'Mara', birth_date: '2011-05-04', interests: ['ROBOTICS'], organisation: 'Schule' });
    expect(document.log.length).toBeGreaterThan(0);
    expect(document.controller).toMatchObject({ name: 'Landkreis Warnhafen' });
    expect((await as(() => rights.reads.copy(id, 'pdf'))).content.subarray(0, 5).toString()).toBe('%PDF-');
    const { request } = await page(id);
    expect(request.downloadUntil).toEqual(new Date('2026-11-22T09:00:00Z'));
    expect((await rows<{ n: number }>(`select count(*)::int as n from audit where region_id = $1 and changes @> '[{"table": "file", "verb": "read"}]'`, [region]))[0]!.n).toBeGreaterThan(1);
    on('2026-11-22');
    clock.at = new Date('2026-11-22T09:00:01Z');
    expect(await refusal(as(() => rights.reads.copy(id, 'json')))).toBe('NOT_FOUND');
  });

  it('is not made for a guardian of an adult', async () => {
    const id = await examined('ACCESS', await aPupil('2008-11-21'), { requester: 'GUARDIAN' });
    expect((await page(id)).standing).toBe('NOT_ENTITLED');
    expect(await refusal(as(() => rights.copies.make({ id, version: 2 })))).toBe('REQUESTER_NOT_ENTITLED');
  });
});

describe('an erasure', () => {
  const proposed = async (pupil: string) => {
    const id = await examined('ERASURE', pupil);
    await as(() => rights.erasures.propose({ id, version: 2, ground: 'NO_LONGER_NEEDED' }));
    return { id, erasure: (await page(id)).erasure!.id };
  };

  it('takes two people, tells before what goes and what stays, and keeps that on record', async () => {
    const pupil = await aPupil();
    const { id, erasure } = await proposed(pupil);
    const preview = await as(() => rights.erasures.preview(id), administrator);
    expect(preview).toEqual(expect.arrayContaining([expect.objectContaining({ table: 'person_key', act: 'DELETE', rows: 1 }), expect.objectContaining({ table: 'pupil', act: 'CLEAR' }), expect.objectContaining({ table: 'subject_request', act: 'KEEP', because: 'ACCOUNTABILITY' })]));
    expect(await refusal(as(() => rights.erasures.execute(erasure)))).toBe('FOUR_EYES');
    expect(await refusal(as(() => rights.requests.answer({ id, version: 2 })))).toBe('REQUEST_STEP_MISSING');
    await as(() => rights.erasures.execute(erasure), administrator);
    expect((await page(id)).erasure).toMatchObject({ state: 'EXECUTED', proposedBy: coordinator!.userId, executedBy: administrator!.userId, kept: expect.arrayContaining([expect.objectContaining({ table: 'subject_request' })]) });
    expect(await as(() => people.pupilReads.one(pupil))).toMatchObject({ firstName: null, birthDate: null, interests: [], erasedOn: '2026-11-21' });
    expect(await refusal(as(() => rights.erasures.execute(erasure), administrator))).toBe('NOT_FOUND');
    await as(() => rights.requests.answer({ id, version: 2 }));
    expect(rights.ledger.read(region).map((entry) => entry.erasure)).toContain(erasure);
  });

  it('is not executed while a legal hold stands, nor after its proposal was taken back or its request refused', async () => {
    const [held, discarded, refused] = [await aPupil(), await proposed(await aPupil()), await proposed(await aPupil())];
    await test.admin.query(`insert into legal_hold (region_id, subject_kind, subject_id, reason, reference, review_on, expires_on) values ($1, 'PUPIL', $2, 'LEGAL_CLAIM', 'AZ 1', '2027-01-01', '2027-06-01')`, [region, held]);
    const { erasure } = await proposed(held);
    expect(await refusal(as(() => rights.erasures.execute(erasure), second))).toBe('UNDER_HOLD');
    await as(() => rights.erasures.discard(discarded.erasure));
    expect(await refusal(as(() => rights.erasures.execute(discarded.erasure), second))).toBe('NOT_FOUND');
    await as(() => rights.requests.refuse({ id: refused.id, version: 2, reason: 'LEGAL_DUTY' }));
    expect(await refusal(as(() => rights.erasures.execute(refused.erasure), second))).toBe('NOT_FOUND');
  });

  it('happens not at all when the ledger cannot be written', async () => {
    const pupil = await aPupil();
    const { erasure } = await proposed(pupil);
    const nowhere = join(folder, 'a-file');
    writeFileSync(nowhere, '');
    const broken = rightsOf(test, { folder: join(nowhere, 'below'), clock });
    expect(await refusal(as(() => broken.erasures.execute(erasure), second))).toBe('SERVICE_UNAVAILABLE');
    expect(await as(() => people.pupilReads.one(pupil))).toMatchObject({ firstName: 'Mara', erasedOn: null });
  });

  it('whose entry was written but whose commit was lost is completed by the next comparison, and a lost entry is written again', async () => {
    const pupil = await aPupil();
    const { id, erasure } = await proposed(pupil);
    const lost = rightsOf(test, { folder, clock });
    await expect(asActor(second!, () => test.db.system('crash before the commit', region, async () => {
      await lost.erasures.execute(erasure);
      throw new Error('power cut');
    }))).rejects.toThrow('power cut');
    expect(await as(() => people.pupilReads.one(pupil))).toMatchObject({ firstName: 'Mara' });
    expect(await rights.replay.run()).toEqual([{ regionId: region, replayed: 1, rewritten: 0 }]);
    expect(await as(() => people.pupilReads.one(pupil))).toMatchObject({ firstName: null, erasedOn: '2026-11-21' });
    expect((await page(id)).erasure).toMatchObject({ state: 'EXECUTED' });
    expect(await rights.replay.run()).toEqual([]);

    const before = rights.ledger.read(region).length;
    rmSync(join(folder, `${region}.jsonl`));
    expect(await rights.replay.run()).toEqual([{ regionId: region, replayed: 0, rewritten: before }]);
    expect([existsSync(join(folder, `${region}.jsonl`)), rights.ledger.read(region).length]).toEqual([true, before]);
  });

  it('removes class lists that were uploaded and never imported, where they name the pupil, and leaves others', async () => {
    const pupil = await as(() => people.pupils.create({ organisationId: school, firstName: 'Kanarien', lastName: 'Vogelsang', birthDate: '2011-01-01' }, randomUUID()));
    const store = (text: string) => as(() => people.files.store('liste.csv', Buffer.from(text)));
    const [naming, other] = [await store('Vorname;Nachname\nKanarien;Vogelsang'), await store('Vorname;Nachname\nJemand;Anderes')];
    const { erasure } = await proposed(pupil);
    await as(() => rights.erasures.execute(erasure), second);
    expect(await rows('select id from file where id = any($1)', [[naming.id, other.id]])).toEqual([{ id: other.id }]);
  });
});
