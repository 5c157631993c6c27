-- What a region's work leaves behind: outbox events, jobs with progress, mails, uploaded files, idempotency keys.
create table outbox (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  event text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  delivered_at timestamptz,
  primary key (region_id, id)
);
call app.protect('outbox', 'jobs.read', 'jobs.read');
create policy emitting on outbox for insert to mintforge_app with check (region_id = (select app.region()) and (select app.role()) is not null);
drop policy removing on outbox;

create table job (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  kind text not null,
  state text not null default 'QUEUED' check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  progress int not null default 0 check (progress between 0 and 100),
  step text,
  payload jsonb not null,
  result jsonb,
  error text,
  started_by uuid references app_user (id) on delete set null,
  role text not null,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  primary key (region_id, id)
);
create index job_created on job (region_id, created_at desc);
call app.protect('job', 'jobs.read', 'jobs.read');

create table mail (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  template text not null,
  locale text not null check (locale in ('de', 'en')),
  recipient text not null,
  params jsonb not null,
  state text not null default 'QUEUED' check (state in ('QUEUED', 'SENT', 'KEPT', 'FAILED')),
  error text,
  attempts int not null default 0,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (region_id, id)
);
comment on table mail is 'A mail is template and params; its body is rendered when it is sent or looked at. KEPT = no mail server configured, it stays in the mailbox';
create index mail_created on mail (region_id, created_at desc);
call app.protect('mail', 'mail.read', 'mail.read');

create table file (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  name text not null,
  size int not null check (size between 1 and 20971520),
  content bytea not null,
  created_by uuid references app_user (id) on delete set null,
  created_at timestamptz not null default now(),
  primary key (region_id, id)
);
create index file_created on file (region_id, created_at);
call app.protect('file', 'imports.write', 'imports.write');

create table idempotency (
  region_id uuid not null references region (id) on delete cascade,
  actor_id uuid not null,
  key text not null check (length(key) between 8 and 100),
  fingerprint bytea not null,
  result jsonb not null,
  created_at timestamptz not null default now(),
  primary key (region_id, actor_id, key)
);
create index idempotency_created on idempotency (region_id, created_at);
alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy own on idempotency to mintforge_app
  using (region_id = (select app.region()) and actor_id = (select app.actor()))
  with check (region_id = (select app.region()) and actor_id = (select app.actor()));
grant select, insert, delete on idempotency to mintforge_app;
