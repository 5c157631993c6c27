import {
  AdoptPurposesDocument, ConsentDecisionsDocument, ConsentDisputesDocument, ConsentMatrixDocument, ConsentTimelineDocument, DeclareCustodyDocument, FinishOfficeTaskDocument, OfficeTasksDocument, ProposeSignerRuleDocument, PupilDocument, PurposesDocument, RecordOwnPaperDocument,
  ReleaseConsentTextDocument, ReleaseSignerRuleDocument, SetControllerDocument, SignerRuleEffectDocument, SignerRulesDocument, TodayDocument, UpdatePupilDocument, VoidConsentDocument,
} from '@mintforge/contract';
import { berlinDay } from '@mintforge/domain/kernel';
import { aClass, anOffice, aScan, download, onDatabase, refusal, request, run, send, type SignedIn } from '@mintforge/e2e';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Other work on the machine may slow every step; nothing here is a measurement.
jest.setTimeout(60_000);

const today = berlinDay(new Date());
let office: SignedIn;
let colleague: SignedIn;
let groupId: string;
let pupils: string[];

beforeAll(async () => {
  const region = await anOffice();
  office = await region.signedIn();
  colleague = await region.colleague('COORDINATOR');
  ({ groupId, pupilIds: pupils } = await aClass(3, office));
  await run(AdoptPurposesDocument, {}, office);
  await run(SetControllerDocument, { input: { name: 'Landkreis', address: 'Am Markt 1', contact: 'mint@example.test', officer: 'dsb@example.test', authority: 'LfDI M-V' } }, office);
  const { purposes } = await run(PurposesDocument, {}, office);
  for (const { code, texts } of purposes) if (code === 'PHOTO_PUBLICATION' || code === 'MATCHING') await run(ReleaseConsentTextDocument, { id: texts[0]!.id, validFrom: today }, colleague);
});

const say = async (pupilId: string, signer: 'PUPIL' | 'GUARDIAN_1' | 'GUARDIAN_2', answer: 'GIVEN' | 'REFUSED', purpose: 'MATCHING' | 'PHOTO_PUBLICATION' = 'MATCHING') => {
  const { purposes } = await run(PurposesDocument, {}, office);
  const textId = purposes.find(({ code }) => code === purpose)!.texts.find(({ validFrom }) => validFrom !== null)!.id;
  await run(RecordOwnPaperDocument, { pupilId, signer, signedOn: today, language: 'de', plain: false, answers: [{ purpose, answer, textId }], scanId: await aScan(office), idempotencyKey: randomUUID() }, office);
};
const cell = async (pupilId: string, code = 'MATCHING') => (await run(ConsentMatrixDocument, { groupId }, office)).consentMatrix.rows.find((row) => row.pupilId === pupilId)!.cells.find((one) => one.code === code);
/** What the office is asked to do, but for the second look that every paper of these journeys waits for. */
const tasks = async () => (await run(OfficeTasksDocument, { page: 1, perPage: 100, sort: 'DUE_ON_ASC', filter: { state: 'OPEN' } }, office)).officeTasks.items.filter(({ kind }) => kind !== 'PAPER_SECOND_CHECK');
/** A birth date of somebody who has been so many years old for half a year. */
const aged = (years: number) => new Date(Date.now() - (years + 0.5) * 365.25 * 86_400_000).toISOString().slice(0, 10);
const bornOn = async (id: string, birthDate: string) => run(UpdatePupilDocument, { id, version: (await run(PupilDocument, { id }, office)).pupil.version, patch: { birthDate } }, office);

describe('guardians who disagree', () => {
  it('are a task, stand with both voices, and are settled by the custody they declare', async () => {
    const [pupilId] = pupils as [string];
    await bornOn(pupilId, aged(12));
    await say(pupilId, 'GUARDIAN_1', 'GIVEN', 'PHOTO_PUBLICATION');
    await say(pupilId, 'GUARDIAN_2', 'REFUSED', 'PHOTO_PUBLICATION');
    expect(await tasks()).toMatchObject([{ kind: 'CONSENT_DISPUTED', pupilId, params: JSON.stringify({ purposes: 'PHOTO_PUBLICATION' }).replace(':', ': ') }]);
    const { today: first } = await run(TodayDocument, { from: today, to: today, withFigures: false, withPartners: false }, office);
    expect(first.tasks).toContainEqual({ code: 'CONSENT_DISPUTED', count: 1 });
    expect((await run(ConsentDisputesDocument, {}, office)).consentDisputes).toMatchObject([{ pupilId, purpose: 'PHOTO_PUBLICATION', voices: [{ signer: 'GUARDIAN_1', act: 'GIVEN' }, { signer: 'GUARDIAN_2', act: 'REFUSED' }] }]);
    await run(VoidConsentDocument, { pupilId, purpose: 'PHOTO_PUBLICATION', reason: 'NOT_ENTITLED', idempotencyKey: randomUUID() }, office);
    await run(DeclareCustodyDocument, { pupilId, custody: 'SOLE' }, office);
    await say(pupilId, 'GUARDIAN_1', 'GIVEN', 'PHOTO_PUBLICATION');
    expect(await cell(pupilId, 'PHOTO_PUBLICATION')).toMatchObject({ state: 'GIVEN', missing: [] });
    expect(await tasks()).toEqual([]);
    expect((await run(ConsentTimelineDocument, { pupilId }, office)).consentTimeline.map(({ act, voidReason }) => voidReason ?? act)).toEqual(['GIVEN', 'CUSTODY', 'NOT_ENTITLED', 'REFUSED', 'GIVEN']);
  });
});

