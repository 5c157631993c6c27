import { applyMapping, type ColumnMapping, type ImportTarget, type MappedRow, type Table } from '@mintforge/domain/imports';
import { foldName } from '@mintforge/domain/kernel';
import {
  organisationTargets, partnerTargets, planOrganisations, planPartnerships, planPostcodes, postcodeTargets, readOrganisationRow, readPartnerRow, readSchoolRow, summarisePlan,
  type ImportKind, type OrganisationTargetKey, type PartnershipPlan, type PlanAction, type PlannedPostcode, type PlannedRow, type PlanReason, type Point, type RowProblem,
} from '@mintforge/domain/partners';
import type { Tx } from '@mintforge/platform';
import { createHash } from 'node:crypto';
import { centroids } from '../coordinate-check';
import { knownOrganisations, knownPartnerships, knownPostcodes, type StoredOrganisation } from './imports.base';
import type { Finding, ImportCounts } from './imports.entities';

/** The columns each kind of list can fill. */
export const targetsOf: Record<ImportKind, readonly ImportTarget[]> = { SCHOOLS: organisationTargets, ORGANISATIONS: organisationTargets, PARTNERS: partnerTargets, POSTCODES: postcodeTargets };

/** A row as it is stored for the preview. */
export interface StagedRow {
  number: number;
  verdict: PlanAction;
  title: string;
  cells: string[];
  findings: Finding[];
  targetId: string | null;
}

/** What writing needs, by kind of list. */
export type PlanToApply =
  | { kind: 'ORGANISATIONS'; rows: PlannedRow[]; known: Map<string, StoredOrganisation>; centroidOf: (postcode: string) => Point | null }
  | { kind: 'PARTNERS'; plan: PartnershipPlan; known: Map<string, StoredOrganisation> }
  | { kind: 'POSTCODES'; rows: PlannedPostcode[]; known: Map<string, Point> };

export interface ImportPlan {
  staged: StagedRow[];
  counts: ImportCounts;
  /** Fingerprint of all verdicts and changes: equal plans do the same. */
  hash: string;
  toApply: PlanToApply;
}

interface Planned {
  row: number;
  action: PlanAction;
  reason: PlanReason | null;
  firstRow: number | null;
  problems: RowProblem[];
}

interface Told {
  title: string;
  targetId: string | null;
  changes: Finding[];
}

const change = (code: Finding['code'], params: Finding['params']): Finding => ({ code, params, about: 'CHANGE' });

function findingsOf({ reason, firstRow, problems }: Planned, changes: Finding[], ragged: Finding[]): Finding[] {
  const why: Finding[] = reason ? [{ code: reason, params: firstRow === null ? {} : { firstRow }, about: 'REASON' }] : [];
  return [...why, ...changes, ...problems.map(({ code, params }): Finding => ({ code, params: params ?? {}, about: 'FLAG' })), ...ragged];
}

function finish(table: Table, planned: readonly Planned[], tell: (index: number) => Told, totals: Pick<ImportCounts, 'organisations' | 'partnerships' | 'aliases'>, toApply: PlanToApply): ImportPlan {
  const ragged = Map.groupBy(table.ragged, ({ row }) => row);
  const staged = planned.map((row, index): StagedRow => {
    const { title, targetId, changes } = tell(index);
    const uneven = (ragged.get(row.row) ?? []).map(({ problem, cells }): Finding => ({ code: problem, params: { cells }, about: 'FLAG' }));
    return { number: row.row, verdict: row.action, title: title || `#${row.row}`, cells: table.rows[index]!.cells, findings: findingsOf(row, changes, uneven), targetId };
  });
  const { actions, problems } = summarisePlan(planned);
  const of = (verdict: PlanAction) => planned.filter(({ action }) => action === verdict).length;
  const reasons = Object.entries(actions).flatMap(([key, count]) => {
    const [verdict, code] = key.split(' ') as [PlanAction, PlanReason | undefined];
    return code ? [{ code, verdict, count }] : [];
  });
  const flags = Object.entries(problems).map(([code, count]) => ({ code: code as RowProblem['code'], verdict: null, count }));
  const flagged = staged.filter(({ findings }) => findings.some(({ about }) => about === 'FLAG')).length;
  const counts = { rows: planned.length, create: of('CREATE'), update: of('UPDATE'), skip: of('SKIP'), refuse: of('REFUSE'), flagged, ...totals, reasons, flags };
  const hash = createHash('sha256').update(JSON.stringify(staged.map(({ number, verdict, findings, targetId }) => [number, verdict, findings, targetId]))).digest('hex');
  return { staged, counts, hash, toApply };
}

