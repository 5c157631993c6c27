import fc from 'fast-check';
import { applyMapping, suggestMapping, tableFromRows } from '../imports';
import { changedFields, importedValues, organisationTargets, planOrganisations, readOrganisationRow, readSchoolRow, summarisePlan, type KnownOrganisation, type OrganisationRow, type PlannedRow } from '.';

const headers = ['id', 'official_id', 'name', 'school_type', 'address', 'lat', 'lon', 'phone', 'email', 'state'];
const school = (cells: Partial<Record<string, string>>) => headers.map((header) => ({ id: 'MV-1', official_id: '1', name: 'Gymnasium am See', school_type: 'Gymnasium', address: 'Am See 1, 18055 Rostock', ...cells })[header] ?? '');
const { columns } = suggestMapping(headers, organisationTargets, []);
const read = (...rows: string[][]): OrganisationRow[] => {
  const table = tableFromRows([headers, ...rows]);
  return applyMapping(table, organisationTargets, columns).map((row) => readSchoolRow(row, (postcode) => (postcode === '18055' ? { lat: 54.09, lon: 12.14 } : null)));
};
/** What the import does with a plan: new organisations are stored, changes are written, and the file's values are kept beside. */
function applied(plan: readonly PlannedRow[], known: readonly KnownOrganisation[]): KnownOrganisation[] {
  const created = plan.filter(({ action }) => action === 'CREATE').map(({ row, draft }): KnownOrganisation => ({ id: `new ${known.length}-${row}`, formerKeys: [], aliases: [], current: importedValues(draft!), imported: importedValues(draft!) }));
  const updated = known.map((one): KnownOrganisation => {
    const row = plan.find(({ action, organisationId }) => action === 'UPDATE' && organisationId === one.id);
    return row ? { ...one, current: { ...one.current, ...Object.fromEntries(row.changes.map(({ field, to }) => [field, to])) }, imported: importedValues(row.draft!) } : one;
  });
  return [...updated, ...created];
}
const stored = (row: string[], rest: Partial<KnownOrganisation> = {}): KnownOrganisation => {
  const values = importedValues(read(row)[0]!.draft!);
  return { id: 'known', formerKeys: [], aliases: [], current: values, imported: values, ...rest };
};
const outcome = (plan: readonly PlannedRow[]) => plan.map(({ action, reason, firstRow, matchedBy }) => [action, reason, firstRow, matchedBy]);

describe('a row of a school register', () => {
  it('becomes an organisation with its kinds, site and checked coordinates', () => {
    const [row] = read(school({ name: 'Freie  Waldorfschule "Am See "', school_type: 'Integrierte Gesamtschule', lat: '54,1', lon: '12,1', email: ' Post@Am-See.DE ', state: 'MV' }));
    expect(row!.draft).toEqual({
      key: 'MV-1', number: '1', name: 'Freie Waldorfschule "Am See"', roles: ['SCHOOL'], schoolKinds: ['COMPREHENSIVE', 'WALDORF'], land: 'MV', phone: '', fax: '', email: 'post@am-see.de', website: '',
      site: { street: 'Am See 1', postcode: '18055', town: 'Rostock', district: '', lat: 54.1, lon: 12.1, coordinates: 'OK' },
    });
    expect(row!.problems).toEqual([]);
  });
  it('flags what is doubtful and still takes the row', () => {
    const problems = (cells: Partial<Record<string, string>>) => read(school(cells))[0]!.problems;
    expect(problems({ lat: '51.05', lon: '13.74' })).toEqual([{ code: 'COORDINATES_FAR_FROM_POSTCODE', params: { km: 354.9 } }]);
    expect(problems({ lat: '12.1', lon: '54.1' })).toEqual([{ code: 'COORDINATES_OUT_OF_RANGE' }]);
    expect(problems({ lat: 'n', lon: 'e' })).toEqual([{ code: 'COORDINATES_UNREADABLE' }]);
    expect(problems({ email: 'keine' })).toEqual([{ code: 'EMAIL_UNREADABLE' }]);
    expect(problems({ school_type: 'Lernwerkstatt' })).toEqual([{ code: 'SCHOOL_KIND_UNKNOWN' }]);
  });
  it('that is no school is taken as another organisation', () => {
    expect(read(school({ school_type: 'Medienzentrum' }), school({ name: 'Universität Rostock', school_type: 'Hochschule' })).map(({ draft, problems }) => [draft!.roles, problems])).toEqual([[['OTHER'], [{ code: 'NOT_A_SCHOOL' }]], [['UNIVERSITY'], [{ code: 'NOT_A_SCHOOL' }]]]);
  });
  it('of an address list takes its role from the name, else from the list', () => {
    const [row] = applyMapping(tableFromRows([['Firma', 'PLZ', 'Ort'], ['Nordwerft', '18055', 'Rostock']]), organisationTargets, { name: 'Firma', postcode: 'PLZ', town: 'Ort' });
    expect(readOrganisationRow(row!, () => null, 'COMPANY')).toMatchObject({ draft: { roles: ['COMPANY'], site: { postcode: '18055' } }, problems: [{ code: 'STREET_MISSING' }] });
    expect(readOrganisationRow({ ...row!, cells: { ...row!.cells, name: 'Universität Rostock' } }, () => null, 'COMPANY').draft!.roles).toEqual(['UNIVERSITY']);
  });
});

