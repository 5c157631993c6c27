import { activityFormats, contactStages, organisationRoles, schoolKinds, topics, type CoordinateCheck } from '@mintforge/domain/partners';
import { enumOf as registered } from '@mintforge/platform';

const coordinateChecks = ['OK', 'FAR_FROM_POSTCODE', 'OUT_OF_RANGE', 'MISSING', 'UNCHECKED'] as const satisfies readonly CoordinateCheck['status'][];

export const OrganisationRoles = registered('OrganisationRole', organisationRoles);
export const ContactStages = registered('ContactStage', contactStages);
export const SchoolKinds = registered('SchoolKind', schoolKinds);
export const ActivityFormats = registered('ActivityFormat', activityFormats);
export const Topics = registered('Topic', topics);
export const CoordinateChecks = registered('CoordinateStatus', coordinateChecks);

/** What a person notes about a contact, and what the system notes itself. */
export const ownEventKinds = ['CALL', 'MAIL', 'VISIT', 'MEETING', 'NOTE'] as const;
export const eventKinds = [...ownEventKinds, 'STAGE', 'CLOSED', 'HAND_OVER', 'MERGE', 'IMPORT'] as const;
export type EventKind = (typeof eventKinds)[number];
export const OwnEventKinds = registered('OwnContactEventKind', ownEventKinds);
export const EventKinds = registered('ContactEventKind', eventKinds);

/** Functions a contact (Ansprechperson) may hold for the network. */
export const contactRoles = ['MAIN', 'STEM', 'CAREERS', 'MANAGEMENT', 'FUNDING', 'OFFICE', 'MENTOR'] as const;
export const ContactRoles = registered('ContactRole', contactRoles);

export const needStates = ['OPEN', 'MET', 'CLOSED'] as const;
export const offerStates = ['OPEN', 'IN_ACTIVITY', 'CLOSED'] as const;
export const partnershipStates = ['PROPOSED', 'ACTIVE', 'ENDED'] as const;
export const NeedStates = registered('NeedState', needStates);
export const OfferStates = registered('OfferState', offerStates);
export const PartnershipStates = registered('PartnershipState', partnershipStates);

/** Why a partnership ended, coded so that reasons can be counted. */
export const partnershipEndReasons = ['TERM_OVER', 'NO_TIME', 'CONTACT_LEFT', 'NO_INTEREST', 'MONEY', 'DISTANCE', 'CLOSED', 'OTHER'] as const;
export const PartnershipEndReasons = registered('PartnershipEndReason', partnershipEndReasons);
