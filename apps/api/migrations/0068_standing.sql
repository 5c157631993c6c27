-- Why an answer was voided, how a task was done with, and signer rules that wait for a second person.
alter table consent_decision
  add column void_reason text check (void_reason in ('WRONG_PUPIL', 'WRONG_ANSWER', 'NOT_ENTITLED', 'FORGED', 'TWICE')),
  add check (void_reason is null or act = 'INVALIDATED');
comment on column consent_decision.void_reason is 'why the office voided what was recorded; null in rows from before it was asked';

alter table office_task add column note text check (note in ('DONE', 'REACHED', 'ELSEWHERE', 'NOT_NEEDED')), add check (note is null or state = 'DONE');
comment on column office_task.note is 'how somebody was done with it; null = what it asked for happened';

create table signer_rule_proposal (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  code text not null check (code ~ '^[A-Z][A-Z0-9_]{0,19}$'),
  valid_from date not null,
  bands jsonb not null check (jsonb_typeof(bands) = 'array' and jsonb_array_length(bands) > 0),
  grace_days smallint not null check (grace_days between 31 and 120),
  in_writing boolean not null,
  check_percent smallint not null check (check_percent between 0 and 100),
  source text not null check (length(source) between 1 and 500),
  proposed_by uuid references app_user (id) on delete set null,
  released_by uuid references app_user (id) on delete set null,
  released_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  check (released_by <> proposed_by)
);
comment on table signer_rule_proposal is 'Versions of signer rules as one person proposed them; a second one puts the newest of a code into force by adding it to signer_rule';
call app.protect('signer_rule_proposal', 'purposes.read', 'purposes.write');
call app.append_only('signer_rule_proposal');
grant update (released_by, released_at) on signer_rule_proposal to mintforge_app;
create policy releasing on signer_rule_proposal for update to mintforge_app
  using (region_id = (select app.region()) and released_at is null and (select app.can('purposes.release')))
  with check (region_id = (select app.region()) and released_at is not null and (select app.can('purposes.release')));
create policy releasing on signer_rule for insert to mintforge_app with check (region_id = (select app.region()) and (select app.can('purposes.release')));
