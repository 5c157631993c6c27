import {
  ActivityDocument, AddParticipantsDocument, AttendanceListDocument, AuditChainDocument, CommitImportDocument, CompareRunsDocument, CreateActivityFromOfferDocument, CreateGroupDocument, CreateOfferDocument,
  CreateOrganisationDocument, CreateRoundDocument, ContactHistoryDocument, DuplicatesDocument, DuplicatesOfDocument, GroupDocument, ImportClassListDocument, ImportRowsDocument, JobsDocument, MailboxDocument,
  MarkAttendanceDocument, MergeOrganisationsDocument, OffersDocument, OrganisationDocument, OrganisationsDocument, PartnershipsDocument, ParticipantsDocument, PlacementsDocument, PreviewClassListDocument,
  PublishActivityDocument, PublishRunDocument, PupilsDocument, RoundDocument, RoundOccurrencesDocument, RunDocument, RunOccurrencesDocument, RunResultsDocument, SetPinDocument, SetRoundOccurrencesDocument,
  StartRunDocument, UndoImportDocument, UndoMergeDocument, type VariablesOf,
} from '@mintforge/contract';
import { anOffice, classList, download, ended, eventually, imported, importOf, listsOfTheOffice, previewed, refusal, run, upload, type SignedIn } from '@mintforge/e2e';
import { randomUUID } from 'node:crypto';
import { readSheet } from 'read-excel-file/node';

// Other work on the machine may slow every step; nothing here is a measurement.
jest.setTimeout(60_000);

const page = { page: 1, perPage: 100 };
const lists = listsOfTheOffice();
let office: SignedIn;
/** The company whose offer becomes an activity. */
let host: string;

beforeAll(async () => {
  office = await (await anOffice()).signedIn();
});

const organisations = async (filter: VariablesOf<typeof OrganisationsDocument>['filter'] = {}) => (await run(OrganisationsDocument, { ...page, filter }, office)).organisations;

describe(`a coordination office with ${lists.title}`, () => {
  let first: Awaited<ReturnType<typeof imported>>;

  it('imports its schools, and a second time nothing changes', async () => {
    const { name, content, ...expected } = lists.schools;
    first = await imported('SCHOOLS', name, content, office);
    expect(first).toMatchObject({ state: 'COMMITTED', rowCount: expected.rows, counts: { ...expected, update: 0, skip: 0, refuse: 0, organisations: expected.create } });
    const second = await imported('SCHOOLS', name, content, office);
    expect(second).toMatchObject({ remembered: true, counts: { create: 0, update: 0, skip: expected.rows, reasons: [{ code: 'UNCHANGED', verdict: 'SKIP', count: expected.rows }] } });
    expect((await organisations()).total).toBe(expected.create);
  });

  it('takes the import back as a whole, once', async () => {
    const { id, version } = first;
    await run(UndoImportDocument, { id, version }, office);
    expect((await organisations()).total).toBe(0);
    expect(await importOf(id, office)).toMatchObject({ state: 'UNDONE' });
    expect(await refusal(UndoImportDocument, { id, version: version + 1 }, office)).toMatchObject({ code: 'IMPORT_ALREADY_UNDONE' });
  });

  it('imports the partners of schools, each once, and can say of every row what became of it', async () => {
    const schools = await imported('SCHOOLS', lists.others.name, lists.others.content, office);
    expect(schools).toMatchObject({ counts: { create: lists.others.create } });
    const { name, content, ...expected } = lists.partners;
    const { id, version, counts } = await previewed('PARTNERS', name, content, office);
    expect(counts).toMatchObject({ ...expected, update: 0 });
    const told = (verdict: string) => counts?.reasons.filter((reason) => reason.verdict === verdict).reduce((sum, { count }) => sum + count, 0);
    expect([told('SKIP'), told('REFUSE')]).toEqual([expected.skip, expected.refuse]);
    const { importRows } = await run(ImportRowsDocument, { importId: id, ...page, filter: { verdict: 'REFUSE' } }, office);
    expect(importRows.total).toBe(expected.refuse);
    expect(importRows.items.every(({ findings }) => findings.some(({ text }) => text.length > 0))).toBe(true);
    const errors = await download(`/imports/${id}/errors.csv`, office);
    expect([errors.type, errors.content.subarray(0, 3).toString('hex')]).toEqual(['text/csv; charset=utf-8', 'efbbbf']);
    const { commitImport } = await run(CommitImportDocument, { id, version }, office);
    expect(await ended(commitImport.jobId ?? '', office)).toMatchObject({ state: 'DONE', progress: 100 });
    expect((await organisations()).total).toBe(lists.others.create + expected.organisations);
    expect((await run(PartnershipsDocument, { ...page }, office)).partnerships.total).toBe(expected.partnerships);
    expect(await refusal(UndoImportDocument, { id: schools.id, version: schools.version }, office)).toMatchObject({ code: 'IMPORT_CHANGED_SINCE' });
  });
});

