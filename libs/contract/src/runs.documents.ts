import { graphql } from './graphql';

export const CancelRunDocument = graphql(`mutation CancelRun($id: ID!) { cancelRun(id: $id) { id state } }`);

/** What a pin or veto would change against the latest run; nothing is stored. */
export const PinCostDocument = graphql(`
  query PinCost($roundId: ID!, $participantId: ID!, $occurrenceId: ID!, $kind: PinKind!) {
    pinCost(roundId: $roundId, participantId: $participantId, occurrenceId: $occurrenceId, kind: $kind) {
      gained lost moved unchanged
      before { pupils placed unplaced firstWishShare topThreeShare meanRank seatsGuaranteed guaranteesMet }
      after { pupils placed unplaced firstWishShare topThreeShare meanRank seatsGuaranteed guaranteesMet }
      changes { participantId label change before { occurrenceId title startsAt rank } after { occurrenceId title startsAt rank } }
    }
  }
`);

export const RunFlowsDocument = graphql(`
  query RunFlows($runId: ID!) { runFlows(runId: $runId) { schoolId school schoolLat schoolLon hostId host hostLat hostLon placements seats km } }
`);

export const CloseRoundDocument = graphql(`mutation CloseRound($id: ID!, $version: Int!) { closeRound(id: $id, version: $version) { id version state } }`);

/** A round for the seats left and the participants without a place. */
export const SecondCallDocument = graphql(`
  mutation SecondCall($roundId: ID!, $input: SecondCallInput!, $idempotencyKey: String) { secondCall(roundId: $roundId, input: $input, idempotencyKey: $idempotencyKey) { id title followsRoundId } }
`);
