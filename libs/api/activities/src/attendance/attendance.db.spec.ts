import { PeopleReads, PupilIdentities } from '@mintforge/people';
import { aUser, drainJobs, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { AttendanceReads } from './attendance.reads';
import { AttendanceLists, type PublishedPlacement } from './attendance.service';
import { attendanceCsv } from './attendance.tables';
import { anOffice, occurrenceOn } from '../testing';

let database: TestDatabase;
let office: Awaited<ReturnType<typeof anOffice>>;
let identities: PupilIdentities;
let reads: AttendanceReads;
let lists: AttendanceLists;
let school: string;

beforeAll(async () => {
  database = await openTestDatabase();
  office = await anOffice(database);
  identities = new PupilIdentities(database.crypto);
  reads = new AttendanceReads(database.db, office.occurrenceReads, new PeopleReads(identities));
  lists = new AttendanceLists(database.db, database.jobs);
  lists.onModuleInit();
  school = await office.anOrganisation('Schule am Hafen', 'SCHOOL');
});
afterAll(() => database.close());

const aPupil = (lastName: string, firstName = 'Kim') =>
  office.as(() => database.db.write((tx) => identities.add(tx, [{ organisationId: school, groupId: null, grade: 8, interests: [], statedWishes: [], firstName, lastName, birthDate: null }]))).then(([pupil]) => pupil!.id);
const aGroup = async (name: string) =>
  (await database.admin.query<{ id: string }>(`insert into pupil_group (region_id, organisation_id, name, school_year, head_count) values ($1, $2, $3, '2026/27', 24) returning id`, [office.region.id, school, name])).rows[0]!.id;
const anOccurrence = async (day = '2099-06-10') => (await office.occurrencesOf(await office.anActivity({ occurrences: [occurrenceOn(day, { capacity: 60 })] })))[0]!.id;
const tell = async (event: string, payload: object) => {
  await office.as(() => database.db.write((tx) => database.jobs.emit(tx, event, payload)));
  await drainJobs(database);
};
const publish = (placements: PublishedPlacement[]) => tell('matching.published', { placements });
const sheet = (occurrenceId: string, actor = office.coordinator) => office.as(() => reads.sheet(occurrenceId), actor);
const placed = (occurrenceId: string, pupilId: string): PublishedPlacement => ({ id: randomUUID(), occurrenceId, pupilId, seats: 1 });

describe('an attendance list', () => {
  it('is filled by what matching publishes, pupils by name and groups by head count, in the order they are called', async () => {
    const occurrenceId = await anOccurrence();
    const groupId = await aGroup('8b');
    await publish([placed(occurrenceId, await aPupil('Zander')), placed(occurrenceId, await aPupil('Äpfler')), { id: randomUUID(), occurrenceId, groupId, seats: 24 }]);
    const { rows, counts, occurrence } = await sheet(occurrenceId);
    expect(rows.map(({ lastName, groupName, headCount, schoolName }) => [lastName ?? groupName, headCount, schoolName])).toEqual([['Äpfler', 1, 'Schule am Hafen'], ['Zander', 1, 'Schule am Hafen'], ['8b', 24, 'Schule am Hafen']]);
    expect(counts.filter(({ heads }) => heads > 0)).toEqual([{ state: 'EXPECTED', heads: 26 }]);
    expect(occurrence).toMatchObject({ id: occurrenceId, organisationName: 'Werft Nord' });
  });

  it('is the same when the event comes twice, and keeps marks made in between', async () => {
    const occurrenceId = await anOccurrence();
    const placement = placed(occurrenceId, await aPupil('Doppelt'));
    await publish([placement]);
    const [row] = (await sheet(occurrenceId)).rows;
    await office.as(() => lists.mark(occurrenceId, [{ id: row!.id, state: 'PRESENT', note: 'mit Jacke' }]));
    await publish([placement]);
    expect((await sheet(occurrenceId)).rows).toMatchObject([{ id: row!.id, state: 'PRESENT', note: 'mit Jacke', version: 2 }]);
  });

  it('notes a withdrawal, expects again who is placed again, and never turns a mark into a withdrawal', async () => {
    const occurrenceId = await anOccurrence();
    const [gone, came] = [placed(occurrenceId, await aPupil('Fort')), placed(occurrenceId, await aPupil('Gekommen'))];
    await publish([gone, came]);
    const states = async () => (await sheet(occurrenceId)).rows.map(({ state }) => state);
    const cameRow = (await sheet(occurrenceId)).rows[1]!;
    await office.as(() => lists.mark(occurrenceId, [{ id: cameRow.id, state: 'LATE' }]));
    await tell('matching.withdrawn', { placementIds: [gone.id, came.id] });
    expect(await states()).toEqual(['WITHDRAWN', 'LATE']);
    await publish([gone]);
    expect(await states()).toEqual(['WITHDRAWN', 'LATE']);
    await publish([{ ...gone, id: randomUUID() }]);
    expect(await states()).toEqual(['EXPECTED', 'LATE']);
  });

  it('takes all marks or none', async () => {
    const [here, there] = [await anOccurrence(), await anOccurrence()];
    await publish([placed(here, await aPupil('Hier')), placed(there, await aPupil('Dort'))]);
    const [mine] = (await sheet(here)).rows;
    const [foreign] = (await sheet(there)).rows;
    await expect(office.as(() => lists.mark(here, [{ id: mine!.id, state: 'PRESENT' }, { id: foreign!.id, state: 'PRESENT' }]))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await sheet(here)).rows).toMatchObject([{ state: 'EXPECTED', markedAt: null }]);
    await office.as(() => lists.mark(here, [{ id: mine!.id, state: 'EXCUSED' }]));
    expect((await sheet(here)).rows).toMatchObject([{ state: 'EXCUSED', markedAt: expect.any(Date) as Date }]);
    await office.as(() => lists.mark(here, [{ id: mine!.id, state: 'EXPECTED' }]));
    expect((await sheet(here)).rows).toMatchObject([{ state: 'EXPECTED', markedAt: null }]);
  });

  it('is closed to marks once the occurrence is called off', async () => {
    const occurrenceId = await anOccurrence();
    await publish([placed(occurrenceId, await aPupil('Vergebens'))]);
    await office.as(() => office.occurrences.cancel(occurrenceId, 1, 'ILLNESS', null));
    const [row] = (await sheet(occurrenceId)).rows;
    await expect(office.as(() => lists.mark(occurrenceId, [{ id: row!.id, state: 'UNEXCUSED' }]))).rejects.toMatchObject({ code: 'OCCURRENCE_CANCELLED' });
  });

  it('stays open on the dashboard until everybody is marked', async () => {
    const occurrenceId = await anOccurrence('2026-03-02');
    await publish([placed(occurrenceId, await aPupil('Offen'))]);
    const open = () => office.as(() => office.occurrenceReads.list({ page: 1, perPage: 25, sort: 'STARTS_AT_ASC', filter: { attendanceOpen: true } })).then(({ items }) => items.map(({ id }) => id));
    expect(await open()).toEqual([occurrenceId]);
    await office.as(async () => lists.mark(occurrenceId, [{ id: (await reads.sheet(occurrenceId)).rows[0]!.id, state: 'UNEXCUSED' }]));
    expect(await open()).toEqual([]);
  });

  it('shows names only to who may identify people, and audits that they were read', async () => {
    const occurrenceId = await anOccurrence();
    const pupilId = await aPupil('Geheim');
    await publish([placed(occurrenceId, pupilId)]);
    const evaluation = await aUser(database, office.region.id, 'EVALUATION_MANAGER');
    expect((await sheet(occurrenceId, evaluation)).rows).toMatchObject([{ lastName: null, firstName: null, pseudonym: expect.any(String) as string }]);
    const reading = async () => (await database.admin.query('select from audit where actor_id = $1 and changes @> $2::jsonb', [office.coordinator.userId, JSON.stringify([{ table: 'pupil', verb: 'read', ids: [pupilId] }])])).rowCount;
    const before = await reading();
    await sheet(occurrenceId);
    expect(await reading()).toBe(before! + 1);
  });

  it('of another region is not there', async () => {
    const occurrenceId = await anOccurrence();
    const stranger = await anOffice(database);
    await expect(sheet(occurrenceId, stranger.coordinator)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('carries no formula out of a name', async () => {
    const occurrenceId = await anOccurrence();
    await publish([placed(occurrenceId, await aPupil('=HYPERLINK("http://evil";"klick")'))]);
    const csv = attendanceCsv(await sheet(occurrenceId), 'de').toString();
    expect(csv).toContain(`"'=HYPERLINK(""http://evil"";""klick""), Kim"`);
  });
});
