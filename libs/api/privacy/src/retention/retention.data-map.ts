import { requestSubjects } from '@mintforge/domain/privacy';
import { describeTable } from '@mintforge/platform';

describeTable('legal_hold', {
  retention: 'R-AUDIT',
  subjects: requestSubjects.map((kind) => ({ kind, rows: `t.region_id = $1 and t.subject_kind = '${kind}' and t.subject_id = $2`, onErasure: 'KEEP', because: 'ACCOUNTABILITY' })),
  personal: { reason: { purpose: 'ACCOUNTABILITY', category: 'NOTES', dataClass: 'C2', rest: 'PLAIN' }, reference: { purpose: 'ACCOUNTABILITY', category: 'NOTES', dataClass: 'C2', rest: 'PLAIN' } },
  internal: ['subject_kind', 'subject_id', 'retention_class', 'review_on', 'expires_on', 'placed_by', 'lifted_by', 'lifted_at'],
});

describeTable('retention_rule', {
  retention: 'CONFIG',
  internal: ['retention_class', 'valid_from', 'term_from', 'term_count', 'term_unit', 'action', 'source', 'bounds', 'dpo_reference', 'proposed_by', 'released_by', 'released_at'],
});
describeTable('retention_signature', { retention: 'CONFIG', internal: ['rule_id', 'signed_by', 'due'] });
describeTable('retention_result', { retention: 'R-AUDIT', internal: ['day', 'retention_class', 'what', 'executed', 'ended', 'held', 'waiting'] });

describeTable('evidence_grant', { retention: 'R-ESF-DOC', internal: ['reference', 'title', 'last_paid_on'] });
describeTable('evidence_interruption', { retention: 'R-ESF-DOC', internal: ['grant_id', 'reason', 'reference', 'began_on', 'ended_on'] });
describeTable('evidence_item', { retention: 'R-ESF-DOC', internal: ['grant_id', 'kind', 'title', 'dated_on', 'file_id', 'sha256', 'put_by', 'release_asked_by', 'released_by', 'released_at'] });
describeTable('evidence_access', { retention: 'R-ESF-DOC', internal: ['item_id', 'reason', 'asked_by', 'allowed_by', 'allowed_at', 'ends_at'] });
