import fc from 'fast-check';
import { standardPurposes, purposeCodes } from '../consent';
import { dataCategories, dataClasses, processingActivities, rests, retentionClasses, requestSubjects, type HeldColumn, type PurposeOfRecord } from '.';

const columns: fc.Arbitrary<HeldColumn[]> = fc.array(fc.record({
  table: fc.constantFrom('pupil', 'contact'), column: fc.constantFrom('a', 'b', 'c'), purpose: fc.constantFrom(...purposeCodes), category: fc.constantFrom(...dataCategories), dataClass: fc.constantFrom(...dataClasses),
  rest: fc.constantFrom(...rests), retention: fc.constantFrom(...retentionClasses), subjects: fc.subarray([...requestSubjects]),
}), { maxLength: 30 });
const adopted: fc.Arbitrary<PurposeOfRecord[]> = fc.subarray([...standardPurposes]);
const name: HeldColumn = { table: 'pupil', column: 'first_name', purpose: 'TAKING_PART', category: 'NAME', dataClass: 'C3', rest: 'PERSON_KEY', retention: 'R-PUPIL', subjects: ['PUPIL'] };
const rank = (dataClass: HeldColumn['dataClass']) => dataClasses.indexOf(dataClass);

describe('the record of processing', () => {
  it('holds every personal column under its purpose, with its subjects, its period and a class no lower than its own', () => {
    fc.assert(fc.property(columns, adopted, (held, purposes) => {
      const activities = processingActivities(held, purposes);
      for (const column of held) {
        const of = activities.filter(({ purpose }) => purpose === column.purpose);
        expect(of).toHaveLength(1);
        const [activity] = of;
        expect(activity!.subjects).toEqual(expect.arrayContaining([...column.subjects]));
        expect(activity!.retention).toContain(column.retention);
        expect(activity!.rests).toContain(column.rest);
        expect(rank(activity!.data.find(({ category }) => category === column.category)!.dataClass)).toBeGreaterThanOrEqual(rank(column.dataClass));
      }
    }));
  });

  it('has one entry for every purpose that is adopted or holds something, and says whose basis it is', () => {
    fc.assert(fc.property(columns, adopted, (held, purposes) => {
      const codes = purposes.map(({ code }) => code);
      const expected = purposeCodes.filter((code) => codes.includes(code) || held.some(({ purpose }) => purpose === code));
      const activities = processingActivities(held, purposes);
      expect(activities.map(({ purpose }) => purpose).sort()).toEqual([...expected].sort());
      for (const { purpose, adopted: own } of activities) expect(own).toBe(codes.includes(purpose));
    }));
  });

  it('takes basis, article, source and recipients from the region, not from the standard', () => {
    const own: PurposeOfRecord = { code: 'TAKING_PART', basis: 'CONTRACT', article: 'Art. 6 Abs. 1 lit. b DSGVO', source: 'Gutachten 7', data: [], recipients: ['school'] };
    expect(processingActivities([name], [own])[0]).toMatchObject({ basis: 'CONTRACT', article: 'Art. 6 Abs. 1 lit. b DSGVO', source: 'Gutachten 7', recipients: ['school'], adopted: true });
  });

  it('names what a purpose uses although another one holds it', () => {
    const share = standardPurposes.find(({ code }) => code === 'SHARE_WITH_COMPANY')!;
    const activity = processingActivities([name, { ...name, category: 'CREDENTIALS', dataClass: 'C5' }], [share]).find(({ purpose }) => purpose === 'SHARE_WITH_COMPANY');
    expect(activity).toMatchObject({ subjects: ['PUPIL'], data: [{ category: 'NAME', dataClass: 'C3' }], retention: ['R-PUPIL'], recipients: ['host'] });
  });

  it('does not take data of others, nor special data, for what a notice to pupils names', () => {
    const share = standardPurposes.find(({ code }) => code === 'SHARE_WITH_COMPANY')!;
    const others: HeldColumn[] = [{ ...name, purpose: 'CONTACT', dataClass: 'C2', subjects: ['CONTACT'] }, { ...name, column: 'signer_name', purpose: 'ACCOUNTABILITY', subjects: ['GUARDIAN'] }, { ...name, column: 'shield', dataClass: 'C4' }];
    expect(processingActivities(others, [share]).find(({ purpose }) => purpose === 'SHARE_WITH_COMPANY')).toMatchObject({ subjects: [], data: [] });
  });
});
