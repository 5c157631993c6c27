import type { RunFlow } from '../runs/verbs';
import { linesOf } from './ways';

const way = (school: string, host: string, seats: number, more: Partial<RunFlow> = {}): RunFlow => ({
  schoolId: school, school, schoolLat: 54, schoolLon: 12, hostId: host, host, hostLat: 54.1, hostLon: 12.1, placements: seats, seats, km: 12, ...more,
});

describe('ways on the map', () => {
  it('join schools and hosts, each place once', () => {
    const { points, lines } = linesOf([way('A', 'X', 3), way('A', 'Y', 2, { hostLat: 54.2 }), way('B', 'X', 1)], 10);
    expect(points.map(({ label }) => label)).toEqual(['A', 'X', 'Y', 'B']);
    expect(lines.map(({ weight }) => weight)).toEqual([3, 2, 1]);
  });
  it('keep two sites of one host apart', () => {
    expect(linesOf([way('A', 'X', 3), way('A', 'X', 2, { hostLat: 54.3 })], 10).points).toHaveLength(3);
  });
  it('are the strongest ones, and those without coordinates are counted', () => {
    const { lines, without } = linesOf([way('A', 'X', 3), way('B', 'X', 2, { schoolLat: null }), way('C', 'X', 1)], 1);
    expect([lines.length, without]).toEqual([1, 1]);
  });
});