describe('a plan of organisations', () => {
  it('creates, skips repeats with the row they repeat, and refuses what contradicts an earlier row or has no name', () => {
    const plan = planOrganisations(read(school({}), school({}), school({ name: 'Gymnasium am Meer' }), school({ id: 'MV-2', official_id: '2', name: '' })), []);
    expect(outcome(plan)).toEqual([['CREATE', null, null, null], ['SKIP', 'DUPLICATE_ROW', 2, null], ['REFUSE', 'CONFLICTS_WITH_ROW', 2, null], ['REFUSE', 'NOTHING_USABLE', null, null]]);
    expect(summarisePlan(plan).actions).toEqual({ CREATE: 1, 'SKIP DUPLICATE_ROW': 1, 'REFUSE CONFLICTS_WITH_ROW': 1, 'REFUSE NOTHING_USABLE': 1 });
  });
  it('keeps schools of one house apart by their ids and flags the number they share', () => {
    const plan = planOrganisations(read(school({}), school({ id: 'MV-1-B' })), []);
    expect(plan.map(({ action, problems }) => [action, problems])).toEqual(Array(2).fill(['CREATE', [{ code: 'NUMBER_SHARED', params: { number: '1' } }]]));
  });
  it('finds a known organisation by id, by a number in the same Land, or by name and postcode', () => {
    const byHand = (row: string[]) => [stored(row, { imported: null })];
    expect(outcome(planOrganisations(read(school({ phone: '1' })), byHand(school({}))))).toEqual([['UPDATE', null, null, 'KEY']]);
    expect(outcome(planOrganisations(read(school({ name: 'Gymnasium Neu' })), byHand(school({ id: '' }))))).toEqual([['UPDATE', null, null, 'NUMBER']]);
    expect(outcome(planOrganisations(read(school({ state: 'SN', name: 'X' })), byHand(school({ id: '', state: 'MV' }))))).toEqual([['CREATE', null, null, null]]);
    expect(outcome(planOrganisations(read(school({ official_id: '' })), byHand(school({ id: '', official_id: '', name: 'GYMNASIUM Am See' }))))).toEqual([['UPDATE', null, null, 'NAME_AND_POSTCODE']]);
    expect(outcome(planOrganisations(read(school({ id: 'MV-9' })), byHand(school({}))))).toEqual([['CREATE', null, null, null]]);
  });
  it('refuses to guess between two', () => {
    const twins = ['a', 'b'].map((id) => stored(school({ id: '', official_id: '' }), { id }));
    expect(planOrganisations(read(school({ official_id: '' })), twins)).toMatchObject([{ action: 'REFUSE', reason: 'AMBIGUOUS_MATCH', matchedBy: 'NAME_AND_POSTCODE', problems: [{ code: 'AMBIGUOUS_MATCH', params: { count: 2 } }] }]);
  });
  it('takes two rows of like name for two schools when their numbers differ, though one fits a known entry', () => {
    const known = stored(school({ id: '', official_id: '' }), { imported: null });
    const plan = planOrganisations(read(school({ id: '', official_id: '2' }), school({ id: '', official_id: '1' })), [known]);
    expect(outcome(plan)).toEqual([['UPDATE', null, null, 'NAME_AND_POSTCODE'], ['CREATE', null, null, null]]);
  });
  it('recognises what it once imported by the name and postcode of the file, though a person corrected both', () => {
    const before = stored(school({ id: '', official_id: '' }));
    const corrected = { ...before, current: { ...before.current, name: 'Seegymnasium', postcode: '18057' } };
    expect(outcome(planOrganisations(read(school({ id: '', official_id: '' })), [corrected]))).toEqual([['SKIP', 'UNCHANGED', null, 'NAME_AND_POSTCODE']]);
  });
  it('leaves the row of an organisation alone that was merged into another', () => {
    const survivor = stored(school({ id: 'MV-7', name: 'Gymnasium am Markt' }), { formerKeys: ['MV-1'] });
    expect(outcome(planOrganisations(read(school({})), [survivor]))).toEqual([['SKIP', 'MERGED_AWAY', null, 'KEY']]);
  });
  it('changes what the file changed, fills what is empty, and keeps what a person edited', () => {
    const before = stored(school({ phone: '0381 1' }));
    const edited = { ...before, current: { ...before.current, name: 'Gymnasium am See (Campus)', street: '', phone: '0381 99' } };
    const file = importedValues(read(school({ phone: '0381 2', address: 'Am See 1, 18057 Rostock' }))[0]!.draft!);
    expect(changedFields(file, edited)).toEqual({ changes: [{ field: 'postcode', from: '18055', to: '18057' }], kept: ['phone'] });
    expect(changedFields({ ...file, street: 'Am See 2', postcode: '' }, edited).changes).toEqual([{ field: 'street', from: '', to: 'Am See 2' }]);
  });
  describe('of the same file after it was applied', () => {
    const cells = (ids: readonly string[]) =>
      fc.record({ id: fc.constantFrom(...ids), official_id: fc.constantFrom('', '1', '2'), name: fc.constantFrom('', 'Gymnasium am See', 'gymnasium am SEE', 'Grundschule Nord'), phone: fc.constantFrom('', '1', '2'), address: fc.constantFrom('', 'Am See 1, 18055 Rostock', '01067 Dresden') });
    const file = (...ids: string[]) => fc.array(cells(ids).map(school), { minLength: 1, maxLength: 8 });
    const twice = (earlier: string[][], later: string[][]) => {
      const known = applied(planOrganisations(read(...earlier), []), []);
      const rows = read(...later);
      const plan = planOrganisations(rows, known);
      const again = planOrganisations(rows, applied(plan, known));
      return again.filter((_, index) => plan[index]!.action !== 'REFUSE').map(({ action }) => action);
    };
    it('skips every row that was taken when all rows carry a register id', () => {
      fc.assert(fc.property(file('', 'MV-1', 'MV-2'), file('MV-1', 'MV-2', 'SN-1', 'SN-2'), (earlier, later) => twice(earlier, later).every((action) => action === 'SKIP')), { numRuns: 200 });
    });
    it('creates and changes nothing for the rows that were taken, whatever the file', () => {
      fc.assert(fc.property(file('', 'MV-1', 'MV-2'), file('', 'MV-1', 'MV-2', 'SN-1'), (earlier, later) => twice(earlier, later).every((action) => action === 'SKIP' || action === 'REFUSE')), { numRuns: 200 });
    });
  });
});
