-- The needs of a pupil rest under a key of their own: destroying it makes them unreadable everywhere, and the pupil stays.
create table needs_key (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  wrapped bytea not null,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, person_id),
  foreign key (region_id, person_id) references pupil (region_id, id) on delete cascade,
  constraint needs_key_region check (substring(wrapped from 6 for 16) = uuid_send(region_id))
);
comment on table needs_key is 'One data key per pupil with needs, wrapped by the master key; deleting the row makes the needs unreadable everywhere. Needs given anew get a new key';
comment on column needs_key.id is 'by which the erasure ledger knows a destroyed key: a restored one is destroyed again, its successor is not';
call app.protect('needs_key', 'people.identify', 'people.write');
create policy storage_only on needs_key as restrictive to mintforge_app using (person_id <> all ((select app.restricted_people())::uuid[]));

comment on table shared_need is 'Single provisions of a pupil that the host of one placement may see, sealed by the key of the pupil''s needs';
comment on column pupil.provisions is 'provisions a place must have, keys of the fixed vocabulary, sealed by the key of the pupil''s needs';

-- The host's view hands out the key of needs beside what it opens, where needs are released.
drop function app.host_view(uuid, timestamptz);
create function app.host_view(wanted uuid, at timestamptz) returns table (
  placement_id uuid, pupil_id uuid, heads int, grade smallint, group_name text, named boolean, minimum_age int, first_day date,
  first_name bytea, last_name bytea, birth_date bytea, items bytea, provisions bytea, wrapped bytea, needs_key bytea
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
    case when v.needs then s.items end, case when v.needs then u.provisions end, k.wrapped, case when v.needs then n.wrapped end
  from place p
    left join public.pupil u on u.region_id = p.region_id and u.id = p.pupil_id and u.erased_on is null
    left join public.pupil_group g on g.region_id = p.region_id and g.id = coalesce(p.group_id, u.group_id)
    left join public.shared_need s on s.region_id = p.region_id and s.placement_id = p.id
    left join public.person_key k on k.region_id = p.region_id and k.person_id = u.id
    left join public.needs_key n on n.region_id = p.region_id and n.person_id = u.id
    cross join lateral (select
      not coalesce(u.shielded, true) and p.pupil_id in (select o.pupil_id from opened o) as named,
      not coalesce(u.shielded, true) and p.pupil_id in (select w.pupil_id from needing w) as needs) v
$$;
