import { graphql } from './graphql';

export const ConsentMatrixDocument = graphql(`
  query ConsentMatrix($groupId: ID!) {
    consentMatrix(groupId: $groupId) {
      groupId
      purposes { id code }
      rows { pupilId pseudonym firstName lastName custody cells { purposeId code state missing validUntil lapsesOn } }
    }
  }
`);

export const ConsentDecisionsDocument = graphql(`
  query ConsentDecisions($pupilId: ID!) {
    consentDecisions(pupilId: $pupilId) { id purposeId number act signer decidedAt channel assurance state missing createdAt }
  }
`);

export const ConsentImpactDocument = graphql(`
  query ConsentImpact($purpose: PurposeCode!, $pupilIds: [ID!]!) { consentImpact(purpose: $purpose, pupilIds: $pupilIds) { what id pupilId title startsAt } }
`);

export const ConsentReceiptDocument = graphql(`query ConsentReceipt($decisionId: ID!) { consentReceipt(decisionId: $decisionId) }`);

export const RequestConsentsDocument = graphql(`
  mutation RequestConsents($groupId: ID, $pupilIds: [ID!], $purposes: [PurposeCode!]!, $idempotencyKey: String!) {
    requestConsents(groupId: $groupId, pupilIds: $pupilIds, purposes: $purposes, idempotencyKey: $idempotencyKey)
  }
`);

export const CreateConsentLinksDocument = graphql(`
  mutation CreateConsentLinks($groupId: ID, $pupilIds: [ID!], $purposes: [PurposeCode!]!, $withCode: Boolean!) {
    createConsentLinks(groupId: $groupId, pupilIds: $pupilIds, purposes: $purposes, withCode: $withCode) { pupilId signer url code expiresAt }
  }
`);

export const VoidConsentDocument = graphql(`
  mutation VoidConsent($pupilId: ID!, $purpose: PurposeCode!, $reason: VoidReason!, $idempotencyKey: String!) {
    voidConsent(pupilId: $pupilId, purpose: $purpose, reason: $reason, idempotencyKey: $idempotencyKey)
  }
`);

export const DeclareCustodyDocument = graphql(`mutation DeclareCustody($pupilId: ID!, $custody: Custody!) { declareCustody(pupilId: $pupilId, custody: $custody) }`);

export const PurposesDocument = graphql(`
  query Purposes {
    controller { name address contact officer authority }
    purposes {
      id code basis article signerRule validityFrom validityMonths effect data recipients source version proposedBy
      proposal { basis article signerRule validityFrom validityMonths recipients source material }
      texts { id number validFrom releasedAt }
    }
  }
`);

/** Every version of a purpose's text in its languages, newest first. */
export const PurposeTextsDocument = graphql(`
  query PurposeTexts($id: ID!) { purpose(id: $id) { id texts { id number change validFrom validTo wordings { language plain title body sha256 } } } }
`);

export const AdoptPurposesDocument = graphql(`mutation AdoptPurposes { adoptPurposes { id } }`);

export const SetControllerDocument = graphql(`mutation SetController($input: ControllerInput!) { setController(input: $input) { name } }`);

export const ProposeConsentTextDocument = graphql(`
  mutation ProposeConsentText($purposeId: ID!, $change: ConsentTextChange!, $dpoReference: String, $wordings: [WordingInput!]!, $idempotencyKey: String!) {
    proposeConsentText(purposeId: $purposeId, change: $change, dpoReference: $dpoReference, wordings: $wordings, idempotencyKey: $idempotencyKey) { id }
  }
`);

export const ReleaseConsentTextDocument = graphql(`mutation ReleaseConsentText($id: ID!, $validFrom: String!) { releaseConsentText(id: $id, validFrom: $validFrom) }`);

export const ReleasePurposeDocument = graphql(`mutation ReleasePurpose($id: ID!, $version: Int!) { releasePurpose(id: $id, version: $version) { id } }`);
