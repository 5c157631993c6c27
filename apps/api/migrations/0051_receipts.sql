-- Who is responsible, and a signed receipt for every answer of a person.
create table controller (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  name text not null check (length(name) between 1 and 200),
  address text not null check (length(address) between 1 and 300),
  contact text not null check (length(contact) between 1 and 200),
  officer text not null check (length(officer) between 1 and 200),
  authority text not null check (length(authority) between 1 and 200),
  created_at timestamptz not null default now(),
  primary key (region_id, id)
);
comment on table controller is 'Who is responsible for the processing of a region (Verantwortlicher), its data protection officer and authority, as notices and receipts name them; the latest counts';
call app.protect('controller', 'purposes.read', 'purposes.write');
call app.append_only('controller');

create table receipt_key (
  region_id uuid not null references region (id) on delete cascade,
  kid text not null check (length(kid) = 16),
  public_key bytea not null check (length(public_key) = 32),
  created_at timestamptz not null default now(),
  primary key (region_id, kid)
);
comment on table receipt_key is 'Ed25519 keys that signed receipts of a region; kept when the signing key is changed, so that old receipts stay verifiable';
call app.protect('receipt_key', 'purposes.read', 'consent.write');
call app.append_only('receipt_key');

create table consent_receipt (
  region_id uuid not null,
  decision_id uuid not null,
  document text not null,
  kid text not null,
  signature bytea not null check (length(signature) = 64),
  primary key (region_id, decision_id),
  foreign key (region_id, decision_id) references consent_decision (region_id, id) on delete restrict,
  foreign key (region_id, kid) references receipt_key (region_id, kid) on delete restrict
);
create index consent_receipt_kid on consent_receipt (region_id, kid);
comment on column consent_receipt.document is 'canonical JSON (keys sorted) as it was signed: pseudonym, never a name';
call app.protect('consent_receipt', 'consent.read', 'consent.write');
call app.append_only('consent_receipt');
