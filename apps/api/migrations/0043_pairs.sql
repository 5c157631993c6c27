-- Rounds of mentoring pairs and of needs and offers; wishes proposed from interests.
alter table round drop constraint round_unit_check;
alter table round add constraint round_unit_check check (unit in ('PUPILS', 'GROUPS', 'MENTORING', 'NEEDS'));
alter table round add column pairing jsonb not null default '{}';
comment on column round.pairing is 'rules of mentoring rounds {unranked} and of rounds of needs and offers {maxKm, newPartnersFirst, seatsPerPair}';

alter table wish drop constraint wish_source_check;
alter table wish add constraint wish_source_check check (source in ('ENTERED', 'IMPORTED', 'PROPOSED'));
comment on column wish.source is 'PROPOSED = nobody wished it: proposed from interests, and shown as such';

alter table need add column accessibility text[] not null default '{}';
comment on column need.accessibility is 'provisions the place must have; never the reason why';

create table mentor_rank (
  region_id uuid not null,
  round_id uuid not null,
  occurrence_id uuid not null,
  participant_id uuid not null,
  position smallint not null check (position between 1 and 200),
  primary key (region_id, round_id, occurrence_id, participant_id),
  unique (region_id, round_id, occurrence_id, position),
  foreign key (region_id, round_id) references round (region_id, id) on delete cascade,
  foreign key (region_id, occurrence_id) references occurrence (region_id, id) on delete cascade,
  foreign key (region_id, participant_id) references participant (region_id, id) on delete cascade
);
create index mentor_rank_participant on mentor_rank (region_id, participant_id);
create index mentor_rank_occurrence on mentor_rank (region_id, occurrence_id);
comment on table mentor_rank is 'the order in which a mentor would take the pupils of a mentoring round';
call app.protect('mentor_rank', 'matching.read', 'matching.run');

create table round_need (
  region_id uuid not null,
  round_id uuid not null,
  need_id uuid not null,
  primary key (region_id, round_id, need_id),
  foreign key (region_id, round_id) references round (region_id, id) on delete cascade,
  foreign key (region_id, need_id) references need (region_id, id) on delete cascade
);
create index round_need_of on round_need (region_id, need_id);
call app.protect('round_need', 'matching.read', 'matching.run');

create table round_offer (
  region_id uuid not null,
  round_id uuid not null,
  offer_id uuid not null,
  primary key (region_id, round_id, offer_id),
  foreign key (region_id, round_id) references round (region_id, id) on delete cascade,
  foreign key (region_id, offer_id) references offer (region_id, id) on delete cascade
);
create index round_offer_of on round_offer (region_id, offer_id);
call app.protect('round_offer', 'matching.read', 'matching.run');

create table allocation_mark (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  round_id uuid not null,
  need_id uuid not null,
  offer_id uuid not null,
  kind text not null check (kind in ('PIN', 'VETO')),
  seats int check (seats between 1 and 2000),
  note text not null check (length(note) > 0),
  user_id uuid references app_user (id) on delete set null,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, round_id, need_id, offer_id),
  foreign key (region_id, round_id, need_id) references round_need (region_id, round_id, need_id) on delete cascade,
  foreign key (region_id, round_id, offer_id) references round_offer (region_id, round_id, offer_id) on delete cascade,
  check (kind = 'PIN' or seats is null)
);
create index allocation_mark_offer on allocation_mark (region_id, round_id, offer_id);
comment on column allocation_mark.seats is 'seats the office fixed for the pair; null = as many as both sides have';
call app.protect('allocation_mark', 'matching.read', 'matching.run');

create table allocation (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  round_id uuid not null,
  need_id uuid not null,
  offer_id uuid not null,
  seats int not null check (seats between 1 and 2000),
  score int not null check (score between 0 and 1000000),
  reasons jsonb not null default '[]',
  state text not null default 'PROPOSED' check (state in ('PROPOSED', 'ACCEPTED', 'WITHDRAWN')),
  partnership_id uuid,
  accepted_at timestamptz,
  withdrawn_reason text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, round_id) references round (region_id, id) on delete cascade,
  foreign key (region_id, need_id) references need (region_id, id) on delete cascade,
  foreign key (region_id, offer_id) references offer (region_id, id) on delete cascade,
  foreign key (region_id, partnership_id) references partnership (region_id, id) on delete set null (partnership_id),
  check ((state = 'PROPOSED') = (accepted_at is null)),
  check ((state = 'WITHDRAWN') = (withdrawn_reason is not null))
);
create unique index allocation_pair on allocation (region_id, round_id, need_id, offer_id) where state <> 'WITHDRAWN';
create index allocation_need on allocation (region_id, need_id);
create index allocation_offer on allocation (region_id, offer_id);
create index allocation_partnership on allocation (region_id, partnership_id);
comment on column allocation.reasons is '[{code, params}]: why these two fit';
call app.protect('allocation', 'matching.read', 'matching.run');

create table allocation_gap (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  round_id uuid not null,
  need_id uuid,
  offer_id uuid,
  seats int,
  code text not null,
  params jsonb not null default '{}',
  primary key (region_id, id),
  unique nulls not distinct (region_id, round_id, need_id, offer_id),
  foreign key (region_id, round_id) references round (region_id, id) on delete cascade,
  foreign key (region_id, need_id) references need (region_id, id) on delete cascade,
  foreign key (region_id, offer_id) references offer (region_id, id) on delete cascade,
  check (num_nonnulls(need_id, offer_id) = 1)
);
create index allocation_gap_need on allocation_gap (region_id, need_id);
create index allocation_gap_offer on allocation_gap (region_id, offer_id);
comment on table allocation_gap is 'needs a proposal left unmet and offers it left unused, in whole or in part, each with its reason';
call app.protect('allocation_gap', 'matching.read', 'matching.run');

-- What was accepted stays on record, whichever way its round, need or offer would go.
create function app.keep_accepted() returns trigger language plpgsql as $$
begin
  if old.state <> 'PROPOSED' then
    raise exception using errcode = 'restrict_violation', message = 'accepted allocations stay', table = 'allocation';
  end if;
  return old;
end $$;
create trigger keep_accepted before delete on allocation for each row execute function app.keep_accepted();
