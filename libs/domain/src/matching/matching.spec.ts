import fc from 'fast-check';
import { Refusal, type RefusalCode } from '../kernel';
import { checkSettings, defaultSettings, eligibilityBar, inputFindings, publishRun, resolveWishes, roundInput, type RoundOccurrence, type RoundParticipant, type RoundSettings } from '.';

const occurrence = (more: Partial<RoundOccurrence> = {}): RoundOccurrence => ({
  id: 'o1', activityId: 'a1', startsAt: new Date('2027-03-12T08:00:00Z'), endsAt: new Date('2027-03-12T12:00:00Z'), capacity: 10, taken: 0, minimum: 0, open: true, grades: [], minimumAge: null, ...more,
});
const participant = (more: Partial<RoundParticipant> = {}): RoundParticipant => ({ id: 'p1', seats: 1, priority: 0, grade: 8, birthDate: '2013-03-12', wishes: ['o1'], ...more });
const settings = defaultSettings;

const refusalOf = (work: () => unknown): RefusalCode | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe('eligibility', () => {
  it('bars by grade only where the activity names grades and the pupil has one', () => {
    expect(eligibilityBar(participant(), occurrence({ grades: [9, 10] }))).toBe('GRADE');
    expect(eligibilityBar(participant({ grade: null }), occurrence({ grades: [9, 10] }))).toBeNull();
    expect(eligibilityBar(participant(), occurrence())).toBeNull();
  });
  it('counts the age on the Berlin day of the occurrence: fourteen on the very day is old enough', () => {
    expect(eligibilityBar(participant({ birthDate: '2013-03-12' }), occurrence({ minimumAge: 14 }))).toBeNull();
    expect(eligibilityBar(participant({ birthDate: '2013-03-13' }), occurrence({ minimumAge: 14 }))).toBe('MINIMUM_AGE');
    expect(eligibilityBar(participant({ birthDate: '2013-03-13' }), occurrence({ minimumAge: 14, startsAt: new Date('2027-03-12T23:30:00Z') }))).toBeNull();
  });
  it('bars everybody from a cancelled or unpublished occurrence', () => {
    expect(eligibilityBar(participant(), occurrence({ open: false }))).toBe('NOT_OPEN');
  });
});

describe('the input of a run', () => {
  it('offers only the seats other placements have left, and asks no minimum that is already met', () => {
    const [row] = roundInput([], [occurrence({ capacity: 10, taken: 7, minimum: 5 })], [], settings).occurrences;
    expect(row).toMatchObject({ capacity: 3, minimum: 0 });
    expect(roundInput([], [occurrence({ capacity: 10, taken: 8, minimum: 10 })], [], settings).occurrences[0]).toMatchObject({ capacity: 2, minimum: 2 });
  });
  it('turns a higher priority into a better class, and ignores priorities when told so', () => {
    const classOf = (priority: number, usePriorities: boolean) => roundInput([participant({ priority })], [occurrence()], [], { ...settings, usePriorities }).pupils[0]!.wishes[0]!.priority;
    expect(classOf(2, true)).toBeLessThan(classOf(0, true));
    expect(classOf(2, false)).toBe(classOf(0, false));
  });
  it('names participants without wishes and those whose every wish is barred', () => {
    const barred = participant({ id: 'p2', grade: 5, wishes: ['o1'] });
    expect(inputFindings([participant({ wishes: [] }), barred, participant({ id: 'p3' })], [occurrence({ grades: [8] })])).toEqual([
      { participantId: 'p1', code: 'NO_WISHES' },
      { participantId: 'p2', code: 'NO_ELIGIBLE_WISH' },
    ]);
  });
});

