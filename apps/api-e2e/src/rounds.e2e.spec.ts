import {
  AddParticipantsDocument, CompareRunsDocument, CreateRoundDocument, ForecastDocument, ForecastRoundDocument, ParticipantsDocument, PinCostDocument, PlacementsDocument, PublishRunDocument, RoundDocument, RunDocument,
  RunFlowsDocument, RunResultsDocument, SetPinDocument, SetRoundOccurrencesDocument, StartRunDocument, UpdateRoundDocument, WithdrawalPreviewDocument, WithdrawPlacementDocument, type VariablesOf,
} from '@mintforge/contract';
import { anOffice, download, ended, onDatabase, run, type SignedIn } from '@mintforge/e2e';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';

// Other work on the machine may slow every step; nothing here is a measurement.
jest.setTimeout(180_000);

const [pupils, occurrences, wishes] = [3000, 600, 6];
const page = { page: 1, perPage: 100 };
const settings = { seed: 'Würfel in der Aula', seedSource: 'drei Würfe vor Zeugen' };
let office: SignedIn;
let roundId: string;
let stable: string;
let regionId: string;

/** Schools with pupils, hosts with dates, made from behind: a list of three thousand is another journey. */
const aRegionOfThousands = () =>
  onDatabase(async (database) => {
    const rows = async (sql: string, values: unknown[]) => (await database.query<{ id: string }>(sql, values)).rows.map(({ id }) => id);
    const organisations = (role: string, count: number) => rows(`insert into organisation (region_id, name, name_key, roles, school_kinds) select $1, $2 || n, $2 || n, array[$2], case $2 when 'SCHOOL' then array[(array['GRAMMAR', 'LOWER_SECONDARY'])[1 + n % 2]] else '{}' end from generate_series(1, $3::int) n returning id`, [regionId, role, count]);
    const [schools, hosts] = [await organisations('SCHOOL', 30), await organisations('COMPANY', 60)];
    await database.query(`insert into site (region_id, organisation_id, postcode, district, lat, lon) select $1, id, '18' || lpad((n % 100)::text, 3, '0'), 'Kreis ' || n % 5, 53.5 + n % 10 * 0.1, 11.5 + n % 7 * 0.2 from unnest($2::uuid[]) with ordinality as o(id, n)`, [regionId, [...schools, ...hosts]]);
    const activities = await rows(`insert into activity (region_id, organisation_id, title, format, school_year, state) select $1, id, 'Praxistag ' || n, 'TECH_WORKSHOP', '2026/27', 'PUBLISHED' from unnest($2::uuid[]) with ordinality as h(id, n) returning id`, [regionId, hosts]);
    const dates = await rows(
      `insert into occurrence (region_id, activity_id, starts_at, ends_at, capacity) select $1, ($2::uuid[])[1 + n % cardinality($2::uuid[])], '2027-03-01T08:00:00Z'::timestamptz + n / 60 * interval '1 day', '2027-03-01T12:00:00Z'::timestamptz + n / 60 * interval '1 day', 4 + n % 2 from generate_series(0, $3::int - 1) n returning id`,
      [regionId, activities, occurrences]);
    const people = await rows(`insert into pupil (region_id, organisation_id, pseudonym, grade) select $1, ($2::uuid[])[1 + n % cardinality($2::uuid[])], 'P-' || n, 9 from generate_series(1, $3::int) n returning id`, [regionId, schools, pupils]);
    return { dates, people };
  });

/** Wishes as a paper survey gives them: near one another, some dates wanted more than others. */
const theirWishes = () =>
  onDatabase(async (database) => {
    await database.query(
      `with dates as (select array_agg(occurrence_id order by number) as ids from round_occurrence where region_id = $1 and round_id = $2), people as (select id, row_number() over (order by id) as n from participant where region_id = $1 and round_id = $2)
       insert into wish (region_id, participant_id, rank, occurrence_id, source)
       select $1, p.id, r, (select ids[1 + (power(p.n * 37 % $4::int, 2) / $4::int + r * (r - 1) / 2 * 11)::int % $4::int] from dates), 'IMPORTED' from people p, generate_series(1, $3::int) r`, [regionId, roundId, wishes, occurrences]);
    // What the API does itself after large writes.
    await database.query('analyze');
  });

beforeAll(async () => {
  const made = await anOffice();
  office = await made.signedIn();
  regionId = made.regionId;
});

const round = async () => (await run(RoundDocument, { id: roundId }, office)).round;
const finished = async (more: Partial<NonNullable<VariablesOf<typeof StartRunDocument>['settings']>> = {}) => {
  const { startRun } = await run(StartRunDocument, { roundId, settings: { ...settings, ...more }, idempotencyKey: randomUUID() }, office);
  expect(await ended(startRun.jobId ?? '', office)).toMatchObject({ state: 'DONE' });
  return (await run(RunDocument, { id: startRun.id }, office)).run;
};

