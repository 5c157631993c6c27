-- What restrictions and objections close, in one place under all reads: rows of a restricted person are hidden from
-- everybody, SYSTEM included, but a transaction that serves the person's rights and says so.
create table use_limit (
  region_id uuid not null references region (id) on delete cascade,
  subject_id uuid not null,
  restricted boolean not null,
  objections text[] not null,
  primary key (region_id, subject_id)
);
create index use_limit_restricted on use_limit (region_id) where restricted;
comment on table use_limit is 'Limits that stand (Art. 18, 21 GDPR), by all open and granted requests of a person';
comment on column use_limit.objections is 'purposes not based on consent that the person objects to; the gate is shut for them';
-- Whoever may see pupils sees what limits them: a limit that a reader could not see would not bind.
call app.protect('use_limit', 'people.read', 'requests.write');

create function app.restricted_people() returns uuid[] language sql stable parallel safe
  return case when current_setting('app.restricted', true) = 'shown' then '{}'::uuid[]
    else array(select l.subject_id from public.use_limit l where l.region_id = app.region() and l.restricted) end;
create policy storage_only on pupil as restrictive to mintforge_app using (id <> all ((select app.restricted_people())::uuid[]));
create policy storage_only on person_key as restrictive to mintforge_app using (person_id <> all ((select app.restricted_people())::uuid[]));

create or replace function app.consent_gate(wanted text, pupils uuid[]) returns table (pupil_id uuid, answer text) language sql stable as $$
  select asked.id, case
      when p.id is null then 'NO_PURPOSE'
      when known.id is null then 'UNKNOWN_PUPIL'
      when p.basis not in ('CONSENT', 'EXPLICIT_CONSENT') then case when wanted = any(l.objections) then 'OBJECTED' else 'GIVEN' end
      else coalesce(c.state, 'NOT_ASKED')
    end
  from (select distinct unnest(pupils) as id) asked
    left join public.purpose p on p.region_id = (select app.region()) and p.code = wanted
    left join public.pupil known on known.region_id = (select app.region()) and known.id = asked.id and known.erased_on is null
    left join public.use_limit l on l.region_id = (select app.region()) and l.subject_id = asked.id
    left join (
      select s.pupil_id, s.state from public.consent_current s
        where s.region_id = (select app.region()) and s.pupil_id = any(pupils)
          and s.purpose_id = (select w.id from public.purpose w where w.region_id = (select app.region()) and w.code = wanted)
    ) c on c.pupil_id = asked.id
$$;
