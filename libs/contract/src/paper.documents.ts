import { graphql } from './graphql';

const FormParts = graphql(`
  fragment FormParts on ConsentForm @_unmask {
    id number pupilId pseudonym firstName lastName groupName purposes language plain signers printedOn state signedBy signedOn hasScan returnedAt recordedBy checkState objection
    ticks { purpose answer }
  }
`);

export const ConsentFormDocument = graphql(`query ConsentForm($number: String!) { consentForm(number: $number) { ...FormParts } }`, [FormParts]);

export const ConsentFormsDocument = graphql(`query ConsentForms($groupId: ID!) { consentForms(groupId: $groupId) { ...FormParts } }`, [FormParts]);

export const ConsentFormsToCheckDocument = graphql(`query ConsentFormsToCheck { consentFormsToCheck { ...FormParts } }`, [FormParts]);

export const PrintConsentFormsDocument = graphql(`
  mutation PrintConsentForms($groupId: ID, $pupilIds: [ID!], $purposes: [PurposeCode!]!, $language: String!, $plain: Boolean!, $idempotencyKey: String!) {
    printConsentForms(groupId: $groupId, pupilIds: $pupilIds, purposes: $purposes, language: $language, plain: $plain, idempotencyKey: $idempotencyKey) { setId forms }
  }
`);

export const RecordConsentFormsDocument = graphql(`
  mutation RecordConsentForms($entries: [FormEntry!]!, $idempotencyKey: String!) {
    recordConsentForms(entries: $entries, idempotencyKey: $idempotencyKey) { id number pupilId state toCheck results { purpose state missing } }
  }
`);

export const RecordOwnPaperDocument = graphql(`
  mutation RecordOwnPaper($pupilId: ID!, $signer: Signer!, $signerName: String, $signedOn: String!, $language: String!, $plain: Boolean!, $answers: [OwnPaperAnswer!]!, $scanId: ID!, $idempotencyKey: String!) {
    recordOwnPaper(pupilId: $pupilId, signer: $signer, signerName: $signerName, signedOn: $signedOn, language: $language, plain: $plain, answers: $answers, scanId: $scanId, idempotencyKey: $idempotencyKey)
  }
`);

export const CheckConsentFormDocument = graphql(`mutation CheckConsentForm($id: ID!, $objection: ConsentFormObjection) { checkConsentForm(id: $id, objection: $objection) }`);

export const RecordConsentCallDocument = graphql(`
  mutation RecordConsentCall($pupilId: ID!, $signer: Signer!, $signerName: String, $answers: [CallAnswer!]!, $calledAt: DateTime!, $numberFrom: CallBackNumber!, $language: String!, $plain: Boolean!, $idempotencyKey: String!) {
    recordConsentCall(pupilId: $pupilId, signer: $signer, signerName: $signerName, answers: $answers, calledAt: $calledAt, numberFrom: $numberFrom, language: $language, plain: $plain, idempotencyKey: $idempotencyKey)
  }
`);
