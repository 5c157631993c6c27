import type { CoordinateCheck } from './coordinates';
import type { OrganisationRole } from './organisation-kinds';
import type { SchoolKind } from './school-kinds';
import type { AddressProblem } from './address';

/** What is wrong or doubtful in a row; the row is still taken unless its plan says REFUSE. */
export type RowProblemCode =
  | AddressProblem
  | 'NAME_MISSING'
  | 'NOT_A_SCHOOL'
  | 'SCHOOL_KIND_UNKNOWN'
  | 'NUMBER_SHARED'
  | 'COORDINATES_FAR_FROM_POSTCODE'
  | 'COORDINATES_OUT_OF_RANGE'
  | 'COORDINATES_UNREADABLE'
  | 'EMAIL_UNREADABLE'
  | 'NO_NAME'
  | 'GENERIC_NAME'
  | 'MAY_BE_SEVERAL'
  | 'AMBIGUOUS_MATCH'
  | 'KEPT_BY_HAND';

export interface RowProblem {
  code: RowProblemCode;
  params?: Record<string, string | number>;
}

/** Standort as a row gives it; the check of the coordinates stays beside them. */
export interface SiteDraft {
  street: string;
  postcode: string | null;
  town: string;
  district: string;
  lat: number | null;
  lon: number | null;
  coordinates: CoordinateCheck['status'];
}

/**
 * An organisation as a row gives it. `key` is the register's unique id with the prefix of the Land ("MV-75130301"),
 * `number` the official number, which several schools of one house may share.
 */
export interface OrganisationDraft {
  key: string | null;
  number: string | null;
  name: string;
  roles: OrganisationRole[];
  schoolKinds: SchoolKind[];
  land: string | null;
  phone: string;
  fax: string;
  email: string;
  website: string;
  site: SiteDraft;
}

/** The comparable texts of an organisation; an update, an undo and a second import all speak in these fields. */
export const importedFields = ['key', 'number', 'name', 'roles', 'schoolKinds', 'land', 'phone', 'fax', 'email', 'website', 'street', 'postcode', 'town', 'district', 'lat', 'lon'] as const;
export type ImportedField = (typeof importedFields)[number];
export type ImportedValues = Record<ImportedField, string>;

/** A draft (or a stored organisation shaped like one) as texts: lists joined by a blank, absent values empty. */
export function importedValues(draft: OrganisationDraft): ImportedValues {
  const { site } = draft;
  return {
    key: draft.key ?? '',
    number: draft.number ?? '',
    name: draft.name,
    roles: draft.roles.join(' '),
    schoolKinds: draft.schoolKinds.join(' '),
    land: draft.land ?? '',
    phone: draft.phone,
    fax: draft.fax,
    email: draft.email,
    website: draft.website,
    street: site.street,
    postcode: site.postcode ?? '',
    town: site.town,
    district: site.district,
    lat: site.lat === null ? '' : String(site.lat),
    lon: site.lon === null ? '' : String(site.lon),
  };
}
