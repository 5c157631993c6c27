import type { Answer, Signer } from '@mintforge/domain/consent';
import { addDays, berlinDay } from '@mintforge/domain/kernel';
import { aSchool, peopleOf } from '@mintforge/people/testing';
import { runInContext, type Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { receiptBlocks, receiptSheet } from './receipt-sheet';
import { verifyReceipts } from './receipts';
import { ReceiptKeysController, ReceiptsController } from './receipts.controller';
import { adoptedPurposes, consentOf } from '../testing';

let test: TestDatabase;
let region: Awaited<ReturnType<typeof aRegion>>;
let [coordinator, second, auditor]: Actor[] = [];
let feature: ReturnType<typeof consentOf>;
let controller: ReceiptsController;
let place: string;
let pupilId: string;

const today = berlinDay(new Date());
const as = <T>(work: () => Promise<T>, actor = coordinator!) => asActor(actor, work);
const say = async (signer: Signer, answer: Answer) => (await as(() => feature.consents.record({ entries: [{ pupilId, purpose: 'MATCHING', signer, answer, decidedOn: today, signerName: 'Alex Elternteil' }], idempotencyKey: crypto.randomUUID() })))[0]!;
const jsonOf = async (id: string) => (await buffer((await as(() => controller.json(id))).getStream())).toString();
const published = (key: string) => runInContext({ requestId: 'probe', locale: 'de', action: 'probe' }, () => new ReceiptKeysController(test.db).keys(key));

/** What the script for anybody says of a receipt, and how it ends. */
async function verified(receipt: string, keys: unknown): Promise<[string, number]> {
  await writeFile(join(place, 'receipt.json'), receipt);
  await writeFile(join(place, 'keys.json'), JSON.stringify(keys));
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [join(__dirname, '../../../../../tools/verify-receipt.mjs'), join(place, 'receipt.json'), join(place, 'keys.json')], (_, said) => resolve([said.trim(), child.exitCode ?? -1]));
  });
}

beforeAll(async () => {
  test = await openTestDatabase();
  feature = consentOf(test);
  region = await aRegion(test);
  [coordinator, second, auditor] = [await aUser(test, region.id), await aUser(test, region.id), await aUser(test, region.id, 'AUDITOR')];
  await adoptedPurposes(test, feature, [coordinator, second]);
  const school = await aSchool(test, region.id);
  const { identities } = peopleOf(test);
  const [pupil] = await as(() => test.db.write((tx) => identities.add(tx, [{ organisationId: school, groupId: null, grade: 7, interests: [], statedWishes: [], firstName: 'Kim', lastName: 'Muster', birthDate: addDays(today, -4500) }])));
  pupilId = pupil!.id;
  controller = new ReceiptsController(test.db);
  place = await mkdtemp(join(tmpdir(), 'receipt-'));
});
afterAll(async () => {
  await rm(place, { recursive: true });
  await test.close();
});

