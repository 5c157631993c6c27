import { foldName } from '@mintforge/domain/kernel';
import { Conditions, currentActor, Db, readPage, type List } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { columnsOf } from '../columns';
import { centreOf } from '../coordinate-check';
import { Contact } from './contacts.entities';
import type { ContactsArgs } from './contacts.inputs';
import { Need, Offer, Partnership } from '../cooperation/cooperation.entities';
import type { NeedsArgs, OffersArgs, PartnershipsArgs } from '../cooperation/cooperation.inputs';
import { orderBy } from '../organisations/organisations.reads';
import { Equipment, Site, type PostcodeCentre } from './places.entities';
import type { PlacesArgs } from './places.inputs';

const inRegion = (alias: string) => new Conditions().add(`${alias}.region_id = ?`, currentActor().regionId);
const german = (column: string) => `${column} collate "de-x-icu"`;
const cooperationSort = { TITLE: german('x.title'), CREATED_AT: 'x.created_at', UPDATED_AT: 'x.updated_at', PERIOD_FROM: 'x.period_from' };
/** A merge leaves a partnership that the survivor has too with the hidden entry, where undoing finds it. */
const bothPresent = 'not exists (select from organisation g where g.region_id = p.region_id and g.id in (p.school_id, p.partner_id) and g.merged_into_id is not null)';
const pattern = (q: string | undefined) => q?.replaceAll(/[%_\\]/g, '\\$&');

/** Where lists of things that belong to organisations are read, alone or per organisation. */
@Injectable()
export class BelongingsReads {
  constructor(private readonly db: Db) {}

  sites({ filter = {}, ...args }: PlacesArgs): Promise<List<Site>> {
    const where = inRegion('s').add('s.id = any(?)', filter.ids).add('s.organisation_id = ?', filter.organisationId);
    where.add(`(s.name ilike '%' || ? || '%' or s.town ilike ? || '%' or s.street ilike ? || '%')`, pattern(filter.q));
    return readPage(this.db, { select: columnsOf(Site, 's'), from: 'site s', ...where, order: orderBy(args.sort, { NAME: german('s.name'), CREATED_AT: 's.created_at' }, 's.id') }, args);
  }

  equipments({ filter = {}, ...args }: PlacesArgs): Promise<List<Equipment>> {
    const where = inRegion('e').add('e.id = any(?)', filter.ids).add('e.organisation_id = ?', filter.organisationId).add(`e.name ilike '%' || ? || '%'`, pattern(filter.q));
    return readPage(this.db, { select: columnsOf(Equipment, 'e'), from: 'equipment e', ...where, order: orderBy(args.sort, { NAME: german('e.name'), CREATED_AT: 'e.created_at' }, 'e.id') }, args);
  }

  contacts({ filter = {}, ...args }: ContactsArgs): Promise<List<Contact>> {
    const where = inRegion('c').add('c.id = any(?)', filter.ids).add('c.organisation_id = ?', filter.organisationId).add('(c.left_on is not null) = ?', filter.left);
    where.add(`(c.name ilike '%' || ? || '%' or c.email ilike ? || '%')`, pattern(filter.q));
    return readPage(this.db, { select: columnsOf(Contact, 'c'), from: 'contact c', ...where, order: orderBy(args.sort, { NAME: german('c.name'), CREATED_AT: 'c.created_at' }, 'c.id') }, args);
  }

  needs(args: NeedsArgs): Promise<List<Need>> {
    return this.cooperation(Need, 'need', args);
  }

  offers(args: OffersArgs): Promise<List<Offer>> {
    return this.cooperation(Offer, 'offer', args);
  }

