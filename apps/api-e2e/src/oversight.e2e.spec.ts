import {
  AccessLogDocument, AskBreakGlassDocument, AuditChainDocument, AuditsDocument, BreakGlassesDocument, CreateOrganisationDocument, DecideBreakGlassDocument, EndBreakGlassDocument, PupilDocument, PupilNeedsDocument, PupilsDocument, SecurityAlertsDocument, SyntheticRegionsDocument,
} from '@mintforge/contract';
import { aClass, anOffice, bearer, download, onDatabase, outcome, refusal, run, send, type ErrorBody, type SignedIn } from '@mintforge/e2e';
import { randomUUID } from 'node:crypto';

jest.setTimeout(60_000);

const page = { page: 1, perPage: 100 };
let office: SignedIn;
let admin: SignedIn;
let auditor: SignedIn;
let pupilIds: string[];

beforeAll(async () => {
  const region = await anOffice();
  office = await region.signedIn();
  admin = await region.colleague('PLATFORM_ADMIN');
  auditor = await region.colleague('AUDITOR');
  pupilIds = (await aClass(3, office)).pupilIds;
});

const ask = async () => (await run(AskBreakGlassDocument, { input: { reason: 'OFFICE_UNREACHABLE', explanation: 'Büro geschlossen, ein Betrieb ruft an' }, idempotencyKey: randomUUID() }, admin)).askBreakGlass.id;
const use = (id: string) => send<SignedIn & ErrorBody>('POST', '/auth/break-glass', { body: { id }, headers: bearer(admin) });

describe('break-glass', () => {
  it('lets the platform administrator look at the pupils after a second person allowed it, at nothing before, and change nothing', async () => {
    expect(await outcome(PupilsDocument, page, admin)).toBe('FORBIDDEN');
    const id = await ask();
    expect((await use(id)).body.code).toBe('GLASS_NOT_OPEN');
    expect(await outcome(DecideBreakGlassDocument, { id, allowed: true }, admin)).toBe('FORBIDDEN');
    await run(DecideBreakGlassDocument, { id, allowed: true }, auditor);
    const { body } = await use(id);
    expect(body).toMatchObject({ active: { role: 'BREAK_GLASS' }, looking: 'BREAK_GLASS' });
    const { pupils } = await run(PupilsDocument, page, admin);
    expect(pupils.items.map((pupil) => pupil.id).sort()).toEqual([...pupilIds].sort());
    expect(pupils.items.every(({ lastName }) => Boolean(lastName))).toBe(true);
    expect(await outcome(CreateOrganisationDocument, { input: { name: 'x', roles: ['COMPANY'] }, idempotencyKey: randomUUID() }, admin)).toBe('ONLY_LOOKING');
    await run(EndBreakGlassDocument, { id }, office);
    // The API remembers a session for up to five seconds; the wall in the database does not wait for that.
    expect(['UNAUTHENTICATED', 'DONE']).toContain(await outcome(PupilsDocument, page, admin));
    expect((await run(BreakGlassesDocument, { ...page, sort: 'ASKED_AT_DESC' }, office)).breakGlasses.items).toMatchObject([{ id, state: 'ENDED', mine: false }]);
    const { audits } = await run(AuditsDocument, { ...page, sort: 'AT_DESC', filter: { reason: `BREAK_GLASS ${id}` } }, auditor);
    expect(audits.items.map(({ action, role }) => `${action} ${role}`)).toEqual(expect.arrayContaining(['pupils.pupils BREAK_GLASS', 'auth.openGlass SYSTEM', 'breakglass.decideBreakGlass SYSTEM', 'breakglass.endBreakGlass SYSTEM']));
  });
});

