import { standardPurposes, type PurposeCode, type Signer } from '@mintforge/domain/consent';
import { berlinDay } from '@mintforge/domain/kernel';
import { PupilIdentities } from '@mintforge/people';
import type { Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, drainJobs, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto';
import { verifyReceipts } from '../receipts/receipts';
import { aController, consentOf } from '../testing';

let test: TestDatabase;
let region: string;
let [coordinator, second, evaluation]: Actor[] = [];
let school: string;
let group: string;
let feature: ReturnType<typeof consentOf>;

const today = berlinDay(new Date());
/** The day on which somebody has been `age` years old for `days` days today. */
const bornFor = (age: number, days = 30) => new Date(Date.parse(`${Number(today.slice(0, 4)) - age}${today.slice(4)}`) - days * 86_400_000).toISOString().slice(0, 10);
const daysFromNow = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const as = <T>(work: () => Promise<T>, actor = coordinator!) => asActor(actor, work);
const one = async <Row>(sql: string, values: unknown[] = []): Promise<Row> => (await test.admin.query(sql, values)).rows[0] as Row;
const purposeId = async (code: PurposeCode) => (await one<{ id: string }>('select id from purpose where region_id = $1 and code = $2', [region, code])).id;

const wordings = [false, true].map((plain) => ({ language: 'de', plain, title: 'Ihre Einwilligung', body: plain ? 'Wir dürfen das nur, wenn Sie Ja sagen.' : 'Wir verarbeiten die Angaben zur Vermittlung.' }));
async function aText(code: PurposeCode, change: 'MATERIAL' | 'EDITORIAL' = 'MATERIAL', validFrom = today) {
  const id = await as(async () => feature.purposes.proposeText({ purposeId: await purposeId(code), change, wordings, idempotencyKey: randomUUID() }));
  await as(() => feature.purposes.releaseText(id, validFrom), second);
  return id;
}
/** Texts that were in force for years, so that papers of any day can be taken down. */
const inForceSince = (day: string) => test.admin.query('update consent_text set valid_from = $2 where region_id = $1 and released_at is not null', [region, day]);

const pupil = async (birthDate: string | null = bornFor(13), more: { groupId?: string | null } = {}) =>
  (await as(() => test.db.write((tx) => new PupilIdentities(test.crypto).add(tx, [{ organisationId: school, groupId: more.groupId ?? null, grade: 8, interests: [], statedWishes: [], firstName: 'Kim', lastName: `Muster${randomUUID().slice(0, 6)}`, birthDate }]))))[0]!.id;
const record = (pupilId: string, signer: Signer, answer: 'GIVEN' | 'REFUSED' | 'WITHDRAWN', { purpose = 'MATCHING' as PurposeCode, decidedOn = today, key = randomUUID(), actor = coordinator! } = {}) =>
  as(() => feature.consents.record({ entries: [{ pupilId, purpose, signer, answer, decidedOn, signerName: 'Alex Elternteil' }], idempotencyKey: key }), actor);
const gate = (pupilIds: string[], purpose: PurposeCode = 'MATCHING', actor = coordinator!) => as(() => test.db.read((tx) => feature.gate.gate(tx, purpose, pupilIds)), actor);
const answerOf = async (pupilId: string, purpose: PurposeCode = 'MATCHING') => (await gate([pupilId], purpose)).get(pupilId);
const refusal = (work: Promise<unknown>) => work.then(() => null, (error: { code?: string }) => error.code ?? error);

beforeAll(async () => {
  test = await openTestDatabase();
  feature = consentOf(test);
  region = (await aRegion(test)).id;
  [coordinator, second, evaluation] = [await aUser(test, region), await aUser(test, region), await aUser(test, region, 'EVALUATION_MANAGER')];
  school = (await one<{ id: string }>(`insert into organisation (region_id, name, name_key, roles) values ($1, 'Schule', 'schule', '{SCHOOL}') returning id`, [region])).id;
  group = (await one<{ id: string }>(`insert into pupil_group (region_id, organisation_id, name, school_year, head_count) values ($1, $2, '8a', '2026/27', 25) returning id`, [region, school])).id;
  await as(() => feature.purposes.adopt());
  await as(() => feature.purposes.setController(aController));
  for (const code of ['MATCHING', 'PHOTO_PUBLICATION', 'EVALUATION_FOLLOWUP'] as const) await aText(code);
  await inForceSince('2018-05-25');
});
afterAll(() => test.close());

describe('purposes', () => {
  it('are adopted once with their sources, and changed only by two people', async () => {
    expect(await as(() => feature.purposes.adopt())).toBe(0);
    expect((await as(() => feature.purposeReads.all())).map(({ code }) => code).sort()).toEqual(standardPurposes.map(({ code }) => code).sort());
    const id = await purposeId('SHARE_WITH_COMPANY');
    await as(() => feature.purposes.propose(id, 1, { basis: 'PUBLIC_TASK', article: 'Art. 6 Abs. 1 lit. e DSGVO', signerRule: null }));
    const pupilId = await pupil();
    expect(await answerOf(pupilId, 'SHARE_WITH_COMPANY')).toBe('NOT_ASKED');
    expect(await refusal(as(() => feature.purposes.release(id, 2)))).toBe('FOUR_EYES');
    await as(() => feature.purposes.release(id, 2), second);
    expect(await answerOf(pupilId, 'SHARE_WITH_COMPANY')).toBe('GIVEN');
    expect(await refusal(record(pupilId, 'GUARDIAN_1', 'GIVEN', { purpose: 'SHARE_WITH_COMPANY' }))).toBe('PURPOSE_NOT_ASKED');
    expect(await refusal(as(() => feature.purposes.propose(id, 3, { basis: 'CONSENT' })))).toBe('INVALID_INPUT');
  });
});

describe('a text', () => {
  it('is not released before somebody is named as responsible', async () => {
    const [own, other] = await aRegion(test).then(async ({ id }) => [await aUser(test, id), await aUser(test, id)]);
    await as(() => feature.purposes.adopt(), own);
    const [text] = await as(async () => feature.purposeReads.textsOf((await feature.purposeReads.all()).map((purpose) => purpose.id)), own);
    expect(await refusal(as(() => feature.purposes.releaseText(text!.id, today), other))).toBe('CONTROLLER_MISSING');
    await as(() => feature.purposes.setController(aController), own);
    await as(() => feature.purposes.releaseText(text!.id, today), other);
  });

  it('is released by a second person, once, and known by the SHA-256 of its words', async () => {
    const id = await as(async () => feature.purposes.proposeText({ purposeId: await purposeId('NEEDS_PROCESS'), change: 'MATERIAL', wordings, idempotencyKey: randomUUID() }));
    expect(await refusal(as(() => feature.purposes.releaseText(id, today)))).toBe('FOUR_EYES');
    await as(() => feature.purposes.releaseText(id, today), second);
    expect(await refusal(as(() => feature.purposes.releaseText(id, today), second))).toBe('TEXT_ALREADY_RELEASED');
    const [text, adopted] = await as(async () => feature.purposeReads.textsOf([await purposeId('NEEDS_PROCESS')]));
    expect(adopted).toMatchObject({ number: 1, validFrom: null, releasedAt: null });
    expect(text).toMatchObject({ number: 2, series: 2, validFrom: today, validTo: null, proposedBy: coordinator!.userId, releasedBy: second!.userId });
    expect(text!.wordings.map(({ sha256 }) => sha256)).toEqual(wordings.map(({ title, body }) => createHash('sha256').update(`${title}\n\n${body}`).digest('hex')));
  });

  it('that a newer released one overtook is not released any more, since it would never be in force', async () => {
    const propose = (change: 'MATERIAL' | 'EDITORIAL') => as(async () => feature.purposes.proposeText({ purposeId: await purposeId('NEEDS_SHARE_COMPANY'), change, wordings, idempotencyKey: randomUUID() }));
    const [older, newer] = [await propose('MATERIAL'), await propose('EDITORIAL')];
    await as(() => feature.purposes.releaseText(newer, today), second);
    expect(await refusal(as(() => feature.purposes.releaseText(older, today), second))).toBe('INVALID_INPUT');
    const texts = await as(async () => feature.purposeReads.textsOf([await purposeId('NEEDS_SHARE_COMPANY')]));
    expect(texts.filter(({ releasedAt }) => releasedAt !== null).map(({ id }) => id)).toEqual([newer]);
  });

  it('and the ledger cannot be changed or removed by the API', async () => {
    const pupilId = await pupil();
    await record(pupilId, 'GUARDIAN_1', 'GIVEN');
    for (const statement of ["update consent_wording set title = 'x'", 'delete from consent_text', 'update consent_text set number = 9', "update consent_decision set state = 'GIVEN'", 'delete from consent_decision', 'delete from custody']) {
      expect([statement, await refusal(as(() => test.db.write((tx) => tx.query(statement))))]).toEqual([statement, 'NOT_FOUND']);
    }
  });

  it('asks nobody again after an editorial change, everybody after a material one, from its first day on', async () => {
    const pupilId = await pupil();
    await record(pupilId, 'GUARDIAN_1', 'GIVEN', { purpose: 'EVALUATION_FOLLOWUP' });
    await aText('EVALUATION_FOLLOWUP', 'EDITORIAL');
    await aText('EVALUATION_FOLLOWUP', 'MATERIAL', daysFromNow(1));
    expect(await answerOf(pupilId, 'EVALUATION_FOLLOWUP')).toBe('GIVEN');
    await test.admin.query('update consent_text set valid_from = $2 where region_id = $1 and valid_from > $2', [region, today]);
    expect(await answerOf(pupilId, 'EVALUATION_FOLLOWUP')).toBe('SUPERSEDED');
    await record(pupilId, 'GUARDIAN_1', 'GIVEN', { purpose: 'EVALUATION_FOLLOWUP' });
    expect(await answerOf(pupilId, 'EVALUATION_FOLLOWUP')).toBe('GIVEN');
  });
});

describe('the gate', () => {
  it('says for every pupil whether or why not: not asked, requested, given, refused, disputed, withdrawn, voided, unknown', async () => {
    const [untouched, asked, given, refused, disputed, withdrawn, voided] = await Promise.all(Array.from({ length: 7 }, () => pupil()));
    await as(() => feature.consents.request({ pupilIds: [asked!], purposes: ['MATCHING'], idempotencyKey: randomUUID() }));
    for (const id of [given!, disputed!, withdrawn!, voided!]) await record(id, 'GUARDIAN_1', 'GIVEN');
    await record(refused!, 'GUARDIAN_1', 'REFUSED');
    await record(disputed!, 'GUARDIAN_2', 'REFUSED');
    await record(withdrawn!, 'GUARDIAN_1', 'WITHDRAWN');
    await as(() => feature.consents.void({ pupilId: voided!, purpose: 'MATCHING', reason: 'WRONG_PUPIL', idempotencyKey: randomUUID() }));
    const stranger = randomUUID();
    expect([...(await gate([untouched!, asked!, given!, refused!, disputed!, withdrawn!, voided!, stranger]))].sort()).toEqual([
      [untouched, 'NOT_ASKED'], [asked, 'REQUESTED'], [given, 'GIVEN'], [refused, 'REFUSED'], [disputed, 'DISPUTED'], [withdrawn, 'WITHDRAWN'], [voided, 'INVALIDATED'], [stranger, 'UNKNOWN_PUPIL'],
    ].sort());
  });

  it('stays shut for a purpose the region does not have, for another region, and for an erased pupil', async () => {
    const pupilId = await pupil();
    await record(pupilId, 'GUARDIAN_1', 'GIVEN');
    const elsewhere = await aUser(test, (await aRegion(test)).id);
    expect((await gate([pupilId], 'MATCHING', elsewhere)).get(pupilId)).toBe('NO_PURPOSE');
    await as(() => feature.purposes.adopt(), elsewhere);
    expect((await gate([pupilId], 'MATCHING', elsewhere)).get(pupilId)).toBe('UNKNOWN_PUPIL');
    await test.admin.query('update pupil set erased_on = $2, first_name = null, last_name = null, birth_date = null where id = $1', [pupilId, today]);
    expect(await answerOf(pupilId)).toBe('UNKNOWN_PUPIL');
  });

  it('follows the signer rules: guardian and pupil at 14, the pupil alone at 16, everybody for pictures', async () => {
    const [fourteen, sixteen, child] = [await pupil(bornFor(14)), await pupil(bornFor(16, 0)), await pupil(bornFor(13))];
    await record(fourteen, 'GUARDIAN_2', 'GIVEN');
    expect(await answerOf(fourteen)).toBe('REQUESTED');
    await record(fourteen, 'PUPIL', 'GIVEN');
    expect(await answerOf(fourteen)).toBe('GIVEN');
    expect(await refusal(record(sixteen, 'GUARDIAN_1', 'GIVEN'))).toBe('SIGNER_NOT_ENTITLED');
    await record(sixteen, 'PUPIL', 'GIVEN');
    expect(await answerOf(sixteen)).toBe('GIVEN');
    await record(child, 'GUARDIAN_1', 'GIVEN', { purpose: 'PHOTO_PUBLICATION' });
    expect(await answerOf(child, 'PHOTO_PUBLICATION')).toBe('REQUESTED');
    await as(() => feature.consents.declareCustody({ pupilId: child, custody: 'SOLE' }));
    expect(await answerOf(child, 'PHOTO_PUBLICATION')).toBe('GIVEN');
    await as(() => feature.consents.declareCustody({ pupilId: child, custody: 'JOINT' }));
    expect(await answerOf(child, 'PHOTO_PUBLICATION')).toBe('REQUESTED');
  });

  it('shuts by itself after the last day, and after the grace in which a pupil who is sixteen now has not renewed it', async () => {
    const [old, ripe, fresh] = [await pupil(), await pupil(bornFor(16, 95)), await pupil(bornFor(16, 5))];
    await record(old, 'GUARDIAN_1', 'GIVEN', { decidedOn: daysFromNow(-800) });
    expect(await answerOf(old)).toBe('EXPIRED');
    await inForceSince('2018-05-25');
    for (const id of [ripe, fresh]) {
      await record(id, 'GUARDIAN_1', 'GIVEN', { decidedOn: daysFromNow(-100), purpose: 'EVALUATION_FOLLOWUP' });
      await record(id, 'PUPIL', 'GIVEN', { decidedOn: daysFromNow(-100), purpose: 'EVALUATION_FOLLOWUP' });
    }
    const states = await test.admin.query<{ pupil: string; lapses: string }>('select pupil_id as pupil, state_lapses_on::text as lapses from consent_decision where pupil_id = any($1) and signer = $2', [[ripe, fresh], 'PUPIL']);
    expect(states.rows.map(({ lapses }) => lapses.endsWith('-01'))).toEqual([true, true]);
    expect([await answerOf(ripe, 'EVALUATION_FOLLOWUP'), await answerOf(fresh, 'EVALUATION_FOLLOWUP')]).toEqual(['EXPIRED', 'GIVEN']);
  });

  it('holds back a withdrawal until the use under way is committed, and then counts it', async () => {
    const pupilId = await pupil();
    await record(pupilId, 'GUARDIAN_1', 'GIVEN');
    const order: string[] = [];
    const asked = Promise.withResolvers<void>();
    const use = as(() => test.db.write(async (tx) => {
      expect((await feature.gate.gate(tx, 'MATCHING', [pupilId])).get(pupilId)).toBe('GIVEN');
      asked.resolve();
      await tx.query('select pg_sleep(0.3)');
      expect((await feature.gate.gate(tx, 'MATCHING', [pupilId])).get(pupilId)).toBe('GIVEN');
    })).then(() => order.push('used'));
    await asked.promise;
    await record(pupilId, 'GUARDIAN_1', 'WITHDRAWN').then(() => order.push('withdrawn'));
    await use;
    expect(order).toEqual(['used', 'withdrawn']);
    expect(await answerOf(pupilId)).toBe('WITHDRAWN');
  });
});

describe('a decision', () => {
  it('is recorded once per key, in order, by who may, never for a day to come, and says how we know', async () => {
    const pupilId = await pupil();
    const key = randomUUID();
    const [id] = await record(pupilId, 'GUARDIAN_1', 'GIVEN', { key });
    expect(await record(pupilId, 'GUARDIAN_1', 'GIVEN', { key })).toEqual([id]);
    expect(await refusal(record(pupilId, 'GUARDIAN_1', 'GIVEN', { decidedOn: daysFromNow(1) }))).toBe('INVALID_INPUT');
    expect(await refusal(record(randomUUID(), 'GUARDIAN_1', 'GIVEN'))).toBe('NOT_FOUND');
    expect(await refusal(record(pupilId, 'GUARDIAN_1', 'WITHDRAWN', { actor: evaluation! }))).toBe('NOT_FOUND');
    expect(await as(() => feature.matrix.decisionsOf(pupilId))).toMatchObject([{ id, number: 1, act: 'GIVEN', signer: 'GUARDIAN_1', channel: 'PAPER', assurance: 'PAPER_SEEN', state: 'GIVEN', recordedBy: coordinator!.userId }]);
  });

  it('keeps the declared name sealed by the key of the pupil and out of the audit', async () => {
    const pupilId = await pupil();
    const [id] = await record(pupilId, 'GUARDIAN_1', 'GIVEN');
    const row = await one<{ signer_name: Buffer }>('select signer_name from consent_decision where id = $1', [id]);
    const { wrapped } = await one<{ wrapped: Buffer }>('select wrapped from person_key where person_id = $1', [pupilId]);
    expect(row.signer_name.toString('latin1')).not.toContain('Elternteil');
    expect(test.crypto.openFields(wrapped, `consent_decision ${id}`, pupilId, { signer_name: row.signer_name })).toEqual({ signer_name: 'Alex Elternteil' });
    expect((await one<{ n: number }>(`select count(*)::int as n from audit where changes @> $1::jsonb`, [JSON.stringify([{ table: 'consent_decision', verb: 'insert', ids: [id] }])])).n).toBe(1);
    expect((await one<{ n: number }>(`select count(*)::int as n from audit where changes::text like '%Elternteil%' or reason like '%Elternteil%'`)).n).toBe(0);
  });

  it('ends what rests on it in its own transaction, or is not taken at all', async () => {
    const pupilId = await pupil();
    const ended: string[][] = [];
    let fails = true;
    feature.uses.register({
      purpose: 'MATCHING',
      impact: (_, ids) => Promise.resolve(ids.map((id) => ({ what: 'placement', id, pupilId: id, title: 'Werft', startsAt: null }))),
      end: async (_, ids) => {
        ended.push([...ids]);
        if (fails && ids.includes(pupilId)) throw new Error('no');
      },
    });
    await record(pupilId, 'GUARDIAN_1', 'GIVEN');
    expect(await as(() => feature.matrix.impact('MATCHING', [pupilId]))).toMatchObject([{ what: 'placement', pupilId }]);
    await expect(record(pupilId, 'GUARDIAN_1', 'WITHDRAWN')).rejects.toThrow('no');
    expect(await answerOf(pupilId)).toBe('GIVEN');
    fails = false;
    await record(pupilId, 'GUARDIAN_1', 'WITHDRAWN');
    expect(ended).toEqual([[pupilId], [pupilId]]);
    expect(await answerOf(pupilId)).toBe('WITHDRAWN');
    await record(pupilId, 'GUARDIAN_1', 'REFUSED');
    expect(ended).toHaveLength(2);
    await drainJobs(test);
    const { rows } = await test.admin.query(`select payload from outbox where event = 'consent.ended' and payload->'pupilIds' ? $1`, [pupilId]);
    expect(rows).toEqual([{ payload: { purpose: 'MATCHING', pupilIds: [pupilId] } }]);
  });

  it('of two at once is counted one after the other', async () => {
    const pupilId = await pupil();
    await Promise.all(Array.from({ length: 6 }, (_, at) => record(pupilId, at % 2 ? 'GUARDIAN_1' : 'GUARDIAN_2', 'GIVEN')));
    expect((await as(() => feature.matrix.decisionsOf(pupilId))).map(({ number }) => number)).toEqual([6, 5, 4, 3, 2, 1]);
  });
});

/** What anybody could write from the standard and a public key alone. */
function isGenuine(receipt: string, publicKey: Buffer): boolean {
  const { signature, ...content } = JSON.parse(receipt) as { signature: { alg: string; kid: string; value: string } };
  const sorted = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(sorted) : value && typeof value === 'object' ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted((value as Record<string, unknown>)[key])])) : value;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') }, format: 'jwk' });
  return signature.alg === 'EdDSA' && verify(null, Buffer.from(JSON.stringify(sorted(content))), key, Buffer.from(signature.value, 'base64url'));
}

