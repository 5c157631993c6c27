/** Kinds of document that funders ask for (Nachweisarten). */
export const evidenceKinds = ['ATTENDANCE_LIST', 'CERTIFICATE', 'STAFF_COSTS', 'OTHER'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What stops the period of evidence (Art. 82 Abs. 2 VO (EU) 2021/1060). */
export const interruptionReasons = ['PROCEEDINGS', 'COMMISSION_REQUEST'] as const;
export type InterruptionReason = (typeof interruptionReasons)[number];
