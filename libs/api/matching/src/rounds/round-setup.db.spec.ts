import { defaultSettings } from '@mintforge/domain/matching';
import { Refusal } from '@mintforge/domain/kernel';
import { solve } from '@mintforge/matching-engine';
import { aUser, drainJobs } from '@mintforge/platform/testing';
import { RoundChecks } from './round-check.service';
import { RoundFactsReads } from './round-facts.reads';
import { RoundRules } from './round-rules.service';
import { RoundSetupReads } from './round-setup.reads';
import { openOffice, refusalOf, settings } from '../testing';
import { WorkingTime } from './working-time.service';

let office: Awaited<ReturnType<typeof openOffice>>;
let rules: RoundRules;
let checks: RoundChecks;
let setup: RoundSetupReads;
beforeAll(async () => {
  office = await openOffice();
  rules = new RoundRules(office.test.db);
  checks = new RoundChecks(office.test.db, office.snapshots);
  setup = new RoundSetupReads(office.test.db);
});
afterAll(() => office.test.close());

const reason = 'Ziel der Förderung: Schulen auf dem Land';
const whom = (more: Partial<Parameters<RoundRules['assignClass']>[2]> = {}) => ({ participantIds: [], groupIds: [], schoolIds: [], ...more });
const versionOf = async (roundId: string) => (await office.as(() => office.reads.round(roundId))).version;
const inputOf = (roundId: string, more: Partial<typeof settings> = {}) => office.as(() => office.test.db.read(async (tx) => (await office.snapshots.take(tx, roundId, { ...settings, ...more })).input));
const fieldsOf = (work: Promise<unknown>) => work.then(() => ({}), (error: unknown) => (error as Refusal).fields);

describe('priority classes', () => {
  it('go before the lottery, by hand to one or to a whole school, and those of a class that goes are everybody again', async () => {
    const plan = await office.aPlan([1], 3);
    const { roundId, participants } = await office.aRound(plan, [[0], [0], [0]]);
    await office.as(async () => rules.setClasses(roundId, await versionOf(roundId), [{ name: 'Zuerst', reason }, { name: 'Dann', reason }]));
    const [first, second] = await office.as(() => setup.classes(roundId));
    expect(await office.as(() => rules.assignClass(roundId, second!.id, whom({ schoolIds: [plan.school] })))).toBe(3);
    expect(await office.as(() => rules.assignClass(roundId, first!.id, whom({ participantIds: [participants[2]!] })))).toBe(1);
    const input = await inputOf(roundId);
    expect(participants.map((id) => input.pupils.find((pupil) => pupil.id === id)!.wishes[0]!.priority)).toEqual([1, 1, 0]);
    expect(solve({ ...input, seed: 'x' }).pupils.find((pupil) => pupil.places.length > 0)?.id).toBe(participants[2]);
    await office.as(async () => rules.setClasses(roundId, await versionOf(roundId), [{ id: second!.id, name: 'Dann', reason }]));
    expect((await office.as(() => setup.classes(roundId))).map(({ id, position, assigned }) => [id, position, assigned])).toEqual([[second!.id, 1, 2]]);
  });

  it('remember who went away empty in an earlier round', async () => {
    const plan = await office.aPlan([1, 1], 2);
    const earlier = await office.aRound(plan, [[0], [0]]);
    const run = await office.aRun(earlier.roundId);
    await office.as(() => office.runs.publish(run.id, earlier.version));
    const { items } = await office.as(() => office.reads.placements({ page: 1, perPage: 5, sort: 'CREATED_AT_ASC' as never, filter: { roundId: earlier.roundId } }));
    const { roundId, participants } = await office.aRound(plan, [[1], [1]]);
    await office.as(async () => rules.setClasses(roundId, await versionOf(roundId), [{ name: 'Leer ausgegangen', reason, derived: 'NEVER_PLACED_BEFORE' }]));
    const input = await inputOf(roundId);
    const priorityOf = (pupilId: string) => input.pupils.find((pupil) => pupil.id === participants[plan.pupils.indexOf(pupilId)])!.wishes[0]!.priority;
    expect(plan.pupils.map((pupilId) => [pupilId === items[0]!.pupilId, priorityOf(pupilId)]).sort()).toEqual([[false, 0], [true, 1]]);
  });

  it('are refused for another round, when derived, and without a reason', async () => {
    const { roundId } = await office.aRound(await office.aPlan([1], 1), [[0]]);
    const other = await office.aRound(await office.aPlan([1], 1), [[0]]);
    await office.as(async () => rules.setClasses(other.roundId, await versionOf(other.roundId), [{ name: 'Neu', reason, derived: 'FIRST_TIME' }]));
    const [derived] = await office.as(() => setup.classes(other.roundId));
    expect(await fieldsOf(office.as(() => rules.assignClass(roundId, derived!.id, whom())))).toEqual({ classId: 'notInRound' });
    expect(await fieldsOf(office.as(() => rules.assignClass(other.roundId, derived!.id, whom())))).toEqual({ classId: 'derived' });
    expect(await fieldsOf(office.as(async () => rules.setClasses(roundId, await versionOf(roundId), [{ name: 'x', reason: ' ' }])))).toEqual({ 'classes.0.reason': 'required' });
    expect(await refusalOf(office.as(() => rules.setClasses(roundId, 0, [])))).toBe('VERSION_CONFLICT');
  });
});