describe('a receipt', () => {
  it('is signed with every answer, names the one before, and anybody can verify it; one changed letter shows', async () => {
    const pupilId = await pupil();
    const [given] = await record(pupilId, 'GUARDIAN_1', 'GIVEN');
    const [withdrawn] = await record(pupilId, 'GUARDIAN_1', 'WITHDRAWN');
    const [first, second] = [await as(() => feature.matrix.receipt(given!)), await as(() => feature.matrix.receipt(withdrawn!))];
    const { public_key: key } = await one<{ public_key: Buffer }>('select public_key from receipt_key where region_id = $1', [region]);
    expect([isGenuine(first, key), isGenuine(second, key), isGenuine(first.replace('GUARDIAN_1', 'GUARDIAN_2'), key)]).toEqual([true, true, false]);
    const [text] = await as(async () => feature.purposeReads.textsOf([await purposeId('MATCHING')]));
    expect(JSON.parse(first)).toMatchObject({ previousReceiptId: null, processing: [{ notice: { id: text!.id, sha256: text!.wordings[0]!.sha256 } }], parties: [{ name: aController.name }, {}, {}], events: [{ state: 'GIVEN', standing: 'GIVEN' }] });
    expect(JSON.parse(second)).toMatchObject({ previousReceiptId: `r-${given}`, events: [{ state: 'WITHDRAWN', standing: 'WITHDRAWN' }] });
    expect(first + second).not.toMatch(/Elternteil|Muster|Kim/);
  });

  it('of a whole region stands until a row behind it is altered or removed', async () => {
    const pupilId = await pupil();
    const [forged, lost] = [(await record(pupilId, 'GUARDIAN_1', 'REFUSED'))[0]!, (await record(pupilId, 'GUARDIAN_1', 'GIVEN'))[0]!];
    const report = await verifyReceipts(test.db, region);
    expect(report).toMatchObject({ forged: [], missing: [] });
    expect(report.receipts).toBeGreaterThan(10);
    await test.admin.query(`update consent_decision set act = 'GIVEN', valid_until = '2099-01-01' where id = $1`, [forged]);
    await test.admin.query('delete from consent_receipt where decision_id = $1', [lost]);
    expect(await verifyReceipts(test.db, region)).toMatchObject({ receipts: report.receipts - 2, forged: [forged], missing: [lost] });
  });
});

