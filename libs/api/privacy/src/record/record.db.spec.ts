import '@mintforge/consent';
import { aController, consentOf } from '@mintforge/consent/testing';
import { peopleOf } from '@mintforge/people/testing';
import { dataMap, type Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, StandingClock, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { BreachReads } from './breach.reads';
import type { BreachInput } from './breach.types';
import { heldColumns, RecordReads } from './record.reads';
import { recordCsv, recordHtml, recordPdf } from './record.report';
import { adoptRetention } from '../retention/retention-rules';

let test: TestDatabase;
let region: string;
let [coordinator, auditor, administrator]: Actor[] = [];
let record: RecordReads;
let breach: BreachReads;
let people: ReturnType<typeof peopleOf>;
let school: string;
let group: string;
let contact: string;
const pupils: string[] = [];

const as = <T>(work: () => Promise<T>, actor = coordinator!) => asActor(actor, work);
const known: BreachInput = { source: 'STORED', awareAt: new Date('2026-11-21T09:00:00Z'), withKeys: true };
const assess = (input: Partial<BreachInput>, actor = coordinator!) => as(() => breach.assess(region, { ...known, ...input }), actor);
const affected = async (input: Partial<BreachInput>, actor = coordinator!) => (await as(() => breach.people(region, { input: { ...known, ...input }, page: 1, perPage: 100 }), actor)).items;
const counts = async (input: Partial<BreachInput>) => Object.fromEntries((await assess(input)).affected.map(({ kind, people: number }) => [kind, number]));

beforeAll(async () => {
  test = await openTestDatabase();
  region = (await aRegion(test)).id;
  [coordinator, auditor, administrator] = [await aUser(test, region), await aUser(test, region, 'AUDITOR'), await aUser(test, region, 'PLATFORM_ADMIN')];
  people = peopleOf(test);
  record = new RecordReads(test.db, new StandingClock());
  breach = new BreachReads(test.db, test.crypto, people.guardianReads);
  const { rows: schools } = await test.admin.query<{ id: string }>(`insert into organisation (region_id, name, name_key, roles) values ($1, 'Schule am Hafen', 'schule am hafen', '{SCHOOL}'), ($1, 'Werft', 'werft', '{COMPANY}') returning id`, [region]);
  school = schools[0]!.id;
  contact = (await test.admin.query<{ id: string }>(`insert into contact (region_id, organisation_id, name, email) values ($1, $2, 'Kim Kontakt', 'kim@werft.example') returning id`, [region, schools[1]!.id])).rows[0]!.id;
  group = await as(() => people.groups.create({ organisationId: school, name: '8a', kind: 'CLASS', grade: 8, schoolYear: '2026/27', headCount: 20 }, randomUUID()));
  for (const [at, where] of [{ groupId: group }, { groupId: group }, { organisationId: school }].entries()) {
    pupils.push(await as(() => people.pupils.create({ ...where, firstName: 'Mara', lastName: `Panne${at}`, birthDate: '2012-05-04' }, randomUUID())));
  }
  const provisions = await as(() => test.db.write((tx) => people.identities.storeNeeds(tx, pupils[0]!, ['STEP_FREE'])));
  await test.admin.query('update pupil set provisions = $2 where id = $1', [pupils[0], provisions]);
});
afterAll(() => test.close());

describe('the record of processing of a region', () => {
  it('stands with standard bases and periods, marked as proposals, until the region has adopted its own', async () => {
    const before = await as(() => record.record());
    expect(before.controller).toBeNull();
    expect(before.activities.map(({ purpose, adopted }) => [purpose, adopted])).toContainEqual(['TAKING_PART', false]);
    expect(before.periods.every(({ adopted }) => !adopted)).toBe(true);
    await as(() => consentOf(test).purposes.adopt());
    await as(() => test.db.write(async (tx) => void (await adoptRetention(tx))), administrator);
    await as(() => consentOf(test).purposes.setController(aController));
    const after = await as(() => record.record());
    expect(after.controller).toEqual(aController);
    expect([after.activities, after.periods].map((entries) => entries.every(({ adopted }) => adopted))).toEqual([true, true]);
  });

  it('holds every personal column of the data map, with a period for each class', async () => {
    const { activities, periods } = await as(() => record.record(), auditor);
    for (const { purpose, category, retention } of heldColumns()) {
      const activity = activities.find((entry) => entry.purpose === purpose)!;
      expect([purpose, activity.data.map((data) => data.category)]).toEqual([purpose, expect.arrayContaining([category])]);
      expect(activity.retention).toContain(retention);
      expect([...periods.map(({ retentionClass }) => retentionClass), 'CONFIG']).toContain(retention);
    }
  });

  it('can be had as a page, a document and a table; what the region wrote can neither run in the page nor in a spreadsheet', async () => {
    await test.admin.query(`update purpose set source = '=cmd|calc', article = '<script>alert(1)</script>' where region_id = $1 and code = 'CONTACT'`, [region]);
    const entries = await as(() => record.record());
    for (const locale of ['de', 'en'] as const) {
      const [html, csv, pdf] = [recordHtml(entries, locale), recordCsv(entries, locale), await recordPdf(entries, locale)];
      expect(html).not.toContain('<script');
      expect(html).toContain('&lt;script&gt;');
      expect(csv.split('\r\n').length).toBe(entries.activities.length + 2);
      expect(csv).toContain(`'=cmd|calc`);
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    }
  });

  it('shows the data map with every table', () => {
    expect(record.map().map(({ table }) => table)).toEqual([...dataMap().keys()]);
    expect(record.map().find(({ table }) => table === 'pupil')!.columns).toContainEqual({ name: 'provisions', purpose: 'NEEDS_PROCESS', category: 'NEEDS', dataClass: 'C4', rest: 'NEEDS_KEY', of: null });
  });
});

/** An instant between what was and what will be written: the trail is finer than our clock. */
async function apart(): Promise<Date> {
  await pause(2);
  const now = new Date();
  await pause(2);
  return now;
}

describe('a breach', () => {
  it('of everything stored with its keys affects everybody, and is a high risk because of special data', async () => {
    const all = await assess({});
    expect(Object.fromEntries(all.affected.map(({ kind, people: number }) => [kind, number]))).toEqual({ PUPIL: 3, CONTACT: 1 });
    expect(all.affected.find(({ kind }) => kind === 'PUPIL')!.byClass).toEqual([{ dataClass: 'C3', people: 2 }, { dataClass: 'C4', people: 1 }]);
    expect([all.risk, all.deadline]).toEqual(['HIGH', new Date('2026-11-24T09:00:00Z')]);
  });

  it('of a copy without keys counts only what rests in clear', async () => {
    const [first] = (await affected({ withKeys: false, tables: ['pupil'] }));
    expect(first!.classes).toEqual(['C3']);
    expect((await assess({ withKeys: false, tables: ['pupil'] })).risk).toBe('RISK');
    expect(await counts({ withKeys: false, tables: ['person_key'] })).toEqual({});
  });

  it('of a class or a school affects its people only', async () => {
    expect(await counts({ groupId: group })).toEqual({ PUPIL: 2 });
    expect(await counts({ organisationId: school })).toEqual({ PUPIL: 3 });
    expect(await counts({ organisationId: randomUUID() })).toEqual({});
    expect((await assess({ organisationId: randomUUID() })).risk).toBe('NONE');
  });

  it('through an account affects those whom it looked at or changed in that time', async () => {
    const thief = await aUser(test, region);
    const from = new Date();
    await as(() => people.pupilReads.one(pupils[1]!), thief);
    await as(() => people.pupilReads.one(pupils[2]!));
    const to = await apart();
    await as(() => people.pupilReads.one(pupils[0]!), thief);
    const within = await affected({ source: 'AUDIT', actorId: thief.userId!, from, to });
    expect(within.map(({ id, kind }) => [id, kind])).toEqual([[pupils[1], 'PUPIL']]);
    expect(await counts({ source: 'AUDIT', from, to })).toEqual({ PUPIL: 2 });
    expect(await counts({ source: 'AUDIT', actorId: thief.userId!, from })).toEqual({ PUPIL: 2 });
    expect(await counts({ source: 'AUDIT', actorId: thief.userId!, from, tables: ['contact'] })).toEqual({});
  });

  it('through an act on many people affects every one of them, and says how many the trail of former times does not name', async () => {
    const [busy, from] = [await aUser(test, region), await apart()];
    const many = [...Array.from({ length: 1500 }, () => randomUUID()), pupils[2]!];
    await as(() => test.db.write(async (tx) => tx.note('pupil', 'update', many)), busy);
    const seen = { source: 'AUDIT', actorId: busy.userId!, from } as const;
    expect((await affected(seen)).map(({ id }) => id)).toEqual([pupils[2]]);
    expect((await assess(seen)).notListed).toBe(0);
    await test.admin.query(`select set_config('app.region', $1, false), set_config('app.actor', $2, false), app.append_audit('pupils.pupils', null, null, $3)`, [region, busy.userId, JSON.stringify([{ table: 'pupil', verb: 'read', count: 230, ids: many.slice(0, 200) }])]);
    expect((await assess(seen)).notListed).toBe(30);
  });

  it('is the same for whoever may read the record, although they may not read pupils; nobody learns a name', async () => {
    const own = await affected({});
    for (const actor of [auditor!, administrator!]) expect(await affected({}, actor)).toEqual(own);
    const csv = await as(() => breach.csv(region, known, 'de'), auditor);
    for (const { pseudonym } of own) expect(csv).toContain(pseudonym);
    for (const word of ['Mara', 'Panne', 'Kim', 'werft.example']) expect([word, csv.includes(word) || JSON.stringify(own).includes(word)]).toEqual([word, false]);
  });

  it('opens names and contacts to tell people, with a reason that stands in the trail', async () => {
    await as(() => people.guardians.add({ pupilId: pupils[0]!, slot: 'GUARDIAN_1', input: { name: 'Gerda Sorge', email: 'gerda@familie.example' }, idempotencyKey: randomUUID() }));
    const { items } = await as(() => breach.contacts(region, { input: known, reason: 'Benachrichtigung nach Art. 34', page: 1, perPage: 100 }));
    expect(items.find(({ id }) => id === pupils[0])).toMatchObject({ kind: 'PUPIL', name: 'Mara Panne0', contacts: ['Gerda Sorge gerda@familie.example'] });
    expect(items.find(({ kind }) => kind === 'GUARDIAN')).toMatchObject({ name: 'Gerda Sorge', contacts: ['gerda@familie.example'] });
    expect(items.find(({ id }) => id === contact)).toMatchObject({ kind: 'CONTACT', name: 'Kim Kontakt', contacts: ['kim@werft.example'] });
    const { rows } = await test.admin.query<{ reason: string; changes: { table: string; verb: string; ids: string[] }[] }>('select reason, changes from audit where region_id = $1 order by seq desc limit 1', [region]);
    expect(rows[0]!.reason).toContain('Art. 34');
    expect(rows[0]!.changes.find(({ table }) => table === 'pupil')).toMatchObject({ verb: 'read', ids: expect.arrayContaining(pupils) });
  });
});
