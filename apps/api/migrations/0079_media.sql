-- Pictures of occurrences, who can be recognised on them, and the gate both to look at and to publish them.
create table media (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  occurrence_id uuid not null,
  file_id uuid not null,
  caption text not null default '' check (length(caption) <= 300),
  width int not null check (width > 0),
  height int not null check (height > 0),
  nobody boolean not null,
  state text not null default 'INTERNAL' check (state in ('INTERNAL', 'PUBLISHED', 'UNPUBLISHED')),
  published_at timestamptz,
  unpublished_at timestamptz,
  prints text[] not null default '{}',
  created_by uuid references app_user (id) on delete set null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, occurrence_id) references occurrence (region_id, id) on delete restrict,
  foreign key (region_id, file_id) references file (region_id, id) on delete cascade,
  check ((state = 'PUBLISHED') <= (published_at is not null))
);
create index media_of on media (region_id, occurrence_id, created_at);
create index media_file on media (region_id, file_id);
comment on column media.nobody is 'somebody looked and says that no person can be recognised';
comment on column media.prints is 'printed matter the picture was given to: what a recall has to reach';
call app.protect('media', 'media.read', 'media.write');

create table media_person (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  media_id uuid not null,
  pupil_id uuid,
  primary key (region_id, id),
  unique (region_id, media_id, pupil_id),
  foreign key (region_id, media_id) references media (region_id, id) on delete cascade,
  foreign key (region_id, pupil_id) references pupil (region_id, id) on delete set null (pupil_id)
);
create index media_person_pupil on media_person (region_id, pupil_id);
comment on column media_person.pupil_id is 'null = the row of the person is gone: nobody can say yes for them any more, so the picture stays shut';
call app.protect('media_person', 'media.read', 'media.write');

-- May a picture be used for a purpose: the gate must be open for everybody who can be recognised on it.
create function app.media_gate(wanted text, picture uuid) returns boolean language sql stable as $$
  with shown as (select p.pupil_id from public.media_person p where p.region_id = (select app.region()) and p.media_id = picture)
  select exists (select from public.media m where m.region_id = (select app.region()) and m.id = picture and m.nobody) and not exists (select from shown)
    or exists (select from shown) and not exists (
      select from shown s left join app.consent_gate(wanted, array(select pupil_id from shown where pupil_id is not null)) g on g.pupil_id = s.pupil_id where g.answer is distinct from 'GIVEN')
$$;

-- A picture as it may leave: internal to who may see media, published to the world. Sealed bytes come only through here.
create function app.media_picture(picture uuid, published boolean) returns table (file_id uuid, media_type text, wrapped bytea, content bytea) language sql stable as $$
  select f.id, f.media_type, f.wrapped, f.content
  from public.media m join public.file f on f.region_id = m.region_id and f.id = m.file_id
  where m.region_id = (select app.region()) and m.id = picture and (m.state = 'PUBLISHED' or not published)
    and app.media_gate('PHOTO_INTERNAL', picture) and (not published or app.media_gate('PHOTO_PUBLICATION', picture))
$$;

-- The bytes and their key go with the row, whoever deletes it.
create function app.drop_picture() returns trigger language plpgsql as $$
begin
  delete from public.file where region_id = old.region_id and id = old.file_id;
  return null;
end $$;
create trigger picture after delete on media for each row execute function app.drop_picture();
