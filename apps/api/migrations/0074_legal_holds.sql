-- Legal holds: what must stay although its period is over or its person asked for erasure (Art. 17(3), 18 GDPR).
create table legal_hold (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  reason text not null check (reason in ('LEGAL_CLAIM', 'COURT_PROCEEDINGS', 'AUTHORITY_REQUEST', 'FUNDER_AUDIT', 'RESTRICTION')),
  reference text not null check (length(reference) between 1 and 100),
  subject_kind text check (subject_kind in ('PUPIL', 'GUARDIAN', 'CONTACT', 'USER')),
  subject_id uuid,
  retention_class text check (retention_class ~ '^R-[A-Z-]{2,20}$'),
  review_on date not null,
  expires_on date not null,
  placed_by uuid references app_user (id) on delete set null,
  lifted_by uuid references app_user (id) on delete set null,
  lifted_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  check (num_nonnulls(subject_id, retention_class) > 0),
  check ((subject_id is null) = (subject_kind is null)),
  check (review_on <= expires_on)
);
create index legal_hold_stands on legal_hold (region_id, subject_id) where lifted_at is null;
comment on table legal_hold is 'Hold (Aufbewahrung wegen Rechtsstreit oder Prüfung): on a person, on a class of data, or on a class of one person';
comment on column legal_hold.reference is 'file number of the case, never a name';
comment on column legal_hold.expires_on is 'the last day on which it stands, unless it is prolonged or lifted';
call app.protect('legal_hold', 'retention.read', 'holds.write');

-- Whether a hold stands on a day: on the person, in a class or (class null) in any; or on the whole class.
create function app.is_held(subject uuid, class text, day date) returns boolean language sql stable parallel safe
  return exists (
    select from public.legal_hold h where h.region_id = app.region() and h.lifted_at is null and h.expires_on >= day
      and ((h.subject_id = subject and (class is null or h.retention_class is null or h.retention_class = class)) or (h.subject_id is null and h.retention_class = class))
  );
