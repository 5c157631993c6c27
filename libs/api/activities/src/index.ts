export { ActivitiesModule } from './activities.module';
export { activitySweeps, attendedBy } from './activities.sweeps';
export { ActivityReads } from './activities.reads';
export { OccurrenceReads, type OccurrenceForRound } from './occurrences/occurrences.reads';
export { spanInWords } from './attendance/attendance.texts';