describe('a duplicate', () => {
  const input = { name: 'Nordlicht Maschinenbau GmbH', roles: ['COMPANY' as const], email: 'info@nordlicht.example', address: { street: 'Werftstraße 1', postcode: '18057', town: 'Rostock' } };
  let survivor: { id: string; version: number };
  let absorbed: { id: string; version: number };
  let mergeId: string;

  it('is announced while it is being entered, and listed afterwards', async () => {
    survivor = (await run(CreateOrganisationDocument, { input, idempotencyKey: randomUUID() }, office)).createOrganisation;
    const { duplicatesOf } = await run(DuplicatesOfDocument, { input: { name: 'Nordlicht Maschinenbau', postcode: '18057' } }, office);
    expect(duplicatesOf[0]).toMatchObject({ organisation: { id: survivor.id } });
    host = survivor.id;
    absorbed = (await run(CreateOrganisationDocument, { input: { ...input, name: 'Nordlicht Maschienenbau', phone: '0381 4711', website: 'www.nordlicht.example', email: undefined } }, office)).createOrganisation;
    const { duplicates } = await run(DuplicatesDocument, { ...page, organisationId: survivor.id }, office);
    expect(duplicates.items.map(({ first, second }) => [first.id, second.id].sort())).toEqual([[survivor.id, absorbed.id].sort()]);
  });

  it('is merged into the other, keeps its spelling as a name, and answers under its old id', async () => {
    await run(MergeOrganisationsDocument, { input: { survivorId: survivor.id, survivorVersion: survivor.version, absorbedId: absorbed.id, absorbedVersion: absorbed.version } }, office);
    const { organisation } = await run(OrganisationDocument, { id: absorbed.id }, office);
    expect(organisation).toMatchObject({ id: survivor.id, name: input.name, phone: '0381 4711', aliases: [{ name: 'Nordlicht Maschienenbau' }] });
    expect((await organisations({ ids: [survivor.id, absorbed.id] })).items).toMatchObject([{ id: survivor.id }]);
    const { organisation: merged } = await run(ContactHistoryDocument, { id: survivor.id, ...page }, office);
    mergeId = (JSON.parse(merged.history.items.find(({ kind }) => kind === 'MERGE')?.details ?? '{}') as { mergeId: string }).mergeId;
  });

  it('comes back whole when the merge is undone', async () => {
    await run(UndoMergeDocument, { mergeId }, office);
    expect((await organisations({ ids: [survivor.id, absorbed.id] })).total).toBe(2);
    expect((await run(OrganisationDocument, { id: survivor.id }, office)).organisation).toMatchObject({ phone: null, aliases: [] });
  });
});

