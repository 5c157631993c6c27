import { Module } from '@nestjs/common';
import { ActivityReads } from './activities.reads';
import { ActivitiesResolver } from './activities.resolver';
import { Activities } from './activities.service';
import { OccurrenceReads } from './occurrences.reads';
import { OccurrencesResolver } from './occurrences.resolver';
import { Occurrences } from './occurrences.service';

/** Activities with their occurrences, the calendar, attendance. */
@Module({
  providers: [ActivityReads, Activities, ActivitiesResolver, OccurrenceReads, Occurrences, OccurrencesResolver],
  exports: [ActivityReads, OccurrenceReads],
})
export class ActivitiesModule {}
