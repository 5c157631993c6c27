import type { PurposeCode } from '@mintforge/domain/consent';
import { addDays, berlinDay } from '@mintforge/domain/kernel';
import { PupilIdentities } from '@mintforge/people';
import { aSchool } from '@mintforge/people/testing';
import type { Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { createHash, randomUUID } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import { adoptedPurposes, consentOf } from '../testing';
import { paperOf } from './paper.testing';
import type { RecordOwnPaperArgs } from './paper.types';

let test: TestDatabase;
let region: string;
let [clerk, second]: Actor[] = [];
let school: string;
let feature: ReturnType<typeof consentOf>;
let paper: ReturnType<typeof paperOf>;
let texts: Map<string, string>;

const today = berlinDay(new Date());
const as = <T>(work: () => Promise<T>, actor = clerk!) => asActor(actor, work);
const rowsOf = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> => (await test.admin.query(sql, values)).rows as Row[];
const refusal = (work: Promise<unknown>) => work.then(() => null, (error: { code?: string; fields?: object }) => [error.code ?? error, error.fields ?? {}]);
const aPupil = async () =>
  (await as(() => test.db.write((tx) => new PupilIdentities(test.crypto).add(tx, [{ organisationId: school, groupId: null, grade: 6, interests: [], statedWishes: [], firstName: 'Kim', lastName: randomUUID(), birthDate: `${Number(today.slice(0, 4)) - 11}-02-03` }]))))[0]!.id;
const aScan = async () => {
  const made = await PDFDocument.create();
  made.addPage().drawText(randomUUID(), { x: 50, y: 500 });
  return (await as(async () => paper.piles.divide([{ name: 'brief.pdf', content: Buffer.from(await made.save()) }], randomUUID()))).pages[0]!.scanId!;
};
const own = async (pupilId: string, more: Partial<RecordOwnPaperArgs> = {}): Promise<RecordOwnPaperArgs> => ({
  pupilId, signer: 'GUARDIAN_1', signerName: 'Kim Elternteil', signedOn: today, language: 'de', plain: false,
  answers: [{ purpose: 'MATCHING', answer: 'GIVEN', textId: texts.get('MATCHING')! }], scanId: more.scanId ?? (await aScan()), idempotencyKey: randomUUID(), ...more,
});
const record = async (pupilId: string, more: Partial<RecordOwnPaperArgs> = {}) => {
  const args = await own(pupilId, more);
  return as(() => paper.own.record(args));
};
const stateOf = async (pupilId: string, purpose: PurposeCode = 'MATCHING') => (await as(() => test.db.read((tx) => feature.gate.gate(tx, purpose, [pupilId])))).get(pupilId);

beforeAll(async () => {
  test = await openTestDatabase();
  feature = consentOf(test);
  paper = paperOf(test, feature);
  region = (await aRegion(test)).id;
  [clerk, second] = [await aUser(test, region), await aUser(test, region)];
  await adoptedPurposes(test, feature, [clerk, second]);
  school = await aSchool(test, region);
  texts = new Map((await rowsOf<{ code: string; id: string }>('select p.code, t.id from consent_text t join purpose p on p.id = t.purpose_id where t.region_id = $1', [region])).map(({ code, id }) => [code, id]));
});
afterAll(() => test.close());

describe('a paper that we did not print', () => {
  it('is the same record as a printed form: scan, clerk, version of the text, and counts at once', async () => {
    const pupilId = await aPupil();
    const id = await record(pupilId, { answers: [{ purpose: 'MATCHING', answer: 'GIVEN', textId: texts.get('MATCHING')! }, { purpose: 'SHARE_WITH_COMPANY', answer: 'REFUSED', textId: texts.get('SHARE_WITH_COMPANY')! }] });
    expect([await stateOf(pupilId), await stateOf(pupilId, 'SHARE_WITH_COMPANY')]).toEqual(['GIVEN', 'REFUSED']);
    const [decision] = await rowsOf<Record<string, unknown>>(`select d.channel, d.assurance, d.text_id, d.form_id, d.recorded_by, encode(d.scan_sha256, 'hex') as sha from consent_decision d join purpose p on p.id = d.purpose_id where d.pupil_id = $1 and p.code = 'MATCHING'`, [pupilId]);
    const { content } = await as(() => paper.scans.ofForm(id));
    expect(decision).toEqual({ channel: 'PAPER', assurance: 'PAPER_SEEN', text_id: texts.get('MATCHING'), form_id: id, recorded_by: clerk!.userId, sha: createHash('sha256').update(content).digest('hex') });
  });

  it('takes a yes back by a letter', async () => {
    const pupilId = await aPupil();
    await record(pupilId, { signedOn: addDays(today, -3) });
    await record(pupilId, { answers: [{ purpose: 'MATCHING', answer: 'WITHDRAWN', textId: texts.get('MATCHING')! }] });
    expect(await stateOf(pupilId)).toBe('WITHDRAWN');
  });

  it('always waits for a second person, who is not the clerk; an objection voids it', async () => {
    const pupilId = await aPupil();
    const id = await record(pupilId);
    expect((await as(() => paper.reads.toCheck())).map((form) => form.id)).toContain(id);
    expect((await rowsOf(`select from office_task where kind = 'PAPER_SECOND_CHECK' and about = $1 and state = 'OPEN'`, [id])).length).toBe(1);
    expect((await refusal(as(() => paper.checks.check({ id }))))![0]).toBe('FOUR_EYES');
    await as(() => paper.checks.check({ id, objection: 'SIGNATURE_DIFFERS' }), second);
    expect(await stateOf(pupilId)).not.toBe('GIVEN');
  });

  it('is recorded by no other way: its number opens nothing in the pile of printed forms', async () => {
    const pupilId = await aPupil();
    const id = await record(pupilId);
    const [{ number }] = await rowsOf<{ number: string }>('select number from consent_form where id = $1', [id]) as [{ number: string }];
    expect((await refusal(as(() => paper.reads.byNumber(number))))![0]).toBe('NOT_FOUND');
    expect((await refusal(as(() => paper.intake.record({ entries: [{ number, ticks: [], signatures: [], signedOn: null }], idempotencyKey: randomUUID() }))))![0]).toBe('FORM_UNKNOWN');
  });

  it('without a scan of its own, of a day to come or in a text that was not in force is refused, and nothing is stored', async () => {
    const pupilId = await aPupil();
    const used = await aScan();
    await record(await aPupil(), { scanId: used });
    const count = async () => (await rowsOf<{ n: number }>('select count(*)::int as n from consent_form where region_id = $1', [region]))[0]!.n;
    const before = await count();
    const answer = (textId: string) => [{ purpose: 'MATCHING' as const, answer: 'GIVEN' as const, textId }];
    for (const scanId of [used, randomUUID()]) expect(await refusal(record(pupilId, { scanId }))).toEqual(['INVALID_INPUT', { scanId: 'unknown' }]);
    expect(await refusal(record(pupilId, { signedOn: addDays(today, 1) }))).toEqual(['INVALID_INPUT', { decidedOn: 'future' }]);
    expect(await refusal(record(pupilId, { signedOn: '2018-05-24' }))).toEqual(['INVALID_INPUT', { 'answers.0': 'textNotInForce' }]);
    expect(await refusal(record(pupilId, { answers: answer(texts.get('PHOTO_INTERNAL')!) }))).toEqual(['INVALID_INPUT', { 'answers.0': 'textNotInForce' }]);
    expect(await refusal(record(pupilId, { answers: [...answer(texts.get('MATCHING')!), ...answer(texts.get('MATCHING')!)] }))).toEqual(['INVALID_INPUT', { 'answers.1': 'twice' }]);
    expect(await refusal(record(pupilId, { language: 'xx' }))).toEqual(['INVALID_INPUT', { language: 'missing' }]);
    expect([await count(), await stateOf(pupilId)]).toEqual([before, 'NOT_ASKED']);
  });
});
