import { decide, hasNames, openRows, sentDecisions, takenOver, takerOf, withMeaning } from './class-list';
import type { ClassListMapping, ClassListRow } from './types';

const row = (number: number, verdict: ClassListRow['verdict']): ClassListRow => ({
  row: number, verdict, firstName: 'Ida', lastName: 'Zander', birthDate: null, grade: 7, interests: [], wishes: [], guardians: [], pseudonym: null, movesFrom: null, candidates: [], sameAsRow: null, problems: [], notes: [],
});
const rows = [row(2, 'NEW'), row(3, 'KNOWN'), row(4, 'DOUBTFUL'), row(5, 'REFUSED')];

describe('the columns of a class list', () => {
  const mapping: ClassListMapping = [{ target: 'FIRST_NAME', column: 'Vorname' }, { target: 'LAST_NAME', column: 'Name' }];

  it('give a meaning to one column at a time', () => {
    expect(withMeaning(mapping, 'Rufname', 'FIRST_NAME')).toEqual([{ target: 'LAST_NAME', column: 'Name' }, { target: 'FIRST_NAME', column: 'Rufname' }]);
    expect(withMeaning(mapping, 'Name', null)).toEqual([{ target: 'FIRST_NAME', column: 'Vorname' }]);
  });
  it('name a person by two columns or by one', () => {
    expect([mapping, mapping.slice(1), [{ target: 'FULL_NAME' as const, column: 'Name' }]].map(hasNames)).toEqual([true, false, true]);
  });
});

describe('the decisions about a class list', () => {
  it('are open for doubtful rows until they are made, and open again when taken back', () => {
    const decided = decide(new Map(), 4, { decision: 'NEW' });
    expect([openRows(rows, new Map()), openRows(rows, decided), openRows(rows, decide(decided, 4, null))].map((open) => open.length)).toEqual([1, 0, 1]);
  });
  it('tell how many people are taken over: none that is refused, left out or undecided', () => {
    const skipped = decide(decide(new Map(), 4, { decision: 'SAME', pupilId: 'p1' }), 2, { decision: 'SKIP' });
    expect([takenOver(rows, new Map()), takenOver(rows, skipped)]).toEqual([2, 2]);
  });
  it('give a known pupil to one row alone', () => {
    const decisions = decide(new Map(), 4, { decision: 'SAME', pupilId: 'p1' });
    expect([takerOf(decisions, 'p1'), takerOf(decisions, 'p2')]).toEqual([4, undefined]);
    expect(sentDecisions(decisions)).toEqual([{ row: 4, decision: 'SAME', pupilId: 'p1' }]);
  });
});
