import fc from 'fast-check';
import { planMerge, planMergeUndo, type MergeSide } from '.';

const side = (id: string, name: string, rest: Partial<MergeSide> = {}): MergeSide => ({ id, regionId: 'r', name, key: null, aliases: [], formerKeys: [], fields: { name, phone: '', roles: ['SCHOOL'], tags: [] }, ...rest });

describe('a merge', () => {
  it('keeps the survivor, fills its gaps, joins lists and takes the chosen fields', () => {
    const survivor = side('a', 'Gymnasium am See', { fields: { name: 'Gymnasium am See', phone: '', email: 'a@see.de', roles: ['SCHOOL'], stage: 'ACTIVE' } });
    const absorbed = side('b', 'Gym. See', { fields: { name: 'Gym. See', phone: '0381 1', email: 'b@see.de', roles: ['ASSOCIATION', 'SCHOOL'], stage: 'NEW' } });
    const plan = planMerge(survivor, absorbed, { email: 'ABSORBED', stage: 'SURVIVOR' });
    expect(plan.fields).toEqual({ name: 'Gymnasium am See', phone: '0381 1', email: 'b@see.de', roles: ['SCHOOL', 'ASSOCIATION'], stage: 'ACTIVE' });
    expect(plan.changed).toEqual(['phone', 'email', 'roles']);
    expect(plan.aliases).toEqual(['Gym. See']);
  });
  it('keeps names and register ids findable, but no alias that reads like the name itself', () => {
    const survivor = side('a', 'Nordwerft', { key: 'MV-1', aliases: ['Werft Nord'], fields: { name: 'Nordwerft', key: 'MV-1' } });
    const absorbed = side('b', 'NORDWERFT GmbH', { key: 'MV-2', aliases: ['werft-nord', 'NW'], formerKeys: ['MV-3'], fields: { name: 'NORDWERFT GmbH', key: 'MV-2' } });
    expect(planMerge(survivor, absorbed, {})).toMatchObject({ aliases: ['Werft Nord', 'NW'], formerKeys: ['MV-2', 'MV-3'] });
    expect(planMerge(survivor, absorbed, { key: 'ABSORBED' }).formerKeys).toEqual(['MV-1', 'MV-3']);
  });
  it('is refused with itself, across regions, and for a field neither has', () => {
    expect(() => planMerge(side('a', 'A'), side('a', 'A'), {})).toThrow('MERGE_WITH_ITSELF');
    expect(() => planMerge(side('a', 'A'), side('b', 'B', { regionId: 'other' }), {})).toThrow('NOT_FOUND');
    expect(() => planMerge(side('a', 'A'), side('b', 'B'), { shoeSize: 'SURVIVOR' })).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', fields: { 'choices.shoeSize': 'unknown' } }));
  });
  it('is undone field by field; later edits elsewhere stay, edits of a merged field refuse it', () => {
    const plan = planMerge(side('a', 'A', { fields: { name: 'A', phone: '', note: 'x' } }), side('b', 'B', { fields: { name: 'B', phone: '1', note: 'y' } }), {});
    expect(planMergeUndo(plan.undo, { ...plan.fields, note: 'edited' })).toEqual({ phone: '' });
    expect(() => planMergeUndo(plan.undo, { ...plan.fields, phone: '2' })).toThrow(expect.objectContaining({ code: 'MERGE_CHANGED_SINCE', params: { what: 'phone' } }));
  });
  it('and its undoing give back what was there, whatever was chosen', () => {
    const fields = fc.record({ name: fc.constantFrom('A', 'B'), phone: fc.constantFrom('', '1', null), roles: fc.subarray(['SCHOOL', 'COMPANY']), seats: fc.integer({ min: 0, max: 3 }) });
    const choices = fc.dictionary(fc.constantFrom('name', 'phone', 'roles', 'seats'), fc.constantFrom('SURVIVOR' as const, 'ABSORBED' as const));
    fc.assert(fc.property(fields, fields, choices, (one, other, chosen) => {
      const plan = planMerge(side('a', one.name, { fields: one }), side('b', other.name, { fields: other }), chosen);
      expect({ ...plan.fields, ...planMergeUndo(plan.undo, plan.fields) }).toEqual(one);
    }));
  });
});
