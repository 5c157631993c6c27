import { AddOccurrencesDocument, CreateHostLinkDocument, HostContactsDocument, AttendanceListDocument, CalendarDocument, CancelActivityDocument, CancelOccurrenceDocument, CreateActivityFromOfferDocument, CreateSchoolHolidayDocument, DeleteMediaDocument, DeleteOccurrenceDocument, DeleteSchoolHolidayDocument, FillSchoolHolidaysDocument, HolidaysDocument, HostPlacesDocument, HostViewDocument, MarkAttendanceDocument, MediaCandidatesDocument, MediaDocument, NeedsToShareDocument, OccurrenceDocument, OfferDocument, PublishActivityDocument, PublishMediaDocument, SchoolHolidaysDocument, ShareNeedsDocument, ShowOnMediaDocument, UnpublishMediaDocument, UpdateMediaDocument, UpdateOccurrenceDocument, UpdateSchoolHolidayDocument, type VariablesOf } from '@mintforge/contract';
import { maxPerPage } from '@mintforge/domain/kernel';
import type { VerbTools } from '@mintforge/ui-kit';

type Provision = VariablesOf<typeof ShareNeedsDocument>['provisions'][number];
type Given<Document> = Omit<VariablesOf<Document>, 'idempotencyKey'>;

/** What one does with activities, occurrences, the calendar and attendance beside making and changing activities. */
export const activityVerbs = ({ transport, keys }: VerbTools) => ({
  offerToTake: async (id: string) => (await transport.run(OfferDocument, { id })).offer,
  createActivityFromOffer: async (given: Given<typeof CreateActivityFromOfferDocument>) =>
    (await keys.once('createActivityFromOffer', given, (idempotencyKey) => transport.run(CreateActivityFromOfferDocument, { ...given, idempotencyKey }))).createActivityFromOffer,
  publishActivity: (id: string, version: number) => transport.run(PublishActivityDocument, { id, version }),
  cancelActivity: (asked: VariablesOf<typeof CancelActivityDocument>) => transport.run(CancelActivityDocument, asked),

  occurrence: async (id: string) => (await transport.run(OccurrenceDocument, { id })).occurrence,
  hostPlaces: async (id: string) => (await transport.run(HostPlacesDocument, { id })).organisation,
  addOccurrences: async (given: Given<typeof AddOccurrencesDocument>) =>
    (await keys.once('addOccurrences', given, (idempotencyKey) => transport.run(AddOccurrencesDocument, { ...given, idempotencyKey }))).addOccurrences,
  updateOccurrence: (asked: VariablesOf<typeof UpdateOccurrenceDocument>) => transport.run(UpdateOccurrenceDocument, asked),
  cancelOccurrence: (asked: VariablesOf<typeof CancelOccurrenceDocument>) => transport.run(CancelOccurrenceDocument, asked),
  deleteOccurrence: (id: string) => transport.run(DeleteOccurrenceDocument, { id }),

  calendar: async (from: string, to: string) => (await transport.run(CalendarDocument, { from, to })).calendar,
  holidays: async (from: string, to: string) => (await transport.run(HolidaysDocument, { from, to })).calendar,
  /** The stretches still to come or going on, earliest first; a region has some forty of three years. */
  schoolHolidays: async (from: string) => (await transport.run(SchoolHolidaysDocument, { page: 1, perPage: maxPerPage, filter: { from } })).schoolHolidays.items,
  createSchoolHoliday: (input: VariablesOf<typeof CreateSchoolHolidayDocument>['input']) =>
    keys.once('createSchoolHoliday', input, (idempotencyKey) => transport.run(CreateSchoolHolidayDocument, { input, idempotencyKey })),
  updateSchoolHoliday: (asked: VariablesOf<typeof UpdateSchoolHolidayDocument>) => transport.run(UpdateSchoolHolidayDocument, asked),
  deleteSchoolHoliday: (id: string) => transport.run(DeleteSchoolHolidayDocument, { id }),
  fillSchoolHolidays: async () => (await transport.run(FillSchoolHolidaysDocument, {})).fillSchoolHolidays,

  attendanceList: async (occurrenceId: string) => (await transport.run(AttendanceListDocument, { occurrenceId })).attendanceList,
  markAttendance: async (asked: VariablesOf<typeof MarkAttendanceDocument>) => (await transport.run(MarkAttendanceDocument, asked)).markAttendance,

  hostContacts: async (occurrenceId: string) => (await transport.run(HostContactsDocument, { occurrenceId })).hostContacts,
  createHostLink: async (occurrenceId: string, contactId: string) => (await transport.run(CreateHostLinkDocument, { occurrenceId, contactId })).createHostLink,
  needsToShare: async (placementId: string) => (await transport.run(NeedsToShareDocument, { placementId })).needsToShare,
  shareNeeds: (placementId: string, provisions: Provision[]) => transport.run(ShareNeedsDocument, { placementId, provisions }),
  hostView: async (occurrenceId: string) => (await transport.run(HostViewDocument, { occurrenceId })).hostView,
  /** The pictures of an occurrence and who can be on them. */
  mediaOf: async (occurrenceId: string) => {
    const [{ media }, { mediaCandidates }] = await Promise.all([transport.run(MediaDocument, { occurrenceId }), transport.run(MediaCandidatesDocument, { occurrenceId })]);
    return { media, candidates: mediaCandidates };
  },
  addPicture: (occurrenceId: string, file: File, { pupilIds, nobody, caption }: { pupilIds: string[]; nobody: boolean; caption: string }) =>
    transport.upload<{ id: string }>(file, { path: `/occurrences/${occurrenceId}/media`, fields: { persons: pupilIds.join(','), nobody: String(nobody), caption } }),
  showOnMedia: (asked: VariablesOf<typeof ShowOnMediaDocument>) => transport.run(ShowOnMediaDocument, asked),
  updateMedia: (asked: VariablesOf<typeof UpdateMediaDocument>) => transport.run(UpdateMediaDocument, asked),
  publishMedia: (id: string, version: number) => transport.run(PublishMediaDocument, { id, version }),
  unpublishMedia: (id: string, version: number) => transport.run(UnpublishMediaDocument, { id, version }),
  deleteMedia: (id: string) => transport.run(DeleteMediaDocument, { id }),
});
