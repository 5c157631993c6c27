import {
  activityFormats, contactRoles, contactStages, eventKinds, importKinds, importStates, needStates, offerStates, organisationRoles, ownEventKinds, partnershipEndReasons, partnershipStates, schoolKinds, topics,
  type CoordinateCheck, type DuplicateReasonCode, type DuplicateVerdict, type MergeChoice,
} from '@mintforge/domain/partners';
import { enumOf } from '@mintforge/platform';

const coordinateChecks = ['OK', 'FAR_FROM_POSTCODE', 'OUT_OF_RANGE', 'MISSING', 'UNCHECKED'] as const satisfies readonly CoordinateCheck['status'][];

export const OrganisationRoles = enumOf('OrganisationRole', organisationRoles);
export const ContactStages = enumOf('ContactStage', contactStages);
export const SchoolKinds = enumOf('SchoolKind', schoolKinds);
export const ActivityFormats = enumOf('ActivityFormat', activityFormats);
export const Topics = enumOf('Topic', topics);
export const CoordinateChecks = enumOf('CoordinateStatus', coordinateChecks);
export const OwnEventKinds = enumOf('OwnContactEventKind', ownEventKinds);
export const EventKinds = enumOf('ContactEventKind', eventKinds);
export const ContactRoles = enumOf('ContactRole', contactRoles);
export const NeedStates = enumOf('NeedState', needStates);
export const OfferStates = enumOf('OfferState', offerStates);
export const PartnershipStates = enumOf('PartnershipState', partnershipStates);
export const PartnershipEndReasons = enumOf('PartnershipEndReason', partnershipEndReasons);
export const ImportKinds = enumOf('ImportKind', importKinds);
export const ImportStates = enumOf('ImportState', importStates);
export const RowVerdicts = enumOf('RowVerdict', ['CREATE', 'UPDATE', 'SKIP', 'REFUSE'] as const);
export const DuplicateVerdicts = enumOf('DuplicateVerdict', ['CERTAIN', 'LIKELY', 'UNLIKELY'] as const satisfies readonly DuplicateVerdict[]);
export const DuplicateReasonCodes = enumOf('DuplicateReasonCode', [
  'SAME_KEY', 'DIFFERENT_KEY', 'SAME_NUMBER', 'SAME_NAME', 'SIMILAR_NAME', 'INITIALS', 'SAME_POSTCODE', 'DIFFERENT_POSTCODE', 'SAME_DOMAIN',
] as const satisfies readonly DuplicateReasonCode[]);
export const MergeChoices = enumOf('MergeChoice', ['SURVIVOR', 'ABSORBED'] as const satisfies readonly MergeChoice[]);
