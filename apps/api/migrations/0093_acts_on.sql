-- The acts that touched rows of the active region, by their ids, and which line of each. With the owner's rights behind the
-- permission of the trail: a policy would keep the indexes from being asked first, as their operators are not leakproof.
drop function app.acts_on(uuid, text);
create function app.acts_on(subjects text[]) returns table (seq bigint, change smallint) language sql stable rows 50 security definer set search_path = '' as $$
  select a.seq, (c.position - 1)::smallint from unnest(subjects) as i
      cross join lateral (select t.seq, t.changes from public.audit t where t.region_id = app.region() and t.changes @> jsonb_build_array(jsonb_build_object('ids', jsonb_build_array(i)))) as a
      cross join lateral jsonb_array_elements(a.changes) with ordinality as c (change, position)
    where app.can('audit.read') and c.change->'ids' ? i
  union
  select s.seq, s.change from public.audit_subject s
    where app.can('audit.read') and s.region_id = app.region() and s.span && (select range_agg(app.id_range(i, i, '[]')) from unnest(subjects) as i) and s.ids && subjects
$$;
revoke all on function app.acts_on(text[]) from public;
grant execute on function app.acts_on(text[]) to mintforge_app;

-- Every look into the index reads what still waits to be sorted into it: a short list, as a person's extract looks once for each of their rows.
alter index audit_ids set (gin_pending_list_limit = 256);
