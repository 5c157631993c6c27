import fc from 'fast-check';
import { clusterPoints, type MapPoint } from './map-clusters';

const at = (id: string, latitude: number, longitude: number, place?: string): MapPoint => ({ id, latitude, longitude, label: id, place });
const pixels = ({ latitude, longitude }: MapPoint) => ({ x: longitude * 100, y: latitude * 100 });

describe('clusters on the map', () => {
  it('join points of one square, named after the place most of them lie in', () => {
    const clusters = clusterPoints([at('a', 54.1, 12.1, 'Rostock'), at('b', 54.12, 12.12, 'Rostock'), at('c', 54.13, 12.13, 'Bentwisch'), at('d', 53.6, 11.4)], pixels, 64);
    expect(clusters.map(({ points, place }) => [points.map(({ id }) => id).join(''), place])).toEqual([['abc', 'Rostock'], ['d', undefined]]);
  });
  const points = fc.array(fc.record({ latitude: fc.double({ min: 47, max: 55, noNaN: true }), longitude: fc.double({ min: 6, max: 15, noNaN: true }) }));

  it('keep apart, also where they come from squares side by side', () => {
    expect(clusterPoints([at('a', 0.5, 0.63), at('b', 0.5, 0.65)], pixels, 64)).toHaveLength(1);
    fc.assert(fc.property(points, (places) => {
      const clusters = clusterPoints(places.map(({ latitude, longitude }, index) => at(String(index), latitude, longitude)), pixels, 64).map(({ latitude, longitude }) => pixels(at('', latitude, longitude)));
      for (const [index, one] of clusters.entries()) for (const other of clusters.slice(index + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(47);
    }));
  });
  it('lose and double no point', () => {
    fc.assert(fc.property(points, (places) => {
      const all = places.map(({ latitude, longitude }, index) => at(String(index), latitude, longitude));
      const ids = clusterPoints(all, pixels, 64).flatMap((cluster) => cluster.points.map(({ id }) => Number(id)));
      expect(ids.sort((left, right) => left - right)).toEqual(all.map((_, index) => index));
    }));
  });
});
