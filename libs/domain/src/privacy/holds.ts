import { addMonths, Refusal, type Day } from '../kernel';

/**
 * Why data must stay (Löschstopp): claims to assert or defend (Art. 17 Abs. 3 lit. e DSGVO), court proceedings, a request of
 * an authority, an audit by a funder, or a person who wants them kept instead of erased (Art. 18 Abs. 1 DSGVO).
 */
export const holdReasons = ['LEGAL_CLAIM', 'COURT_PROCEEDINGS', 'AUTHORITY_REQUEST', 'FUNDER_AUDIT', 'RESTRICTION'] as const;
export type HoldReason = (typeof holdReasons)[number];

/** The longest time, in months, until somebody looks whether a hold is still needed. */
const monthsUntilReview = 12;

/**
 * Refuses INVALID_INPUT for a hold that nobody would look at: a review that is over or more than a year off, or that comes
 * after the hold's last day.
 */
export function checkHold({ reviewOn, expiresOn }: { reviewOn: Day; expiresOn: Day }, today: Day): void {
  if (reviewOn <= today || reviewOn > addMonths(today, monthsUntilReview)) throw new Refusal('INVALID_INPUT', {}, { reviewOn: 'outOfRange' });
  if (expiresOn < reviewOn) throw new Refusal('INVALID_INPUT', {}, { expiresOn: 'outOfRange' });
}
