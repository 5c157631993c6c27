import { AttendanceListDocument, AuditChainDocument, CreateOrganisationDocument, OccurrenceDocument, OrganisationsDocument, PlacementsDocument, PlacePupilDocument, PublishRunDocument } from '@mintforge/contract';
import { aClass, aFinishedRun, anOffice, aPublishedOccurrence, eventually, outcome, run, type SignedIn } from '@mintforge/e2e';
import { randomUUID } from 'node:crypto';

// Other work on the machine may slow every step; nothing here is a measurement.
jest.setTimeout(60_000);

const page = { page: 1, perPage: 100 };
let office: SignedIn;
beforeAll(async () => {
  office = await (await anOffice()).signedIn();
});

const counted = (outcomes: string[]) => Object.fromEntries([...Map.groupBy(outcomes, (code) => code)].map(([code, all]) => [code, all.length]));
const placementsOf = async (occurrenceId: string) => (await run(PlacementsDocument, { ...page, filter: { occurrenceId } }, office)).placements;
const takenOf = async (id: string) => (await run(OccurrenceDocument, { id }, office)).occurrence.taken;

describe('fifty who press at the same moment', () => {
  it('place exactly one pupil on the last seat', async () => {
    const [occurrenceId, { pupilIds }] = [await aPublishedOccurrence(1, office), await aClass(50, office)];
    const outcomes = await Promise.all(pupilIds.map((pupilId) => outcome(PlacePupilDocument, { occurrenceId, pupilId, idempotencyKey: randomUUID() }, office)));
    expect(counted(outcomes)).toEqual({ DONE: 1, OCCURRENCE_FULL: 49 });
    expect([await takenOf(occurrenceId), (await placementsOf(occurrenceId)).total]).toEqual([1, 1]);
  });

  it('place one pupil once, with and without the same key', async () => {
    const [occurrenceId, { pupilIds: [pupilId = ''] }] = [await aPublishedOccurrence(50, office), await aClass(1, office)];
    const idempotencyKey = randomUUID();
    const repeated = await Promise.all(Array.from({ length: 25 }, () => outcome(PlacePupilDocument, { occurrenceId, pupilId, idempotencyKey }, office)));
    expect(counted(repeated)).toEqual({ DONE: 25 });
    const others = await Promise.all(Array.from({ length: 25 }, () => outcome(PlacePupilDocument, { occurrenceId, pupilId, idempotencyKey: randomUUID() }, office)));
    expect(counted(others)).toEqual({ ALREADY_EXISTS: 25 });
    expect(await takenOf(occurrenceId)).toBe(1);
  });

  it('publish a run exactly once, with one list of attendance', async () => {
    const { occurrenceId, runId, version } = await aFinishedRun({ pupils: 20, seats: 12 }, office);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => outcome(PublishRunDocument, { id: runId, roundVersion: version }, office)));
    expect(counted(outcomes)).toEqual({ DONE: 1, RUN_ALREADY_PUBLISHED: 49 });
    expect([await takenOf(occurrenceId), (await placementsOf(occurrenceId)).total]).toEqual([12, 12]);
    const { attendanceList } = await eventually(() => run(AttendanceListDocument, { occurrenceId }, office), ({ attendanceList: { rows } }) => rows.length >= 12);
    expect(attendanceList.rows).toHaveLength(12);
  });

  it('create one organisation with the same key', async () => {
    const variables = { input: { name: `Einmalig ${randomUUID()}`, roles: ['COMPANY' as const] }, idempotencyKey: randomUUID() };
    const ids = await Promise.all(Array.from({ length: 50 }, async () => (await run(CreateOrganisationDocument, variables, office)).createOrganisation.id));
    expect(new Set(ids).size).toBe(1);
    expect((await run(OrganisationsDocument, { ...page, filter: { ids: [ids[0] ?? ''] } }, office)).organisations.total).toBe(1);
  });

  it('leave the chain of the audit whole', async () => {
    expect((await run(AuditChainDocument, {}, office)).auditChain.brokenAt).toBeNull();
  });
});
