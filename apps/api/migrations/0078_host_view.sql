-- What a host sees of the pupils who come to it: the gate is asked in the statement that reads.
alter table activity add column compulsory boolean not null default false;
comment on column activity.compulsory is 'part of compulsory teaching (Pflichtpraktikum): the host''s list rests on PLACEMENT_COMPULSORY, whatever that rests on in the region';

alter table region add column host_view_days smallint not null default 7 check (host_view_days between 0 and 31);
comment on column region.host_view_days is 'days after the end of an occurrence on which its host still sees the list (RET-5; Girls''Day Radar: 7)';

alter table pupil
  add column shielded boolean not null default false,
  add column shield bytea,
  add constraint pupil_shield_erased check (erased_on is null or shield is null),
  add constraint pupil_shield_known check (shielded or shield is null);
comment on column pupil.shielded is 'never named outside the office, whatever was consented to (policy flag); why stands sealed in shield';
comment on column pupil.shield is 'address block (Auskunftssperre, § 51 BMG) with its last day, sealed by the key of the pupil';

create table shared_need (
  region_id uuid not null,
  placement_id uuid not null,
  pupil_id uuid not null,
  items bytea not null,
  created_at timestamptz not null default now(),
  primary key (region_id, placement_id),
  foreign key (region_id, placement_id) references placement (region_id, id) on delete cascade,
  foreign key (region_id, pupil_id) references pupil (region_id, id) on delete cascade
);
create index shared_need_pupil on shared_need (region_id, pupil_id);
comment on table shared_need is 'Single provisions of a pupil that the host of one placement may see, sealed by the key of the pupil';
call app.protect('shared_need', 'people.identify', 'people.write');

-- The confirmed places of an occurrence as its host sees them at an instant: sealed names only where law or consent opens
-- them and nothing shields the pupil, provisions only those released with their own consent, a birth date only to answer
-- whether somebody is old enough. Nothing once the list has closed.
create function app.host_view(wanted uuid, at timestamptz) returns table (
  placement_id uuid, pupil_id uuid, heads int, grade smallint, group_name text, named boolean, minimum_age int, first_day date,
  first_name bytea, last_name bytea, birth_date bytea, items bytea, provisions bytea, wrapped bytea
) language sql stable as $$
  with place as (
    select x.region_id, x.id, x.pupil_id, x.group_id, x.seats, a.compulsory, a.minimum_age, (o.starts_at at time zone 'Europe/Berlin')::date as first_day
    from public.placement x join public.occurrence o on o.region_id = x.region_id and o.id = x.occurrence_id join public.activity a on a.region_id = o.region_id and a.id = o.activity_id
      join public.region r on r.id = x.region_id
    where x.region_id = (select app.region()) and x.occurrence_id = wanted and x.state in ('PLACED', 'ACCEPTED') and o.state = 'PLANNED'
      and at < ((o.ends_at at time zone 'Europe/Berlin')::date + r.host_view_days + 1)::timestamp at time zone 'Europe/Berlin'
  ), asked as (
    select coalesce(array_agg(p.pupil_id) filter (where p.pupil_id is not null), '{}') as pupils, coalesce(bool_or(p.compulsory), false) as compulsory from place p
  ), opened as (
    select g.pupil_id from asked, app.consent_gate('SHARE_WITH_COMPANY', asked.pupils) g where g.answer = 'GIVEN'
    union select g.pupil_id from asked, app.consent_gate('PLACEMENT_COMPULSORY', asked.pupils) g where g.answer = 'GIVEN' and asked.compulsory
  ), needing as (
    select g.pupil_id from asked, app.consent_gate('NEEDS_SHARE_COMPANY', asked.pupils) g where g.answer = 'GIVEN'
  )
  select p.id, p.pupil_id, p.seats, coalesce(u.grade, g.grade), case when v.named or p.group_id is not null then g.name end, v.named, p.minimum_age, p.first_day,
    case when v.named then u.first_name end, case when v.named then u.last_name end, case when p.minimum_age is not null then u.birth_date end,
    case when v.needs then s.items end, case when v.needs then u.provisions end, k.wrapped
  from place p
    left join public.pupil u on u.region_id = p.region_id and u.id = p.pupil_id and u.erased_on is null
    left join public.pupil_group g on g.region_id = p.region_id and g.id = coalesce(p.group_id, u.group_id)
    left join public.shared_need s on s.region_id = p.region_id and s.placement_id = p.id
    left join public.person_key k on k.region_id = p.region_id and k.person_id = u.id
    cross join lateral (select
      not coalesce(u.shielded, true) and p.pupil_id in (select o.pupil_id from opened o) as named,
      not coalesce(u.shielded, true) and p.pupil_id in (select n.pupil_id from needing n) as needs) v
$$;
