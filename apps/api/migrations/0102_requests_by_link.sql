-- Families ask by themselves, behind their own link: as which signer, and in which language they want to be answered.
alter table subject_request
  add column signer text check (signer in ('PUPIL', 'GUARDIAN_1', 'GUARDIAN_2')),
  add column language text check (language ~ '^[a-z]{2,3}(-plain)?$'),
  add check (signer is null or channel = 'WEB'),
  add check ((signer is null) = (language is null));
comment on column subject_request.signer is 'whose link it was asked by, so that nobody else is told of it; null = the office entered it';
comment on column subject_request.language is 'of the page it was asked on, ISO 639, with -plain in plain words';
