import type { CompareRunsDocument, GroupsToAddDocument, OpenOccurrencesDocument, ParticipantsDocument, PinsDocument, ResultOf, RoundDocument, RoundOccurrencesDocument, RoundsDocument, RunDocument, RunOccurrencesDocument, RunResultsDocument, RunsDocument } from '@mintforge/contract';

/** What the screens of this area are given, as the documents ask for it. */
export type RoundRow = ResultOf<typeof RoundsDocument>['rounds']['items'][number];
export type Round = ResultOf<typeof RoundDocument>['round'];
export type RoundSettings = Round['settings'];
export type RoundOccurrence = ResultOf<typeof RoundOccurrencesDocument>['roundOccurrences']['items'][number];
export type OpenOccurrence = ResultOf<typeof OpenOccurrencesDocument>['occurrences']['items'][number];
export type Participant = ResultOf<typeof ParticipantsDocument>['participants']['items'][number];
export type GroupToAdd = ResultOf<typeof GroupsToAddDocument>['groups']['items'][number];
export type RoundPin = ResultOf<typeof PinsDocument>['pins'][number];
export type RunRow = ResultOf<typeof RunsDocument>['runs'][number];
export type Run = ResultOf<typeof RunDocument>['run'];
export type RunFigures = NonNullable<Run['figures']>;
export type RunResult = ResultOf<typeof RunResultsDocument>['runResults']['items'][number];
export type RefusedWish = RunResult['refused'][number];
export type RunOccurrence = ResultOf<typeof RunOccurrencesDocument>['runOccurrences'][number];
export type Comparison = ResultOf<typeof CompareRunsDocument>['compareRuns'];
