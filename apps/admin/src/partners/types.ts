import type { ContactHistoryDocument, DuplicatesDocument, DuplicatesOfDocument, ImportDocument, ImportRowsDocument, ImportsDocument, NeedDocument, NeedsDocument, OfferDocument, OffersDocument, OrganisationDocument, OrganisationNamesDocument, OrganisationsDocument, PartnershipsDocument, ReadinessDocument, ResultOf } from '@mintforge/contract';

/** What the screens of this area are given, as the documents ask for it. */
export type OrganisationRow = ResultOf<typeof OrganisationsDocument>['organisations']['items'][number];
export type OrganisationName = ResultOf<typeof OrganisationNamesDocument>['organisations']['items'][number];
export type Organisation = ResultOf<typeof OrganisationDocument>['organisation'];
export type Site = Organisation['sites'][number];
export type Contact = Organisation['contacts'][number];
export type Equipment = Organisation['equipment'][number];
export type Readiness = ResultOf<typeof ReadinessDocument>['organisation']['readiness'][number];
export type HistoryEntry = ResultOf<typeof ContactHistoryDocument>['organisation']['history']['items'][number];
export type NeedRow = ResultOf<typeof NeedsDocument>['needs']['items'][number];
export type Need = ResultOf<typeof NeedDocument>['need'];
export type OfferRow = ResultOf<typeof OffersDocument>['offers']['items'][number];
export type Offer = ResultOf<typeof OfferDocument>['offer'];
export type Partnership = ResultOf<typeof PartnershipsDocument>['partnerships']['items'][number];
export type ImportListRow = ResultOf<typeof ImportsDocument>['imports']['items'][number];
export type Import = ResultOf<typeof ImportDocument>['import'];
export type ImportCounts = NonNullable<Import['counts']>;
export type ImportRow = ResultOf<typeof ImportRowsDocument>['importRows']['items'][number];
export type DuplicatePair = ResultOf<typeof DuplicatesDocument>['duplicates']['items'][number];
export type DuplicateHint = ResultOf<typeof DuplicatesOfDocument>['duplicatesOf'][number];
export type DuplicateReason = DuplicateHint['reasons'][number];
