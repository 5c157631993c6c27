import { describeSubject, describeTable, type PersonalColumn, type SubjectPath } from '@mintforge/platform';

const atWork: PersonalColumn = { purpose: 'CONTACT', category: 'NAME', dataClass: 'C2', rest: 'PLAIN' };
const noted: PersonalColumn = { ...atWork, category: 'NOTES' };
const listed: PersonalColumn = { ...atWork, category: 'DOCUMENT' };
const ofContact = (rows: string, onErasure: SubjectPath['onErasure']): SubjectPath => ({ kind: 'CONTACT', rows, onErasure });

describeTable('contact', {
  retention: 'R-STAFF',
  subjects: [ofContact('t.region_id = $1 and t.id = $2', 'DELETE')],
  personal: {
    name: atWork,
    function: { ...atWork, category: 'FUNCTION' },
    email: { ...atWork, category: 'ADDRESS' },
    phone: { ...atWork, category: 'ADDRESS' },
    roles: { ...atWork, category: 'FUNCTION' },
    left_on: { ...atWork, category: 'FUNCTION' },
  },
  internal: ['organisation_id', 'successor_id'],
});

describeTable('contact_event', {
  retention: 'R-ORG',
  subjects: [ofContact('t.region_id = $1 and t.contact_id = $2', 'CLEAR')],
  personal: { summary: noted, details: noted },
  internal: ['organisation_id', 'contact_id', 'kind', 'at', 'user_id'],
});

describeSubject('mail', ofContact('t.region_id = $1 and lower(t.recipient) = (select lower(c.email) from contact c where c.region_id = $1 and c.id = $2)', 'DELETE'));
describeSubject('audit', { kind: 'CONTACT', rows: 't.region_id = $1 and t.seq in (select seq from app.acts_on(array[$2::uuid::text]))', onErasure: 'KEEP', because: 'ACCOUNTABILITY' });

describeTable('organisation', {
  retention: 'R-ORG',
  nobodys: 'free text about a body; the people of a body are its contacts',
  personal: { notes: noted },
  internal: [
    'name', 'name_key', 'body_key', 'roles', 'school_kinds', 'official_key', 'official_number', 'former_keys', 'land', 'stage', 'email', 'phone', 'fax', 'website', 'mail_domain', 'tags',
    'closed_on', 'successor_id', 'merged_into_id', 'imported',
  ],
});

describeTable('organisation_alias', { retention: 'R-ORG', internal: ['organisation_id', 'name', 'name_key', 'body_key', 'source'] });
describeTable('organisation_merge', { retention: 'R-ORG', internal: ['survivor_id', 'merged_id', 'undo', 'merged_by', 'undone_at'] });
describeTable('not_a_duplicate', { retention: 'R-ORG', internal: ['first_id', 'second_id'] });
describeTable('site', {
  retention: 'R-ORG',
  internal: ['organisation_id', 'name', 'street', 'postcode', 'town', 'district', 'municipality_key', 'lat', 'lon', 'coordinate_check', 'coordinate_km', 'is_main'],
});
describeTable('equipment', { retention: 'R-ORG', internal: ['organisation_id', 'site_id', 'name', 'description', 'capacity', 'minimum_age', 'needs_briefing', 'pupils_per_supervisor'] });
describeTable('readiness', { retention: 'R-ORG', internal: ['organisation_id', 'kind', 'seen_on', 'valid_until', 'note'] });
describeTable('need', { retention: 'R-OFFER', internal: ['organisation_id', 'title', 'format', 'topics', 'grades', 'size', 'period_from', 'period_to', 'requirements', 'state', 'accessibility'] });
describeTable('offer', {
  retention: 'R-OFFER',
  internal: ['organisation_id', 'title', 'description', 'format', 'topics', 'grades', 'capacity', 'minimum_age', 'equipment_id', 'accessibility', 'period_from', 'period_to', 'requirements', 'state'],
});
describeTable('partnership', { retention: 'R-ORG', internal: ['school_id', 'partner_id', 'state', 'since', 'until', 'end_reason', 'source'] });
describeTable('postcode', { retention: 'CONFIG', internal: ['postcode', 'lat', 'lon'] });

describeTable('import', {
  retention: 'R-ORG',
  nobodys: 'lists of bodies as they came: who stands in a column that is not taken over has no row of their own',
  personal: { samples: listed },
  internal: ['kind', 'state', 'file_id', 'file_name', 'headers', 'row_count', 'mapping', 'confidence', 'remembered', 'counts', 'plan_hash', 'job_id', 'created_by', 'committed_at', 'undone_at'],
});
describeTable('import_row', {
  retention: 'R-ORG',
  nobodys: 'as its import',
  personal: { cells: listed },
  internal: ['import_id', 'number', 'verdict', 'findings', 'title', 'target_id', 'undo'],
});
describeTable('import_mapping', { retention: 'CONFIG', internal: ['kind', 'fingerprint', 'mapping'] });
