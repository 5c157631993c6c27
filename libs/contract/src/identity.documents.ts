import { graphql } from './graphql';

export const MeDocument = graphql(`query Me { me { id version email displayName locale roles secondFactor lastSignInAt } }`);

export const ChangeMyLocaleDocument = graphql(`mutation ChangeMyLocale($locale: String!) { changeMyLocale(locale: $locale) { id locale } }`);

export const UsersDocument = graphql(`
  query Users($page: Int!, $perPage: Int!, $sort: UserSort! = DISPLAY_NAME_ASC, $filter: UserFilter) {
    users(page: $page, perPage: $perPage, sort: $sort, filter: $filter) {
      total hasNext
      items { id email displayName locale roles secondFactor active disabled lastSignInAt createdAt }
    }
  }
`);

export const UserDocument = graphql(`
  query User($id: ID!) { user(id: $id) { id version email displayName locale roles secondFactor active disabled lastSignInAt createdAt updatedAt } }
`);

export const InviteUserDocument = graphql(`
  mutation InviteUser($input: InviteUserInput!, $idempotencyKey: String) {
    inviteUser(input: $input, idempotencyKey: $idempotencyKey) { id version email displayName locale roles secondFactor active disabled lastSignInAt createdAt updatedAt }
  }
`);

export const UpdateUserDocument = graphql(`
  mutation UpdateUser($id: ID!, $version: Int!, $patch: UserPatch!) {
    updateUser(id: $id, version: $version, patch: $patch) { id version email displayName locale roles secondFactor active disabled lastSignInAt createdAt updatedAt }
  }
`);

export const GrantRoleDocument = graphql(`mutation GrantRole($id: ID!, $role: Role!) { grantRole(id: $id, role: $role) { id roles } }`);

export const RevokeRoleDocument = graphql(`mutation RevokeRole($id: ID!, $role: Role!) { revokeRole(id: $id, role: $role) { id roles } }`);

export const DisableUserDocument = graphql(`mutation DisableUser($id: ID!) { disableUser(id: $id) { id disabled } }`);

export const EnableUserDocument = graphql(`mutation EnableUser($id: ID!) { enableUser(id: $id) { id disabled } }`);

export const ResetSecondFactorDocument = graphql(`mutation ResetSecondFactor($id: ID!) { resetSecondFactor(id: $id) { id secondFactor } }`);
