import {
  activityFormats, contactRoles, contactStages, eventKinds, importKinds, importStates, needStates, offerStates, organisationRoles, ownEventKinds, partnershipEndReasons, partnershipStates, schoolKinds, topics,
  type CoordinateCheck,
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
