import { graphql } from './graphql';

export const OrganisationsDocument = graphql(`
  query Organisations($page: Int!, $perPage: Int!, $sort: OrganisationSort, $filter: OrganisationFilter) {
    organisations(page: $page, perPage: $perPage, sort: $sort, filter: $filter) {
      total hasNext
      items { id version name roles schoolKinds stage tags closedOn officialNumber updatedAt mainSite { id postcode town coordinateCheck } }
    }
  }
`);

/** What a reference to an organisation shows. */
export const OrganisationNamesDocument = graphql(`
  query OrganisationNames($page: Int!, $perPage: Int!, $sort: OrganisationSort, $filter: OrganisationFilter) {
    organisations(page: $page, perPage: $perPage, sort: $sort, filter: $filter) { total hasNext items { id name roles closedOn mainSite { town } } }
  }
`);

export const OrganisationDocument = graphql(`
  query Organisation($id: ID!) {
    organisation(id: $id) {
      id version name roles schoolKinds officialKey officialNumber land stage email phone fax website tags notes closedOn successorId createdAt updatedAt
      successor { id name }
      sites { id version organisationId name street postcode town district municipalityKey lat lon coordinateCheck coordinateKm isMain postcodeCentre { lat lon } }
      contacts { id version organisationId name function email phone roles leftOn successorId }
      equipment { id version organisationId siteId name description capacity minimumAge needsBriefing pupilsPerSupervisor }
      needs { id title format topics grades size periodFrom periodTo state }
      offers { id title format topics grades capacity periodFrom periodTo state }
      aliases { id name source createdAt }
    }
  }
`);

export const CreateOrganisationDocument = graphql(`
  mutation CreateOrganisation($input: OrganisationInput!, $idempotencyKey: String) { createOrganisation(input: $input, idempotencyKey: $idempotencyKey) { id version name roles stage } }
`);

export const UpdateOrganisationDocument = graphql(`
  mutation UpdateOrganisation($id: ID!, $version: Int!, $patch: OrganisationPatch!) {
    updateOrganisation(id: $id, version: $version, patch: $patch) {
      id version name roles schoolKinds officialKey officialNumber land stage email phone fax website tags notes closedOn successorId createdAt updatedAt
      successor { id name }
      sites { id version organisationId name street postcode town district municipalityKey lat lon coordinateCheck coordinateKm isMain postcodeCentre { lat lon } }
      contacts { id version organisationId name function email phone roles leftOn successorId }
      equipment { id version organisationId siteId name description capacity minimumAge needsBriefing pupilsPerSupervisor }
      needs { id title format topics grades size periodFrom periodTo state }
      offers { id title format topics grades capacity periodFrom periodTo state }
      aliases { id name source createdAt }
    }
  }
`);

export const DeleteOrganisationDocument = graphql(`mutation DeleteOrganisation($id: ID!) { deleteOrganisation(id: $id) }`);

export const CloseOrganisationDocument = graphql(`
  mutation CloseOrganisation($id: ID!, $version: Int!, $input: ClosingInput!) { closeOrganisation(id: $id, version: $version, input: $input) { id version closedOn successorId } }
`);

export const ReopenOrganisationDocument = graphql(`
  mutation ReopenOrganisation($id: ID!, $version: Int!) { reopenOrganisation(id: $id, version: $version) { id version closedOn successorId } }
`);

/** Newest first. */
export const ContactHistoryDocument = graphql(`
  query ContactHistory($id: ID!, $page: Int!, $perPage: Int!) {
    organisation(id: $id) { id history(page: $page, perPage: $perPage) { total hasNext items { id kind summary details at userName contactId } } }
  }
`);

export const LogContactDocument = graphql(`
  mutation LogContact($input: ContactEventInput!, $idempotencyKey: String) { logContact(input: $input, idempotencyKey: $idempotencyKey) { id version stage } }
`);

export const AddOrganisationAliasDocument = graphql(`
  mutation AddOrganisationAlias($id: ID!, $name: String!) { addOrganisationAlias(id: $id, name: $name) { id aliases { id name source } } }
`);

export const RemoveOrganisationAliasDocument = graphql(`mutation RemoveOrganisationAlias($id: ID!) { removeOrganisationAlias(id: $id) }`);
