/**
 * Purposes (Zwecke) for which personal data are used; every gate in the code and every personal column names one of them.
 * Which of them a region uses, on what legal basis and under whose signature is the region's own data (privacy-security
 * section 2). TAKING_PART = who takes part and came; CONTACT = talking with partners and guardians; ACCOUNT = access and
 * its security; ACCOUNTABILITY = proof of what was done (Art. 5(2), 7(1) GDPR).
 */
export const purposeCodes = [
  'MATCHING', 'SHARE_WITH_COMPANY', 'NEEDS_PROCESS', 'NEEDS_SHARE_COMPANY', 'PHOTO_INTERNAL', 'PHOTO_PUBLICATION', 'EVALUATION_FOLLOWUP', 'PLACEMENT_COMPULSORY', 'ESF_INDICATORS',
  'TAKING_PART', 'CONTACT', 'ACCOUNT', 'ACCOUNTABILITY',
] as const;
export type PurposeCode = (typeof purposeCodes)[number];

/** Legal bases (Rechtsgrundlagen): Articles 6 and 9 GDPR. Only the first two are asked for. */
export const legalBases = ['CONSENT', 'EXPLICIT_CONSENT', 'CONTRACT', 'LEGAL_OBLIGATION', 'PUBLIC_TASK', 'LEGITIMATE_INTEREST'] as const;
export type LegalBasis = (typeof legalBases)[number];

/** Whether a basis is consent: only then may anybody be asked, for a yes that could not be taken back would mislead (CON-1). */
export const isAsked = (basis: LegalBasis): boolean => basis === 'CONSENT' || basis === 'EXPLICIT_CONSENT';

/** What happens while a purpose is not consented to (Wirkung). */
export const effects = ['NO_MATCHING', 'ANONYMOUS_TO_COMPANY', 'FIELD_EMPTY', 'ITEM_HIDDEN', 'UPLOAD_BLOCKED', 'NOT_PUBLISHED', 'NO_INVITATION', 'NONE'] as const;
export type ConsentEffect = (typeof effects)[number];

/** Who signs (Unterzeichnende): the pupil, one guardian (Sorgeberechtigte:r) or the other. */
export const signers = ['PUPIL', 'GUARDIAN_1', 'GUARDIAN_2'] as const;
export type Signer = (typeof signers)[number];

/** Custody (Sorgerecht): joint unless declared; AUTHORISED = joint, but one guardian acts for both. */
export const custodies = ['JOINT', 'SOLE', 'AUTHORISED'] as const;
export type Custody = (typeof custodies)[number];

/**
 * Acts of the ledger: somebody is asked, answers, takes an answer back; the office voids an answer that should never
 * have been recorded, records another custody or a corrected birth date (RECTIFIED), or puts a rule into force by which
 * what was given is judged anew (RULE_CHANGED).
 */
export const consentActs = ['REQUESTED', 'GIVEN', 'REFUSED', 'WITHDRAWN', 'INVALIDATED', 'CUSTODY', 'RECTIFIED', 'RULE_CHANGED'] as const;
export type ConsentAct = (typeof consentActs)[number];

/** Why the office voids what was recorded (Ungültigkeitsgrund). */
export const voidReasons = ['WRONG_PUPIL', 'WRONG_ANSWER', 'NOT_ENTITLED', 'FORGED', 'TWICE'] as const;
export type VoidReason = (typeof voidReasons)[number];

/** The acts a person answers with. */
export const answers = ['GIVEN', 'REFUSED', 'WITHDRAWN'] as const satisfies readonly ConsentAct[];
export type Answer = (typeof answers)[number];

/**
 * What ends with a consent (Folgen), told before it is taken back: an offered seat, a confirmed one that stays, what a host
 * sees of the person or of single needs, needs on record, a published photo, one kept inside.
 */
export const impactKinds = ['placement', 'placement_kept', 'host_view', 'host_need', 'needs', 'photo', 'photo_internal'] as const;
export type ImpactKind = (typeof impactKinds)[number];

/** States of a pupil's consent to one purpose (ISO/IEC TS 27560 life cycle); only GIVEN permits anything. */
export const consentStates = ['NOT_ASKED', 'REQUESTED', 'GIVEN', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'SUPERSEDED', 'INVALIDATED', 'DISPUTED'] as const;
export type ConsentState = (typeof consentStates)[number];

/** How a decision reached us (Weg). */
export const channels = ['LINK', 'PAPER', 'PHONE'] as const;
export type Channel = (typeof channels)[number];

/** What makes us sure who decided (Identitätsnachweis). */
export const assurances = ['BIRTH_DATE', 'SCHOOL_LETTER_CODE', 'PAPER_SEEN', 'CALL_BACK'] as const;
export type Assurance = (typeof assurances)[number];

/** Why a text (Einwilligungstext) has a new version: a material one asks everybody again, an editorial one nobody. */
export const textChanges = ['MATERIAL', 'EDITORIAL'] as const;
export type TextChange = (typeof textChanges)[number];

/**
 * What a gate answers for one pupil and one purpose: GIVEN = may, as the consent stands or the region's basis is none
 * that is asked; everything else = may not, and why. NO_PURPOSE = the region has not adopted the purpose, OBJECTED = it rests on another
 * basis than consent, and the person objects (Art. 21 GDPR).
 */
export const gateAnswers = ['GIVEN', 'NO_PURPOSE', 'UNKNOWN_PUPIL', 'NOT_ASKED', 'REQUESTED', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'SUPERSEDED', 'INVALIDATED', 'DISPUTED', 'OBJECTED'] as const;
export type GateAnswer = (typeof gateAnswers)[number];