  partnerships({ filter = {}, ...args }: PartnershipsArgs): Promise<List<Partnership>> {
    const where = inRegion('p').add('p.id = any(?)', filter.ids).add('(p.school_id = ? or p.partner_id = ?)', filter.organisationId).add('p.state = ?', filter.state).always(bothPresent);
    return readPage(this.db, { select: columnsOf(Partnership, 'p'), from: 'partnership p', ...where, order: orderBy(args.sort, { CREATED_AT: 'p.created_at', SINCE: 'p.since', UNTIL: 'p.until' }, 'p.id') }, args);
  }

  /** All rows of these organisations in one read, for loaders; partnerships name the organisation they were read for. */
  sitesOf(ids: readonly string[]): Promise<Site[]> {
    return this.of<Site>(`select ${columnsOf(Site, 's')} from site s where s.region_id = $1 and s.organisation_id = any($2) order by s.is_main desc, s.name, s.id`, ids);
  }

  equipmentOf(ids: readonly string[]): Promise<Equipment[]> {
    return this.of<Equipment>(`select ${columnsOf(Equipment, 'e')} from equipment e where e.region_id = $1 and e.organisation_id = any($2) order by e.name, e.id`, ids);
  }

  contactsOf(ids: readonly string[]): Promise<Contact[]> {
    return this.of<Contact>(`select ${columnsOf(Contact, 'c')} from contact c where c.region_id = $1 and c.organisation_id = any($2) order by c.left_on nulls first, c.name, c.id`, ids);
  }

  needsOf(ids: readonly string[]): Promise<Need[]> {
    return this.of<Need>(`select ${columnsOf(Need, 'x')} from need x where x.region_id = $1 and x.organisation_id = any($2) order by x.created_at desc, x.id`, ids);
  }

  offersOf(ids: readonly string[]): Promise<Offer[]> {
    return this.of<Offer>(`select ${columnsOf(Offer, 'x')} from offer x where x.region_id = $1 and x.organisation_id = any($2) order by x.created_at desc, x.id`, ids);
  }

  partnershipsOf(ids: readonly string[]): Promise<(Partnership & { of: string })[]> {
    return this.of(
      `select ${columnsOf(Partnership, 'p')}, o.id as "of" from unnest($2::uuid[]) as o(id)
         cross join lateral (select * from partnership where region_id = $1 and school_id = o.id union all select * from partnership where region_id = $1 and partner_id = o.id) p
        where ${bothPresent}
        order by p.created_at desc, p.id`,
      ids,
    );
  }

  /** One row by id. Refuses NOT_FOUND. */
  one<Row extends Site | Equipment | Contact | Need | Offer | Partnership>(entity: new () => Row, id: string): Promise<Row> {
    return this.db.read((tx) => tx.find(entity, id));
  }

  /** Where a postcode lies, or null. */
  centreOf(postcode: string): Promise<PostcodeCentre | null> {
    return this.db.read((tx) => centreOf(tx, postcode));
  }

  private of<Row>(sql: string, ids: readonly string[]): Promise<Row[]> {
    return this.db.read((tx) => tx.query<Row>(sql, [tx.regionId, ids]));
  }

  private cooperation<Row extends Need | Offer>(entity: new () => Row, table: 'need' | 'offer', { filter = {}, ...args }: NeedsArgs | OffersArgs): Promise<List<Row>> {
    const where = inRegion('x').add('x.id = any(?)', filter.ids).add('x.organisation_id = ?', filter.organisationId).add('x.state = ?', filter.state);
    where.add('x.format = ?', filter.format).add('? = any(x.topics)', filter.topic).add('? = any(x.grades)', filter.grade);
    if (filter.q) {
      where.params.push(foldName(filter.q));
      where.add(`(x.title ilike '%' || ? || '%' or exists (select from organisation o where o.region_id = x.region_id and o.id = x.organisation_id and o.name_key like '%' || $${where.params.length} || '%'))`, pattern(filter.q));
    }
    return readPage<Row>(this.db, { select: columnsOf(entity, 'x'), from: `${table} x`, ...where, order: orderBy(args.sort, cooperationSort, 'x.id') }, args);
  }
}
