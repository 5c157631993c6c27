import { calendarDays, daysToWatch, isLand, warningsOf, type AccessibilityProvision, type CalendarDay, type Engagement, type OccurrenceWarning, type SchoolHolidaySpan } from '@mintforge/domain/activities';
import type { Day } from '@mintforge/domain/kernel';
import type { ActivityFormat } from '@mintforge/domain/partners';
import { Conditions, currentActor, Db, readPage, type List, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { Occurrence } from '../activities.entities';
import type { OccurrenceSort } from '../activities.enums';
import type { OccurrencesArgs } from './occurrences.inputs';

const columns = `o.id, o.activity_id as "activityId", o.site_id as "siteId", o.place, o.starts_at as "startsAt", o.ends_at as "endsAt", o.capacity, o.minimum, o.taken, o.state,
  o.cancel_reason as "cancelReason", o.cancel_note as "cancelNote", o.version, o.created_at as "createdAt", o.updated_at as "updatedAt",
  a.title as "activityTitle", a.format, a.state as "activityState", a.organisation_id as "organisationId", h.name as "organisationName",
  nullif(concat_ws(', ', nullif(s.name, ''), s.street, nullif(concat_ws(' ', s.postcode, s.town), '')), '') as "siteAddress"`;
const tables = `occurrence o join activity a on a.region_id = o.region_id and a.id = o.activity_id
  join organisation h on h.region_id = a.region_id and h.id = a.organisation_id
  left join site s on s.region_id = o.region_id and s.id = o.site_id`;

const orders: Record<OccurrenceSort, string> = {
  STARTS_AT_ASC: 'o.starts_at, o.id',
  STARTS_AT_DESC: 'o.starts_at desc, o.id desc',
  ACTIVITY_TITLE_ASC: 'a.title, o.starts_at, o.id',
  ACTIVITY_TITLE_DESC: 'a.title desc, o.starts_at desc, o.id desc',
};

const engagement = `json_build_object('id', x.id, 'startsAt', x.starts_at, 'endsAt', x.ends_at, 'organisationId', b.organisation_id, 'equipmentId', b.equipment_id, 'siteId', x.site_id, 'place', x.place)`;

interface EngagementRow extends Engagement {
  others: Engagement[];
}

/** What a matching round must know of an occurrence. */
export interface OccurrenceForRound {
  id: string;
  activityId: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  taken: number;
  minimum: number;
  state: Occurrence['state'];
  activityState: Occurrence['activityState'];
  format: ActivityFormat;
  topics: string[];
  grades: number[];
  minimumAge: number | null;
  organisationId: string;
  siteId: string | null;
  accessibility: AccessibilityProvision[];
  /** Whether its equipment asks for a briefing. */
  withBriefing: boolean;
}

/** Occurrences as lists, single ones, and by id for other features. */
@Injectable()
export class OccurrenceReads {
  /** SQL condition on an occurrence `o`: it is over, and somebody expected is not marked yet. */
  readonly attendanceOpen = `o.state = 'PLANNED' and o.ends_at < now() and exists (select from attendance t where t.region_id = o.region_id and t.occurrence_id = o.id and t.state = 'EXPECTED')`;

  constructor(private readonly db: Db) {}

  /** One page of occurrences with activity, host and address. */
  list({ filter = {}, sort, ...page }: OccurrencesArgs): Promise<List<Occurrence>> {
    const where = new Conditions()
      .add('o.region_id = ?', currentActor().regionId)
      .add('o.id = any(?)', filter.ids)
      .add(`(a.title ilike '%' || ? || '%' or h.name ilike '%' || ? || '%' or o.place ilike '%' || ? || '%')`, filter.q?.trim() || undefined)
      .add('o.ends_at > ?', filter.from)
      .add('o.starts_at < ?', filter.to)
      .add('o.activity_id = ?', filter.activityId)
      .add('a.organisation_id = ?', filter.organisationId)
      .add('a.format = ?', filter.format)
      .add('? = any(a.topics)', filter.topic)
      .add('o.state = ?', filter.state);
    if (filter.attendanceOpen) where.always(this.attendanceOpen);
    if (filter.free) where.always(`o.taken < o.capacity and o.state = 'PLANNED' and a.state = 'PUBLISHED'`);
    return readPage<Occurrence>(this.db, { select: columns, from: tables, ...where, order: orders[sort] }, page);
  }

  /** One occurrence. Refuses NOT_FOUND. */
  one(id: string): Promise<Occurrence> {
    return this.db.read((tx) => tx.one<Occurrence>(`select ${columns} from ${tables} where o.region_id = $1 and o.id = $2`, [tx.regionId, id]));
  }

  /** Occurrences in the order of the given ids; unknown ids are missing. */
  async inOrder(ids: readonly string[]): Promise<Occurrence[]> {
    const rows = await this.db.read((tx) => tx.query<Occurrence>(`select ${columns} from ${tables} where o.region_id = $1 and o.id = any($2)`, [tx.regionId, ids]));
    return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  }

  /** The occurrences that touch the days between two in Berlin, both included, in order. */
  onDays(tx: Tx, from: Day, to: Day): Promise<Occurrence[]> {
    return tx.query<Occurrence>(
      `select ${columns} from ${tables} where o.region_id = $1 and o.ends_at > $2::date::timestamp at time zone 'Europe/Berlin' and o.starts_at < ($3::date + 1)::timestamp at time zone 'Europe/Berlin'
        order by ${orders.STARTS_AT_ASC}`,
      [tx.regionId, from, to],
    );
  }

  /** The occurrences of several activities, in order of their start. */
  ofActivities(activityIds: readonly string[]): Promise<Occurrence[]> {
    return this.db.read((tx) => tx.query<Occurrence>(`select ${columns} from ${tables} where o.region_id = $1 and o.activity_id = any($2) order by ${orders.STARTS_AT_ASC}`, [tx.regionId, activityIds]));
  }

  /** What to warn of before each planned occurrence: kind of day, and clashes with other planned ones. */
  warnings(ids: readonly string[]): Promise<{ id: string; warnings: OccurrenceWarning[] }[]> {
    return this.db.read(async (tx) => {
      const rows = await this.engagements(tx, ids);
      const days = rows.flatMap((row) => daysToWatch(row)).sort();
      const calendar = await calendarOf(tx, days[0], days.at(-1));
      return rows.map(({ others, ...row }) => ({ id: row.id, warnings: warningsOf(row, calendar, others) }));
    });
  }

  /** Occurrences for a matching round; unknown ids are missing from the answer. */
  occurrencesForRound(tx: Tx, ids: readonly string[]): Promise<OccurrenceForRound[]> {
    return tx.query<OccurrenceForRound>(
      `select o.id, o.activity_id as "activityId", a.title, o.starts_at as "startsAt", o.ends_at as "endsAt", o.capacity, o.taken, o.minimum, o.state, a.state as "activityState",
        a.format, a.topics, a.grades, a.minimum_age as "minimumAge", a.organisation_id as "organisationId", o.site_id as "siteId", a.accessibility, coalesce(e.needs_briefing, false) as "withBriefing"
      from occurrence o join activity a on a.region_id = o.region_id and a.id = o.activity_id left join equipment e on e.region_id = a.region_id and e.id = a.equipment_id where o.region_id = $1 and o.id = any($2) order by o.starts_at, o.id`,
      [tx.regionId, ids],
    );
  }

  /** The days between two, by day: public holidays of the Land, school holidays of the region. */
  calendar(tx: Tx, from: Day, to: Day): Promise<Map<Day, CalendarDay>> {
    return calendarOf(tx, from, to);
  }

  /** Title of the activity and start of occurrences, for lists of other features; unknown ids are missing. */
  occurrenceTitles(tx: Tx, ids: readonly string[]): Promise<{ id: string; title: string; startsAt: Date }[]> {
    return tx.query('select o.id, a.title, o.starts_at as "startsAt" from occurrence o join activity a on a.region_id = o.region_id and a.id = o.activity_id where o.region_id = $1 and o.id = any($2)', [tx.regionId, ids]);
  }

  /** Planned occurrences with every other planned one that overlaps them; terms of more than a week are left out by their length. */
  private async engagements(tx: Tx, ids: readonly string[]): Promise<EngagementRow[]> {
    const rows = await tx.query<{ own: Engagement; others: Engagement[] }>(
      `select ${engagement} as own, c.others from occurrence x join activity b on b.region_id = x.region_id and b.id = x.activity_id
        cross join lateral (
          select coalesce(json_agg(y.other), '[]') as others from (
            select ${engagement.replaceAll('x.', 'z.').replaceAll('b.', 'd.')} as other from occurrence z join activity d on d.region_id = z.region_id and d.id = z.activity_id
            where z.region_id = x.region_id and z.id <> x.id and z.state = 'PLANNED'
              and z.starts_at > x.starts_at - interval '7 days' and z.starts_at < x.ends_at and z.ends_at > x.starts_at) y) c
      where x.region_id = $1 and x.id = any($2) and x.state = 'PLANNED'`,
      [tx.regionId, ids],
    );
    return rows.map(({ own, others }) => ({ ...dated(own), others: others.map(dated) }));
  }
}

/** JSON from the database carries instants as text. */
const dated = (row: Engagement): Engagement => ({ ...row, startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) });

/** The days between two, by day, with public holidays of the region's Land and its school holidays. */
async function calendarOf(tx: Tx, from: string | undefined, to: string | undefined): Promise<Map<string, CalendarDay>> {
  if (from === undefined || to === undefined) return new Map();
  const { land, holidays } = await tx.one<{ land: string; holidays: SchoolHolidaySpan[] }>(
    `select r.land, coalesce((select json_agg(json_build_object('name', s.name, 'firstDay', s.first_day, 'lastDay', s.last_day)) from school_holiday s
      where s.region_id = r.id and s.first_day <= $3 and s.last_day >= $2), '[]') as holidays from region r where r.id = $1`,
    [tx.regionId, from, to],
  );
  return new Map(isLand(land) ? calendarDays(land, from, to, holidays).map((day) => [day.day, day]) : []);
}
