import { requestSubjects } from '@mintforge/domain/privacy';
import { describeSubject, describeTable, type PersonalColumn, type SubjectPath } from '@mintforge/platform';
import { noteTable } from './subject-rows';

const asked: PersonalColumn = { purpose: 'ACCOUNTABILITY', category: 'REQUEST', dataClass: 'C3', rest: 'PLAIN' };
const proof = requestSubjects.map((kind): SubjectPath => ({ kind, rows: `t.region_id = $1 and t.subject_kind = '${kind}' and t.subject_id = $2`, onErasure: 'KEEP', because: 'ACCOUNTABILITY' }));

describeTable('subject_request', {
  retention: 'R-AUDIT',
  subjects: proof,
  personal: {
    kind: asked, requester: asked, channel: asked, signer: asked, language: { ...asked, category: 'LANGUAGE' }, purposes: asked, received_on: asked, due_on: asked, extended_on: asked, extension_reason: asked, identity_check: asked, state: asked, refusal_reason: asked, ended_on: asked,
    limit_state: asked, limit_told_on: asked, pseudonym: asked,
    note: { ...asked, rest: 'PERSON_KEY' },
  },
  internal: ['subject_kind', 'subject_id', 'reminders', 'identified_by', 'identified_at', 'ended_by', 'export_json', 'export_pdf', 'export_zip', 'exported_at', 'recorded_by'],
  sealedAt: ({ id, subject_id }) => ({ table: noteTable(String(id)), person: String(subject_id) }),
});

describeTable('use_limit', {
  retention: 'R-PUPIL',
  subjects: (['PUPIL', 'GUARDIAN'] as const).map((kind) => ({ kind, rows: 't.region_id = $1 and t.subject_id = $2', onErasure: 'DELETE' })),
  personal: { restricted: asked, objections: asked },
  internal: ['subject_id'],
});

describeTable('erasure', {
  retention: 'R-AUDIT',
  subjects: proof.filter(({ kind }) => kind !== 'USER'),
  personal: { ground: asked, state: asked, executed_at: asked },
  internal: ['request_id', 'subject_kind', 'subject_id', 'proposed_by', 'executed_by', 'replayed_at', 'removed', 'kept'],
});

// A copy that was made of somebody's data goes with them.
for (const kind of requestSubjects) {
  describeSubject('file', {
    kind, onErasure: 'DELETE',
    rows: `t.region_id = $1 and t.id in (select unnest(array[r.export_json, r.export_pdf, r.export_zip]) from subject_request r where r.region_id = $1 and r.subject_kind = '${kind}' and r.subject_id = $2)`,
  });
}

// What a guardian signed is theirs, too; it stays as proof of the pupil's consent.
const signedBy = (decision: string): string => `exists (select from guardianship s where s.region_id = $1 and s.guardian_id = $2 and s.pupil_id = ${decision}.pupil_id and s.slot = ${decision}.signer)`;
describeSubject('consent_decision', { kind: 'GUARDIAN', rows: `t.region_id = $1 and ${signedBy('t')}`, onErasure: 'KEEP', because: 'CONSENT_EVIDENCE' });
describeSubject('consent_receipt', {
  kind: 'GUARDIAN', rows: `t.region_id = $1 and exists (select from consent_decision d where d.region_id = $1 and d.id = t.decision_id and ${signedBy('d')})`, onErasure: 'KEEP', because: 'CONSENT_EVIDENCE',
});
