import type { MapLine, MapPoint } from '@mintforge/ui-kit';
import type { RunFlow } from '../runs/verbs';

interface Located {
  points: MapPoint[];
  lines: MapLine[];
  /** Ways with a place nobody knows the coordinates of. */
  without: number;
}

/** Ways as lines between points of a map, the strongest `most` of them; places without coordinates are counted, not drawn. */
export function linesOf(flows: readonly RunFlow[], most: number): Located {
  const points = new Map<string, MapPoint>();
  const lines: MapLine[] = [];
  let without = 0;
  for (const { schoolId, school, schoolLat, schoolLon, hostId, host, hostLat, hostLon, seats } of flows) {
    if (schoolLat === null || schoolLon === null || hostLat === null || hostLon === null) {
      without++;
      continue;
    }
    if (lines.length === most) continue;
    const from = { latitude: schoolLat, longitude: schoolLon };
    const to = { latitude: hostLat, longitude: hostLon };
    points.set(schoolId, { id: schoolId, label: school, ...from });
    // A host may have several sites.
    points.set(`${hostId} ${hostLat} ${hostLon}`, { id: hostId, label: host, ...to });
    lines.push({ from, to, weight: seats });
  }
  return { points: [...points.values()], lines, without };
}
