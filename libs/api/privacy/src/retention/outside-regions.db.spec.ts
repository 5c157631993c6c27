import '@mintforge/consent';
import { addDays, type Day } from '@mintforge/domain/kernel';
import { endOfRetention, standardRetentionRules, type RetentionTerm } from '@mintforge/domain/privacy';
import { verifyAudit, type Actor, type AuditAnchors } from '@mintforge/platform';
import { anchorsIn, aRegion, asActor, aUser, openTestDatabase, StandingClock, type TestDatabase } from '@mintforge/platform/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { retentionOf } from './retention.testing';

const nowhere = '00000000-0000-0000-0000-000000000000';
const signedIn: Day = '2027-03-10';
const noon = (day: Day) => new Date(`${day}T12:00:00Z`);
const standard = standardRetentionRules.find(({ retentionClass }) => retentionClass === 'R-AUDIT')!.term;
const longer: RetentionTerm = { from: 'EVENT', count: 5, unit: 'YEARS' };

let test: TestDatabase;
let folder: string;
let anchors: AuditAnchors;
let feature: ReturnType<typeof retentionOf>;
let offices: (Actor & { regionId: string })[];

const night = (day: Day, { regionId } = offices[0]!) => asActor(offices[0]!, () => feature.round.run(regionId, new Date(`${day}T01:15:00Z`)));
const sign = (office = offices[0]!) => asActor(office, () => feature.rules.sign('R-AUDIT', 0));
/** How many of the three sign-ins the trail still holds, and whether the chain outside regions stands. */
const left = async () => (await test.admin.query<{ n: number }>(`select count(*)::int as n from audit where region_id = $1 and action = 'auth.signIn'`, [nowhere])).rows[0]!.n;
const verified = async () => (await asActor(offices[0]!, () => verifyAudit(test.db, anchors, nowhere)))[0];

beforeEach(async () => {
  test = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'anchors-'));
  anchors = anchorsIn(test, folder);
  feature = retentionOf(test, new StandingClock(), { anchors, register: () => undefined });
  offices = [];
  for (let region = 0; region < 2; region++) {
    const office = (await aUser(test, (await aRegion(test)).id, 'PLATFORM_ADMIN')) as (typeof offices)[number];
    offices.push(office);
    await asActor(office, () => feature.rules.adopt());
  }
  for (let time = 0; time < 3; time++) await asActor(offices[0]!, () => test.db.system('signed in', null, async (tx) => tx.note('session', 'insert', [crypto.randomUUID()])), 'auth.signIn');
  await test.admin.query('update audit set at = $2 where region_id = $1', [nowhere, noon(signedIn)]);
  await test.admin.query(`with recursive chain as (
      select a.*, app.audit_hash('\\x', region_id, seq, at, actor_id, role, action, reason, request_id, changes) as right_hash, '\\x'::bytea as right_previous from audit a where region_id = $1 and seq = 1
      union all select a.*, app.audit_hash(c.right_hash, a.region_id, a.seq, a.at, a.actor_id, a.role, a.action, a.reason, a.request_id, a.changes), c.right_hash from audit a join chain c on a.region_id = c.region_id and a.seq = c.seq + 1)
    update audit a set hash = c.right_hash, previous_hash = c.right_previous from chain c where a.region_id = c.region_id and a.seq = c.seq`, [nowhere]);
  await asActor(offices[0]!, () => anchors.anchor(null, noon(signedIn)));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await test.close();
});

describe('sign-ins and other acts outside any region', () => {
  it('are there the day before the period of the trail ends and gone on the day, and the rest of the chain stands', async () => {
    for (const office of offices) await sign(office);
    const end = endOfRetention(standard, signedIn);
    await night(addDays(end, -1));
    expect(await left()).toBe(3);
    await night(end);
    expect(await left()).toBe(0);
    expect(await verified()).toMatchObject({ fault: null, anchors: 1 });
    await night(end, offices[1]);
    expect(await verified()).toMatchObject({ fault: null });
    await test.admin.query(`update audit set action = 'x' where region_id = $1 and seq = 4`, [nowhere]);
    expect(await verified()).toMatchObject({ fault: 'CHAIN', brokenAt: 4 });
  });

  it('stay as long as the region that keeps its trail longest', async () => {
    const [first, second] = offices;
    await test.admin.query(`update retention_rule set term_count = $2, term_unit = $3 where region_id = $1 and retention_class = 'R-AUDIT'`, [second!.regionId, longer.count, longer.unit]);
    for (const office of offices) await sign(office);
    const [end, later] = [endOfRetention(standard, signedIn), endOfRetention(longer, signedIn)];
    await night(end, first);
    await night(addDays(later, -1), second);
    expect(await left()).toBe(3);
    await night(later, first);
    expect(await left()).toBe(0);
  });

  it('stay while one region has not signed its rule, or holds its trail', async () => {
    const [first, second] = offices;
    await sign(first);
    const end = endOfRetention(standard, signedIn);
    await night(end);
    expect(await left()).toBe(3);
    await sign(second);
    await test.admin.query(`insert into legal_hold (region_id, reason, reference, retention_class, review_on, expires_on) values ($1, 'LEGAL_CLAIM', '1 O 12/27', 'R-AUDIT', '2099-01-01', '2099-12-31')`, [second!.regionId]);
    await night(end);
    expect(await left()).toBe(3);
    await test.admin.query('delete from legal_hold');
    await night(end);
    expect(await left()).toBe(0);
  });

  it('stay where no anchor proves them, and where they are not those that were signed for', async () => {
    for (const office of offices) await sign(office);
    const end = endOfRetention(standard, signedIn);
    await test.admin.query(`update audit set hash = sha256(hash) where region_id = $1 and seq = 3`, [nowhere]);
    await night(end);
    expect(await left()).toBe(3);
    rmSync(join(folder, `${nowhere}.anchors`));
    await night(end);
    expect(await left()).toBe(3);
  });
});
