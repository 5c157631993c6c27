-- Erasing a person takes two: one proposes, another executes; what was done stays on record under the pseudonymous id.
create table erasure (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  request_id uuid,
  subject_kind text not null check (subject_kind in ('PUPIL', 'GUARDIAN', 'CONTACT')),
  subject_id uuid not null,
  ground text not null check (ground in ('NO_LONGER_NEEDED', 'CONSENT_WITHDRAWN', 'OBJECTION', 'UNLAWFUL', 'LEGAL_OBLIGATION', 'CHILD_ONLINE', 'RETENTION')),
  state text not null default 'PROPOSED' check (state in ('PROPOSED', 'EXECUTED', 'DISCARDED')),
  proposed_by uuid references app_user (id) on delete set null,
  executed_by uuid references app_user (id) on delete set null,
  executed_at timestamptz,
  replayed_at timestamptz,
  removed jsonb not null default '[]',
  kept jsonb not null default '[]',
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, request_id) references subject_request (region_id, id) on delete restrict,
  check (executed_by <> proposed_by),
  check ((state = 'EXECUTED') = (executed_at is not null))
);
create unique index erasure_open on erasure (region_id, subject_id) where state = 'PROPOSED';
create index erasure_request on erasure (region_id, request_id);
create index erasure_subject on erasure (region_id, subject_id);
comment on table erasure is 'Erasure of a person (Löschung); each executed one stands in the erasure ledger outside the database, too';
comment on column erasure.replayed_at is 'when it was done again, as the database had been restored to a day before it';
comment on column erasure.removed is '[{table, rows, act}]: what went';
comment on column erasure.kept is '[{table, rows, because, retention}]: what the law lets stay, and its retention class';
call app.protect('erasure', 'requests.read', 'requests.write');