describe('a receipt handed out', () => {
  it('is found valid by a program that knows nothing of ours, with the keys that anybody may fetch', async () => {
    const keys = await published(region.key);
    expect(keys.keys).toEqual([]);
    const receipt = await jsonOf(await say('GUARDIAN_1', 'GIVEN'));
    const { keys: fetched } = await published(region.key);
    expect(fetched).toMatchObject([{ kty: 'OKP', crv: 'Ed25519', use: 'sig' }]);
    expect(await verified(receipt, { keys: fetched })).toEqual(['valid', 0]);
    expect(await verified(JSON.stringify(JSON.parse(receipt), null, 2), { keys: fetched })).toEqual(['valid', 0]);
    expect(await published('gibt-es-nicht')).toEqual({ keys: [] });
  });

  it('is found forged when a value, a key, the signature or the way it is written is another', async () => {
    const keys = await published(region.key);
    const receipt = await jsonOf(await say('GUARDIAN_1', 'WITHDRAWN'));
    const other = (await jsonOf(await say('GUARDIAN_1', 'GIVEN'))).match(/"value":"([^"]+)"/)![1]!;
    const forged = [
      receipt.replace('WITHDRAWN', 'GIVEN'), receipt.replace('GUARDIAN_1', 'GUARDIAN_2'), receipt.replace('MATCHING', 'PHOTO_PUBLICATION'), receipt.replace(/"time":"\d{4}/, '"time":"2020'),
      receipt.replace('{', '{"extra":1,'), receipt.replace(/"value":"[^"]+"/, `"value":"${other}"`), receipt.replace('EdDSA', 'none'), receipt.replace(/"signature":.*/, '"signature":null}'),
      receipt.replace('"recordId"', '"recordId":"c-1","recordId"'), 'nonsense', '{}',
    ];
    expect(forged).not.toContain(receipt);
    for (const text of forged) expect([text.slice(0, 20), (await verified(text, keys))[1]]).toEqual([text.slice(0, 20), 1]);
    const stranger = { keys: keys.keys.map((key) => ({ ...key, x: Buffer.alloc(32, 1).toString('base64url') })) };
    expect(await verified(receipt, stranger)).toEqual(['forged: a published key has another name than its own', 1]);
    expect(await verified(receipt, { keys: [] })).toEqual(['forged: signed by a key that the region does not publish', 1]);
  });

  it('of before and after a change of the signing key stands with the keys of all times, and is forged without its own', async () => {
    const before = await jsonOf(await say('GUARDIAN_1', 'GIVEN'));
    // Each configuration of a test has keys of its own.
    feature = consentOf(test);
    const after = await jsonOf(await say('GUARDIAN_1', 'WITHDRAWN'));
    const { keys } = await published(region.key);
    expect(keys).toHaveLength(2);
    for (const receipt of [before, after]) expect(await verified(receipt, { keys })).toEqual(['valid', 0]);
    expect(await verified(before, { keys: keys.slice(1) })).toEqual(['forged: signed by a key that the region does not publish', 1]);
    expect(await verifyReceipts(test.db, region.id)).toMatchObject({ forged: [], missing: [] });
  });

  it('prints as a document in German and English that says who is responsible and how to take it back, and names nobody else', async () => {
    const id = await say('GUARDIAN_1', 'GIVEN');
    const pdf = await buffer((await as(() => controller.pdf(id))).getStream());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    for (const locale of ['de', 'en'] as const) {
      const text = JSON.stringify(receiptBlocks(await as(() => test.db.read((tx) => receiptSheet(tx, id, locale))), locale));
      expect(text).toContain('Landkreis Warnhafen');
      expect(text).toContain(locale === 'de' ? 'jederzeit widerrufen' : 'withdrawn at any time');
      expect(text).not.toMatch(/undefined|Elternteil|Muster/);
    }
  });
});

describe('the steps of a pupil’s consents', () => {
  it('tell who said what when, the declared name only to who may identify people', async () => {
    await say('GUARDIAN_1', 'GIVEN');
    await as(() => feature.consents.void({ pupilId, purpose: 'MATCHING', reason: 'WRONG_PUPIL', idempotencyKey: crypto.randomUUID() }));
    const steps = await as(() => feature.timeline.of(pupilId));
    expect(steps.slice(0, 2)).toMatchObject([
      { act: 'INVALIDATED', voidReason: 'WRONG_PUPIL', state: 'INVALIDATED', hasReceipt: false, recordedByName: 'Test COORDINATOR' },
      { act: 'GIVEN', signer: 'GUARDIAN_1', signerName: 'Alex Elternteil', hasReceipt: true, textNumber: 1 },
    ]);
    expect((await as(() => feature.timeline.of(pupilId), auditor)).map(({ signerName }) => signerName)).toEqual(steps.map(() => null));
  });

  it('show both voices of a dispute', async () => {
    await say('GUARDIAN_1', 'GIVEN');
    await say('GUARDIAN_2', 'REFUSED');
    expect(await as(() => feature.timeline.disputes())).toMatchObject([{ pupilId, lastName: 'Muster', custody: 'JOINT', purpose: 'MATCHING', voices: [{ signer: 'GUARDIAN_1', act: 'GIVEN' }, { signer: 'GUARDIAN_2', act: 'REFUSED', signerName: 'Alex Elternteil' }] }]);
    await say('GUARDIAN_1', 'REFUSED');
    expect(await as(() => feature.timeline.disputes())).toEqual([]);
  });
});
