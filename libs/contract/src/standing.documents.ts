import { graphql } from './graphql';

export const OfficeTasksDocument = graphql(`
  query OfficeTasks($page: Int!, $perPage: Int!, $sort: TaskSort!, $filter: TaskFilter) {
    officeTasks(page: $page, perPage: $perPage, sort: $sort, filter: $filter) { total hasNext items { id kind about pupilId params dueOn state note doneByName doneAt createdAt } }
  }
`);

export const FinishOfficeTaskDocument = graphql(`mutation FinishOfficeTask($id: ID!, $note: TaskNote!) { finishOfficeTask(id: $id, note: $note) }`);

export const ConsentTimelineDocument = graphql(`
  query ConsentTimeline($pupilId: ID!) {
    consentTimeline(pupilId: $pupilId) { id purpose act signer signerName decidedAt createdAt recordedByName channel assurance textNumber voidReason state missing hasReceipt }
  }
`);

/** Whose consents they are, with where each stands. */
export const PupilConsentsDocument = graphql(`query PupilConsents($id: ID!) { pupil(id: $id) { id pseudonym firstName lastName groupId groupName } }`);

export const ConsentDisputesDocument = graphql(`
  query ConsentDisputes {
    consentDisputes {
      pupilId pseudonym firstName lastName groupId groupName organisationName custody purposeId purpose
      voices { id signer signerName act decidedAt channel assurance }
    }
  }
`);

export const SignerRulesDocument = graphql(`
  query SignerRules { signerRules { id code validFrom bands { fromAge guardians pupil takesOver } graceDays inWriting checkPercent material source released proposedBy purposes } }
`);

export const SignerRuleEffectDocument = graphql(`
  query SignerRuleEffect($id: ID!) { signerRuleEffect(id: $id) { asksAnew asked changes { guardiansBefore pupilBefore guardiansAfter pupilAfter pupils } } }
`);

export const ProposeSignerRuleDocument = graphql(`
  mutation ProposeSignerRule($code: String!, $validFrom: String!, $bands: [SignerBandInput!]!, $graceDays: Int!, $inWriting: Boolean!, $checkPercent: Int!, $material: Boolean!, $source: String!, $idempotencyKey: String!) {
    proposeSignerRule(code: $code, validFrom: $validFrom, bands: $bands, graceDays: $graceDays, inWriting: $inWriting, checkPercent: $checkPercent, material: $material, source: $source, idempotencyKey: $idempotencyKey)
  }
`);

export const ReleaseSignerRuleDocument = graphql(`mutation ReleaseSignerRule($id: ID!) { releaseSignerRule(id: $id) }`);

export const PurposeAsksAnewDocument = graphql(`query PurposeAsksAnew($id: ID!) { purposeAsksAnew(id: $id) }`);

export const ConsentTextAsksAnewDocument = graphql(`query ConsentTextAsksAnew($id: ID!) { consentTextAsksAnew(id: $id) }`);

export const ProposePurposeDocument = graphql(`mutation ProposePurpose($id: ID!, $version: Int!, $patch: PurposePatch!) { proposePurpose(id: $id, version: $version, patch: $patch) { id } }`);
