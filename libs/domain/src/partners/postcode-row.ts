import type { ImportTarget, MappedRow } from '../imports';
import { readPostcode } from './address';
import { checkCoordinates, readCoordinate, type Point } from './coordinates';
import type { RowProblem } from './organisation-draft';
import type { PlanAction, PlanReason } from './plan-organisations';

export type PostcodeTargetKey = 'postcode' | 'lat' | 'lon';

/** The columns of a table of postcode centroids; real ones leave the first column without a name. */
export const postcodeTargets: readonly ImportTarget<PostcodeTargetKey>[] = [
  { key: 'postcode', synonyms: ['PLZ', 'Postleitzahl', 'postcode', 'zip', 'postal code'], pattern: /^\d{4,5}$/, recognisedByValue: true, required: true },
  { key: 'lat', synonyms: ['lat', 'latitude', 'Breite', 'Breitengrad'], pattern: /^\d{1,2}[.,]\d+$/, required: true },
  { key: 'lon', synonyms: ['lon', 'lng', 'long', 'longitude', 'Länge', 'Längengrad'], pattern: /^\d{1,2}[.,]\d+$/, required: true },
];

export interface PlannedPostcode {
  row: number;
  action: PlanAction;
  reason: PlanReason | null;
  firstRow: number | null;
  problems: RowProblem[];
  postcode: string | null;
  point: Point | null;
}

/**
 * What an import of centroids would do: a new postcode is created, a moved one updated, the same one skipped; rows
 * without a whole postcode or with a point outside Germany are refused, and so is a second row for one postcode that
 * says something else.
 */
export function planPostcodes(rows: readonly MappedRow<PostcodeTargetKey>[], known: ReadonlyMap<string, Point>): PlannedPostcode[] {
  const first = new Map<string, { row: number; point: Point }>();
  return rows.map(({ row, cells }): PlannedPostcode => {
    const { postcode, problem } = readPostcode(cells.postcode);
    const [lat, lon] = [readCoordinate(cells.lat), readCoordinate(cells.lon)];
    const point = lat === null || lon === null ? null : { lat, lon };
    const problems: RowProblem[] = problem ? [{ code: problem }] : [];
    if (!point) problems.push({ code: 'COORDINATES_UNREADABLE' });
    else if (checkCoordinates(lat, lon, null).status === 'OUT_OF_RANGE') problems.push({ code: 'COORDINATES_OUT_OF_RANGE' });
    const plan = (action: PlanAction, reason: PlanReason | null, firstRow: number | null = null): PlannedPostcode => ({ row, action, reason, firstRow, problems, postcode, point });
    if (!postcode || !point || problems.some(({ code }) => code === 'COORDINATES_OUT_OF_RANGE')) return plan('REFUSE', 'NOTHING_USABLE');

    const earlier = first.get(postcode);
    if (earlier) return earlier.point.lat === lat && earlier.point.lon === lon ? plan('SKIP', 'DUPLICATE_ROW', earlier.row) : plan('REFUSE', 'CONFLICTS_WITH_ROW', earlier.row);
    first.set(postcode, { row, point });
    const stored = known.get(postcode);
    if (!stored) return plan('CREATE', null);
    return stored.lat === lat && stored.lon === lon ? plan('SKIP', 'UNCHANGED') : plan('UPDATE', null);
  });
}