describe('from offer to attendance', () => {
  const settings = { seed: 'erste Ziehung', placesPerParticipant: 1, usePriorities: true, closeBelowMinimum: true };
  const capacity = 8;
  let occurrences: string[];
  let groupId: string;
  let roundId: string;
  const runs: string[] = [];

  const round = async () => (await run(RoundDocument, { id: roundId }, office)).round;
  const finished = async (given: Partial<typeof settings> = {}) => {
    const { startRun } = await run(StartRunDocument, { roundId, settings: { ...settings, ...given }, idempotencyKey: randomUUID() }, office);
    expect(await ended(startRun.jobId ?? '', office)).toMatchObject({ kind: 'matching.run', state: 'DONE' });
    runs.push(startRun.id);
    return (await run(RunDocument, { id: startRun.id }, office)).run;
  };
  const resultsOf = async (runId: string) => (await run(RunResultsDocument, { runId, ...page }, office)).runResults.items;

  it('turns an offer into an activity with three occurrences and publishes it', async () => {
    const { createOffer } = await run(CreateOfferDocument, {
      input: { organisationId: host, title: 'Roboter löten', format: 'TECH_WORKSHOP', topics: ['ROBOTICS', 'ELECTRONICS'], grades: [8, 9, 10], capacity, description: 'Ein Tag in der Lehrwerkstatt' },
      idempotencyKey: randomUUID(),
    }, office);
    const occurrence = (day: string) => ({ startsAt: `2027-03-${day}T08:00:00Z`, endsAt: `2027-03-${day}T13:00:00Z`, capacity, minimum: 2, place: 'Lehrwerkstatt' });
    const idempotencyKey = randomUUID();
    const input = { schoolYear: '2026/27', occurrences: ['09', '10', '11'].map(occurrence) };
    const { createActivityFromOffer: draft } = await run(CreateActivityFromOfferDocument, { offerId: createOffer.id, input, idempotencyKey }, office);
    expect((await run(CreateActivityFromOfferDocument, { offerId: createOffer.id, input, idempotencyKey }, office)).createActivityFromOffer.id).toBe(draft.id);
    expect((await run(OffersDocument, { ...page, filter: { ids: [createOffer.id] } }, office)).offers.items).toMatchObject([{ state: 'IN_ACTIVITY' }]);
    await run(PublishActivityDocument, { id: draft.id, version: draft.version }, office);
    const { activity } = await run(ActivityDocument, { id: draft.id }, office);
    expect(activity).toMatchObject({ title: 'Roboter löten', state: 'PUBLISHED', topics: ['ROBOTICS', 'ELECTRONICS'], grades: [8, 9, 10], occurrenceCount: 3, capacity: 24, taken: 0 });
    occurrences = activity.occurrences.map(({ id }) => id);
  });

  it('imports a class list of thirty pupils with umlauts from an old spreadsheet; a second time nothing changes', async () => {
    const [school] = (await organisations({ q: lists.schoolOfTheClass, roles: ['SCHOOL'] })).items;
    const { createGroup } = await run(CreateGroupDocument, { input: { organisationId: school?.id ?? '', name: '9b', grade: 9, headCount: 28, schoolYear: '2026/27' }, idempotencyKey: randomUUID() }, office);
    groupId = createGroup.id;
    const content = classList((index) => (index === 29 ? ['Kuchen backen', '3'] : index === 28 ? [] : [['1', '2', '3'][index % 2] ?? '', 'Roboter löten 11.3.', `Termin ${2 - (index % 2)}`]));
    const take = async () => {
      const fileId = await upload('klasse 9b.csv', content, office);
      const { previewClassList } = await run(PreviewClassListDocument, { fileId, groupId }, office);
      const { importClassList } = await run(ImportClassListDocument, { fileId, groupId, mapping: previewClassList.mapping, decisions: [], idempotencyKey: randomUUID() }, office);
      return { preview: previewClassList.rows, result: importClassList };
    };
    const { preview, result } = await take();
    expect(new Set(preview.map(({ verdict }) => verdict))).toEqual(new Set(['NEW']));
    expect(preview[0]).toMatchObject({ firstName: 'Jörg', lastName: 'Müller', birthDate: '2012-01-01', interests: ['PHYSICS'], wishes: [{ rank: 1, text: '1' }, { rank: 2, text: 'Roboter löten 11.3.' }, { rank: 3, text: 'Termin 2' }] });
    expect(result).toMatchObject({ created: 30, refused: 0 });
    expect((await take()).result).toMatchObject({ created: 0, changed: 0, unchanged: 30 });
    expect((await run(GroupDocument, { id: groupId }, office)).group).toMatchObject({ headCount: 30, pupilCount: 30 });
    const { pupils } = await run(PupilsDocument, { ...page, filter: { q: 'özl' } }, office);
    expect(pupils.items.map(({ firstName }) => firstName)).toEqual(Array(6).fill('Özlem'));
  });

  it('opens a round whose participants bring the wishes stated on their list', async () => {
    roundId = (await run(CreateRoundDocument, { input: { title: 'Frühjahr 2027', unit: 'PUPILS', settings }, idempotencyKey: randomUUID() }, office)).createRound.id;
    await run(SetRoundOccurrencesDocument, { id: roundId, occurrenceIds: occurrences }, office);
    const { roundOccurrences } = await run(RoundOccurrencesDocument, { roundId, ...page }, office);
    expect(roundOccurrences.items.map(({ id, number }) => [id, number])).toEqual(occurrences.map((id, index) => [id, index + 1]));
    const { addParticipants } = await run(AddParticipantsDocument, { roundId, input: { groupIds: [groupId], pupilIds: [] } }, office);
    expect(addParticipants).toMatchObject({ added: 30, unread: [{ text: 'Kuchen backen', problem: 'UNKNOWN' }] });
    expect((await round()).counts).toMatchObject({ occurrences: 3, participants: 30, withWishes: 29, seats: 24 });
  });

  it('runs twice with other settings and compares what changes for whom', async () => {
    const [first, second] = [await finished(), await finished({ seed: 'zweite Ziehung' })];
    expect(first.figures).toMatchObject({ pupils: 30, placed: 24, unplaced: 6, seatsTaken: 24 });
    expect(first.inputHash).toBe(second.inputHash);
    const { compareRuns } = await run(CompareRunsDocument, { beforeId: first.id, afterId: second.id }, office);
    const { gained, lost, moved, unchanged } = compareRuns;
    expect(compareRuns.sameInput).toBe(true);
    expect([first, second].map(({ figures }) => figures?.placed)).toEqual([24, 24]);
    expect(gained + lost + moved + unchanged).toBe(30);
    expect(compareRuns.changes).toHaveLength(gained + lost + moved);
    expect(compareRuns.changes.length).toBeGreaterThan(0);
    const repeated = await finished();
    const places = async (runId: string) => (await resultsOf(runId)).map(({ id, lottery, places: held }) => [id, lottery, ...held.map(({ occurrenceId }) => occurrenceId)]);
    expect(await places(repeated.id)).toEqual(await places(first.id));
  });

  it('tells everybody without a place why', async () => {
    const { items } = (await run(RunResultsDocument, { runId: runs[0] ?? '', ...page, filter: { placed: false } }, office)).runResults;
    const withWishes = items.filter(({ wishes }) => wishes > 0);
    expect(withWishes.length).toBeGreaterThan(0);
    for (const { refused, wishes } of withWishes) expect(refused.map(({ code }) => code)).toEqual(Array(wishes).fill('OUTRANKED_BY_LOTTERY'));
    const { run: first } = await run(RunDocument, { id: runs[0] ?? '' }, office);
    expect(first.leftOut.map(({ code }) => code)).toEqual(['NO_WISHES']);
  });

  it('pins a pair with a note, after which only a new run may be published', async () => {
    const unlucky = (await run(RunResultsDocument, { runId: runs[0] ?? '', ...page, filter: { placed: false } }, office)).runResults.items.find(({ wishes }) => wishes > 0);
    await run(SetPinDocument, { roundId, participantId: unlucky?.id ?? '', occurrenceId: occurrences[0] ?? '', kind: 'PIN', note: 'Anfahrt nur an diesem Tag möglich' }, office);
    expect(await refusal(PublishRunDocument, { id: runs[0] ?? '', roundVersion: (await round()).version }, office)).toMatchObject({ code: 'RUN_OUTDATED' });
    const pinned = await finished();
    expect((await resultsOf(pinned.id)).find(({ id }) => id === unlucky?.id)).toMatchObject({ places: [{ occurrenceId: occurrences[0], pinned: true }] });
    const { runOccurrences } = await run(RunOccurrencesDocument, { runId: pinned.id }, office);
    expect(runOccurrences.map(({ placed, seatsFree }) => [placed, seatsFree])).toEqual(Array(3).fill([capacity, 0]));
  });

  it('publishes once: placements, seats taken, nothing more to change', async () => {
    const id = runs.at(-1) ?? '';
    const { version } = await round();
    expect(await run(PublishRunDocument, { id, roundVersion: version }, office)).toEqual({ publishRun: 24 });
    expect(await refusal(PublishRunDocument, { id, roundVersion: version }, office)).toMatchObject({ code: 'RUN_ALREADY_PUBLISHED' });
    expect(await round()).toMatchObject({ state: 'PUBLISHED', publishedRunId: id });
    const { placements } = await run(PlacementsDocument, { ...page, filter: { roundId } }, office);
    expect(placements.total).toBe(24);
    expect(new Set(placements.items.map(({ pupilId }) => pupilId)).size).toBe(24);
    const { participants } = await run(ParticipantsDocument, { roundId, ...page }, office);
    expect(await refusal(SetPinDocument, { roundId, participantId: participants.items[0]?.id ?? '', occurrenceId: occurrences[0] ?? '', kind: 'VETO', note: 'zu spät' }, office)).toMatchObject({ code: 'ROUND_NOT_OPEN' });
  });

  it('finds the attendance lists filled, marks who came, and a mark stays', async () => {
    const occurrenceId = occurrences[0] ?? '';
    const { attendanceList } = await eventually(() => run(AttendanceListDocument, { occurrenceId }, office), ({ attendanceList: { rows } }) => rows.length === capacity);
    expect(new Set(attendanceList.rows.map(({ state, groupName }) => `${state} ${groupName}`))).toEqual(new Set(['EXPECTED 9b']));
    const [first, second, ...others] = attendanceList.rows.map(({ id }) => id);
    const marks = [{ id: first ?? '', state: 'LATE' as const, note: '=SUMME(A1:A9)' }, { id: second ?? '', state: 'EXCUSED' as const }, ...others.map((id) => ({ id, state: 'PRESENT' as const }))];
    const { markAttendance } = await run(MarkAttendanceDocument, { occurrenceId, marks }, office);
    expect(markAttendance.rows.map(({ id, state }) => ({ id, state }))).toEqual(marks.map(({ id, state }) => ({ id, state })));
    expect(await refusal(MarkAttendanceDocument, { occurrenceId: occurrences[1] ?? '', marks }, office)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('downloads the list as CSV, XLSX and PDF, and no cell of it is ever computed', async () => {
    const occurrenceId = occurrences[0] ?? '';
    const file = (ending: string) => download(`/occurrences/${occurrenceId}/attendance.${ending}`, office);
    const [csv, xlsx, pdf] = [await file('csv'), await file('xlsx'), await file('pdf')];
    expect([csv.type, xlsx.content.subarray(0, 2).toString(), pdf.content.subarray(0, 5).toString()]).toEqual(['text/csv; charset=utf-8', 'PK', '%PDF-']);
    const lines = csv.content.toString().split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffNr\.;Name;/);
    expect(lines.filter((line) => /(^|;)"?[=+@-]/.test(line))).toEqual([]);
    expect(csv.content.toString()).toContain("'=SUMME(A1:A9)");
    const cells = (await readSheet(xlsx.content)).flat();
    expect(cells).toContain('=SUMME(A1:A9)');
  });

  it('writes one mail to the host and none with a name of a pupil', async () => {
    const mails = await eventually(async () => (await run(MailboxDocument, { ...page, sort: 'CREATED_AT_DESC' }, office)).mailbox, ({ total }) => total > 0);
    expect(mails.items).toMatchObject([{ template: 'matching.publishedHost', recipient: 'info@nordlicht.example', state: 'KEPT' }]);
    expect(mails.items[0]?.body).toContain('24 Plätze an 3 Terminen');
    expect(mails.items[0]?.body).not.toMatch(/Müller|Jörg/);
  });

  it('leaves no job failed and the chain of the audit whole', async () => {
    const { jobs } = await run(JobsDocument, { ...page, sort: 'CREATED_AT_DESC' }, office);
    expect(jobs.items.filter(({ state }) => state !== 'DONE')).toEqual([]);
    const { auditChain } = await run(AuditChainDocument, {}, office);
    expect(auditChain).toMatchObject({ regionId: office.active.regionId, brokenAt: null });
    expect(auditChain.rows).toBeGreaterThan(20);
  });
});
