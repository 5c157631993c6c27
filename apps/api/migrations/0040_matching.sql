-- Rounds, participants, wishes, pins, runs and placements.
create table round (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  title text not null check (length(title) between 1 and 200),
  unit text not null default 'PUPILS' check (unit in ('PUPILS', 'GROUPS')),
  state text not null default 'OPEN' check (state in ('OPEN', 'PUBLISHED', 'CLOSED')),
  deadline timestamptz,
  settings jsonb not null,
  published_run_id uuid,
  published_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id)
);
create index round_state on round (region_id, state, created_at desc);
call app.protect('round', 'matching.read', 'matching.run');

create table round_occurrence (
  region_id uuid not null,
  round_id uuid not null,
  occurrence_id uuid not null,
  number smallint not null check (number > 0),
  primary key (region_id, round_id, occurrence_id),
  unique (region_id, round_id, number),
  foreign key (region_id, round_id) references round (region_id, id) on delete cascade,
  foreign key (region_id, occurrence_id) references occurrence (region_id, id) on delete restrict
);
create index round_occurrence_of on round_occurrence (region_id, occurrence_id);
comment on column round_occurrence.number is 'what pupils write on paper instead of the title';
call app.protect('round_occurrence', 'matching.read', 'matching.run');

create table participant (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  round_id uuid not null,
  pupil_id uuid,
  group_id uuid,
  priority smallint not null default 0 check (priority between 0 and 9),
  priority_reason text,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, round_id, pupil_id),
  unique (region_id, round_id, group_id),
  foreign key (region_id, round_id) references round (region_id, id) on delete cascade,
  foreign key (region_id, pupil_id) references pupil (region_id, id) on delete cascade,
  foreign key (region_id, group_id) references pupil_group (region_id, id) on delete cascade,
  check (num_nonnulls(pupil_id, group_id) = 1),
  check (priority = 0 or priority_reason is not null)
);
comment on column participant.priority is '0 = everybody; a higher class goes first and needs its reason';
create index participant_pupil on participant (region_id, pupil_id);
create index participant_group on participant (region_id, group_id);
call app.protect('participant', 'matching.read', 'matching.run');

create table wish (
  region_id uuid not null,
  participant_id uuid not null,
  rank smallint not null check (rank between 1 and 30),
  occurrence_id uuid not null,
  source text not null default 'ENTERED' check (source in ('ENTERED', 'IMPORTED')),
  primary key (region_id, participant_id, rank),
  unique (region_id, participant_id, occurrence_id),
  foreign key (region_id, participant_id) references participant (region_id, id) on delete cascade,
  foreign key (region_id, occurrence_id) references occurrence (region_id, id) on delete cascade
);
create index wish_occurrence on wish (region_id, occurrence_id);
call app.protect('wish', 'matching.read', 'matching.run');

create table pin (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  round_id uuid not null,
  participant_id uuid not null,
  occurrence_id uuid not null,
  kind text not null check (kind in ('PIN', 'VETO')),
  note text not null check (length(note) > 0),
  user_id uuid references app_user (id) on delete set null,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, round_id, participant_id, occurrence_id),
  foreign key (region_id, round_id) references round (region_id, id) on delete cascade,
  foreign key (region_id, participant_id) references participant (region_id, id) on delete cascade,
  foreign key (region_id, occurrence_id) references occurrence (region_id, id) on delete cascade
);
create index pin_participant on pin (region_id, participant_id);
create index pin_occurrence on pin (region_id, occurrence_id);
call app.protect('pin', 'matching.read', 'matching.run');

create table run (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  round_id uuid not null,
  number int not null,
  state text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'FAILED', 'PUBLISHED')),
  seed text not null,
  settings jsonb not null,
  input_hash text,
  figures jsonb,
  left_out jsonb not null default '[]',
  error jsonb,
  job_id uuid,
  created_by uuid references app_user (id) on delete set null,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (region_id, id),
  unique (region_id, round_id, number),
  foreign key (region_id, round_id) references round (region_id, id) on delete cascade
);
call app.protect('run', 'matching.read', 'matching.run');

