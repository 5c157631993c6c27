import { foldName, tidy } from '../kernel';
import type { ImportTarget, MappedRow } from '../imports';
import { completeAddress, readAddress } from './address';
import { cleanBodyName, roleOfName } from './body-name';
import { checkCoordinates, readCoordinate, type Point } from './coordinates';
import type { OrganisationDraft, RowProblem, SiteDraft } from './organisation-draft';
import type { OrganisationRole } from './organisation-kinds';
import { readSchoolKind } from './school-kinds';

export type OrganisationTargetKey = 'key' | 'number' | 'name' | 'kind' | 'address' | 'street' | 'postcode' | 'town' | 'lat' | 'lon' | 'phone' | 'fax' | 'email' | 'website' | 'land';

const phonePattern = /^[+(]?\d[\d\s()/.+-]{4,}$/;

/** The columns of a list of organisations, a school register or an address list of companies. */
export const organisationTargets: readonly ImportTarget<OrganisationTargetKey>[] = [
  { key: 'name', synonyms: ['Name', 'Schulname', 'Schule', 'Bezeichnung', 'Name der Schule', 'Einrichtung', 'Firma', 'Firmenname', 'Unternehmen', 'Organisation', 'school', 'company'], required: true },
  { key: 'key', synonyms: ['id', 'Schlüssel', 'Schul-ID', 'Kennung', 'key'], pattern: /^[A-Z]{2}-[\w-]+$/, recognisedByValue: true },
  { key: 'number', synonyms: ['official_id', 'Schulnummer', 'Schulnr', 'Schul-Nr', 'Dienststellennummer', 'Dienststellenschlüssel', 'dstnr', 'DISCH', 'school number'], pattern: /^[\dA-Z-]{3,12}$/ },
  { key: 'kind', synonyms: ['school_type', 'Schulart', 'Schulform', 'Schultyp', 'Art'] },
  { key: 'address', synonyms: ['address', 'Adresse', 'Anschrift'], pattern: /\d{4,5}\s+\p{L}/u },
  { key: 'street', synonyms: ['Straße', 'Straße und Hausnummer', 'Straße Hausnummer', 'Strasse', 'street'], pattern: /\p{L}/u },
  { key: 'postcode', synonyms: ['PLZ', 'Postleitzahl', 'postcode', 'zip', 'postal code'], pattern: /^(D-)?\d{4,5}$/, recognisedByValue: true },
  { key: 'town', synonyms: ['Ort', 'Stadt', 'Gemeinde', 'Wohnort', 'town', 'city'], pattern: /^\D+$/ },
  { key: 'lat', synonyms: ['lat', 'latitude', 'Breite', 'Breitengrad', 'Geobreite'], pattern: /^\d{1,2}[.,]\d+$/ },
  { key: 'lon', synonyms: ['lon', 'lng', 'long', 'longitude', 'Länge', 'Längengrad', 'Geolänge'], pattern: /^\d{1,2}[.,]\d+$/ },
  { key: 'phone', synonyms: ['phone', 'Telefon', 'Tel', 'Telefonnummer', 'Rufnummer'], pattern: phonePattern },
  { key: 'fax', synonyms: ['fax', 'Telefax', 'Faxnummer'], pattern: phonePattern },
  { key: 'email', synonyms: ['email', 'E-Mail', 'Mail', 'E-Mail-Adresse', 'Mailadresse'], pattern: /^\S+@\S+\.\S+$/, recognisedByValue: true },
  { key: 'website', synonyms: ['website', 'Homepage', 'Webseite', 'Internet', 'URL', 'Web'], pattern: /^(https?:\/\/|www\.)/i, recognisedByValue: true },
  { key: 'land', synonyms: ['state', 'Land', 'Bundesland'] },
];

/** A read row: `draft` is null when nothing usable stands in it. */
export interface OrganisationRow {
  row: number;
  cells: Record<OrganisationTargetKey, string>;
  draft: OrganisationDraft | null;
  problems: RowProblem[];
}

export type CentroidOf = (postcode: string) => Point | null;

function readSite(cells: Record<OrganisationTargetKey, string>, centroidOf: CentroidOf): { site: SiteDraft; problems: RowProblem[] } {
  const { problems: addressProblems, ...address } = cells.address ? readAddress(cells.address) : completeAddress(cells.street, cells.postcode, cells.town);
  const problems: RowProblem[] = addressProblems.map((code) => ({ code }));
  const [lat, lon] = [readCoordinate(cells.lat), readCoordinate(cells.lon)];
  const check = checkCoordinates(lat, lon, address.postcode === null ? null : centroidOf(address.postcode));
  if (check.status === 'FAR_FROM_POSTCODE') problems.push({ code: 'COORDINATES_FAR_FROM_POSTCODE', params: { km: check.km } });
  if (check.status === 'OUT_OF_RANGE') problems.push({ code: 'COORDINATES_OUT_OF_RANGE' });
  if (check.status === 'MISSING' && (cells.lat || cells.lon)) problems.push({ code: 'COORDINATES_UNREADABLE' });
  return { site: { ...address, lat, lon, coordinates: check.status }, problems };
}

function readOrganisation({ row, cells }: MappedRow<OrganisationTargetKey>, centroidOf: CentroidOf, of: Pick<OrganisationDraft, 'roles' | 'schoolKinds'>, noted: RowProblem[]): OrganisationRow {
  const name = cleanBodyName(cells.name);
  const { site, problems } = readSite(cells, centroidOf);
  if (foldName(name) === '') return { row, cells, draft: null, problems: [{ code: 'NAME_MISSING' }] };
  const email = tidy(cells.email).toLowerCase();
  const emailFits = email === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email);
  const draft: OrganisationDraft = {
    key: tidy(cells.key) || null,
    number: tidy(cells.number) || null,
    name,
    ...of,
    land: tidy(cells.land) || null,
    phone: tidy(cells.phone),
    fax: tidy(cells.fax),
    email: emailFits ? email : '',
    website: tidy(cells.website),
    site,
  };
  return { row, cells, draft, problems: [...noted, ...problems, ...(emailFits ? [] : [{ code: 'EMAIL_UNREADABLE' as const }])] };
}

/**
 * What a row of a school register means. Offices, media centres and the like that stand in the register are taken as
 * organisations without the role of a school and flagged; coordinates are checked against the postcode's centroid.
 * Without a name there is nothing to take.
 */
export function readSchoolRow(row: MappedRow<OrganisationTargetKey>, centroidOf: CentroidOf): OrganisationRow {
  const { kinds, notASchool } = readSchoolKind(row.cells.kind || row.cells.name);
  const waldorf = readSchoolKind(row.cells.name).kinds.filter((kind) => kind === 'WALDORF');
  if (notASchool) return readOrganisation(row, centroidOf, { roles: [roleOfName(row.cells.name) === 'UNIVERSITY' ? 'UNIVERSITY' : 'OTHER'], schoolKinds: [] }, [{ code: 'NOT_A_SCHOOL' }]);
  const schoolKinds = [...new Set([...kinds, ...waldorf])];
  return readOrganisation(row, centroidOf, { roles: ['SCHOOL'], schoolKinds }, schoolKinds.length === 0 ? [{ code: 'SCHOOL_KIND_UNKNOWN' }] : []);
}

/** What a row of an address list means; the role is read from the name and falls back to the one given for the list. */
export function readOrganisationRow(row: MappedRow<OrganisationTargetKey>, centroidOf: CentroidOf, fallback: OrganisationRole): OrganisationRow {
  return readOrganisation(row, centroidOf, { roles: [roleOfName(row.cells.name) ?? fallback], schoolKinds: [] }, []);
}
