import { describeSubject, describeTable, type PersonalColumn } from '@mintforge/platform';

const identity: PersonalColumn = { purpose: 'TAKING_PART', category: 'NAME', dataClass: 'C3', rest: 'PERSON_KEY' };
const ownRow = 't.region_id = $1 and t.pupil_id = $2';

describeTable('pupil', {
  retention: 'R-PUPIL',
  subjects: [{ kind: 'PUPIL', rows: 't.region_id = $1 and t.id = $2', onErasure: 'CLEAR' }],
  personal: {
    first_name: identity,
    last_name: identity,
    birth_date: { ...identity, category: 'BIRTH_DATE' },
    stated_wishes: { ...identity, category: 'WISHES' },
    provisions: { purpose: 'NEEDS_PROCESS', category: 'NEEDS', dataClass: 'C4', rest: 'NEEDS_KEY' },
    shield: { ...identity, category: 'ADDRESS', dataClass: 'C4' },
    shielded: { ...identity, category: 'ADDRESS', dataClass: 'C4', rest: 'PLAIN', kept: true },
    interests: { purpose: 'MATCHING', category: 'INTERESTS', dataClass: 'C3', rest: 'PLAIN' },
    pseudonym: { ...identity, rest: 'PLAIN', kept: true },
    grade: { ...identity, category: 'SCHOOL', rest: 'PLAIN', kept: true },
    left_on: { ...identity, category: 'SCHOOL', rest: 'PLAIN', kept: true },
  },
  internal: ['organisation_id', 'group_id', 'erased_on'],
});

describeTable('person_key', {
  retention: 'R-PUPIL',
  subjects: [{ kind: 'PUPIL', rows: 't.region_id = $1 and t.person_id = $2', onErasure: 'DELETE' }],
  personal: { wrapped: { purpose: 'TAKING_PART', category: 'CREDENTIALS', dataClass: 'C5', rest: 'MASTER_KEY' } },
  internal: ['person_id'],
  keyedBy: 'person_id',
});

describeTable('needs_key', {
  retention: 'R-NEEDS',
  subjects: [{ kind: 'PUPIL', rows: 't.region_id = $1 and t.person_id = $2', onErasure: 'DELETE' }],
  personal: { wrapped: { purpose: 'NEEDS_PROCESS', category: 'CREDENTIALS', dataClass: 'C5', rest: 'MASTER_KEY' } },
  internal: ['person_id'],
  keyedBy: 'person_id',
});

describeTable('shredded_key', { retention: 'R-NEEDS', internal: [] });

describeTable('pupil_token', {
  retention: 'R-PUPIL',
  subjects: [{ kind: 'PUPIL', rows: ownRow, onErasure: 'DELETE' }],
  personal: { token: { ...identity, rest: 'HASH' } },
  internal: ['pupil_id', 'field'],
});

describeTable('pupil_group', { retention: 'R-REG', internal: ['organisation_id', 'name', 'kind', 'grade', 'school_year', 'head_count'] });

describeSubject('office_task', { kind: 'PUPIL', rows: ownRow, onErasure: 'DELETE' });
describeSubject('audit', { kind: 'PUPIL', rows: 't.region_id = $1 and t.seq in (select seq from app.acts_on(array[$2::uuid::text]))', onErasure: 'KEEP', because: 'ACCOUNTABILITY' });

const guardian: PersonalColumn = { purpose: 'CONTACT', category: 'ADDRESS', dataClass: 'C3', rest: 'PERSON_KEY', of: 'GUARDIAN' };
const wards = 'select s.guardian_id from guardianship s where s.region_id = $1 and s.pupil_id = $2';

// A pupil's erasure takes the guardianship away; the database then drops the guardian who has no other ward.
describeTable('guardian', {
  retention: 'R-PUPIL',
  subjects: [
    { kind: 'GUARDIAN', rows: 't.region_id = $1 and t.id = $2', onErasure: 'DELETE' },
    { kind: 'PUPIL', rows: `t.region_id = $1 and t.id in (${wards})`, onErasure: 'KEEP', because: 'OTHER_WARDS' },
  ],
  personal: {
    name: { ...guardian, purpose: 'TAKING_PART', category: 'NAME' },
    email: guardian,
    email_index: { ...guardian, rest: 'HASH' },
    phone: guardian,
    language: { ...guardian, category: 'LANGUAGE', rest: 'PLAIN' },
    plain: { ...guardian, category: 'LANGUAGE', rest: 'PLAIN' },
  },
  internal: [],
});

describeTable('guardianship', {
  retention: 'R-PUPIL',
  subjects: [{ kind: 'PUPIL', rows: ownRow, onErasure: 'DELETE' }, { kind: 'GUARDIAN', rows: 't.region_id = $1 and t.guardian_id = $2', onErasure: 'DELETE' }],
  personal: { slot: { purpose: 'CONTACT', category: 'CUSTODY', dataClass: 'C3', rest: 'PLAIN' } },
  internal: ['pupil_id', 'guardian_id'],
});

describeTable('pupil_contact', {
  retention: 'R-PUPIL',
  subjects: [{ kind: 'PUPIL', rows: ownRow, onErasure: 'DELETE' }],
  personal: {
    email: { purpose: 'CONTACT', category: 'ADDRESS', dataClass: 'C3', rest: 'PERSON_KEY' },
    language: { purpose: 'CONTACT', category: 'LANGUAGE', dataClass: 'C3', rest: 'PLAIN' },
    plain: { purpose: 'CONTACT', category: 'LANGUAGE', dataClass: 'C3', rest: 'PLAIN' },
  },
  internal: ['pupil_id'],
  sealedAt: (row) => ({ table: 'pupil_contact', person: String(row['pupil_id']) }),
});

describeSubject('person_key', { kind: 'GUARDIAN', rows: 't.region_id = $1 and t.person_id = $2', onErasure: 'DELETE' });
describeSubject('mail', { kind: 'PUPIL', rows: ownRow, onErasure: 'DELETE' });
describeSubject('mail', { kind: 'GUARDIAN', rows: 't.region_id = $1 and t.recipient_id = $2', onErasure: 'DELETE' });