describe('wishes on paper', () => {
  const named = [
    { id: 'o1', number: 1, title: 'Löten für Einsteiger', startsAt: new Date('2027-03-12T08:00:00Z') },
    { id: 'o2', number: 2, title: 'Löten für Einsteiger', startsAt: new Date('2027-04-09T08:00:00Z') },
    { id: 'o3', number: 3, title: 'Werksbesuch', startsAt: new Date('2027-04-09T08:00:00Z') },
  ];
  it('are read by number, by title, and by title with a day where the title alone is not enough', () => {
    expect(resolveWishes(['Nr. 3', 'Loeten fuer Einsteiger 9.4.'], named)).toEqual([
      { text: 'Nr. 3', occurrenceId: 'o3' },
      { text: 'Loeten fuer Einsteiger 9.4.', occurrenceId: 'o2' },
    ]);
  });
  it('say what is unknown, ambiguous or named twice', () => {
    expect(resolveWishes(['Löten für Einsteiger', 'Segeln', '3', 'Werksbesuch', ''], named).map((wish) => ('problem' in wish ? wish.problem : wish.occurrenceId))).toEqual(['AMBIGUOUS', 'UNKNOWN', 'o3', 'TWICE']);
  });
  it('never answer an occurrence twice', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('1', '2', '3', 'Nr. 2', 'Werksbesuch', 'x')), (texts) => {
      const ids = resolveWishes(texts, named).flatMap((wish) => ('occurrenceId' in wish ? [wish.occurrenceId] : []));
      return new Set(ids).size === ids.length;
    }));
  });
});

describe('publishing', () => {
  const round = { state: 'OPEN' as const };
  const run = { state: 'DONE' as const, inputHash: 'h' };
  const people = [{ id: 'p1', pupilId: 'x', groupId: null, seats: 1 }];
  it('places exactly what the run found', () => {
    expect(publishRun(round, run, 'h', [{ participantId: 'p1', occurrenceId: 'o1', rank: 1 }], people)).toEqual([{ occurrenceId: 'o1', pupilId: 'x', groupId: null, seats: 1, rank: 1 }]);
  });
  it('refuses when anything the run was computed from has changed since', () => {
    for (const now of ['other', null]) expect(refusalOf(() => publishRun(round, run, now, [], people))).toBe('RUN_OUTDATED');
    expect(refusalOf(() => publishRun(round, { ...run, inputHash: null }, null, [], people))).toBe('RUN_OUTDATED');
  });
  it('refuses a second publishing, an unfinished run and a closed round', () => {
    expect(refusalOf(() => publishRun({ state: 'PUBLISHED' }, run, 'h', [], people))).toBe('RUN_ALREADY_PUBLISHED');
    expect(refusalOf(() => publishRun(round, { ...run, state: 'RUNNING' }, 'h', [], people))).toBe('RUN_NOT_FINISHED');
    expect(refusalOf(() => publishRun({ state: 'CLOSED' }, run, 'h', [], people))).toBe('ROUND_NOT_OPEN');
  });
});

describe('settings', () => {
  const faultsOf = (more: Partial<RoundSettings>): Record<string, string> => {
    try {
      checkSettings({ seed: 'x', ...settings, ...more });
      return {};
    } catch (error) {
      return (error as Refusal).fields ?? {};
    }
  };
  it('are refused naming every faulty field', () => {
    expect(faultsOf({ seed: ' ', placesPerParticipant: 6 })).toEqual({ 'settings.seed': 'length', 'settings.placesPerParticipant': 'range' });
    expect(faultsOf({ acceptanceDays: -1, seedSource: 'x'.repeat(301) })).toEqual({ 'settings.acceptanceDays': 'range', 'settings.seedSource': 'length' });
    expect(faultsOf({ rules: { ...settings.rules, reach: { by: 'DISTANCE_KM', most: 0 } } })).toEqual({ 'settings.rules.reach.most': 'range' });
    expect(checkSettings({ seed: 'x', ...settings })).toMatchObject({ seed: 'x' });
  });
  it('name an objective exactly when the optimum is asked for', () => {
    expect(faultsOf({ mechanism: 'OPTIMAL' })).toEqual({ 'settings.objective': 'required' });
    expect(faultsOf({ objective: 'RANK_SUM' })).toEqual({ 'settings.objective': 'onlyWithOptimal' });
    expect(faultsOf({ mechanism: 'OPTIMAL', objective: 'RANK_SUM' })).toEqual({});
  });
});