describe('a round of three thousand pupils and six hundred dates', () => {
  it('is set up', async () => {
    const { dates, people } = await aRegionOfThousands();
    roundId = (await run(CreateRoundDocument, { input: { title: 'Praxistage im Land', settings: { seed: 'noch nicht gewürfelt' } }, idempotencyKey: randomUUID() }, office)).createRound.id;
    await run(SetRoundOccurrencesDocument, { id: roundId, occurrenceIds: dates }, office);
    expect((await run(AddParticipantsDocument, { roundId, input: { pupilIds: people } }, office)).addParticipants.added).toBe(pupils);
    await theirWishes();
    const { version, counts } = await round();
    expect(counts).toMatchObject({ occurrences, participants: pupils, withWishes: pupils });
    expect((await run(UpdateRoundDocument, { id: roundId, version, patch: { settings } }, office)).updateRound.settings).toMatchObject(settings);
  });

  it('shows what every rule would do with it, while the API goes on answering', async () => {
    const { forecastRound } = await run(ForecastRoundDocument, { roundId }, office);
    const job = ended(forecastRound?.jobId ?? '', office);
    expect((await round()).title).toBe('Praxistage im Land');
    expect(await job).toMatchObject({ state: 'DONE' });
    const { forecast } = await run(ForecastDocument, { roundId }, office);
    expect(forecast).toMatchObject({ state: 'DONE', outdated: false });
    const row = (rule: string) => forecast!.rows.find((candidate) => candidate.rule === rule)!;
    expect(row('OPTIMAL_RANK_SUM').figures!.placed).toBeGreaterThanOrEqual(row('STABLE_LOTTERY').figures!.placed);
    expect(row('STABLE_LOTTERY').byArea.reduce((sum, { participants }) => sum + participants, 0)).toBe(pupils);
    expect(row('STABLE_LOTTERY').bySchoolKind.map(({ key }) => key)).toEqual(['GRAMMAR', 'LOWER_SECONDARY']);
  });

  it('is run under two rules and compared', async () => {
    const optimal = await finished({ mechanism: 'OPTIMAL', objective: 'RANK_SUM' });
    const first = await finished();
    stable = first.id;
    const { compareRuns } = await run(CompareRunsDocument, { beforeId: first.id, afterId: optimal.id }, office);
    expect(compareRuns.gained + compareRuns.lost + compareRuns.moved + compareRuns.unchanged).toBe(pupils);
    expect(compareRuns.after.placed).toBeGreaterThanOrEqual(compareRuns.before.placed);
    const { runFlows } = await run(RunFlowsDocument, { runId: first.id }, office);
    expect(runFlows.reduce((sum, { placements }) => sum + placements, 0)).toBe(first.figures!.placed);
  });

  it('is adjusted by a pin whose cost is told before', async () => {
    const { items: [loser] } = (await run(RunResultsDocument, { runId: stable, ...page, filter: { rank: 2 } }, office)).runResults;
    const { items: [chosen] } = (await run(ParticipantsDocument, { roundId, ...page, filter: { ids: [loser!.id] } }, office)).participants;
    const pair = { roundId, participantId: chosen!.id, occurrenceId: chosen!.wishes[0]!.occurrenceId, kind: 'PIN' as const };
    const { pinCost } = await run(PinCostDocument, pair, office);
    expect(pinCost.gained).toBeGreaterThanOrEqual(1);
    await run(SetPinDocument, { ...pair, note: 'braucht den Aufzug' }, office);
    stable = (await finished()).id;
    const { items: [pinned] } = (await run(RunResultsDocument, { runId: stable, ...page, filter: { participantId: chosen!.id } }, office)).runResults;
    expect(pinned!.places).toMatchObject([{ occurrenceId: pair.occurrenceId, pinned: true }]);
  });

  it('is published, and a seat given back goes to whom the preview named', async () => {
    const { figures } = (await run(RunDocument, { id: stable }, office)).run;
    const { publishRun } = await run(PublishRunDocument, { id: stable, roundVersion: (await round()).version }, office);
    expect([publishRun, publishRun > pupils / 2]).toEqual([figures!.places, true]);
    const { placements } = await run(PlacementsDocument, { ...page, filter: { roundId } }, office);
    for (const { id, version } of placements.items) {
      const { withdrawalPreview } = await run(WithdrawalPreviewDocument, { placementId: id }, office);
      if (withdrawalPreview.length === 0) continue;
      await run(WithdrawPlacementDocument, { id, version, reason: 'krank' }, office);
      const came = (await run(PlacementsDocument, { ...page, sort: 'CREATED_AT_DESC', filter: { roundId } }, office)).placements.items.slice(0, withdrawalPreview.length);
      expect(new Set(came.map(({ label }) => label))).toEqual(new Set(withdrawalPreview.map(({ label }) => label)));
      expect(came.some(({ freedBy }) => freedBy === id)).toBe(true);
      return;
    }
    throw new Error('nobody waited for any of a hundred seats');
  });

  it('leaves a record that the command line recomputes to the same outcome, and a sheet to print', async () => {
    const { status, type, content } = await download(`/runs/${stable}/record.json`, office);
    expect([status, type]).toEqual([200, 'application/json; charset=utf-8']);
    const recomputed = (record: string) => spawnSync(process.execPath, ['libs/matching-engine/bin/matching-engine.mjs', 'recompute'], { input: record, encoding: 'utf8' });
    expect(recomputed(content.toString())).toMatchObject({ status: 0, stdout: expect.stringContaining('Result: identical.') });
    expect(recomputed(content.toString().replace('"pinned":true', '"pinned":false')).status).toBe(1);
    const sheet = await download(`/runs/${stable}/audit.pdf`, office);
    expect([sheet.status, sheet.type, sheet.content.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
  });
});
