import { tableFromRows } from '../imports';
import { decideClassList, judgeClassList, readClassList, suggestClassListMapping, type KnownPupil, type RowToJudge } from '.';

const today = '2026-11-21';
const read = (rows: string[][]) => {
  const table = tableFromRows(rows);
  return readClassList(table, suggestClassListMapping(table).columns, today);
};

describe('class lists', () => {
  it('are read with names in two columns, German dates, interests and ranked wishes', () => {
    const rows = read([
      ['Name', 'Vorname', 'Geb.-Datum', 'Klasse', 'Interessen', 'Wunsch 1', 'Wunsch 2', 'Wunsch 10'],
      ['Ahrens', 'Ida', '3.4.12', '7a', 'Robotik, Pferde', 'Löten', '', '17'],
    ]);
    expect(rows).toEqual([
      {
        row: 2, firstName: 'Ida', lastName: 'Ahrens', birthDate: '2012-04-03', grade: 7, interests: ['ROBOTICS'],
        wishes: [{ rank: 1, text: 'Löten' }, { rank: 10, text: '17' }], guardians: [], problems: [], notes: [{ field: 'INTERESTS', code: 'INTEREST_UNKNOWN' }],
      },
    ]);
  });

  it('are read with guardians and their contacts, by whatever name the columns have; what cannot be read is left out and told', () => {
    const rows = read([
      ['Name', 'Vorname', 'Name Mutter', 'E-Mail Mutter', 'Handy Mutter', 'Vater', 'E-Mail Vater'],
      ['Ahrens', 'Ida', 'Eva Ahrens', 'Eva@Post.EXAMPLE', '0170 1234567', 'Jo Berg', ''],
      ['Berg', 'Mia', '', 'familie@post.example', 'ruf an', '', 'kein'],
      ['Cohn', 'Lea', '', '', '', '', ''],
    ]);
    expect(rows.map(({ guardians }) => guardians)).toEqual([
      [{ slot: 'GUARDIAN_1', name: 'Eva Ahrens', email: 'Eva@post.example', phone: '0170 1234567' }, { slot: 'GUARDIAN_2', name: 'Jo Berg', email: null, phone: null }],
      [{ slot: 'GUARDIAN_1', name: 'Familie Berg', email: 'familie@post.example', phone: null }],
      [],
    ]);
    expect(rows.map(({ notes, problems }) => [...notes, ...problems])).toEqual([[], [{ field: 'GUARDIAN_1_PHONE', code: 'PHONE_UNREADABLE' }, { field: 'GUARDIAN_2_EMAIL', code: 'MAIL_UNREADABLE' }], []]);
    expect(suggestClassListMapping(tableFromRows([['Nachname', 'Vorname', 'E-Mail Eltern', 'Telefon Sorgeberechtigte 2', 'E-Mail'], ['Ahrens', 'Ida', '', '', '']])).columns).toEqual({
      LAST_NAME: 'Nachname', FIRST_NAME: 'Vorname', GUARDIAN_1_EMAIL: 'E-Mail Eltern', GUARDIAN_2_PHONE: 'Telefon Sorgeberechtigte 2',
    });
  });

  it('are read with whole names in one column', () => {
    expect(read([['Name', 'Geburtstag'], ['Ahrens, Ida', '']])[0]).toMatchObject({ firstName: 'Ida', lastName: 'Ahrens', birthDate: null, problems: [] });
    expect(read([['Vor- und Nachname'], ['Ida Ahrens']])[0]).toMatchObject({ firstName: 'Ida', lastName: 'Ahrens' });
    expect(read([['Name'], ['Ida Ahrens']])[0]).toMatchObject({ problems: [{ field: 'FULL_NAME', code: 'NAME_ORDER_UNCLEAR' }] });
  });

  it('refuse a row naming field and reason', () => {
    const rows = read([['Vorname', 'Nachname', 'Geburtsdatum'], ['', 'Ahrens', ''], ['Ida', '?', ''], ['Ida', 'Ahrens', '31.2.2012'], ['I'.repeat(101), 'Ahrens', ''], ['Ida\u202e', 'Ahrens', '']]);
    expect(rows.map(({ problems }) => problems)).toEqual([
      [{ field: 'FIRST_NAME', code: 'NAME_MISSING' }],
      [{ field: 'LAST_NAME', code: 'NAME_MISSING' }],
      [{ field: 'BIRTH_DATE', code: 'BIRTH_DATE_UNREADABLE' }],
      [{ field: 'FIRST_NAME', code: 'NAME_TOO_LONG' }],
      [{ field: 'FIRST_NAME', code: 'NAME_NOT_CLEAN' }],
    ]);
  });

  it('need columns for both names', () => {
    const table = tableFromRows([['Vorname', 'Ort'], ['Ida', 'Rostock']]);
    expect(() => readClassList(table, { FIRST_NAME: 'Vorname' }, today)).toThrow('IMPORT_COLUMN_MISSING');
  });
});

