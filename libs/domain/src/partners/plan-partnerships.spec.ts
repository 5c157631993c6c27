import fc from 'fast-check';
import { applyMapping, tableFromRows } from '../imports';
import { bodyNameKey, importedFields, partnershipKey, partnerTargets, planPartnerships, readPartnerRow, type ImportedValues, type KnownOrganisation, type PartnershipPlan } from '.';

const read = (...rows: readonly (readonly [school: string, partner: string, kind?: string])[]) => {
  const table = tableFromRows([['ID', 'partner_name', 'Type_grob'], ...rows]);
  return applyMapping(table, partnerTargets, { schoolKey: 'ID', partner: 'partner_name', partnerKind: 'Type_grob' }).map(readPartnerRow);
};
const organisation = (id: string, values: Partial<ImportedValues>, rest: Partial<KnownOrganisation> = {}): KnownOrganisation => ({
  id, formerKeys: [], aliases: [], imported: null, current: { ...(Object.fromEntries(importedFields.map((field) => [field, ''])) as ImportedValues), ...values }, ...rest,
});
const schools = [organisation('s1', { key: 'SN-1', name: 'Gymnasium Nord', roles: 'SCHOOL' }), organisation('s2', { key: 'SN-2', name: 'Gymnasium Süd', roles: 'SCHOOL' }, { formerKeys: ['SN-9'] })];
const outcome = (plan: PartnershipPlan) => plan.rows.map(({ action, reason, firstRow }) => [action, reason, firstRow]);

/** What the import stores of a plan: new partners under their name, all partnerships by id. */
function applied(plan: PartnershipPlan, known: readonly KnownOrganisation[], pairs: ReadonlySet<string>) {
  const ids = new Map(plan.partners.map(({ nameKey, organisationId }) => [nameKey, organisationId ?? `new ${nameKey}`]));
  const created = plan.partners.filter(({ organisationId }) => organisationId === null).map(({ nameKey, name }) => organisation(`new ${nameKey}`, { name }));
  return { known: [...known, ...created], pairs: new Set([...pairs, ...plan.partnerships.map(({ schoolId, partnerNameKey }) => partnershipKey(schoolId, ids.get(partnerNameKey)!))]) };
}

