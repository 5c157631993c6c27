-- Rules of a round: what bars, how places are given, what happens after publishing. Rounds made before keep what they did.
alter table round no force row level security;
alter table run no force row level security;
with before as (
  select '{"seedSource": "", "useReserves": false, "mechanism": "STABLE", "objective": null, "acceptanceDays": 0, "refill": "NONE", "lateDays": 0,
    "rules": {"consent": false, "workingTime": false, "reach": null, "provisions": false, "hostReadiness": false, "onceOnly": false}}'::jsonb as settings
), runs as (update run n set settings = b.settings || n.settings from before b)
update round r set settings = b.settings || r.settings from before b;
alter table round force row level security;
alter table run force row level security;

-- Few priority classes with a name and a reason each take the place of the free number 0 to 9.
create table round_class (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  round_id uuid not null,
  position smallint not null check (position between 1 and 4),
  name text not null check (length(name) between 1 and 60),
  reason text not null check (length(reason) between 1 and 500),
  derived text check (derived in ('NEVER_PLACED_BEFORE', 'NEW_PARTNER', 'FIRST_TIME')),
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, round_id, position) deferrable initially deferred,
  foreign key (region_id, round_id) references round (region_id, id) on delete cascade
);
comment on table round_class is 'Who goes before the lottery and why; position 1 goes first';
call app.protect('round_class', 'matching.read', 'matching.run');

alter table participant add column class_id uuid;
alter table participant add foreign key (region_id, class_id) references round_class (region_id, id) on delete set null (class_id);
create index participant_class on participant (region_id, class_id);
comment on column participant.class_id is 'the class the office put it in; null = everybody, or what is derived';

alter table participant no force row level security;
alter table round_class no force row level security;
with ranked as (
  select region_id, round_id, priority, priority_reason, least(4, dense_rank() over (partition by region_id, round_id order by priority desc)) as position
  from participant where priority > 0
)
insert into round_class (region_id, round_id, position, name, reason)
  select region_id, round_id, position, 'Vorrang ' || position, left(string_agg(distinct priority_reason, '; '), 500) from ranked group by region_id, round_id, position;
update participant p set class_id = c.id
  from (select region_id, id, least(4, dense_rank() over (partition by region_id, round_id order by priority desc)) as position from participant where priority > 0) ranked
    join round_class c on c.region_id = ranked.region_id and c.position = ranked.position
  where p.region_id = ranked.region_id and p.id = ranked.id and c.round_id = p.round_id;
alter table participant force row level security;
alter table round_class force row level security;
alter table participant drop column priority;
alter table participant drop column priority_reason;

-- Seats kept for holders of a trait. Behind the permission to run rounds, to read too: no host and no report ever sees them.
create table reserve (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  round_id uuid not null,
  position smallint not null check (position between 1 and 200),
  trait jsonb not null,
  occurrence_id uuid,
  seats int check (seats between 1 and 2000),
  percent smallint check (percent between 1 and 100),
  reason text not null check (length(reason) between 10 and 500),
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, round_id) references round (region_id, id) on delete cascade,
  foreign key (region_id, round_id, occurrence_id) references round_occurrence (region_id, round_id, occurrence_id) on delete cascade,
  check (num_nonnulls(seats, percent) = 1)
);
create index reserve_of on reserve (region_id, round_id, occurrence_id);
comment on column reserve.occurrence_id is 'null = every occurrence of the round';
comment on column reserve.reason is 'the lawful reason; asked for by whoever checks the round';
call app.protect('reserve', 'matching.run', 'matching.run');

create table readiness (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  organisation_id uuid not null,
  kind text not null check (kind in ('INSURANCE', 'RISK_ASSESSMENT', 'PROTECTIVE_GEAR', 'CLEARANCE')),
  seen_on date not null,
  valid_until date,
  note text not null default '' check (length(note) <= 500),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, organisation_id) references organisation (region_id, id) on delete cascade,
  check (valid_until is null or valid_until >= seen_on)
);
create index readiness_of on readiness (region_id, organisation_id, kind);
comment on table readiness is 'Proofs (Nachweise) of a host that somebody of the office has seen; never the document itself';
comment on column readiness.valid_until is 'the last day it holds; null = without end';
call app.protect('readiness', 'partners.read', 'partners.write');

create table working_time_limit (
  region_id uuid not null references region (id) on delete cascade,
  kind text not null check (kind in ('K1', 'K2', 'K3', 'K4', 'K5', 'K6')),
  valid_from date not null,
  source text not null check (length(source) > 0),
  limits jsonb not null,
  created_at timestamptz not null default now(),
  primary key (region_id, kind, valid_from)
);
comment on table working_time_limit is 'Rows of a region beside those of the law (libs/domain/src/matching/working-time-limits.ts); the latest valid one of a case counts';
call app.protect('working_time_limit', 'matching.read', 'matching.run');

create table travel_time (
  region_id uuid not null,
  from_site_id uuid not null,
  to_site_id uuid not null,
  minutes int not null check (minutes between 0 and 1440),
  measured_at timestamptz not null default now(),
  primary key (region_id, from_site_id, to_site_id),
  foreign key (region_id, from_site_id) references site (region_id, id) on delete cascade,
  foreign key (region_id, to_site_id) references site (region_id, id) on delete cascade
);
create index travel_time_to on travel_time (region_id, to_site_id);
comment on table travel_time is 'Minutes one way as a provider gave them, kept so that a run and its publishing read the same; what is missing is estimated';
call app.protect('travel_time', 'matching.read', 'matching.run');

-- What the input check of a round asks somebody to settle: one task per finding and school or host.
create table round_task (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  round_id uuid not null,
  code text not null,
  organisation_id uuid not null,
  count int not null check (count > 0),
  state text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'GONE')),
  done_at timestamptz,
  done_by uuid references app_user (id) on delete set null,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, round_id, code, organisation_id),
  foreign key (region_id, round_id) references round (region_id, id) on delete cascade,
  foreign key (region_id, organisation_id) references organisation (region_id, id) on delete cascade
);
create index round_task_open on round_task (region_id, state);
create index round_task_organisation on round_task (region_id, organisation_id);
comment on column round_task.state is 'GONE = the check no longer finds it';
call app.protect('round_task', 'matching.run', 'matching.run');

-- Provisions a pupil needs (never why), sealed under the pupil's own key.
alter table pupil add column provisions bytea;
alter table pupil add check (erased_on is null or provisions is null);
comment on column pupil.provisions is 'provisions a place must have, keys of the fixed vocabulary, sealed';
