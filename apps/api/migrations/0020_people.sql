-- Groups by head count, pupils with encrypted identity (a key per person) and pseudonym.
create table pupil_group (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  organisation_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  kind text not null default 'CLASS' check (kind in ('CLASS', 'COURSE', 'CLUB')),
  grade smallint check (grade between 1 and 13),
  school_year text not null check (school_year ~ '^\d{4}/\d{2}$'),
  head_count int not null check (head_count between 0 and 500),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, organisation_id, school_year, name),
  foreign key (region_id, organisation_id) references organisation (region_id, id) on delete restrict
);
create index pupil_group_year on pupil_group (region_id, school_year, name);
create index pupil_group_grade on pupil_group (region_id, grade);
call app.protect('pupil_group', 'people.read', 'people.write');

create table person_key (
  region_id uuid not null references region (id) on delete cascade,
  person_id uuid not null,
  wrapped bytea not null,
  created_at timestamptz not null default now(),
  primary key (region_id, person_id)
);
comment on table person_key is 'One data key per person, wrapped by the master key; deleting the row makes the person unreadable everywhere';
call app.protect('person_key', 'people.identify', 'people.write');

create table pupil (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  organisation_id uuid not null,
  group_id uuid,
  pseudonym text collate "C" not null,
  first_name bytea,
  last_name bytea,
  birth_date bytea,
  grade smallint check (grade between 1 and 13),
  interests text[] not null default '{}',
  stated_wishes bytea,
  left_on date,
  erased_on date,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, pseudonym),
  foreign key (region_id, organisation_id) references organisation (region_id, id) on delete restrict,
  foreign key (region_id, group_id) references pupil_group (region_id, id) on delete set null (group_id),
  check (erased_on is null or num_nonnulls(first_name, last_name, birth_date, stated_wishes) = 0)
);
create index pupil_of on pupil (region_id, organisation_id);
create index pupil_in on pupil (region_id, group_id);
create index pupil_grade on pupil (region_id, grade);
comment on column pupil.stated_wishes is 'wishes as the class list names them, best first, sealed; a round reads them when the pupil joins it';
comment on column pupil.interests is 'topics of interest, keys of the fixed vocabulary';
comment on column pupil.erased_on is 'the day the identity was erased; the row stays as a pseudonym, so that counts stay true';
call app.protect('pupil', 'people.read', 'people.write');

create table pupil_token (
  region_id uuid not null,
  token bytea not null,
  pupil_id uuid not null,
  field text not null check (field in ('PERSON', 'NAME', 'PREFIX')),
  primary key (region_id, field, token, pupil_id),
  foreign key (region_id, pupil_id) references pupil (region_id, id) on delete cascade
);
create index pupil_token_of on pupil_token (region_id, pupil_id);
comment on table pupil_token is 'Blind index: HMACs of the folded name with birth date (PERSON), of the name alone (NAME), of the beginnings of its words (PREFIX)';
call app.protect('pupil_token', 'people.identify', 'people.write');
