-- Looking at what one has no routine access to: break-glass by two persons, and a role seen on synthetic data only.
create table break_glass (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  user_id uuid references app_user (id) on delete set null,
  reason text not null check (reason ~ '^[A-Z][A-Z_]{2,39}$'),
  explanation text not null check (length(explanation) between 10 and 500),
  asked_at timestamptz not null default now(),
  decided_by uuid references app_user (id) on delete set null check (decided_by <> user_id),
  decided_at timestamptz,
  allowed boolean,
  ends_at timestamptz check (ends_at <= decided_at + interval '60 minutes'),
  ended_at timestamptz,
  ended_by uuid references app_user (id) on delete set null,
  primary key (region_id, id),
  check ((allowed is null) = (decided_at is null) and coalesce(allowed, false) = (ends_at is not null))
);
create index break_glass_asked on break_glass (region_id, asked_at desc);
create index break_glass_of on break_glass (region_id, user_id, ends_at);
comment on table break_glass is 'Access of the platform administrator to people in an emergency (Notfallzugriff): asked with a reason, allowed by a second person of the region, at most 60 minutes, read only';
comment on column break_glass.explanation is 'words of who asks; the form says that no names belong here';
alter table break_glass enable row level security;
alter table break_glass force row level security;
create policy keeping on break_glass to mintforge_owner using (true);
create policy reading on break_glass for select to mintforge_app using (region_id = (select app.region()) and (select app.can('glass.read')));
create policy own on break_glass for select to mintforge_app using (user_id = (select app.actor()));
create policy adding on break_glass for insert to mintforge_app with check (region_id = (select app.region()) and (select app.is_system()));
create policy changing on break_glass for update to mintforge_app using (region_id = (select app.region()) and (select app.is_system()));
grant select, insert, update on break_glass to mintforge_app;

-- The acting user's own grant, looked up past the wall: the wall itself asks this.
create function app.glass_open() returns boolean language sql stable parallel safe security definer set search_path = '' as $$
  select exists (select from public.break_glass g where g.region_id = app.region() and g.user_id = app.actor() and g.allowed and g.ended_at is null and g.ends_at > now())
$$;
revoke all on function app.glass_open() from public;
grant execute on function app.glass_open() to mintforge_app;

-- The role BREAK_GLASS holds what the permission table says, and only as long as the acting user's grant lives.
create or replace function app.can(wanted text) returns boolean language sql stable parallel safe
  return app.is_system() or (exists (select from app.permission p where p.role = app.role() and p.permission = wanted) and (app.role() <> 'BREAK_GLASS' or app.glass_open()));

alter table session
  add column looking text check (looking in ('BREAK_GLASS', 'VIEW_AS')),
  add column grant_id uuid,
  add constraint session_grant check ((looking is not distinct from 'BREAK_GLASS') = (grant_id is not null));
comment on column session.looking is 'the session only looks: by break-glass (grant_id), or as another role on a synthetic region';

alter table region add column synthetic boolean not null default false;
comment on column region.synthetic is 'holds invented people only: roles may be tried out here. Set when the region is made, by the system, never changed';
drop policy adding on region;
create policy adding on region for insert to mintforge_app with check ((select app.can('regions.write')) and (not synthetic or (select app.is_system())));
create function app.keep_synthetic() returns trigger language plpgsql as $$
begin
  if new.synthetic <> old.synthetic then
    raise insufficient_privilege using message = 'a region stays synthetic or real';
  end if;
  return new;
end $$;
create trigger region_synthetic before update of synthetic on region for each row execute function app.keep_synthetic();
drop policy reading on region;
create policy reading on region for select to mintforge_app
  using ((select app.is_system()) or id = (select app.region()) or (select app.can('regions.write')) or synthetic
    or exists (select from membership m where m.region_id = region.id and m.user_id = (select app.actor())));
