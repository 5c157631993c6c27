import { Refusal } from '@mintforge/domain/kernel';
import type { Tx } from '@mintforge/platform';
import { centroids, recheckSites } from '../coordinate-check';
import { organisationColumns, setPostcodes, siteColumns, type UndoStep } from './imports.commit';
import { Organisation } from '../organisations/organisations.entities';
import { Site } from '../belongings/places.entities';
import type { OrganisationReferences } from '../references';

type Created = Extract<UndoStep, { did: 'CREATED' }>;
type Changed = Extract<UndoStep, { did: 'CHANGED' }>;
type Postcode = Extract<UndoStep, { did: 'SET_POSTCODE' }>;

const idsOf = (steps: readonly Created[], table: Created['table']) => steps.flatMap((step) => (step.table === table ? [step.id] : []));

/** Created organisations that somebody worked on since: edited, merged, closed, given anything, or with an entry in their history. */
async function editedCreated(tx: Tx, created: readonly Created[], references: OrganisationReferences): Promise<string[]> {
  const organisations = idsOf(created, 'organisation');
  const partnerships = idsOf(created, 'partnership');
  const touched = await tx.query<{ id: string }>(
    `select w.id from unnest($2::uuid[]) as w(id) left join organisation o on o.region_id = $1 and o.id = w.id
      where o.id is null or o.version <> 1
        or exists (select from site s where s.region_id = $1 and s.organisation_id = w.id and not s.id = any($3))
        or exists (select from contact_event e where e.region_id = $1 and e.organisation_id = w.id)
        or exists (select from organisation_alias a where a.region_id = $1 and a.organisation_id = w.id and not a.id = any($4))
        or exists (select from partnership p where p.region_id = $1 and w.id in (p.school_id, p.partner_id) and not p.id = any($5))`,
    [tx.regionId, organisations, idsOf(created, 'site'), idsOf(created, 'organisation_alias'), partnerships],
  );
  const movedSites = await tx.query<{ id: string }>('select organisation_id as id from site where region_id = $1 and id = any($2) and version <> 1', [tx.regionId, idsOf(created, 'site')]);
  const used = (await references.used(tx, organisations)).filter(({ table }) => table !== 'partnership');
  const edited = await tx.query<{ id: string }>(
    `select w.id from unnest($2::uuid[]) as w(id) left join partnership p on p.region_id = $1 and p.id = w.id where p.id is null or p.version <> 1`, [tx.regionId, partnerships]);
  return [...touched, ...movedSites, ...used, ...edited].map(({ id }) => id);
}

async function editedChanged(tx: Tx, changed: readonly Changed[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select w.id from unnest($2::uuid[], $3::int[], $4::uuid[], $5::int[]) as w(id, version, site_id, site_version)
       left join organisation o on o.region_id = $1 and o.id = w.id left join site s on s.region_id = $1 and s.id = w.site_id
      where o.version is distinct from w.version or s.version is distinct from w.site_version`,
    [tx.regionId, changed.map(({ id }) => id), changed.map(({ version }) => version), changed.map(({ site }) => site?.id ?? null), changed.map(({ site }) => site?.version ?? null)],
  );
  return rows.map(({ id }) => id);
}

async function movedPostcodes(tx: Tx, steps: readonly Postcode[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select w.postcode as id from unnest($2::text[], $3::float8[], $4::float8[]) as w(postcode, lat, lon)
       left join postcode p on p.region_id = $1 and p.postcode = w.postcode where p.lat is distinct from w.lat or p.lon is distinct from w.lon`,
    [tx.regionId, steps.map(({ postcode }) => postcode), steps.map(({ point }) => point.lat), steps.map(({ point }) => point.lon)],
  );
  return rows.map(({ id }) => id);
}

async function remove(tx: Tx, table: Created['table'], ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const gone = await tx.query<{ id: string }>(`delete from ${table} where region_id = $1 and id = any($2) returning id`, [tx.regionId, ids]);
  tx.note(table, 'delete', gone.map(({ id }) => id));
}

/**
 * Takes back what a commit did: deletes what it made, restores what it changed. Refuses IMPORT_CHANGED_SINCE with the
 * number of entries that somebody worked on since.
 */
export async function undoSteps(tx: Tx, steps: readonly UndoStep[], references: OrganisationReferences): Promise<void> {
  const created = steps.filter((step) => step.did === 'CREATED');
  const changed = steps.filter((step) => step.did === 'CHANGED');
  const postcodes = steps.filter((step) => step.did === 'SET_POSTCODE');
  const edited = new Set([...(await editedCreated(tx, created, references)), ...(await editedChanged(tx, changed)), ...(await movedPostcodes(tx, postcodes))]);
  if (edited.size > 0) throw new Refusal('IMPORT_CHANGED_SINCE', { count: edited.size });

  for (const table of ['partnership', 'organisation_alias', 'contact_event', 'site', 'organisation'] as const) await remove(tx, table, idsOf(created, table));
  if (changed.length > 0) {
    const centroidOf = await centroids(tx);
    for (const { id, version, site, before, imported } of changed) {
      await tx.update(Organisation, id, { ...organisationColumns(before), imported }, version);
      if (site) await tx.update(Site, site.id, siteColumns(before, centroidOf), site.version);
    }
  }
  if (postcodes.length > 0) {
    const fresh = postcodes.filter(({ before }) => before === null).map(({ postcode }) => postcode);
    await tx.query('delete from postcode where region_id = $1 and postcode = any($2)', [tx.regionId, fresh]);
    tx.note('postcode', 'delete', fresh);
    await setPostcodes(tx, postcodes.flatMap(({ postcode, before }) => (before ? [{ postcode, point: before }] : [])));
    await recheckSites(tx);
  }
}
