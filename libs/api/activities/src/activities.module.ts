import { OrganisationReferences, PartnersModule } from '@mintforge/partners';
import { ConsentModule } from '@mintforge/consent';
import { PeopleModule, PupilRegistrations } from '@mintforge/people';
import { RetentionSweeps } from '@mintforge/platform';
import { Module } from '@nestjs/common';
import { ActivityReads } from './activities.reads';
import { ActivitiesResolver } from './activities.resolver';
import { activitySweeps, attendedBy } from './activities.sweeps';
import { Activities } from './activities.service';
import { AttendanceController } from './attendance.controller';
import { AttendanceReads } from './attendance.reads';
import { AttendanceResolver } from './attendance.resolver';
import { AttendanceLists } from './attendance.service';
import { CalendarReads } from './calendar.reads';
import { CalendarResolver } from './calendar.resolver';
import { MediaConsent } from './media.consent';
import { MediaController } from './media.controller';
import { MediaReads } from './media.reads';
import { MediaResolver } from './media.resolver';
import { Pictures } from './media.service';
import { OccurrenceReads } from './occurrences.reads';
import { OccurrencesResolver } from './occurrences.resolver';
import { Occurrences } from './occurrences.service';
import { SchoolHolidays } from './school-holidays.service';
import './activities.data-map';

/** Activities with their occurrences, the calendar, attendance. */
@Module({
  imports: [ConsentModule, PartnersModule, PeopleModule],
  controllers: [AttendanceController, MediaController],
  providers: [
    ActivityReads, Activities, ActivitiesResolver,
    OccurrenceReads, Occurrences, OccurrencesResolver,
    CalendarReads, CalendarResolver, SchoolHolidays,
    AttendanceReads, AttendanceLists, AttendanceResolver,
    MediaReads, Pictures, MediaConsent, MediaResolver,
  ],
  exports: [ActivityReads, OccurrenceReads],
})
export class ActivitiesModule {
  constructor(references: OrganisationReferences, registrations: PupilRegistrations, sweeps: RetentionSweeps) {
    registrations.register(attendedBy);
    sweeps.register(...activitySweeps);
    references.register('activity', 'organisation_id');
  }
}
