import { Refusal } from '@mintforge/domain/kernel';
import type { Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import type { GroupInput } from './groups.inputs';
import type { GroupReads } from './groups.reads';
import type { Groups } from './groups.service';
import { aGroup, aSchool, peopleOf } from './testing';

let database: TestDatabase;
let groups: Groups;
let reads: GroupReads;
let coordinator: Actor;
let school: string;

const page = { page: 1, perPage: 25, sort: 'NAME_ASC' as const };
const input = (name: string, given: Partial<GroupInput> = {}) => aGroup(school, name, given);
const create = (given: GroupInput, key: string = randomUUID()) => asActor(coordinator, () => groups.create(given, key));

beforeAll(async () => {
  database = await openTestDatabase();
  ({ groups, groupReads: reads } = peopleOf(database));
  const region = await aRegion(database);
  coordinator = await aUser(database, region.id);
  school = await aSchool(database, region.id, 'Schule am Hafen');
});
afterAll(() => database.close());

describe('groups', () => {
  it('have a head count long before they have names', async () => {
    const id = await create(input(' 7a '));
    expect(await asActor(coordinator, () => reads.one(id))).toMatchObject({ name: '7a', headCount: 28, pupilCount: 0, organisationName: 'Schule am Hafen', version: 1 });
  });

  it('are created once per idempotency key and once per name, school and school year', async () => {
    const key = randomUUID();
    expect(await create(input('7b'), key)).toBe(await create(input('7b'), key));
    await expect(create(input('7b'))).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    await expect(create(input('7b', { schoolYear: '2027/28' }))).resolves.toBeDefined();
  });

  it('are found by part of their name or their school, by school year, grade, kind and ids', async () => {
    const club = await create(input('Robotik', { kind: 'CLUB', grade: null }));
    const found = async (filter: object) => (await asActor(coordinator, () => reads.list({ ...page, filter }))).items.map(({ name }) => name);
    expect(await found({ kind: 'CLUB' })).toEqual(['Robotik']);
    expect(await found({ q: 'obot' })).toEqual(['Robotik']);
    expect(await found({ q: 'HAFEN', schoolYear: '2027/28' })).toEqual(['7b']);
    expect(await found({ q: ' 7b hafen ' })).toEqual(['7b', '7b']);
    expect(await found({ q: '7b Leuchtturm' })).toEqual([]);
    expect(await found({ grade: 7, schoolYear: '2026/27' })).toEqual(['7a', '7b']);
    expect(await found({ ids: [club, randomUUID()] })).toEqual(['Robotik']);
    expect(await found({ organisationId: randomUUID() })).toEqual([]);
  });

  it('change only by who saw the newest version, and are deleted while nobody is in them', async () => {
    const id = await create(input('8c'));
    await asActor(coordinator, () => groups.update(id, 1, { headCount: 30, grade: null }));
    await expect(asActor(coordinator, () => groups.update(id, 1, { headCount: 31 }))).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    expect(await asActor(coordinator, () => reads.one(id))).toMatchObject({ headCount: 30, grade: null, kind: 'CLASS', version: 2 });
    await asActor(coordinator, () => groups.delete(id));
    await expect(asActor(coordinator, () => reads.one(id))).rejects.toThrow(Refusal);
  });

  it('do not exist for another region', async () => {
    const id = await create(input('9a'));
    const stranger = await aUser(database, (await aRegion(database)).id);
    await expect(asActor(stranger, () => reads.one(id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(asActor(stranger, () => groups.update(id, 1, { headCount: 1 }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(asActor(stranger, () => groups.create(input('9b'), randomUUID()))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await asActor(stranger, () => reads.list(page))).items).toEqual([]);
  });
});
