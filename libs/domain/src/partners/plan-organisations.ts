import { bodyNameKey } from './body-name';
import { importedFields, importedValues, type ImportedField, type ImportedValues, type OrganisationDraft, type RowProblem } from './organisation-draft';
import type { OrganisationRow } from './organisation-row';

/** An organisation the region already has, as an import needs to know it. */
export interface KnownOrganisation {
  id: string;
  /** Register ids of organisations merged into this one; their rows are left alone. */
  formerKeys: readonly string[];
  /** Names of merged organisations and former spellings. */
  aliases: readonly string[];
  current: ImportedValues;
  /** The values the last import wrote, null when no import did; they tell a person's edit from the file's. */
  imported: ImportedValues | null;
}

export type PlanAction = 'CREATE' | 'UPDATE' | 'SKIP' | 'REFUSE';

/** Why a row is skipped (nothing to do) or refused (it needs a person). */
export type PlanReason =
  | 'UNCHANGED'
  | 'DUPLICATE_ROW'
  | 'MERGED_AWAY'
  | 'ALREADY_PARTNERS'
  | 'SAME_PARTNERSHIP_IN_FILE'
  | 'NOTHING_USABLE'
  | 'CONFLICTS_WITH_ROW'
  | 'AMBIGUOUS_MATCH'
  | 'UNKNOWN_SCHOOL';

export type MatchedBy = 'KEY' | 'NUMBER' | 'NAME_AND_POSTCODE';

export interface FieldChange {
  field: ImportedField;
  from: string;
  to: string;
}

export interface PlannedRow {
  row: number;
  action: PlanAction;
  reason: PlanReason | null;
  /** The earlier row of the file this one repeats or contradicts. */
  firstRow: number | null;
  organisationId: string | null;
  matchedBy: MatchedBy | null;
  changes: FieldChange[];
  problems: RowProblem[];
  draft: OrganisationDraft | null;
}

/** Many values under one key, filled once. */
function groupBy<Value>(values: readonly Value[], keysOf: (value: Value) => readonly string[]): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    for (const key of new Set(keysOf(value))) {
      if (key === '') continue;
      const group = groups.get(key);
      if (group) group.push(value);
      else groups.set(key, [value]);
    }
  }
  return groups;
}

const placeKey = (name: string, postcode: string | null) => `${bodyNameKey(name)}|${postcode ?? ''}`;
const originKey = (number: string | null, name: string, postcode: string | null) => `${number ?? ''}|${placeKey(name, postcode)}`;

/**
 * Finds the organisation a draft stands for: by register id, else by official number, else by name and postcode. What
 * the last import wrote counts beside what stands there now, so a corrected name or postcode is still recognised.
 */
function matcher(known: readonly KnownOrganisation[]) {
  const states = ({ current, imported }: KnownOrganisation) => (imported ? [current, imported] : [current]);
  const byKey = groupBy(known, (one) => states(one).map(({ key }) => key));
  const byOrigin = groupBy(known, ({ imported }) => (imported && imported.key === '' ? [originKey(imported.number, imported.name, imported.postcode)] : []));
  const byFormerKey = groupBy(known, ({ formerKeys }) => formerKeys);
  const byNumber = groupBy(known, (one) => states(one).map(({ number }) => number));
  const byPlace = groupBy(known, (one) => [
    ...states(one).map(({ name, postcode }) => placeKey(name, postcode)),
    ...one.aliases.map((alias) => placeKey(alias, one.current.postcode)),
  ]);
  return (draft: OrganisationDraft): { found: readonly KnownOrganisation[]; by: MatchedBy; mergedAway?: boolean } | null => {
    if (draft.key) {
      const own = byKey.get(draft.key);
      if (own) return { found: own, by: 'KEY' };
      const former = byFormerKey.get(draft.key);
      if (former) return { found: former, by: 'KEY', mergedAway: true };
    }
    const origin = draft.key ? undefined : byOrigin.get(originKey(draft.number, draft.name, draft.site.postcode));
    if (origin) return { found: origin, by: draft.number ? 'NUMBER' : 'NAME_AND_POSTCODE' };
    // Two different register ids are two institutions, and so are two numbers, whatever else they share.
    const open = (candidates: readonly KnownOrganisation[] = []) => candidates.filter(({ current }) => !draft.key || current.key === '');
    const sameLand = ({ current }: KnownOrganisation) => !draft.land || !current.land || current.land === draft.land;
    const numbered = draft.number ? open(byNumber.get(draft.number)).filter(sameLand) : [];
    if (numbered.length > 0) return { found: numbered, by: 'NUMBER' };
    const placed = open(byPlace.get(placeKey(draft.name, draft.site.postcode))).filter(({ current }) => !draft.number || current.number === '');
    return placed.length > 0 ? { found: placed, by: 'NAME_AND_POSTCODE' } : null;
  };
}

/**
 * What a file changes in a known organisation. An empty cell changes nothing; a value a person edited since the last
 * import (or entered by hand) is kept and reported unless the field is empty.
 */
