import { drainJobs } from '@mintforge/platform/testing';
import { InterestsService } from '../rounds/interests.service';
import { RoundUnit } from '../matching.entities';
import { MentoringReads } from '../rounds/mentoring.reads';
import { MentoringService } from '../rounds/mentoring.service';
import { openOffice, refusalOf, settings } from '../testing';

let office: Awaited<ReturnType<typeof openOffice>>;
let interests: InterestsService;
let mentoring: MentoringService;
let mentoringReads: MentoringReads;

beforeAll(async () => {
  office = await openOffice();
  interests = new InterestsService(office.test.db, office.snapshots);
  mentoring = new MentoringService(office.test.db);
  mentoringReads = new MentoringReads(office.test.db);
});
afterAll(() => office.test.close());

const as = <T>(work: () => Promise<T>) => office.as(work);

/** Pupils with interests, each beside the others' order. */
const interested = (pupils: string[], wanted: string[][]) => Promise.all(pupils.map((id, at) => office.admin.query('update pupil set interests = $2 where id = $1', [id, wanted[at] ?? []])));

/** A round of a kind with one activity per occurrence, so that all differ in topics. */
async function aRoundOf(unit: RoundUnit, topics: string[][], wanted: string[][]) {
  const plan = await office.aPlan(topics.map(() => 1), wanted.length);
  const region = office.actor.regionId;
  for (const [at, named] of topics.entries()) {
    const { rows } = await office.admin.query<{ id: string }>(`insert into activity (region_id, organisation_id, title, format, topics, grades, school_year, state) values ($1, $2, $3, 'MENTORING', $4, '{8,9}', '2026/27', 'PUBLISHED') returning id`, [region, plan.school, `Mentor ${at}`, named]);
    await office.admin.query('update occurrence set activity_id = $2 where id = $1', [plan.occurrences[at], rows[0]!.id]);
  }
  await interested(plan.pupils, wanted);
  return as(async () => {
    const roundId = await office.rounds.create({ title: 'Runde', unit, settings });
    await office.rounds.setOccurrences(roundId, plan.occurrences);
    await office.rounds.addParticipants(roundId, { groupIds: [], pupilIds: plan.pupils });
    const list = await office.reads.participants({ roundId, page: 1, perPage: 100 });
    return { roundId, occurrences: plan.occurrences, participants: plan.pupils.map((pupilId) => list.items.find((row) => row.pupilId === pupilId)!.id) };
  });
}
async function placesOf(roundId: string) {
  const runId = await as(() => office.runs.start(roundId, null));
  await drainJobs(office.test);
  const { items } = await as(() => office.reads.results({ runId, page: 1, perPage: 100 }));
  return new Map(items.map(({ id, places }) => [id, places.map(({ occurrenceId }) => occurrenceId)]));
}

describe('wishes proposed from interests', () => {
  it('go to those who have none, marked as proposed, best fit first, and never over own ones', async () => {
    const { roundId, occurrences, participants } = await aRoundOf(RoundUnit.PUPILS, [['BIOLOGY'], ['ROBOTICS'], ['ELECTRONICS']], [['ROBOTICS'], ['ROBOTICS'], []]);
    await as(() => office.rounds.setWishes(participants[1]!, [occurrences[0]!]));
    expect(await as(() => interests.preview(roundId, 3))).toMatchObject({ withoutWishes: 2, proposable: 1, withoutInterests: 1, proposed: 0, examples: [{ participantId: participants[0], wishes: [{ title: 'Mentor 1', score: 1_000_000 }, { title: 'Mentor 2', score: 250_000 }] }] });
    expect(await as(() => interests.propose(roundId, 3))).toBe(1);
    expect(await as(() => interests.propose(roundId, 3))).toBe(0);
    const { items } = await as(() => office.reads.participants({ roundId, page: 1, perPage: 10 }));
    const wishes = new Map(items.map((row) => [row.id, row.wishes.map(({ occurrenceId, source }) => ({ occurrenceId, source }))]));
    expect(participants.map((id) => wishes.get(id))).toEqual([
      [{ occurrenceId: occurrences[1], source: 'PROPOSED' }, { occurrenceId: occurrences[2], source: 'PROPOSED' }],
      [{ occurrenceId: occurrences[0], source: 'ENTERED' }],
      [],
    ]);
  });

  it('pass over what the round’s rules bar', async () => {
    const { roundId, occurrences, participants } = await aRoundOf(RoundUnit.PUPILS, [['ROBOTICS'], ['ELECTRONICS']], [['ROBOTICS']]);
    await office.admin.query(`update activity set grades = '{12}' where id = (select activity_id from occurrence where id = $1)`, [occurrences[0]]);
    await as(() => interests.propose(roundId, 3));
    const { items } = await as(() => office.reads.participants({ roundId, page: 1, perPage: 10 }));
    expect(items.find(({ id }) => id === participants[0])!.wishes.map(({ occurrenceId }) => occurrenceId)).toEqual([occurrences[1]]);
  });

  it('are said in the result, go at a word, and become own ones when somebody edits them', async () => {
    const { roundId, occurrences, participants } = await aRoundOf(RoundUnit.PUPILS, [['ROBOTICS'], ['ROBOTICS']], [['ROBOTICS'], ['ROBOTICS']]);
    await as(() => interests.propose(roundId, 2));
    const runId = await as(() => office.runs.start(roundId, null));
    await drainJobs(office.test);
    expect((await as(() => office.reads.results({ runId, page: 1, perPage: 10 }))).items.map(({ wishesProposed }) => wishesProposed)).toEqual([true, true]);
    await as(() => office.rounds.setWishes(participants[0]!, [occurrences[0]!]));
    expect(await as(() => interests.withdraw(roundId, null))).toBe(1);
    const { items } = await as(() => office.reads.participants({ roundId, page: 1, perPage: 10 }));
    expect(new Map(items.map(({ id, wishes }) => [id, wishes.length]))).toEqual(new Map([[participants[0], 1], [participants[1], 0]]));
  });
});

