import { checkCoordinates, importedValues, webAddress, type ImportedValues, type OrganisationRole, type PlannedRow, type Point, type SchoolKind } from '@mintforge/domain/partners';
import type { Tx } from '@mintforge/platform';
import { recheckSites } from '../coordinate-check';
import { Partnership } from '../cooperation/cooperation.entities';
import type { StoredOrganisation } from './imports.base';
import { newSpellings, type PlanToApply } from './imports.plan';
import { ContactEvent, Organisation, OrganisationAlias } from '../organisations/organisations.entities';
import { mailDomainOf, nameKeys } from '../organisations/organisations.service';
import { Site } from '../belongings/places.entities';

/** What the commit did for a row, with all that undoing needs. */
export type UndoStep =
  | { did: 'CREATED'; table: 'organisation' | 'site' | 'organisation_alias' | 'partnership' | 'contact_event'; id: string }
  | { did: 'CHANGED'; id: string; version: number; site: { id: string; version: number } | null; before: ImportedValues; imported: ImportedValues | null }
  | { did: 'SET_POSTCODE'; postcode: string; point: Point; before: Point | null };

/** Steps by row number. */
export type UndoSteps = Map<number, UndoStep[]>;

const add = (steps: UndoSteps, row: number, step: UndoStep) => steps.set(row, [...(steps.get(row) ?? []), step]);
const words = <Word extends string>(text: string) => text.split(' ').filter(Boolean) as Word[];
const number = (text: string) => (text === '' ? null : Number(text));

/** The columns of an organisation from the texts an import speaks in. */
export function organisationColumns(values: ImportedValues) {
  const { name, email, website } = values;
  return {
    name, ...nameKeys(name), roles: words<OrganisationRole>(values.roles), schoolKinds: words<SchoolKind>(values.schoolKinds), officialKey: values.key || null, officialNumber: values.number || null,
    land: values.land || null, phone: values.phone || null, fax: values.fax || null, email: email || null, website: webAddress.test(website) ? website : null, mailDomain: mailDomainOf({ email, website }),
  };
}

/** The columns of the main site, with the check of its coordinates. */
export function siteColumns(values: ImportedValues, centroidOf: (postcode: string) => Point | null) {
  const [lat, lon] = [number(values.lat), number(values.lon)];
  const { status, km } = checkCoordinates(lat, lon, values.postcode ? centroidOf(values.postcode) : null);
  return { street: values.street || null, postcode: values.postcode || null, town: values.town || null, district: values.district || null, lat, lon, coordinateCheck: status, coordinateKm: km };
}

const empty = (values: ImportedValues) => Object.fromEntries(Object.keys(values).map((field) => [field, ''])) as ImportedValues;
const filled = (values: ImportedValues) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<ImportedValues>;
const hasSite = ({ street, postcode, town, lat }: ImportedValues) => [street, postcode, town, lat].some((text) => text !== '');

async function createOrganisations(tx: Tx, rows: PlannedRow[], centroidOf: (postcode: string) => Point | null, steps: UndoSteps): Promise<void> {
  const values = rows.map(({ draft }) => importedValues(draft!));
  const ids = await tx.insert(Organisation, values.map((value) => ({ ...organisationColumns(value), imported: value })));
  const placed = values.flatMap((value, index) => (hasSite(value) ? [{ index, site: { organisationId: ids[index]!, isMain: true, ...siteColumns(value, centroidOf) } }] : []));
  const siteIds = await tx.insert(Site, placed.map(({ site }) => site));
  rows.forEach(({ row }, index) => add(steps, row, { did: 'CREATED', table: 'organisation', id: ids[index]! }));
  placed.forEach(({ index }, at) => add(steps, rows[index]!.row, { did: 'CREATED', table: 'site', id: siteIds[at]! }));
}

/** Versions guard every change: whoever edited in between makes the whole commit start over or fail, never half. */
async function updateOrganisation(tx: Tx, { row, draft, changes }: PlannedRow, known: StoredOrganisation, centroidOf: (postcode: string) => Point | null, importId: string, steps: UndoSteps): Promise<void> {
  const { id, version, site, current } = known;
  const after = { ...current, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) };
  const imported = { ...(known.imported ?? empty(current)), ...filled(importedValues(draft!)) };
  await tx.update(Organisation, id, { ...organisationColumns(after), imported }, version);
  const columns = siteColumns(after, centroidOf);
  if (site) await tx.update(Site, site.id, columns, site.version);
  else if (hasSite(after)) {
    const [siteId] = await tx.insert(Site, { ...columns, organisationId: id, isMain: true });
    add(steps, row, { did: 'CREATED', table: 'site', id: siteId! });
  }
  const details = { importId, fields: changes.map(({ field }) => field) };
  const [eventId] = await tx.insert(ContactEvent, { organisationId: id, kind: 'IMPORT', summary: '', details, userId: tx.actor.userId });
  add(steps, row, { did: 'CREATED', table: 'contact_event', id: eventId! });
  add(steps, row, { did: 'CHANGED', id, version: version + 1, site: site && { id: site.id, version: site.version + 1 }, before: current, imported: known.imported });
}

