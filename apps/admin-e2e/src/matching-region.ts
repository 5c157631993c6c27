import { AddParticipantsDocument, CreateRoundDocument, SetRoundOccurrencesDocument } from '@mintforge/contract';
import { onDatabase, run, type SignedIn } from '@mintforge/e2e';

const size = { schools: 40, groups: 120, pupils: 3000, hosts: 100, activities: 300, occurrences: 600 };

/** Schools around the centre, every eighth some 30 km away, with their classes and pupils, hosts with published activities of grade 9; all without names. */
const regionSql = `
  with centre as (update region set centre_lat = 54.09, centre_lon = 12.13 where id = $1 returning id),
  schools as (insert into organisation (region_id, name, name_key, roles) select c.id, 'Schule ' || n, 'schule ' || n, '{SCHOOL}' from centre c, generate_series(1, ${size.schools}) n returning region_id, id, name),
  hosts as (insert into organisation (region_id, name, name_key, roles) select c.id, 'Betrieb ' || n, 'betrieb ' || n, '{COMPANY}' from centre c, generate_series(1, ${size.hosts}) n returning region_id, id, name),
  sites as (insert into site (region_id, organisation_id, town, lat, lon, coordinate_check)
    select region_id, id, 'Ort', 54.09 + (n % 7 - 3) * 0.02 - (n % 8 = 0)::int * 0.3, 12.13 + (n % 9 - 4) * 0.03, 'OK' from (select region_id, id, split_part(name, ' ', 2)::int as n from schools union all select region_id, id, split_part(name, ' ', 2)::int from hosts) o),
  numbered_schools as (select *, row_number() over (order by id) - 1 as at from schools),
  numbered_hosts as (select *, row_number() over (order by id) - 1 as at from hosts),
  classes as (insert into pupil_group (region_id, organisation_id, name, grade, school_year, head_count)
    select s.region_id, s.id, '9-' || n, 9, '2026/27', ${size.pupils / size.groups} from generate_series(0, ${size.groups - 1}) n join numbered_schools s on s.at = n % ${size.schools} returning region_id, id, organisation_id),
  pupils as (insert into pupil (region_id, organisation_id, group_id, pseudonym, grade)
    select region_id, organisation_id, id, 'P' || lpad(((row_number() over (order by id) - 1) * ${size.pupils / size.groups} + n)::text, 5, '0'), 9 from classes, generate_series(1, ${size.pupils / size.groups}) n),
  offered as (insert into activity (region_id, organisation_id, title, format, grades, school_year, state, published_at)
    select h.region_id, h.id, 'Werkstatt ' || n, 'TECH_WORKSHOP', '{9}', '2026/27', 'PUBLISHED', now() from generate_series(1, ${size.activities}) n join numbered_hosts h on h.at = n % ${size.hosts} returning region_id, id)
  insert into occurrence (region_id, activity_id, place, starts_at, ends_at, capacity)
    select region_id, id, 'Werkstatt', date_trunc('day', now()) + (60 + day) * interval '1 day' + interval '8 hours', date_trunc('day', now()) + (60 + day) * interval '1 day' + interval '13 hours', 4 + (row_number() over (order by id, day)) % 3
    from offered, generate_series(0, ${size.occurrences / size.activities - 1}) day`;

/** Five wishes each, skewed: the first occurrences of the round are wanted by many. */
const wishesSql = `
  insert into wish (region_id, participant_id, rank, occurrence_id)
  select $1, w.participant_id, row_number() over (partition by w.participant_id order by w.first), w.occurrence_id
  from (select p.id as participant_id, c.occurrence_id, min(n) as first
    from (select id, row_number() over (order by id) as at from participant where region_id = $1 and round_id = $2) p, generate_series(1, 5) n,
      lateral (select 1 + floor(${size.occurrences} * power(((p.at * 7919 + n * 104729) % 10007) / 10007.0, 2))::int as number) chosen,
      lateral (select occurrence_id from round_occurrence where region_id = $1 and round_id = $2 and number = chosen.number) c
    group by p.id, c.occurrence_id) w`;

const reserveSql = `insert into reserve (region_id, round_id, position, trait, percent, reason) values ($1, $2, 1, '{"kind": "FAR_FROM_CENTRE", "leastKm": 20}', 20, 'Ziel der Förderung: Schulen im ländlichen Raum kommen sonst kaum zu Plätzen.')`;

/** A round of 3,000 pupils with five wishes each and 600 occurrences; the rows are made in the database, the round as an office makes it. */
export async function aLargeRound(regionId: string, as: SignedIn): Promise<string> {
  const { groupIds, occurrenceIds } = await onDatabase(async (database) => {
    await database.query(regionSql, [regionId]);
    const ids = async (table: string) => (await database.query<{ id: string }>(`select id from ${table} where region_id = $1 order by id`, [regionId])).rows.map(({ id }) => id);
    return { groupIds: await ids('pupil_group'), occurrenceIds: await ids('occurrence') };
  });
  const rules = { consent: false, workingTime: false, reach: null, provisions: false, hostReadiness: false, onceOnly: false };
  const { createRound: round } = await run(CreateRoundDocument, { input: { title: 'Praxistage im Land', unit: 'PUPILS', settings: { seed: 'Kranich', seedSource: 'Ziehung vor Zeugen am 1. März', rules } } }, as);
  await run(SetRoundOccurrencesDocument, { id: round.id, occurrenceIds }, as);
  await run(AddParticipantsDocument, { roundId: round.id, input: { groupIds, pupilIds: [] } }, as);
  await onDatabase(async (database) => {
    await database.query(wishesSql, [regionId, round.id]);
    await database.query(reserveSql, [regionId, round.id]);
    // PostgreSQL counts new rows by itself only after a while; until then it may choose slow plans.
    await database.query('analyze');
  });
  return round.id;
}
