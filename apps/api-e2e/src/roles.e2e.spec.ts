import {
  ActivityDocument, AddParticipantsDocument, AttendanceListDocument, AuditsDocument, ConsentMatrixDocument, CreateActivityDocument, CreateContactDocument, CreateOrganisationDocument, CreatePupilDocument, GroupDocument, ImportDocument, ImportsDocument,
  InviteUserDocument, JobDocument, JobsDocument, MailboxDocument, MarkAttendanceDocument, MergeOrganisationsDocument, OccurrenceDocument, OrganisationDocument, OrganisationsDocument, ParticipantsDocument, PlacementsDocument,
  PlacePupilDocument, ProposeConsentTextDocument, PublishRunDocument, PupilDocument, PupilsDocument, PurposesDocument, ReleaseConsentTextDocument, RequestConsentsDocument, RoundDocument, RunDocument, RunResultsDocument, StartRunDocument, UpdateOrganisationDocument, UsersDocument, WithdrawPlacementDocument,
} from '@mintforge/contract';
import { can, roles, type Permission, type Role } from '@mintforge/domain/kernel';
import { aFinishedRun, anOffice, bearer, download, eventually, outcome, previewed, refusal, run, send, sendFile, type ErrorBody, type SignedIn } from '@mintforge/e2e';
import { randomUUID } from 'node:crypto';

// Other work on the machine may slow every step; nothing here is a measurement.
jest.setTimeout(60_000);

const page = { page: 1, perPage: 100 };
const absent = randomUUID();

let office: SignedIn;
let byRole: Record<Role, SignedIn>;
let work: Awaited<ReturnType<typeof aFinishedRun>>;
beforeAll(async () => {
  const region = await anOffice();
  office = await region.signedIn();
  byRole = Object.fromEntries(await Promise.all(roles.map(async (role) => [role, role === 'COORDINATOR' ? office : await region.colleague(role)]))) as Record<Role, SignedIn>;
  work = await aFinishedRun({ pupils: 4, seats: 3 }, office);
  await run(PublishRunDocument, { id: work.runId, roundVersion: work.version }, office);
});

/** One operation behind each permission; ids that nobody has, so that nothing happens where it is allowed. */
const operations: Partial<Record<Permission, (as: SignedIn) => Promise<string>>> = {
  'partners.read': (as) => outcome(OrganisationsDocument, page, as),
  'partners.write': (as) => outcome(MergeOrganisationsDocument, { input: { survivorId: absent, survivorVersion: 1, absorbedId: randomUUID(), absorbedVersion: 1 } }, as),
  'imports.write': (as) => outcome(ImportsDocument, page, as),
  'activities.read': (as) => outcome(OccurrenceDocument, { id: absent }, as),
  'activities.write': (as) => outcome(CreateActivityDocument, { input: { organisationId: absent, title: 'x', format: 'MENTORING', schoolYear: '2026/27' }, idempotencyKey: randomUUID() }, as),
  'people.read': (as) => outcome(PupilsDocument, page, as),
  'people.write': (as) => outcome(CreatePupilDocument, { input: { firstName: 'Ida', lastName: 'Ahrens', organisationId: absent }, idempotencyKey: randomUUID() }, as),
  'purposes.read': (as) => outcome(PurposesDocument, {}, as),
  'purposes.write': (as) => outcome(ProposeConsentTextDocument, { purposeId: absent, change: 'EDITORIAL', wordings: [{ language: 'de', plain: false, title: 'x', body: 'x' }], idempotencyKey: randomUUID() }, as),
  'purposes.release': (as) => outcome(ReleaseConsentTextDocument, { id: absent, validFrom: '2099-01-01' }, as),
  'consent.read': (as) => outcome(ConsentMatrixDocument, { groupId: absent }, as),
  'consent.write': (as) => outcome(RequestConsentsDocument, { groupId: absent, purposes: ['MATCHING'], idempotencyKey: randomUUID() }, as),
  'matching.read': (as) => outcome(PlacementsDocument, page, as),
  'matching.run': (as) => outcome(StartRunDocument, { roundId: absent }, as),
  'matching.publish': (as) => outcome(PublishRunDocument, { id: absent, roundVersion: 1 }, as),
  'attendance.read': (as) => outcome(AttendanceListDocument, { occurrenceId: absent }, as),
  'attendance.write': (as) => outcome(MarkAttendanceDocument, { occurrenceId: absent, marks: [] }, as),
  'users.read': (as) => outcome(UsersDocument, page, as),
  'users.write': (as) => outcome(InviteUserDocument, { input: { email: 'kein Mensch', displayName: 'x', locale: 'de', role: 'AUDITOR' } }, as),
  'audit.read': (as) => outcome(AuditsDocument, { ...page, sort: 'AT_DESC' }, as),
  'jobs.read': (as) => outcome(JobsDocument, { ...page, sort: 'CREATED_AT_DESC' }, as),
  'mail.read': (as) => outcome(MailboxDocument, { ...page, sort: 'CREATED_AT_DESC' }, as),
};

