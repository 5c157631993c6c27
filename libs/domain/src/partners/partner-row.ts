import { tidy } from '../kernel';
import type { ImportTarget, MappedRow } from '../imports';
import { cleanBodyName, mayBeSeveral, nameObjection, roleOfName, splitPartners } from './body-name';
import type { RowProblem } from './organisation-draft';
import type { OrganisationRole } from './organisation-kinds';

export type PartnerTargetKey = 'schoolKey' | 'schoolNumber' | 'schoolName' | 'partner' | 'partnerKind';

/** The columns of a list of partnerships (Kooperationen): a school and its partners. */
export const partnerTargets: readonly ImportTarget<PartnerTargetKey>[] = [
  { key: 'schoolKey', synonyms: ['ID', 'Schul-ID', 'Schlüssel', 'school id'], pattern: /^[A-Z]{2}-[\w-]+$/, recognisedByValue: true },
  { key: 'schoolNumber', synonyms: ['official_id', 'Schulnummer', 'Schulnr', 'Dienststellennummer', 'school number'], pattern: /^[\dA-Z-]{3,12}$/ },
  { key: 'schoolName', synonyms: ['Schule', 'Schulname', 'Name der Schule', 'school'] },
  { key: 'partner', synonyms: ['partner_name', 'Partner', 'Kooperationspartner', 'Partnername', 'Unternehmen', 'Firma', 'company'], required: true },
  { key: 'partnerKind', synonyms: ['Type_grob', 'Art des Partners', 'Partnerart', 'Typ', 'partner type'] },
];

/** One partner of a row: the text as it stood, the name to show, the role, and why it cannot be used (if so). */
export interface PartnerMention {
  text: string;
  name: string;
  role: OrganisationRole;
  /** The name itself gives the role away; else it comes from the column and may be wrong. */
  roleByName: boolean;
  objection: 'NO_NAME' | 'GENERIC_NAME' | null;
}

export interface PartnerRow {
  row: number;
  cells: Record<PartnerTargetKey, string>;
  mentions: PartnerMention[];
  problems: RowProblem[];
}

/** The role a column of partner kinds means; without a telling word a company. */
const roleOfKind = (kind: string): OrganisationRole =>
  roleOfName(kind) === 'UNIVERSITY' || /wissenschaft|forschung/i.test(kind) ? 'UNIVERSITY' : /verband|verein|gewerkschaft/i.test(kind) ? 'ASSOCIATION' : 'COMPANY';

/**
 * What a row of a partnership list means: the partners of its cell (several are joined by `#`), cleaned, each with its
 * role; placeholders and kinds of bodies without a place cannot be used and are flagged.
 */
export function readPartnerRow({ row, cells }: MappedRow<PartnerTargetKey>): PartnerRow {
  const mentions = splitPartners(cells.partner).map((text): PartnerMention => {
    const byName = roleOfName(text);
    return { text: tidy(text), name: cleanBodyName(text), role: byName ?? roleOfKind(cells.partnerKind), roleByName: byName !== null, objection: nameObjection(text) };
  });
  const problems = mentions.flatMap(({ text, name, objection }): RowProblem[] => {
    if (objection) return [{ code: objection, params: { text } }];
    return mayBeSeveral(name) ? [{ code: 'MAY_BE_SEVERAL', params: { text } }] : [];
  });
  return { row, cells, mentions, problems };
}