describe('reserves', () => {
  const trait = { kind: 'SCHOOL_KIND' as const, schoolKind: 'LOWER_SECONDARY' as const };

  it('keep seats for holders of a trait, and are not to be seen by who may not prepare rounds', async () => {
    const plan = await office.aPlan([2], 4);
    const [rural] = (await office.admin.query<{ id: string }>(`insert into organisation (region_id, name, name_key, roles, school_kinds) values ($1, 'Regionalschule', 'regionalschule', '{SCHOOL}', '{LOWER_SECONDARY}') returning id`, [office.actor.regionId])).rows;
    await office.admin.query('update pupil set organisation_id = $2 where id = $1', [plan.pupils[3], rural!.id]);
    const { roundId, participants } = await office.aRound(plan, [[0], [0], [0], [0]]);
    await office.as(async () => rules.setReserves(roundId, await versionOf(roundId), [{ trait, seats: 1, reason }]));
    const input = await inputOf(roundId);
    for (const seed of ['a', 'b', 'c', 'd']) expect(solve({ ...input, seed }).pupils.find(({ id }) => id === participants[3])?.places).toHaveLength(1);
    expect((await inputOf(roundId, { useReserves: false })).occurrences[0]).not.toHaveProperty('reserves');

    const run = await office.aRun(roundId);
    await office.as(async () => office.runs.publish(run.id, await versionOf(roundId)));
    await drainJobs(office.test);
    const evaluation = await aUser(office.test, office.actor.regionId!, 'EVALUATION_MANAGER');
    expect(await office.as(() => setup.reserves(roundId), evaluation)).toEqual([]);
    expect(await office.as(() => setup.reserves(roundId))).toMatchObject([{ trait, seats: 1, reason }]);
    const everything = ['run', 'run_result', 'run_place', 'run_occurrence', 'placement', 'mail', 'attendance', 'outbox', 'round'];
    for (const table of everything) {
      const { rows } = await office.admin.query<{ text: string }>(`select coalesce(string_agg(t::text, ''), '') as text from ${table} t`);
      expect([table, rows[0]!.text.includes('LOWER_SECONDARY'), rows[0]!.text.includes(reason)]).toEqual([table, false, false]);
    }
  });

  it('change no lottery number and no class, whoever holds the trait', async () => {
    const plan = await office.aPlan([1], 4);
    const { roundId } = await office.aRound(plan, [[0], [0], [0], [0]]);
    await office.as(async () => rules.setReserves(roundId, await versionOf(roundId), [{ trait, percent: 100, reason }]));
    const drawn = async () => {
      const input = await inputOf(roundId);
      return [solve({ ...input, seed: 'x' }).pupils.map(({ id, lottery }) => [id, lottery]), input.pupils.map(({ wishes }) => wishes)];
    };
    const before = await drawn();
    await office.admin.query(`update organisation set school_kinds = '{LOWER_SECONDARY}' where id = $1`, [plan.school]);
    expect(await drawn()).toEqual(before);
  });

  it('need a lawful reason, seats of the round, and persons', async () => {
    const { roundId } = await office.aRound(await office.aPlan([1], 1), [[0]]);
    const set = async (reserves: Parameters<RoundRules['setReserves']>[2]) => fieldsOf(office.as(async () => rules.setReserves(roundId, await versionOf(roundId), reserves)));
    expect(await set([{ trait, seats: 1, reason: 'gut' }])).toEqual({ 'reserves.0.reason': 'required' });
    expect(await set([{ trait, seats: 1, reason, occurrenceId: roundId }])).toEqual({ 'reserves.0.occurrenceId': 'notInRound' });
    expect(await set([{ trait: { kind: 'GRADES' }, seats: 1, reason }])).toEqual({ 'reserves.0.trait.grades': 'range' });
    await office.admin.query(`update round set unit = 'GROUPS' where id = $1`, [roundId]);
    expect(await set([{ trait, seats: 1, reason }])).toEqual({ reserves: 'onlyForPersons' });
  });
});