export function changedFields(file: ImportedValues, { current, imported }: KnownOrganisation): { changes: FieldChange[]; kept: ImportedField[] } {
  const changes: FieldChange[] = [];
  const kept: ImportedField[] = [];
  for (const field of importedFields) {
    const [to, from, before] = [file[field], current[field], imported?.[field]];
    if (to === '' || to === from || to === before) continue;
    if (from === '' || from === before) changes.push({ field, from, to });
    else kept.push(field);
  }
  return { changes, kept };
}

const identityOf = ({ key, number, name, site }: OrganisationDraft) => (key ? `key ${key}` : originKey(number, name, site.postcode));

const tellApart = (a: OrganisationDraft, b: OrganisationDraft) => (!!a.key && !!b.key && a.key !== b.key) || (!!a.number && !!b.number && a.number !== b.number);

/**
 * What an import of organisations would do, row by row, without doing it: the preview and the commit use the same plan.
 * Rows that repeat an earlier one are skipped and point to it; a second row for the same organisation that says something
 * else is refused. Matching: register id, else official number, else name and postcode; more than one match is refused.
 * Planning the same file again after it was applied creates and changes nothing for the rows that were taken.
 */
export function planOrganisations(rows: readonly OrganisationRow[], known: readonly KnownOrganisation[]): PlannedRow[] {
  const find = matcher(known);
  const claims = new Map<string, OrganisationDraft>();
  const shared = groupBy(rows, ({ draft }) => (draft?.number ? [draft.number] : []));
  const firstByText = new Map<string, number>();
  const firstByIdentity = new Map<string, number>();
  return rows.map(({ row, cells, draft, problems }) => {
    const noted: RowProblem[] = [...problems];
    const plan = (action: PlanAction, reason: PlanReason | null, rest: Partial<PlannedRow> = {}): PlannedRow => ({
      row, action, reason, firstRow: null, organisationId: null, matchedBy: null, changes: [], problems: noted, draft, ...rest,
    });
    const text = JSON.stringify(cells);
    const sameText = firstByText.get(text);
    if (sameText !== undefined) return plan('SKIP', 'DUPLICATE_ROW', { firstRow: sameText, problems: [] });
    firstByText.set(text, row);
    if (!draft) return plan('REFUSE', 'NOTHING_USABLE');

    if (draft.number && new Set(shared.get(draft.number)!.map((other) => other.draft!.key)).size > 1) noted.push({ code: 'NUMBER_SHARED', params: { number: draft.number } });
    const candidate = find(draft);
    const claimedBy = candidate?.found.length === 1 && candidate.by !== 'KEY' ? claims.get(candidate.found[0]!.id) : undefined;
    // A weak match gives way when an earlier row with another id or number already is that organisation.
    const matched = claimedBy && tellApart(claimedBy, draft) ? null : candidate;
    const only = matched?.found.length === 1 ? matched.found[0] : undefined;
    const identities = [identityOf(draft), ...(only ? [`id ${only.id}`] : [])];
    const firstRow = identities.map((identity) => firstByIdentity.get(identity)).find((first) => first !== undefined);
    if (matched?.mergedAway) return plan('SKIP', 'MERGED_AWAY', { organisationId: matched.found[0]!.id, matchedBy: matched.by });
    for (const identity of identities) if (!firstByIdentity.has(identity)) firstByIdentity.set(identity, row);
    if (firstRow !== undefined) return plan('REFUSE', 'CONFLICTS_WITH_ROW', { firstRow });

    if (!matched) return plan('CREATE', null);
    if (!only) {
      noted.push({ code: 'AMBIGUOUS_MATCH', params: { count: matched.found.length } });
      return plan('REFUSE', 'AMBIGUOUS_MATCH', { matchedBy: matched.by });
    }
    claims.set(only.id, draft);
    const { changes, kept } = changedFields(importedValues(draft), only);
    noted.push(...kept.map((field): RowProblem => ({ code: 'KEPT_BY_HAND', params: { field } })));
    const found = { organisationId: only.id, matchedBy: matched.by, changes };
    return changes.length === 0 ? plan('SKIP', 'UNCHANGED', found) : plan('UPDATE', null, found);
  });
}

/** Counts of a plan by action and, within SKIP and REFUSE, by reason ("SKIP DUPLICATE_ROW"), and of its problems by code. */
export function summarisePlan(rows: readonly Pick<PlannedRow, 'action' | 'reason' | 'problems'>[]): { actions: Record<string, number>; problems: Record<string, number> } {
  const actions: Record<string, number> = {};
  const problems: Record<string, number> = {};
  for (const row of rows) {
    const action = row.reason ? `${row.action} ${row.reason}` : row.action;
    actions[action] = (actions[action] ?? 0) + 1;
    for (const { code } of row.problems) problems[code] = (problems[code] ?? 0) + 1;
  }
  return { actions, problems };
}
