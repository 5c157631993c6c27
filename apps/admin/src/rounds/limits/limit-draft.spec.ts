import { checkLimit, lawfulLimits } from '@mintforge/domain/matching';
import { clockOf, draftInput, draftOf } from './limit-draft';

describe('the form of a limit of working time', () => {
  it('gives back every limit of the law as it is', () => {
    for (const limit of lawfulLimits) {
      const given = draftInput(draftOf({ ...limit, own: false }));
      expect(given).toEqual(limit);
      expect(() => checkLimit(limit)).not.toThrow();
    }
  });
  it('reads hours and clocks, and an empty field as no limit', () => {
    const [law] = lawfulLimits;
    const draft = draftOf({ ...law!, own: false });
    expect(draftInput({ ...draft, case: 'K2', minutesPerDay: '7.5', earliest: '06:30', latestOnEves: '' })).toMatchObject({ minutesPerDay: 450, earliest: 390, latestOnEves: null, lastGrade: null });
    expect(clockOf(1200)).toBe('20:00');
  });
});
