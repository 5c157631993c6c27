import { layOutFlows, type Flow } from './flow-layout';

const options = { height: 120, most: 3, gap: 10, otherFrom: 'others', otherTo: 'elsewhere' };
const flow = (from: string, to: string, value: number): Flow => ({ from, to, value });

describe('flows from one side to the other', () => {
  it('give every block the height of what goes through it, the largest on top', () => {
    const { left, right } = layOutFlows([flow('a', 'x', 1), flow('b', 'x', 3), flow('b', 'y', 6)], options);
    expect(left.map(({ label, height }) => [label, height])).toEqual([['b', 99], ['a', 11]]);
    expect(right.map(({ label, y }) => [label, y])).toEqual([['y', 0], ['x', 76]]);
  });
  it('lead bands from block to block without gaps or overlaps', () => {
    const { left, right, bands } = layOutFlows([flow('a', 'x', 1), flow('b', 'x', 3), flow('b', 'y', 6)], options);
    for (const [at, { y, height }] of left.entries()) {
      const own = bands.filter(({ from }) => from === at);
      expect(own[0]?.fromY).toBe(y);
      expect(own.reduce((sum, { thickness }) => sum + thickness, 0)).toBeCloseTo(height);
    }
    for (const [at, { y, height }] of right.entries()) {
      const own = bands.filter(({ to }) => to === at);
      expect(Math.min(...own.map(({ toY }) => toY))).toBe(y);
      expect(own.reduce((sum, { thickness }) => sum + thickness, 0)).toBeCloseTo(height);
    }
  });
  it('join the small ones into one block, and lose nobody', () => {
    const flows = ['a', 'b', 'c', 'd', 'e'].map((from, at) => flow(from, 'x', 5 - at));
    const { left, bands } = layOutFlows(flows, options);
    expect(left.map(({ label, value }) => [label, value])).toEqual([['a', 5], ['b', 4], ['others', 6]]);
    expect(bands.reduce((sum, { value }) => sum + value, 0)).toBe(15);
  });
  it('need nothing to be nothing', () => {
    expect(layOutFlows([], options)).toEqual({ left: [], right: [], bands: [] });
  });
});
