import {
  AcceptAllocationDocument, AllocationMarksDocument, AllocationsDocument, LeaveOutNeedsAndOffersDocument, MarkPairDocument, NeedsRoundDocument, OfferFitsDocument, ProposeAllocationsDocument,
  PublishAllocationsDocument, RoundNeedsDocument, RoundOffersDocument, SetAllocationRulesDocument, TakeNeedsAndOffersDocument, UnmarkPairDocument, WithdrawAllocationDocument, type VariablesOf,
} from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';
import type { AllocationRules } from './types';

/** What one does in a round of needs and offers. */
export const needsRoundVerbs = ({ transport }: VerbTools) => ({
  needsRound: async (roundId: string) => (await transport.run(NeedsRoundDocument, { roundId })).needsRound,
  roundNeeds: async (roundId: string) => (await transport.run(RoundNeedsDocument, { roundId })).roundNeeds,
  roundOffers: async (roundId: string) => (await transport.run(RoundOffersDocument, { roundId })).roundOffers,
  allocations: async (roundId: string) => (await transport.run(AllocationsDocument, { roundId })).allocations,
  allocationMarks: async (roundId: string) => (await transport.run(AllocationMarksDocument, { roundId })).allocationMarks,
  offerFits: async (roundId: string, needId: string) => (await transport.run(OfferFitsDocument, { roundId, needId })).offerFits,
  setAllocationRules: (roundId: string, rules: AllocationRules) => transport.run(SetAllocationRulesDocument, { roundId, rules }),
  takeAllNeedsAndOffers: async (roundId: string) => (await transport.run(TakeNeedsAndOffersDocument, { roundId, chosen: {}, all: true })).takeNeedsAndOffers,
  leaveOut: (roundId: string, chosen: { needIds?: string[]; offerIds?: string[] }) => transport.run(LeaveOutNeedsAndOffersDocument, { roundId, chosen }),
  markPair: (asked: VariablesOf<typeof MarkPairDocument>) => transport.run(MarkPairDocument, asked),
  unmarkPair: (id: string) => transport.run(UnmarkPairDocument, { id }),
  proposeAllocations: async (roundId: string) => (await transport.run(ProposeAllocationsDocument, { roundId })).proposeAllocations,
  acceptAllocation: (id: string, version: number) => transport.run(AcceptAllocationDocument, { id, version }),
  withdrawAllocation: (asked: VariablesOf<typeof WithdrawAllocationDocument>) => transport.run(WithdrawAllocationDocument, asked),
  publishAllocations: async (roundId: string, version: number) => (await transport.run(PublishAllocationsDocument, { roundId, version })).publishAllocations,
});
