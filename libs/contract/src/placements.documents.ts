import { graphql } from './graphql';

/** All or none; the answer is how many that changed. */
export const AcceptPlacementsDocument = graphql(`mutation AcceptPlacements($ids: [ID!]!) { acceptPlacements(ids: $ids) }`);

export const DeclinePlacementsDocument = graphql(`mutation DeclinePlacements($ids: [ID!]!) { declinePlacements(ids: $ids) }`);

/** Who would move up, to be shown before a withdrawal is confirmed. */
export const WithdrawalPreviewDocument = graphql(`
  query WithdrawalPreview($placementId: ID!) {
    withdrawalPreview(placementId: $placementId) { participantId label school from { occurrenceId title startsAt rank } to { occurrenceId title startsAt rank } }
  }
`);

export const WaitingListDocument = graphql(`
  query WaitingList($occurrenceId: ID!) { waitingList(occurrenceId: $occurrenceId) { participantId label school position rank lottery } }
`);

/** For those who lost a place because the host called off. */
export const RehousingPreviewDocument = graphql(`
  query RehousingPreview($occurrenceId: ID!) {
    rehousingPreview(occurrenceId: $occurrenceId) { participantId label school from { occurrenceId title startsAt rank } to { occurrenceId title startsAt rank } }
  }
`);

export const RehouseDocument = graphql(`mutation Rehouse($occurrenceId: ID!) { rehouse(occurrenceId: $occurrenceId) }`);
