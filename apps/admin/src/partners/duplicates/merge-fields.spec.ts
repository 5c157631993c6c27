import { choicesToSend, compareFields, swapPicks, usualPick, type MergeField } from './merge-fields';

const blank = { name: '', roles: [], schoolKinds: [], officialNumber: null, officialKey: null, land: null, stage: 'NEW', phone: null, email: null, website: null, fax: null, tags: [], notes: '', closedOn: null } as unknown as Parameters<typeof compareFields>[0];
const survivor = { ...blank, name: 'Gymnasium am Warnowufer', roles: ['SCHOOL' as const], phone: '0381 1', tags: ['MINT-EC'] };
const absorbed = { ...blank, name: 'Gym. Warnowufer', roles: ['SCHOOL' as const], email: 'gym@warnow.example', tags: ['nord'] };
const { differing, same } = compareFields(survivor, absorbed);

describe('the fields of a merge', () => {
  it('are asked for where the sides differ, and only told where they agree', () => {
    expect(differing).toEqual<MergeField[]>(['name', 'phone', 'email', 'tags']);
    expect(same).toEqual<MergeField[]>(['roles', 'stage']);
  });

  it('take the survivor by default, fill in what it lacks, and join lists', () => {
    expect(differing.map((field) => usualPick(field, survivor, absorbed))).toEqual(['SURVIVOR', 'SURVIVOR', 'ABSORBED', 'BOTH']);
  });

  it('send one side per field; joined lists are left to the API', () => {
    expect(choicesToSend(differing, { name: 'ABSORBED' }, survivor, absorbed)).toEqual([{ field: 'name', from: 'ABSORBED' }, { field: 'phone', from: 'SURVIVOR' }, { field: 'email', from: 'ABSORBED' }]);
  });

  it('keep what was chosen when the sides change places', () => {
    expect(swapPicks({ name: 'ABSORBED', phone: 'SURVIVOR', tags: 'BOTH' })).toEqual({ name: 'SURVIVOR', phone: 'ABSORBED', tags: 'BOTH' });
  });
});
