import { graphql } from './graphql';

export const SubjectRequestsDocument = graphql(`
  query SubjectRequests($page: Int!, $perPage: Int!, $sort: RequestSort! = DUE_ON_ASC, $filter: RequestFilter) {
    subjectRequests(page: $page, perPage: $perPage, sort: $sort, filter: $filter) {
      total items { id kind subjectKind pseudonym requester channel receivedOn dueOn daysLeft urgency state }
    }
  }
`);

const RequestPageParts = graphql(`
  fragment RequestPageParts on SubjectRequestPage @_unmask {
    request {
      id version kind subjectKind subjectId pseudonym requester channel signer language purposes receivedOn dueOn daysLeft urgency extendedOn extensionReason identityCheck identifiedAt state refusalReason endedOn
      limitState limitToldOn exportedAt downloadUntil
    }
    subjectName note standing disputed mayExtend
    heldBack { id kind since heldBack }
    recipients { organisationId name why }
    erasure { id state ground proposedBy executedAt replayedAt removed { table rows act because retention until } kept { table rows act because retention until } }
  }
`);

export const SubjectRequestDocument = graphql(`query SubjectRequest($id: ID!) { subjectRequest(id: $id) { ...RequestPageParts } }`, [RequestPageParts]);

export const ErasurePreviewDocument = graphql(`query ErasurePreview($requestId: ID!) { erasurePreview(requestId: $requestId) { table rows act because retention until } }`);

export const RegisterRequestDocument = graphql(`mutation RegisterRequest($input: RequestInput!, $idempotencyKey: String!) { registerRequest(input: $input, idempotencyKey: $idempotencyKey) }`);

export const IdentifyRequesterDocument = graphql(`
  mutation IdentifyRequester($id: ID!, $version: Int!, $check: IdentityCheck!, $subjectId: ID) { identifyRequester(id: $id, version: $version, check: $check, subjectId: $subjectId) { request { id } } }
`);

export const ExtendRequestDocument = graphql(`mutation ExtendRequest($id: ID!, $version: Int!, $reason: ExtensionReason!) { extendRequest(id: $id, version: $version, reason: $reason) { request { id } } }`);

export const MakeCopyDocument = graphql(`mutation MakeCopy($id: ID!, $version: Int!) { makeCopy(id: $id, version: $version) { request { id } } }`);

export const AnswerRequestDocument = graphql(`mutation AnswerRequest($id: ID!, $version: Int!) { answerRequest(id: $id, version: $version) { request { id } } }`);

export const RefuseRequestDocument = graphql(`mutation RefuseRequest($id: ID!, $version: Int!, $reason: RequestRefusal!) { refuseRequest(id: $id, version: $version, reason: $reason) { request { id } } }`);

export const WithdrawRequestDocument = graphql(`mutation WithdrawRequest($id: ID!, $version: Int!) { withdrawRequest(id: $id, version: $version) { request { id } } }`);

export const LiftLimitDocument = graphql(`mutation LiftLimit($id: ID!, $version: Int!, $toldOn: String!) { liftLimit(id: $id, version: $version, toldOn: $toldOn) { request { id } } }`);

export const ProposeErasureDocument = graphql(`mutation ProposeErasure($id: ID!, $version: Int!, $ground: ErasureGround!) { proposeErasure(id: $id, version: $version, ground: $ground) { request { id } } }`);

export const DiscardErasureDocument = graphql(`mutation DiscardErasure($requestId: ID!, $erasureId: ID!) { discardErasure(requestId: $requestId, erasureId: $erasureId) { request { id } } }`);

export const ExecuteErasureDocument = graphql(`mutation ExecuteErasure($requestId: ID!, $erasureId: ID!) { executeErasure(requestId: $requestId, erasureId: $erasureId) { request { id } } }`);
