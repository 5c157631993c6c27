import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyMapping, suggestMapping, tableFromCsv, type ImportTarget } from '../imports';
import { importedValues, organisationTargets, partnershipKey, partnerTargets, planOrganisations, planPartnerships, readPartnerRow, readSchoolRow, summarisePlan, type KnownOrganisation, type PlannedRow } from '.';

/** Public lists kept beside the repository, never in it; without them these tests stay open. */
const lists = join(process.cwd(), '..', 'shared', 'data');
const onRealLists = existsSync(lists) ? it : (title: string) => it.todo(`${title} (needs the public lists beside the repository)`);

const tableOf = (file: string) => tableFromCsv(readFileSync(join(lists, file)));
function mapped<Key extends string>(file: string, targets: readonly ImportTarget<Key>[]) {
  const table = tableOf(file);
  const samples = table.rows.slice(0, 50).map(({ cells }) => cells);
  return applyMapping(table, targets, suggestMapping(table.headers, targets, samples).columns);
}
function schoolPlan(file: string, known: readonly KnownOrganisation[] = []) {
  const centroids = new Map(tableOf('geo/plz_geocoord.csv').rows.map(({ cells: [postcode, lat, lon] }) => [postcode, { lat: Number(lat), lon: Number(lon) }]));
  return planOrganisations(mapped(file, organisationTargets).map((row) => readSchoolRow(row, (postcode) => centroids.get(postcode) ?? null)), known);
}
const stored = (plan: readonly PlannedRow[]): KnownOrganisation[] =>
  plan.map(({ draft }) => ({ id: draft!.key!, formerKeys: [], aliases: [], current: importedValues(draft!), imported: importedValues(draft!) }));
const countBy = (values: readonly string[]) => Object.fromEntries([...new Set(values)].sort().map((value) => [value, values.filter((other) => other === value).length]));
const partners = () => mapped('cooperations/partner_sn_wirtschaft.csv', partnerTargets).map(readPartnerRow);

describe('the school register of Mecklenburg-Vorpommern', () => {
  onRealLists('creates all 490 schools; 5 lie more than 25 km from their postcode, the farthest 350.9 km', () => {
    const plan = schoolPlan('schools/schulen_mv.csv');
    expect(summarisePlan(plan)).toEqual({ actions: { CREATE: 490 }, problems: { COORDINATES_FAR_FROM_POSTCODE: 5 } });
    expect(plan.flatMap(({ problems }) => problems.map(({ params }) => params?.['km']))).toEqual([141.5, 350.9, 223.6, 170.7, 35.8]);
    expect(countBy(plan.map(({ draft }) => draft!.site.coordinates))).toEqual({ FAR_FROM_POSTCODE: 5, OK: 485 });
  });
  onRealLists('imported a second time changes nothing: 490 rows skipped', () => {
    expect(summarisePlan(schoolPlan('schools/schulen_mv.csv', stored(schoolPlan('schools/schulen_mv.csv')))).actions).toEqual({ 'SKIP UNCHANGED': 490 });
  });
});

describe('the school register of Saxony', () => {
  onRealLists('creates all 2,087 entries, each with its own id although 92 official numbers stand on 304 of them', () => {
    const plan = schoolPlan('schools/schulen_sn.csv');
    expect(summarisePlan(plan).actions).toEqual({ CREATE: 2087 });
    const shared = plan.filter(({ problems }) => problems.some(({ code }) => code === 'NUMBER_SHARED')).map(({ draft }) => draft!.number);
    expect([shared.length, new Set(shared).size]).toEqual([304, 92]);
  });
  onRealLists('flags 95 offices and centres that are no schools: 58 other bodies, 27 of school supervision, 5 of further education, 5 prisons', () => {
    const plan = schoolPlan('schools/schulen_sn.csv').filter(({ problems }) => problems.some(({ code }) => code === 'NOT_A_SCHOOL'));
    const wordings = mapped('schools/schulen_sn.csv', organisationTargets);
    const first = plan.map(({ row }) => wordings.find((other) => other.row === row)!.cells.kind.split(' ')[0]!);
    expect(countBy(first)).toEqual({ Bildungszentrum: 5, Schulaufsicht: 27, Sonstige: 58, Weiterbildungsstätte: 5 });
    expect(plan.every(({ draft }) => !draft!.roles.includes('SCHOOL'))).toBe(true);
  });
  onRealLists('flags addresses: 3 cut postcodes, 6 without street, 2 without town; 25 coordinates too far off, 7 unchecked (3 cut postcodes, 4 without centroid)', () => {
    const plan = schoolPlan('schools/schulen_sn.csv');
    expect(summarisePlan(plan).problems).toEqual({ POSTCODE_INCOMPLETE: 3, STREET_MISSING: 6, TOWN_MISSING: 2, COORDINATES_FAR_FROM_POSTCODE: 25, NOT_A_SCHOOL: 95, NUMBER_SHARED: 304 });
    expect(countBy(plan.map(({ draft }) => draft!.site.coordinates))).toEqual({ FAR_FROM_POSTCODE: 25, OK: 2055, UNCHECKED: 7 });
  });
  onRealLists('imported a second time changes nothing: 2,087 rows skipped', () => {
    expect(summarisePlan(schoolPlan('schools/schulen_sn.csv', stored(schoolPlan('schools/schulen_sn.csv')))).actions).toEqual({ 'SKIP UNCHANGED': 2087 });
  });
});

