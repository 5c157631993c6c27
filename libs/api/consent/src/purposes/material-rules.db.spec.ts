import { standardRules, type PurposeCode, type Signer } from '@mintforge/domain/consent';
import { addDays, berlinDay } from '@mintforge/domain/kernel';
import { aSchool, peopleOf } from '@mintforge/people/testing';
import type { Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { adoptedPurposes, consentOf } from '../testing';

let test: TestDatabase;
let region: string;
let [coordinator, admin]: Actor[] = [];
let feature: ReturnType<typeof consentOf>;
let school: string;
/** Whose use was ended, in order, since a test began; ending fails while told to. */
let ended: string[][] = [];
let fails = false;

const today = berlinDay(new Date());
const tomorrow = addDays(today, 1);
const as = <T>(work: () => Promise<T>, actor = coordinator!) => asActor(actor, work);
const { source: _, ...S1 } = standardRules[0]!;
/** S1 with both guardians under fourteen. */
const stricter = S1.bands.map((band) => (band.fromAge === 0 ? { ...band, guardians: 'ALL' as const } : band));
const aged = (years: number) => `${Number(today.slice(0, 4)) - years}-01-15`;
const aPupil = async (birthDate: string) =>
  (await as(() => test.db.write((tx) => peopleOf(test).identities.add(tx, [{ organisationId: school, groupId: null, grade: 7, interests: [], statedWishes: [], firstName: 'Kim', lastName: `M${randomUUID().slice(0, 6)}`, birthDate }]))))[0]!.id;
const say = (pupilId: string, purpose: PurposeCode, ...signers: Signer[]) => as(() => feature.consents.record({ entries: signers.map((signer) => ({ pupilId, purpose, signer, answer: 'GIVEN', decidedOn: addDays(today, -20) })), idempotencyKey: randomUUID() }));
const standing = async (pupilId: string, purpose: PurposeCode) =>
  (await test.admin.query(
    `select c.state, c.missing, d.act, c.lapses_on::text as lapses, c.renew_on::text as renews from consent_current c join consent_decision d on d.id = c.decision_id join purpose p on p.id = c.purpose_id where c.region_id = $1 and c.pupil_id = $2 and p.code = $3`, [region, pupilId, purpose])).rows[0];
const propose = (more: { validFrom?: string; material?: boolean }) => as(() => feature.rules.propose({ ...S1, bands: stricter, source: 'Beschluss der Region', validFrom: today, material: true, ...more, idempotencyKey: randomUUID() }));
const purposeOf = async (code: PurposeCode) => (await as(() => feature.purposeReads.all())).find((purpose) => purpose.code === code)!;
const clear = () => test.admin.query(`delete from signer_rule where region_id = $1 and valid_from >= current_date - 1`, [region]);

beforeAll(async () => {
  test = await openTestDatabase();
  feature = consentOf(test);
  region = (await aRegion(test)).id;
  const second = await aUser(test, region);
  [coordinator, admin] = [await aUser(test, region), await aUser(test, region, 'PLATFORM_ADMIN')];
  await adoptedPurposes(test, feature, [coordinator, second]);
  school = await aSchool(test, region);
  feature.uses.register({
    purpose: 'EVALUATION_FOLLOWUP', impact: () => Promise.resolve([]),
    end: (_tx, ids) => {
      ended.push([...ids]);
      return fails ? Promise.reject(new Error('no')) : Promise.resolve();
    },
  });
});
beforeEach(() => void (ended = []));
afterEach(clear);
afterAll(() => test.close());

describe('a signer rule', () => {
  it('that is material asks anew who does not satisfy it, in the transaction of its release; the others stand', async () => {
    const [one, both] = [await aPupil(aged(12)), await aPupil(aged(12))];
    await say(one, 'EVALUATION_FOLLOWUP', 'GUARDIAN_1');
    await say(both, 'EVALUATION_FOLLOWUP', 'GUARDIAN_1', 'GUARDIAN_2');
    const id = await propose({});
    expect(await as(() => feature.rules.effect(id), admin)).toMatchObject({ asksAnew: 1 });
    fails = true;
    await expect(as(() => feature.rules.release(id), admin)).rejects.toThrow('no');
    fails = false;
    expect(await standing(one, 'EVALUATION_FOLLOWUP')).toMatchObject({ state: 'GIVEN', act: 'GIVEN' });
    ended = [];
    await as(() => feature.rules.release(id), admin);
    expect(await standing(one, 'EVALUATION_FOLLOWUP')).toMatchObject({ state: 'REQUESTED', missing: ['GUARDIAN_2'], act: 'RULE_CHANGED' });
    expect(await standing(both, 'EVALUATION_FOLLOWUP')).toMatchObject({ state: 'GIVEN', act: 'GIVEN' });
    expect(ended).toEqual([[one]]);
    await say(one, 'EVALUATION_FOLLOWUP', 'GUARDIAN_2');
    expect(await standing(one, 'EVALUATION_FOLLOWUP')).toMatchObject({ state: 'GIVEN', missing: [] });
  });

  it('that is not leaves what is given, and judges what is said from its first day on', async () => {
    const id = await aPupil(aged(12));
    await say(id, 'EVALUATION_FOLLOWUP', 'GUARDIAN_1');
    const proposal = await propose({ material: false });
    expect(await as(() => feature.rules.effect(proposal))).toMatchObject({ asksAnew: 0 });
    await as(() => feature.rules.release(proposal), admin);
    expect(await standing(id, 'EVALUATION_FOLLOWUP')).toMatchObject({ state: 'GIVEN', act: 'GIVEN' });
  });

  it('to come lets consents lapse on its first day, whether a night came or not; the night asks anew and ends their uses, once', async () => {
    const id = await aPupil(aged(12));
    await say(id, 'EVALUATION_FOLLOWUP', 'GUARDIAN_1');
    const proposal = await propose({ validFrom: tomorrow });
    expect((await as(() => feature.rules.effect(proposal))).asksAnew).toBeGreaterThan(0);
    await as(() => feature.rules.release(proposal), admin);
    expect(await standing(id, 'EVALUATION_FOLLOWUP')).toMatchObject({ state: 'GIVEN', lapses: tomorrow, renews: tomorrow, act: 'RULE_CHANGED' });
    const later = await aPupil(aged(12));
    await say(later, 'EVALUATION_FOLLOWUP', 'GUARDIAN_1');
    expect(await standing(later, 'EVALUATION_FOLLOWUP')).toMatchObject({ state: 'GIVEN', lapses: tomorrow });
    expect(ended).toEqual([]);

    // A day passes: what the rule and the ledger say of tomorrow is said of today.
    await test.admin.query('update signer_rule set valid_from = $2 where region_id = $1 and valid_from = $3', [region, today, tomorrow]);
    await test.admin.query('update consent_decision set state_lapses_on = $2, state_renew_on = $2 where region_id = $1 and state_lapses_on = $3', [region, today, tomorrow]);
    expect(await standing(id, 'EVALUATION_FOLLOWUP')).toMatchObject({ state: 'EXPIRED' });
    await test.jobs.runRound('consent.takeover', new Date());
    for (const pupilId of [id, later]) expect(await standing(pupilId, 'EVALUATION_FOLLOWUP')).toMatchObject({ state: 'REQUESTED', missing: ['GUARDIAN_2'], act: 'REQUESTED' });
    expect(ended.flat().sort()).toEqual(expect.arrayContaining([id, later].sort()));
    ended = [];
    await test.jobs.runRound('consent.takeover', new Date());
    expect(ended).toEqual([]);
  });
});

describe('a purpose put under another signer rule', () => {
  const move = async (code: PurposeCode, signerRule: string, material: boolean) => {
    const { id, version } = await purposeOf(code);
    await as(() => feature.purposes.propose(id, version, { signerRule, material }));
    const count = await as(() => feature.purposes.asksAnew(id), admin);
    await as(() => feature.purposes.release(id, version + 1), admin);
    return count;
  };

  it('keeps what was given by the rule of its day, also when it is judged again', async () => {
    const id = await aPupil(aged(12));
    await say(id, 'MATCHING', 'GUARDIAN_1');
    expect(await move('MATCHING', 'S2', false)).toBe(0);
    expect(await standing(id, 'MATCHING')).toMatchObject({ state: 'GIVEN' });
    await as(() => feature.consents.declareCustody({ pupilId: id, custody: 'AUTHORISED' }));
    await as(() => feature.consents.declareCustody({ pupilId: id, custody: 'JOINT' }));
    expect(await standing(id, 'MATCHING')).toMatchObject({ state: 'GIVEN', missing: [], act: 'CUSTODY' });
  });

  it('asks anew who does not satisfy it where the change is material, as was said before it was released', async () => {
    const [one, both] = [await aPupil(aged(12)), await aPupil(aged(12))];
    await say(one, 'EVALUATION_FOLLOWUP', 'GUARDIAN_1');
    await say(both, 'EVALUATION_FOLLOWUP', 'GUARDIAN_1', 'GUARDIAN_2');
    const given = (await test.admin.query(`select from consent_current c join purpose p on p.id = c.purpose_id where c.region_id = $1 and p.code = 'EVALUATION_FOLLOWUP' and c.state = 'GIVEN'`, [region])).rowCount!;
    const count = await move('EVALUATION_FOLLOWUP', 'S2', true);
    expect(await standing(one, 'EVALUATION_FOLLOWUP')).toMatchObject({ state: 'REQUESTED', missing: ['GUARDIAN_2'], act: 'RULE_CHANGED' });
    expect(await standing(both, 'EVALUATION_FOLLOWUP')).toMatchObject({ state: 'GIVEN' });
    const left = (await test.admin.query(`select from consent_current c join purpose p on p.id = c.purpose_id where c.region_id = $1 and p.code = 'EVALUATION_FOLLOWUP' and c.state = 'GIVEN'`, [region])).rowCount!;
    expect(given - left).toBe(count);
  });
});

it('a material text says how many consents it asks anew', async () => {
  const id = await aPupil(aged(12));
  await say(id, 'PHOTO_INTERNAL', 'GUARDIAN_1', 'GUARDIAN_2');
  const { id: purposeId } = await purposeOf('PHOTO_INTERNAL');
  const { wordings } = (await as(() => feature.purposeReads.textsOf([purposeId])))[0]!;
  const text = (change: 'MATERIAL' | 'EDITORIAL') => as(() => feature.purposes.proposeText({ purposeId, change, wordings: wordings.map(({ language, plain, title, body }) => ({ language, plain, title, body })), idempotencyKey: randomUUID() }));
  const counts = [await text('EDITORIAL'), await text('MATERIAL')].map((textId) => as(() => feature.purposes.textAsksAnew(textId), admin));
  expect(await Promise.all(counts)).toEqual([0, 1]);
});
