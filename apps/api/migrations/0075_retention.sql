-- Retention rules as a region has them, its signature under the execution of each, and what every night ended.
create table retention_rule (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  retention_class text not null check (retention_class ~ '^R-[A-Z-]{2,20}$'),
  valid_from date not null,
  term_from text not null check (term_from in ('EVENT', 'SCHOOL_YEAR_END', 'YEAR_END')),
  term_count smallint not null check (term_count between 0 and 600),
  term_unit text not null check (term_unit in ('DAYS', 'MONTHS', 'YEARS')),
  action text not null check (action in ('DELETE', 'ERASE', 'ANONYMISE', 'PSEUDONYMISE', 'CUT', 'CLOSE', 'RELEASE', 'ARCHIVE', 'KEEP')),
  source text not null check (length(source) between 1 and 500),
  bounds jsonb not null default '{}',
  dpo_reference text check (length(dpo_reference) <= 200),
  proposed_by uuid references app_user (id) on delete set null,
  released_by uuid references app_user (id) on delete set null,
  released_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  check (released_by <> proposed_by)
);
create unique index retention_rule_proposed on retention_rule (region_id, retention_class) where released_at is null;
create index retention_rule_class on retention_rule (region_id, retention_class, valid_from desc, id desc);
comment on table retention_rule is 'When data of a class end and how (Löschregel); of the released ones the latest valid counts';
comment on column retention_rule.bounds is '{shortest, longest}: terms that the law allows; taken over from the standard, not for a region to change';
comment on column retention_rule.dpo_reference is 'the opinion of the data protection officer';
call app.protect('retention_rule', 'retention.read', 'retention.write');
drop policy changing on retention_rule;
drop policy removing on retention_rule;
revoke update on retention_rule from mintforge_app;
grant update (valid_from, released_by, released_at) on retention_rule to mintforge_app;
create policy releasing on retention_rule for update to mintforge_app
  using (region_id = (select app.region()) and released_at is null and (select app.can('retention.release')))
  with check (region_id = (select app.region()) and released_at is not null and (select app.can('retention.release')));
create policy discarding on retention_rule for delete to mintforge_app using (region_id = (select app.region()) and released_at is null and (select app.can('retention.write')));

create table retention_signature (
  region_id uuid not null,
  rule_id uuid not null,
  signed_by uuid references app_user (id) on delete set null,
  due int not null check (due >= 0),
  created_at timestamptz not null default now(),
  primary key (region_id, rule_id),
  foreign key (region_id, rule_id) references retention_rule (region_id, id) on delete restrict
);
comment on table retention_signature is 'The region lets a rule be executed; unsigned, the nightly round only counts and asks';
comment on column retention_signature.due is 'how many rows the dry run named when it was signed';
call app.protect('retention_signature', 'retention.read', 'retention.release');

create table retention_result (
  region_id uuid not null references region (id) on delete cascade,
  day date not null,
  retention_class text not null,
  what text not null check (length(what) between 1 and 60),
  executed boolean not null,
  ended int not null check (ended >= 0),
  held int not null check (held >= 0),
  waiting int not null check (waiting >= 0),
  created_at timestamptz not null default now(),
  primary key (region_id, day, what)
);
comment on table retention_result is 'What the round of a night ended per kind of row; a second run of the same night adds to it';
comment on column retention_result.held is 'rows past their end that a legal hold keeps';
comment on column retention_result.waiting is 'rows past their end that wait: for a signature, or for the next night';
call app.protect('retention_result', 'retention.read', 'retention.write');
