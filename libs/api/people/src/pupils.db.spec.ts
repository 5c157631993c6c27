import { isPseudonym } from '@mintforge/domain/people';
import type { Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, withoutGate, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import type { PupilFilter, PupilInput, PupilsArgs } from './pupils.inputs';
import { aGroup, aSchool, peopleOf } from './testing';

let database: TestDatabase;
let people: ReturnType<typeof peopleOf>;
let coordinator: Actor;
let evaluation: Actor;
let school: string;
let group: string;

const pupil = (firstName: string, lastName: string, given: Partial<PupilInput> = {}): PupilInput => ({ groupId: group, firstName, lastName, birthDate: '2013-05-04', ...given });
const create = (given: PupilInput, key: string = randomUUID()) => asActor(coordinator, () => people.pupils.create(given, key));
const one = (id: string, actor = coordinator) => asActor(actor, () => people.pupilReads.one(id));
const needsOf = async (id: string, actor = coordinator) => (await asActor(actor, () => people.pupilReads.needs(id, 'CARE'))).provisions;
const list = (filter: PupilFilter, actor = coordinator, sort: PupilsArgs['sort'] = 'PSEUDONYM_ASC') => asActor(actor, () => people.pupilReads.list({ page: 1, perPage: 100, sort, filter }));
const found = async (filter: PupilFilter, actor = coordinator) => (await list(filter, actor)).items.map(({ id }) => id).sort();
const readsOf = async (id: string) => (await database.admin.query<{ n: number }>(`select count(*)::int as n from audit where changes @> $1::jsonb`, [JSON.stringify([{ table: 'pupil', verb: 'read', ids: [id] }])])).rows[0]!.n;

beforeAll(async () => {
  database = await openTestDatabase();
  people = peopleOf(database);
  const region = await aRegion(database);
  coordinator = await aUser(database, region.id);
  evaluation = await aUser(database, region.id, 'EVALUATION_MANAGER');
  school = await aSchool(database, region.id);
});
beforeEach(async () => {
  group = await asActor(coordinator, () => people.groups.create(aGroup(school, randomUUID().slice(0, 8), { headCount: 2 }), randomUUID()));
});
afterAll(() => database.close());

describe('pupils', () => {
  it('get a pseudonym, take the grade of their group and raise its head count when names outnumber it', async () => {
    const ids = [await create(pupil('Ida', 'Zander')), await create(pupil('Ole', 'Zander')), await create(pupil('Pia', 'Zander'))];
    const shown = await one(ids[0]!);
    expect(shown).toMatchObject({ firstName: 'Ida', lastName: 'Zander', birthDate: '2013-05-04', grade: 7, groupId: group, organisationId: school, leftOn: null });
    expect(isPseudonym(shown.pseudonym)).toBe(true);
    expect(await asActor(coordinator, () => people.groupReads.one(group))).toMatchObject({ headCount: 3, pupilCount: 3 });
    await expect(asActor(coordinator, () => people.groups.update(group, 2, { headCount: 2 }))).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { headCount: 'belowNames' } });
    await expect(asActor(coordinator, () => people.groups.delete(group))).rejects.toMatchObject({ code: 'STILL_IN_USE' });
  });

  it('are created once per idempotency key, once per name and birth date at a school, and never of an impossible age', async () => {
    const key = randomUUID();
    expect(await create(pupil('Emil', 'Quast'), key)).toBe(await create(pupil('Emil', 'Quast'), key));
    await expect(create(pupil('Emil', 'QUAST'))).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    await expect(create(pupil('Emil', 'Quast', { birthDate: '2013-05-05' }))).resolves.toBeDefined();
    await expect(create(pupil('Emil', 'Quast', { birthDate: '1970-05-05' }))).rejects.toMatchObject({ fields: { birthDate: 'implausible' } });
    await expect(create(pupil(' ', 'Quast'))).rejects.toMatchObject({ fields: { firstName: 'required' } });
    await expect(create({ firstName: 'Emil', lastName: 'Quast' })).rejects.toMatchObject({ fields: { organisationId: 'required' } });
  });

  it('are found by beginnings of words of their name, by pseudonym, group, school, grade and ids', async () => {
    const id = await create(pupil('Jürgen-Mikael', 'Grünwaldt', { grade: 11 }));
    const { pseudonym } = await one(id);
    for (const q of ['grü', 'GRUENWALDT', 'mik jue', 'Grünwaldt, Jürgen', pseudonym.toLowerCase(), pseudonym.slice(0, 5)]) expect([q, await found({ q, groupId: group })]).toEqual([q, [id]]);
    for (const q of ['gr', 'waldt', 'grü ole', '%', '?']) expect([q, await found({ q, groupId: group })]).toEqual([q, []]);
    expect(await found({ grade: 11, organisationId: school })).toEqual([id]);
    expect(await found({ ids: [id, randomUUID()] })).toEqual([id]);
  });

  it('sort by name within one group alone', async () => {
    const names = ['Öhler', 'Abel', 'Zorn', 'Ohm'];
    for (const name of names) await create(pupil('Kim', name));
    expect((await list({ groupId: group }, coordinator, 'LAST_NAME_ASC')).items.map(({ lastName }) => lastName)).toEqual(['Abel', 'Öhler', 'Ohm', 'Zorn']);
    await expect(list({}, coordinator, 'LAST_NAME_ASC')).rejects.toMatchObject({ fields: { sort: 'needsGroup' } });
    await expect(list({ groupId: group }, evaluation, 'LAST_NAME_ASC')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('are found under their new name after a change, no longer under the old one', async () => {
    const id = await create(pupil('Mia', 'Altmann'));
    await asActor(coordinator, () => people.pupils.update(id, 1, { lastName: 'Neumann', interests: ['ROBOTICS'] }));
    expect(await one(id)).toMatchObject({ firstName: 'Mia', lastName: 'Neumann', birthDate: '2013-05-04', interests: ['ROBOTICS'], version: 2 });
    expect(await found({ q: 'neumann', groupId: group })).toEqual([id]);
    expect(await found({ q: 'altmann', groupId: group })).toEqual([]);
    await expect(asActor(coordinator, () => people.pupils.update(id, 1, { grade: 8 }))).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
  });

  it('move to another group, leave, and come back', async () => {
    const id = await create(pupil('Lea', 'Wanderer'));
    const other = await asActor(coordinator, () => people.groups.create(aGroup(school, randomUUID().slice(0, 8), { headCount: 0 }), randomUUID()));
    await asActor(coordinator, () => people.pupils.move(id, 1, other));
    expect(await asActor(coordinator, () => people.groupReads.one(other))).toMatchObject({ headCount: 1, pupilCount: 1 });
    await asActor(coordinator, () => people.pupils.leave(id, 2, '2026-10-01'));
    expect(await found({ groupId: other })).toEqual([]);
    expect(await found({ groupId: other, gone: true })).toEqual([id]);
    expect(await asActor(coordinator, () => database.db.read((tx) => people.people.pupilsForRound(tx, [id])))).toEqual([]);
    await asActor(coordinator, () => people.pupils.leave(id, 3, null));
    expect(await found({ groupId: other })).toEqual([id]);
  });
});

describe('who reads what', () => {
  it('shows pseudonyms only to who may not identify people, and no search by name', async () => {
    const id = await create(pupil('Nora', 'Geheim'));
    expect(await one(id, evaluation)).toMatchObject({ id, grade: 7, firstName: null, lastName: null, birthDate: null });
    expect(await found({ q: 'geheim', groupId: group }, evaluation)).toEqual([]);
    expect(await found({ q: (await one(id)).pseudonym }, evaluation)).toEqual([id]);
    await asActor(evaluation, () => database.db.read(async (tx) => {
      expect(await tx.query('select from person_key union all select from pupil_token')).toEqual([]);
      expect((await people.people.namesOf(tx, [id])).get(id)).toMatchObject({ firstName: null, lastName: null });
    }));
    await expect(asActor(evaluation, () => people.pupils.update(id, 1, { grade: 8 }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('holds no needs of a pupil unless NEEDS_PROCESS is given or the law of the region holds them', async () => {
    await expect(create(pupil('Mara', 'Ungefragt', { provisions: ['STEP_FREE'] }))).rejects.toMatchObject({ code: 'CONSENT_MISSING', params: { purpose: 'NEEDS_PROCESS' } });
    const id = await create(pupil('Mara', 'Ungefragt'));
    const enter = () => asActor(coordinator, () => people.pupils.update(id, 1, { provisions: ['STEP_FREE'] }));
    await expect(enter()).rejects.toMatchObject({ code: 'CONSENT_MISSING' });
    await asActor(coordinator, () => people.pupils.update(id, 1, { provisions: [] }));
    await withoutGate(database, () => asActor(coordinator, () => people.pupils.update(id, 2, { provisions: ['STEP_FREE'] })));
    expect(await needsOf(id)).toEqual([]);
    expect(await asActor(coordinator, () => database.db.read((tx) => people.people.pupilsForRound(tx, [id])))).toMatchObject([{ provisions: [] }]);
    await withoutGate(database, async () => {
      expect(await needsOf(id)).toEqual(['STEP_FREE']);
      expect(await asActor(coordinator, () => database.db.read((tx) => people.people.pupilsForRound(tx, [id])))).toMatchObject([{ provisions: ['STEP_FREE'] }]);
    });
    expect(await asActor(coordinator, () => database.db.write((tx) => people.identities.forgetNeeds(tx, [id])))).toEqual([id]);
    expect((await database.admin.query('select provisions from pupil where id = $1', [id])).rows).toEqual([{ provisions: null }]);
  });

  it('shows needed provisions for a reason alone, and audits that look apart from the name', async () => {
    const id = await create(pupil('Mara', 'Anlass'));
    await one(id);
    await needsOf(id);
    const { rows } = await database.admin.query(`select reason, changes from audit where region_id = $1 and changes @> $2 order by seq desc limit 2`, [coordinator.regionId, JSON.stringify([{ verb: 'read', ids: [id] }])]);
    expect(rows).toEqual([
      { reason: 'CARE', changes: [{ table: 'pupil_needs', verb: 'read', count: 1, ids: [id] }] },
      { reason: null, changes: [{ table: 'pupil', verb: 'read', count: 1, ids: [id] }] },
    ]);
  });

  it('seals needed provisions and shows them to who may identify people alone', async () => {
    await database.admin.query(`insert into purpose (region_id, code, basis, article, validity_from, validity_months, effect, data, recipients, source) values ($1, 'NEEDS_PROCESS', 'PUBLIC_TASK', 'Art. 9 (2) g', 'DECISION', 12, 'FIELD_EMPTY', '{}', '{}', 'Test')`, [coordinator.regionId]);
    const id = await create(pupil('Mara', 'Rampe', { provisions: ['STEP_FREE'] }));
    expect(await one(id)).not.toHaveProperty('provisions');
    expect(await needsOf(id)).toEqual(['STEP_FREE']);
    await expect(needsOf(id, evaluation)).resolves.toEqual([]);
    const sealed = async () => (await database.admin.query<{ provisions: Buffer | null }>('select provisions from pupil where id = $1', [id])).rows[0]!.provisions;
    expect((await sealed())?.includes('STEP_FREE')).toBe(false);
    await asActor(coordinator, () => people.pupils.update(id, 1, { provisions: ['LIFT', 'SEATING'] }));
    expect(await asActor(coordinator, () => database.db.read((tx) => people.people.pupilsForRound(tx, [id])))).toMatchObject([{ provisions: ['LIFT', 'SEATING'] }]);
  });

  it('audits each page of names as one read, and no read of pseudonyms', async () => {
    const id = await create(pupil('Finn', 'Protokoll'));
    await one(id, evaluation);
    expect(await readsOf(id)).toBe(0);
    await list({ groupId: group });
    expect(await readsOf(id)).toBe(1);
    const [reads] = await asActor(coordinator, () => database.db.read(async (tx) => [await people.people.pupilsForRound(tx, [id]), await people.people.namesOf(tx, [id])]));
    expect(reads).toEqual([{ id, pseudonym: expect.any(String), grade: 7, birthDate: '2013-05-04', groupId: group, organisationId: school, interests: [], provisions: [] }]);
    expect(await readsOf(id)).toBe(2);
  });

  it('shows a foreign region nothing', async () => {
    const id = await create(pupil('Tom', 'Grenze'));
    const stranger = await aUser(database, (await aRegion(database)).id);
    await expect(one(id, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await found({}, stranger)).toEqual([]);
    expect(await found({ q: 'grenze' }, stranger)).toEqual([]);
    await expect(asActor(stranger, () => people.pupils.create(pupil('Tom', 'Fremd'), randomUUID()))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
