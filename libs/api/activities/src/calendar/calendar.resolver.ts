import { Allow, ListOf, type List } from '@mintforge/platform';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DaysArgs, SchoolHolidayInput, SchoolHolidayPatch, SchoolHolidaysArgs } from './calendar.inputs';
import { CalendarReads } from './calendar.reads';
import { ActivityFigures, Calendar } from './calendar.types';
import { SchoolHoliday } from './school-holidays.entities';
import { SchoolHolidays } from './school-holidays.service';

const SchoolHolidayList = ListOf(SchoolHoliday, 'SchoolHolidayList');

/** The calendar, its school holidays and the figures of the dashboard. */
@Resolver()
export class CalendarResolver {
  constructor(
    private readonly reads: CalendarReads,
    private readonly writes: SchoolHolidays,
  ) {}

  @Query(() => Calendar)
  @Allow('activities.read')
  calendar(@Args() { from, to }: DaysArgs): Promise<Calendar> {
    return this.reads.calendar(from, to);
  }

  @Query(() => ActivityFigures)
  @Allow('activities.read')
  activityFigures(@Args() { from, to }: DaysArgs): Promise<ActivityFigures> {
    return this.reads.figures(from, to);
  }

  @Query(() => SchoolHolidayList)
  @Allow('activities.read')
  schoolHolidays(@Args() args: SchoolHolidaysArgs): Promise<List<SchoolHoliday>> {
    return this.reads.schoolHolidays(args);
  }

  @Query(() => SchoolHoliday)
  @Allow('activities.read')
  schoolHoliday(@Args('id', { type: () => ID }) id: string): Promise<SchoolHoliday> {
    return this.reads.schoolHoliday(id);
  }

  @Mutation(() => SchoolHoliday)
  @Allow('activities.write')
  async createSchoolHoliday(@Args('input') input: SchoolHolidayInput, @Args('idempotencyKey') idempotencyKey: string): Promise<SchoolHoliday> {
    return this.reads.schoolHoliday(await this.writes.create(input, idempotencyKey));
  }

  @Mutation(() => SchoolHoliday)
  @Allow('activities.write')
  async updateSchoolHoliday(@Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('patch') patch: SchoolHolidayPatch): Promise<SchoolHoliday> {
    await this.writes.update(id, version, patch);
    return this.reads.schoolHoliday(id);
  }

  @Mutation(() => Boolean)
  @Allow('activities.write')
  async deleteSchoolHoliday(@Args('id', { type: () => ID }) id: string): Promise<boolean> {
    await this.writes.delete(id);
    return true;
  }

  @Mutation(() => Int, { description: 'Fills in the published school holidays of the Land; gives how many were missing' })
  @Allow('activities.write')
  fillSchoolHolidays(): Promise<number> {
    return this.writes.fill();
  }
}
