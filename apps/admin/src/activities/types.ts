import type { ActivitiesDocument, ActivityDocument, AddOccurrencesDocument, AttendanceListDocument, CalendarDocument, HolidaysDocument, HostPlacesDocument, HostViewDocument, CreateHostLinkDocument, MediaCandidatesDocument, MediaDocument, OccurrenceDocument, OccurrencesDocument, OfferDocument, OrganisationNamesDocument, ResultOf, SchoolHolidaysDocument, VariablesOf } from '@mintforge/contract';

/** What the screens of this area are given, as the documents ask for it. */
export type ActivityRow = ResultOf<typeof ActivitiesDocument>['activities']['items'][number];
export type Activity = ResultOf<typeof ActivityDocument>['activity'];
export type ActivityOccurrence = Activity['occurrences'][number];
export type OccurrenceRow = ResultOf<typeof OccurrencesDocument>['occurrences']['items'][number];
export type Occurrence = ResultOf<typeof OccurrenceDocument>['occurrence'];
export type NewOccurrence = VariablesOf<typeof AddOccurrencesDocument>['input'][number];
export type Host = ResultOf<typeof OrganisationNamesDocument>['organisations']['items'][number];
export type HostPlaces = ResultOf<typeof HostPlacesDocument>['organisation'];
export type Offer = ResultOf<typeof OfferDocument>['offer'];
export type CalendarContent = ResultOf<typeof CalendarDocument>['calendar'];
export type Holidays = ResultOf<typeof HolidaysDocument>['calendar'];
export type SchoolHoliday = ResultOf<typeof SchoolHolidaysDocument>['schoolHolidays']['items'][number];
export type AttendanceSheet = ResultOf<typeof AttendanceListDocument>['attendanceList'];
export type AttendanceRow = AttendanceSheet['rows'][number];
export type AttendanceState = AttendanceRow['state'];
export type HostView = ResultOf<typeof HostViewDocument>['hostView'];
export type HostLink = ResultOf<typeof CreateHostLinkDocument>['createHostLink'];
export type Media = ResultOf<typeof MediaDocument>['media'][number];
export type MediaCandidate = ResultOf<typeof MediaCandidatesDocument>['mediaCandidates'][number];
export type CancelReason = NonNullable<Activity['cancelReason']>;
