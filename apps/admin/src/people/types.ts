import type { GroupDocument, GroupsDocument, ImportClassListDocument, PreviewClassListDocument, PupilDocument, PupilsDocument, ResultOf, SchoolsDocument, VariablesOf } from '@mintforge/contract';

/** What the screens of this area are given, as the documents ask for it. */
export type School = ResultOf<typeof SchoolsDocument>['organisations']['items'][number];
export type GroupRow = ResultOf<typeof GroupsDocument>['groups']['items'][number];
export type Group = ResultOf<typeof GroupDocument>['group'];
export type PupilRow = ResultOf<typeof PupilsDocument>['pupils']['items'][number];
export type Pupil = ResultOf<typeof PupilDocument>['pupil'];
export type ClassListPreview = ResultOf<typeof PreviewClassListDocument>['previewClassList'];
export type ClassListRow = ClassListPreview['rows'][number];
export type ClassListMapping = ClassListPreview['mapping'];
export type ClassListResult = ResultOf<typeof ImportClassListDocument>['importClassList'];
export type ClassListDecision = VariablesOf<typeof ImportClassListDocument>['decisions'][number];
