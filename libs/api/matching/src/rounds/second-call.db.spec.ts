import { drainJobs } from '@mintforge/platform/testing';
import { openOffice, refusalOf } from '../testing';

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => void (office = await openOffice()));
afterAll(() => office.test.close());

describe('a round that is closed', () => {
  it('places nobody and takes no changes any more; closing twice changes nothing', async () => {
    const { roundId, version, participants } = await office.aRound(await office.aPlan([1], 1), [[0]]);
    for (let times = 0; times < 2; times++) await office.as(() => office.secondCalls.close(roundId, version));
    expect((await office.as(() => office.reads.round(roundId))).state).toBe('CLOSED');
    expect(await refusalOf(office.as(() => office.rounds.setWishes(participants[0]!, [])))).toBe('ROUND_NOT_OPEN');
    expect(await refusalOf(office.as(() => office.secondCalls.open(roundId, 'Nachrunde', 'neu')))).toBe('ROUND_NOT_PUBLISHED');
  });
});

describe('a second call', () => {
  it('takes the seats left and those without a place, with their wishes as far as seats are free, the unlucky first', async () => {
    const plan = await office.aPlan([1, 2, 1], 4);
    const { roundId, version, participants } = await office.aRound(plan, [[0], [0], [0, 1], [1]]);
    const run = await office.aRun(roundId, { refill: 'NONE' });
    await office.as(() => office.runs.publish(run.id, version));
    await drainJobs(office.test);
    const { items } = await office.as(() => office.reads.placements({ page: 1, perPage: 10, sort: 'CREATED_AT_ASC' as never, filter: { roundId } }));
    const back = items.find(({ pupilId }) => pupilId === plan.pupils[3])!;
    await office.as(() => office.placements.withdraw(back.id, back.version, 'krank'));
    const id = await office.as(() => office.secondCalls.open(roundId, 'Nachrunde', 'neu'));
    const second = await office.as(() => office.reads.round(id));
    expect(second).toMatchObject({ state: 'OPEN', followsRoundId: roundId, settings: { seed: 'neu', usePriorities: true } });
    const { items: people } = await office.as(() => office.reads.participants({ roundId: id, page: 1, perPage: 10 }));
    const held = new Set(items.filter(({ id: placed }) => placed !== back.id).map(({ pupilId }) => pupilId));
    expect(new Set(people.map(({ pupilId }) => pupilId))).toEqual(new Set(plan.pupils.filter((pupil) => !held.has(pupil))));
    expect(people.find(({ pupilId }) => pupilId === plan.pupils[3])!.wishes).toEqual([]);
    expect(people.flatMap(({ wishes }) => wishes.map(({ occurrenceId, rank }) => [plan.occurrences.indexOf(occurrenceId), rank])).every(([occurrence, rank]) => occurrence === 1 && rank === 1)).toBe(true);
    const { rows } = await office.admin.query('select derived, position from round_class where round_id = $1', [id]);
    expect(rows).toEqual([{ derived: 'NEVER_PLACED_BEFORE', position: 1 }]);
    expect(participants).toHaveLength(4);
    expect(await office.aRun(id)).toMatchObject({ state: 'DONE' });
  });

  it('is not opened when nothing or nobody is left', async () => {
    const publish = async (capacities: number[], wishes: number[][]) => {
      const { roundId, version } = await office.aRound(await office.aPlan(capacities, wishes.length), wishes);
      const run = await office.aRun(roundId);
      await office.as(() => office.runs.publish(run.id, version));
      return refusalOf(office.as(() => office.secondCalls.open(roundId, 'Nachrunde', 'neu')));
    };
    expect([await publish([1], [[0], [0]]), await publish([2], [[0]])]).toEqual(['ROUND_INCOMPLETE', 'ROUND_INCOMPLETE']);
  });
});
