-- The whole copy of a person's data: one archive with the files about them. It may be larger than what anybody uploads.
alter table file drop constraint file_size_check;
alter table file add constraint file_size_check check (size between 1 and case kind when 'EXPORT' then 41943040 else 20971520 end);

alter table subject_request
  add column export_zip uuid,
  add foreign key (region_id, export_zip) references file (region_id, id) on delete set null (export_zip);
create index subject_request_zip on subject_request (region_id, export_zip);
comment on column subject_request.export_zip is 'the copy with the files, beside the same as JSON and as PDF';