describe('a birth date that was wrong', () => {
  it('shuts the gate that stood open by it, in the same moment, and opens it again', async () => {
    const pupilId = pupils[1]!;
    await bornOn(pupilId, aged(12));
    await say(pupilId, 'GUARDIAN_1', 'GIVEN');
    expect(await cell(pupilId)).toMatchObject({ state: 'GIVEN' });
    await bornOn(pupilId, aged(17));
    expect(await cell(pupilId)).toMatchObject({ state: 'REQUESTED', missing: ['PUPIL'] });
    await bornOn(pupilId, aged(13));
    expect(await cell(pupilId)).toMatchObject({ state: 'GIVEN', missing: [] });
  });
});

describe('a receipt', () => {
  it('is handed out to whoever may see consents, and checked by a program that only knows the public keys', async () => {
    const pupilId = pupils[2]!;
    await bornOn(pupilId, aged(12));
    await say(pupilId, 'GUARDIAN_1', 'GIVEN');
    const { id } = (await run(ConsentDecisionsDocument, { pupilId }, office)).consentDecisions[0]!;
    expect((await request('GET', `/consent-receipts/${id}/receipt.json`)).status).toBe(401);
    const pdf = await download(`/consent-receipts/${id}/receipt.pdf`, office);
    expect([pdf.status, pdf.type, pdf.content.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
    const receipt = (await download(`/consent-receipts/${id}/receipt.json`, office)).content.toString();
    const { key } = await onDatabase(async (database) => (await database.query<{ key: string }>('select key from region where id = $1', [office.active.regionId])).rows[0]!);
    const published = await send('GET', `/.well-known/consent-receipt-keys/${key}`);
    expect([published.status, published.body]).toMatchObject([200, { keys: [{ kty: 'OKP', crv: 'Ed25519' }] }]);
    const place = await mkdtemp(join(tmpdir(), 'receipt-'));
    const verified = async (text: string) => {
      await writeFile(join(place, 'receipt.json'), text);
      await writeFile(join(place, 'keys.json'), JSON.stringify(published.body));
      return new Promise<string>((resolve) => execFile(process.execPath, [join(__dirname, '../../../tools/verify-receipt.mjs'), join(place, 'receipt.json'), join(place, 'keys.json')], (_, said) => resolve(said.trim())));
    };
    expect([await verified(receipt), await verified(receipt.replace('GIVEN', 'REFUSED'))]).toEqual(['valid', 'forged: the content is not what was signed']);
    await rm(place, { recursive: true });
  });
});

describe('a signer rule', () => {
  it('is proposed by one, released by another who sees whom it changes, and counts from its day', async () => {
    const { signerRules } = await run(SignerRulesDocument, {}, office);
    const { code, bands, graceDays, inWriting, checkPercent } = signerRules.find((rule) => rule.code === 'S1')!;
    const earlier = bands.map((band) => (band.fromAge === 16 ? { ...band, fromAge: 15 } : band));
    const version = { code, validFrom: today, bands: earlier, graceDays, inWriting, checkPercent, material: false, source: 'Beschluss' };
    expect(await refusal(ProposeSignerRuleDocument, { ...version, bands: earlier.slice(1), idempotencyKey: randomUUID() }, office)).toMatchObject({ code: 'INVALID_INPUT', fields: { bands: 'fromZero' } });
    const { proposeSignerRule: id } = await run(ProposeSignerRuleDocument, { ...version, idempotencyKey: randomUUID() }, office);
    expect((await run(SignerRuleEffectDocument, { id }, colleague)).signerRuleEffect).toEqual({ asksAnew: 0, asked: 0, changes: [] });
    expect(await refusal(ReleaseSignerRuleDocument, { id }, office)).toMatchObject({ code: 'FOUR_EYES' });
    await run(ReleaseSignerRuleDocument, { id }, colleague);
    await bornOn(pupils[2]!, aged(15));
    await say(pupils[2]!, 'PUPIL', 'GIVEN');
    expect(await cell(pupils[2]!)).toMatchObject({ state: 'GIVEN', missing: [] });
  });
});

describe('a task', () => {
  it('is done with by a person who says how', async () => {
    await say(pupils[0]!, 'GUARDIAN_1', 'GIVEN');
    await run(DeclareCustodyDocument, { pupilId: pupils[0]!, custody: 'JOINT' }, office);
    await say(pupils[0]!, 'GUARDIAN_2', 'REFUSED');
    const [task] = await tasks();
    await run(FinishOfficeTaskDocument, { id: task!.id, note: 'REACHED' }, office);
    expect(await refusal(FinishOfficeTaskDocument, { id: task!.id, note: 'DONE' }, office)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await tasks()).toEqual([]);
  });
});
