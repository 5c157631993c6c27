-- Links by which a contact of the host looks at the day list of one occurrence.
create table host_link (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  occurrence_id uuid not null,
  contact_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  code_hash bytea not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  created_by uuid references app_user (id) on delete set null,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, token_hash),
  foreign key (region_id, occurrence_id) references occurrence (region_id, id) on delete cascade,
  foreign key (region_id, contact_id) references contact (region_id, id) on delete cascade
);
create index host_link_of on host_link (region_id, occurrence_id, contact_id);
create index host_link_contact on host_link (region_id, contact_id);
comment on column host_link.token_hash is 'SHA-256 of the token, which is told once';
comment on column host_link.code_hash is 'keyed hash of the code that is told by another way';
comment on column host_link.expires_at is 'when the host''s view of the occurrence closes';
call app.protect('host_link', 'people.identify', 'people.write');
