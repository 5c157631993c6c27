import fc from 'fast-check';
import { actOf, type Change } from './changes';

const line = (ids: string[], count = ids.length): Change => ({ table: 'pupil', verb: 'read', count, ids });

describe('an act as the trail keeps it', () => {
  it('names each different row once: up to 200 in its own row, all others in parts of at most a thousand, in order and apart', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 5000 }), (numbers) => {
      const ids = numbers.map(String);
      const { changes: [kept], more } = actOf([line(ids)]);
      const parts = more.map((part) => part.ids);
      expect([...(kept?.ids ?? []), ...parts.flat()].sort()).toEqual([...new Set(ids)].sort());
      expect(kept?.ids.length).toBe(Math.min(200, new Set(ids).size));
      expect(parts.every((part) => part.length > 0 && part.length <= 1000)).toBe(true);
      expect(parts.flat()).toEqual(parts.flat().sort());
      expect(more.map(({ part }) => part)).toEqual(more.map((_, at) => at));
    }), { numRuns: 50 });
  });

  it('says that it names all where its count alone would not tell, and nothing more where it does', () => {
    expect(actOf([line(['a', 'b'])])).toEqual({ changes: [line(['a', 'b'])], more: [] });
    expect(actOf([line(['a', 'a'])])).toEqual({ changes: [{ ...line(['a'], 2), more: [] }], more: [] });
  });

  it('keeps the parts of each line apart', () => {
    const many = (from: number) => Array.from({ length: 1300 }, (_, at) => `${from + at}`);
    expect(actOf([line(many(10_000)), line(['x']), line(many(50_000))]).more.map(({ change, part, ids }) => [change, part, ids.length])).toEqual([[0, 0, 1000], [0, 1, 100], [2, 0, 1000], [2, 1, 100]]);
  });
});
