import { purposeCodes } from '@mintforge/domain/consent';
import { erasureGrounds, extensionReasons, identityChecks, refusalReasons, requestChannels, requesters, requestKinds, requestStates, requestSubjects } from '@mintforge/domain/privacy';
import { enumOf } from '@mintforge/platform';

export const PurposeCodes = enumOf('PurposeCode', purposeCodes);
export const RequestKinds = enumOf('RequestKind', requestKinds);
export const RequestSubjects = enumOf('RequestSubject', requestSubjects);
export const Requesters = enumOf('Requester', requesters);
export const RequestChannels = enumOf('RequestChannel', requestChannels);
export const IdentityChecks = enumOf('IdentityCheck', identityChecks);
export const RequestStates = enumOf('RequestState', requestStates);
export const ExtensionReasons = enumOf('ExtensionReason', extensionReasons);
export const RefusalReasons = enumOf('RequestRefusal', refusalReasons);
export const ErasureGrounds = enumOf('ErasureGround', erasureGrounds);
export const ErasureStates = enumOf('ErasureState', ['PROPOSED', 'EXECUTED', 'DISCARDED'] as const);
export const RequestUrgencies = enumOf('RequestUrgency', ['OVERDUE', 'RED', 'AMBER', 'GREEN', 'NONE'] as const);
export const RequestStandings = enumOf('RequestStanding', ['ENTITLED', 'TO_JUDGE', 'NOT_ENTITLED'] as const);
export const LimitStates = enumOf('LimitState', ['STANDS', 'LIFTED'] as const);
export const RequestSorts = enumOf('RequestSort', ['DUE_ON_ASC', 'DUE_ON_DESC', 'RECEIVED_ON_ASC', 'RECEIVED_ON_DESC'] as const);
