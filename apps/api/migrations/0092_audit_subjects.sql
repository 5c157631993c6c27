-- The rows of an act beyond the first two hundred: in parts, each with its hash in the act's own row and so in the chain.
create type app.id_range as range (subtype = text, collation = "C");

create table audit_subject (
  region_id uuid not null,
  seq bigint not null,
  change smallint not null check (change >= 0),
  part smallint not null check (part >= 0),
  ids text[] not null check (cardinality(ids) between 1 and 1000),
  span app.id_range not null generated always as (app.id_range(ids[1], ids[array_upper(ids, 1)], '[]')) stored,
  primary key (region_id, seq, change, part),
  foreign key (region_id, seq) references audit (region_id, seq) on delete cascade deferrable initially deferred
);
comment on table audit_subject is 'Whom and what a large act touched (Betroffene einer Handlung): the ids that its audit row has no room for, a thousand a part, in order; append-only like the row itself';
comment on column audit_subject.change is 'which element of audit.changes, from 0; its "more" holds the SHA-256 of each part''s ids as a JSON array';
comment on column audit_subject.span is 'from the first id of the part to the last: finds the part that could hold an id without an index entry for each';
create index audit_subject_span on audit_subject using gist (region_id, span);

alter table audit_subject enable row level security;
alter table audit_subject force row level security;
create policy keeping on audit_subject to mintforge_owner using (true) with check (true);
create policy reading on audit_subject for select to mintforge_app
  using ((select app.is_system()) or (region_id = (select app.region()) and (select app.can('audit.read'))));
grant select on audit_subject to mintforge_app;

comment on column audit.changes is '[{table, verb, count, ids, more}]: pseudonymous ids only, never values; the first 200 ids, and in "more" the hashes of the parts of audit_subject with all others. Rows from before those parts have no "more" and count what they do not name';

-- What the hash of a part is taken of: the text that JSON writes for the list of its ids.
create function app.subjects_hash(ids text[]) returns text language sql stable
  return encode(sha256(convert_to(array_to_json(ids)::text, 'UTF8')), 'hex');

drop function app.append_audit(text, text, text, jsonb);
-- `more` = [{change, part, ids}]: ids that the row has no room for.
create function app.append_audit(row_action text, row_reason text, row_request text, row_changes jsonb, more json default '[]') returns void
  language plpgsql security definer set search_path = '' as $$
declare
  chain uuid := coalesce(app.region(), '00000000-0000-0000-0000-000000000000');
  last record;
  row_at timestamptz := clock_timestamp();
  row_seq bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit' || chain::text, 0));
  select a.seq, a.hash into last from public.audit a where a.region_id = chain order by a.seq desc limit 1;
  if last is null then
    select b.seq, b.hash into last from public.audit_base b where b.region_id = chain;
  end if;
  row_seq := coalesce(last.seq, 0) + 1;
  if json_array_length(more) > 0 then
    with part as (
      insert into public.audit_subject (region_id, seq, change, part, ids)
        select chain, row_seq, p.change, p.part, array(select i from json_array_elements_text(p.ids) as i order by i collate "C")
        from json_to_recordset(more) as p (change smallint, part smallint, ids json)
        returning change, part, ids
    ), told as (
      select p.change, jsonb_agg(app.subjects_hash(p.ids) order by p.part) as hashes from part p group by p.change
    )
    select jsonb_agg(case when t.change is null then c.change else c.change || jsonb_build_object('more', t.hashes) end order by c.position) into row_changes
      from jsonb_array_elements(row_changes) with ordinality as c (change, position) left join told t on t.change = c.position - 1;
  end if;
  insert into public.audit (region_id, seq, at, actor_id, role, action, reason, request_id, changes, previous_hash, hash)
  values (chain, row_seq, row_at, app.actor(), coalesce(app.role(), 'NONE'), row_action, row_reason, row_request, row_changes,
    coalesce(last.hash, '\x'::bytea),
    app.audit_hash(coalesce(last.hash, '\x'::bytea), chain, row_seq, row_at, app.actor(), coalesce(app.role(), 'NONE'),
      row_action, row_reason, row_request, row_changes));
end $$;
revoke all on function app.append_audit(text, text, text, jsonb, json) from public;
grant execute on function app.append_audit(text, text, text, jsonb, json) to mintforge_app;

-- Every change of every act with all the ids it touched; `not_listed` counts what rows from before the parts do not name.
create view audit_change with (security_invoker = true) as
  select a.region_id, a.seq, a.at, a.actor_id, a.role, a.action, c.change->>'table' as table_name, c.change->>'verb' as verb, (c.change->>'count')::int as count,
    array(select jsonb_array_elements_text(c.change->'ids')
      union all select i from audit_subject s cross join unnest(s.ids) as i where c.change ? 'more' and s.region_id = a.region_id and s.seq = a.seq and s.change = c.position - 1) as ids,
    case when c.change ? 'more' then 0 else (c.change->>'count')::int - jsonb_array_length(c.change->'ids') end as not_listed
  from audit a cross join lateral jsonb_array_elements(a.changes) with ordinality as c (change, position);
grant select on audit_change to mintforge_app;

-- The acts that touched a row, by its id.
create function app.acts_on(region uuid, subject text) returns setof bigint language sql stable
begin atomic
  select a.seq from audit a where a.region_id = region and a.changes @> jsonb_build_array(jsonb_build_object('ids', jsonb_build_array(subject)))
  union
  select s.seq from audit_subject s where s.region_id = region and s.span @> subject and subject = any(s.ids);
end;
