import { ProposeWishesDocument, WishProposalsDocument, WithdrawProposedWishesDocument, type ResultOf } from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';

export type WishProposals = ResultOf<typeof WishProposalsDocument>['wishProposals'];

/** Wishes proposed from interests: what would happen, the act, and the way back. */
export const proposedWishVerbs = ({ transport }: VerbTools) => ({
  wishProposals: async (roundId: string, perParticipant: number) => (await transport.run(WishProposalsDocument, { roundId, perParticipant })).wishProposals,
  proposeWishes: async (roundId: string, perParticipant: number) => (await transport.run(ProposeWishesDocument, { roundId, perParticipant })).proposeWishes,
  withdrawProposedWishes: async (roundId: string, participantId: string | null) => (await transport.run(WithdrawProposedWishesDocument, { roundId, participantId })).withdrawProposedWishes,
});
