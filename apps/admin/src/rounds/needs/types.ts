import type { AllocationMarksDocument, AllocationsDocument, NeedsRoundDocument, OfferFitsDocument, ResultOf, RoundNeedsDocument, RoundOffersDocument } from '@mintforge/contract';

export type NeedsRound = ResultOf<typeof NeedsRoundDocument>['needsRound'];
export type AllocationRules = NeedsRound['rules'];
export type RoundNeed = ResultOf<typeof RoundNeedsDocument>['roundNeeds'][number];
export type RoundOffer = ResultOf<typeof RoundOffersDocument>['roundOffers'][number];
export type Allocation = ResultOf<typeof AllocationsDocument>['allocations'][number];
export type AllocationMark = ResultOf<typeof AllocationMarksDocument>['allocationMarks'][number];
export type OfferFit = ResultOf<typeof OfferFitsDocument>['offerFits'][number];
export type MarkKind = AllocationMark['kind'];
