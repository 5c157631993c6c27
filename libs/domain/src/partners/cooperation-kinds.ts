/** What a person notes in the history of contact (Kontakthistorie). */
export const ownEventKinds = ['CALL', 'MAIL', 'VISIT', 'MEETING', 'NOTE'] as const;
export type OwnEventKind = (typeof ownEventKinds)[number];

/** Those, and what the system notes itself. */
export const eventKinds = [...ownEventKinds, 'STAGE', 'CLOSED', 'HAND_OVER', 'MERGE', 'IMPORT'] as const;
export type EventKind = (typeof eventKinds)[number];

/** What a contact (Ansprechperson) does for the network: first contact, STEM teacher, careers teacher, head, funding, office, mentor. */
export const contactRoles = ['MAIN', 'STEM', 'CAREERS', 'MANAGEMENT', 'FUNDING', 'OFFICE', 'MENTOR'] as const;
export type ContactRole = (typeof contactRoles)[number];

/** States of a need (Bedarf). */
export const needStates = ['OPEN', 'MET', 'CLOSED'] as const;
export type NeedState = (typeof needStates)[number];

/** States of an offer (Angebot); `IN_ACTIVITY` once an activity was made of it. */
export const offerStates = ['OPEN', 'IN_ACTIVITY', 'CLOSED'] as const;
export type OfferState = (typeof offerStates)[number];

/** States of a partnership (Partnerschaft). */
export const partnershipStates = ['PROPOSED', 'ACTIVE', 'ENDED'] as const;
export type PartnershipState = (typeof partnershipStates)[number];

/** Why a partnership ended, coded so that reasons can be counted. */
export const partnershipEndReasons = ['TERM_OVER', 'NO_TIME', 'CONTACT_LEFT', 'NO_INTEREST', 'MONEY', 'DISTANCE', 'CLOSED', 'OTHER'] as const;
export type PartnershipEndReason = (typeof partnershipEndReasons)[number];

/** Lists the office imports: school register, address list of other organisations, partnerships, postcode centroids. */
export const importKinds = ['SCHOOLS', 'ORGANISATIONS', 'PARTNERS', 'POSTCODES'] as const;
export type ImportKind = (typeof importKinds)[number];

/** States of an import. */
export const importStates = ['UPLOADED', 'PREVIEWED', 'COMMITTED', 'UNDONE'] as const;
export type ImportState = (typeof importStates)[number];
