import { checkCoordinates, medianPoints, type Point, type PlacedPoint } from '@mintforge/domain/partners';
import type { Tx } from '@mintforge/platform';
import type { Site } from './belongings/places.entities';

/** Where postcodes lie: the office's table of centroids, else the middle of its own sites there. `extra` adds points not stored yet. */
export async function centroids(tx: Tx, extra: readonly PlacedPoint[] = []): Promise<(postcode: string) => Point | null> {
  const known = await tx.query<Point & { postcode: string }>('select postcode, lat, lon from postcode where region_id = $1', [tx.regionId]);
  const own = await tx.query<PlacedPoint>('select postcode, lat, lon from site where region_id = $1 and postcode is not null and lat is not null and lon is not null', [tx.regionId]);
  const byTable = new Map(known.map(({ postcode, lat, lon }) => [postcode, { lat, lon }]));
  const bySites = medianPoints([...own, ...extra]);
  return (postcode) => byTable.get(postcode) ?? bySites.get(postcode) ?? null;
}

type Placed = { postcode?: string | null; lat?: number | null; lon?: number | null };

const verdict = ({ lat, lon }: Placed, centroid: Point | null): Pick<Site, 'coordinateCheck' | 'coordinateKm'> => {
  const { status, km } = checkCoordinates(lat ?? null, lon ?? null, centroid);
  return { coordinateCheck: status, coordinateKm: km };
};

/** Where one postcode lies: the office's centroid, else the middle of its own sites there, else null. */
export async function centreOf(tx: Tx, postcode: string): Promise<Point | null> {
  const [known] = await tx.query<Point>('select lat, lon from postcode where region_id = $1 and postcode = $2', [tx.regionId, postcode]);
  if (known) return known;
  const own = await tx.query<PlacedPoint>('select postcode, lat, lon from site where region_id = $1 and postcode = $2 and lat is not null and lon is not null', [tx.regionId, postcode]);
  return medianPoints(own).get(postcode) ?? null;
}

/** The check of one site's coordinates against its postcode. */
export async function checkSite(tx: Tx, site: Placed): Promise<Pick<Site, 'coordinateCheck' | 'coordinateKm'>> {
  if (!site.postcode || site.lat == null || site.lon == null) return verdict(site, null);
  return verdict(site, await centreOf(tx, site.postcode));
}

/** Checks every site again, after centroids changed; writes only what differs. */
export async function recheckSites(tx: Tx): Promise<void> {
  const centroidOf = await centroids(tx);
  const sites = await tx.query<Pick<Site, 'id' | 'coordinateCheck' | 'coordinateKm'> & Placed>(
    'select id, postcode, lat, lon, coordinate_check as "coordinateCheck", coordinate_km as "coordinateKm" from site where region_id = $1 for update', [tx.regionId]);
  const changed = sites
    .map((site) => ({ id: site.id, before: site, ...verdict(site, site.postcode ? centroidOf(site.postcode) : null) }))
    .filter(({ before, coordinateCheck, coordinateKm }) => before.coordinateCheck !== coordinateCheck || before.coordinateKm !== coordinateKm);
  await tx.query(
    `update site s set coordinate_check = c.status, coordinate_km = c.km from unnest($2::uuid[], $3::text[], $4::float8[]) as c(id, status, km) where s.region_id = $1 and s.id = c.id`,
    [tx.regionId, changed.map(({ id }) => id), changed.map((site) => site.coordinateCheck), changed.map((site) => site.coordinateKm)],
  );
  tx.note('site', 'update', changed.map(({ id }) => id));
}
