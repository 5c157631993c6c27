import { Refusal } from '@mintforge/domain/kernel';
import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { checkSite } from '../coordinate-check';
import { requireOrganisation } from '../organisations/organisations.service';
import { Equipment, Site } from './places.entities';
import type { EquipmentInput, EquipmentPatch, SiteInput, SitePatch } from './places.inputs';

/** Writing sites and equipment. */
@Injectable()
export class PlacesService {
  constructor(private readonly db: Db) {}

  /** Adds a site; the first of an organisation is its main one. */
  createSite(input: SiteInput, key?: string | null): Promise<string> {
    const work = async (tx: Tx) => {
      await requireOrganisation(tx, input.organisationId);
      const others = await tx.query('select id from site where region_id = $1 and organisation_id = $2 limit 1', [tx.regionId, input.organisationId]);
      const isMain = input.isMain === true || others.length === 0;
      if (isMain) await demoteMain(tx, input.organisationId);
      const [id] = await tx.insert(Site, { ...input, ...(await checkSite(tx, input)), isMain });
      return id!;
    };
    return this.db.write(work, { once: { key, input } });
  }

  /** Changes a site and checks its coordinates again. Another one becomes the main site by being made it, not by unmaking this. */
  updateSite(id: string, version: number, { isMain, ...patch }: SitePatch): Promise<void> {
    return this.db.write(async (tx) => {
      const before = await tx.lock(Site, id, version);
      if (isMain === false && before.isMain) throw new Refusal('INVALID_INPUT', {}, { isMain: 'required' });
      if (isMain && !before.isMain) await demoteMain(tx, before.organisationId);
      const after = { ...before, ...Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) };
      await tx.update(Site, id, { ...patch, ...(isMain ? { isMain } : {}), ...(await checkSite(tx, after)) });
    });
  }

  /** Deletes a site; the oldest of the others becomes the main one. Refuses STILL_IN_USE. */
  deleteSite(id: string): Promise<void> {
    return this.db.write(async (tx) => {
      const { organisationId, isMain } = await tx.lock(Site, id);
      await tx.delete(Site, id);
      if (!isMain) return;
      const [heir] = await tx.query<{ id: string }>('select id from site where region_id = $1 and organisation_id = $2 order by created_at, id limit 1', [tx.regionId, organisationId]);
      if (heir) await tx.update(Site, heir.id, { isMain: true });
    });
  }

  createEquipment(input: EquipmentInput, key?: string | null): Promise<string> {
    const work = async (tx: Tx) => {
      await requireOrganisation(tx, input.organisationId);
      await requireSiteOf(tx, input.siteId, input.organisationId);
      const [id] = await tx.insert(Equipment, input);
      return id!;
    };
    return this.db.write(work, { once: { key, input } });
  }

  updateEquipment(id: string, version: number, patch: EquipmentPatch): Promise<void> {
    return this.db.write(async (tx) => {
      const { organisationId } = await tx.lock(Equipment, id, version);
      await requireSiteOf(tx, patch.siteId, organisationId);
      await tx.update(Equipment, id, patch);
    });
  }

  deleteEquipment(id: string): Promise<void> {
    return this.db.write((tx) => tx.delete(Equipment, id));
  }
}

async function demoteMain(tx: Tx, organisationId: string): Promise<void> {
  const rows = await tx.query<{ id: string }>('update site set is_main = false, version = version + 1, updated_at = now() where region_id = $1 and organisation_id = $2 and is_main returning id', [tx.regionId, organisationId]);
  tx.note('site', 'update', rows.map(({ id }) => id));
}

async function requireSiteOf(tx: Tx, siteId: string | null | undefined, organisationId: string): Promise<void> {
  if (!siteId) return;
  const site = await tx.find(Site, siteId);
  if (site.organisationId !== organisationId) throw new Refusal('INVALID_INPUT', {}, { siteId: 'foreign' });
}
