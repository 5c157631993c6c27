-- Consent forms on paper: what was printed, what came back, who looked at it a second time; and what a region asks of papers and calls.
alter table signer_rule
  add column in_writing boolean not null default false,
  add column check_percent smallint not null default 10 check (check_percent between 0 and 100);
comment on column signer_rule.in_writing is 'a yes takes a signature: a call is not enough';
comment on column signer_rule.check_percent is 'how many of a hundred papers a second person looks at';
-- Rules in force already want for pictures what the standard wants; the owner writes past the wall only here.
alter table signer_rule no force row level security;
update signer_rule set in_writing = true, check_percent = 100 where code = 'S2';
alter table signer_rule force row level security;

create table consent_form (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  set_id uuid not null,
  number text collate "C" not null check (number ~ '^[CDFGHJKMNPQRTWXY34679]{9}$'),
  pupil_id uuid not null,
  purposes text[] not null check (cardinality(purposes) > 0),
  text_ids uuid[] not null check (cardinality(text_ids) = cardinality(purposes)),
  language text not null,
  plain boolean not null,
  signers text[] not null check (cardinality(signers) > 0),
  state text not null default 'PRINTED' check (state in ('PRINTED', 'INCOMPLETE', 'RETURNED', 'OBJECTED')),
  ticks jsonb not null default '[]',
  signed_by text[] not null default '{}',
  signed_on date,
  scan_id uuid,
  scan_sha256 bytea check (length(scan_sha256) = 32),
  recorded_by uuid references app_user (id) on delete set null,
  returned_at timestamptz,
  check_state text check (check_state in ('OPEN', 'CONFIRMED', 'OBJECTED')),
  checked_by uuid references app_user (id) on delete set null,
  checked_at timestamptz,
  objection text check (objection in ('TICKS_DIFFER', 'SIGNATURE_DIFFERS', 'DAY_DIFFERS', 'WRONG_FORM', 'UNREADABLE')),
  printed_by uuid references app_user (id) on delete set null,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, number),
  foreign key (region_id, pupil_id) references pupil (region_id, id) on delete restrict,
  foreign key (region_id, scan_id) references file (region_id, id) on delete set null (scan_id),
  check (checked_by <> recorded_by),
  check ((state in ('PRINTED')) = (returned_at is null))
);
create index consent_form_set on consent_form (region_id, set_id);
create index consent_form_pupil on consent_form (region_id, pupil_id);
create unique index consent_form_scan on consent_form (region_id, scan_id);
create index consent_form_checks on consent_form (region_id, returned_at) where check_state = 'OPEN';
comment on table consent_form is 'A printed form (Zettel) for one pupil: known by a random number that says nothing about anybody';
comment on column consent_form.set_id is 'forms that were printed together';
comment on column consent_form.text_ids is 'the version of the text printed, per purpose: what was signed, whatever is in force when it comes back';
comment on column consent_form.signers is 'who had a line to sign, by the rules of the day of the print';
comment on column consent_form.ticks is '[{purpose, answer}] as entered last; what was left open is missing';
comment on column consent_form.scan_sha256 is 'stays when the scan goes';
comment on column consent_form.check_state is 'null = not drawn for a second check';
call app.protect('consent_form', 'consent.read', 'consent.write');

alter table consent_decision
  add column form_id uuid,
  add column scan_sha256 bytea check (length(scan_sha256) = 32),
  add column number_from text check (number_from in ('SCHOOL', 'OUR_RECORD', 'EARLIER_FORM')),
  add foreign key (region_id, form_id) references consent_form (region_id, id) on delete restrict,
  add check (form_id is null or channel = 'PAPER'),
  add check (scan_sha256 is null or form_id is not null),
  add check (number_from is null or channel = 'PHONE');
create index consent_decision_form on consent_decision (region_id, form_id);
comment on column consent_decision.form_id is 'the printed form on which it was signed';
comment on column consent_decision.scan_sha256 is 'of the scan of that form, as it was when the answer was recorded';
comment on column consent_decision.number_from is 'of a call: where the number came from by which the office called';
