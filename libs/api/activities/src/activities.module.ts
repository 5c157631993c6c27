import { OrganisationReferences, PartnersModule } from '@mintforge/partners';
import { ConsentModule } from '@mintforge/consent';
import { PeopleModule, PupilRegistrations } from '@mintforge/people';
import { RetentionSweeps } from '@mintforge/platform';
import { Module } from '@nestjs/common';
import { ActivityReads } from './activities.reads';
import { ActivitiesResolver } from './activities.resolver';
import { activitySweeps, attendedBy } from './activities.sweeps';
import { Activities } from './activities.service';
import { AttendanceController } from './attendance/attendance.controller';
import { AttendanceReads } from './attendance/attendance.reads';
import { AttendanceResolver } from './attendance/attendance.resolver';
import { AttendanceLists } from './attendance/attendance.service';
import { CalendarReads } from './calendar/calendar.reads';
import { CalendarResolver } from './calendar/calendar.resolver';
import { MediaConsent } from './media/media.consent';
import { MediaController } from './media/media.controller';
import { MediaReads } from './media/media.reads';
import { MediaResolver } from './media/media.resolver';
import { Pictures } from './media/media.service';
import { OccurrenceReads } from './occurrences/occurrences.reads';
import { OccurrencesResolver } from './occurrences/occurrences.resolver';
import { Occurrences } from './occurrences/occurrences.service';
import { SchoolHolidays } from './calendar/school-holidays.service';
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
