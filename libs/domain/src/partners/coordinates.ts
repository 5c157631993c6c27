/** A point in WGS 84, degrees. */
export interface Point {
  lat: number;
  lon: number;
}

/** `UNCHECKED`: the coordinates lie in Germany, but the postcode has no known centroid to compare with. */
export type CoordinateCheck =
  | { status: 'OK' | 'FAR_FROM_POSTCODE'; km: number }
  | { status: 'UNCHECKED' | 'OUT_OF_RANGE' | 'MISSING'; km: null };

/** Farther than this from the centroid of its postcode, in km, a place is doubted. */
export const farFromPostcodeKm = 25;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in km (haversine, mean earth radius 6371.0088 km). */
export function distanceKm(a: Point, b: Point): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lon, b.lon);
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(chord)));
}

const inGermany = ({ lat, lon }: Point) => lat >= 47.2 && lat <= 55.1 && lon >= 5.8 && lon <= 15.1;

/**
 * Whether coordinates may be believed: flagged when they lie outside Germany (swapped or zero ones do) or more than
 * 25 km from the centroid of the postcode (facts/standards.md section 2). The caller keeps the flag beside the point.
 */
export function checkCoordinates(lat: number | null, lon: number | null, centroid: Point | null): CoordinateCheck {
  if (lat === null || lon === null) return { status: 'MISSING', km: null };
  if (!inGermany({ lat, lon })) return { status: 'OUT_OF_RANGE', km: null };
  if (!centroid) return { status: 'UNCHECKED', km: null };
  const km = distanceKm({ lat, lon }, centroid);
  return { status: km > farFromPostcodeKm ? 'FAR_FROM_POSTCODE' : 'OK', km: Math.round(km * 10) / 10 };
}

/** A coordinate from a cell, with decimal point or comma; null when it is no number. */
export function readCoordinate(text: string): number | null {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(number) ? number : null;
}
