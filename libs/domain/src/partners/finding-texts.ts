import type { Locale } from '../kernel';
import type { RowProblemCode } from './organisation-draft';
import type { PlanReason } from './plan-organisations';

export type FindingCode = PlanReason | RowProblemCode | 'CHANGED' | 'NEW_PARTNER' | 'SPELLING_MERGED' | 'TOO_FEW_CELLS' | 'TOO_MANY_CELLS';

export type FindingParams = Record<string, string | number>;

/** The words of everything an import has to say about a row, per language. */
const texts: Record<FindingCode, Record<Locale, string>> = {
  UNCHANGED: { de: 'Unverändert', en: 'Unchanged' },
  DUPLICATE_ROW: { de: 'Wiederholt Zeile {firstRow}', en: 'Repeats row {firstRow}' },
  MERGED_AWAY: { de: 'Wurde mit einem anderen Eintrag zusammengeführt', en: 'Was merged into another entry' },
  ALREADY_PARTNERS: { de: 'Partnerschaft besteht schon', en: 'Partnership exists already' },
  SAME_PARTNERSHIP_IN_FILE: { de: 'Dieselbe Partnerschaft steht in Zeile {firstRow}', en: 'The same partnership stands in row {firstRow}' },
  NOTHING_USABLE: { de: 'Enthält nichts Verwendbares', en: 'Holds nothing usable' },
  CONFLICTS_WITH_ROW: { de: 'Widerspricht Zeile {firstRow}', en: 'Contradicts row {firstRow}' },
  AMBIGUOUS_MATCH: { de: 'Passt zu mehreren vorhandenen Einträgen', en: 'Fits several existing entries' },
  UNKNOWN_SCHOOL: { de: 'Diese Schule gibt es hier noch nicht', en: 'This school is not known here yet' },
  NAME_MISSING: { de: 'Der Name fehlt', en: 'The name is missing' },
  NOT_A_SCHOOL: { de: 'Ist der Art nach keine Schule; wird ohne diese Rolle übernommen', en: 'Is no school by its kind; taken without that role' },
  SCHOOL_KIND_UNKNOWN: { de: 'Schulart nicht erkannt', en: 'Kind of school not recognised' },
  NUMBER_SHARED: { de: 'Die Schulnummer {number} steht bei mehreren Einträgen', en: 'School number {number} stands on several entries' },
  STREET_MISSING: { de: 'Die Straße fehlt', en: 'The street is missing' },
  POSTCODE_MISSING: { de: 'Die Postleitzahl fehlt', en: 'The postcode is missing' },
  POSTCODE_INCOMPLETE: { de: 'Die Postleitzahl ist unvollständig', en: 'The postcode is incomplete' },
  POSTCODE_ZERO_RESTORED: { de: 'Führende Null der Postleitzahl ergänzt', en: 'Leading zero of the postcode restored' },
  TOWN_MISSING: { de: 'Der Ort fehlt', en: 'The town is missing' },
  COORDINATES_FAR_FROM_POSTCODE: { de: 'Koordinaten liegen {km} km von der Postleitzahl entfernt', en: 'Coordinates lie {km} km from the postcode' },
  COORDINATES_OUT_OF_RANGE: { de: 'Koordinaten liegen außerhalb Deutschlands', en: 'Coordinates lie outside Germany' },
  COORDINATES_UNREADABLE: { de: 'Koordinaten nicht lesbar', en: 'Coordinates cannot be read' },
  EMAIL_UNREADABLE: { de: 'E-Mail-Adresse nicht lesbar', en: 'E-mail address cannot be read' },
  NO_NAME: { de: '„{text}“ ist kein Name', en: '"{text}" is no name' },
  GENERIC_NAME: { de: '„{text}“ nennt keine bestimmte Organisation', en: '"{text}" names no particular organisation' },
  MAY_BE_SEVERAL: { de: '„{text}“ könnten mehrere Organisationen sein', en: '"{text}" may be several organisations' },
  KEPT_BY_HAND: { de: 'Von Hand geändert und darum behalten: {field}', en: 'Edited by hand and therefore kept: {field}' },
  CHANGED: { de: '{field}: {from} → {to}', en: '{field}: {from} → {to}' },
  NEW_PARTNER: { de: '„{name}“ wird neu angelegt', en: '"{name}" will be created' },
  SPELLING_MERGED: { de: '„{text}“ wird als „{name}“ übernommen', en: '"{text}" is taken as "{name}"' },
  TOO_FEW_CELLS: { de: 'Die Zeile hat zu wenige Zellen ({cells})', en: 'The row has too few cells ({cells})' },
  TOO_MANY_CELLS: { de: 'Die Zeile hat zu viele Zellen ({cells})', en: 'The row has too many cells ({cells})' },
};

/** Names of the fields in those words. */
const fields: Record<string, Record<Locale, string>> = {
  key: { de: 'Schlüssel', en: 'Key' },
  number: { de: 'Schulnummer', en: 'School number' },
  name: { de: 'Name', en: 'Name' },
  roles: { de: 'Rollen', en: 'Roles' },
  schoolKinds: { de: 'Schulart', en: 'Kind of school' },
  land: { de: 'Land', en: 'Land' },
  phone: { de: 'Telefon', en: 'Phone' },
  fax: { de: 'Fax', en: 'Fax' },
  email: { de: 'E-Mail', en: 'E-mail' },
  website: { de: 'Website', en: 'Website' },
  street: { de: 'Straße', en: 'Street' },
  postcode: { de: 'PLZ', en: 'Postcode' },
  town: { de: 'Ort', en: 'Town' },
  district: { de: 'Ortsteil', en: 'District' },
  lat: { de: 'Breite', en: 'Latitude' },
  lon: { de: 'Länge', en: 'Longitude' },
};

/** What an import found in a row, in words; `field` params are named in the language, empty values shown as a dash. */
export function findingText(code: FindingCode, params: FindingParams, locale: Locale): string {
  return texts[code][locale].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return name === 'field' ? (fields[value]?.[locale] ?? String(value)) : String(value) || '–';
  });
}
