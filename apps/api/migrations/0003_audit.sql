-- Append-only, hash-chained audit. Nobody inserts directly: app.append_audit is the only way in.
create table audit (
  region_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  actor_id uuid,
  role text not null,
  action text not null,
  reason text,
  request_id text,
  changes jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (region_id, seq)
);
comment on column audit.region_id is 'the nil UUID for acts outside any region, such as sign-in';
comment on column audit.changes is '[{table, verb, count, ids}]: pseudonymous ids only, never values';
create index audit_at on audit (region_id, at desc);
create index audit_ids on audit using gin (changes jsonb_path_ops);

alter table audit enable row level security;
alter table audit force row level security;
create policy keeping on audit to mintforge_owner using (true) with check (true);
create policy reading on audit for select to mintforge_app
  using ((select app.is_system()) or (region_id = (select app.region()) and (select app.can('audit.read'))));
grant select on audit to mintforge_app;

create function app.audit_hash(previous bytea, row_region uuid, row_seq bigint, row_at timestamptz, row_actor uuid, row_role text,
  row_action text, row_reason text, row_request text, row_changes jsonb) returns bytea language sql immutable
  return sha256(previous || convert_to(jsonb_build_array(row_region, row_seq, extract(epoch from row_at)::text, row_actor, row_role,
    row_action, row_reason, row_request, row_changes)::text, 'UTF8'));

create function app.append_audit(row_action text, row_reason text, row_request text, row_changes jsonb) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  chain uuid := coalesce(app.region(), '00000000-0000-0000-0000-000000000000');
  last record;
  row_at timestamptz := clock_timestamp();
begin
  perform pg_advisory_xact_lock(hashtextextended('audit' || chain::text, 0));
  select a.seq, a.hash into last from public.audit a where a.region_id = chain order by a.seq desc limit 1;
  insert into public.audit (region_id, seq, at, actor_id, role, action, reason, request_id, changes, previous_hash, hash)
  values (chain, coalesce(last.seq, 0) + 1, row_at, app.actor(), coalesce(app.role(), 'NONE'), row_action, row_reason, row_request, row_changes,
    coalesce(last.hash, '\x'::bytea),
    app.audit_hash(coalesce(last.hash, '\x'::bytea), chain, coalesce(last.seq, 0) + 1, row_at, app.actor(), coalesce(app.role(), 'NONE'),
      row_action, row_reason, row_request, row_changes));
end $$;
revoke all on function app.append_audit(text, text, text, jsonb) from public;
grant execute on function app.append_audit(text, text, text, jsonb) to mintforge_app;
