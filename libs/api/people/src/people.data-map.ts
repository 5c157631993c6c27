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
    provisions: { purpose: 'NEEDS_PROCESS', category: 'NEEDS', dataClass: 'C4', rest: 'PERSON_KEY' },
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
});

describeTable('pupil_token', {
  retention: 'R-PUPIL',
  subjects: [{ kind: 'PUPIL', rows: ownRow, onErasure: 'DELETE' }],
  personal: { token: { ...identity, rest: 'HASH' } },
  internal: ['pupil_id', 'field'],
});

describeTable('pupil_group', { retention: 'R-REG', internal: ['organisation_id', 'name', 'kind', 'grade', 'school_year', 'head_count'] });

describeSubject('office_task', { kind: 'PUPIL', rows: ownRow, onErasure: 'DELETE' });
describeSubject('audit', {
  kind: 'PUPIL', rows: "t.region_id = $1 and t.changes @> jsonb_build_array(jsonb_build_object('ids', jsonb_build_array($2::uuid)))", onErasure: 'KEEP', because: 'ACCOUNTABILITY',
});
