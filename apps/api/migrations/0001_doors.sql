-- The settings every door makes local to its transaction, and the functions that policies ask.
create schema app;
grant usage on schema app, public to mintforge_app, mintforge_public;

create function app.actor() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.actor', true), '')::uuid;
create function app.role() returns text language sql stable parallel safe
  return nullif(current_setting('app.role', true), '');
create function app.region() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.region', true), '')::uuid;
create function app.is_system() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.role', true) = 'SYSTEM', false);

-- Copy of libs/domain/kernel/permissions.ts, refreshed after every migration: one source for guards and policies.
create table app.permission (
  role text not null,
  permission text not null,
  primary key (role, permission)
);
grant select on app.permission to mintforge_app;

create function app.can(wanted text) returns boolean language sql stable parallel safe
  return app.is_system() or exists (select from app.permission p where p.role = app.role() and p.permission = wanted);

-- Enables and forces row-level security on a tenant table: rows of the active region, read and write each behind one
-- permission. Functions stand in (select …) so that they run once per statement.
create procedure app.protect(target regclass, read_permission text, write_permission text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy reading on %s for select to mintforge_app using (region_id = (select app.region()) and (select app.can(%L)))', target, read_permission);
  execute format('create policy adding on %s for insert to mintforge_app with check (region_id = (select app.region()) and (select app.can(%L)))', target, write_permission);
  execute format('create policy changing on %s for update to mintforge_app using (region_id = (select app.region()) and (select app.can(%L)))', target, write_permission);
  execute format('create policy removing on %s for delete to mintforge_app using (region_id = (select app.region()) and (select app.can(%L)))', target, write_permission);
  execute format('grant select, insert, update, delete on %s to mintforge_app', target);
end $$;
