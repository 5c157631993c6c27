-- Tasks that wait for somebody of the office, and files that are more than an upload on its way.
create table office_task (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  kind text not null check (kind ~ '^[A-Z][A-Z_]{2,39}$'),
  about uuid not null,
  pupil_id uuid,
  params jsonb not null default '{}',
  due_on date,
  state text not null default 'OPEN' check (state in ('OPEN', 'DONE')),
  done_by uuid references app_user (id) on delete set null,
  done_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, pupil_id) references pupil (region_id, id) on delete cascade,
  check ((state = 'DONE') = (done_at is not null))
);
create unique index office_task_open on office_task (region_id, kind, about) where state = 'OPEN';
create index office_task_state on office_task (region_id, state, due_on);
create index office_task_pupil on office_task (region_id, pupil_id);
comment on table office_task is 'What waits for a person (Aufgabe), opened and often settled by the acts that cause it';
comment on column office_task.about is 'the row it is about; one open task of a kind and row';
comment on column office_task.params is 'what the words of the task need: codes, counts, days, never a personal value';
call app.protect('office_task', 'tasks.read', 'tasks.write');

-- Uploads on their way are gone: from here on each file has a key of its own, so that deleting its row shreds it.
alter table file no force row level security;
delete from file;
alter table file force row level security;
alter table file
  add column kind text not null check (kind in ('IMPORT', 'SCAN', 'MEDIA', 'EXPORT', 'EVIDENCE')),
  add column media_type text not null,
  add column sha256 bytea not null check (length(sha256) = 32),
  add column wrapped bytea not null,
  add column expires_at timestamptz;
comment on column file.content is 'sealed by the file''s own key';
comment on column file.wrapped is 'that key, wrapped by the master key';
comment on column file.expires_at is 'when the nightly job removes it; null = what refers to it decides';
create index file_expires on file (region_id, expires_at);
drop policy reading on file;
drop policy adding on file;
drop policy changing on file;
drop policy removing on file;

-- The kinds of file that the actor may read, or add, change and remove.
create function app.file_kinds(writing boolean) returns text[] language sql stable parallel safe
  return array(select k.kind from (values ('IMPORT', 'imports.write', 'imports.write'), ('SCAN', 'consent.write', 'consent.write'), ('MEDIA', 'media.read', 'media.write'),
    ('EXPORT', 'exports.read', 'exports.read'), ('EVIDENCE', 'vault.read', 'vault.write')) as k (kind, reading, keeping) where app.can(case when writing then k.keeping else k.reading end));
create policy reading on file for select to mintforge_app using (region_id = (select app.region()) and kind = any((select app.file_kinds(false))::text[]));
create policy adding on file for insert to mintforge_app with check (region_id = (select app.region()) and kind = any((select app.file_kinds(true))::text[]));
create policy changing on file for update to mintforge_app using (region_id = (select app.region()) and kind = any((select app.file_kinds(true))::text[]));
create policy removing on file for delete to mintforge_app using (region_id = (select app.region()) and kind = any((select app.file_kinds(true))::text[]));