describe('the check before a run', () => {
  it('names who would be left out by which rule, and makes tasks of it once', async () => {
    const plan = await office.aPlan([3, 3], 3);
    await office.admin.query('update pupil set grade = 5 where id = $1', [plan.pupils[1]]);
    const { roundId } = await office.aRound(plan, [[], [0], [0]]);
    const check = () => office.as(() => checks.check(roundId));
    const found = await check();
    expect(found).toMatchObject({ participants: 3, takingPart: 1 });
    expect(found.findings.map(({ code, count, subjects }) => [code, count, subjects[0]?.rules])).toEqual([['NO_WISHES', 1, []], ['NO_ELIGIBLE_WISH', 1, ['GRADE']], ['BIRTH_DATE_MISSING', 3, []], ['NO_APPLICANTS', 1, []]]);
    const tasks = await office.as(() => checks.makeTasks(roundId));
    expect(tasks).toBe(4);
    expect(await office.as(() => checks.makeTasks(roundId))).toBe(4);
    const [task] = await office.as(() => checks.tasks(roundId));
    await office.as(() => checks.settleTask(task!.id, true));
    expect(await office.as(() => checks.makeTasks(roundId))).toBe(3);
    await office.admin.query('update pupil set grade = 9 where id = $1', [plan.pupils[1]]);
    await office.as(() => checks.makeTasks(roundId));
    expect((await office.as(() => checks.tasks(roundId))).find(({ code }) => code === 'NO_ELIGIBLE_WISH')?.state).toBe('GONE');
  });

  it('asks the gate of consent, never anything else', async () => {
    const plan = await office.aPlan([3], 1);
    const { roundId } = await office.aRound(plan, [[0]]);
    const strict = { rules: { ...defaultSettings.rules, consent: true } };
    expect((await inputOf(roundId, strict)).pupils[0]!.wishes[0]).toMatchObject({ notEligible: 'OTHER' });
    expect((await inputOf(roundId)).pupils[0]!.wishes[0]).not.toHaveProperty('notEligible');
  });

  it('keeps host readiness, held places and reach', async () => {
    const plan = await office.aPlan([3], 2);
    const { roundId, participants } = await office.aRound(plan, [[0], [0]]);
    const barOf = async (more: object, at = 0) => {
      const barred = await office.as(() => office.test.db.read(async (tx) => (await office.snapshots.take(tx, roundId, { ...settings, rules: { ...defaultSettings.rules, ...more } })).barred));
      return barred.find(({ participantId }) => participantId === participants[at])?.code ?? null;
    };
    expect(await barOf({ hostReadiness: true })).toBe('HOST_NOT_READY');
    await office.admin.query(`insert into readiness (region_id, organisation_id, kind, seen_on, valid_until) values ($1, $2, 'RISK_ASSESSMENT', '2027-01-01', '2027-03-10')`, [office.actor.regionId, plan.school]);
    expect(await barOf({ hostReadiness: true })).toBeNull();
    const near = async (organisation: string, lat: number) => (await office.admin.query<{ id: string }>(`insert into site (region_id, organisation_id, lat, lon, coordinate_check, is_main) values ($1, $2, $3, 12, 'OK', $4) returning id`, [office.actor.regionId, organisation, lat, lat === 54])).rows[0]!.id;
    await near(plan.school, 54);
    const site = await near(plan.school, 54.5);
    await office.admin.query('update occurrence set site_id = $2 where id = $1', [plan.occurrences[0], site]);
    expect([await barOf({ reach: { by: 'DISTANCE_KM', most: 71 } }), await barOf({ reach: { by: 'DISTANCE_KM', most: 72 } }), await barOf({ reach: null })]).toEqual(['TOO_FAR', null, null]);
    const other = await office.aPlan([1], 0);
    await office.as(() => office.placements.place(other.occurrences[0]!, plan.pupils[1]!));
    expect([await barOf({}), await barOf({}, 1)]).toEqual([null, 'TIME_CLASH']);
  });
});

describe('limits of working time', () => {
  it('are those of the law until the region sets its own, which it may take back', async () => {
    const limits = new WorkingTime(office.test.db, new RoundFactsReads());
    const own = { case: 'K1' as const, validFrom: '2027-01-01', source: 'Erlass', allowed: true, minutesPerDay: 360, lastGrade: 10, weekends: false, publicHolidays: false };
    await office.as(() => limits.set(own));
    await office.as(() => limits.set({ ...own, minutesPerDay: 300 }));
    expect((await office.as(() => limits.limits())).slice(0, 2).map(({ own: ours, minutesPerDay }) => [ours, minutesPerDay])).toEqual([[true, 300], [false, 420]]);
    await office.as(() => limits.remove('K1', '2027-01-01'));
    expect((await office.as(() => limits.limits())).some(({ own: ours }) => ours)).toBe(false);
  });
});
