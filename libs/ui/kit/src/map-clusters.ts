export interface MapPoint {
  id: string;
  latitude: number;
  longitude: number;
  label: string;
  /** The municipality, so that a map without tiles still says where it is. */
  place?: string;
}

export interface Cluster {
  latitude: number;
  longitude: number;
  points: MapPoint[];
  /** The place most of its points lie in. */
  place: string | undefined;
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function commonest(words: (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0];
}

/** Points that fall into the same square of the screen (`cell` pixels wide) become one, placed at their mean. */
export function clusterPoints(points: MapPoint[], toPixels: (point: MapPoint) => { x: number; y: number }, cell: number): Cluster[] {
  const cells = new Map<string, MapPoint[]>();
  for (const point of points) {
    const { x, y } = toPixels(point);
    const key = `${Math.floor(x / cell)} ${Math.floor(y / cell)}`;
    const together = cells.get(key);
    if (together) together.push(point);
    else cells.set(key, [point]);
  }
  return [...cells.values()].map((together) => ({
    latitude: mean(together.map(({ latitude }) => latitude)),
    longitude: mean(together.map(({ longitude }) => longitude)),
    points: together,
    place: commonest(together.map(({ place }) => place)),
  }));
}
