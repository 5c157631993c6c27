import { Refusal, tidy } from '@mintforge/domain/kernel';
import { Conditions, currentActor, Db, readPage, type List, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { Region, RegionInput, RegionPatch, RegionsArgs } from './regions.types';

const columns = 'id, key, name, land, centre_lat as "centreLat", centre_lon as "centreLon", synthetic, version, created_at as "createdAt", updated_at as "updatedAt"';

/** Regions: everybody sees those they have a role in, the platform administrator all. */
@Injectable()
export class RegionService {
  constructor(private readonly db: Db) {}

  list({ sort, filter, ...page }: RegionsArgs): Promise<List<Region>> {
    const conditions = new Conditions().add('id = any(?)', filter?.ids).add(`name ilike '%' || ? || '%'`, filter?.q?.replaceAll(/[\\%_]/g, '\\$&'));
    const order = `${sort.startsWith('NAME') ? 'lower(name)' : 'created_at'} ${sort.endsWith('_DESC') ? 'desc' : 'asc'}, id`;
    return readPage<Region>(this.db, { select: columns, from: 'region', ...conditions, order }, page);
  }

  one(id: string): Promise<Region> {
    return this.db.read((tx) => regionOf(tx, id));
  }

  /** Founds a region; its founder administers it and invites the first coordinators. Refuses ALREADY_EXISTS for a taken key. */
  async create({ key, name, land, centreLat, centreLon }: RegionInput, idempotencyKey?: string | null): Promise<Region> {
    const { userId, regionId } = currentActor();
    const input = { key, name, land, centreLat, centreLon };
    const found = async (tx: Tx) => {
      const { id } = await tx.one<{ id: string }>('insert into region (key, name, land, centre_lat, centre_lon) values ($1, $2, $3, $4, $5) returning id', [key, tidy(name), land, centreLat ?? null, centreLon ?? null]);
      tx.note('region', 'insert', [id]);
      await tx.query(`insert into membership (region_id, user_id, role) values ($1, $2, 'PLATFORM_ADMIN')`, [id, userId]);
      tx.note('membership', 'insert', [userId ?? '']);
      return id;
    };
    return this.one(await this.db.system('region founded', regionId, found, { once: { key: idempotencyKey, input } }));
  }

  /** Refuses NOT_FOUND, VERSION_CONFLICT. */
  async update(id: string, version: number, patch: RegionPatch): Promise<Region> {
    await this.db.write(async (tx) => {
      const before = await regionOf(tx, id);
      const { name, land, centreLat, centreLon } = { ...before, ...Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) };
      const [changed] = await tx.query('update region set name = $3, land = $4, centre_lat = $5, centre_lon = $6, version = version + 1, updated_at = now() where id = $1 and version = $2 returning id', [
        id, version, tidy(name), land, centreLat, centreLon,
      ]);
      if (!changed) throw new Refusal('VERSION_CONFLICT', { version: before.version });
      tx.note('region', 'update', [id]);
    });
    return this.one(id);
  }
}

const regionOf = (tx: Tx, id: string): Promise<Region> => tx.one<Region>(`select ${columns} from region where id = $1`, [id]);
