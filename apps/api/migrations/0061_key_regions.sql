-- A key names the region it was wrapped for (bytes 6 to 21, authenticated with it): it can stand in no other region's row.
-- Keys wrapped before named none and can no longer be opened; their rows are left alone.
alter table person_key add constraint person_key_region check (substring(wrapped from 6 for 16) = uuid_send(region_id)) not valid;
alter table file add constraint file_key_region check (substring(wrapped from 6 for 16) = uuid_send(region_id)) not valid;
