-- Rules of a round: what bars, how places are given, what happens after publishing. Rounds made before keep what they did.
alter table round no force row level security;
alter table run no force row level security;
with before as (
  select '{"seedSource": "", "useReserves": false, "mechanism": "STABLE", "objective": null, "acceptanceDays": 0, "refill": "NONE",
    "rules": {"consent": false, "workingTime": false, "reach": null, "provisions": false, "hostReadiness": false, "onceOnly": false}}'::jsonb as settings
), runs as (update run n set settings = b.settings || n.settings from before b)
update round r set settings = b.settings || r.settings from before b;
alter table round force row level security;
alter table run force row level security;
