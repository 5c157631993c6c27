import { Module } from '@nestjs/common';
import { ActivityReads } from './activities.reads';
import { ActivitiesResolver } from './activities.resolver';
import { Activities } from './activities.service';
import { CalendarReads } from './calendar.reads';
import { CalendarResolver } from './calendar.resolver';
import { OccurrenceReads } from './occurrences.reads';
import { OccurrencesResolver } from './occurrences.resolver';
import { Occurrences } from './occurrences.service';
import { SchoolHolidays } from './school-holidays.service';

/** Activities with their occurrences, the calendar, attendance. */
@Module({
  providers: [ActivityReads, Activities, ActivitiesResolver, OccurrenceReads, Occurrences, OccurrencesResolver, CalendarReads, CalendarResolver, SchoolHolidays],
  exports: [ActivityReads, OccurrenceReads],
})
export class ActivitiesModule {}
