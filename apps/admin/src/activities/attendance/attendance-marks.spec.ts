import { allPresent, byGroup, headCounts, nameOf, withMark } from './attendance-marks';
import type { AttendanceRow } from '../types';

const row = (id: string, change: Partial<AttendanceRow> = {}): AttendanceRow => ({
  id, pupilId: id, groupId: null, firstName: 'Mia', lastName: 'Sommer', pseudonym: 'blau-17', groupName: '7a', schoolName: 'Schule am Hafen', grade: 7, headCount: 1, state: 'EXPECTED', note: '', markedAt: null, ...change,
});

describe('marks not saved yet', () => {
  it('hold what was pressed, and forget it when it is taken back', () => {
    const pressed = withMark({}, row('a'), { state: 'LATE' });
    expect(pressed).toEqual({ a: { state: 'LATE', note: '' } });
    expect(withMark(pressed, row('a'), { state: 'EXPECTED' })).toEqual({});
  });
  it('keep a note beside the mark', () => {
    const noted = withMark(withMark({}, row('a'), { note: 'Bus kam später' }), row('a'), { state: 'LATE' });
    expect(noted).toEqual({ a: { state: 'LATE', note: 'Bus kam später' } });
  });
  it('make everybody present who is only expected, and leave absences and withdrawals alone', () => {
    const rows = [row('a'), row('b', { state: 'WITHDRAWN' }), row('c'), row('d', { state: 'EXCUSED' })];
    expect(allPresent(rows, { c: { state: 'UNEXCUSED', note: '' } })).toEqual({ a: { state: 'PRESENT', note: '' }, c: { state: 'UNEXCUSED', note: '' } });
  });
  it('count heads as they will stand, a group with its head count', () => {
    const rows = [row('a'), row('g', { pupilId: null, groupId: 'g', headCount: 24 })];
    expect(headCounts(rows, { g: { state: 'PRESENT', note: '' } })).toMatchObject({ EXPECTED: 1, PRESENT: 24 });
  });
});

describe('rows of a list', () => {
  it('are called by name, by pseudonym where names are hidden, or by group', () => {
    const hidden = { firstName: null, lastName: null };
    expect([row('a'), row('a', hidden), row('a', { ...hidden, pseudonym: null })].map(nameOf)).toEqual(['Sommer, Mia', 'blau-17', '7a']);
  });
  it('stand together by school and group in the order they come', () => {
    const rows = [row('a'), row('b', { groupName: '7b' }), row('c')];
    expect(byGroup(rows).map(({ title, rows: members }) => [title, members.map(({ id }) => id)])).toEqual([['Schule am Hafen, 7a', ['a', 'c']], ['Schule am Hafen, 7b', ['b']]]);
  });
});
