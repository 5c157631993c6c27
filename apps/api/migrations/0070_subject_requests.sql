-- The register of subjects' requests: who asks for what, by when it is answered, how it ended.
create table subject_request (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('ACCESS', 'RECTIFICATION', 'ERASURE', 'RESTRICTION', 'OBJECTION', 'PORTABILITY')),
  subject_kind text not null check (subject_kind in ('PUPIL', 'GUARDIAN', 'CONTACT', 'USER')),
  subject_id uuid,
  pseudonym text,
  requester text not null check (requester in ('SELF', 'GUARDIAN', 'REPRESENTATIVE', 'OFFICE')),
  channel text not null check (channel in ('WEB', 'MAIL', 'PAPER', 'PHONE')),
  purposes text[] not null default '{}',
  note bytea,
  received_on date not null,
  due_on date not null check (due_on > received_on),
  extended_on date,
  extension_reason text check (extension_reason in ('COMPLEX', 'MANY_REQUESTS')),
  reminders smallint not null default 0 check (reminders between 0 and 4),
  identity_check text check (identity_check in ('KNOWN_ADDRESS', 'LINK', 'SCHOOL_LETTER_CODE', 'SCHOOL_CONFIRMED', 'CALL_BACK', 'IN_PERSON', 'OWN_DUTY')),
  identified_by uuid references app_user (id) on delete set null,
  identified_at timestamptz,
  state text not null default 'RECEIVED' check (state in ('RECEIVED', 'EXAMINED', 'ANSWERED', 'REFUSED', 'WITHDRAWN')),
  refusal_reason text check (refusal_reason in ('NOT_IDENTIFIED', 'NOT_ENTITLED', 'UNFOUNDED', 'EXCESSIVE', 'RIGHTS_OF_OTHERS', 'LEGAL_DUTY', 'COMPELLING_GROUNDS', 'CORRECT_ALREADY')),
  ended_on date,
  ended_by uuid references app_user (id) on delete set null,
  limit_state text check (limit_state in ('STANDS', 'LIFTED')),
  limit_told_on date,
  export_json uuid,
  export_pdf uuid,
  exported_at timestamptz,
  recorded_by uuid references app_user (id) on delete set null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, export_json) references file (region_id, id) on delete set null (export_json),
  foreign key (region_id, export_pdf) references file (region_id, id) on delete set null (export_pdf),
  check ((state in ('RECEIVED', 'EXAMINED')) = (ended_on is null)),
  check ((state = 'REFUSED') = (refusal_reason is not null)),
  check (state not in ('EXAMINED', 'ANSWERED') or num_nonnulls(subject_id, identity_check, identified_at) = 3),
  check ((extended_on is null) = (extension_reason is null)),
  check (note is null or subject_id is not null),
  check (limit_state is null or kind in ('RESTRICTION', 'OBJECTION')),
  check ((limit_state is not distinct from 'LIFTED') = (limit_told_on is not null))
);
create index subject_request_due on subject_request (region_id, due_on, id) where state in ('RECEIVED', 'EXAMINED');
create index subject_request_received on subject_request (region_id, received_on desc, id);
create index subject_request_of on subject_request (region_id, subject_id);
create index subject_request_json on subject_request (region_id, export_json);
create index subject_request_pdf on subject_request (region_id, export_pdf);
comment on table subject_request is 'Request of a person whose data we hold (Betroffenenanfrage, Art. 15 to 18, 20, 21 GDPR)';
comment on column subject_request.pseudonym is 'of a pupil, so that who may not read pupils knows two requests of one';
comment on column subject_request.note is 'what was asked in particular, sealed by the key of the subject: it may name people';
comment on column subject_request.due_on is 'the last day for the answer, as libs/domain/src/privacy/subject-requests.ts counts it';
comment on column subject_request.reminders is 'how many reminders the office was given';
comment on column subject_request.limit_state is 'whether a restriction or an objection closes the use of the data';
comment on column subject_request.limit_told_on is 'the day on which the person was told that the limit ends (Art. 18(3))';
call app.protect('subject_request', 'requests.read', 'requests.write');