async function planOfOrganisations(tx: Tx, kind: 'SCHOOLS' | 'ORGANISATIONS', table: Table, mapped: MappedRow<OrganisationTargetKey>[]): Promise<ImportPlan> {
  const read = (row: MappedRow<OrganisationTargetKey>, centroidOf: (postcode: string) => Point | null) => (kind === 'SCHOOLS' ? readSchoolRow(row, centroidOf) : readOrganisationRow(row, centroidOf, 'COMPANY'));
  const own = mapped.flatMap((row) => {
    const site = read(row, () => null).draft?.site;
    return site?.postcode && site.lat !== null && site.lon !== null && site.coordinates !== 'OUT_OF_RANGE' ? [{ postcode: site.postcode, lat: site.lat, lon: site.lon }] : [];
  });
  const centroidOf = await centroids(tx, own);
  const known = await knownOrganisations(tx);
  const rows = planOrganisations(mapped.map((row) => read(row, centroidOf)), known);
  const tell = (index: number): Told => {
    const { draft, changes, organisationId } = rows[index]!;
    return { title: draft?.name ?? mapped[index]!.cells.name, targetId: organisationId, changes: changes.map(({ field, from, to }) => change('CHANGED', { field, from, to })) };
  };
  const created = rows.filter(({ action }) => action === 'CREATE').length;
  return finish(table, rows, tell, { organisations: created, partnerships: 0, aliases: 0 }, { kind: 'ORGANISATIONS', rows, known: new Map(known.map((one) => [one.id, one])), centroidOf });
}

/** Spellings of a partner that it is not known by yet; they become its other names. */
export function newSpellings({ name, spellings, organisationId }: PartnershipPlan['partners'][number], known: Map<string, StoredOrganisation>) {
  const stored = organisationId === null ? undefined : known.get(organisationId);
  const taken = new Set((stored ? [stored.current.name, ...stored.aliases] : [name]).map(foldName));
  return spellings.filter(({ text }) => !taken.has(foldName(text)) && taken.add(foldName(text)));
}

async function planOfPartners(tx: Tx, table: Table, columns: ColumnMapping): Promise<ImportPlan> {
  const rows = applyMapping(table, partnerTargets, columns).map(readPartnerRow);
  const known = await knownOrganisations(tx);
  const plan = planPartnerships(rows, known, await knownPartnerships(tx));
  const byId = new Map(known.map((one) => [one.id, one]));
  const partnerOf = new Map(plan.partners.flatMap((partner) => partner.spellings.map(({ text }) => [text, partner] as const)));
  const tell = (index: number): Told => {
    const { cells, mentions } = rows[index]!;
    const { schoolId, action } = plan.rows[index]!;
    const school = (schoolId && byId.get(schoolId)?.current.name) || cells.schoolName || cells.schoolKey;
    const changes = (action === 'CREATE' ? mentions : []).flatMap(({ text }) => {
      const partner = partnerOf.get(text);
      if (!partner) return [];
      const fresh = partner.organisationId === null && Math.min(...partner.spellings.map(({ firstRow }) => firstRow)) === plan.rows[index]!.row;
      const merged = partner.spellings[0]!.text !== text;
      return [...(fresh ? [change('NEW_PARTNER', { name: partner.name })] : []), ...(merged ? [change('SPELLING_MERGED', { text, name: partner.name })] : [])];
    });
    return { title: `${school} – ${cells.partner}`, targetId: schoolId, changes };
  };
  const totals = {
    organisations: plan.partners.filter(({ organisationId }) => organisationId === null).length,
    partnerships: plan.partnerships.length,
    aliases: plan.partners.flatMap((partner) => newSpellings(partner, byId)).length,
  };
  return finish(table, plan.rows, tell, totals, { kind: 'PARTNERS', plan, known: byId });
}

async function planOfPostcodes(tx: Tx, table: Table, columns: ColumnMapping): Promise<ImportPlan> {
  const known = await knownPostcodes(tx);
  const mapped = applyMapping(table, postcodeTargets, columns);
  const rows = planPostcodes(mapped, known);
  const tell = (index: number): Told => ({ title: mapped[index]!.cells.postcode, targetId: null, changes: [] });
  return finish(table, rows, tell, { organisations: 0, partnerships: 0, aliases: 0 }, { kind: 'POSTCODES', rows, known });
}

/** What an import would do with the region as it stands now. Refuses as `applyMapping` does. */
export function planImport(tx: Tx, kind: ImportKind, table: Table, columns: ColumnMapping): Promise<ImportPlan> {
  if (kind === 'POSTCODES') return planOfPostcodes(tx, table, columns);
  if (kind === 'PARTNERS') return planOfPartners(tx, table, columns);
  return planOfOrganisations(tx, kind, table, applyMapping(table, organisationTargets, columns));
}