describe('the matrix of a group', () => {
  it('shows every pupil by name with every purpose that is asked, and whose yes is missing', async () => {
    const pupilId = await pupil(bornFor(14), { groupId: group });
    expect(await as(() => feature.consents.request({ groupId: group, purposes: ['MATCHING', 'PHOTO_PUBLICATION'], idempotencyKey: randomUUID() }))).toBe(2);
    expect(await as(() => feature.consents.request({ groupId: group, purposes: ['MATCHING', 'PHOTO_PUBLICATION'], idempotencyKey: randomUUID() }))).toBe(0);
    const { purposes, rows } = await as(() => feature.matrix.matrix(group));
    expect(purposes.map(({ code }) => code)).not.toContain('ESF_INDICATORS');
    expect(rows).toMatchObject([{ pupilId, firstName: 'Kim', custody: 'JOINT' }]);
    const cell = (code: PurposeCode) => rows[0]!.cells.find((known) => known.code === code);
    expect(cell('MATCHING')).toMatchObject({ state: 'REQUESTED', missing: ['GUARDIAN_1', 'PUPIL'] });
    expect(cell('PHOTO_PUBLICATION')).toMatchObject({ state: 'REQUESTED', missing: ['GUARDIAN_1', 'GUARDIAN_2', 'PUPIL'] });
    expect(cell('EVALUATION_FOLLOWUP')).toMatchObject({ state: 'NOT_ASKED' });
    expect((await as(() => feature.matrix.matrix(group), evaluation)).rows).toMatchObject([{ pupilId, firstName: null, lastName: null }]);
  });
});
