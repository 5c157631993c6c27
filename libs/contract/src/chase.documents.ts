import { graphql } from './graphql';

/** Answers that are missing, what is due longest first. */
export const ConsentChasesDocument = graphql(`
  query ConsentChases($page: Int!, $perPage: Int!, $filter: ConsentChaseFilter) {
    consentChases(page: $page, perPage: $perPage, filter: $filter) {
      total
      items { id pupilId pseudonym firstName lastName groupId groupName organisationName signer purposes askedOn reminders lastChannel lastAt mail step dueOn unreachable }
    }
  }
`);

export const ConsentChaseRulesDocument = graphql(`query ConsentChaseRules { consentChaseRules { firstAfterDays thenEveryDays mostReminders automatic source version } }`);

export const SetConsentChaseRulesDocument = graphql(`
  mutation SetConsentChaseRules($version: Int!, $input: ChaseRulesInput!) { setConsentChaseRules(version: $version, input: $input) { version } }
`);

export const AskConsentsByMailDocument = graphql(`
  mutation AskConsentsByMail($groupId: ID, $pupilIds: [ID!], $purposes: [PurposeCode!]!, $idempotencyKey: String!) {
    askConsentsByMail(groupId: $groupId, pupilIds: $pupilIds, purposes: $purposes, idempotencyKey: $idempotencyKey) { pupilId signer written mail }
  }
`);

export const RemindConsentsDocument = graphql(`
  mutation RemindConsents($entries: [SignerOfPupil!]!, $idempotencyKey: String!) { remindConsents(entries: $entries, idempotencyKey: $idempotencyKey) }
`);

export const NoteConsentApproachDocument = graphql(`
  mutation NoteConsentApproach($entries: [SignerOfPupil!]!, $channel: String!, $idempotencyKey: String!) { noteConsentApproach(entries: $entries, channel: $channel, idempotencyKey: $idempotencyKey) }
`);
