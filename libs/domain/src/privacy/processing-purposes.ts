import { purposeCodes } from '../consent';

/**
 * Why we hold personal data: the purposes a region adopts with basis and text, and those of running the platform itself.
 * TAKING_PART = who takes part and came; CONTACT = talking with partners and guardians; ACCOUNT = access and its
 * security; ACCOUNTABILITY = proof of what was done (Art. 5(2), 7(1) GDPR).
 */
export const processingPurposes = [...purposeCodes, 'TAKING_PART', 'CONTACT', 'ACCOUNT', 'ACCOUNTABILITY'] as const;
export type ProcessingPurpose = (typeof processingPurposes)[number];

/** Categories of personal data (Datenkategorien), as the record of processing and an access export name them. */
export const dataCategories = [
  'NAME', 'BIRTH_DATE', 'ADDRESS', 'SCHOOL', 'FUNCTION', 'LANGUAGE', 'INTERESTS', 'WISHES', 'NEEDS', 'CUSTODY', 'CONSENT', 'PARTICIPATION', 'ALLOCATION',
  'NOTES', 'CORRESPONDENCE', 'PICTURE', 'DOCUMENT', 'ANSWERS', 'VETTING', 'INDICATORS', 'REQUEST', 'ACCOUNT', 'CREDENTIALS', 'ACTIVITY_LOG',
] as const;
export type DataCategory = (typeof dataCategories)[number];
