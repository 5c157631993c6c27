import { graphql } from './graphql';

export const NeedsDocument = graphql(`
  query Needs($page: Int!, $perPage: Int!, $sort: CooperationSort, $filter: NeedFilter) {
    needs(page: $page, perPage: $perPage, sort: $sort, filter: $filter) {
      total hasNext
      items { id version title format topics grades size periodFrom periodTo state createdAt organisationId organisation { id name mainSite { town } } }
    }
  }
`);

export const NeedDocument = graphql(`
  query Need($id: ID!) {
    need(id: $id) { id version organisationId title format topics grades size periodFrom periodTo requirements accessibility state createdAt updatedAt organisation { id name mainSite { town } } }
  }
`);

export const CreateNeedDocument = graphql(`
  mutation CreateNeed($input: NeedInput!, $idempotencyKey: String) { createNeed(input: $input, idempotencyKey: $idempotencyKey) { id version organisationId title state } }
`);

export const UpdateNeedDocument = graphql(`
  mutation UpdateNeed($id: ID!, $version: Int!, $patch: NeedPatch!) {
    updateNeed(id: $id, version: $version, patch: $patch) {
      id version organisationId title format topics grades size periodFrom periodTo requirements accessibility state createdAt updatedAt organisation { id name mainSite { town } }
    }
  }
`);

export const DeleteNeedDocument = graphql(`mutation DeleteNeed($id: ID!) { deleteNeed(id: $id) }`);

export const OffersDocument = graphql(`
  query Offers($page: Int!, $perPage: Int!, $sort: CooperationSort, $filter: OfferFilter) {
    offers(page: $page, perPage: $perPage, sort: $sort, filter: $filter) {
      total hasNext
      items { id version title format topics grades capacity minimumAge periodFrom periodTo state createdAt organisationId organisation { id name mainSite { town } } }
    }
  }
`);

export const OfferDocument = graphql(`
  query Offer($id: ID!) {
    offer(id: $id) {
      id version organisationId title format topics grades description requirements capacity minimumAge equipmentId accessibility periodFrom periodTo state createdAt updatedAt
      organisation { id name mainSite { town } }
    }
  }
`);

export const CreateOfferDocument = graphql(`
  mutation CreateOffer($input: OfferInput!, $idempotencyKey: String) { createOffer(input: $input, idempotencyKey: $idempotencyKey) { id version organisationId title state } }
`);

export const UpdateOfferDocument = graphql(`
  mutation UpdateOffer($id: ID!, $version: Int!, $patch: OfferPatch!) {
    updateOffer(id: $id, version: $version, patch: $patch) {
      id version organisationId title format topics grades description requirements capacity minimumAge equipmentId accessibility periodFrom periodTo state createdAt updatedAt
      organisation { id name mainSite { town } }
    }
  }
`);

export const DeleteOfferDocument = graphql(`mutation DeleteOffer($id: ID!) { deleteOffer(id: $id) }`);

export const PartnershipsDocument = graphql(`
  query Partnerships($page: Int!, $perPage: Int!, $sort: PartnershipSort, $filter: PartnershipFilter) {
    partnerships(page: $page, perPage: $perPage, sort: $sort, filter: $filter) {
      total hasNext
      items { id version schoolId partnerId state since until endReason source school { id name officialKey mainSite { town } } partner { id name officialKey mainSite { town } } }
    }
  }
`);

export const PartnershipDocument = graphql(`
  query Partnership($id: ID!) { partnership(id: $id) { id version schoolId partnerId state since until endReason source } }
`);

export const CreatePartnershipDocument = graphql(`
  mutation CreatePartnership($input: PartnershipInput!, $idempotencyKey: String) { createPartnership(input: $input, idempotencyKey: $idempotencyKey) { id version schoolId partnerId state } }
`);

export const UpdatePartnershipDocument = graphql(`
  mutation UpdatePartnership($id: ID!, $version: Int!, $patch: PartnershipPatch!) {
    updatePartnership(id: $id, version: $version, patch: $patch) { id version schoolId partnerId state since until endReason source }
  }
`);

export const EndPartnershipDocument = graphql(`
  mutation EndPartnership($id: ID!, $version: Int!, $input: EndPartnershipInput!) { endPartnership(id: $id, version: $version, input: $input) { id version state until endReason } }
`);

export const DeletePartnershipDocument = graphql(`mutation DeletePartnership($id: ID!) { deletePartnership(id: $id) }`);