describe('a mentoring round', () => {
  it('brings both sides’ orders together: no pupil and mentor would rather have each other', async () => {
    const { roundId, occurrences: [m1, m2], participants: [a, b] } = await aRoundOf(RoundUnit.MENTORING, [['ROBOTICS'], ['BIOLOGY']], [[], []]);
    await as(() => office.rounds.setWishes(a!, [m1!, m2!]));
    await as(() => office.rounds.setWishes(b!, [m1!, m2!]));
    await as(() => mentoring.setOrder({ roundId, occurrenceId: m1!, participantIds: [b!, a!] }));
    expect(await placesOf(roundId)).toEqual(new Map([[a, [m2]], [b, [m1]]]));
    await as(() => mentoring.setOrder({ roundId, occurrenceId: m1!, participantIds: [a!, b!] }));
    expect(await placesOf(roundId)).toEqual(new Map([[a, [m1]], [b, [m2]]]));
  });

  it('bars who was not ranked when the round says so, else takes them behind all', async () => {
    const { roundId, occurrences: [m1], participants: [a, b] } = await aRoundOf(RoundUnit.MENTORING, [['ROBOTICS']], [[], []]);
    await as(() => office.rounds.setWishes(b!, [m1!]));
    await as(() => mentoring.setOrder({ roundId, occurrenceId: m1!, participantIds: [a!] }));
    expect((await placesOf(roundId)).get(b!)).toEqual([m1]);
    await as(() => mentoring.setUnranked(roundId, 'BARRED'));
    expect((await placesOf(roundId)).get(b!)).toEqual([]);
    expect(await as(() => mentoringReads.candidates(roundId, m1!))).toMatchObject([{ participantId: a, position: 1, wishRank: null }, { participantId: b, position: null, wishRank: 1 }]);
  });

  it('goes by the fit of interests when no mentor ranked anybody', async () => {
    const { roundId, occurrences: [m1, m2], participants: [a, b] } = await aRoundOf(RoundUnit.MENTORING, [['ROBOTICS'], ['BIOLOGY']], [['BIOLOGY'], ['ROBOTICS']]);
    for (const id of [a!, b!]) await as(() => office.rounds.setWishes(id, [m1!, m2!]));
    expect(await placesOf(roundId)).toEqual(new Map([[a, [m2]], [b, [m1]]]));
  });

  it('takes orders only of its own mentors and pupils, and only while it is open', async () => {
    const one = await aRoundOf(RoundUnit.MENTORING, [['ROBOTICS']], [[]]);
    const other = await aRoundOf(RoundUnit.PUPILS, [['ROBOTICS']], [[]]);
    const order = (roundId: string, occurrenceId: string, id: string) => refusalOf(as(() => mentoring.setOrder({ roundId, occurrenceId, participantIds: [id] })));
    expect(await order(one.roundId, one.occurrences[0]!, other.participants[0]!)).toBe('INVALID_INPUT');
    expect(await order(one.roundId, other.occurrences[0]!, one.participants[0]!)).toBe('INVALID_INPUT');
    expect(await order(other.roundId, other.occurrences[0]!, other.participants[0]!)).toBe('NOT_FOUND');
    await office.admin.query(`update round set state = 'CLOSED' where id = $1`, [one.roundId]);
    expect(await order(one.roundId, one.occurrences[0]!, one.participants[0]!)).toBe('ROUND_NOT_OPEN');
  });
});
