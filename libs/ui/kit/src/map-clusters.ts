export interface MapPoint {
  id: string;
  latitude: number;
  longitude: number;
  label: string;
  /** The municipality, so that a map without tiles still says where it is. */
  place?: string;
}

/** A way between two places; the heaviest is drawn widest. */
export interface MapLine {
  from: Pick<MapPoint, 'latitude' | 'longitude'>;
  to: Pick<MapPoint, 'latitude' | 'longitude'>;
  weight: number;
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

interface Group {
  x: number;
  y: number;
  points: MapPoint[];
}

function joined(one: Group, other: Group): Group {
  const [share, points] = [other.points.length / (one.points.length + other.points.length), [...one.points, ...other.points]];
  return { x: one.x + (other.x - one.x) * share, y: one.y + (other.y - one.y) * share, points };
}

/** Joins groups until no two lie nearer to each other than `apart` pixels, so that circles and names do not cover each other. */
function spread(groups: Group[], apart: number): Group[] {
  const kept: Group[] = [];
  for (const group of groups) {
    const near = kept.findIndex(({ x, y }) => Math.hypot(x - group.x, y - group.y) < apart);
    if (near < 0) kept.push(group);
    // What was joined lies elsewhere than before and may now be near to others.
    else return spread([joined(kept[near] as Group, group), ...kept.toSpliced(near, 1), ...groups.slice(groups.indexOf(group) + 1)], apart);
  }
  return kept;
}

/** Points that fall into the same square of the screen (`cell` pixels wide) become one, placed at their mean; so do neighbours that would cover each other. */
export function clusterPoints(points: MapPoint[], toPixels: (point: MapPoint) => { x: number; y: number }, cell: number): Cluster[] {
  const cells = new Map<string, Group>();
  for (const point of points) {
    const { x, y } = toPixels(point);
    const key = `${Math.floor(x / cell)} ${Math.floor(y / cell)}`;
    const group = cells.get(key) ?? { x: 0, y: 0, points: [] };
    group.points.push(point);
    group.x += (x - group.x) / group.points.length;
    group.y += (y - group.y) / group.points.length;
    cells.set(key, group);
  }
  return spread([...cells.values()], cell * 0.75).map(({ points: together }) => ({
    latitude: mean(together.map(({ latitude }) => latitude)),
    longitude: mean(together.map(({ longitude }) => longitude)),
    points: together,
    place: commonest(together.map(({ place }) => place)),
  }));
}