describe('the partner list of Saxony', () => {
  const known = () => stored(schoolPlan('schools/schulen_sn.csv'));
  onRealLists('of 2,385 rows skips 1,367 exact repeats, takes 891, skips 5 that name a pair of school and partner again, refuses 122 that name nobody in particular', () => {
    const { actions } = summarisePlan(planPartnerships(partners(), known(), new Set()).rows);
    expect(actions).toEqual({ CREATE: 891, 'SKIP DUPLICATE_ROW': 1367, 'SKIP SAME_PARTNERSHIP_IN_FILE': 5, 'REFUSE NOTHING_USABLE': 122 });
  });
  onRealLists('gives 914 partnerships with 611 partners out of 639 spellings; 2 partners stand in the school register already, 609 are new', () => {
    const plan = planPartnerships(partners(), known(), new Set());
    expect([plan.partnerships.length, plan.partners.length, plan.partners.flatMap(({ spellings }) => spellings).length]).toEqual([914, 611, 639]);
    expect(plan.partners.filter(({ organisationId }) => organisationId !== null).map(({ name }) => name)).toEqual(['TU Dresden', 'UFZ-Umweltforschungszentrum Leipzig-Halle GmbH']);
  });
  onRealLists('merges 28 spellings: 12 by legal form, 8 by case or punctuation, 3 by IHK and HWK, 3 by spaces, 2 by a lead word', () => {
    const plan = planPartnerships(partners(), known(), new Set());
    expect(countBy(plan.partners.flatMap(({ spellings }) => spellings.slice(1).map(({ rule }) => rule)))).toEqual({ ABBREVIATION: 3, LEAD_WORD: 2, LEGAL_FORM: 12, SPACING: 3, SPELLING: 8 });
    const texts = (name: string) => plan.partners.find((partner) => partner.name === name)!.spellings.map(({ text }) => text);
    expect(texts('Siemens')).toEqual(['Siemens', 'Siemens AG', 'SIEMENS AG', 'SIEMENS-AG']);
    expect([texts('IHK Dresden'), texts('IHK Südwestsachsen')]).toEqual([['IHK Dresden'], ['IHK Südwestsachsen']]);
  });
  onRealLists('has 79 cells with "#"; in the 1,018 distinct rows 168 partners are generic and 2 are no names', () => {
    expect(partners().filter(({ cells }) => cells.partner.includes('#'))).toHaveLength(79);
    const { problems } = summarisePlan(planPartnerships(partners(), known(), new Set()).rows);
    expect([problems['GENERIC_NAME'], problems['NO_NAME']]).toEqual([168, 2]);
  });
  onRealLists('imported a second time creates nothing: the 122 rows stay refused, all others are skipped', () => {
    const plan = planPartnerships(partners(), known(), new Set());
    const ids = new Map(plan.partners.map(({ nameKey, organisationId }) => [nameKey, organisationId ?? `new ${nameKey}`]));
    const empty = Object.fromEntries(Object.keys(known()[0]!.current).map((field) => [field, ''])) as KnownOrganisation['current'];
    const created = plan.partners.filter(({ organisationId }) => !organisationId).map(({ nameKey, name }): KnownOrganisation => ({ id: `new ${nameKey}`, formerKeys: [], aliases: [], current: { ...empty, name }, imported: null }));
    const pairs = new Set(plan.partnerships.map(({ schoolId, partnerNameKey }) => partnershipKey(schoolId, ids.get(partnerNameKey)!)));
    const again = planPartnerships(partners(), [...known(), ...created], pairs);
    expect([again.partnerships, again.partners.filter(({ organisationId }) => !organisationId)]).toEqual([[], []]);
    expect(summarisePlan(again.rows).actions).toEqual({ 'SKIP DUPLICATE_ROW': 1367, 'SKIP ALREADY_PARTNERS': 896, 'REFUSE NOTHING_USABLE': 122 });
  });
});
