import { suggestClassListMapping } from '@mintforge/domain/people';
import { tableFromRows } from '@mintforge/domain/imports';
import type { Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import writeXlsx from 'write-excel-file/node';
import type { ClassListColumn, ClassListDecisionInput } from './class-lists.types';
import { aGroup, aSchool, peopleOf, tablesHolding } from './testing';

let database: TestDatabase;
let people: ReturnType<typeof peopleOf>;
let coordinator: Actor;
let school: string;
let group: string;

const csv = (rows: string[][]) => Buffer.from(rows.map((row) => row.join(';')).join('\r\n'), 'latin1');
const head = ['Nachname', 'Vorname', 'Geburtsdatum'];
const mappingOf = (rows: string[][]): ClassListColumn[] => Object.entries(suggestClassListMapping(tableFromRows(rows)).columns).map(([target, column]) => ({ target: target as ClassListColumn['target'], column }));

const newGroup = (given = {}, at = school) => asActor(coordinator, () => people.groups.create(aGroup(at, randomUUID().slice(0, 8), { headCount: 0, ...given }), randomUUID()));
const upload = async (content: Buffer, name = 'liste.csv') => (await asActor(coordinator, () => people.files.store(name, content))).id;
const preview = async (rows: string[][], groupId = group) => {
  const fileId = await upload(csv(rows));
  return asActor(coordinator, () => people.lists.preview({ fileId, groupId }));
};
const importList = async (rows: string[][], { decisions = [], groupId = group, key = randomUUID(), fileId }: { decisions?: ClassListDecisionInput[]; groupId?: string; key?: string; fileId?: string } = {}) => {
  const file = fileId ?? (await upload(csv(rows)));
  return asActor(coordinator, () => people.lists.import({ fileId: file, groupId, mapping: mappingOf(rows), decisions, idempotencyKey: key }));
};
const members = async (groupId = group) => (await asActor(coordinator, () => people.pupilReads.list({ page: 1, perPage: 100, sort: 'LAST_NAME_ASC', filter: { groupId } }))).items;
const one = (id: string) => asActor(coordinator, () => people.pupilReads.one(id));
const headCount = async (groupId = group) => (await asActor(coordinator, () => people.groupReads.one(groupId))).headCount;

beforeAll(async () => {
  database = await openTestDatabase();
  people = peopleOf(database);
  const region = await aRegion(database);
  coordinator = await aUser(database, region.id);
});
beforeEach(async () => {
  school = await aSchool(database, coordinator.regionId!);
  group = await newGroup();
});
afterAll(() => database.close());

describe('the preview of a class list', () => {
  it('suggests the mapping and shows every row with its verdict, wishes as written', async () => {
    const rows = [['Name', 'Vorname', 'Geb.-Datum', 'Interessen', 'Wunsch 1', 'Wunsch 2'], ['Grünwald', 'Jörg', '3.4.2013', 'KI', 'Löten 12.3.', '17'], ['', 'Ohne', '31.2.2013', '', '', '']];
    const { mapping, rows: shown } = await preview(rows);
    expect(mapping).toContainEqual({ target: 'LAST_NAME', column: 'Name' });
    expect(shown[0]).toMatchObject({ row: 2, firstName: 'Jörg', lastName: 'Grünwald', birthDate: '2013-04-03', interests: ['ARTIFICIAL_INTELLIGENCE'], wishes: [{ rank: 1, text: 'Löten 12.3.' }, { rank: 2, text: '17' }], verdict: 'NEW' });
    expect(shown[1]).toMatchObject({ verdict: 'REFUSED', problems: [{ field: 'LAST_NAME', code: 'NAME_MISSING' }, { field: 'BIRTH_DATE', code: 'BIRTH_DATE_UNREADABLE' }] });
  });

  it('reads XLSX with real dates', async () => {
    const content = await writeXlsx([[{ value: 'Name, Vorname' }, { value: 'Geburtsdatum' }], [{ value: 'Ahrens, Ida' }, { value: new Date(Date.UTC(2013, 3, 3)), type: Date, format: 'dd.mm.yyyy' }]] as never, {}).toBuffer();
    const fileId = await upload(content, 'liste.xlsx');
    const { rows } = await asActor(coordinator, () => people.lists.preview({ fileId, groupId: group }));
    expect(rows).toMatchObject([{ firstName: 'Ida', lastName: 'Ahrens', birthDate: '2013-04-03', verdict: 'NEW' }]);
  });

  it('waits for a mapping when no column looks like names', async () => {
    expect(await preview([['A', 'B'], ['x', 'y']])).toEqual({ headers: ['A', 'B'], mapping: [], readable: false, rows: [] });
  });

  it('tells known, doubtful and repeated rows, candidates by pseudonym', async () => {
    const { rows: [before] } = await importList([head, ['Ahrens', 'Ida', '03.04.2013']]);
    const other = await newGroup();
    const { rows } = await preview([head, ['AHRENS', 'ida', '2013-04-03'], ['Ahrens', 'Ida', '03.04.13']], other);
    const known = await one(before!.pupilId);
    expect(rows[0]).toMatchObject({ verdict: 'KNOWN', pseudonym: known.pseudonym, movesFrom: known.groupName });
    expect(rows[1]).toMatchObject({ verdict: 'REFUSED', problems: [{ field: null, code: 'ROW_REPEATED' }] });
    const { rows: [doubtful] } = await preview([head, ['Ahrens', 'Ida', '']], other);
    expect(doubtful).toMatchObject({ verdict: 'DOUBTFUL', candidates: [{ pupilId: known.id, pseudonym: known.pseudonym, hasBirthDate: true }] });
  });

  it('does not know pupils of another school or another region', async () => {
    await importList([head, ['Ahrens', 'Ida', '03.04.2013']]);
    const elsewhere = await newGroup({}, await aSchool(database, coordinator.regionId!));
    expect((await preview([head, ['Ahrens', 'Ida', '03.04.2013']], elsewhere)).rows[0]!.verdict).toBe('NEW');
    const stranger = await aUser(database, (await aRegion(database)).id);
    const fileId = await upload(csv([head, ['Ahrens', 'Ida', '']]));
    await expect(asActor(stranger, () => people.lists.preview({ fileId, groupId: group }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the import of a class list', () => {
  const rows = [[...head, 'Klasse', 'Wunsch 1', 'Wunsch 2'], ['Ahrens', 'Ida', '03.04.2013', '7', 'Löten', '4'], ['Ahrens', 'Ole', '03.04.2013', '7', '', ''], ['Berg', 'Mia', '', '', '', '']];

  it('creates pupils with their wishes, raises the head count to the names, and deletes the file', async () => {
    const fileId = await upload(csv(rows));
    const result = await importList(rows, { fileId });
    expect(result).toMatchObject({ created: 3, moved: 0, changed: 0, unchanged: 0, skipped: 0, refused: 0 });
    expect((await members()).map(({ firstName, lastName, birthDate, grade }) => [firstName, lastName, birthDate, grade])).toEqual([['Ida', 'Ahrens', '2013-04-03', 7], ['Ole', 'Ahrens', '2013-04-03', 7], ['Mia', 'Berg', null, 7]]);
    expect(await headCount()).toBe(3);
    const ids = result.rows.map(({ pupilId }) => pupilId);
    expect(await asActor(coordinator, () => database.db.read((tx) => people.people.statedWishes(tx, ids)))).toEqual(new Map([[ids[0], ['Löten', '4']]]));
    await expect(asActor(coordinator, () => people.files.load(fileId))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('changes nothing when it comes twice, by the same key or as a new upload', async () => {
    const [key, fileId] = [randomUUID(), await upload(csv(rows))];
    const first = await importList(rows, { key, fileId });
    expect(await importList(rows, { key, fileId })).toEqual(first);
    const before = await members();
    const again = await importList(rows);
    expect(again).toMatchObject({ created: 0, moved: 0, changed: 0, unchanged: 3 });
    expect(again.rows).toEqual(first.rows);
    expect(await members()).toEqual(before);
    expect(await headCount()).toBe(3);
  });

  it('leaves a reported head count alone while it is not below the names', async () => {
    const large = await newGroup({ headCount: 28 });
    await importList(rows, { groupId: large });
    expect(await headCount(large)).toBe(28);
  });

  it('keeps twins and namesakes apart', async () => {
    await importList([head, ['Ahrens', 'Ida', '03.04.2013'], ['Ahrens', 'Ina', '03.04.2013'], ['Ahrens', 'Ida', '09.09.2013']]);
    expect(await members()).toHaveLength(3);
  });

  it('moves a known pupil of the school, takes over what the list adds and keeps what it leaves out', async () => {
    const { rows: [ida] } = await importList([[...head, 'Interessen'], ['Ahrens', 'Ida', '03.04.2013', 'Robotik']]);
    const next = await newGroup({ grade: 8, schoolYear: '2027/28' });
    expect(await importList([head, ['ahrens', 'IDA', '03.04.2013']], { groupId: next })).toMatchObject({ created: 0, moved: 1, rows: [{ pupilId: ida!.pupilId }] });
    expect(await one(ida!.pupilId)).toMatchObject({ groupId: next, grade: 8, interests: ['ROBOTICS'], firstName: 'Ida' });
    expect(await members()).toEqual([]);
  });

  it('asks a person for each doubtful row and does what they decide', async () => {
    const { rows: [ida] } = await importList([head, ['Ahrens', 'Ida', '03.04.2013'], ['Berg', 'Mia', '01.02.2013']]);
    const list = [head, ['Ahrens', 'Ida', '04.03.2013'], ['Berg', 'Mia', '']];
    const other = await newGroup();
    await expect(importList(list, { groupId: other })).rejects.toMatchObject({ code: 'CLASS_LIST_UNDECIDED', params: { count: 2 } });
    expect(await members(other)).toEqual([]);
    const decided = await importList(list, { groupId: other, decisions: [{ row: 2, decision: 'SAME', pupilId: ida!.pupilId }, { row: 3, decision: 'NEW' }] });
    expect(decided).toMatchObject({ created: 1, moved: 1 });
    expect(await one(ida!.pupilId)).toMatchObject({ birthDate: '2013-03-04', groupId: other });
    expect(await members(other)).toHaveLength(2);
    expect(await importList(list, { groupId: other })).toMatchObject({ created: 0, unchanged: 2 });
  });

  it('skips by decision and refuses unreadable rows without stopping the others', async () => {
    const result = await importList([head, ['Ahrens', 'Ida', '03.04.2013'], ['Berg', 'Mia', ''], ['', 'Ohne', '']], { decisions: [{ row: 3, decision: 'SKIP' }] });
    expect(result).toMatchObject({ created: 1, skipped: 1, refused: 1 });
  });

  it('creates every pupil once when the lists of two groups come at the same time', async () => {
    const other = await newGroup();
    const list = [head, ...Array.from({ length: 20 }, (_, at) => ['Gleich', `Kind${String.fromCharCode(65 + at)}`, '03.04.2013'])];
    await Promise.all([importList(list), importList(list, { groupId: other })]);
    expect((await members()).length + (await members(other)).length).toBe(20);
  });

  it('enters guardians in places that are free, a sibling’s guardian once, and changes nothing when it comes twice', async () => {
    const list = [[...head, 'Name Mutter', 'E-Mail Mutter', 'Telefon Mutter', 'Vater', 'E-Mail Vater'],
      ['Ahrens', 'Ida', '03.04.2013', 'Eva Ahrens', 'eva@post.example', '0381 12345', 'Jo Berg', ''],
      ['Ahrens', 'Ole', '05.06.2012', 'EVA AHRENS', 'Eva@Post.example', '', 'Jo Berg', 'eva@post.example'],
      ['Berg', 'Mia', '07.08.2013', 'Eva Anders', 'eva@post.example', '', '', '']];
    const { rows: [ida, ole, mia] } = await importList(list);
    const guardians = async (id: string) => (await asActor(coordinator, () => people.guardianReads.of(id))).guardians;
    const [eva, jo] = await guardians(ida!.pupilId);
    expect([eva, jo]).toMatchObject([{ name: 'Eva Ahrens', email: 'eva@post.example', phone: '0381 12345' }, { name: 'Jo Berg', email: null }]);
    expect((await guardians(ole!.pupilId)).map(({ id, email }) => [id === eva!.id, id === jo!.id, email])).toEqual([[true, false, 'eva@post.example'], [false, false, 'eva@post.example']]);
    expect((await guardians(mia!.pupilId)).map(({ id, name }) => [id === eva!.id, name])).toEqual([[false, 'Eva Anders']]);
    await asActor(coordinator, () => people.guardians.update(eva!.id, 1, { phone: '0381 54321' }));
    const count = async () => (await database.admin.query<{ n: number }>('select count(*)::int as n from guardian where region_id = $1', [coordinator.regionId])).rows[0]!.n;
    const before = await count();
    expect(await importList(list)).toMatchObject({ created: 0, unchanged: 3 });
    expect(await count()).toBe(before);
    expect((await guardians(ida!.pupilId))[0]).toMatchObject({ phone: '0381 54321' });
  });

  it('leaves no name in clear behind, whatever a column was taken for', async () => {
    await importList([[...head, 'Wunsch 1', 'Wunsch 2'], ['Kolibrivogel', 'Zilpzalp', '03.04.2013', 'Mutter: Erna Kolibrivogel', 'Zilpzalp']]);
    await importList([[...head, 'E-Mail Eltern'], ['Kolibrivogel', 'Zilpzalp', '03.04.2013', 'elster@vogelpost.test']]);
    for (const word of ['kolibrivogel', 'zilpzalp', 'mutter', 'vogelpost']) expect([word, await tablesHolding(database, word)]).toEqual([word, []]);
  });
});
