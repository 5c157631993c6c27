import { describeTable, type PersonalColumn } from './data-map';

const logged: PersonalColumn = { purpose: 'ACCOUNTABILITY', category: 'ACTIVITY_LOG', dataClass: 'C2', rest: 'PLAIN' };
const mailed: PersonalColumn = { purpose: 'CONTACT', category: 'CORRESPONDENCE', dataClass: 'C3', rest: 'PLAIN' };

describeTable('audit', {
  retention: 'R-AUDIT',
  subjects: [{ kind: 'USER', rows: 't.region_id = $1 and t.actor_id = $2', onErasure: 'KEEP', because: 'ACCOUNTABILITY' }],
  personal: { actor_id: logged, action: logged, reason: logged, changes: logged },
  internal: ['seq', 'at', 'role', 'request_id', 'previous_hash', 'hash'],
});

describeTable('audit_subject', {
  retention: 'R-AUDIT',
  nobodys: 'the rest of a row of the audit, which is found by it and belongs to the same people',
  personal: { ids: logged },
  internal: ['seq', 'change', 'part', 'span'],
});

describeTable('audit_base', { retention: 'R-AUDIT', internal: ['seq', 'hash', 'cut_at'] });

describeTable('outbox', { retention: 'R-MAIL', internal: ['event', 'payload', 'delivered_at'] });

describeTable('job', { retention: 'R-LOG', internal: ['kind', 'state', 'progress', 'step', 'payload', 'result', 'error', 'started_by', 'role', 'started_at', 'ended_at'] });

describeTable('mail', {
  retention: 'R-MAIL',
  subjects: [{ kind: 'USER', rows: 't.region_id = $1 and lower(t.recipient) = (select u.email_key from app_user u where u.id = $2)', onErasure: 'DELETE' }],
  personal: { recipient: { ...mailed, category: 'ADDRESS' }, params: mailed, secret: { ...mailed, category: 'CREDENTIALS', dataClass: 'C5', rest: 'MASTER_KEY' } },
  internal: ['template', 'locale', 'state', 'error', 'attempts', 'sent_at', 'recipient_kind', 'recipient_id', 'purpose', 'pupil_id'],
});

describeTable('file', {
  retention: 'R-EXPORT',
  nobodys: 'a file is somebody\'s through the row that refers to it; the feature of that row tells whose',
  personal: {
    name: { purpose: 'TAKING_PART', category: 'DOCUMENT', dataClass: 'C3', rest: 'PLAIN' },
    content: { purpose: 'TAKING_PART', category: 'DOCUMENT', dataClass: 'C4', rest: 'FILE_KEY' },
    wrapped: { purpose: 'TAKING_PART', category: 'CREDENTIALS', dataClass: 'C5', rest: 'MASTER_KEY' },
  },
  internal: ['size', 'created_by', 'kind', 'media_type', 'sha256', 'expires_at'],
});

describeTable('idempotency', { retention: 'R-LOG', internal: ['actor_id', 'key', 'fingerprint', 'result'] });

describeTable('office_task', {
  retention: 'R-REG',
  personal: { kind: { purpose: 'ACCOUNTABILITY', category: 'REQUEST', dataClass: 'C3', rest: 'PLAIN' } },
  internal: ['about', 'pupil_id', 'params', 'due_on', 'state', 'note', 'done_by', 'done_at'],
});
