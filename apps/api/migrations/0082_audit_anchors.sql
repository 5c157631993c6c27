-- A chain can be cut at a signed anchor once its rows are older than their retention; the rest stays verifiable.
create table audit_base (
  region_id uuid not null primary key,
  seq bigint not null check (seq > 0),
  hash bytea not null,
  cut_at timestamptz not null default clock_timestamp()
);
comment on table audit_base is 'The last row that was cut off a chain: the next one chains to it. An anchor of the same row is its proof';
alter table audit_base enable row level security;
alter table audit_base force row level security;
create policy keeping on audit_base to mintforge_owner using (true) with check (true);
create policy reading on audit_base for select to mintforge_app
  using ((select app.is_system()) or (region_id = (select app.region()) and (select app.can('audit.read'))));
grant select on audit_base to mintforge_app;

create or replace function app.append_audit(row_action text, row_reason text, row_request text, row_changes jsonb) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  chain uuid := coalesce(app.region(), '00000000-0000-0000-0000-000000000000');
  last record;
  row_at timestamptz := clock_timestamp();
begin
  perform pg_advisory_xact_lock(hashtextextended('audit' || chain::text, 0));
  select a.seq, a.hash into last from public.audit a where a.region_id = chain order by a.seq desc limit 1;
  if last is null then
    select b.seq, b.hash into last from public.audit_base b where b.region_id = chain;
  end if;
  insert into public.audit (region_id, seq, at, actor_id, role, action, reason, request_id, changes, previous_hash, hash)
  values (chain, coalesce(last.seq, 0) + 1, row_at, app.actor(), coalesce(app.role(), 'NONE'), row_action, row_reason, row_request, row_changes,
    coalesce(last.hash, '\x'::bytea),
    app.audit_hash(coalesce(last.hash, '\x'::bytea), chain, coalesce(last.seq, 0) + 1, row_at, app.actor(), coalesce(app.role(), 'NONE'),
      row_action, row_reason, row_request, row_changes));
end $$;

-- Removes the rows of the active chain up to one, which is remembered; behind it stands a caller who holds a signed anchor of that row.
create function app.cut_audit(upto bigint) returns bigint language plpgsql security definer set search_path = '' as $$
declare
  chain uuid := coalesce(app.region(), '00000000-0000-0000-0000-000000000000');
  cut_hash bytea;
  gone bigint;
begin
  if not app.is_system() then
    raise insufficient_privilege;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('audit' || chain::text, 0));
  select a.hash into cut_hash from public.audit a where a.region_id = chain and a.seq = upto;
  if cut_hash is null then
    return 0;
  end if;
  delete from public.audit a where a.region_id = chain and a.seq <= upto;
  get diagnostics gone = row_count;
  insert into public.audit_base (region_id, seq, hash) values (chain, upto, cut_hash)
    on conflict (region_id) do update set seq = excluded.seq, hash = excluded.hash, cut_at = clock_timestamp();
  return gone;
end $$;
revoke all on function app.cut_audit(bigint) from public;
grant execute on function app.cut_audit(bigint) to mintforge_app;

-- The chain as anybody can check it without us: `hash` is the SHA-256 of the bytes of the row's hash before and of `canonical` in UTF-8.
create view audit_chain with (security_invoker = true) as
  select a.region_id, a.seq, a.at, a.hash, coalesce(b.seq, 0) + row_number() over chain as position, a.previous_hash,
    coalesce(lag(a.hash) over chain, b.hash, '\x'::bytea) as expected_previous,
    jsonb_build_array(a.region_id, a.seq, extract(epoch from a.at)::text, a.actor_id, a.role, a.action, a.reason, a.request_id, a.changes)::text as canonical
  from audit a left join audit_base b on b.region_id = a.region_id
  window chain as (partition by a.region_id order by a.seq);
comment on view audit_chain is 'A row stands when hash = sha256(expected_previous || canonical), previous_hash = expected_previous and seq = position';
grant select on audit_chain to mintforge_app;
