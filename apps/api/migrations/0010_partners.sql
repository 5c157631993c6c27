-- Organisations and all that belongs to them: sites, contacts, equipment, needs, offers, partnerships, imports, merges.
create table organisation (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  name text not null check (length(name) between 1 and 300),
  name_key text not null,
  body_key text,
  roles text[] not null check (cardinality(roles) > 0),
  school_kinds text[] not null default '{}',
  official_key text,
  official_number text,
  former_keys text[] not null default '{}',
  land text,
  stage text not null default 'NEW',
  email text,
  phone text,
  fax text,
  website text,
  mail_domain text,
  tags text[] not null default '{}',
  notes text not null default '',
  closed_on date,
  successor_id uuid,
  merged_into_id uuid,
  imported jsonb,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, successor_id) references organisation (region_id, id) on delete restrict,
  foreign key (region_id, merged_into_id) references organisation (region_id, id) on delete restrict
);
comment on column organisation.name_key is 'folded name for searching (foldName of the kernel)';
comment on column organisation.body_key is 'name without legal form, lead word and spaces (bodyNameKey): spellings of one body meet here';
comment on column organisation.official_key is 'id in the school register with its Land, e.g. MV-75130302; unique while not merged';
comment on column organisation.former_keys is 'register ids of organisations merged into this one; an import leaves their rows alone';
comment on column organisation.mail_domain is 'domain of its e-mail address or website, none for shared providers';
comment on column organisation.imported is 'the values the last import gave, to tell a correction by hand from an old value';
create unique index organisation_official on organisation (region_id, official_key) where merged_into_id is null;
create index organisation_body on organisation (region_id, body_key);
create index organisation_number on organisation (region_id, official_number);
create index organisation_trgm on organisation using gist (region_id, name_key gist_trgm_ops);
create index organisation_stage on organisation (region_id, stage);
create index organisation_successor on organisation (region_id, successor_id);
create index organisation_merged on organisation (region_id, merged_into_id);
create index organisation_domain on organisation (region_id, mail_domain);
call app.protect('organisation', 'partners.read', 'partners.write');

create table organisation_alias (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  organisation_id uuid not null,
  name text not null,
  name_key text not null,
  body_key text,
  source text not null check (source in ('MERGE', 'IMPORT', 'HAND')),
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, organisation_id) references organisation (region_id, id) on delete cascade
);
create index organisation_alias_of on organisation_alias (region_id, organisation_id);
create index organisation_alias_trgm on organisation_alias using gist (region_id, name_key gist_trgm_ops);
create index organisation_alias_body on organisation_alias (region_id, body_key);
call app.protect('organisation_alias', 'partners.read', 'partners.write');

create table site (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  organisation_id uuid not null,
  name text not null default '',
  street text,
  postcode text,
  town text,
  district text,
  municipality_key text check (municipality_key ~ '^\d{8}$'),
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  coordinate_check text not null default 'MISSING' check (coordinate_check in ('OK', 'FAR_FROM_POSTCODE', 'OUT_OF_RANGE', 'MISSING', 'UNCHECKED')),
  coordinate_km double precision,
  is_main boolean not null default true,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, organisation_id) references organisation (region_id, id) on delete cascade
);
create index site_of on site (region_id, organisation_id);
create unique index site_main on site (region_id, organisation_id) where is_main;
create index site_postcode on site (region_id, postcode);
call app.protect('site', 'partners.read', 'partners.write');

create table contact (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  organisation_id uuid not null,
  name text not null,
  function text,
  email text,
  phone text,
  roles text[] not null default '{}',
  left_on date,
  successor_id uuid,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, organisation_id) references organisation (region_id, id) on delete cascade,
  foreign key (region_id, successor_id) references contact (region_id, id) on delete set null (successor_id)
);
create index contact_of on contact (region_id, organisation_id);
create index contact_successor on contact (region_id, successor_id);
call app.protect('contact', 'partners.read', 'partners.write');

create table contact_event (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  organisation_id uuid not null,
  contact_id uuid,
  kind text not null check (kind in ('CALL', 'MAIL', 'VISIT', 'MEETING', 'NOTE', 'STAGE', 'CLOSED', 'HAND_OVER', 'MERGE', 'IMPORT')),
  summary text not null default '',
  details jsonb not null default '{}',
  at timestamptz not null default now(),
  user_id uuid references app_user (id) on delete set null,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, organisation_id) references organisation (region_id, id) on delete cascade,
  foreign key (region_id, contact_id) references contact (region_id, id) on delete set null (contact_id)
);
create index contact_event_of on contact_event (region_id, organisation_id, at desc);
comment on column contact_event.details is 'what a machine-made entry tells, e.g. STAGE {from, to}; people write summaries';
create index contact_event_contact on contact_event (region_id, contact_id);
call app.protect('contact_event', 'partners.read', 'partners.write');

create table equipment (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  organisation_id uuid not null,
  site_id uuid,
  name text not null,
  description text not null default '',
  capacity int not null check (capacity between 1 and 1000),
  minimum_age int check (minimum_age between 5 and 25),
  needs_briefing boolean not null default false,
  pupils_per_supervisor int check (pupils_per_supervisor > 0),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, organisation_id) references organisation (region_id, id) on delete cascade,
  foreign key (region_id, site_id) references site (region_id, id) on delete set null (site_id)
);
create index equipment_of on equipment (region_id, organisation_id);
create index equipment_site on equipment (region_id, site_id);
call app.protect('equipment', 'partners.read', 'partners.write');

