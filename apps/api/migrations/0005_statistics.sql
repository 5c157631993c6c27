-- A region that has just imported its lists is unknown to the planner's statistics: it expects one row and joins
-- thousands row by row. Autovacuum comes late, or for a small region among large ones not at all.
create function app.refresh_statistics(tables text[]) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  target text;
  ids text;
begin
  -- One order for everybody: two large writes must not wait for each other's locks.
  for target in select distinct name from unnest(tables) as name order by name loop
    -- Ids alone: they are what lists are found and joined by, and texts and JSON take ten times as long.
    select string_agg(quote_ident(attname), ', ') into ids from pg_attribute
      where attrelid = format('public.%I', target)::regclass and atttypid = 'uuid'::regtype and attnum > 0 and not attisdropped;
    execute format('analyze public.%I (%s)', target, ids);
  end loop;
end $$;
comment on function app.refresh_statistics is 'Lets the planner know of rows just written; called by the write door after large writes.';
revoke all on function app.refresh_statistics from public;
grant execute on function app.refresh_statistics to mintforge_app;
