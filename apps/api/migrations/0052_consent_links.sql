-- Action links by which pupils and guardians answer: the token is kept as a hash, and opens nothing without a second factor.
create table consent_link (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('ASK', 'MANAGE')),
  token_hash bytea not null check (length(token_hash) = 32),
  code_hash bytea,
  pupil_id uuid not null,
  signer text not null check (signer in ('PUPIL', 'GUARDIAN_1', 'GUARDIAN_2')),
  purposes text[] not null check (cardinality(purposes) > 0),
  expires_at timestamptz not null,
  ended_at timestamptz,
  created_by uuid references app_user (id) on delete set null,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, token_hash),
  foreign key (region_id, pupil_id) references pupil (region_id, id) on delete cascade
);
create index consent_link_pupil on consent_link (region_id, pupil_id, signer);
comment on column consent_link.kind is 'ASK ends with its first answer, MANAGE serves to take answers back until it expires';
comment on column consent_link.code_hash is 'keyed hash of the code of the letter; null = the second factor is the birth date';
comment on column consent_link.ended_at is 'answered, or replaced by a newer link';
call app.protect('consent_link', 'consent.write', 'consent.write');