async function applyOrganisations(tx: Tx, { rows, known, centroidOf }: Extract<PlanToApply, { kind: 'ORGANISATIONS' }>, importId: string): Promise<UndoSteps> {
  const steps: UndoSteps = new Map();
  await createOrganisations(tx, rows.filter(({ action }) => action === 'CREATE'), centroidOf, steps);
  for (const row of rows) if (row.action === 'UPDATE') await updateOrganisation(tx, row, known.get(row.organisationId!)!, centroidOf, importId, steps);
  return steps;
}

async function applyPartners(tx: Tx, { plan, known }: Extract<PlanToApply, { kind: 'PARTNERS' }>): Promise<UndoSteps> {
  const steps: UndoSteps = new Map();
  const fresh = plan.partners.filter(({ organisationId }) => organisationId === null);
  const freshIds = await tx.insert(Organisation, fresh.map(({ name, roles }) => ({ name, ...nameKeys(name), roles })));
  fresh.forEach(({ spellings }, index) => add(steps, Math.min(...spellings.map(({ firstRow }) => firstRow)), { did: 'CREATED', table: 'organisation', id: freshIds[index]! }));
  const created = new Map(fresh.map(({ nameKey }, index) => [nameKey, freshIds[index]!]));
  const idOf = new Map(plan.partners.map(({ nameKey, organisationId }) => [nameKey, organisationId ?? created.get(nameKey)!]));

  const aliases = plan.partners.flatMap((partner) => newSpellings(partner, known).map(({ text, firstRow }) => ({ text, firstRow, organisationId: idOf.get(partner.nameKey)! })));
  const aliasIds = await tx.insert(OrganisationAlias, aliases.map(({ text, organisationId }) => ({ organisationId, name: text, ...nameKeys(text), source: 'IMPORT' as const })));
  aliases.forEach(({ firstRow }, index) => add(steps, firstRow, { did: 'CREATED', table: 'organisation_alias', id: aliasIds[index]! }));

  const pairs = await tx.insert(Partnership, plan.partnerships.map(({ schoolId, partnerNameKey }) => ({ schoolId, partnerId: idOf.get(partnerNameKey)!, source: 'IMPORT' as const })));
  plan.partnerships.forEach(({ row }, index) => add(steps, row, { did: 'CREATED', table: 'partnership', id: pairs[index]! }));
  return steps;
}

async function applyPostcodes(tx: Tx, { rows, known }: Extract<PlanToApply, { kind: 'POSTCODES' }>): Promise<UndoSteps> {
  const taken = rows.filter(({ action }) => action === 'CREATE' || action === 'UPDATE');
  await setPostcodes(tx, taken.map(({ postcode, point }) => ({ postcode: postcode!, point: point! })));
  return new Map(taken.map(({ row, postcode, point }) => [row, [{ did: 'SET_POSTCODE', postcode: postcode!, point: point!, before: known.get(postcode!) ?? null }]]));
}

/** Stores centroids and checks every site against them. */
export async function setPostcodes(tx: Tx, centroids: { postcode: string; point: Point }[]): Promise<void> {
  if (centroids.length === 0) return;
  await tx.query(
    `insert into postcode (region_id, postcode, lat, lon) select $1, c.* from unnest($2::text[], $3::float8[], $4::float8[]) as c(postcode, lat, lon)
       on conflict (region_id, postcode) do update set lat = excluded.lat, lon = excluded.lon`,
    [tx.regionId, centroids.map(({ postcode }) => postcode), centroids.map(({ point }) => point.lat), centroids.map(({ point }) => point.lon)],
  );
  tx.note('postcode', 'insert', centroids.map(({ postcode }) => postcode));
  await recheckSites(tx);
}

/** Writes what a plan says, in the caller's transaction, and gives what undoing needs. */
export function applyPlan(tx: Tx, plan: PlanToApply, importId: string): Promise<UndoSteps> {
  if (plan.kind === 'ORGANISATIONS') return applyOrganisations(tx, plan, importId);
  return plan.kind === 'PARTNERS' ? applyPartners(tx, plan) : applyPostcodes(tx, plan);
}
