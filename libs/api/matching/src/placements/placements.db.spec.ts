import type { Refusal } from '@mintforge/domain/kernel';
import type { RoundSettings } from '@mintforge/domain/matching';
import { drawLottery } from '@mintforge/matching-engine';
import { drainJobs } from '@mintforge/platform/testing';
import { openOffice, refusalOf } from '../testing';

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => void (office = await openOffice()));
afterAll(() => office.test.close());
beforeEach(() => void (office.clock.at = new Date('2027-02-01T09:00:00Z')));

/** A seed that draws these participants in the order given. */
function seedInOrder(participants: string[]): string {
  for (let seed = 0; ; seed++) if (drawLottery(String(seed), participants).every((rank, at) => rank === at)) return String(seed);
}

/** A published round: the occurrences' seats, wishes by number; answers each pupil's placements as "number STATE". */
async function published(capacities: number[], wishes: number[][], more: Partial<RoundSettings> = {}) {
  const { aPlan, aRound, aRun, as, runs, reads, admin } = office;
  const plan = await aPlan(capacities, wishes.length);
  const round = await aRound(plan, wishes);
  const run = await aRun(round.roundId, { seed: seedInOrder(round.participants.slice(0, 4)), ...more });
  await as(() => runs.publish(run.id, round.version));
  const rows = () => as(async () => (await reads.placements({ page: 1, perPage: 100, sort: 'CREATED_AT_ASC' as never, filter: { roundId: round.roundId } })).items);
  const held = async () => {
    const placements = await rows();
    return plan.pupils.map((pupil) => placements.filter(({ pupilId }) => pupilId === pupil).map(({ occurrenceId, state }) => `${plan.occurrences.indexOf(occurrenceId)} ${state}`).join(', '));
  };
  const of = async (pupil: number) => (await rows()).filter(({ pupilId }) => pupilId === plan.pupils[pupil]).at(-1)!;
  const at = async (number: number) => (await rows()).find(({ occurrenceId, state }) => occurrenceId === plan.occurrences[number] && ['PLACED', 'OFFERED', 'ACCEPTED'].includes(state))!;
  const taken = async () => (await admin.query<{ taken: number }>('select taken from occurrence where id = any($1) order by starts_at', [plan.occurrences])).rows.map((row) => row.taken);
  const withdraw = async (id: string) => as(() => office.placements.withdraw(id, 1, 'krank'));
  return { ...plan, ...round, run, rows, held, of, at, taken, withdraw };
}

describe('an offered seat', () => {
  it('is accepted or declined until its deadline, both as often as one likes', async () => {
    const { roundId, at, taken } = await published([2, 2], [[0], [1]], { acceptanceDays: 7 });
    const [first, second] = [await at(0), await at(1)];
    expect([first, second]).toMatchObject(Array(2).fill({ state: 'OFFERED', acceptBy: new Date('2027-02-08T23:00:00Z') }));
    for (const changed of [1, 0]) expect(await office.as(() => office.placements.accept([first.id]))).toBe(changed);
    for (const changed of [1, 0]) expect(await office.as(() => office.placements.decline([second.id]))).toBe(changed);
    expect(await refusalOf(office.as(() => office.placements.accept([second.id])))).toBe('PLACEMENT_ENDED');
    expect(await refusalOf(office.as(() => office.placements.decline([first.id])))).toBe('PLACEMENT_NOT_OFFERED');
    expect(await taken()).toEqual([1, 0]);
    expect(await office.as(() => office.life.lapse(office.actor.regionId!, roundId))).toEqual([]);
  });

  it('lapses with its deadline and goes to the next in line, who gets a deadline of their own', async () => {
    const { roundId, held, rows } = await published([1], [[0], [0]], { acceptanceDays: 7 });
    office.clock.at = new Date('2027-02-08T23:00:00Z');
    const [lapsed] = await office.as(() => office.life.lapse(office.actor.regionId!, roundId));
    expect(await held()).toEqual(['0 LAPSED', '0 OFFERED']);
    expect((await rows()).at(-1)).toMatchObject({ freedBy: lapsed, movedFrom: null, acceptBy: new Date('2027-02-16T23:00:00Z') });
    expect(await office.as(() => office.life.lapse(office.actor.regionId!, roundId))).toEqual([]);
  });

  it('is told to its school with the last day to accept, and told again halfway', async () => {
    const { school, roundId } = await published([2], [[0], [0]], { acceptanceDays: 7 });
    await office.admin.query(`update organisation set email = 'frist@example.test' where id = $1`, [school]);
    await drainJobs(office.test);
    await office.as(() => office.publishedMails.remind(office.actor.regionId!, roundId));
    const { rows } = await office.admin.query(`select template, params->>'seats' as seats, params->>'until' as until from mail where recipient = 'frist@example.test' order by template`);
    expect(rows).toEqual([
      { template: 'matching.offeredSchool', seats: '2', until: '08.02.2027' },
      { template: 'matching.offersEndSchool', seats: '2', until: '08.02.2027' },
      { template: 'matching.publishedHost', seats: '2', until: '08.02.2027' },
    ]);
    const { rows: queued } = await office.admin.query<{ at: string }>(`select t.identifier || ' ' || to_char(j.run_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where j.payload->>'id' = $1 order by 1`, [roundId]);
    expect(queued.map(({ at }) => at)).toEqual(['matching.lapse 2027-02-08 23:00', 'matching.remind 2027-02-05 23:00']);
  });
});

