-- What a run was computed from and what it found, forecasts, and the life of a placement after publishing.
alter table run drop constraint run_state_check;
alter table run add constraint run_state_check check (state in ('RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'PUBLISHED'));

create table run_record (
  region_id uuid not null,
  run_id uuid not null,
  content bytea not null,
  outcome_hash text not null,
  created_at timestamptz not null default now(),
  primary key (region_id, run_id),
  foreign key (region_id, run_id) references run (region_id, id) on delete cascade
);
comment on column run_record.content is 'gzip of the JSON {input, outcome} that the engine took and gave; ids of participants and occurrences, no personal value. Who holds a trait of a reserve stands in it, so that only who runs rounds reads it';
comment on column run_record.outcome_hash is 'SHA-256 (hex) of the JSON of the outcome';
call app.protect('run_record', 'matching.run', 'matching.run');

create table forecast (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  round_id uuid not null,
  state text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'FAILED')),
  input_hash text,
  rows jsonb not null default '[]',
  error jsonb,
  job_id uuid,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (region_id, id),
  foreign key (region_id, round_id) references round (region_id, id) on delete cascade
);
create index forecast_round on forecast (region_id, round_id, created_at desc);
comment on column forecast.input_hash is 'hash of all inputs tried; another one now means that the round has changed since';
call app.protect('forecast', 'matching.read', 'matching.run');

alter table round add column follows_round_id uuid;
alter table round add foreign key (region_id, follows_round_id) references round (region_id, id) on delete set null (follows_round_id);
create index round_follows on round (region_id, follows_round_id);
comment on column round.follows_round_id is 'the round whose free seats and unplaced participants this second call is for';

-- Which placements take their seats; libs/domain/src/matching/placement-states.ts says the same.
create function app.holds_seat(state text) returns boolean language sql immutable parallel safe
  return state in ('PLACED', 'OFFERED', 'ACCEPTED');

alter table placement drop constraint placement_state_check;
alter table placement add constraint placement_state_check
  check (state in ('PLACED', 'OFFERED', 'ACCEPTED', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'LATE_WITHDRAWN', 'CANCELLED_BY_HOST', 'MOVED'));
alter table placement add column accept_by timestamptz;
alter table placement add column freed_by uuid;
alter table placement add column moved_from uuid;
alter table placement add check (state <> 'OFFERED' or accept_by is not null);
alter table placement add foreign key (region_id, freed_by) references placement (region_id, id) on delete set null (freed_by);
alter table placement add foreign key (region_id, moved_from) references placement (region_id, id) on delete set null (moved_from);
comment on column placement.freed_by is 'the placement whose end led to this one';
comment on column placement.moved_from is 'the placement its holder left for this one';
drop index placement_pupil_once;
drop index placement_group_once;
create unique index placement_pupil_once on placement (region_id, occurrence_id, pupil_id) where app.holds_seat(state);
create unique index placement_group_once on placement (region_id, occurrence_id, group_id) where app.holds_seat(state);
create index placement_occurrence on placement (region_id, occurrence_id);
create index placement_offers on placement (region_id, round_id, accept_by) where state = 'OFFERED';
create index placement_freed_by on placement (region_id, freed_by);
create index placement_moved_from on placement (region_id, moved_from);

create or replace function app.count_seats() returns trigger language plpgsql as $$
declare
  before int := case when tg_op <> 'INSERT' and app.holds_seat(old.state) then old.seats else 0 end;
  after int := case when tg_op <> 'DELETE' and app.holds_seat(new.state) then new.seats else 0 end;
begin
  if before <> after then
    update public.occurrence set taken = taken + after - before
      where region_id = coalesce(new.region_id, old.region_id) and id = coalesce(new.occurrence_id, old.occurrence_id);
  end if;
  return null;
end $$;
