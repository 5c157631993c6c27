/**
 * What the office is asked to do by an act of somebody else or by a day that has come (Aufgaben). The console words each
 * kind and knows where it is worked off.
 */
export const taskKinds = [
  'CONSENT_DISPUTED', 'NOBODY_REACHABLE', 'RENEWED_BY_PUPIL', 'CONSENTS_ENDING', 'SEAT_WITHOUT_CONSENT', 'PAPER_SECOND_CHECK', 'PAPER_OBJECTED', 'PHOTO_RECALL',
  'REQUEST_OPEN', 'RECTIFICATION_TO_TELL', 'RETENTION_RELEASE', 'HOLD_REVIEW', 'EVIDENCE_DUE', 'SECURITY_ALERT', 'BREAK_GLASS_ASKED', 'HOST_LIST_CHANGED',
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** How somebody was done with a task that nothing settles by itself (Erledigungsvermerk). */
export const taskNotes = ['DONE', 'REACHED', 'ELSEWHERE', 'NOT_NEEDED'] as const;
export type TaskNote = (typeof taskNotes)[number];
