import type { Point } from './coordinates';

/** A point said to lie in a postcode. */
export interface PlacedPoint extends Point {
  postcode: string;
}

const middle = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

/**
 * The middle of the known points of each postcode, for postcodes with at least three different ones: the median of
 * latitudes and of longitudes (degrees), so that one wrong point does not pull it away. It stands in for an official
 * centroid where none is at hand.
 */
export function medianPoints(points: readonly PlacedPoint[]): Map<string, Point> {
  const distinct = new Map(points.map((point) => [`${point.postcode} ${point.lat} ${point.lon}`, point]));
  const found = new Map<string, Point>();
  for (const [postcode, group] of Map.groupBy(distinct.values(), (point) => point.postcode)) {
    if (group.length >= 3) found.set(postcode, { lat: middle(group.map(({ lat }) => lat)), lon: middle(group.map(({ lon }) => lon)) });
  }
  return found;
}
