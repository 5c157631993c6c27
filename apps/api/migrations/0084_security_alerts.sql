-- What the office is warned of: events that no audit row tells, the region's rules, and the alerts they gave.
create table security_event (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  kind text not null check (kind ~ '^[A-Z][A-Z_]{2,39}$'),
  actor_id uuid,
  ids uuid[] not null default '{}' check (cardinality(ids) <= 50),
  at timestamptz not null default now(),
  primary key (region_id, id)
);
create index security_event_at on security_event (region_id, at);
comment on table security_event is 'Refusals and events of sign-in (Sicherheitsereignis); the round of alerts counts them';
comment on column security_event.region_id is 'the nil UUID for events outside any region, such as sign-in';
comment on column security_event.ids is 'ids that somebody named and was refused; whether they are another region''s is found out later, never in the request';
alter table security_event enable row level security;
alter table security_event force row level security;
create policy reading on security_event for select to mintforge_app using ((select app.is_system()));
create policy removing on security_event for delete to mintforge_app using ((select app.is_system()));
create policy adding on security_event for insert to mintforge_app
  with check ((select app.is_system()) or (actor_id = (select app.actor()) and region_id = coalesce((select app.region()), '00000000-0000-0000-0000-000000000000')));
grant select, insert, delete on security_event to mintforge_app;

create table alert_rule (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  kind text not null check (kind ~ '^[A-Z][A-Z_]{2,39}$'),
  threshold int not null check (threshold between 1 and 100000),
  window_minutes int not null check (window_minutes between 5 and 1440),
  source text not null check (length(source) between 1 and 500),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, kind)
);
comment on table alert_rule is 'When the region is warned (Hinweisregel): as many within so many minutes, by one person';
call app.protect('alert_rule', 'alerts.read', 'alerts.rules');

create table security_alert (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  kind text not null check (kind ~ '^[A-Z][A-Z_]{2,39}$'),
  actor_id uuid,
  counted int not null check (counted > 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  seen_by uuid references app_user (id) on delete set null,
  seen_at timestamptz,
  outcome text check (outcome in ('EXPLAINED', 'FALSE_ALARM', 'MEASURES_TAKEN', 'INCIDENT')),
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  check ((seen_at is null) = (outcome is null))
);
create unique index security_alert_open on security_alert (region_id, kind, actor_id) nulls not distinct where seen_at is null;
create index security_alert_created on security_alert (region_id, created_at desc);
comment on table security_alert is 'A warning (Sicherheitshinweis) of one kind about one person; while nobody has looked at it, it goes on counting';
call app.protect('security_alert', 'alerts.read', 'alerts.write');

-- Which of the ids are an entry of some other region than the active one. SYSTEM alone, after the refusal was answered.
create function app.found_elsewhere(ids uuid[]) returns setof uuid language plpgsql as $$
declare
  here uuid := app.region();
  other record;
  tenant_table record;
begin
  if not app.is_system() or here is null then
    raise insufficient_privilege;
  end if;
  for other in select r.id from region r where r.id <> here loop
    if other.id = any(ids) then
      return next other.id;
    end if;
    perform set_config('app.region', other.id::text, true);
    for tenant_table in
      select c.oid::regclass as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and pg_get_indexdef(i.indexrelid) like '%(region_id, id)')
    loop
      return query execute format('select t.id from %s t where t.region_id = $1 and t.id = any($2)', tenant_table.name) using other.id, ids;
    end loop;
  end loop;
  perform set_config('app.region', here::text, true);
end $$;
