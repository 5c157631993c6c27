import type { Day } from '@mintforge/domain/kernel';
import type { Actor } from '@mintforge/platform';
import { anchorsIn, aRegion, asActor, aUser, openTestDatabase, StandingClock, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HoldInput } from './retention.inputs';
import { retentionOf } from './retention.testing';

let test: TestDatabase;
let feature: ReturnType<typeof retentionOf>;
let region: string;
let [admin, coordinator, second]: Actor[] = [];
const clock = new StandingClock();
const anchorFolder = mkdtempSync(join(tmpdir(), 'anchors-'));

const sql = async <Row = { id: string }>(text: string, values: unknown[] = []): Promise<Row[]> => (await test.admin.query(text, values)).rows as Row[];
const mailSent = async (day: Day) => (await sql(`insert into mail (region_id, template, locale, recipient, params, state, sent_at) values ($1, 'x', 'de', 'x@example.test', '{}', 'SENT', $2) returning id`, [region, `${day}T12:00:00Z`]))[0]!.id;
const night = (day: Day) => test.jobs.runRound('retention', new Date(`${day}T01:15:00Z`));
const as = <T>(work: () => Promise<T>, actor = coordinator!) => asActor(actor, work);

beforeAll(async () => {
  test = await openTestDatabase();
  feature = retentionOf(test, clock, { anchors: anchorsIn(test, anchorFolder), register: () => undefined });
  region = (await aRegion(test)).id;
  [admin, coordinator, second] = [await aUser(test, region, 'PLATFORM_ADMIN'), await aUser(test, region), await aUser(test, region)];
  await as(() => feature.rules.adopt(), admin);
});
beforeEach(() => (clock.at = new Date('2026-11-21T09:00:00Z')));
afterAll(async () => {
  rmSync(anchorFolder, { recursive: true });
  await test.close();
});

describe('the dry run', () => {
  it('counts what would end today, in 30 and 90 days and until a day, and changes nothing', async () => {
    clock.at = new Date('2037-06-15T09:00:00Z');
    for (const day of ['2037-05-15', '2037-05-16', '2037-06-14', '2037-08-10', '2037-12-01']) await mailSent(day);
    const report = await as(() => feature.reads.report('2038-01-01'), admin);
    const { kinds: [mails], signedAt } = report.find(({ retentionClass }) => retentionClass === 'R-MAIL')!;
    expect({ ...mails, signedAt }).toEqual({ what: 'mail', due: 1, held: 0, in30: 3, in90: 4, until: 5, nextEnd: '2037-06-16', signedAt: null });
    expect(await sql('select 1 from mail where region_id = $1', [region])).toHaveLength(5);
  });
});

describe('a rule', () => {
  const propose = (termCount: number, actor = admin) => as(() => feature.rules.propose({ retentionClass: 'R-MAIL', termFrom: 'EVENT', termCount, termUnit: 'DAYS', source: 'Beschluss der Region' }), actor);

  it('is changed by two persons within the law, from today on, and must be signed anew', async () => {
    await as(() => feature.rules.sign('R-MAIL', 0));
    await expect(propose(91)).rejects.toMatchObject({ code: 'RETENTION_OUT_OF_BOUNDS', fields: { termCount: 'tooLong' } });
    await propose(60);
    await expect(as(() => feature.rules.release('R-MAIL', '2026-11-21'), admin)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await expect(as(() => feature.rules.release('R-MAIL', '2026-11-20'), second)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await as(() => feature.rules.release('R-MAIL', '2026-11-22'), second);
    const mail = await mailSent('2036-01-01');
    const there = async () => (await sql('select 1 from mail where id = $1', [mail])).length > 0;
    await night('2036-03-02');
    expect(await there()).toBe(true);
    clock.at = new Date('2026-11-22T09:00:00Z');
    await as(() => feature.rules.sign('R-MAIL', 0));
    await night('2036-03-01');
    expect(await there()).toBe(true);
    await night('2036-03-02');
    expect(await there()).toBe(false);
  });

  it('that nobody proposed is not released', async () => {
    await expect(as(() => feature.rules.release('R-LOG', '2026-11-22'), second)).rejects.toMatchObject({ code: 'RETENTION_NOT_PROPOSED' });
  });
});

describe('a hold', () => {
  it('names a person or a class, is looked at within a year, and asks for it on the day', async () => {
    const place = (input: Partial<HoldInput>) => as(() => feature.holds.place({ reason: 'COURT_PROCEEDINGS', reference: '1 O 12/27', reviewOn: '2027-06-01', expiresOn: '2028-06-01', ...input }, randomUUID()));
    await expect(place({})).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { subjectId: 'required' } });
    await expect(place({ retentionClass: 'R-MAIL', reviewOn: '2027-12-01' })).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { reviewOn: 'outOfRange' } });
    const id = await place({ retentionClass: 'R-MAIL' });
    const asked = () => sql(`select 1 from office_task where about = $1 and state = 'OPEN'`, [id]);
    await night('2027-05-31');
    expect(await asked()).toEqual([]);
    await night('2027-06-01');
    expect(await asked()).toHaveLength(1);
    await as(() => feature.holds.lift(id, 1));
    expect(await asked()).toEqual([]);
    await expect(as(() => feature.holds.lift(id, 2))).rejects.toMatchObject({ code: 'HOLD_ENDED' });
  });
});
