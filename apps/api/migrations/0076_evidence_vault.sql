-- The vault of evidence for funders: documents apart from the life of the rows they tell of, kept by the dates of their grant.
create table evidence_grant (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  reference text not null check (length(reference) between 1 and 60),
  title text not null check (length(title) between 1 and 200),
  last_paid_on date,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, reference)
);
comment on table evidence_grant is 'A grant (Zuwendung) whose evidence is kept';
comment on column evidence_grant.last_paid_on is 'day of the last payment to the beneficiary, from the data of the grant; null = not paid out yet, so nothing may go';
call app.protect('evidence_grant', 'vault.read', 'vault.write');

create table evidence_interruption (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  grant_id uuid not null,
  reason text not null check (reason in ('PROCEEDINGS', 'COMMISSION_REQUEST')),
  reference text not null check (length(reference) between 1 and 100),
  began_on date not null,
  ended_on date check (ended_on >= began_on),
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, grant_id) references evidence_grant (region_id, id) on delete cascade
);
create index evidence_interruption_of on evidence_interruption (region_id, grant_id);
comment on table evidence_interruption is 'What stops the period of a grant (Art. 82(2) of Regulation (EU) 2021/1060); while one lasts there is no end';
call app.protect('evidence_interruption', 'vault.read', 'vault.write');

create table evidence_item (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  grant_id uuid not null,
  kind text not null check (kind in ('ATTENDANCE_LIST', 'CERTIFICATE', 'STAFF_COSTS', 'OTHER')),
  title text not null check (length(title) between 1 and 200),
  dated_on date not null,
  file_id uuid,
  sha256 bytea not null check (length(sha256) = 32),
  put_by uuid references app_user (id) on delete set null,
  release_asked_by uuid references app_user (id) on delete set null,
  released_by uuid references app_user (id) on delete set null,
  released_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, grant_id) references evidence_grant (region_id, id) on delete restrict,
  foreign key (region_id, file_id) references file (region_id, id) on delete restrict,
  check (released_by <> release_asked_by),
  check ((released_at is null) = (file_id is not null))
);
create index evidence_item_of on evidence_item (region_id, grant_id, dated_on);
create index evidence_item_file on evidence_item (region_id, file_id);
comment on table evidence_item is 'A document of evidence (Nachweis); names no person, as it must outlive whoever stands in it';
comment on column evidence_item.file_id is 'null once its deletion was released by two; nothing else can remove the file';
comment on column evidence_item.sha256 is 'of the document; stays as proof of what was kept';
call app.protect('evidence_item', 'vault.read', 'vault.write');

create table evidence_access (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  item_id uuid not null,
  reason text not null check (length(reason) between 10 and 300),
  asked_by uuid references app_user (id) on delete set null,
  allowed_by uuid references app_user (id) on delete set null,
  allowed_at timestamptz,
  ends_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, item_id) references evidence_item (region_id, id) on delete cascade,
  check (allowed_by <> asked_by),
  check ((allowed_at is null) = (ends_at is null)),
  check (ends_at <= allowed_at + interval '8 hours')
);
create index evidence_access_of on evidence_access (region_id, item_id, created_at desc);
comment on table evidence_access is 'Reading evidence takes two: one asks with a reason, another allows it for some hours';
call app.protect('evidence_access', 'vault.read', 'vault.write');
