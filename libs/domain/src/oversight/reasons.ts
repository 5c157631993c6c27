/**
 * Why somebody reads protected data outside the routine of their role (Grund): needs in clear, an export, a log. The code
 * lands in the audit row. CARE = planning a visit safely, EMERGENCY = a person is in danger, SUBJECT_REQUEST = a right is
 * exercised, CORRECTION = a value is wrong, SUPERVISION = data protection or the authority checks, PROOF = a funder asks.
 */
export const readReasons = ['CARE', 'EMERGENCY', 'SUBJECT_REQUEST', 'CORRECTION', 'SUPERVISION', 'PROOF'] as const;
export type ReadReason = (typeof readReasons)[number];

/** Why a platform administrator asks for break-glass. */
export const breakGlassReasons = ['OFFICE_UNREACHABLE', 'DATA_FAULT', 'SECURITY_INCIDENT', 'DANGER_TO_A_PERSON'] as const;
export type BreakGlassReason = (typeof breakGlassReasons)[number];