describe('a seat given back', () => {
  it('goes along the chain: the next moves up, and the seat left goes on', async () => {
    const { held, at, rows, withdraw, taken, participants } = await published([1, 1], [[0], [0, 1], [0, 1]]);
    const [first, second] = [await at(0), await at(1)];
    const preview = await office.as(() => office.moves.withdrawalPreview(first.id));
    expect(preview.map(({ participantId, from, to }) => [participants.indexOf(participantId), from?.rank ?? null, to.rank]).sort()).toEqual([[1, 2, 1], [2, null, 2]]);
    const waiting = (occurrenceId: string) => office.as(async () => (await office.moves.waitingList(occurrenceId)).map(({ participantId, position }) => [participants.indexOf(participantId), position]));
    expect([await waiting(first.occurrenceId), await waiting(second.occurrenceId)]).toEqual([[[1, 1], [2, 2]], [[2, 1]]]);
    await withdraw(first.id);
    expect(await held()).toEqual(['0 WITHDRAWN', '1 MOVED, 0 PLACED', '1 PLACED']);
    expect(await waiting(first.occurrenceId)).toEqual([[2, 1]]);
    expect(await taken()).toEqual([1, 1]);
    expect((await rows()).filter(({ freedBy }) => freedBy)).toMatchObject([{ freedBy: first.id, movedFrom: second.id, rank: 1 }, { freedBy: second.id, movedFrom: null, rank: 2 }]);
  });

  it('passes those by who accepted, and with WAITING_ONLY all who hold a place', async () => {
    for (const settings of [{ acceptanceDays: 30 }, { refill: 'WAITING_ONLY' as const }]) {
      const { at, rows, withdraw } = await published([1, 1], [[0, 1], [0, 1]], settings);
      const [first, second] = [await at(0), await at(1)];
      if (settings.acceptanceDays) await office.as(() => office.placements.accept([second.id]));
      await withdraw(first.id);
      expect((await rows()).filter(({ state }) => ['PLACED', 'OFFERED', 'ACCEPTED'].includes(state)).map(({ id }) => id)).toEqual([second.id]);
    }
  });

  it('stays free when the round says so, when the date has passed, and who gave it back does not return', async () => {
    const none = await published([1], [[0], [0]], { refill: 'NONE' });
    await none.withdraw((await none.at(0)).id);
    expect(await none.taken()).toEqual([0]);
    const past = await published([1], [[0], [0]]);
    office.clock.at = new Date('2027-03-10T08:00:00Z');
    await past.withdraw((await past.at(0)).id);
    expect([await past.taken(), await past.held()]).toEqual([[0], ['0 LATE_WITHDRAWN', '']]);
    office.clock.at = new Date('2027-02-01T09:00:00Z');
    const alone = await published([2], [[0]]);
    await alone.withdraw((await alone.at(0)).id);
    expect(await alone.taken()).toEqual([0]);
  });

  it('tells attendance lists and mails of who went and who came', async () => {
    const { at, rows, withdraw, school } = await published([1], [[0], [0]]);
    await drainJobs(office.test);
    await office.admin.query(`update organisation set email = 'nach@example.test' where id = $1`, [school]);
    const first = await at(0);
    await withdraw(first.id);
    await drainJobs(office.test);
    const came = (await rows()).at(-1)!;
    const { rows: told } = await office.admin.query(`select event, payload->'placementIds'->>0 as went, payload->'placements'->0->>'id' as came from outbox where payload::text like any($1) order by created_at, event`, [[`%${first.id}%`, `%${came.id}%`]]);
    expect(told.slice(-2).sort((a, b) => (a.event < b.event ? -1 : 1))).toEqual([{ event: 'matching.published', went: null, came: came.id }, { event: 'matching.withdrawn', went: first.id, came: null }]);
    const { rows: mails } = await office.admin.query(`select template, params->>'seats' as seats from mail where recipient = 'nach@example.test' order by template`);
    expect(mails).toEqual([{ template: 'matching.refilledHost', seats: '1' }, { template: 'matching.refilledSchool', seats: '1' }]);
  });

  it('stays consistent when fifty withdraw at the same moment', async () => {
    const { roundId, rows, taken, withdraw } = await published([25, 25], Array.from({ length: 100 }, (_, at) => (at % 2 ? [0, 1] : [1, 0])));
    const leaving = (await rows()).slice(0, 50);
    const answers = await Promise.all(leaving.map(({ id }) => withdraw(id).then(() => 'withdrawn', (error: Refusal) => error.code)));
    // Whoever moved up before withdrawing holds another placement by then.
    expect(answers.filter((answer) => answer !== 'withdrawn' && answer !== 'PLACEMENT_ENDED')).toEqual([]);
    const { rows: [counted] } = await office.admin.query(
      `select count(*) filter (where state = 'PLACED')::int as placed, count(distinct pupil_id) filter (where state = 'PLACED')::int as pupils,
        count(distinct pupil_id) filter (where state = 'WITHDRAWN')::int as gone, count(*) filter (where state = 'PLACED' and pupil_id in (select pupil_id from placement where round_id = $1 and state = 'WITHDRAWN'))::int as returned
       from placement where round_id = $1`, [roundId]);
    const gone = answers.filter((answer) => answer === 'withdrawn').length;
    expect(counted).toEqual({ placed: 50, pupils: 50, gone, returned: 0 });
    expect(await taken()).toEqual([25, 25]);
  });
});

