import { graphql } from './graphql';

/** Schools to choose from. */
export const SchoolsDocument = graphql(`
  query Schools($page: Int!, $perPage: Int!, $sort: OrganisationSort! = NAME_ASC, $filter: OrganisationFilter) {
    organisations(page: $page, perPage: $perPage, sort: $sort, filter: $filter) { total hasNext items { id name mainSite { town } } }
  }
`);

export const SchoolDocument = graphql(`query School($id: ID!) { organisation(id: $id) { id name mainSite { town } } }`);

export const GroupsDocument = graphql(`
  query Groups($page: Int!, $perPage: Int!, $sort: GroupSort! = NAME_ASC, $filter: GroupFilter) {
    groups(page: $page, perPage: $perPage, sort: $sort, filter: $filter) {
      total hasNext
      items { id version name kind grade schoolYear headCount pupilCount organisationId organisationName createdAt updatedAt }
    }
  }
`);

export const GroupDocument = graphql(`
  query Group($id: ID!) { group(id: $id) { id version name kind grade schoolYear headCount pupilCount organisationId organisationName createdAt updatedAt } }
`);

export const CreateGroupDocument = graphql(`
  mutation CreateGroup($input: GroupInput!, $idempotencyKey: String!) {
    createGroup(input: $input, idempotencyKey: $idempotencyKey) { id version name kind grade schoolYear headCount pupilCount organisationId organisationName createdAt updatedAt }
  }
`);

export const UpdateGroupDocument = graphql(`
  mutation UpdateGroup($id: ID!, $version: Int!, $patch: GroupPatch!) {
    updateGroup(id: $id, version: $version, patch: $patch) { id version name kind grade schoolYear headCount pupilCount organisationId organisationName createdAt updatedAt }
  }
`);

export const DeleteGroupDocument = graphql(`mutation DeleteGroup($id: ID!) { deleteGroup(id: $id) }`);

export const PupilsDocument = graphql(`
  query Pupils($page: Int!, $perPage: Int!, $sort: PupilSort! = PSEUDONYM_ASC, $filter: PupilFilter) {
    pupils(page: $page, perPage: $perPage, sort: $sort, filter: $filter) {
      total hasNext
      items { id version pseudonym firstName lastName birthDate grade interests groupId groupName organisationId organisationName leftOn erasedOn createdAt updatedAt }
    }
  }
`);

export const PupilDocument = graphql(`
  query Pupil($id: ID!) {
    pupil(id: $id) { id version pseudonym firstName lastName birthDate grade interests statedWishes shield { until } groupId groupName organisationId organisationName leftOn erasedOn createdAt updatedAt }
  }
`);

export const CreatePupilDocument = graphql(`
  mutation CreatePupil($input: PupilInput!, $idempotencyKey: String!) {
    createPupil(input: $input, idempotencyKey: $idempotencyKey) { id version pseudonym firstName lastName birthDate grade interests statedWishes shield { until } groupId groupName organisationId organisationName leftOn erasedOn createdAt updatedAt }
  }
`);

export const UpdatePupilDocument = graphql(`
  mutation UpdatePupil($id: ID!, $version: Int!, $patch: PupilPatch!) {
    updatePupil(id: $id, version: $version, patch: $patch) { id version pseudonym firstName lastName birthDate grade interests statedWishes shield { until } groupId groupName organisationId organisationName leftOn erasedOn createdAt updatedAt }
  }
`);

export const MovePupilDocument = graphql(`mutation MovePupil($id: ID!, $version: Int!, $groupId: ID) { movePupil(id: $id, version: $version, groupId: $groupId) { id version groupId groupName organisationId leftOn } }`);

export const RecordPupilLeavingDocument = graphql(`
  mutation RecordPupilLeaving($id: ID!, $version: Int!, $leftOn: String) { recordPupilLeaving(id: $id, version: $version, leftOn: $leftOn) { id version leftOn } }
`);

export const PreviewClassListDocument = graphql(`
  query PreviewClassList($fileId: ID!, $groupId: ID!, $mapping: [ClassListColumnInput!]) {
    previewClassList(fileId: $fileId, groupId: $groupId, mapping: $mapping) {
      headers readable
      mapping { target column }
      rows {
        row firstName lastName birthDate grade interests verdict pseudonym movesFrom sameAsRow
        wishes { rank text }
        guardians { slot name email phone }
        candidates { pupilId pseudonym groupName hasBirthDate }
        problems { field code }
        notes { field code }
      }
    }
  }
`);

export const ImportClassListDocument = graphql(`
  mutation ImportClassList($fileId: ID!, $groupId: ID!, $mapping: [ClassListColumnInput!]!, $decisions: [ClassListDecisionInput!]!, $idempotencyKey: String!) {
    importClassList(fileId: $fileId, groupId: $groupId, mapping: $mapping, decisions: $decisions, idempotencyKey: $idempotencyKey) {
      created moved changed unchanged skipped refused
      rows { row pupilId }
    }
  }
`);

export const PupilNeedsDocument = graphql(`query PupilNeeds($id: ID!, $reason: ReadReason!) { pupilNeeds(id: $id, reason: $reason) { id provisions } }`);