describe('viewing as another role', () => {
  it('shows the region of invented data, lets nothing be changed, and is refused where real people are', async () => {
    const viewer = await (await anOffice()).colleague('PLATFORM_ADMIN');
    const viewAs = (regionId: string) => send<SignedIn & ErrorBody>('POST', '/auth/view-as', { body: { regionId, role: 'COORDINATOR' }, headers: bearer(viewer) });
    expect((await viewAs(viewer.active.regionId)).body.code).toBe('REGION_NOT_SYNTHETIC');
    const { regions } = await run(SyntheticRegionsDocument, {}, viewer);
    const demo = regions.items.find(({ synthetic }) => synthetic);
    expect((await viewAs(demo?.id ?? '')).body).toMatchObject({ active: { role: 'COORDINATOR', regionId: demo?.id }, looking: 'VIEW_AS' });
    expect((await run(PupilsDocument, page, viewer)).pupils.items.length).toBeGreaterThan(0);
    expect(await outcome(CreateOrganisationDocument, { input: { name: 'x', roles: ['COMPANY'] }, idempotencyKey: randomUUID() }, viewer)).toBe('ONLY_LOOKING');
    expect((await send<ErrorBody>('POST', '/files', { headers: bearer(viewer) })).body.code).toBe('ONLY_LOOKING');
  });
});

describe('a refusal', () => {
  it('says the same of another region’s entry as of nobody’s, and is noted with the ids it named, from variables and from the text', async () => {
    const stranger = await (await anOffice()).signedIn();
    const [foreign = ''] = pupilIds;
    const without = ({ requestId: _, ...body }: ErrorBody) => body;
    expect(without(await refusal(PupilDocument, { id: foreign }, stranger))).toEqual(without(await refusal(PupilDocument, { id: randomUUID() }, stranger)));
    await send('POST', '/graphql', { body: { query: `{ pupil(id: "${foreign}") { id } }` }, headers: bearer(stranger) });
    const noted = await onDatabase(async (database) => (await database.query<{ ids: string[] }>(`select ids from security_event where actor_id = $1 and kind = 'REFUSED' order by at`, [stranger.user.id])).rows);
    expect(noted.map(({ ids }) => ids.includes(foreign))).toEqual([true, false, true]);
  });
});

describe('needs of a pupil', () => {
  it('are shown for a reason alone, and the access log tells it without a name', async () => {
    const [pupilId = ''] = pupilIds;
    expect((await run(PupilNeedsDocument, { id: pupilId, reason: 'CARE' }, office)).pupilNeeds.provisions).toEqual([]);
    const { accessLog } = await run(AccessLogDocument, { pupilId }, auditor);
    expect(accessLog[0]).toMatchObject({ role: 'COORDINATOR', action: 'pupils.pupilNeeds', touched: [{ table: 'pupil_needs', verb: 'read' }], reason: 'CARE' });
  });
});

describe('the audit log', () => {
  it('is exported for a reason alone, as CSV with what was searched', async () => {
    expect((await download('/audit/log.csv', auditor)).status).toBe(422);
    expect((await download(`/audit/log.csv?because=CURIOSITY`, auditor)).status).toBe(422);
    expect((await download(`/audit/log.csv?because=SUPERVISION&filter=${encodeURIComponent('{"actorId":"x"}')}`, auditor)).status).toBe(422);
    const { status, type, content } = await download(`/audit/log.csv?because=SUPERVISION&filter=${encodeURIComponent(JSON.stringify({ action: 'breakglass.' }))}`, auditor);
    expect([status, type]).toEqual([200, 'text/csv; charset=utf-8']);
    const lines = content.toString().trim().split('\r\n');
    expect(lines.slice(1).every((line) => line.includes('breakglass.'))).toBe(true);
    expect(lines.length).toBeGreaterThan(2);
  });

  it('is whole, and alerts can be read by whom they are for', async () => {
    expect((await run(AuditChainDocument, {}, auditor)).auditChain).toMatchObject({ fault: null, brokenAt: null });
    expect(await outcome(SecurityAlertsDocument, { ...page, sort: 'CREATED_AT_DESC', filter: { open: true } }, auditor)).toBe('DONE');
  });
});
