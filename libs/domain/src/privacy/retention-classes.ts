/**
 * Retention classes (Löschklassen) of facts/privacy.md section 4: every table belongs to one, and each region holds one
 * rule per class. CONFIG = settings, codes and reference data without a person: kept as long as the region.
 */
export const retentionClasses = [
  'R-PUPIL', 'R-PROFILE', 'R-NEEDS', 'R-REG', 'R-CONSENT', 'R-PHOTO', 'R-EVAL', 'R-VET', 'R-STAFF', 'R-ACC', 'R-ORG', 'R-OFFER',
  'R-ESF-DOC', 'R-ESF', 'R-AUDIT', 'R-LOG', 'R-MAIL', 'R-EXPORT', 'R-STAT', 'CONFIG',
] as const;
export type RetentionClass = (typeof retentionClasses)[number];