describe('a role', () => {
  it.each(roles)('of %s may what the table of permissions says, and nothing else', async (role) => {
    for (const [permission, operation] of Object.entries(operations)) {
      const code = await operation(byRole[role]);
      expect([permission, code === 'FORBIDDEN']).toEqual([permission, !can(role, permission as Permission)]);
      expect([permission, code]).not.toEqual([permission, 'INTERNAL']);
    }
  });

  it('is asked for uploads and downloads too, and the answer is a problem with a code', async () => {
    for (const role of ['AUDITOR', 'FUND_MANAGER', 'PLATFORM_ADMIN'] as const) {
      expect(await sendFile('liste.csv', 'a;b', byRole[role])).toMatchObject({ status: 403, body: { code: 'FORBIDDEN', status: 403 } });
      for (const ending of ['csv', 'xlsx', 'pdf']) expect(await download(`/occurrences/${work.occurrenceId}/attendance.${ending}`, byRole[role])).toMatchObject({ status: 403, type: expect.stringContaining('application/problem+json') as string });
    }
  });
});

describe('an evaluation manager', () => {
  let evaluation: SignedIn;
  beforeAll(() => {
    evaluation = byRole.EVALUATION_MANAGER;
  });

  it('sees pupils by their pseudonym, without name and day of birth', async () => {
    const { items } = (await run(PupilsDocument, page, evaluation)).pupils;
    expect(items).toHaveLength(4);
    for (const { firstName, lastName, birthDate, pseudonym } of items) expect([firstName, lastName, birthDate, pseudonym.length > 3]).toEqual([null, null, null, true]);
    expect((await run(PupilDocument, { id: work.pupilIds[0] ?? '' }, evaluation)).pupil).toMatchObject({ firstName: null, lastName: null, birthDate: null });
  });

  it('cannot find out who a pupil is by searching for a name', async () => {
    const found = async (as: SignedIn) => (await run(PupilsDocument, { ...page, filter: { q: 'KindAa' } }, as)).pupils.total;
    expect([await found(office), await found(evaluation)]).toEqual([1, 0]);
  });

  it('reads attendance and placements without a name, also as a file', async () => {
    const { attendanceList } = await eventually(() => run(AttendanceListDocument, { occurrenceId: work.occurrenceId }, evaluation), ({ attendanceList: { rows } }) => rows.length === 3);
    expect(attendanceList.rows.map(({ firstName, lastName }) => [firstName, lastName])).toEqual(Array(3).fill([null, null]));
    const csv = (as: SignedIn) => download(`/occurrences/${work.occurrenceId}/attendance.csv`, as);
    expect((await csv(office)).content.toString()).toContain('lina');
    expect((await csv(evaluation)).content.toString()).not.toMatch(/lina|Kind/);
    const told = [await run(ParticipantsDocument, { roundId: work.roundId, ...page }, evaluation), await run(PlacementsDocument, { ...page }, evaluation), await run(RunResultsDocument, { runId: work.runId, ...page }, evaluation)];
    expect(JSON.stringify(told)).not.toMatch(/lina|Kind[A-Z]/);
  });
});