create table run_result (
  region_id uuid not null,
  run_id uuid not null,
  participant_id uuid not null,
  lottery int not null,
  best_rank smallint,
  placed boolean not null,
  refused jsonb not null,
  primary key (region_id, run_id, participant_id),
  foreign key (region_id, run_id) references run (region_id, id) on delete cascade,
  foreign key (region_id, participant_id) references participant (region_id, id) on delete cascade
);
comment on column run_result.refused is '[{occurrence, rank, code, params}]: why a better wish was not fulfilled';
create index run_result_of_participant on run_result (region_id, participant_id);
call app.protect('run_result', 'matching.read', 'matching.run');

create table run_place (
  region_id uuid not null,
  run_id uuid not null,
  participant_id uuid not null,
  occurrence_id uuid not null,
  rank smallint,
  round smallint not null,
  pinned boolean not null,
  primary key (region_id, run_id, participant_id, occurrence_id),
  foreign key (region_id, run_id) references run (region_id, id) on delete cascade,
  foreign key (region_id, participant_id) references participant (region_id, id) on delete cascade,
  foreign key (region_id, occurrence_id) references occurrence (region_id, id) on delete cascade
);
create index run_place_occurrence on run_place (region_id, run_id, occurrence_id);
create index run_place_participant on run_place (region_id, participant_id);
create index run_place_of_occurrence on run_place (region_id, occurrence_id);
call app.protect('run_place', 'matching.read', 'matching.run');

create table run_occurrence (
  region_id uuid not null,
  run_id uuid not null,
  occurrence_id uuid not null,
  applicants int not null,
  placed int not null,
  details jsonb not null,
  primary key (region_id, run_id, occurrence_id),
  foreign key (region_id, run_id) references run (region_id, id) on delete cascade,
  foreign key (region_id, occurrence_id) references occurrence (region_id, id) on delete cascade
);
create index run_occurrence_of on run_occurrence (region_id, occurrence_id);
call app.protect('run_occurrence', 'matching.read', 'matching.run');

create table placement (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  round_id uuid,
  run_id uuid,
  occurrence_id uuid not null,
  pupil_id uuid,
  group_id uuid,
  seats int not null default 1 check (seats between 1 and 500),
  rank smallint,
  state text not null default 'PLACED' check (state in ('PLACED', 'WITHDRAWN')),
  withdrawn_reason text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, round_id) references round (region_id, id) on delete restrict,
  foreign key (region_id, run_id) references run (region_id, id) on delete restrict,
  foreign key (region_id, occurrence_id) references occurrence (region_id, id) on delete restrict,
  foreign key (region_id, pupil_id) references pupil (region_id, id) on delete cascade,
  foreign key (region_id, group_id) references pupil_group (region_id, id) on delete restrict,
  check (num_nonnulls(pupil_id, group_id) = 1)
);
create unique index placement_pupil_once on placement (region_id, occurrence_id, pupil_id) where state = 'PLACED';
create unique index placement_group_once on placement (region_id, occurrence_id, group_id) where state = 'PLACED';
create index placement_round on placement (region_id, round_id);
create index placement_run on placement (region_id, run_id);
create index placement_pupil on placement (region_id, pupil_id);
create index placement_group on placement (region_id, group_id);
call app.protect('placement', 'matching.read', 'matching.publish');

-- A seat is taken and freed with its placement, in the same statement; occurrence_seats refuses one too many.
create function app.count_seats() returns trigger language plpgsql as $$
declare
  before int := case when tg_op <> 'INSERT' and old.state = 'PLACED' then old.seats else 0 end;
  after int := case when tg_op <> 'DELETE' and new.state = 'PLACED' then new.seats else 0 end;
begin
  if before <> after then
    update public.occurrence set taken = taken + after - before
      where region_id = coalesce(new.region_id, old.region_id) and id = coalesce(new.occurrence_id, old.occurrence_id);
  end if;
  return null;
end $$;
create trigger seats after insert or update or delete on placement for each row execute function app.count_seats();
