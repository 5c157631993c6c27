import type { PupilRegistration } from '@mintforge/people';
import { berlinDayOf } from '@mintforge/platform';

/** Pupils on attendance lists, until their occurrence is over. */
export const attendedBy: PupilRegistration = {
  table: 'attendance', cleared: `note = ''`,
  day: `(select ${berlinDayOf('o.ends_at')} from occurrence o where o.region_id = t.region_id and o.id = t.occurrence_id)`,
};
