-- Activities with their occurrences, the seats taken, who is expected and who came; school holidays as data.
create table activity (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  organisation_id uuid not null,
  offer_id uuid,
  equipment_id uuid,
  title text not null check (length(title) between 1 and 200),
  description text not null default '',
  format text not null,
  topics text[] not null default '{}',
  grades smallint[] not null default '{}',
  minimum_age int check (minimum_age between 5 and 25),
  accessibility text[] not null default '{}',
  sdgs smallint[] not null default '{}',
  digital_skills text[] not null default '{}',
  school_year text not null check (school_year ~ '^\d{4}/\d{2}$'),
  state text not null default 'DRAFT' check (state in ('DRAFT', 'PUBLISHED', 'CANCELLED')),
  cancel_reason text,
  cancel_note text,
  published_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, organisation_id) references organisation (region_id, id) on delete restrict,
  foreign key (region_id, offer_id) references offer (region_id, id) on delete set null (offer_id),
  foreign key (region_id, equipment_id) references equipment (region_id, id) on delete set null (equipment_id),
  check ((state = 'CANCELLED') = (cancel_reason is not null))
);
create index activity_of on activity (region_id, organisation_id);
create index activity_offer on activity (region_id, offer_id);
create index activity_equipment on activity (region_id, equipment_id);
create index activity_state on activity (region_id, state, created_at desc);
create index activity_title on activity (region_id, title, id);
create index activity_year on activity (region_id, school_year);
create index activity_format on activity (region_id, format);
call app.protect('activity', 'activities.read', 'activities.write');

create table occurrence (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  activity_id uuid not null,
  site_id uuid,
  place text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity int not null check (capacity between 1 and 2000),
  minimum int not null default 0 check (minimum >= 0 and minimum <= capacity),
  taken int not null default 0 check (taken >= 0),
  state text not null default 'PLANNED' check (state in ('PLANNED', 'CANCELLED')),
  cancel_reason text,
  cancel_note text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  check ((state = 'CANCELLED') = (cancel_reason is not null)),
  foreign key (region_id, activity_id) references activity (region_id, id) on delete cascade,
  foreign key (region_id, site_id) references site (region_id, id) on delete set null (site_id),
  constraint occurrence_ends_after_start check (starts_at < ends_at),
  constraint occurrence_seats check (taken <= capacity)
);
comment on column occurrence.taken is 'seats given away; only triggers change it, and occurrence_seats makes overbooking impossible';
create index occurrence_of on occurrence (region_id, activity_id, starts_at);
create index occurrence_starts on occurrence (region_id, starts_at);
create index occurrence_site on occurrence (region_id, site_id);
call app.protect('occurrence', 'activities.read', 'activities.write');

create table attendance (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  occurrence_id uuid not null,
  pupil_id uuid,
  group_id uuid,
  placement_id uuid,
  head_count int not null default 1 check (head_count between 1 and 500),
  state text not null default 'EXPECTED' check (state in ('EXPECTED', 'PRESENT', 'LATE', 'LEFT_EARLY', 'EXCUSED', 'UNEXCUSED', 'WALK_IN', 'WITHDRAWN')),
  note text not null default '',
  marked_at timestamptz,
  marked_by uuid references app_user (id) on delete set null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, occurrence_id, pupil_id),
  unique (region_id, occurrence_id, group_id),
  foreign key (region_id, occurrence_id) references occurrence (region_id, id) on delete restrict,
  foreign key (region_id, pupil_id) references pupil (region_id, id) on delete cascade,
  foreign key (region_id, group_id) references pupil_group (region_id, id) on delete cascade,
  check (num_nonnulls(pupil_id, group_id) = 1)
);
create index attendance_pupil on attendance (region_id, pupil_id);
create index attendance_group on attendance (region_id, group_id);
create index attendance_placement on attendance (region_id, placement_id);
comment on column attendance.placement_id is 'the placement that put this row on the list; absent for walk-ins. No foreign key: placements belong to matching, which tells of them by events';
call app.protect('attendance', 'attendance.read', 'attendance.write');

create table school_holiday (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  name text not null,
  first_day date not null,
  last_day date not null,
  source text not null default '',
  checked boolean not null default true,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, name, first_day),
  check (first_day <= last_day)
);
create index school_holiday_days on school_holiday (region_id, first_day);
comment on column school_holiday.checked is 'false = taken over from a list that other sources contradict: the office should look';
call app.protect('school_holiday', 'activities.read', 'activities.write');
