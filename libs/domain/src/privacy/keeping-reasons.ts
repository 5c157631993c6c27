/**
 * Why a row outlives the erasure of its person (Art. 17(3) GDPR). PSEUDONYMOUS = it tells of a pseudonym whose person
 * nobody can find any more, and counts need it; CONSENT_EVIDENCE = proof of consent until claims lapse (Art. 7(1));
 * ACCOUNTABILITY = proof of what was done (Art. 5(2)); MEMBER_ELSEWHERE = the account serves in another region, too;
 * FUNDING_EVIDENCE = evidence a funder may ask for; OTHER_WARDS = a guardian of another pupil, too.
 */
export const keepingReasons = ['PSEUDONYMOUS', 'CONSENT_EVIDENCE', 'ACCOUNTABILITY', 'MEMBER_ELSEWHERE', 'FUNDING_EVIDENCE', 'OTHER_WARDS'] as const;
export type KeepingReason = (typeof keepingReasons)[number];