describe('an occurrence called off', () => {
  async function calledOff(wishes: number[][]) {
    const round = await published([2, 1, 1], wishes);
    await office.admin.query(`update occurrence set state = 'CANCELLED', cancel_reason = 'HOST' where id = $1`, [round.occurrences[0]]);
    await office.as(() => office.test.db.write((tx) => office.test.jobs.emit(tx, 'activities.cancelled', { activityId: round.activity, occurrenceIds: [round.occurrences[0]] })));
    await drainJobs(office.test);
    return round;
  }

  it('ends its placements by the host and fills nothing by itself', async () => {
    const { held } = await calledOff([[0, 1], [0, 1]]);
    expect(await held()).toEqual(['0 CANCELLED_BY_HOST', '0 CANCELLED_BY_HOST']);
  });

  it('leaves those affected the best wish still free, shown before and given once; nobody else moves', async () => {
    const { held, occurrences, participants } = await calledOff([[0, 1, 2], [0, 2], [1]]);
    expect(await held()).toEqual(['0 CANCELLED_BY_HOST', '0 CANCELLED_BY_HOST', '1 PLACED']);
    const preview = await office.as(() => office.moves.rehousingPreview(occurrences[0]!));
    expect(preview.map(({ participantId, to }) => [participants.indexOf(participantId), occurrences.indexOf(to.occurrenceId)])).toEqual([[0, 2]]);
    for (const seats of [1, 0]) expect(await office.as(() => office.moves.rehouse(occurrences[0]!))).toBe(seats);
    expect(await held()).toEqual(['0 CANCELLED_BY_HOST, 2 PLACED', '0 CANCELLED_BY_HOST', '1 PLACED']);
  });
});
