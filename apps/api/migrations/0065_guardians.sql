-- Guardians with contacts under a key of their own, whose guardians they are, and the contact of pupils old enough to sign.
create table guardian (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  name bytea not null,
  email bytea,
  email_index bytea,
  phone bytea,
  language text not null default 'de' check (language ~ '^[a-z]{2,3}$'),
  plain boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  check ((email is null) = (email_index is null))
);
create index guardian_email on guardian (region_id, email_index);
comment on table guardian is 'Guardian (Sorgeberechtigte:r): name and contacts sealed by a person_key of their own';
comment on column guardian.email_index is 'blind index of the address, under a key of its own: finds an address that is known exactly';
comment on column guardian.language is 'in which we write to them, and which a page offers first';
comment on column guardian.plain is 'plain language (Einfache Sprache)';
call app.protect('guardian', 'people.identify', 'people.write');

create table guardianship (
  region_id uuid not null,
  pupil_id uuid not null,
  slot text not null check (slot in ('GUARDIAN_1', 'GUARDIAN_2')),
  guardian_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (region_id, pupil_id, slot),
  unique (region_id, pupil_id, guardian_id),
  foreign key (region_id, pupil_id) references pupil (region_id, id) on delete cascade,
  foreign key (region_id, guardian_id) references guardian (region_id, id) on delete cascade
);
create index guardianship_of on guardianship (region_id, guardian_id);
comment on table guardianship is 'Whose guardian somebody is; the slot is the signer of the consents';
call app.protect('guardianship', 'people.identify', 'people.write');

-- Nobody outlives their last ward here, whoever takes it away: the guardian goes, the key that opens them, and mails to them.
create function app.drop_orphaned_guardian() returns trigger language plpgsql as $$
begin
  if not exists (select from public.guardianship s where s.region_id = old.region_id and s.guardian_id = old.guardian_id) then
    delete from public.guardian g where g.region_id = old.region_id and g.id = old.guardian_id;
    delete from public.person_key k where k.region_id = old.region_id and k.person_id = old.guardian_id;
    delete from public.mail m where m.region_id = old.region_id and m.recipient_id = old.guardian_id;
  end if;
  return null;
end $$;
create trigger orphaned after delete on guardianship for each row execute function app.drop_orphaned_guardian();

create table pupil_contact (
  region_id uuid not null,
  pupil_id uuid not null,
  email bytea not null,
  language text not null default 'de' check (language ~ '^[a-z]{2,3}$'),
  plain boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (region_id, pupil_id),
  foreign key (region_id, pupil_id) references pupil (region_id, id) on delete cascade
);
comment on table pupil_contact is 'The own mail address of a pupil who signs, sealed by the key of the pupil';
call app.protect('pupil_contact', 'people.identify', 'people.write');

-- The lowest age at which a pupil signs anything, by the rules of the region in force; null where none does.
create function app.signing_age() returns int language sql stable as $$
  select min((band ->> 'fromAge')::int)
  from (select distinct on (r.code) r.bands from public.signer_rule r where r.region_id = (select app.region()) and r.valid_from <= (select app.berlin_today()) order by r.code, r.valid_from desc) rule,
    jsonb_array_elements(rule.bands) band
  where (band ->> 'pupil')::boolean
$$;
