-- Keys of needs that were destroyed, until the erasure ledger outside the database knows them; of whom, nobody can tell.
create table shredded_key (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null,
  created_at timestamptz not null default now(),
  primary key (region_id, id)
);
comment on table shredded_key is 'Destroyed keys that are to be entered in the erasure ledger, by id alone; gone once they are';
call app.protect('shredded_key', 'people.identify', 'people.write');

-- Whatever destroys a key leaves it here, in the same transaction.
create function app.note_shredded_key() returns trigger language plpgsql as $$
begin
  insert into public.shredded_key (region_id, id) values (old.region_id, old.id) on conflict do nothing;
  return null;
end $$;
create trigger shredded after delete on needs_key for each row execute function app.note_shredded_key();
