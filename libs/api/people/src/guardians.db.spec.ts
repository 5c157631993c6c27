import { Refusal } from '@mintforge/domain/kernel';
import type { Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { AddGuardianArgs, GuardianFields } from './guardians.inputs';
import { aGroup, anErasedPupil, aSchool, peopleOf } from './testing';

let database: TestDatabase;
let people: ReturnType<typeof peopleOf>;
let coordinator: Actor;
let evaluation: Actor;
let stranger: Actor;
let group: string;

const thisYear = new Date().getUTCFullYear();
const as = <T>(work: () => Promise<T>, actor = coordinator) => asActor(actor, work);
const pupil = (firstName = `Kim${randomUUID().slice(0, 6)}`, age = 12) => as(() => people.pupils.create({ groupId: group, firstName, lastName: 'Abt', birthDate: `${thisYear - age - 1}-12-31` }, randomUUID()));
const aMail = () => `eltern.${randomUUID().slice(0, 8)}@example.test`;
const add = (pupilId: string, slot: AddGuardianArgs['slot'] = 'GUARDIAN_1', given: Partial<GuardianFields> = {}, more: Partial<AddGuardianArgs> = {}) =>
  as(() => people.guardians.add({ pupilId, slot, input: { name: 'Alex Abt', email: aMail(), phone: '0381 12345', ...given }, idempotencyKey: randomUUID(), ...more }));
const of = (pupilId: string, actor = coordinator) => as(() => people.guardianReads.of(pupilId), actor);
const refusal = (work: Promise<unknown>) => work.then(() => 'was not refused', (error: unknown) => (error instanceof Refusal ? { code: error.code, ...error.params, ...error.fields } : error));
const countOf = async (sql: string, values: unknown[]) => (await database.admin.query<{ n: number }>(`select count(*)::int as n from ${sql}`, values)).rows[0]!.n;
const readsOf = (id: string) => countOf('audit where changes @> $1::jsonb', [JSON.stringify([{ table: 'guardian', verb: 'read', ids: [id] }])]);

beforeAll(async () => {
  Logger.overrideLogger(false);
  database = await openTestDatabase();
  people = peopleOf(database);
  const region = await aRegion(database);
  coordinator = await aUser(database, region.id);
  evaluation = await aUser(database, region.id, 'EVALUATION_MANAGER');
  stranger = await aUser(database, (await aRegion(database)).id);
  group = await as(async () => people.groups.create(aGroup(await aSchool(database, region.id), '7a'), randomUUID()));
  await database.admin.query(`insert into signer_rule (region_id, code, valid_from, bands, grace_days, source)
    values ($1, 'S1', '2020-01-01', '[{"fromAge":0,"pupil":false},{"fromAge":14,"pupil":true}]', 60, 'Test')`, [region.id]);
});
afterAll(() => database.close());

describe('a guardian', () => {
  it('has a name, contacts and a language of their own, opened for the coordination office with a trace in the audit', async () => {
    const kim = await pupil();
    const id = await add(kim, 'GUARDIAN_1', { name: '  Jo\u0308rg   Abt ', email: 'Joerg.Abt@Example.TEST', language: 'uk', plain: false });
    const before = await readsOf(id);
    expect((await of(kim)).guardians).toMatchObject([{ id, name: 'Jörg Abt', email: 'Joerg.Abt@example.test', phone: '0381 12345', language: 'uk', wards: [{ pupilId: kim, slot: 'GUARDIAN_1' }] }]);
    expect(await readsOf(id)).toBe(before + 1);
  });

  it('of siblings is offered when the address is entered again, and taken over without a second key', async () => {
    const [first, second, third] = [await pupil(), await pupil(), await pupil()];
    const email = aMail();
    const id = await add(first, 'GUARDIAN_1', { email });
    expect(await refusal(add(second, 'GUARDIAN_1', { email: email.toUpperCase() }))).toEqual({ code: 'GUARDIAN_KNOWN', guardianId: id });
    await as(() => people.guardians.take({ pupilId: second, slot: 'GUARDIAN_2', guardianId: id }));
    expect((await of(second)).guardians[0]!.wards).toMatchObject([{ pupilId: first, slot: 'GUARDIAN_1' }, { pupilId: second, slot: 'GUARDIAN_2' }]);
    expect((await as(() => people.guardianReads.byMail(email))).map((guardian) => guardian.id)).toEqual([id]);
    const other = await add(third, 'GUARDIAN_1', { name: 'Bo Abt', email }, { sharesAddress: true });
    expect((await as(() => people.guardianReads.byMail(email))).map((guardian) => guardian.id).sort()).toEqual([id, other].sort());
  });

  it('is found by the exact address alone: dots and dashes tell addresses apart', async () => {
    await add(await pupil(), 'GUARDIAN_1', { email: 'a.berg@example.test' });
    expect(await as(() => people.guardianReads.byMail('A.Berg@EXAMPLE.test'))).toHaveLength(1);
    for (const email of ['a-berg@example.test', 'aberg@example.test', 'a.berg@example', 'berg', '']) expect(await as(() => people.guardianReads.byMail(email))).toEqual([]);
  });

  it('holds one place of a pupil, and a place is held by one', async () => {
    const kim = await pupil();
    const id = await add(kim);
    expect(await refusal(add(kim))).toMatchObject({ code: 'ALREADY_EXISTS' });
    expect(await refusal(as(() => people.guardians.take({ pupilId: kim, slot: 'GUARDIAN_2', guardianId: id })))).toMatchObject({ code: 'ALREADY_EXISTS' });
    await add(kim, 'GUARDIAN_2');
    expect((await of(kim)).guardians).toHaveLength(2);
  });

  it('is changed under the version that was seen, and found under the new address only', async () => {
    const kim = await pupil();
    const [old, fresh] = [aMail(), aMail()];
    const id = await add(kim, 'GUARDIAN_1', { email: old });
    await as(() => people.guardians.update(id, 1, { email: fresh, phone: null }));
    expect((await of(kim)).guardians).toMatchObject([{ name: 'Alex Abt', email: fresh, phone: null, version: 2 }]);
    expect(await as(() => people.guardianReads.byMail(old))).toEqual([]);
    expect(await refusal(as(() => people.guardians.update(id, 1, { name: 'Zu Spät' })))).toMatchObject({ code: 'VERSION_CONFLICT' });
  });

  it('is refused with a name, address or number that is none, broken Unicode among them, without an error', async () => {
    const kim = await pupil();
    for (const [given, field] of [[{ name: ' – ' }, 'name'], [{ email: 'kein' }, 'email'], [{ email: '\ud800@example.test' }, 'email'], [{ phone: '12' }, 'phone'], [{ phone: '\udfff38112345' }, 'phone']] as const) {
      expect(await refusal(add(kim, 'GUARDIAN_1', given))).toHaveProperty(field);
    }
  });

  it('is made once however often the request arrives', async () => {
    const kim = await pupil();
    const args: AddGuardianArgs = { pupilId: kim, slot: 'GUARDIAN_1', input: { name: 'Alex Abt', email: aMail() }, idempotencyKey: randomUUID() };
    expect(await as(() => people.guardians.add(args))).toBe(await as(() => people.guardians.add(args)));
    expect(await refusal(as(() => people.guardians.add({ ...args, input: { name: 'Bo Abt' } })))).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('goes with the last pupil, key and all; with a sibling left they stay', async () => {
    const [first, second] = [await pupil(), await pupil()];
    const id = await add(first);
    await as(() => people.guardians.take({ pupilId: second, slot: 'GUARDIAN_1', guardianId: id }));
    await anErasedPupil(database, first);
    expect([await countOf('guardian where id = $1', [id]), await countOf('person_key where person_id = $1', [id])]).toEqual([1, 1]);
    await as(() => people.guardians.release(second, 'GUARDIAN_1'));
    expect([await countOf('guardian where id = $1', [id]), await countOf('person_key where person_id = $1', [id])]).toEqual([0, 0]);
    expect(await refusal(as(() => people.guardians.release(second, 'GUARDIAN_1')))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(add(first))).toMatchObject({ code: 'PUPIL_ERASED' });
  });
});

describe('the own address of a pupil', () => {
  it('is kept only for who signs by a rule of the region, or may, as no birth date is known', async () => {
    expect(await refusal(as(async () => people.guardians.setPupilContact({ pupilId: await pupil('Jung', 13), email: aMail() })))).toEqual({ code: 'PUPIL_SIGNS_LATER', age: 14 });
    const old = await pupil('Alt', 14);
    await as(() => people.guardians.setPupilContact({ pupilId: old, email: 'ich@example.test', plain: true }));
    expect((await of(old)).contact).toMatchObject({ email: 'ich@example.test', language: 'de', plain: true });
    await as(() => people.guardians.setPupilContact({ pupilId: old, email: null }));
    expect((await of(old)).contact).toBeNull();
  });

  it('goes with the identity', async () => {
    const old = await pupil('Alt', 15);
    await as(() => people.guardians.setPupilContact({ pupilId: old, email: 'ich@example.test' }));
    await anErasedPupil(database, old);
    expect(await countOf('pupil_contact where pupil_id = $1', [old])).toBe(0);
  });
});

describe('somebody who may not identify people, or is of another region', () => {
  it('sees no guardian, by pupil or by address', async () => {
    const kim = await pupil();
    const email = aMail();
    const id = await add(kim, 'GUARDIAN_1', { email });
    expect((await of(kim, evaluation)).guardians).toEqual([]);
    expect(await refusal(of(kim, stranger))).toMatchObject({ code: 'NOT_FOUND' });
    for (const actor of [evaluation, stranger]) {
      expect(await as(() => people.guardianReads.byMail(email), actor)).toEqual([]);
      expect(await refusal(as(() => people.guardians.update(id, 1, { name: 'Fremd' }), actor))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await refusal(as(async () => people.guardians.take({ pupilId: kim, slot: 'GUARDIAN_2', guardianId: id }), actor))).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect((await as(() => database.db.read((tx) => people.guardianReads.reach(tx, [kim])), evaluation))).toEqual([]);
  });
});
