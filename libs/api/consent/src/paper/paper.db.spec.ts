import { formNumberText, makeFormNumber, type PurposeCode, type Signer } from '@mintforge/domain/consent';
import { berlinDay } from '@mintforge/domain/kernel';
import { PupilIdentities } from '@mintforge/people';
import { dataMap, type Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { randomInt, randomUUID } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import './paper.data-map';
import { formsPdf } from './paper.pdf';
import { paperOf } from './paper.testing';
import type { FormEntry } from './paper.types';
import { qrCode } from './qr-code';
import { verifyReceipts } from '../receipts/receipts';
import { slipsPdf } from '../asking/slips.pdf';
import { aController, consentOf } from '../testing';

let test: TestDatabase;
let region: string;
let [clerk, second]: Actor[] = [];
let school: string;
let group: string;
let feature: ReturnType<typeof consentOf>;
let paper: ReturnType<typeof paperOf>;

const today = berlinDay(new Date());
const bornFor = (age: number) => new Date(Date.parse(`${Number(today.slice(0, 4)) - age}${today.slice(4)}`) - 30 * 86_400_000).toISOString().slice(0, 10);
const as = <T>(work: () => Promise<T>, actor = clerk!) => asActor(actor, work);
const rowsOf = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> => (await test.admin.query(sql, values)).rows as Row[];
const refusal = (work: Promise<unknown>) => work.then(() => null, (error: { code?: string; fields?: object; params?: { row?: number } }) => ({ code: error.code ?? error, fields: error.fields ?? {}, row: error.params?.row ?? null }));
const countOf = async (table: string) => (await rowsOf<{ n: number }>(`select count(*)::int as n from ${table} where region_id = $1`, [region]))[0]!.n;
const openTasks = async (kind: string) => (await rowsOf<{ about: string }>(`select about from office_task where region_id = $1 and kind = $2 and state = 'OPEN'`, [region, kind])).map(({ about }) => about);
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length;

const pupil = async (age = 12, more: { groupId?: string | null; lastName?: string } = {}) =>
  (await as(() => test.db.write((tx) => new PupilIdentities(test.crypto).add(tx, [{ organisationId: school, groupId: more.groupId ?? null, grade: 8, interests: [], statedWishes: [], firstName: 'Kim', lastName: more.lastName ?? `Muster${randomUUID().slice(0, 6)}`, birthDate: bornFor(age) }]))))[0]!.id;
const print = (pupilIds: string[], purposes: PurposeCode[] = ['MATCHING'], more: { language?: string; plain?: boolean; key?: string } = {}) =>
  as(() => paper.prints.print({ pupilIds, purposes, language: more.language ?? 'de', plain: more.plain ?? false, idempotencyKey: more.key ?? randomUUID() }));
const formOf = async (pupilIds: string[], purposes?: PurposeCode[]) => {
  const { setId } = await print(pupilIds, purposes);
  const forms = await rowsOf<{ id: string; number: string; pupilId: string; signers: Signer[] }>('select id, number, pupil_id as "pupilId", signers from consent_form where set_id = $1 order by array_position($2::uuid[], pupil_id)', [setId, pupilIds]);
  return forms;
};
const entry = (number: string, more: Partial<FormEntry> = {}): FormEntry => ({ number, ticks: [{ purpose: 'MATCHING', answer: 'GIVEN' }], signatures: ['GUARDIAN_1'], signedOn: today, ...more });
const record = (entries: FormEntry[], { key = randomUUID(), actor = clerk! } = {}) => as(() => paper.intake.record({ entries, idempotencyKey: key }), actor);
const answerOf = async (pupilId: string, purpose: PurposeCode = 'MATCHING') => (await as(() => test.db.read((tx) => feature.gate.gate(tx, purpose, [pupilId])))).get(pupilId);
const scan = async (name: string, content: Buffer) => (await as(() => paper.piles.divide([{ name, content }], randomUUID()))).pages[0]!;

/** A PDF of one page with some words. */
async function pdf(text: string = randomUUID()): Promise<Buffer> {
  const made = await PDFDocument.create();
  made.addPage().drawText(text, { x: 50, y: 500 });
  return Buffer.from(await made.save({ useObjectStreams: false }));
}

/** A photograph of a paper with a code on it, as a telephone takes it. */
async function photo(text: string, type: 'png' | 'jpeg' = 'jpeg'): Promise<Buffer> {
  const { size, data } = qrCode(text);
  const squares = Array.from(data, (dark, at) => (dark ? `<rect x="${at % size}" y="${Math.floor(at / size)}" width="1" height="1"/>` : '')).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754"><rect width="1240" height="1754" fill="#f6f4ee"/><g transform="translate(950 90) rotate(3) scale(${180 / size})">${squares}</g></svg>`;
  return sharp(Buffer.from(svg)).blur(0.6).toFormat(type).toBuffer();
}

beforeAll(async () => {
  test = await openTestDatabase();
  feature = consentOf(test);
  paper = paperOf(test, feature);
  region = (await aRegion(test)).id;
  [clerk, second] = [await aUser(test, region), await aUser(test, region)];
  school = (await rowsOf<{ id: string }>(`insert into organisation (region_id, name, name_key, roles) values ($1, 'Schule am Hafen', 'schule', '{SCHOOL}') returning id`, [region]))[0]!.id;
  group = (await rowsOf<{ id: string }>(`insert into pupil_group (region_id, organisation_id, name, school_year, head_count) values ($1, $2, '8a', '2026/27', 25) returning id`, [region, school]))[0]!.id;
  await as(() => feature.purposes.adopt());
  await as(() => feature.purposes.setController(aController));
  for (const { id } of await as(async () => feature.purposeReads.textsOf((await feature.purposeReads.all()).map((purpose) => purpose.id)))) await as(() => feature.purposes.releaseText(id, today), second);
});
afterAll(() => test.close());

describe('a printed form', () => {
  it('asks, has a line for exactly who has to sign, and a number that says nothing', async () => {
    const [child, fourteen, sixteen] = [await pupil(12), await pupil(14), await pupil(16)];
    const forms = await formOf([child, fourteen, sixteen], ['MATCHING', 'PHOTO_PUBLICATION']);
    expect(forms.map(({ signers }) => signers)).toEqual([['GUARDIAN_1', 'GUARDIAN_2'], ['GUARDIAN_1', 'GUARDIAN_2', 'PUPIL'], ['GUARDIAN_1', 'GUARDIAN_2', 'PUPIL']]);
    const [alone] = await formOf([await pupil(16)]);
    expect(alone!.signers).toEqual(['PUPIL']);
    expect(forms.every(({ number }) => /^[CDFGHJKMNPQRTWXY34679]{9}$/.test(number))).toBe(true);
    expect(await answerOf(child)).toBe('REQUESTED');
  });

  it('is made once per key, in a language that every text speaks and paper can show, for whose answer is missing', async () => {
    const pupilId = await pupil();
    const key = randomUUID();
    const first = await print([pupilId], ['MATCHING'], { key });
    expect(await print([pupilId], ['MATCHING'], { key })).toEqual(first);
    expect(await refusal(print([pupilId], ['MATCHING'], { language: 'uk' }))).toMatchObject({ code: 'INVALID_INPUT', fields: { language: 'missing' } });
    expect(await refusal(print([pupilId], ['MATCHING'], { language: 'ar' }))).toMatchObject({ code: 'INVALID_INPUT', fields: { language: 'notPrintable' } });
    const [form] = await formOf([pupilId]);
    await record([entry(form!.number)]);
    expect(await refusal(print([pupilId]))).toMatchObject({ code: 'NOBODY_TO_ASK' });
    expect(await refusal(print([pupilId], ['PLACEMENT_COMPULSORY']))).toMatchObject({ code: 'PURPOSE_NOT_ASKED' });
  });

  it('is set as a PDF, a class by name, and opening the names is audited', async () => {
    for (const lastName of ['Zander', 'Ärmel', 'Becker']) await pupil(14, { groupId: group, lastName });
    const { setId, forms } = await as(() => paper.prints.print({ groupId: group, purposes: ['MATCHING', 'PHOTO_PUBLICATION'], language: 'de', plain: true, idempotencyKey: randomUUID() }));
    expect(forms).toBe(3);
    const set = await as(() => paper.prints.set(setId));
    expect(set.forms.map(({ lastName }) => lastName)).toEqual(['Ärmel', 'Becker', 'Zander']);
    expect(set.forms[0]!.purposes.map(({ code, required }) => [code, required])).toEqual([['MATCHING', ['GUARDIAN_1', 'PUPIL']], ['PHOTO_PUBLICATION', ['GUARDIAN_1', 'GUARDIAN_2', 'PUPIL']]]);
    expect(await rowsOf(`select 1 from audit where region_id = $1 and changes @> '[{"table": "pupil", "verb": "read"}]'`, [region])).not.toEqual([]);
    const document = await formsPdf(set, { bothSides: false });
    expect(document.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pagesOf(document)).toBeGreaterThanOrEqual(3);
    const elsewhere = await aUser(test, (await aRegion(test)).id);
    expect(await refusal(as(() => paper.prints.set(setId), elsewhere))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('forms printed on both sides', () => {
  it('never share a sheet: one of an odd number of pages is followed by an empty page', async () => {
    const { setId } = await print([await pupil(), await pupil()], ['MATCHING']);
    const set = await as(() => paper.prints.set(setId));
    const alone = pagesOf(await formsPdf({ ...set, forms: set.forms.slice(0, 1) }, { bothSides: true }));
    expect(alone % 2).toBe(1);
    expect(pagesOf(await formsPdf(set, { bothSides: false }))).toBe(2 * alone);
    expect(pagesOf(await formsPdf(set, { bothSides: true }))).toBe(2 * alone + 1);
  });
});

describe('a class set', () => {
  it('is taken down at once, says what is missing, and sent twice counts once', async () => {
    const [yes, no, unsigned, blank] = await formOf([await pupil(), await pupil(), await pupil(14), await pupil()]);
    const key = randomUUID();
    const entries = [entry(formNumberText(yes!.number)), entry(no!.number, { ticks: [{ purpose: 'MATCHING', answer: 'REFUSED' }] }), entry(unsigned!.number), entry(blank!.number, { ticks: [], signatures: [], signedOn: null })];
    const outcomes = await record(entries, { key });
    expect(outcomes.map(({ state, results }) => [state, results])).toEqual([
      ['RETURNED', [{ purpose: 'MATCHING', state: 'GIVEN', missing: [] }]],
      ['RETURNED', [{ purpose: 'MATCHING', state: 'REFUSED', missing: [] }]],
      ['INCOMPLETE', [{ purpose: 'MATCHING', state: 'REQUESTED', missing: ['PUPIL'] }]],
      ['RETURNED', []],
    ]);
    const before = await countOf('consent_decision');
    expect(await record(entries, { key })).toEqual(outcomes);
    expect(await countOf('consent_decision')).toBe(before);
    expect([await answerOf(yes!.pupilId), await answerOf(no!.pupilId), await answerOf(unsigned!.pupilId), await answerOf(blank!.pupilId)]).toEqual(['GIVEN', 'REFUSED', 'REQUESTED', 'REQUESTED']);
  });

  it('is refused as a whole by the form and the field that cannot be right', async () => {
    const [good, bad, back] = await formOf([await pupil(), await pupil(), await pupil()]);
    await record([entry(back!.number)]);
    const before = await countOf('consent_decision');
    const [tomorrow, yesterday] = [1, -1].map((days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10));
    const wrong: [FormEntry, string, string, string][] = [
      [entry(bad!.number, { signedOn: tomorrow }), 'FORM_ENTRY_WRONG', 'signedOn', 'future'],
      [entry(bad!.number, { signedOn: yesterday }), 'FORM_ENTRY_WRONG', 'signedOn', 'beforePrint'],
      [entry(bad!.number, { signedOn: null }), 'FORM_ENTRY_WRONG', 'signedOn', 'required'],
      [entry(bad!.number, { ticks: [{ purpose: 'PHOTO_PUBLICATION', answer: 'GIVEN' }] }), 'FORM_ENTRY_WRONG', 'ticks', 'notOnForm'],
      [entry(bad!.number, { signatures: ['PUPIL'] }), 'FORM_ENTRY_WRONG', 'signatures', 'notOnForm'],
      [entry(bad!.number, { scanId: randomUUID() }), 'FORM_ENTRY_WRONG', 'scanId', 'unknown'],
      [entry(good!.number), 'FORM_ENTRY_WRONG', 'number', 'twice'],
      [entry(back!.number), 'FORM_ALREADY_RETURNED', 'number', 'returned'],
      [entry(makeFormNumber(randomInt)), 'FORM_UNKNOWN', 'number', 'unknown'],
      [entry('x'), 'FORM_UNKNOWN', 'number', 'unknown'],
    ];
    for (const [one, code, field, why] of wrong) expect(await refusal(record([entry(good!.number), one]))).toEqual({ code, fields: { [`entries.1.${field}`]: why }, row: 2 });
    expect(await countOf('consent_decision')).toBe(before);
    expect(await answerOf(good!.pupilId)).toBe('REQUESTED');
  });

  it('knows no form of another region, and none of a pupil who was erased', async () => {
    const [form] = await formOf([await pupil()]);
    const elsewhere = await aUser(test, (await aRegion(test)).id);
    expect(await refusal(record([entry(form!.number)], { actor: elsewhere }))).toMatchObject({ code: 'FORM_UNKNOWN' });
    expect(await refusal(as(() => paper.reads.byNumber(form!.number), elsewhere))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(as(() => paper.reads.byNumber('CDF-GHJ-KMN'), elsewhere))).toMatchObject({ code: 'NOT_FOUND' });
    await test.admin.query('update pupil set erased_on = $2, first_name = null, last_name = null, birth_date = null where id = $1', [form!.pupilId, today]);
    expect(await refusal(record([entry(form!.number)]))).toMatchObject({ code: 'FORM_OF_ERASED_PUPIL', row: 1 });
  });

  it('is completed by the signature that was missing, with nothing else changed', async () => {
    const [form] = await formOf([await pupil(14)]);
    await record([entry(form!.number)]);
    expect(await refusal(record([entry(form!.number)]))).toMatchObject({ fields: { 'entries.0.signatures': 'nothingNew' } });
    expect(await refusal(record([entry(form!.number, { ticks: [{ purpose: 'MATCHING', answer: 'REFUSED' }], signatures: ['GUARDIAN_1', 'PUPIL'] })]))).toMatchObject({ fields: { 'entries.0.ticks': 'changed' } });
    expect(await record([entry(form!.number, { signatures: ['GUARDIAN_1', 'PUPIL'] })])).toMatchObject([{ state: 'RETURNED', results: [{ state: 'GIVEN' }] }]);
    expect(await rowsOf(`select signer from consent_decision where form_id = $1 order by number`, [form!.id])).toEqual([{ signer: 'GUARDIAN_1' }, { signer: 'PUPIL' }]);
  });

  it('counts in the version of the text that stands on the form; one that changed materially since is superseded', async () => {
    const pupilId = await pupil();
    const [form] = await formOf([pupilId], ['EVALUATION_FOLLOWUP']);
    const [{ id: purposeId, textId }] = await rowsOf<{ id: string; textId: string }>('select p.id, f.text_ids[1] as "textId" from purpose p, consent_form f where p.region_id = $1 and p.code = $2 and f.id = $3', [region, 'EVALUATION_FOLLOWUP', form!.id]) as [{ id: string; textId: string }];
    const wordings = [false, true].map((plain) => ({ language: 'de', plain, title: 'Befragung', body: 'Andere Empfänger.' }));
    const next = await as(() => feature.purposes.proposeText({ purposeId, change: 'MATERIAL', wordings, idempotencyKey: randomUUID() }));
    await as(() => feature.purposes.releaseText(next, today), second);
    const outcomes = await record([entry(form!.number, { ticks: [{ purpose: 'EVALUATION_FOLLOWUP', answer: 'GIVEN' }] })]);
    expect(outcomes[0]!.results).toEqual([{ purpose: 'EVALUATION_FOLLOWUP', state: 'SUPERSEDED', missing: [] }]);
    expect(await rowsOf('select text_id as id from consent_decision where form_id = $1', [form!.id])).toEqual([{ id: textId }]);
    expect(await answerOf(pupilId, 'EVALUATION_FOLLOWUP')).toBe('SUPERSEDED');
  });
});

describe('a scan', () => {
  it('tells its form by the code on it, and no form by a code of elsewhere', async () => {
    const [form] = await formOf([await pupil()]);
    for (const type of ['jpeg', 'png'] as const) expect(await scan(`scan.${type}`, await photo(form!.number, type))).toMatchObject({ number: form!.number, fate: 'BY_CODE' });
    expect(await scan('scan.jpg', await photo(makeFormNumber(randomInt)))).toMatchObject({ fate: 'UNKNOWN', scanId: null });
    expect(await scan('scan.pdf', await pdf())).toMatchObject({ number: null, fate: 'NO_CODE' });
  });

  it('rests sealed, stays while its form does, and is known in decision and receipt by its SHA-256', async () => {
    const [form, other] = await formOf([await pupil(), await pupil()]);
    const content = await pdf('Unterschrift von Kanarienvogel');
    const { scanId } = await scan('zettel.pdf', content);
    await record([entry(form!.number, { scanId })]);
    const [stored] = await rowsOf<{ content: Buffer; expires: Date | null; sha: string }>(`select content, expires_at as expires, encode(sha256, 'hex') as sha from file where id = $1`, [scanId]);
    expect([stored!.content.includes('Kanarienvogel'), stored!.expires]).toEqual([false, null]);
    const [decision] = await rowsOf<{ id: string; sha: string; clerk: string }>(`select id, encode(scan_sha256, 'hex') as sha, recorded_by as clerk from consent_decision where form_id = $1`, [form!.id]);
    expect(decision).toMatchObject({ sha: stored!.sha, clerk: clerk!.userId });
    const receipt = JSON.parse(await as(() => feature.matrix.receipt(decision!.id))) as { events: object[] };
    expect(receipt.events).toMatchObject([{ evidence: { id: form!.id, scanSha256: stored!.sha } }]);
    expect((await as(() => paper.scans.ofForm(form!.id))).content).toEqual(content);
    expect(await refusal(record([entry(other!.number, { scanId })]))).toMatchObject({ fields: { 'entries.0.scanId': 'unknown' } });
    expect(await verifyReceipts(test.db, region)).toMatchObject({ forged: [], missing: [] });
    await test.admin.query('update consent_decision set scan_sha256 = sha256($2) where id = $1', [decision!.id, Buffer.from('another')]);
    expect((await verifyReceipts(test.db, region)).forged).toEqual([decision!.id]);
    await test.admin.query(`update consent_decision set scan_sha256 = decode($2, 'hex') where id = $1`, [decision!.id, stored!.sha]);
  });

  it('stays known as its pupil’s when the form is scanned again with the signature it lacked', async () => {
    const [form] = await formOf([await pupil(14)]);
    const scans = [(await scan('vorher.pdf', await pdf())).scanId, (await scan('nachher.pdf', await pdf())).scanId];
    await record([entry(form!.number, { scanId: scans[0] })]);
    await record([entry(form!.number, { scanId: scans[1], signatures: ['GUARDIAN_1', 'PUPIL'] })]);
    const { rows } = dataMap().get('file')!.subjects!.find(({ through }) => through === 'consent_form')!;
    expect((await rowsOf<{ id: string }>(`select t.id from file t where ${rows} order by t.id`, [region, form!.pupilId])).map(({ id }) => id)).toEqual(scans);
  });
});

describe('the second check', () => {
  const picture = { ticks: [{ purpose: 'PHOTO_PUBLICATION' as const, answer: 'GIVEN' as const }], signatures: ['GUARDIAN_1', 'GUARDIAN_2'] as Signer[] };

  it('draws every picture, and of other forms about one in ten, whatever the clerk does', async () => {
    const [photograph] = await formOf([await pupil()], ['PHOTO_PUBLICATION']);
    expect(await record([entry(photograph!.number, picture)])).toMatchObject([{ toCheck: true, results: [{ state: 'GIVEN' }] }]);
    expect(await openTasks('PAPER_SECOND_CHECK')).toContain(photograph!.id);
    const pupils: string[] = [];
    for (let n = 0; n < 60; n++) pupils.push(await pupil());
    const outcomes = await record((await formOf(pupils)).map(({ number }) => entry(number)));
    const drawn = outcomes.filter(({ toCheck }) => toCheck).length;
    expect(drawn).toBeLessThan(20);
    expect(outcomes.map(({ id, toCheck }) => [id, toCheck])).toEqual(outcomes.map(({ id }) => [id, test.crypto.blindIndex(region, 'second check', id).readUInt32BE(0) < 2 ** 32 / 10]));
  });

  it('is a second person’s, never the clerk’s, and happens once', async () => {
    const [form] = await formOf([await pupil()], ['PHOTO_PUBLICATION']);
    await record([entry(form!.number, picture)]);
    expect((await as(() => paper.reads.toCheck(), second)).map(({ id }) => id)).toContain(form!.id);
    expect(await refusal(as(() => paper.checks.check({ id: form!.id })))).toMatchObject({ code: 'FOUR_EYES' });
    expect(await as(() => paper.checks.check({ id: form!.id }), second)).toBe('CONFIRMED');
    expect(await refusal(as(() => paper.checks.check({ id: form!.id }), second))).toMatchObject({ code: 'FORM_NOT_IN_CHECK' });
    expect(await openTasks('PAPER_SECOND_CHECK')).not.toContain(form!.id);
    expect(await answerOf(form!.pupilId, 'PHOTO_PUBLICATION')).toBe('GIVEN');
  });

  it('voids what it objects to, and asks for the form again', async () => {
    const [form] = await formOf([await pupil()], ['PHOTO_PUBLICATION']);
    await record([entry(form!.number, picture)]);
    await as(() => paper.checks.check({ id: form!.id, objection: 'TICKS_DIFFER' }), second);
    expect(await answerOf(form!.pupilId, 'PHOTO_PUBLICATION')).toBe('INVALIDATED');
    expect(await openTasks('PAPER_OBJECTED')).toContain(form!.id);
    await record([entry(form!.number, { ...picture, ticks: [{ purpose: 'PHOTO_PUBLICATION', answer: 'REFUSED' }] })]);
    expect(await answerOf(form!.pupilId, 'PHOTO_PUBLICATION')).toBe('REFUSED');
    expect(await openTasks('PAPER_OBJECTED')).not.toContain(form!.id);
  });
});

describe('a call', () => {
  const call = async (answers: { purpose: PurposeCode; answer: 'GIVEN' | 'REFUSED' | 'WITHDRAWN' }[], more: { calledAt?: Date; language?: string; pupilId?: string } = {}) =>
    as(async () => paper.calls.record({ pupilId: more.pupilId ?? (await pupil()), signer: 'GUARDIAN_1', signerName: 'Alex Elternteil', answers, calledAt: more.calledAt ?? new Date(), numberFrom: 'SCHOOL', language: more.language ?? 'de', plain: true, idempotencyKey: randomUUID() }));

  it('is enough where the law wants no signature, and says who was called, when, with what text', async () => {
    const pupilId = await pupil();
    const [id] = await call([{ purpose: 'MATCHING', answer: 'GIVEN' }], { pupilId });
    expect(await answerOf(pupilId)).toBe('GIVEN');
    expect(await rowsOf('select channel, assurance, number_from as "from", plain, text_id is not null as text, signer_name is not null as name, recorded_by as clerk from consent_decision where id = $1', [id])).toEqual([{ channel: 'PHONE', assurance: 'CALL_BACK', from: 'SCHOOL', plain: true, text: true, name: true, clerk: clerk!.userId }]);
  });

  it('is never a yes to pictures or to needs, but always a no or a withdrawal', async () => {
    for (const purpose of ['PHOTO_PUBLICATION', 'NEEDS_PROCESS'] as const) {
      const pupilId = await pupil();
      expect(await refusal(call([{ purpose, answer: 'GIVEN' }], { pupilId }))).toMatchObject({ code: 'SIGNATURE_NEEDED' });
      await call([{ purpose, answer: 'REFUSED' }], { pupilId });
      expect(await answerOf(pupilId, purpose)).toBe('REFUSED');
    }
  });

  it('is not noted before it was made, long after, or with words that nobody could read out', async () => {
    const yes = [{ purpose: 'MATCHING' as const, answer: 'GIVEN' as const }];
    expect(await refusal(call(yes, { calledAt: new Date(Date.now() + 3_600_000) }))).toMatchObject({ fields: { calledAt: 'future' } });
    expect(await refusal(call(yes, { calledAt: new Date(Date.now() - 20 * 86_400_000) }))).toMatchObject({ fields: { calledAt: 'tooOld' } });
    expect(await refusal(call(yes, { language: 'uk' }))).toMatchObject({ fields: { language: 'missing' } });
  });
});

describe('claim slips', () => {
  it('carry an address and a code that open the link together, and end those printed before', async () => {
    const pupilId = await pupil();
    const [first] = await as(() => paper.slips.make({ pupilIds: [pupilId], purposes: ['MATCHING'] }));
    const [slip] = await as(() => paper.slips.make({ pupilIds: [pupilId], purposes: ['MATCHING'] }));
    const token = (url: string) => url.split('/').at(-1)!;
    expect((await feature.links.open(token(slip!.url), { factor: slip!.code })).questions.map(({ code }) => code)).toEqual(['MATCHING']);
    expect(await refusal(feature.links.open(token(first!.url), { factor: first!.code }))).toMatchObject({ code: 'LINK_INVALID' });
    const document = await slipsPdf([slip!], 'de', false);
    expect(document.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await rowsOf('select 1 from consent_link where region_id = $1 and position($2 in token_hash::text) > 0', [region, token(slip!.url)])).toEqual([]);
  });
});
