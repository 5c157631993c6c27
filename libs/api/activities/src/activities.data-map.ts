import { describeSubject, describeTable } from '@mintforge/platform';

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

describeTable('media', {
  retention: 'R-PHOTO',
  subjects: [{ kind: 'PUPIL', rows: 't.region_id = $1 and exists (select from media_person p where p.region_id = $1 and p.media_id = t.id and p.pupil_id = $2)', onErasure: 'DELETE' }],
  personal: {
    caption: { purpose: 'PHOTO_INTERNAL', category: 'PICTURE', dataClass: 'C3', rest: 'PLAIN' },
    prints: { purpose: 'PHOTO_PUBLICATION', category: 'PICTURE', dataClass: 'C3', rest: 'PLAIN' },
  },
  internal: ['occurrence_id', 'file_id', 'width', 'height', 'nobody', 'state', 'published_at', 'unpublished_at', 'created_by'],
});
describeTable('media_person', { retention: 'R-PHOTO', subjects: [{ kind: 'PUPIL', rows: 't.region_id = $1 and t.pupil_id = $2', onErasure: 'KEEP', because: 'PSEUDONYMOUS' }], internal: ['media_id', 'pupil_id'] });
const shown = (who: string): string => `exists (select from media m join media_person p on p.region_id = m.region_id and p.media_id = m.id where m.region_id = $1 and m.file_id = t.id and p.pupil_id ${who})`;
describeSubject('file', {
  kind: 'PUPIL', rows: `t.region_id = $1 and ${shown('= $2')}`, onErasure: 'DELETE', through: 'media', showsOthers: shown('is distinct from $2'),
});
