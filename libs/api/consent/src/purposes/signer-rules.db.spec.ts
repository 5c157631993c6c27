import { standardRules } from '@mintforge/domain/consent';
import { addDays, berlinDay } from '@mintforge/domain/kernel';
import { aSchool, peopleOf } from '@mintforge/people/testing';
import type { Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { adoptedPurposes, consentOf } from '../testing';

let test: TestDatabase;
let [coordinator, second, admin]: Actor[] = [];
let feature: ReturnType<typeof consentOf>;
let pupils: string[];

const today = berlinDay(new Date());
const as = <T>(work: () => Promise<T>, actor = coordinator!) => asActor(actor, work);
const { source, ...S1 } = standardRules[0]!;
/** S1 with the pupil alone from fifteen on instead of sixteen. */
const earlier = { ...S1, source: 'Beschluss der Region', bands: S1.bands.map((band) => (band.fromAge === 16 ? { ...band, fromAge: 15 } : band)) };
const propose = (more: Partial<typeof earlier> & { validFrom?: string; material?: boolean } = {}) => as(() => feature.rules.propose({ validFrom: today, material: false, ...earlier, bands: [...(more.bands ?? earlier.bands)], ...more, idempotencyKey: randomUUID() } as never));
const refusal = (work: Promise<unknown>) => work.then(() => null, (error: { code?: string }) => error.code ?? error);
const missing = async (pupilId: string) => (await test.admin.query<{ missing: string[] }>('select missing from consent_current where pupil_id = $1', [pupilId])).rows[0]?.missing;

beforeAll(async () => {
  test = await openTestDatabase();
  feature = consentOf(test);
  const region = (await aRegion(test)).id;
  [coordinator, second, admin] = [await aUser(test, region), await aUser(test, region), await aUser(test, region, 'PLATFORM_ADMIN')];
  await adoptedPurposes(test, feature, [coordinator, second]);
  const school = await aSchool(test, region);
  const born = [addDays(today, -Math.round(15.5 * 365.25)), addDays(today, -Math.round(12.5 * 365.25)), addDays(today, -Math.round(15.4 * 365.25))];
  const { identities } = peopleOf(test);
  pupils = (await as(() => test.db.write((tx) => identities.add(tx, born.map((birthDate, at) => ({ organisationId: school, groupId: null, grade: 9, interests: [], statedWishes: [], firstName: 'Kim', lastName: `M${at}`, birthDate })))))).map(({ id }) => id);
  await as(() => feature.consents.request({ pupilIds: pupils.slice(0, 2), purposes: ['MATCHING'], idempotencyKey: randomUUID() }));
});
afterAll(() => test.close());

describe('a signer rule', () => {
  it('that cannot be applied, or begins in the past, is not even proposed', async () => {
    expect(await refusal(propose({ bands: earlier.bands.slice(1) }))).toBe('INVALID_INPUT');
    expect(await refusal(propose({ graceDays: 30 }))).toBe('INVALID_INPUT');
    expect(await refusal(propose({ validFrom: addDays(today, -1) }))).toBe('INVALID_INPUT');
  });

  it('is put into force by a second person, after seeing whom it changes something for; answers of its days follow it', async () => {
    await propose({ source: 'Entwurf', graceDays: 90 });
    const id = await propose();
    const waiting = (await as(() => feature.rules.all())).filter(({ released }) => !released);
    expect(waiting).toMatchObject([{ id, code: 'S1', source: 'Beschluss der Region', graceDays: 60, purposes: expect.arrayContaining(['MATCHING']) }]);
    expect(await as(() => feature.rules.effect(id))).toEqual({ asksAnew: 0, asked: 2, changes: [{ guardiansBefore: 1, pupilBefore: true, guardiansAfter: 0, pupilAfter: true, pupils: 1 }] });
    expect(await refusal(as(() => feature.rules.release(id)))).toBe('FOUR_EYES');
    await as(() => feature.consents.request({ pupilIds: [pupils[2]!], purposes: ['MATCHING'], idempotencyKey: randomUUID() }));
    expect(await missing(pupils[2]!)).toEqual(['GUARDIAN_1', 'PUPIL']);
    await as(() => feature.rules.release(id), admin);
    expect(await refusal(as(() => feature.rules.release(id), second))).toBe('NOT_FOUND');
    await as(() => feature.consents.record({ entries: [{ pupilId: pupils[2]!, purpose: 'MATCHING', signer: 'PUPIL', answer: 'GIVEN', decidedOn: today }], idempotencyKey: randomUUID() }));
    expect(await missing(pupils[2]!)).toEqual([]);
    expect((await as(() => feature.rules.all())).filter(({ code }) => code === 'S1').map(({ released, validFrom }) => [released, validFrom])).toEqual([[true, today], [true, '2018-05-25']]);
  });

  it('has one version a day', async () => {
    const id = await propose({ graceDays: 61 });
    expect(await refusal(as(() => feature.rules.release(id), second))).toBe('ALREADY_EXISTS');
  });

  it('once in force is changed by nobody', async () => {
    for (const statement of ["update signer_rule set grace_days = 99", 'delete from signer_rule', "update signer_rule_proposal set bands = '[]'", 'delete from signer_rule_proposal']) {
      expect([statement, await refusal(as(() => test.db.write((tx) => tx.query(statement))))]).toEqual([statement, 'NOT_FOUND']);
    }
  });
});
