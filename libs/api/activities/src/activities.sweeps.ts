import type { PupilRegistration } from '@mintforge/people';
import { berlinDayOf, deletedFrom, type RetentionSweep } from '@mintforge/platform';

const occurrenceEnd = `(select ${berlinDayOf('o.ends_at')} from occurrence o where o.region_id = t.region_id and o.id = t.occurrence_id)`;

/** Pupils on attendance lists, until their occurrence is over. */
export const attendedBy: PupilRegistration = { table: 'attendance', cleared: `note = ''`, day: occurrenceEnd };

/** Of several people on a picture the one whom a hold names for longest: one is enough to keep it. */
const shown = `(select p.pupil_id from media_person p left join legal_hold h on h.region_id = p.region_id and h.subject_id = p.pupil_id and h.lifted_at is null
  where p.region_id = t.region_id and p.media_id = t.id order by h.expires_on desc nulls last limit 1)`;

/** Pictures with their files: at the latest so long after what they show. */
export const activitySweeps: readonly RetentionSweep[] = [
  {
    retentionClass: 'R-PHOTO', what: 'media', tables: ['media', 'media_person', 'file'],
    rows: `select t.id::text as id, ${occurrenceEnd} as start, ${shown} as subject from media t where t.region_id = $1`,
    end: deletedFrom('media'),
  },
];
