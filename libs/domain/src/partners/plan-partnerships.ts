import { bodyNameKey, mergeRuleOf, type MergeRule } from './body-name';
import type { RowProblem } from './organisation-draft';
import type { OrganisationRole } from './organisation-kinds';
import type { PartnerMention, PartnerRow } from './partner-row';
import type { KnownOrganisation, PlanAction, PlanReason } from './plan-organisations';

/** A spelling of a partner in the file: in how many rows it stands, and by which rule it belongs to the chosen name. */
export interface Spelling {
  text: string;
  rows: number;
  firstRow: number;
  rule: MergeRule;
}

/** A partner of the file: known already (`organisationId`) or to be created with `name`; the other spellings become aliases. */
export interface PlannedPartner {
  nameKey: string;
  name: string;
  roles: OrganisationRole[];
  spellings: Spelling[];
  organisationId: string | null;
}

/** A partnership to be created: the school by id, the partner by the key of a planned partner. */
export interface PlannedPartnership {
  row: number;
  schoolId: string;
  partnerNameKey: string;
}

export interface PlannedPartnerRow {
  row: number;
  action: PlanAction;
  reason: PlanReason | null;
  firstRow: number | null;
  schoolId: string | null;
  problems: RowProblem[];
}

export interface PartnershipPlan {
  rows: PlannedPartnerRow[];
  partners: PlannedPartner[];
  partnerships: PlannedPartnership[];
}

/** How a pair of a school and a partner is written in the set of known partnerships. */
export const partnershipKey = (schoolId: string, partnerId: string): string => `${schoolId}|${partnerId}`;

type Index = Map<string, Set<string>>;

function add(index: Index, key: string, id: string): void {
  if (key === '') return;
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}

function indexes(known: readonly KnownOrganisation[]) {
  const [keys, numbers, names]: [Index, Index, Index] = [new Map(), new Map(), new Map()];
  for (const { id, current, formerKeys, aliases } of known) {
    for (const key of [current.key, ...formerKeys]) add(keys, key, id);
    add(numbers, current.number, id);
    for (const name of [current.name, ...aliases]) add(names, bodyNameKey(name), id);
  }
  return { keys, numbers, names };
}

const onlyOne = (ids: ReadonlySet<string> | undefined) => (ids?.size === 1 ? [...ids][0]! : null);

/** One partner out of all its mentions: the spelling in most rows gives the name (ties: the first), evidence in a name beats the column. */
function gather(nameKey: string, mentions: readonly { mention: PartnerMention; row: number }[], organisationId: string | null): PlannedPartner {
  const texts = new Map<string, Omit<Spelling, 'rule'> & { name: string }>();
  for (const { mention, row } of mentions) {
    const spelling = texts.get(mention.text);
    if (spelling) spelling.rows++;
    else texts.set(mention.text, { text: mention.text, name: mention.name, rows: 1, firstRow: row });
  }
  const ordered = [...texts.values()].sort((a, b) => b.rows - a.rows || a.firstRow - b.firstRow);
  const chosen = ordered[0]!;
  const sure = mentions.filter(({ mention }) => mention.roleByName);
  const roles = [...new Set((sure.length > 0 ? sure : mentions).map(({ mention }) => mention.role))].sort();
  const spellings = ordered.map(({ text, rows, firstRow }): Spelling => ({ text, rows, firstRow, rule: mergeRuleOf(chosen.text, text)! }));
  return { nameKey, name: chosen.name, roles, spellings, organisationId };
}

/**
 * What an import of partnerships would do. Every distinct row is read once (repeats are skipped and point to the first);
 * its school is found by register id, else by a number only one organisation has, else the row is refused. Partners of
 * one name key are one partner; each spelling carries the rule that brought it there. A partner that several known
 * organisations could be is not guessed. A row is refused when no partner in it can be used.
 * `partnerships` holds the known pairs as `partnershipKey(schoolId, partnerId)`.
 */
export function planPartnerships(rows: readonly PartnerRow[], known: readonly KnownOrganisation[], partnerships: ReadonlySet<string>): PartnershipPlan {
  const { keys, numbers, names } = indexes(known);
  const mentioned = new Map<string, { mention: PartnerMention; row: number }[]>();
  const firstByText = new Map<string, number>();
  const firstByPair = new Map<string, number>();
  const planned: PlannedPartnership[] = [];

  const planRow = ({ row, cells, mentions, problems }: PartnerRow): PlannedPartnerRow => {
    const noted = [...problems];
    const text = JSON.stringify(cells);
    const sameText = firstByText.get(text);
    const school = onlyOne(keys.get(cells.schoolKey)) ?? onlyOne(numbers.get(cells.schoolNumber));
    const plan = (action: PlanAction, reason: PlanReason | null, firstRow: number | null = null): PlannedPartnerRow => ({ row, action, reason, firstRow, schoolId: school, problems: noted });
    if (sameText !== undefined) return { ...plan('SKIP', 'DUPLICATE_ROW', sameText), problems: [] };
    firstByText.set(text, row);
    if (school === null) return plan('REFUSE', 'UNKNOWN_SCHOOL');

    let [usable, created] = [0, 0];
    let repeats: number | null = null;
    for (const mention of mentions.filter(({ objection }) => objection === null)) {
      const nameKey = bodyNameKey(mention.text);
      const candidates = names.get(nameKey);
      if (candidates && candidates.size > 1) {
        noted.push({ code: 'AMBIGUOUS_MATCH', params: { text: mention.text, count: candidates.size } });
        continue;
      }
      const partner = onlyOne(candidates);
      usable++;
      const mentionsOfKey = mentioned.get(nameKey);
      if (mentionsOfKey) mentionsOfKey.push({ mention, row });
      else mentioned.set(nameKey, [{ mention, row }]);
      if (partner === school || (partner && partnerships.has(partnershipKey(school, partner)))) continue;
      const pair = partnershipKey(school, partner ?? `name ${nameKey}`);
      const first = firstByPair.get(pair);
      if (first !== undefined) {
        repeats ??= first;
        continue;
      }
      firstByPair.set(pair, row);
      planned.push({ row, schoolId: school, partnerNameKey: nameKey });
      created++;
    }
    if (usable === 0) return plan('REFUSE', noted.some(({ code }) => code === 'AMBIGUOUS_MATCH') ? 'AMBIGUOUS_MATCH' : 'NOTHING_USABLE');
    if (created > 0) return plan('CREATE', null);
    return repeats === null ? plan('SKIP', 'ALREADY_PARTNERS') : plan('SKIP', 'SAME_PARTNERSHIP_IN_FILE', repeats);
  };

  const plannedRows = rows.map(planRow);
  const partners = [...mentioned].map(([nameKey, mentions]) => gather(nameKey, mentions, onlyOne(names.get(nameKey))));
  return { rows: plannedRows, partners, partnerships: planned };
}
