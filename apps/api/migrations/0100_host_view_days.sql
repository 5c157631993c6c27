-- A region may shorten the days on which a host still sees a list, and not lengthen them; the owner writes past the wall only here.
alter table region no force row level security;
update region set host_view_days = 7 where host_view_days > 7;
alter table region force row level security;
alter table region drop constraint region_host_view_days_check, add constraint region_host_view_days_check check (host_view_days between 0 and 7);
