import { daysBetween, isLand, publicHolidays } from '@mintforge/domain/activities';
import { Refusal, type Day } from '@mintforge/domain/kernel';
import { Conditions, currentActor, currentContext, Db, readPage, type List, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { SchoolHolidaySort, SchoolHolidaysArgs } from './calendar.inputs';
import type { ActivityFigures, Calendar, MonthFigure } from './calendar.types';
import { OccurrenceReads } from '../occurrences/occurrences.reads';
import type { SchoolHoliday } from './school-holidays.entities';

const columns = `s.id, s.name, s.first_day as "firstDay", s.last_day as "lastDay", s.source, s.checked, s.version, s.created_at as "createdAt", s.updated_at as "updatedAt"`;
const orders: Record<SchoolHolidaySort, string> = { FIRST_DAY_ASC: 's.first_day, s.id', FIRST_DAY_DESC: 's.first_day desc, s.id desc' };

const longestDays = 400;

/** The calendar of a region, its school holidays, and what the dashboard counts. */
@Injectable()
export class CalendarReads {
  constructor(
    private readonly db: Db,
    private readonly occurrences: OccurrenceReads,
  ) {}

  /** Occurrences, public holidays of the Land and school holidays between two days, both included. Refuses INVALID_INPUT for more than 400 days. */
  calendar(from: Day, to: Day): Promise<Calendar> {
    checkDays(from, to);
    return this.db.read(async (tx) => {
      const { land } = await tx.one<{ land: string }>('select land from region where id = $1', [tx.regionId]);
      return {
        occurrences: await this.occurrences.onDays(tx, from, to),
        publicHolidays: isLand(land) ? publicHolidays(land, from, to, currentContext().locale) : [],
        schoolHolidays: await tx.query<SchoolHoliday>(`select ${columns} from school_holiday s where s.region_id = $1 and s.first_day <= $3 and s.last_day >= $2 order by ${orders.FIRST_DAY_ASC}`, [tx.regionId, from, to]),
      };
    });
  }

  /** One page of school holidays. */
  schoolHolidays({ filter = {}, sort, ...page }: SchoolHolidaysArgs): Promise<List<SchoolHoliday>> {
    const where = new Conditions()
      .add('s.region_id = ?', currentActor().regionId)
      .add('s.id = any(?)', filter.ids)
      .add('s.last_day >= ?', filter.from)
      .add('s.first_day <= ?', filter.to)
      .add('s.checked = ?', filter.checked);
    return readPage<SchoolHoliday>(this.db, { select: columns, from: 'school_holiday s', ...where, order: orders[sort] }, page);
  }

  /** One stretch of school holidays. Refuses NOT_FOUND. */
  schoolHoliday(id: string): Promise<SchoolHoliday> {
    return this.db.read((tx) => tx.one<SchoolHoliday>(`select ${columns} from school_holiday s where s.region_id = $1 and s.id = $2`, [tx.regionId, id]));
  }

  /** What the dashboard counts: activities by state, open attendance lists, occurrences by month of their start. Refuses INVALID_INPUT for more than 400 days. */
  figures(from: Day, to: Day): Promise<ActivityFigures> {
    checkDays(from, to);
    return this.db.read(async (tx) => ({ ...(await this.counts(tx)), months: await this.months(tx, from, to) }));
  }

  private counts(tx: Tx): Promise<Omit<ActivityFigures, 'months'>> {
    return tx.one(
      `select count(*) filter (where state = 'DRAFT')::int as drafts, count(*) filter (where state = 'PUBLISHED')::int as published, count(*) filter (where state = 'CANCELLED')::int as cancelled,
        (select count(*)::int from occurrence o where o.region_id = $1 and ${this.occurrences.attendanceOpen}) as "attendanceOpen"
      from activity where region_id = $1`,
      [tx.regionId],
    );
  }

  private months(tx: Tx, from: Day, to: Day): Promise<MonthFigure[]> {
    return tx.query<MonthFigure>(
      `select to_char(o.starts_at at time zone 'Europe/Berlin', 'YYYY-MM') as month, a.format, case o.state when 'CANCELLED' then 'CANCELLED' else a.state end as state,
        count(*)::int as occurrences, sum(o.capacity)::int as capacity, sum(o.taken)::int as taken
      from occurrence o join activity a on a.region_id = o.region_id and a.id = o.activity_id
      where o.region_id = $1 and o.starts_at >= $2::date::timestamp at time zone 'Europe/Berlin' and o.starts_at < ($3::date + 1)::timestamp at time zone 'Europe/Berlin'
      group by 1, 2, 3 order by 1, 2, 3`,
      [tx.regionId, from, to],
    );
  }
}

function checkDays(from: Day, to: Day): void {
  const count = daysBetween(from, to).length;
  if (count === 0 || count > longestDays) throw new Refusal('INVALID_INPUT', {}, { to: 'range' });
}
