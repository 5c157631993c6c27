import { foldName, tidy } from '@mintforge/domain/kernel';
import { contactStages } from '@mintforge/domain/partners';
import { Conditions, currentActor, Db, readPage, type List } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { columnsOf } from '../columns';
import { ContactEvent, Organisation, OrganisationAlias } from './organisations.entities';
import type { OrganisationFilter, OrganisationsArgs } from './organisations.inputs';

const mainSite = `case when m.id is null then null else json_build_object('id', m.id, 'street', m.street, 'postcode', m.postcode, 'town', m.town, 'district', m.district,
  'lat', m.lat, 'lon', m.lon, 'coordinateCheck', m.coordinate_check) end as "mainSite"`;
const select = `${columnsOf(Organisation, 'o')}, ${mainSite}`;
const tables = 'organisation o left join site m on m.region_id = o.region_id and m.organisation_id = o.id and m.is_main';

const sortColumns: Record<string, string> = {
  NAME: 'o.name collate "de-x-icu"',
  STAGE: `array_position('{${contactStages.join(',')}}'::text[], o.stage)`,
  CREATED_AT: 'o.created_at',
  UPDATED_AT: 'o.updated_at',
};

/** `NAME_DESC` as SQL, ending in the id; people read ties by name. */
export const orderBy = (sort: string, columns: Record<string, string>, id: string): string => {
  const [, key = '', direction = ''] = /^(.*)_(ASC|DESC)$/.exec(sort) ?? [];
  return `${columns[key]} ${direction.toLowerCase()}, ${id} ${direction.toLowerCase()}`;
};

/** Finds by name, also misspelt or by a part, by any other name, and by official number or register id. */
function searched(where: Conditions, q: string | undefined): void {
  const folded = foldName(q ?? '');
  if (!folded || !q) return;
  const named = (alias: string) => `(${alias}.name_key like '%' || ? || '%' or ? <% ${alias}.name_key)`;
  where.params.push(tidy(q));
  const number = `$${where.params.length}`;
  where.add(
    `(${named('o')} or upper(o.official_number) = upper(${number}) or upper(o.official_key) = upper(${number})
      or exists (select from organisation_alias a where a.region_id = o.region_id and a.organisation_id = o.id and ${named('a')}))`,
    folded,
  );
}

function conditions(filter: OrganisationFilter = {}): Conditions {
  const where = new Conditions().add('o.region_id = ?', currentActor().regionId).always('o.merged_into_id is null');
  where
    .add('o.id = any(?)', filter.ids)
    .add('o.roles && ?', filter.roles)
    .add('o.stage = ?', filter.stage)
    .add('? = any(o.school_kinds)', filter.schoolKind)
    .add('? = any(o.tags)', filter.tag)
    .add(`exists (select from site s where s.region_id = o.region_id and s.organisation_id = o.id and lower(s.town) like lower(?) || '%')`, filter.town)
    .add(`exists (select from site s where s.region_id = o.region_id and s.organisation_id = o.id and s.postcode like ? || '%')`, filter.postcode);
  const flagged = `exists (select from site s where s.region_id = o.region_id and s.organisation_id = o.id and s.coordinate_check in ('FAR_FROM_POSTCODE', 'OUT_OF_RANGE'))`;
  where.add(`${flagged} = ?`, filter.hasFlaggedCoordinates).add('(o.closed_on is not null) = ?', filter.closed);
  searched(where, filter.q);
  return where;
}

/** Reading organisations; merged ones are hidden from lists and stand for their survivor. */
@Injectable()
export class OrganisationsReads {
  constructor(private readonly db: Db) {}

  list(args: OrganisationsArgs): Promise<List<Organisation>> {
    return readPage<Organisation>(this.db, { select, from: tables, ...conditions(args.filter), order: orderBy(args.sort, sortColumns, 'o.id') }, args);
  }

  /** One organisation, or the survivor of its merges. Refuses NOT_FOUND. */
  one(id: string): Promise<Organisation> {
    return this.db.read((tx) =>
      tx.one<Organisation>(
        `with recursive heir as (
           select id, merged_into_id from organisation where region_id = $1 and id = $2
           union all select n.id, n.merged_into_id from heir h join organisation n on n.region_id = $1 and n.id = h.merged_into_id)
         select ${select} from ${tables} where o.region_id = $1 and o.id = (select id from heir where merged_into_id is null)`,
        [tx.regionId, id],
      ),
    );
  }

  /** Organisations by id, merged ones included; for loaders of every feature. */
  byIds(ids: readonly string[]): Promise<Organisation[]> {
    return this.db.read((tx) => tx.query<Organisation>(`select ${select} from ${tables} where o.region_id = $1 and o.id = any($2)`, [tx.regionId, ids]));
  }

  aliasesOf(ids: readonly string[]): Promise<OrganisationAlias[]> {
    return this.db.read((tx) => tx.query<OrganisationAlias>(`select ${columnsOf(OrganisationAlias, 'a')} from organisation_alias a where a.region_id = $1 and a.organisation_id = any($2) order by a.name, a.id`, [tx.regionId, ids]));
  }

  /** The history of one organisation, newest first. */
  history(organisationId: string, page: { page: number; perPage: number }): Promise<List<ContactEvent & { details: Record<string, unknown> }>> {
    const where = new Conditions().add('e.region_id = ?', currentActor().regionId).add('e.organisation_id = ?', organisationId);
    const from = 'contact_event e left join app_user u on u.id = e.user_id';
    return readPage(this.db, { select: `${columnsOf(ContactEvent, 'e')}, u.display_name as "userName"`, from, ...where, order: 'e.at desc, e.id desc' }, page);
  }
}
