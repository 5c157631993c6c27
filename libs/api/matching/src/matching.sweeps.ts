import type { PupilRegistration } from '@mintforge/people';
import { berlinDayOf, deletedFrom, type RetentionSweep } from '@mintforge/platform';

const occurrenceEnd = `(select ${berlinDayOf('o.ends_at')} from occurrence o where o.region_id = t.region_id and o.id = t.occurrence_id)`;

/** Seats of pupils, until their occurrence is over. */
export const placedIn: PupilRegistration = { table: 'placement', day: occurrenceEnd, after: deletedFrom('shared_need', 'placement_id') };

/** The last day of the school year in which a round `r` places; of one that places nowhere, of the year in which it was opened. */
const schoolYearOfRound = `app.school_year_end(coalesce(
  (select max(${berlinDayOf('o.ends_at')}) from round_occurrence ro join occurrence o on o.region_id = ro.region_id and o.id = ro.occurrence_id where ro.region_id = r.region_id and ro.round_id = r.id),
  ${berlinDayOf('r.created_at')}))`;

/** Wishes and results end with the school year of their round, what hosts may see of needs with the occurrence; the round, its figures and the seats given stay. */
export const matchingSweeps: readonly RetentionSweep[] = [
  {
    retentionClass: 'R-NEEDS', what: 'shared_need', tables: ['shared_need'],
    rows: `select t.id::text as id, ${occurrenceEnd} as start, s.pupil_id as subject from shared_need s join placement t on t.region_id = s.region_id and t.id = s.placement_id where s.region_id = $1`,
    end: deletedFrom('shared_need', 'placement_id'),
  },
  {
    retentionClass: 'R-LOG', what: 'host_link', tables: ['host_link'],
    rows: `select t.id::text as id, ${berlinDayOf('t.expires_at')} as start, null::uuid as subject from host_link t where t.region_id = $1`,
    end: deletedFrom('host_link'),
  },
  {
    retentionClass: 'R-PROFILE', what: 'participant', tables: ['participant', 'wish', 'pin', 'mentor_rank', 'run_result', 'run_place'],
    rows: `select t.id::text as id, ${schoolYearOfRound} as start, t.pupil_id as subject from participant t join round r on r.region_id = t.region_id and r.id = t.round_id where t.region_id = $1`,
    end: deletedFrom('participant'),
  },
  {
    retentionClass: 'R-PROFILE', what: 'run_record', tables: ['run', 'run_record'],
    rows: `select t.id::text as id, ${schoolYearOfRound} as start, null::uuid as subject from run t join round r on r.region_id = t.region_id and r.id = t.round_id
      where t.region_id = $1 and (t.left_out <> '[]' or exists (select from run_record c where c.region_id = t.region_id and c.run_id = t.id))`,
    end: async (tx, ids) => {
      await deletedFrom('run_record', 'run_id')(tx, ids);
      const emptied = await tx.query<{ id: string }>(`update run set left_out = '[]' where region_id = $1 and id = any($2::uuid[]) returning id`, [tx.regionId, ids]);
      tx.note('run', 'update', emptied.map(({ id }) => id));
      return emptied.length;
    },
  },
];
