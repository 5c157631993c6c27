import type { Point } from '@mintforge/domain/partners';
import { importedValues, partnershipKey, type ImportedValues, type KnownOrganisation, type OrganisationDraft } from '@mintforge/domain/partners';
import type { Tx } from '@mintforge/platform';

/** A known organisation with the versions that guard changing it. */
export interface StoredOrganisation extends KnownOrganisation {
  version: number;
  site: { id: string; version: number } | null;
}

type Row = Omit<OrganisationDraft, 'site' | 'phone' | 'fax' | 'email' | 'website'> & {
  id: string;
  version: number;
  formerKeys: string[];
  aliases: string[];
  imported: ImportedValues | null;
  phone: string | null;
  fax: string | null;
  email: string | null;
  website: string | null;
  siteId: string | null;
  siteVersion: number | null;
  street: string | null;
  postcode: string | null;
  town: string | null;
  district: string | null;
  lat: number | null;
  lon: number | null;
};

function stored({ id, version, formerKeys, aliases, imported, siteId, siteVersion, ...row }: Row): StoredOrganisation {
  const { street, postcode, town, district, lat, lon, phone, fax, email, website, ...rest } = row;
  const site = { street: street ?? '', postcode, town: town ?? '', district: district ?? '', lat, lon, coordinates: 'UNCHECKED' as const };
  const current = importedValues({ ...rest, phone: phone ?? '', fax: fax ?? '', email: email ?? '', website: website ?? '', site });
  return { id, version, formerKeys, aliases, current, imported, site: siteId === null ? null : { id: siteId, version: siteVersion! } };
}

/** Every organisation of the region as an import compares with it: its fields, its main site, its other names. */
export async function knownOrganisations(tx: Tx): Promise<StoredOrganisation[]> {
  const rows = await tx.query<Row>(
    `select o.id, o.version, o.former_keys as "formerKeys", o.official_key as "key", o.official_number as "number", o.name, o.roles, o.school_kinds as "schoolKinds", o.land,
        o.phone, o.fax, o.email, o.website, o.imported, coalesce(a.names, '{}') as aliases,
        m.id as "siteId", m.version as "siteVersion", m.street, m.postcode, m.town, m.district, m.lat, m.lon
       from organisation o
       left join site m on m.region_id = o.region_id and m.organisation_id = o.id and m.is_main
       left join (select organisation_id, array_agg(name order by created_at, id) as names from organisation_alias where region_id = $1 group by organisation_id) a on a.organisation_id = o.id
      where o.region_id = $1 and o.merged_into_id is null order by o.id`,
    [tx.regionId],
  );
  return rows.map(stored);
}

/** The known pairs of school and partner. */
export async function knownPartnerships(tx: Tx): Promise<Set<string>> {
  const rows = await tx.query<{ schoolId: string; partnerId: string }>('select school_id as "schoolId", partner_id as "partnerId" from partnership where region_id = $1', [tx.regionId]);
  return new Set(rows.map(({ schoolId, partnerId }) => partnershipKey(schoolId, partnerId)));
}

/** The known centroids. */
export async function knownPostcodes(tx: Tx): Promise<Map<string, Point>> {
  const rows = await tx.query<Point & { postcode: string }>('select postcode, lat, lon from postcode where region_id = $1', [tx.regionId]);
  return new Map(rows.map(({ postcode, lat, lon }) => [postcode, { lat, lon }]));
}
