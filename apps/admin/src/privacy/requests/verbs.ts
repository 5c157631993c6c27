import {
  AnswerRequestDocument, DiscardErasureDocument, ErasurePreviewDocument, ExecuteErasureDocument, ExtendRequestDocument, IdentifyRequesterDocument, LiftLimitDocument, MakeCopyDocument, ProposeErasureDocument, RefuseRequestDocument,
  RegisterRequestDocument, SubjectRequestDocument, SubjectRequestsDocument, WithdrawRequestDocument, type VariablesOf,
} from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';

export type RequestInput = VariablesOf<typeof RegisterRequestDocument>['input'];

/** What one does with requests of people whose data we hold. */
export const requestVerbs = ({ transport, keys }: VerbTools) => ({
  subjectRequests: async (asked: VariablesOf<typeof SubjectRequestsDocument>) => (await transport.run(SubjectRequestsDocument, asked)).subjectRequests,
  subjectRequest: async (id: string) => (await transport.run(SubjectRequestDocument, { id })).subjectRequest,
  erasurePreview: async (requestId: string) => (await transport.run(ErasurePreviewDocument, { requestId })).erasurePreview,
  registerRequest: async (input: RequestInput) => (await keys.once('registerRequest', input, (idempotencyKey) => transport.run(RegisterRequestDocument, { input, idempotencyKey }))).registerRequest,
  identifyRequester: (asked: VariablesOf<typeof IdentifyRequesterDocument>) => transport.run(IdentifyRequesterDocument, asked),
  extendRequest: (asked: VariablesOf<typeof ExtendRequestDocument>) => transport.run(ExtendRequestDocument, asked),
  makeCopy: (id: string, version: number) => transport.run(MakeCopyDocument, { id, version }),
  answerRequest: (id: string, version: number) => transport.run(AnswerRequestDocument, { id, version }),
  refuseRequest: (asked: VariablesOf<typeof RefuseRequestDocument>) => transport.run(RefuseRequestDocument, asked),
  withdrawRequest: (id: string, version: number) => transport.run(WithdrawRequestDocument, { id, version }),
  liftLimit: (asked: VariablesOf<typeof LiftLimitDocument>) => transport.run(LiftLimitDocument, asked),
  proposeErasure: (asked: VariablesOf<typeof ProposeErasureDocument>) => transport.run(ProposeErasureDocument, asked),
  discardErasure: (requestId: string, erasureId: string) => transport.run(DiscardErasureDocument, { requestId, erasureId }),
  executeErasure: (requestId: string, erasureId: string) => transport.run(ExecuteErasureDocument, { requestId, erasureId }),
});
