import type { ConsentLedger } from '@mintforge/consent';
import { schoolYearOf } from '@mintforge/domain/kernel';
import type { GuardianIdentities, PupilIdentities } from '@mintforge/people';
import type { Db } from '@mintforge/platform';
import { seedActivities } from './activities';
import { Chance } from './chance';
import { seedConsent } from './consent';
import { seedGuardians } from './guardians';
import { seedOrganisations } from './organisations';
import { seedMentoring, seedNeedsRound } from './pairs';
import { seedPeople } from './people';
import { seedRetention } from './retention';
import { seedRound } from './round';
import { demoSignIns, seedUsers } from './users';

const sizes = {
  full: { schools: 120, companies: 400, activities: 300, occurrences: 900, pupils: 20_000, participants: 3000, roundOccurrences: 600, wishes: 8, mentees: 60, mentors: 24 },
  small: { schools: 12, companies: 24, activities: 20, occurrences: 60, pupils: 300, participants: 60, roundOccurrences: 12, wishes: 4, mentees: 12, mentors: 6 },
};

/**
 * Makes the synthetic demo region (Demo-Region) unless it is there already: partners, activities, pupils, an open
 * round of each kind, guardians and consents of who may take part, and a user per role. `small` is a region of a tenth for tests. Answers how one signs in.
 */
export async function seedDemo({ db, identities, contacts, ledger, today, small }: { db: Db; identities: PupilIdentities; contacts: GuardianIdentities; ledger: ConsentLedger; today: Date; small: boolean }): Promise<typeof demoSignIns> {
  const size = small ? sizes.small : sizes.full;
  const regionId = await db.system('demo region', null, async (tx) => {
    const [known] = await tx.query<{ id: string }>("select id from region where key = 'demo'");
    if (known) return known.id;
    const region = await tx.one<{ id: string }>("insert into region (key, name, land, centre_lat, centre_lon, synthetic) values ('demo', 'MINT-Region Warnhafen (Demo)', 'DE-MV', 54.09, 12.13, true) returning id");
    await seedUsers(tx, region.id);
    return region.id;
  });
  await db.system('demo region', regionId, async (tx) => {
    const [known] = await tx.query('select 1 from organisation where region_id = $1 limit 1', [regionId]);
    if (known) return;
    const chance = new Chance(20_260_801);
    const { schools, hosts } = await seedOrganisations(tx, chance, size);
    const occurrences = await seedActivities(tx, chance, hosts, schools.map((school) => school.id), size, today);
    const pupils = await seedPeople(tx, identities, chance, schools, size.pupils, schoolYearOf(today.toISOString().slice(0, 10)));
    const eligible = pupils.filter((pupil) => pupil.grade >= 8);
    const offered = occurrences.filter((occurrence) => occurrence.format !== 'MENTORING' && occurrence.grades.some((grade) => grade >= 8));
    const participants = chance.some(eligible, size.participants);
    await seedRound(tx, chance, participants, chance.some(offered, size.roundOccurrences), size.wishes);
    await seedGuardians(tx, contacts, new Chance(20_260_902), participants);
    await seedConsent(tx, ledger, chance, participants, today);
    await seedRetention(tx, today);
    const mentors = occurrences.filter(({ format, grades }) => format === 'MENTORING' && grades.some((grade) => grade >= 8));
    const young = pupils.filter(({ grade }) => mentors.some(({ grades }) => grades.includes(grade)));
    await seedMentoring(tx, chance, chance.some(young.length > 0 ? young : eligible, size.mentees), chance.some(mentors, size.mentors));
    await seedNeedsRound(tx);
  });
  return demoSignIns;
}
