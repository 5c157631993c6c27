import type { Point, SchoolKind } from '@mintforge/domain/partners';
import type { Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';

/** A school as a round sees it: its kinds, its main site, where that lies. */
export interface SchoolForRound {
  id: string;
  kinds: SchoolKind[];
  siteId: string | null;
  /** Null = unknown, or doubted by the check of coordinates. */
  point: Point | null;
}

const believed = `s.coordinate_check in ('OK', 'UNCHECKED')`;
const point = `case when ${believed} and s.lat is not null and s.lon is not null then json_build_object('lat', s.lat, 'lon', s.lon) end as point`;

/** Where schools and sites lie, for the reach of rounds. */
@Injectable()
export class RoundPlacesReads {
  /** Schools by id with their main sites; unknown ids are missing. */
  async schools(tx: Tx, ids: readonly string[]): Promise<Map<string, SchoolForRound>> {
    const rows = await tx.query<SchoolForRound>(
      `select o.id, o.school_kinds as kinds, s.id as "siteId", ${point} from organisation o left join site s on s.region_id = o.region_id and s.organisation_id = o.id and s.is_main where o.region_id = $1 and o.id = any($2)`,
      [tx.regionId, ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The points of sites by id; sites whose coordinates are unknown or doubted are missing. */
  async sitePoints(tx: Tx, ids: readonly string[]): Promise<Map<string, Point>> {
    const rows = await tx.query<{ id: string; point: Point | null }>(`select s.id, ${point} from site s where s.region_id = $1 and s.id = any($2)`, [tx.regionId, ids]);
    return new Map(rows.flatMap((row) => (row.point ? [[row.id, row.point]] : [])));
  }

  /** The centre of the region, or null where nobody set one. */
  async centre(tx: Tx): Promise<Point | null> {
    const { lat, lon } = await tx.one<{ lat: number | null; lon: number | null }>('select centre_lat as lat, centre_lon as lon from region where id = $1', [tx.regionId]);
    return lat !== null && lon !== null ? { lat, lon } : null;
  }
}
