import { graphql } from './graphql';

/** Pairs that may be one organisation, the surest first. */
export const DuplicatesDocument = graphql(`
  query Duplicates($page: Int!, $perPage: Int!, $verdict: DuplicateVerdict, $organisationId: ID) {
    duplicates(page: $page, perPage: $perPage, verdict: $verdict, organisationId: $organisationId) {
      total hasNext
      items {
        id verdict score
        reasons { code value }
        first { id version name roles schoolKinds officialNumber email phone website closedOn mainSite { id street postcode town } }
        second { id version name roles schoolKinds officialNumber email phone website closedOn mainSite { id street postcode town } }
      }
    }
  }
`);

/** Who may be there already, while somebody is being entered. */
export const DuplicatesOfDocument = graphql(`
  query DuplicatesOf($input: DuplicateCheckInput!) {
    duplicatesOf(input: $input) { verdict score reasons { code value } organisation { id name roles officialNumber closedOn mainSite { id street postcode town } } }
  }
`);

export const DismissDuplicateDocument = graphql(`mutation DismissDuplicate($firstId: ID!, $secondId: ID!) { dismissDuplicate(firstId: $firstId, secondId: $secondId) }`);

/** Answers the survivor. */
export const MergeOrganisationsDocument = graphql(`mutation MergeOrganisations($input: MergeInput!) { mergeOrganisations(input: $input) { id version name } }`);

export const UndoMergeDocument = graphql(`mutation UndoMerge($mergeId: ID!) { undoMerge(mergeId: $mergeId) { id version name } }`);
