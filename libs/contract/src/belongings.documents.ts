import { graphql } from './graphql';

export const SitesDocument = graphql(`
  query Sites($page: Int!, $perPage: Int!, $sort: PlaceSort, $filter: PlaceFilter) {
    sites(page: $page, perPage: $perPage, sort: $sort, filter: $filter) { total hasNext items { id name street postcode town isMain } }
  }
`);

export const SiteDocument = graphql(`
  query Site($id: ID!) { site(id: $id) { id version organisationId name street postcode town district municipalityKey lat lon coordinateCheck coordinateKm isMain } }
`);

export const CreateSiteDocument = graphql(`
  mutation CreateSite($input: SiteInput!, $idempotencyKey: String) { createSite(input: $input, idempotencyKey: $idempotencyKey) { id version organisationId coordinateCheck coordinateKm } }
`);

export const UpdateSiteDocument = graphql(`
  mutation UpdateSite($id: ID!, $version: Int!, $patch: SitePatch!) {
    updateSite(id: $id, version: $version, patch: $patch) { id version organisationId name street postcode town district municipalityKey lat lon coordinateCheck coordinateKm isMain }
  }
`);

export const DeleteSiteDocument = graphql(`mutation DeleteSite($id: ID!) { deleteSite(id: $id) }`);

export const ContactsDocument = graphql(`
  query Contacts($page: Int!, $perPage: Int!, $sort: ContactSort, $filter: ContactFilter) {
    contacts(page: $page, perPage: $perPage, sort: $sort, filter: $filter) { total hasNext items { id name function email phone roles leftOn organisationId } }
  }
`);

export const ContactDocument = graphql(`
  query Contact($id: ID!) { contact(id: $id) { id version organisationId name function email phone roles leftOn successorId } }
`);

export const CreateContactDocument = graphql(`
  mutation CreateContact($input: ContactInput!, $idempotencyKey: String) { createContact(input: $input, idempotencyKey: $idempotencyKey) { id version organisationId name } }
`);

export const UpdateContactDocument = graphql(`
  mutation UpdateContact($id: ID!, $version: Int!, $patch: ContactPatch!) {
    updateContact(id: $id, version: $version, patch: $patch) { id version organisationId name function email phone roles leftOn successorId }
  }
`);

export const DeleteContactDocument = graphql(`mutation DeleteContact($id: ID!) { deleteContact(id: $id) }`);

/** The contact leaves; answers who takes over. */
export const HandOverContactDocument = graphql(`
  mutation HandOverContact($id: ID!, $version: Int!, $input: HandOverInput!) { handOverContact(id: $id, version: $version, input: $input) { id name roles } }
`);

export const EquipmentsDocument = graphql(`
  query Equipments($page: Int!, $perPage: Int!, $sort: PlaceSort, $filter: PlaceFilter) {
    equipments(page: $page, perPage: $perPage, sort: $sort, filter: $filter) { total hasNext items { id name capacity minimumAge organisationId } }
  }
`);

export const EquipmentDocument = graphql(`
  query Equipment($id: ID!) { equipment(id: $id) { id version organisationId siteId name description capacity minimumAge needsBriefing pupilsPerSupervisor } }
`);

export const CreateEquipmentDocument = graphql(`
  mutation CreateEquipment($input: EquipmentInput!, $idempotencyKey: String) { createEquipment(input: $input, idempotencyKey: $idempotencyKey) { id version organisationId name } }
`);

export const UpdateEquipmentDocument = graphql(`
  mutation UpdateEquipment($id: ID!, $version: Int!, $patch: EquipmentPatch!) {
    updateEquipment(id: $id, version: $version, patch: $patch) { id version organisationId siteId name description capacity minimumAge needsBriefing pupilsPerSupervisor }
  }
`);

export const DeleteEquipmentDocument = graphql(`mutation DeleteEquipment($id: ID!) { deleteEquipment(id: $id) }`);