describe('what belongs to another region', () => {
  let stranger: SignedIn;
  let own: Awaited<ReturnType<typeof aFinishedRun>>;
  beforeAll(async () => {
    stranger = await (await anOffice()).signedIn();
    own = await aFinishedRun({ pupils: 1, seats: 1 }, stranger);
  });

  it('looks exactly like what does not exist', async () => {
    const { id: importId, jobId } = await previewed('SCHOOLS', 'a.csv', 'Name\nSchule am Deich', office);
    const { pupil } = await run(PupilDocument, { id: work.pupilIds[0] ?? '' }, office);
    const { occurrence } = await run(OccurrenceDocument, { id: work.occurrenceId }, office);
    const placement = (await run(PlacementsDocument, page, office)).placements.items[0]?.id ?? '';
    const asks: [string, (id: string) => Promise<ErrorBody>][] = [
      [pupil.organisationId, (id) => refusal(OrganisationDocument, { id }, stranger)],
      [pupil.organisationId, (id) => refusal(UpdateOrganisationDocument, { id, version: 1, patch: { name: 'Meins' } }, stranger)],
      [pupil.organisationId, (id) => refusal(CreateContactDocument, { input: { organisationId: id, name: 'Frau Fremd' } }, stranger)],
      [pupil.organisationId, (id) => refusal(CreatePupilDocument, { input: { firstName: 'Ida', lastName: 'Ahrens', organisationId: id }, idempotencyKey: randomUUID() }, stranger)],
      [pupil.groupId ?? '', (id) => refusal(GroupDocument, { id }, stranger)],
      [pupil.id, (id) => refusal(PupilDocument, { id }, stranger)],
      [pupil.id, (id) => refusal(PlacePupilDocument, { occurrenceId: own.occurrenceId, pupilId: id }, stranger)],
      [occurrence.activityId, (id) => refusal(ActivityDocument, { id }, stranger)],
      [work.occurrenceId, (id) => refusal(OccurrenceDocument, { id }, stranger)],
      [work.occurrenceId, (id) => refusal(PlacePupilDocument, { occurrenceId: id, pupilId: own.pupilIds[0] ?? '' }, stranger)],
      [work.occurrenceId, (id) => refusal(AttendanceListDocument, { occurrenceId: id }, stranger)],
      [work.roundId, (id) => refusal(RoundDocument, { id }, stranger)],
      [work.roundId, (id) => refusal(StartRunDocument, { roundId: id }, stranger)],
      [work.runId, (id) => refusal(RunDocument, { id }, stranger)],
      [work.runId, (id) => refusal(PublishRunDocument, { id, roundVersion: 1 }, stranger)],
      [placement, (id) => refusal(WithdrawPlacementDocument, { id, version: 1, reason: 'fremd' }, stranger)],
      [importId, (id) => refusal(ImportDocument, { id }, stranger)],
      [jobId ?? '', (id) => refusal(JobDocument, { id }, stranger)],
    ];
    for (const [id, ask] of asks) {
      const [{ requestId: _, ...foreign }, { requestId: __, ...missing }] = [await ask(id), await ask(absent)];
      expect(foreign).toEqual(missing);
      expect(foreign.code).toBe('NOT_FOUND');
    }
    for (const id of [work.occurrenceId, absent]) expect((await download(`/occurrences/${id}/attendance.pdf`, stranger)).status).toBe(404);
  });

  it('joins no round, in silence', async () => {
    const { addParticipants } = await run(AddParticipantsDocument, { roundId: own.roundId, input: { pupilIds: work.pupilIds, groupIds: [] } }, stranger);
    expect(addParticipants.added).toBe(0);
  });
});

describe('a mistake', () => {
  it('names the field that holds it', async () => {
    expect(await refusal(CreateOrganisationDocument, { input: { name: '', roles: [], email: 'kein@@', address: { lat: 200 } } }, office)).toMatchObject({
      code: 'INVALID_INPUT', fields: { name: 'minLength', email: expect.any(String) as string, 'address.lat': expect.any(String) as string },
    });
    const occurrence = { startsAt: '2027-03-09T10:00:00Z', endsAt: '2027-03-09T08:00:00Z', capacity: 0 };
    const { fields } = await refusal(CreateActivityDocument, { input: { organisationId: 'Werft', title: 'x', format: 'MENTORING', schoolYear: '26/27', grades: [14], occurrences: [occurrence] }, idempotencyKey: randomUUID() }, office);
    expect(Object.keys(fields ?? {}).sort()).toEqual(['grades', 'occurrences.0.capacity', 'organisationId', 'schoolYear']);
  });

  it('on a REST route is a problem in the language of whoever asks, with the id of the request', async () => {
    const ask = (language: string) => send<ErrorBody & { title: string; type: string; status: number }>('GET', '/imports/keine-id/errors.csv', { headers: { ...bearer(office), 'accept-language': language } });
    const [german, english] = [await ask('de'), await ask('en')];
    for (const { status, headers, body } of [german, english]) {
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(body).toMatchObject({ type: 'about:blank', status, code: 'INVALID_INPUT', params: {}, requestId: headers.get('x-request-id') });
    }
    expect(german.body.title).not.toBe(english.body.title);
  });

  it('of being late says which version there is now', async () => {
    const { createOrganisation: { id } } = await run(CreateOrganisationDocument, { input: { name: 'Werft Nord', roles: ['COMPANY'] } }, office);
    await run(UpdateOrganisationDocument, { id, version: 1, patch: { notes: 'zuerst' } }, office);
    expect(await refusal(UpdateOrganisationDocument, { id, version: 1, patch: { notes: 'zu spät' } }, office)).toMatchObject({ code: 'VERSION_CONFLICT' });
  });
});
