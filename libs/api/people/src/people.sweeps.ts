import { berlinDayOf, RetentionSweeps, type RetentionSweep, type Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PupilIdentities } from './pupil-identities';
import { PupilRegistrations } from './pupil-registrations';

/** The last day of the school year of a pupil's group; of one in no group, of the year in which they came. */
const schoolYearEnd = `coalesce(make_date(left(g.school_year, 4)::int + 1, 7, 31), app.school_year_end(${berlinDayOf('p.created_at')}))`;
const pupils = 'pupil p left join pupil_group g on g.region_id = p.region_id and g.id = p.group_id';

/** Takes from pupils what they like and wish: their profile is over, they stay. */
export async function clearProfiles(tx: Tx, pupilIds: readonly string[]): Promise<number> {
  const cleared = await tx.query<{ id: string }>(`update pupil set interests = '{}', stated_wishes = null, version = version + 1, updated_at = now() where region_id = $1 and id = any($2) returning id`, [tx.regionId, pupilIds]);
  tx.note('pupil', 'update', cleared.map(({ id }) => id));
  return cleared.length;
}

export const hasProfile = `(p.interests <> '{}' or p.stated_wishes is not null)`;

/** The last day of each pupil's registrations, worked out for all at once. */
const lastDays = ({ sql }: PupilRegistrations): string => `select pupil_id, max(day) as last from (${sql}) d group by pupil_id`;

/**
 * The identity of pupils who left the school or the programme: on the day noted, else with the school year of their group, or
 * with what they are still registered for when that is later. `erase` does what erasing a person does.
 */
export const pupilSweep = (registrations: PupilRegistrations, erase: RetentionSweep['end']): RetentionSweep => ({
  retentionClass: 'R-PUPIL', what: 'pupil', tables: ['pupil', 'person_key', 'pupil_token', 'guardian', 'guardianship', 'pupil_contact'], atOnce: 25,
  rows: `select p.id::text as id, coalesce(p.left_on, greatest(${schoolYearEnd}, r.last)) as start, p.id as subject
    from ${pupils} left join (${lastDays(registrations)}) r on r.pupil_id = p.id where p.region_id = $1 and p.erased_on is null`,
  end: erase,
});

/** What ends of pupils while they stay: profiles with the school year, needs with what they were given for, and whose a registration was. */
const peopleSweeps = (registrations: PupilRegistrations, identities: PupilIdentities): RetentionSweep[] => [
  {
    retentionClass: 'R-PROFILE', what: 'pupil.profile', tables: ['pupil'],
    rows: `select p.id::text as id, ${schoolYearEnd} as start, p.id as subject from ${pupils} where p.region_id = $1 and ${hasProfile}`,
    end: clearProfiles,
  },
  {
    // Needs given after the last registration are for one to come: they count from the day they were entered.
    retentionClass: 'R-NEEDS', what: 'pupil.provisions', tables: ['pupil', 'needs_key'],
    rows: `select p.id::text as id, greatest(r.last, ${berlinDayOf('p.updated_at')}) as start, p.id as subject
      from pupil p join (${lastDays(registrations)}) r on r.pupil_id = p.id where p.region_id = $1 and p.provisions is not null and r.last is not null`,
    end: async (tx, ids) => (await identities.forgetNeeds(tx, ids)).length,
  },
  {
    // Somebody without a name takes over what a pupil was registered for in a year, so that people per year still count right.
    retentionClass: 'R-REG', what: 'registration', tables: registrations.tables,
    rows: `select p.id::text as id, min(r.day) as start, p.id as subject from (${registrations.sql}) r join pupil p on p.region_id = $1 and p.id = r.pupil_id and p.erased_on is null group by p.id`,
    end: async (tx, ids, { today, cutoff }) => {
      const years = await tx.query<{ pupilId: string; organisationId: string; year: number }>(
        `select distinct r.pupil_id as "pupilId", p.organisation_id as "organisationId", extract(year from r.day)::int as year from (${registrations.sql}) r join pupil p on p.region_id = $1 and p.id = r.pupil_id
          where r.pupil_id = any($2::uuid[]) and r.day <= $3`,
        [tx.regionId, ids, cutoff],
      );
      const standIns = await identities.addNameless(tx, years.map(({ organisationId }) => organisationId), today);
      await registrations.handOver(tx, cutoff, years.map(({ pupilId, year }, at) => ({ pupilId, year, standIn: standIns[at]! })));
      return ids.length;
    },
  },
];

/** Registers them once every feature has named its registrations. */
@Injectable()
export class PeopleRetention implements OnModuleInit {
  constructor(
    private readonly sweeps: RetentionSweeps,
    private readonly registrations: PupilRegistrations,
    private readonly identities: PupilIdentities,
  ) {}

  onModuleInit(): void {
    this.sweeps.register(...peopleSweeps(this.registrations, this.identities));
  }
}
