import fc from 'fast-check';
import { Refusal, type RefusalCode } from '../kernel';
import { checkSettings, defaultSettings, publishRun, resolveWishes, type RoundSettings } from '.';

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
