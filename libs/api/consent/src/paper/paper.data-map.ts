import { describeSubject, describeTable, type PersonalColumn } from '@mintforge/platform';

const entered: PersonalColumn = { purpose: 'ACCOUNTABILITY', category: 'CONSENT', dataClass: 'C3', rest: 'PLAIN' };

describeTable('consent_form', {
  retention: 'R-CONSENT',
  subjects: [{ kind: 'PUPIL', rows: 't.region_id = $1 and t.pupil_id = $2', onErasure: 'KEEP', because: 'CONSENT_EVIDENCE' }],
  personal: { ticks: entered, signed_by: entered, signed_on: entered, language: { ...entered, category: 'LANGUAGE' } },
  internal: ['set_id', 'number', 'pupil_id', 'purposes', 'text_ids', 'plain', 'signers', 'state', 'scan_id', 'scan_sha256', 'recorded_by', 'returned_at', 'check_state', 'checked_by', 'checked_at', 'objection', 'printed_by', 'own'],
});

/** Also the scan before the last one, of a form that was scanned again with a signature it lacked: decisions know it by its bytes. */
const scanOf = (who: string): string =>
  `(exists (select from consent_form f where f.region_id = $1 and f.scan_id = t.id and f.pupil_id ${who}) or exists (select from consent_decision d where d.region_id = $1 and d.scan_sha256 = t.sha256 and d.pupil_id ${who}))`;
/** A scan shows names and signatures; what it is known by stays with the decision. */
describeSubject('file', { kind: 'PUPIL', rows: `t.region_id = $1 and t.kind = 'SCAN' and ${scanOf('= $2')}`, onErasure: 'DELETE', through: 'consent_form', showsOthers: scanOf('<> $2') });
