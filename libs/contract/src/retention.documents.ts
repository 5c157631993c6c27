import { graphql } from './graphql';

export const RetentionReportDocument = graphql(`
  query RetentionReport($until: String) {
    retentionReport(until: $until) {
      retentionClass signedAt signedByName
      rule { id termFrom termCount termUnit action source validFrom dpoReference }
      proposed { id termFrom termCount termUnit source proposedBy dpoReference }
      kinds { what due held in30 in90 until nextEnd }
    }
  }
`);

export const RetentionResultsDocument = graphql(`query RetentionResults { retentionResults { id day retentionClass what executed ended held waiting } }`);

export const AdoptRetentionRulesDocument = graphql(`mutation AdoptRetentionRules { adoptRetentionRules }`);

export const ProposeRetentionRuleDocument = graphql(`mutation ProposeRetentionRule($input: RetentionRuleInput!) { proposeRetentionRule(input: $input) }`);

export const DiscardRetentionRuleDocument = graphql(`mutation DiscardRetentionRule($retentionClass: String!) { discardRetentionRule(retentionClass: $retentionClass) }`);

export const ReleaseRetentionRuleDocument = graphql(`
  mutation ReleaseRetentionRule($retentionClass: String!, $validFrom: String!) { releaseRetentionRule(retentionClass: $retentionClass, validFrom: $validFrom) }
`);

export const SignRetentionRuleDocument = graphql(`mutation SignRetentionRule($retentionClass: String!, $due: Int!) { signRetentionRule(retentionClass: $retentionClass, due: $due) }`);

export const LegalHoldsDocument = graphql(`
  query LegalHolds { legalHolds { id version reason reference subjectKind subjectId retentionClass reviewOn expiresOn liftedAt } }
`);

export const PlaceHoldDocument = graphql(`mutation PlaceHold($input: HoldInput!, $idempotencyKey: String!) { placeHold(input: $input, idempotencyKey: $idempotencyKey) }`);

export const ProlongHoldDocument = graphql(`
  mutation ProlongHold($id: ID!, $version: Int!, $reviewOn: String!, $expiresOn: String!) { prolongHold(id: $id, version: $version, reviewOn: $reviewOn, expiresOn: $expiresOn) }
`);

export const LiftHoldDocument = graphql(`mutation LiftHold($id: ID!, $version: Int!) { liftHold(id: $id, version: $version) }`);

export const EvidenceGrantsDocument = graphql(`
  query EvidenceGrants {
    evidenceGrants {
      id version reference title lastPaidOn due
      interruptions { id reason reference beganOn endedOn }
      items { id kind title datedOn releaseAskedBy releasedAt }
    }
    evidenceAccesses { id itemId reason askedBy askedByName endsAt }
  }
`);

export const AddEvidenceGrantDocument = graphql(`
  mutation AddEvidenceGrant($input: EvidenceGrantInput!, $idempotencyKey: String!) { addEvidenceGrant(input: $input, idempotencyKey: $idempotencyKey) }
`);

export const ChangeEvidenceGrantDocument = graphql(`
  mutation ChangeEvidenceGrant($id: ID!, $version: Int!, $lastPaidOn: String) { changeEvidenceGrant(id: $id, version: $version, lastPaidOn: $lastPaidOn) }
`);

export const InterruptEvidenceDocument = graphql(`mutation InterruptEvidence($input: InterruptionInput!) { interruptEvidence(input: $input) }`);

export const EndEvidenceInterruptionDocument = graphql(`mutation EndEvidenceInterruption($id: ID!, $endedOn: String!) { endEvidenceInterruption(id: $id, endedOn: $endedOn) }`);

export const AskForEvidenceDocument = graphql(`mutation AskForEvidence($itemId: ID!, $reason: String!) { askForEvidence(itemId: $itemId, reason: $reason) }`);

export const AllowEvidenceDocument = graphql(`mutation AllowEvidence($accessId: ID!) { allowEvidence(accessId: $accessId) }`);

export const ReleaseEvidenceDocument = graphql(`mutation ReleaseEvidence($itemId: ID!) { releaseEvidence(itemId: $itemId) }`);