create table need (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  organisation_id uuid not null,
  title text not null,
  format text not null,
  topics text[] not null default '{}',
  grades smallint[] not null default '{}',
  size int check (size between 1 and 2000),
  period_from date,
  period_to date,
  requirements text not null default '',
  state text not null default 'OPEN' check (state in ('OPEN', 'MET', 'CLOSED')),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, organisation_id) references organisation (region_id, id) on delete cascade,
  check (period_from <= period_to)
);
create index need_of on need (region_id, organisation_id);
create index need_state on need (region_id, state, created_at desc);
call app.protect('need', 'partners.read', 'partners.write');

create table offer (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  organisation_id uuid not null,
  title text not null,
  description text not null default '',
  format text not null,
  topics text[] not null default '{}',
  grades smallint[] not null default '{}',
  capacity int check (capacity between 1 and 2000),
  minimum_age int check (minimum_age between 5 and 25),
  equipment_id uuid,
  accessibility text[] not null default '{}',
  period_from date,
  period_to date,
  requirements text not null default '',
  state text not null default 'OPEN' check (state in ('OPEN', 'IN_ACTIVITY', 'CLOSED')),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, organisation_id) references organisation (region_id, id) on delete cascade,
  foreign key (region_id, equipment_id) references equipment (region_id, id) on delete set null (equipment_id),
  check (period_from <= period_to)
);
create index offer_of on offer (region_id, organisation_id);
create index offer_state on offer (region_id, state, created_at desc);
create index offer_equipment on offer (region_id, equipment_id);
call app.protect('offer', 'partners.read', 'partners.write');

create table partnership (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  school_id uuid not null,
  partner_id uuid not null,
  state text not null default 'ACTIVE' check (state in ('PROPOSED', 'ACTIVE', 'ENDED')),
  since date,
  until date,
  end_reason text,
  source text not null default 'HAND' check (source in ('HAND', 'IMPORT')),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, school_id, partner_id),
  foreign key (region_id, school_id) references organisation (region_id, id) on delete cascade,
  foreign key (region_id, partner_id) references organisation (region_id, id) on delete cascade,
  check (school_id <> partner_id)
);
create index partnership_partner on partnership (region_id, partner_id);
call app.protect('partnership', 'partners.read', 'partners.write');

create table postcode (
  region_id uuid not null references region (id) on delete cascade,
  postcode text not null check (postcode ~ '^\d{5}$'),
  lat double precision not null,
  lon double precision not null,
  primary key (region_id, postcode)
);
comment on table postcode is 'Centroids the office imports once; coordinates of sites are checked against them';
call app.protect('postcode', 'partners.read', 'imports.write');

create table import (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('SCHOOLS', 'ORGANISATIONS', 'PARTNERS', 'POSTCODES')),
  state text not null default 'UPLOADED' check (state in ('UPLOADED', 'PREVIEWED', 'COMMITTED', 'UNDONE')),
  file_id uuid,
  file_name text not null,
  headers text[] not null,
  samples jsonb not null,
  row_count int not null,
  mapping jsonb not null,
  confidence jsonb not null default '{}',
  remembered boolean not null default false,
  counts jsonb,
  plan_hash text,
  job_id uuid,
  created_by uuid references app_user (id) on delete set null,
  committed_at timestamptz,
  undone_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, file_id) references file (region_id, id) on delete set null (file_id)
);
create index import_created on import (region_id, created_at desc);
create index import_file on import (region_id, file_id);
call app.protect('import', 'imports.write', 'imports.write');

create table import_row (
  region_id uuid not null,
  import_id uuid not null,
  number int not null,
  verdict text not null check (verdict in ('CREATE', 'UPDATE', 'SKIP', 'REFUSE')),
  cells jsonb not null,
  findings jsonb not null,
  title text not null,
  target_id uuid,
  undo jsonb,
  primary key (region_id, import_id, number),
  foreign key (region_id, import_id) references import (region_id, id) on delete cascade
);
create index import_row_verdict on import_row (region_id, import_id, verdict, number);
comment on column import.plan_hash is 'fingerprint of the previewed plan; a commit that would do anything else is refused';
comment on column import.samples is 'the first rows as they stand, for looking at the mapping';
comment on column import_row.findings is '[{code, params}]: why this verdict, flags included';
comment on column import_row.cells is 'the cells as they stand in the file, in the order of its headers';
comment on column import_row.undo is 'what the commit made or changed, with the values before';
call app.protect('import_row', 'imports.write', 'imports.write');

create table import_mapping (
  region_id uuid not null references region (id) on delete cascade,
  kind text not null,
  fingerprint text not null,
  mapping jsonb not null,
  primary key (region_id, kind, fingerprint)
);
comment on table import_mapping is 'The column mapping remembered for files with the same headers';
call app.protect('import_mapping', 'imports.write', 'imports.write');

create table organisation_merge (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  survivor_id uuid not null,
  merged_id uuid not null,
  undo jsonb not null,
  merged_by uuid references app_user (id) on delete set null,
  undone_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, survivor_id) references organisation (region_id, id) on delete cascade,
  foreign key (region_id, merged_id) references organisation (region_id, id) on delete cascade
);
create index organisation_merge_survivor on organisation_merge (region_id, survivor_id);
create index organisation_merge_merged on organisation_merge (region_id, merged_id);
call app.protect('organisation_merge', 'partners.read', 'partners.write');

create table not_a_duplicate (
  region_id uuid not null,
  first_id uuid not null,
  second_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (region_id, first_id, second_id),
  foreign key (region_id, first_id) references organisation (region_id, id) on delete cascade,
  foreign key (region_id, second_id) references organisation (region_id, id) on delete cascade,
  check (first_id < second_id)
);
create index not_a_duplicate_second on not_a_duplicate (region_id, second_id);
call app.protect('not_a_duplicate', 'partners.read', 'partners.write');
