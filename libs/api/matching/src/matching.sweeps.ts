import type { PupilRegistration } from '@mintforge/people';
import { berlinDayOf, deletedFrom, type RetentionSweep } from '@mintforge/platform';

const occurrenceEnd = `(select ${berlinDayOf('o.ends_at')} from occurrence o where o.region_id = t.region_id and o.id = t.occurrence_id)`;

/** Seats of pupils, until their occurrence is over. */
export const placedIn: PupilRegistration = { table: 'placement', day: occurrenceEnd, after: deletedFrom('shared_need', 'placement_id') };

/** For each round of the region the last day of the school year in which it places; of one that places nowhere, of the year in which it was opened. */
const roundYears = `select r.region_id, r.id, app.school_year_end(coalesce(max(${berlinDayOf('o.ends_at')}), ${berlinDayOf('r.created_at')})) as ends_on
  from round r left join round_occurrence ro on ro.region_id = r.region_id and ro.round_id = r.id left join occurrence o on o.region_id = ro.region_id and o.id = ro.occurrence_id
  where r.region_id = $1 group by r.region_id, r.id, r.created_at`;

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
    rows: `select t.id::text as id, y.ends_on as start, t.pupil_id as subject from participant t join (${roundYears}) y on y.region_id = t.region_id and y.id = t.round_id where t.region_id = $1`,
    end: deletedFrom('participant'),
  },
  {
    retentionClass: 'R-PROFILE', what: 'run_record', tables: ['run', 'run_record'],
    rows: `select t.id::text as id, y.ends_on as start, null::uuid as subject from run t join (${roundYears}) y on y.region_id = t.region_id and y.id = t.round_id
      where t.region_id = $1 and (t.left_out <> '[]' or exists (select from run_record c where c.region_id = t.region_id and c.run_id = t.id))`,
    end: async (tx, ids) => {
      await deletedFrom('run_record', 'run_id')(tx, ids);
      const emptied = await tx.query<{ id: string }>(`update run set left_out = '[]' where region_id = $1 and id = any($2::uuid[]) returning id`, [tx.regionId, ids]);
      tx.note('run', 'update', emptied.map(({ id }) => id));
      return emptied.length;
    },
  },
];
