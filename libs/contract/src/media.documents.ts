import { graphql } from './graphql';

export const MediaDocument = graphql(`
  query Media($occurrenceId: ID!) {
    media(occurrenceId: $occurrenceId) {
      id version caption width height nobody state publishedAt unpublishedAt prints visible publishable publicPath createdAt
      persons { pupilId name keeping publishing }
    }
  }
`);

export const MediaCandidatesDocument = graphql(`
  query MediaCandidates($occurrenceId: ID!) { mediaCandidates(occurrenceId: $occurrenceId) { pupilId name pseudonym groupName keeping publishing } }
`);

export const ShowOnMediaDocument = graphql(`
  mutation ShowOnMedia($id: ID!, $version: Int!, $pupilIds: [ID!], $nobody: Boolean!) { showOnMedia(id: $id, version: $version, pupilIds: $pupilIds, nobody: $nobody) { id } }
`);

export const UpdateMediaDocument = graphql(`mutation UpdateMedia($id: ID!, $version: Int!, $patch: MediaPatch!) { updateMedia(id: $id, version: $version, patch: $patch) { id } }`);

export const PublishMediaDocument = graphql(`mutation PublishMedia($id: ID!, $version: Int!) { publishMedia(id: $id, version: $version) { id } }`);

export const UnpublishMediaDocument = graphql(`mutation UnpublishMedia($id: ID!, $version: Int!) { unpublishMedia(id: $id, version: $version) { id } }`);

export const DeleteMediaDocument = graphql(`mutation DeleteMedia($id: ID!) { deleteMedia(id: $id) { id } }`);

/** The day list of an occurrence exactly as its host sees it. */
export const HostViewDocument = graphql(`
  query HostView($occurrenceId: ID!) {
    hostView(occurrenceId: $occurrenceId) {
      occurrenceId title host place startsAt endsAt compulsory closesOn open
      rows { placementId named firstName lastName groupName grade heads oldEnough provisions }
    }
  }
`);

/** An address block: no list, file or host names the pupil from then on. */
export const ShieldPupilDocument = graphql(`
  mutation ShieldPupil($id: ID!, $version: Int!, $shielded: Boolean!, $until: String) { shieldPupil(id: $id, version: $version, shielded: $shielded, until: $until) { id version shield { until } } }
`);

/** Provisions of a pupil that can be told to the host of a placement, and the choice. */
export const NeedsToShareDocument = graphql(`query NeedsToShare($placementId: ID!) { needsToShare(placementId: $placementId) }`);

export const ShareNeedsDocument = graphql(`mutation ShareNeeds($placementId: ID!, $provisions: [AccessibilityProvision!]!) { shareNeeds(placementId: $placementId, provisions: $provisions) }`);

export const HostViewDaysDocument = graphql(`query HostViewDays { hostViewDays }`);

export const SetHostViewDaysDocument = graphql(`mutation SetHostViewDays($days: Int!) { setHostViewDays(days: $days) }`);

export const HostContactsDocument = graphql(`query HostContacts($occurrenceId: ID!) { hostContacts(occurrenceId: $occurrenceId) { id name function } }`);

/** A link to the day list for a contact of the host, told once. */
export const CreateHostLinkDocument = graphql(`
  mutation CreateHostLink($occurrenceId: ID!, $contactId: ID!) { createHostLink(occurrenceId: $occurrenceId, contactId: $contactId) { contactName url code expiresAt } }
`);
