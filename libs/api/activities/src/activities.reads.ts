import { Conditions, currentActor, Db, readPage, type List, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { Activity } from './activities.entities';
import type { ActivitySort } from './activities.enums';
import type { ActivitiesArgs } from './activities.inputs';

const columns = `a.id, a.organisation_id as "organisationId", a.offer_id as "offerId", a.equipment_id as "equipmentId", a.title, a.description, a.format, a.topics, a.grades,
  a.minimum_age as "minimumAge", a.compulsory, a.accessibility, a.sdgs, a.digital_skills as "digitalSkills", a.school_year as "schoolYear", a.state, a.cancel_reason as "cancelReason",
  a.cancel_note as "cancelNote", a.published_at as "publishedAt", a.version, a.created_at as "createdAt", a.updated_at as "updatedAt",
  h.name as "organisationName", e.name as "equipmentName", n."occurrenceCount", n."nextAt", n.capacity, n.taken`;
const tables = `activity a join organisation h on h.region_id = a.region_id and h.id = a.organisation_id
  left join equipment e on e.region_id = a.region_id and e.id = a.equipment_id
  cross join lateral (
    select count(*)::int as "occurrenceCount", min(o.starts_at) filter (where o.starts_at >= now()) as "nextAt",
      coalesce(sum(o.capacity), 0)::int as capacity, coalesce(sum(o.taken), 0)::int as taken
    from occurrence o where o.region_id = a.region_id and o.activity_id = a.id and o.state = 'PLANNED') n`;

const orders: Record<ActivitySort, string> = {
  TITLE_ASC: 'a.title, a.id',
  TITLE_DESC: 'a.title desc, a.id desc',
  CREATED_AT_ASC: 'a.created_at, a.id',
  CREATED_AT_DESC: 'a.created_at desc, a.id desc',
  NEXT_AT_ASC: 'n."nextAt" nulls last, a.id',
  NEXT_AT_DESC: 'n."nextAt" desc nulls last, a.id desc',
};

/** Activities as lists and single ones. */
@Injectable()
export class ActivityReads {
  constructor(private readonly db: Db) {}

  /** One page of activities with their host and what is planned of them. */
  list({ filter = {}, sort, ...page }: ActivitiesArgs): Promise<List<Activity>> {
    const where = new Conditions()
      .add('a.region_id = ?', currentActor().regionId)
      .add('a.id = any(?)', filter.ids)
      .add(`(a.title ilike '%' || ? || '%' or h.name ilike '%' || ? || '%')`, filter.q?.trim() || undefined)
      .add('a.format = ?', filter.format)
      .add('? = any(a.topics)', filter.topic)
      .add('? = any(a.grades)', filter.grade)
      .add('a.state = ?', filter.state)
      .add('a.organisation_id = ?', filter.organisationId)
      .add('a.school_year = ?', filter.schoolYear);
    return readPage<Activity>(this.db, { select: columns, from: tables, ...where, order: orders[sort] }, page);
  }

  /** One activity. Refuses NOT_FOUND. */
  one(id: string): Promise<Activity> {
    return this.db.read((tx) => tx.one<Activity>(`select ${columns} from ${tables} where a.region_id = $1 and a.id = $2`, [tx.regionId, id]));
  }

  /** Whether another activity than this still builds on the offer. */
  async offerInUse(tx: Tx, offerId: string, exceptId: string): Promise<boolean> {
    const { used } = await tx.one<{ used: boolean }>('select exists (select from activity where region_id = $1 and offer_id = $2 and id <> $3) as used', [tx.regionId, offerId, exceptId]);
    return used;
  }
}