describe('rows of a class list against known pupils', () => {
  const row = (number: number, name: string, born: string | null, refused = false): RowToJudge => ({ row: number, nameKey: name, personKey: born && `${name} ${born}`, refused });
  const known = (id: string, name: string, born: string | null, groupId = '7a'): KnownPupil => ({ id, groupId, nameKey: name, personKey: born && `${name} ${born}` });
  const judge = (rows: RowToJudge[], pupils: KnownPupil[]) => judgeClassList(rows, pupils, '7a').map(({ verdict, pupilId, candidates }) => [verdict, pupilId ?? candidates.join()]);

  it('are known by name and birth date, new by another name', () => {
    expect(judge([row(2, 'Ida', '2012'), row(3, 'Ole', '2012')], [known('p1', 'Ida', '2012', '6b')])).toEqual([['KNOWN', 'p1'], ['NEW', '']]);
  });

  it('are doubtful with another or a missing birth date', () => {
    expect(judge([row(2, 'Ida', '2013')], [known('p1', 'Ida', '2012')])).toEqual([['DOUBTFUL', 'p1']]);
    expect(judge([row(2, 'Ida', null)], [known('p1', 'Ida', '2012')])).toEqual([['DOUBTFUL', 'p1']]);
    expect(judge([row(2, 'Ida', '2012')], [known('p1', 'Ida', null)])).toEqual([['DOUBTFUL', 'p1']]);
    expect(judge([row(2, 'Ida', null)], [known('p1', 'Ida', null, '7b')])).toEqual([['DOUBTFUL', 'p1']]);
  });

  it('keep namesakes apart: each known pupil is taken once, certain rows first', () => {
    expect(judge([row(2, 'Ida', '2013'), row(3, 'Ida', '2012')], [known('p1', 'Ida', '2012')])).toEqual([['NEW', ''], ['KNOWN', 'p1']]);
    expect(judge([row(2, 'Ida', '2012'), row(3, 'Ida', '2013')], [])).toEqual([['NEW', ''], ['NEW', '']]);
  });

  it('are known again without birth dates in the same group, a second namesake is doubtful', () => {
    expect(judge([row(2, 'Ida', null)], [known('p1', 'Ida', null)])).toEqual([['KNOWN', 'p1']]);
    expect(judgeClassList([row(2, 'Ida', null), row(3, 'Ida', null)], [], '7a')[1]).toMatchObject({ verdict: 'DOUBTFUL', candidates: [], sameAsRow: 2 });
  });

  it('are refused when they repeat an earlier row or could not be read', () => {
    expect(judgeClassList([row(2, 'Ida', '2012'), row(3, 'Ida', '2012'), row(4, 'Ole', null, true)], [], '7a').map(({ verdict, problem }) => [verdict, problem])).toEqual([['NEW', null], ['REFUSED', 'ROW_REPEATED'], ['REFUSED', null]]);
  });

  it('become acts only when every doubt is decided, by a candidate of that very row, once', () => {
    const rows = judgeClassList([row(2, 'Ida', null), row(3, 'Ida', '2013'), row(4, 'Ole', '2012')], [known('p1', 'Ida', '2012')], '7a');
    expect(() => decideClassList(rows, [])).toThrow('CLASS_LIST_UNDECIDED');
    expect(() => decideClassList(rows, [{ row: 2, decision: 'SAME', pupilId: 'p9' }, { row: 3, decision: 'NEW' }])).toThrow('INVALID_INPUT');
    expect(() => decideClassList(rows, [2, 3].map((number) => ({ row: number, decision: 'SAME', pupilId: 'p1' })))).toThrow('INVALID_INPUT');
    expect(decideClassList(rows, [{ row: 2, decision: 'SAME', pupilId: 'p1' }, { row: 3, decision: 'NEW' }, { row: 4, decision: 'SKIP' }])).toEqual([
      { row: 2, act: 'LINK', pupilId: 'p1' },
      { row: 3, act: 'CREATE' },
      { row: 4, act: 'SKIP' },
    ]);
  });
});
