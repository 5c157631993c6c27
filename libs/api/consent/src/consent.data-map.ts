import { describeTable, type PersonalColumn, type SubjectPath } from '@mintforge/platform';

const decided: PersonalColumn = { purpose: 'ACCOUNTABILITY', category: 'CONSENT', dataClass: 'C3', rest: 'PLAIN' };
const secret: PersonalColumn = { purpose: 'ACCOUNTABILITY', category: 'CREDENTIALS', dataClass: 'C5', rest: 'HASH' };
const evidence = (rows: string): SubjectPath => ({ kind: 'PUPIL', rows, onErasure: 'KEEP', because: 'CONSENT_EVIDENCE' });
const ownRow = 't.region_id = $1 and t.pupil_id = $2';

describeTable('consent_decision', {
  retention: 'R-CONSENT',
  subjects: [evidence(ownRow)],
  personal: {
    act: decided, signer: decided, decided_at: decided, channel: decided, assurance: decided, state: decided, valid_until: decided,
    signer_name: { ...decided, category: 'NAME', rest: 'PERSON_KEY', of: 'GUARDIAN' },
    language: { ...decided, category: 'LANGUAGE' },
  },
  internal: [
    'pupil_id', 'purpose_id', 'number', 'text_id', 'plain', 'series', 'required_guardians', 'required_pupil', 'lapses_on', 'missing', 'state_series', 'state_valid_until', 'state_lapses_on', 'state_renew_on', 'void_reason', 'recorded_by',
    'form_id', 'scan_sha256', 'number_from',
  ],
  sealedAt: ({ id, pupil_id }) => ({ table: `consent_decision ${String(id)}`, person: String(pupil_id) }),
});

describeTable('consent_receipt', {
  retention: 'R-CONSENT',
  subjects: [evidence('t.region_id = $1 and exists (select from consent_decision d where d.region_id = $1 and d.id = t.decision_id and d.pupil_id = $2)')],
  personal: { document: decided },
  internal: ['decision_id', 'kid', 'signature'],
});

describeTable('consent_ended', { retention: 'R-CONSENT', internal: ['decision_id'] });

describeTable('custody', {
  retention: 'R-CONSENT',
  subjects: [evidence(ownRow)],
  personal: { kind: { ...decided, category: 'CUSTODY' } },
  internal: ['pupil_id', 'recorded_by'],
});

describeTable('consent_link', {
  retention: 'R-CONSENT',
  subjects: [{ kind: 'PUPIL', rows: ownRow, onErasure: 'DELETE' }],
  personal: { token_hash: secret, code_hash: secret, signer: decided },
  internal: ['kind', 'pupil_id', 'purposes', 'expires_at', 'ended_at', 'created_by'],
});

describeTable('controller', {
  retention: 'CONFIG',
  nobodys: 'named to everybody, as Articles 13 and 14 GDPR ask',
  personal: {
    contact: { purpose: 'ACCOUNTABILITY', category: 'ADDRESS', dataClass: 'C2', rest: 'PLAIN' },
    officer: { purpose: 'ACCOUNTABILITY', category: 'NAME', dataClass: 'C2', rest: 'PLAIN' },
  },
  internal: ['name', 'address', 'authority'],
});

describeTable('purpose', {
  retention: 'CONFIG',
  internal: ['code', 'basis', 'article', 'signer_rule', 'validity_from', 'validity_months', 'effect', 'data', 'recipients', 'source', 'proposal', 'proposed_by'],
});
describeTable('consent_text', { retention: 'CONFIG', internal: ['purpose_id', 'number', 'series', 'change', 'dpo_reference', 'valid_from', 'proposed_by', 'released_by', 'released_at'] });
describeTable('consent_wording', { retention: 'CONFIG', internal: ['text_id', 'language', 'plain', 'title', 'body', 'sha256'] });
describeTable('signer_rule', { retention: 'CONFIG', internal: ['code', 'valid_from', 'bands', 'grace_days', 'in_writing', 'check_percent', 'material', 'source'] });
describeTable('signer_rule_proposal', { retention: 'CONFIG', internal: ['code', 'valid_from', 'bands', 'grace_days', 'in_writing', 'check_percent', 'material', 'source', 'proposed_by', 'released_by', 'released_at'] });
describeTable('purpose_rule_switch', { retention: 'CONFIG', internal: ['purpose_id', 'valid_from', 'before', 'material', 'released_by'] });
describeTable('receipt_key', { retention: 'CONFIG', internal: ['kid', 'public_key'] });

describeTable('consent_approach', {
  retention: 'R-CONSENT',
  subjects: [{ kind: 'PUPIL', rows: ownRow, onErasure: 'DELETE' }],
  personal: { signer: decided, channel: { ...decided, category: 'CORRESPONDENCE' }, reminder: { ...decided, category: 'CORRESPONDENCE' } },
  internal: ['pupil_id', 'purposes', 'mail_id', 'made_by'],
});

describeTable('chase_rule', { retention: 'CONFIG', internal: ['first_after_days', 'then_every_days', 'most_reminders', 'automatic', 'source', 'decided_by'] });
