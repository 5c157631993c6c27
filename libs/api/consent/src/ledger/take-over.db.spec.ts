import type { Answer, PurposeCode, Signer } from '@mintforge/domain/consent';
import { addDays, ageOn, berlinDay } from '@mintforge/domain/kernel';
import { aSchool, peopleOf } from '@mintforge/people/testing';
import type { Actor } from '@mintforge/platform';
import { advisoryLock, aRegion, asActor, aUser, openTestDatabase, whileHeld, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { adoptedPurposes, consentOf } from '../testing';

let test: TestDatabase;
let region: string;
let [coordinator, second]: Actor[] = [];
let group: string;
let school: string;
let people: ReturnType<typeof peopleOf>;
let feature: ReturnType<typeof consentOf>;
/** What was ended and what goes on, in order, since a test began. */
let told: [string, string[]][];
let fails = false;

const today = berlinDay(new Date());
/** The day on which somebody has been `age` years old for `days` days today; 29 February is 1 March in common years. */
const bornFor = (age: number, days: number) => {
  const birthday = addDays(today, -days);
  return birthday.endsWith('02-29') ? `${Number(birthday.slice(0, 4)) - age}-03-01` : `${Number(birthday.slice(0, 4)) - age}${birthday.slice(4)}`;
};
const as = <T>(work: () => Promise<T>) => asActor(coordinator!, work);
const pupil = async (birthDate: string | null, groupId: string | null = null) =>
  (await as(() => test.db.write((tx) => people.identities.add(tx, [{ organisationId: school, groupId, grade: 9, interests: [], statedWishes: [], firstName: 'Kim', lastName: `Muster${randomUUID().slice(0, 6)}`, birthDate }]))))[0]!.id;
const say = (pupilId: string, signer: Signer, answer: Answer, { purpose = 'EVALUATION_FOLLOWUP' as PurposeCode, decidedOn = today } = {}) =>
  as(() => feature.consents.record({ entries: [{ pupilId, purpose, signer, answer, decidedOn }], idempotencyKey: randomUUID() }));
const standing = async (pupilId: string, purpose: PurposeCode = 'EVALUATION_FOLLOWUP') =>
  (await test.admin.query(
    `select c.state, c.missing, d.act, d.number from consent_current c join consent_decision d on d.id = c.decision_id join purpose p on p.id = c.purpose_id where c.region_id = $1 and c.pupil_id = $2 and p.code = $3`, [region, pupilId, purpose])).rows[0] as { state: string; missing: string[]; act: string; number: number } | undefined;
const tasks = async (about: string) =>
  (await test.admin.query<{ kind: string; params: object; due: string | null }>(`select kind, params, due_on::text as due from office_task where region_id = $1 and about = $2 and state = 'OPEN' order by kind`, [region, about])).rows;
const night = () => test.jobs.runRound('consent.takeover', new Date());
const bornOn = async (id: string, birthDate: string) => as(async () => people.pupils.update(id, (await people.pupilReads.one(id)).version, { birthDate }));

beforeAll(async () => {
  test = await openTestDatabase();
  people = peopleOf(test);
  feature = consentOf(test, people.birthDates);
  region = (await aRegion(test)).id;
  [coordinator, second] = [await aUser(test, region), await aUser(test, region)];
  school = await aSchool(test, region);
  group = (await test.admin.query<{ id: string }>(`insert into pupil_group (region_id, organisation_id, name, school_year, head_count) values ($1, $2, '9b', '2026/27', 25) returning id`, [region, school])).rows[0]!.id;
  await adoptedPurposes(test, feature, [coordinator!, second!]);
  feature.uses.register({
    purpose: 'EVALUATION_FOLLOWUP',
    impact: () => Promise.resolve([]),
    end: (_, ids) => {
      told.push(['end', [...ids]]);
      return fails ? Promise.reject(new Error('no')) : Promise.resolve();
    },
    resume: (_, ids) => Promise.resolve(void told.push(['resume', [...ids]])),
  });
});
beforeEach(() => void (told = []));
afterAll(() => test.close());

/** A pupil with a consent of guardian and pupil from before the birthday. */
async function givenBefore(birthDate: string, groupId: string | null = null): Promise<string> {
  const id = await pupil(birthDate, groupId);
  const decidedOn = addDays(today, -120);
  for (const signer of ageOn(birthDate, decidedOn) >= 14 ? (['GUARDIAN_1', 'PUPIL'] as const) : (['GUARDIAN_1'] as const)) await say(id, signer, 'GIVEN', { decidedOn });
  return id;
}

describe('a pupil who turned sixteen', () => {
  it('is asked to renew what the guardians gave, once; it stands in the grace, and the pupil’s yes settles it', async () => {
    const [ripe, young] = [await givenBefore(bornFor(16, 20)), await givenBefore(bornFor(16, -20))];
    expect(await standing(ripe)).toMatchObject({ state: 'GIVEN', missing: [] });
    await night();
    expect(await standing(ripe)).toMatchObject({ state: 'GIVEN', missing: ['PUPIL'], act: 'REQUESTED', number: 3 });
    expect(await standing(young)).toMatchObject({ state: 'GIVEN', missing: [], number: 2 });
    expect(await tasks(ripe)).toMatchObject([{ kind: 'RENEWED_BY_PUPIL', params: { purposes: 'EVALUATION_FOLLOWUP' } }]);
    expect((await tasks(ripe))[0]!.due).toMatch(/-01$/);
    await night();
    expect(await standing(ripe)).toMatchObject({ number: 3 });
    expect(await as(() => feature.links.create({ pupilIds: [ripe], purposes: ['EVALUATION_FOLLOWUP'], withCode: false }))).toMatchObject([{ pupilId: ripe, signer: 'PUPIL' }]);
    await say(ripe, 'PUPIL', 'GIVEN');
    expect(await standing(ripe)).toMatchObject({ state: 'GIVEN', missing: [] });
    expect(await tasks(ripe)).toEqual([]);
  });

  it('is asked once by two rounds that run at the same time', async () => {
    const ripe = await givenBefore(bornFor(16, 20));
    await whileHeld(test, advisoryLock(`consent ${region} EVALUATION_FOLLOWUP`), async (waiting) => {
      const begun = Promise.all([night(), night()]);
      await waiting(2, begun);
      return { begun };
    });
    expect(await standing(ripe)).toMatchObject({ state: 'GIVEN', act: 'REQUESTED', number: 3 });
  });

  it('whom no night asked in time is asked when the worker is back; what had lapsed has ended', async () => {
    const late = await givenBefore(bornFor(16, 100));
    expect(await standing(late)).toMatchObject({ state: 'EXPIRED' });
    await night();
    expect(await standing(late)).toMatchObject({ state: 'REQUESTED', missing: ['PUPIL'], act: 'REQUESTED' });
    expect(told).toContainEqual(['end', expect.arrayContaining([late])]);
  });

  it('leaves no day in the ledger from which the birthday could be read', async () => {
    await givenBefore(bornFor(16, -7));
    const { rows } = await test.admin.query<{ renews: string; lapses: string }>('select distinct state_renew_on::text as renews, state_lapses_on::text as lapses from consent_decision where state_renew_on is not null and region_id = $1', [region]);
    expect(rows.length).toBeGreaterThan(0);
    for (const { renews, lapses } of rows) expect([renews, lapses]).toEqual([expect.stringMatching(/-(01|16)$/), expect.stringMatching(/-01$/)]);
  });
});

describe('a pupil of full age', () => {
  it('has links of guardians no longer, from the birthday on', async () => {
    const id = await pupil(bornFor(15, 50));
    const [link] = await as(() => feature.links.create({ pupilIds: [id], purposes: ['PHOTO_PUBLICATION'], withCode: true }));
    const token = link!.url.split('/').at(-1)!;
    expect(await feature.links.open(token, { factor: link!.code! })).toMatchObject({ signer: 'GUARDIAN_1' });
    await bornOn(id, bornFor(18, 0));
    await expect(feature.links.open(token, { factor: link!.code! })).rejects.toMatchObject({ code: 'LINK_INVALID' });
  });
});

describe('a corrected birth date', () => {
  it('judges every consent anew in its own transaction: whose yes never counted is asked, what rested on it ends', async () => {
    const id = await givenBefore(bornFor(13, 50));
    told = [];
    fails = true;
    await expect(bornOn(id, bornFor(17, 50))).rejects.toThrow('no');
    expect(await standing(id)).toMatchObject({ state: 'GIVEN' });
    expect((await as(() => people.pupilReads.one(id))).birthDate).toBe(bornFor(13, 50));
    fails = false;
    await bornOn(id, bornFor(17, 50));
    expect(await standing(id)).toMatchObject({ state: 'REQUESTED', missing: ['PUPIL'], act: 'RECTIFIED' });
    expect(told.at(-1)).toEqual(['end', [id]]);
    await bornOn(id, bornFor(13, 50));
    expect(await standing(id)).toMatchObject({ state: 'GIVEN', missing: [] });
    expect(told.at(-1)).toEqual(['resume', [id]]);
  });

  it('that makes a pupil younger asks the guardian, and changes nothing for who never was asked', async () => {
    const [alone, untouched] = [await pupil(bornFor(16, 50)), await pupil(bornFor(16, 50))];
    await say(alone, 'PUPIL', 'GIVEN');
    await bornOn(alone, bornFor(15, 50));
    await bornOn(untouched, bornFor(15, 50));
    expect(await standing(alone)).toMatchObject({ state: 'REQUESTED', missing: ['GUARDIAN_1'] });
    expect(await standing(untouched)).toBeUndefined();
  });
});

describe('a consent that ended by time alone', () => {
  it('ends what rests on it in the next night, once', async () => {
    const id = await pupil(bornFor(12, 50));
    await say(id, 'GUARDIAN_1', 'GIVEN', { decidedOn: addDays(today, -800) });
    expect(await standing(id)).toMatchObject({ state: 'EXPIRED' });
    told = [];
    await night();
    expect(told).toContainEqual(['end', expect.arrayContaining([id])]);
    told = [];
    await night();
    expect(told).toEqual([]);
  });

  it('is announced to the office a month before, by group, and no longer when nothing is due', async () => {
    const id = await pupil(bornFor(12, 50), group);
    const id2 = await pupil(bornFor(12, 50), group);
    await say(id, 'GUARDIAN_1', 'GIVEN', { decidedOn: addDays(today, -350) });
    await say(id2, 'GUARDIAN_1', 'GIVEN');
    await night();
    expect(await tasks(group)).toMatchObject([{ kind: 'CONSENTS_ENDING', params: { count: 1 } }]);
    await test.admin.query(`update office_task set state = 'DONE', done_at = now(), note = 'NOT_NEEDED' where about = $1`, [group]);
    await night();
    expect(await tasks(group)).toEqual([]);
    await test.admin.query(`update office_task set state = 'OPEN', done_at = null, note = null where about = $1`, [group]);
    await say(id, 'GUARDIAN_1', 'WITHDRAWN');
    await night();
    expect(await tasks(group)).toEqual([]);
  });
});

describe('guardians who disagree', () => {
  it('are a task of the office until they agree or custody shows who decides', async () => {
    const id = await pupil(bornFor(12, 50));
    await say(id, 'GUARDIAN_1', 'GIVEN');
    await say(id, 'GUARDIAN_2', 'REFUSED');
    await say(id, 'GUARDIAN_1', 'GIVEN', { purpose: 'PHOTO_PUBLICATION' });
    await say(id, 'GUARDIAN_2', 'REFUSED', { purpose: 'PHOTO_PUBLICATION' });
    expect(await tasks(id)).toEqual([{ kind: 'CONSENT_DISPUTED', params: { purposes: 'EVALUATION_FOLLOWUP PHOTO_PUBLICATION' }, due: null }]);
    await say(id, 'GUARDIAN_2', 'GIVEN');
    expect(await tasks(id)).toMatchObject([{ params: { purposes: 'PHOTO_PUBLICATION' } }]);
    await say(id, 'GUARDIAN_1', 'REFUSED', { purpose: 'PHOTO_PUBLICATION' });
    expect(await tasks(id)).toEqual([]);
  });
});
