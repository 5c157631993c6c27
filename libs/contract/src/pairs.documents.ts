import { graphql } from './graphql';

/** Rounds of needs and offers, and of mentoring pairs. */
export const NeedsRoundDocument = graphql(`
  query NeedsRound($roundId: ID!) {
    needsRound(roundId: $roundId) { needs offers seatsNeeded seatsOffered seatsProposed seatsAccepted rules { maxKm newPartnersFirst seatsPerPair } }
  }
`);

export const RoundNeedsDocument = graphql(`
  query RoundNeeds($roundId: ID!) {
    roundNeeds(roundId: $roundId) { id title organisationId organisationName format topics grades periodFrom periodTo size accepted proposed state gap { seats code params } }
  }
`);

export const RoundOffersDocument = graphql(`
  query RoundOffers($roundId: ID!) {
    roundOffers(roundId: $roundId) { id title organisationId organisationName format topics grades periodFrom periodTo size accepted proposed state gap { seats code params } }
  }
`);

export const AllocationsDocument = graphql(`
  query Allocations($roundId: ID!) {
    allocations(roundId: $roundId) {
      id version needId needTitle school offerId offerTitle host seats score state acceptedAt withdrawnReason partnershipId partnershipState offerState
      reasons { code params }
    }
  }
`);

export const AllocationMarksDocument = graphql(`
  query AllocationMarks($roundId: ID!) {
    allocationMarks(roundId: $roundId) { id needId needTitle school offerId offerTitle host kind seats note userName }
  }
`);

export const OfferFitsDocument = graphql(`
  query OfferFits($roundId: ID!, $needId: ID!) {
    offerFits(roundId: $roundId, needId: $needId) { offerId offerTitle host seatsLeft score bars reasons { code params } }
  }
`);

export const SetAllocationRulesDocument = graphql(`
  mutation SetAllocationRules($roundId: ID!, $rules: AllocationRulesInput!) { setAllocationRules(roundId: $roundId, rules: $rules) { needs } }
`);

export const TakeNeedsAndOffersDocument = graphql(`
  mutation TakeNeedsAndOffers($roundId: ID!, $chosen: NeedsAndOffers!, $all: Boolean!) { takeNeedsAndOffers(roundId: $roundId, chosen: $chosen, all: $all) }
`);

export const LeaveOutNeedsAndOffersDocument = graphql(`
  mutation LeaveOutNeedsAndOffers($roundId: ID!, $chosen: NeedsAndOffers!) { leaveOutNeedsAndOffers(roundId: $roundId, chosen: $chosen) }
`);

export const MarkPairDocument = graphql(`
  mutation MarkPair($roundId: ID!, $needId: ID!, $offerId: ID!, $kind: PinKind!, $seats: Int, $note: String!) {
    markPair(roundId: $roundId, needId: $needId, offerId: $offerId, kind: $kind, seats: $seats, note: $note)
  }
`);

export const UnmarkPairDocument = graphql(`mutation UnmarkPair($id: ID!) { unmarkPair(id: $id) }`);

export const ProposeAllocationsDocument = graphql(`mutation ProposeAllocations($roundId: ID!) { proposeAllocations(roundId: $roundId) }`);

export const AcceptAllocationDocument = graphql(`
  mutation AcceptAllocation($id: ID!, $version: Int!) { acceptAllocation(id: $id, version: $version) { id version state } }
`);

export const WithdrawAllocationDocument = graphql(`
  mutation WithdrawAllocation($id: ID!, $version: Int!, $reason: String!) { withdrawAllocation(id: $id, version: $version, reason: $reason) { id version state } }
`);

export const PublishAllocationsDocument = graphql(`
  mutation PublishAllocations($roundId: ID!, $version: Int!) { publishAllocations(roundId: $roundId, version: $version) }
`);

export const MentoringRoundDocument = graphql(`
  query MentoringRound($roundId: ID!) {
    mentoringRound(roundId: $roundId) { unranked mentors { occurrenceId number title host startsAt capacity taken wishes ranked } }
  }
`);

export const MentorCandidatesDocument = graphql(`
  query MentorCandidates($roundId: ID!, $occurrenceId: ID!) {
    mentorCandidates(roundId: $roundId, occurrenceId: $occurrenceId) { participantId label name groupName school grade wishRank position score }
  }
`);

export const SetUnrankedDocument = graphql(`
  mutation SetUnranked($roundId: ID!, $unranked: UnrankedRule!) { setUnranked(roundId: $roundId, unranked: $unranked) { unranked } }
`);

export const SetMentorOrderDocument = graphql(`
  mutation SetMentorOrder($roundId: ID!, $occurrenceId: ID!, $participantIds: [ID!]!) {
    setMentorOrder(roundId: $roundId, occurrenceId: $occurrenceId, participantIds: $participantIds) { unranked }
  }
`);

export const WishProposalsDocument = graphql(`
  query WishProposals($roundId: ID!, $perParticipant: Int!) {
    wishProposals(roundId: $roundId, perParticipant: $perParticipant) { withoutWishes proposable withoutInterests proposed examples { participantId label wishes { occurrenceId title score } } }
  }
`);

export const ProposeWishesDocument = graphql(`
  mutation ProposeWishes($roundId: ID!, $perParticipant: Int!) { proposeWishes(roundId: $roundId, perParticipant: $perParticipant) }
`);

export const WithdrawProposedWishesDocument = graphql(`
  mutation WithdrawProposedWishes($roundId: ID!, $participantId: ID) { withdrawProposedWishes(roundId: $roundId, participantId: $participantId) }
`);