describe('a plan of partnerships', () => {
  it('splits a cell, makes one partner of many spellings and says by which rule', () => {
    const plan = planPartnerships(read(['SN-1', 'Siemens AG # HWK Dresden#'], ['SN-2', 'SIEMENS-AG'], ['SN-2', 'Handwerkskammer Dresden']), schools, new Set());
    expect(plan.partners).toEqual([
      { nameKey: 'siemens', name: 'Siemens AG', roles: ['COMPANY'], organisationId: null, spellings: [{ text: 'Siemens AG', rows: 1, firstRow: 2, rule: 'SAME_TEXT' }, { text: 'SIEMENS-AG', rows: 1, firstRow: 3, rule: 'SPELLING' }] },
      { nameKey: 'hwkdresden', name: 'HWK Dresden', roles: ['CHAMBER'], organisationId: null, spellings: [{ text: 'HWK Dresden', rows: 1, firstRow: 2, rule: 'SAME_TEXT' }, { text: 'Handwerkskammer Dresden', rows: 1, firstRow: 4, rule: 'ABBREVIATION' }] },
    ]);
    expect(plan.partnerships.map(({ row, schoolId, partnerNameKey }) => [row, schoolId, partnerNameKey])).toEqual([[2, 's1', 'siemens'], [2, 's1', 'hwkdresden'], [3, 's2', 'siemens'], [4, 's2', 'hwkdresden']]);
  });
  it('skips repeats with the row they repeat and refuses rows without a known school or a usable partner', () => {
    const plan = planPartnerships(read(['SN-1', 'Siemens'], ['SN-1', 'Siemens'], ['SN-1', 'Siemens AG'], ['SN-7', 'Siemens'], ['SN-1', 'Sparkasse#Keine Angabe'], ['SN-1', '#']), schools, new Set());
    expect(outcome(plan)).toEqual([['CREATE', null, null], ['SKIP', 'DUPLICATE_ROW', 2], ['SKIP', 'SAME_PARTNERSHIP_IN_FILE', 2], ['REFUSE', 'UNKNOWN_SCHOOL', null], ['REFUSE', 'NOTHING_USABLE', null], ['REFUSE', 'NOTHING_USABLE', null]]);
    expect(plan.rows[4]!.problems.map(({ code }) => code)).toEqual(['GENERIC_NAME', 'NO_NAME']);
  });
  it('takes the usable partners of a row and flags the generic ones', () => {
    const plan = planPartnerships(read(['SN-1', 'IHK#TU Dresden#Wurzen-Obst, Roitzsch']), schools, new Set());
    expect(plan.rows[0]).toMatchObject({ action: 'CREATE', problems: [{ code: 'GENERIC_NAME', params: { text: 'IHK' } }, { code: 'MAY_BE_SEVERAL' }] });
    expect(plan.partners.map(({ name }) => name)).toEqual(['TU Dresden', 'Wurzen-Obst, Roitzsch']);
  });
  it('links known organisations by name or alias, guesses between none, and follows a merged school', () => {
    const known = [...schools, organisation('p1', { name: 'Nordwerft GmbH' }, { aliases: ['Werft Nord'] }), organisation('p2', { name: 'Hafen' }), organisation('p3', { name: 'Hafen AG' })];
    const plan = planPartnerships(read(['SN-9', 'WERFT-NORD'], ['SN-1', 'Nordwerft'], ['SN-1', 'Hafen']), known, new Set([partnershipKey('s1', 'p1')]));
    expect(outcome(plan)).toEqual([['CREATE', null, null], ['SKIP', 'ALREADY_PARTNERS', null], ['REFUSE', 'AMBIGUOUS_MATCH', null]]);
    expect(plan.partnerships).toEqual([{ row: 2, schoolId: 's2', partnerNameKey: 'werftnord' }]);
    expect(plan.partners.map(({ organisationId }) => organisationId)).toEqual(['p1', 'p1']);
  });
  it('makes one partnership of two spellings that are the same known organisation', () => {
    const known = [...schools, organisation('p1', { name: 'Nordwerft' }, { aliases: ['Werft Nord'] })];
    expect(outcome(planPartnerships(read(['SN-1', 'Nordwerft'], ['SN-1', 'Werft Nord']), known, new Set()))).toEqual([['CREATE', null, null], ['SKIP', 'SAME_PARTNERSHIP_IN_FILE', 2]]);
  });
  it('believes the name before the column when the two name different roles', () => {
    const plan = planPartnerships(read(['SN-1', 'Bosch', 'Verband / Kammer'], ['SN-2', 'Bosch GmbH', 'Wirtschaftsakteur'], ['SN-1', 'Dehoga', 'Verband / Kammer']), schools, new Set());
    expect(plan.partners.map(({ roles }) => roles)).toEqual([['COMPANY'], ['ASSOCIATION']]);
  });
  it('applied and planned again creates nothing and skips every row that was taken', () => {
    const name = fc.constantFrom('Siemens', 'SIEMENS AG', 'IHK', 'IHK Dresden', 'Sparkasse', 'Werft Nord', 'werftnord', 'Firma Werft Nord', '', 'Gymnasium Nord');
    const row = fc.tuple(fc.constantFrom('SN-1', 'SN-2', 'SN-3', 'SN-9'), fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('#')));
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (file) => {
      const rows = read(...file);
      const plan = planPartnerships(rows, schools, new Set());
      const { known, pairs } = applied(plan, schools, new Set());
      const again = planPartnerships(rows, known, pairs);
      expect(again.partnerships).toEqual([]);
      expect(again.partners.filter(({ organisationId }) => organisationId === null)).toEqual([]);
      expect(again.rows.map(({ action }) => action)).toEqual(plan.rows.map(({ action }) => (action === 'REFUSE' ? 'REFUSE' : 'SKIP')));
      expect(new Set(plan.partners.map(({ nameKey }) => nameKey)).size).toBe(plan.partners.length);
      for (const { nameKey, spellings } of plan.partners) for (const { text } of spellings) expect(bodyNameKey(text)).toBe(nameKey);
    }), { numRuns: 200 });
  });
});
