import type { PurposeCode } from '../consent';

/** Why we hold personal data: one of the purposes that a region adopts. */
export type ProcessingPurpose = PurposeCode;

/** Categories of personal data (Datenkategorien), as the record of processing and an access export name them. */
export const dataCategories = [
  'NAME', 'BIRTH_DATE', 'ADDRESS', 'SCHOOL', 'FUNCTION', 'LANGUAGE', 'INTERESTS', 'WISHES', 'NEEDS', 'CUSTODY', 'CONSENT', 'PARTICIPATION', 'ALLOCATION',
  'NOTES', 'CORRESPONDENCE', 'PICTURE', 'DOCUMENT', 'ANSWERS', 'VETTING', 'INDICATORS', 'REQUEST', 'ACCOUNT', 'CREDENTIALS', 'ACTIVITY_LOG',
] as const;
export type DataCategory = (typeof dataCategories)[number];
