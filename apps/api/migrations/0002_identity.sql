-- Regions (tenants), users, their roles per region, sessions and single-use links.
create table region (
  id uuid primary key default uuidv7(),
  key text not null unique check (key ~ '^[a-z][a-z0-9-]{1,40}$'),
  name text not null,
  land text not null check (land ~ '^DE-[A-Z]{2}$'),
  centre_lat double precision,
  centre_lon double precision,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on column region.land is 'ISO 3166-2 code of the Land: decides public and school holidays';

create table app_user (
  id uuid primary key default uuidv7(),
  email text not null,
  email_key text not null unique,
  display_name text not null,
  locale text not null default 'de' check (locale in ('de', 'en')),
  password_hash text,
  totp_secret bytea,
  totp_pending bytea,
  totp_last_step bigint,
  recovery_hashes text[] not null default '{}',
  disabled_at timestamptz,
  last_sign_in_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table membership (
  region_id uuid not null references region (id) on delete cascade,
  user_id uuid not null references app_user (id) on delete cascade,
  role text not null check (role ~ '^[A-Z_]{2,40}$'),
  created_at timestamptz not null default now(),
  primary key (region_id, user_id, role)
);
create index membership_of_user on membership (user_id);

create table session (
  id uuid primary key default uuidv7(),
  user_id uuid not null references app_user (id) on delete cascade,
  region_id uuid references region (id) on delete cascade,
  role text,
  token_hash bytea not null unique,
  previous_hash bytea unique,
  rotated_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  user_agent text,
  created_at timestamptz not null default now()
);
create index session_of_user on session (user_id);
comment on table session is 'One family of rotating refresh tokens; the token before the last is kept to detect reuse';

create table link (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('PASSWORD_RESET', 'INVITATION')),
  user_id uuid not null references app_user (id) on delete cascade,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
create index link_of_user on link (user_id);

create table guess (
  key text primary key check (length(key) <= 255),
  points int not null default 0,
  expire bigint
);
comment on table guess is 'Counters of the guess limiter: hashed keys of account and source net, points, end in epoch milliseconds';

alter table region enable row level security;
alter table region force row level security;
create policy reading on region for select to mintforge_app
  using ((select app.is_system()) or id = (select app.region()) or (select app.can('regions.write'))
    or exists (select from membership m where m.region_id = region.id and m.user_id = (select app.actor())));
create policy adding on region for insert to mintforge_app with check ((select app.can('regions.write')));
create policy changing on region for update to mintforge_app using ((select app.can('regions.write')));
grant select, insert, update on region to mintforge_app;

alter table membership enable row level security;
alter table membership force row level security;
create policy reading on membership for select to mintforge_app
  using ((select app.is_system()) or user_id = (select app.actor()) or (region_id = (select app.region()) and (select app.can('users.read'))));
create policy adding on membership for insert to mintforge_app
  with check ((select app.is_system()) or (region_id = (select app.region()) and (select app.can('users.write'))));
create policy removing on membership for delete to mintforge_app
  using ((select app.is_system()) or (region_id = (select app.region()) and (select app.can('users.write'))));
grant select, insert, delete on membership to mintforge_app;

alter table app_user enable row level security;
alter table app_user force row level security;
create policy reading on app_user for select to mintforge_app
  using ((select app.is_system()) or id = (select app.actor())
    or ((select app.can('users.read')) and exists (select from membership m where m.user_id = app_user.id and m.region_id = (select app.region()))));
create policy adding on app_user for insert to mintforge_app with check ((select app.is_system()));
create policy changing on app_user for update to mintforge_app using ((select app.is_system()) or id = (select app.actor()));
grant select, insert, update on app_user to mintforge_app;

alter table session enable row level security;
alter table session force row level security;
create policy reading on session for select to mintforge_app using ((select app.is_system()) or user_id = (select app.actor()));
create policy adding on session for insert to mintforge_app with check ((select app.is_system()));
create policy changing on session for update to mintforge_app using ((select app.is_system()) or user_id = (select app.actor()));
create policy removing on session for delete to mintforge_app using ((select app.is_system()));
grant select, insert, update, delete on session to mintforge_app;

alter table link enable row level security;
alter table link force row level security;
create policy only_system on link to mintforge_app using ((select app.is_system())) with check ((select app.is_system()));
grant select, insert, update, delete on link to mintforge_app;

alter table guess enable row level security;
alter table guess force row level security;
create policy counting on guess to mintforge_app using ((select app.role()) = 'NOBODY') with check ((select app.role()) = 'NOBODY');
grant select, insert, update, delete on guess to mintforge_app;
