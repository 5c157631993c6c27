import { Files, type Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, StandingClock, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { vaultOf } from '../retention/retention.testing';

let test: TestDatabase;
let feature: ReturnType<typeof vaultOf>;
let region: string;
let [admin, coordinator, second, auditor]: Actor[] = [];
const clock = new StandingClock();
const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\nTeilnahmeliste');

const as = <T>(work: () => Promise<T>, actor = coordinator!) => asActor(actor, work);
const refusal = (work: Promise<unknown>) => work.then(() => null, (error: { code?: string }) => error.code ?? error);
const grant = (lastPaidOn: string | null) => as(() => feature.vault.addGrant({ reference: randomUUID().slice(0, 8), title: 'Zukunftsschmiede', lastPaidOn }, randomUUID()));
const put = (grantId: string) => as(() => feature.vault.put({ grantId, kind: 'ATTENDANCE_LIST', title: 'Liste vom Mai', datedOn: '2026-05-05', name: 'liste.pdf', content: pdf }));
const dueOf = async (id: string) => (await as(() => feature.reads.grants())).find((known) => known.id === id)!.due;
const at = (day: string) => (clock.at = new Date(`${day}T09:00:00Z`));
const tasksAbout = async (id: string) => (await test.admin.query(`select 1 from office_task where about = $1 and kind = 'EVIDENCE_DUE' and state = 'OPEN'`, [id])).rowCount;
const night = (day: string) => test.jobs.runRound('evidence', new Date(`${day}T01:30:00Z`));

beforeAll(async () => {
  test = await openTestDatabase();
  feature = vaultOf(test, clock);
  region = (await aRegion(test)).id;
  [admin, coordinator, second, auditor] = [await aUser(test, region, 'PLATFORM_ADMIN'), await aUser(test, region), await aUser(test, region), await aUser(test, region, 'AUDITOR')];
  await as(() => feature.rules.adopt(), admin);
});
beforeEach(() => at('2026-11-21'));
afterAll(() => test.close());

describe('the period of evidence', () => {
  it('counts from the last payment of the grant, never from when a document was put in', async () => {
    const unpaid = await grant(null);
    await put(unpaid);
    expect(await dueOf(unpaid)).toBeNull();
    await as(() => feature.vault.paid({ id: unpaid, version: 1, lastPaidOn: '2028-03-01' }));
    expect(await dueOf(unpaid)).toBe('2034-01-01');
  });

  it('has no end while proceedings last, and is as much longer afterwards', async () => {
    const id = await grant('2026-03-01');
    const stop = await as(() => feature.vault.interrupt({ grantId: id, reason: 'PROCEEDINGS', reference: '3 K 1/29', beganOn: '2029-01-01' }));
    expect(await dueOf(id)).toBeNull();
    expect(await refusal(as(() => feature.vault.endInterruption({ id: stop, endedOn: '2028-12-31' })))).toBe('INVALID_INPUT');
    await as(() => feature.vault.endInterruption({ id: stop, endedOn: '2029-12-31' }));
    expect(await dueOf(id)).toBe('2032-12-31');
  });

  it('asks the office for the deletion on its day, not before, and once', async () => {
    const id = await grant('2026-03-01');
    await put(id);
    await night('2031-12-31');
    expect(await tasksAbout(id)).toBe(0);
    for (const day of ['2032-01-01', '2032-01-02']) await night(day);
    expect(await tasksAbout(id)).toBe(1);
    await as(() => feature.vault.interrupt({ grantId: id, reason: 'COMMISSION_REQUEST', reference: 'Ares 1', beganOn: '2031-12-01' }));
    await night('2032-01-03');
    expect(await tasksAbout(id)).toBe(0);
  });
});

describe('a document', () => {
  it('is read only by who asked with a reason and was let in by somebody else, for some hours, and each reading is audited', async () => {
    const item = await put(await grant('2026-03-01'));
    const read = (actor: Actor) => as(() => feature.vault.read(item), actor);
    expect(await refusal(read(coordinator!))).toBe('EVIDENCE_NOT_ALLOWED');
    const asked = await as(() => feature.vault.ask(item, 'Prüfung durch die Bewilligungsbehörde'), auditor);
    expect(await refusal(read(auditor!))).toBe('EVIDENCE_NOT_ALLOWED');
    const own = await as(() => feature.vault.ask(item, 'Nachfrage des Projektträgers'));
    expect(await refusal(as(() => feature.vault.allow(own)))).toBe('FOUR_EYES');
    await as(() => feature.vault.allow(asked));
    expect((await read(auditor!)).content).toEqual(pdf);
    expect(await refusal(read(coordinator!))).toBe('EVIDENCE_NOT_ALLOWED');
    const { rows } = await test.admin.query(`select 1 from audit where region_id = $1 and actor_id = $2 and changes @> $3`, [region, auditor!.userId, JSON.stringify([{ table: 'evidence_item', verb: 'read', ids: [item] }])]);
    expect(rows).toHaveLength(1);
    clock.at = new Date('2026-11-21T17:00:00Z');
    expect(await refusal(read(auditor!))).toBe('EVIDENCE_NOT_ALLOWED');
  });

  it('is deleted by two when its period is over, not before, and not under a hold; its hash stays', async () => {
    const id = await grant('2026-03-01');
    const item = await put(id);
    const release = (actor: Actor) => as(() => feature.vault.release(item), actor);
    const file = async () => (await test.admin.query<{ file_id: string | null; hash: Buffer }>('select file_id, sha256 as hash from evidence_item where id = $1', [item])).rows[0]!;
    at('2031-12-31');
    expect(await refusal(release(coordinator!))).toBe('EVIDENCE_NOT_DUE');
    at('2032-01-01');
    await test.admin.query(`insert into legal_hold (region_id, reason, reference, retention_class, review_on, expires_on) values ($1, 'FUNDER_AUDIT', 'Az. 7', 'R-ESF-DOC', '2032-01-01', '2032-01-01')`, [region]);
    expect(await refusal(release(coordinator!))).toBe('UNDER_HOLD');
    at('2032-01-02');
    await night('2032-01-02');
    expect(await tasksAbout(id)).toBe(1);
    await release(coordinator!);
    expect(await refusal(release(coordinator!))).toBe('FOUR_EYES');
    const { file_id: fileId } = await file();
    await release(second!);
    const { file_id: gone, hash } = await file();
    expect([gone, hash.length]).toEqual([null, 32]);
    expect((await test.admin.query('select 1 from file where id = $1', [fileId])).rowCount).toBe(0);
    expect(await tasksAbout(id)).toBe(0);
  });

  it('goes by no other way: its file is bound to it, whatever ends around it', async () => {
    const item = await put(await grant('2026-03-01'));
    const { rows } = await test.admin.query<{ id: string }>('select file_id as id from evidence_item where id = $1', [item]);
    expect(await refusal(as(() => test.db.write((tx) => new Files(test.db, test.crypto).remove(tx, rows[0]!.id))))).toBe('STILL_IN_USE');
  });

  it('is refused when it is not what it says', async () => {
    const id = await grant('2026-03-01');
    expect(await refusal(as(() => feature.vault.put({ grantId: id, kind: 'OTHER', title: 'x', datedOn: '2026-05-05', name: 'x.pdf', content: Buffer.from('<script>') })))).toBe('FILE_TYPE_REFUSED');
  });
});
