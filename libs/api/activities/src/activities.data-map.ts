import { describeTable } from '@mintforge/platform';

describeTable('attendance', {
  retention: 'R-REG',
  subjects: [{ kind: 'PUPIL', rows: 't.region_id = $1 and t.pupil_id = $2', onErasure: 'CLEAR' }],
  personal: {
    state: { purpose: 'TAKING_PART', category: 'PARTICIPATION', dataClass: 'C3', rest: 'PLAIN', kept: true },
    note: { purpose: 'TAKING_PART', category: 'NOTES', dataClass: 'C3', rest: 'PLAIN' },
  },
  internal: ['occurrence_id', 'pupil_id', 'group_id', 'placement_id', 'head_count', 'marked_at', 'marked_by'],
});

describeTable('activity', {
  retention: 'R-OFFER',
  internal: [
    'organisation_id', 'offer_id', 'equipment_id', 'title', 'description', 'format', 'topics', 'grades', 'minimum_age', 'compulsory', 'accessibility', 'sdgs', 'digital_skills', 'school_year', 'state',
    'cancel_reason', 'cancel_note', 'published_at',
  ],
});
describeTable('occurrence', { retention: 'R-OFFER', internal: ['activity_id', 'site_id', 'place', 'starts_at', 'ends_at', 'capacity', 'minimum', 'taken', 'state', 'cancel_reason', 'cancel_note'] });
describeTable('school_holiday', { retention: 'CONFIG', internal: ['name', 'first_day', 'last_day', 'source', 'checked'] });
