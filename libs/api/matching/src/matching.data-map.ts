import { describeTable, type PersonalColumn, type SubjectPath } from '@mintforge/platform';

const result: PersonalColumn = { purpose: 'MATCHING', category: 'ALLOCATION', dataClass: 'C3', rest: 'PLAIN' };
const wished: PersonalColumn = { ...result, category: 'WISHES' };
const place: PersonalColumn = { purpose: 'TAKING_PART', category: 'PARTICIPATION', dataClass: 'C3', rest: 'PLAIN' };
const pseudonymous = (rows: string): SubjectPath => ({ kind: 'PUPIL', rows, onErasure: 'KEEP', because: 'PSEUDONYMOUS' });
const removed = (rows: string): SubjectPath => ({ kind: 'PUPIL', rows, onErasure: 'DELETE' });
const ownRow = 't.region_id = $1 and t.pupil_id = $2';
const asParticipant = 't.region_id = $1 and exists (select from participant p where p.region_id = $1 and p.id = t.participant_id and p.pupil_id = $2)';

describeTable('participant', { retention: 'R-PROFILE', subjects: [pseudonymous(ownRow)], personal: { class_id: result }, internal: ['round_id', 'pupil_id', 'group_id'] });
describeTable('wish', { retention: 'R-PROFILE', subjects: [removed(asParticipant)], personal: { rank: wished, occurrence_id: wished, source: wished }, internal: ['participant_id'] });
describeTable('pin', { retention: 'R-PROFILE', subjects: [removed(asParticipant)], personal: { kind: result, note: { ...result, category: 'NOTES' } }, internal: ['round_id', 'participant_id', 'occurrence_id', 'user_id'] });
describeTable('mentor_rank', { retention: 'R-PROFILE', subjects: [removed(asParticipant)], personal: { position: result }, internal: ['round_id', 'occurrence_id', 'participant_id'] });
describeTable('run_result', { retention: 'R-PROFILE', subjects: [pseudonymous(asParticipant)], personal: { lottery: result, best_rank: result, placed: result, refused: result }, internal: ['run_id', 'participant_id'] });
describeTable('run_place', { retention: 'R-PROFILE', subjects: [pseudonymous(asParticipant)], personal: { occurrence_id: result, rank: result, round: result, pinned: result }, internal: ['run_id', 'participant_id'] });
describeTable('placement', {
  retention: 'R-REG',
  subjects: [pseudonymous(ownRow)],
  personal: { occurrence_id: place, rank: place, state: place, withdrawn_reason: place, accept_by: place },
  internal: ['round_id', 'run_id', 'pupil_id', 'group_id', 'seats', 'freed_by', 'moved_from'],
});
describeTable('shared_need', {
  retention: 'R-NEEDS',
  subjects: [removed(ownRow)],
  personal: { items: { purpose: 'NEEDS_SHARE_COMPANY', category: 'NEEDS', dataClass: 'C4', rest: 'NEEDS_KEY' } },
  internal: ['placement_id', 'pupil_id'],
  sealedAt: ({ placement_id, pupil_id }) => ({ table: `shared_need ${String(placement_id)}`, person: String(pupil_id) }),
});

describeTable('host_link', {
  retention: 'R-LOG',
  subjects: [{ kind: 'CONTACT', rows: 't.region_id = $1 and t.contact_id = $2', onErasure: 'DELETE' }],
  personal: { token_hash: { purpose: 'CONTACT', category: 'CREDENTIALS', dataClass: 'C5', rest: 'HASH' }, code_hash: { purpose: 'CONTACT', category: 'CREDENTIALS', dataClass: 'C5', rest: 'HASH' } },
  internal: ['occurrence_id', 'contact_id', 'expires_at', 'ended_at', 'created_by'],
});

describeTable('run', {
  retention: 'R-PROFILE',
  nobodys: 'the whole round at once, by ids of participants',
  personal: { left_out: result },
  internal: ['round_id', 'number', 'state', 'seed', 'settings', 'input_hash', 'figures', 'error', 'job_id', 'created_by', 'ended_at'],
});
describeTable('run_record', {
  retention: 'R-PROFILE',
  nobodys: 'what a run was computed from, packed and by ids of participants, so that it can be computed again',
  personal: { content: { ...result, dataClass: 'C4' } },
  internal: ['run_id', 'outcome_hash'],
});

describeTable('round', { retention: 'R-OFFER', internal: ['title', 'unit', 'state', 'deadline', 'settings', 'published_run_id', 'published_at', 'follows_round_id', 'pairing'] });
describeTable('round_occurrence', { retention: 'R-OFFER', internal: ['round_id', 'occurrence_id', 'number'] });
describeTable('round_class', { retention: 'R-OFFER', internal: ['round_id', 'position', 'name', 'reason', 'derived'] });
describeTable('round_task', { retention: 'R-OFFER', internal: ['round_id', 'code', 'organisation_id', 'count', 'state', 'done_at', 'done_by'] });
describeTable('round_need', { retention: 'R-OFFER', internal: ['round_id', 'need_id'] });
describeTable('round_offer', { retention: 'R-OFFER', internal: ['round_id', 'offer_id'] });
describeTable('reserve', { retention: 'R-OFFER', internal: ['round_id', 'position', 'trait', 'occurrence_id', 'seats', 'percent', 'reason'] });
describeTable('run_occurrence', { retention: 'R-OFFER', internal: ['run_id', 'occurrence_id', 'applicants', 'placed', 'details'] });
describeTable('forecast', { retention: 'R-OFFER', internal: ['round_id', 'state', 'input_hash', 'rows', 'error', 'job_id', 'ended_at'] });
describeTable('allocation', { retention: 'R-OFFER', internal: ['round_id', 'need_id', 'offer_id', 'seats', 'score', 'reasons', 'state', 'partnership_id', 'accepted_at', 'withdrawn_reason'] });
describeTable('allocation_mark', { retention: 'R-OFFER', internal: ['round_id', 'need_id', 'offer_id', 'kind', 'seats', 'note', 'user_id'] });
describeTable('allocation_gap', { retention: 'R-OFFER', internal: ['round_id', 'need_id', 'offer_id', 'seats', 'code', 'params'] });
describeTable('working_time_limit', { retention: 'CONFIG', internal: ['kind', 'valid_from', 'source', 'limits'] });
describeTable('travel_time', { retention: 'CONFIG', internal: ['from_site_id', 'to_site_id', 'minutes', 'measured_at'] });
