import { graphql } from './graphql';

export const ActivitiesDocument = graphql(`
  query Activities($page: Int!, $perPage: Int!, $sort: ActivitySort! = TITLE_ASC, $filter: ActivityFilter) {
    activities(page: $page, perPage: $perPage, sort: $sort, filter: $filter) {
      total hasNext
      items { id version title format topics grades schoolYear state organisationId organisationName occurrenceCount nextAt capacity taken createdAt }
    }
  }
`);

export const ActivityDocument = graphql(`
  query Activity($id: ID!) {
    activity(id: $id) {
      id version title description format topics grades minimumAge compulsory accessibility sdgs digitalSkills schoolYear state cancelReason cancelNote publishedAt createdAt updatedAt
      organisationId organisationName offerId equipmentId equipmentName occurrenceCount nextAt capacity taken
      occurrences { id version activityId format organisationId siteId siteAddress place startsAt endsAt capacity minimum taken state cancelReason cancelNote warnings }
    }
  }
`);

export const CreateActivityDocument = graphql(`
  mutation CreateActivity($input: ActivityInput!, $idempotencyKey: String!) { createActivity(input: $input, idempotencyKey: $idempotencyKey) { id version title state } }
`);

/** Takes over what the offer says; the offer counts as taken up from then on. */
export const CreateActivityFromOfferDocument = graphql(`
  mutation CreateActivityFromOffer($offerId: ID!, $input: ActivityFromOfferInput!, $idempotencyKey: String!) {
    createActivityFromOffer(offerId: $offerId, input: $input, idempotencyKey: $idempotencyKey) { id version title state occurrences { id startsAt } }
  }
`);

export const UpdateActivityDocument = graphql(`
  mutation UpdateActivity($id: ID!, $version: Int!, $patch: ActivityPatch!) {
    updateActivity(id: $id, version: $version, patch: $patch) {
      id version title description format topics grades minimumAge compulsory accessibility sdgs digitalSkills schoolYear state cancelReason cancelNote publishedAt createdAt updatedAt
      organisationId organisationName offerId equipmentId equipmentName occurrenceCount nextAt capacity taken
      occurrences { id version activityId format organisationId siteId siteAddress place startsAt endsAt capacity minimum taken state cancelReason cancelNote warnings }
    }
  }
`);

export const PublishActivityDocument = graphql(`mutation PublishActivity($id: ID!, $version: Int!) { publishActivity(id: $id, version: $version) { id version state publishedAt } }`);

export const CancelActivityDocument = graphql(`
  mutation CancelActivity($id: ID!, $version: Int!, $reason: CancelReason!, $note: String) { cancelActivity(id: $id, version: $version, reason: $reason, note: $note) { id version state } }
`);

export const DeleteActivityDocument = graphql(`mutation DeleteActivity($id: ID!) { deleteActivity(id: $id) }`);

export const OccurrencesDocument = graphql(`
  query Occurrences($page: Int!, $perPage: Int!, $sort: OccurrenceSort! = STARTS_AT_ASC, $filter: OccurrenceFilter) {
    occurrences(page: $page, perPage: $perPage, sort: $sort, filter: $filter) {
      total hasNext
      items { id version activityId activityTitle activityState format organisationName place siteAddress startsAt endsAt capacity taken state }
    }
  }
`);

export const OccurrenceDocument = graphql(`
  query Occurrence($id: ID!) {
    occurrence(id: $id) {
      id version activityId activityTitle activityState format organisationId organisationName siteId siteAddress place startsAt endsAt capacity minimum taken state cancelReason cancelNote warnings
    }
  }
`);

export const AddOccurrencesDocument = graphql(`
  mutation AddOccurrences($activityId: ID!, $input: [OccurrenceInput!]!, $idempotencyKey: String!) {
    addOccurrences(activityId: $activityId, input: $input, idempotencyKey: $idempotencyKey) { id startsAt endsAt }
  }
`);

export const UpdateOccurrenceDocument = graphql(`
  mutation UpdateOccurrence($id: ID!, $version: Int!, $patch: OccurrencePatch!) { updateOccurrence(id: $id, version: $version, patch: $patch) { id version } }
`);

export const CancelOccurrenceDocument = graphql(`
  mutation CancelOccurrence($id: ID!, $version: Int!, $reason: CancelReason!, $note: String) { cancelOccurrence(id: $id, version: $version, reason: $reason, note: $note) { id version state } }
`);

export const DeleteOccurrenceDocument = graphql(`mutation DeleteOccurrence($id: ID!) { deleteOccurrence(id: $id) }`);

/** Where a host's occurrences take place and what they may use there. */
export const HostPlacesDocument = graphql(`
  query HostPlaces($id: ID!) {
    organisation(id: $id) { id name sites { id name street postcode town isMain } equipment { id name siteId capacity minimumAge needsBriefing pupilsPerSupervisor } }
  }
`);

/** Both days included. */
export const CalendarDocument = graphql(`
  query Calendar($from: String!, $to: String!) {
    calendar(from: $from, to: $to) {
      occurrences { id activityId activityTitle activityState format organisationName startsAt endsAt capacity taken state }
      publicHolidays { day name }
      schoolHolidays { id name firstDay lastDay checked }
    }
  }
`);

/** The days alone, for a form that plans on them. */
export const HolidaysDocument = graphql(`
  query Holidays($from: String!, $to: String!) { calendar(from: $from, to: $to) { publicHolidays { day name } schoolHolidays { name firstDay lastDay } } }
`);

export const SchoolHolidaysDocument = graphql(`
  query SchoolHolidays($page: Int!, $perPage: Int!, $sort: SchoolHolidaySort! = FIRST_DAY_ASC, $filter: SchoolHolidayFilter) {
    schoolHolidays(page: $page, perPage: $perPage, sort: $sort, filter: $filter) { total hasNext items { id version name firstDay lastDay source checked } }
  }
`);

export const CreateSchoolHolidayDocument = graphql(`
  mutation CreateSchoolHoliday($input: SchoolHolidayInput!, $idempotencyKey: String!) { createSchoolHoliday(input: $input, idempotencyKey: $idempotencyKey) { id version } }
`);

export const UpdateSchoolHolidayDocument = graphql(`
  mutation UpdateSchoolHoliday($id: ID!, $version: Int!, $patch: SchoolHolidayPatch!) { updateSchoolHoliday(id: $id, version: $version, patch: $patch) { id version } }
`);

export const DeleteSchoolHolidayDocument = graphql(`mutation DeleteSchoolHoliday($id: ID!) { deleteSchoolHoliday(id: $id) }`);

export const FillSchoolHolidaysDocument = graphql(`mutation FillSchoolHolidays { fillSchoolHolidays }`);

export const AttendanceListDocument = graphql(`
  query AttendanceList($occurrenceId: ID!) {
    attendanceList(occurrenceId: $occurrenceId) {
      occurrence { id activityId activityTitle format organisationId organisationName siteAddress place startsAt endsAt capacity taken state cancelReason }
      rows { id pupilId groupId firstName lastName pseudonym groupName schoolName grade headCount state note markedAt }
    }
  }
`);

export const MarkAttendanceDocument = graphql(`
  mutation MarkAttendance($occurrenceId: ID!, $marks: [AttendanceMark!]!) {
    markAttendance(occurrenceId: $occurrenceId, marks: $marks) {
      occurrence { id activityId activityTitle format organisationId organisationName siteAddress place startsAt endsAt capacity taken state cancelReason }
      rows { id pupilId groupId firstName lastName pseudonym groupName schoolName grade headCount state note markedAt }
    }
  }
`);
